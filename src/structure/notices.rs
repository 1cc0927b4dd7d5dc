//! What is odd about a text, in plain words.

use crate::{
    Notice, NoticeCode, Options,
    report::{Article, BlockKind},
};

/// What is odd about a text.
pub(crate) fn notices(text: &str, article: &Article, options: &Options) -> Vec<Notice> {
    let _ = options;
    let notice = |code, message: &str| Notice { code, message: message.to_owned(), span: None };
    let mut found = Vec::new();
    if text.trim().is_empty() {
        found.push(notice(NoticeCode::Empty, "There is no text to read."));
        return found;
    }
    if article.published.is_none() {
        found.push(notice(NoticeCode::NoDate, "No date of publication was found or given, so \"Sunday\" or \"last week\" cannot be placed on the calendar."));
    }
    if let Some(block) = article.blocks.iter().find(|b| b.kind == BlockKind::AiNotice) {
        found.push(Notice {
            span: Some(block.span),
            ..notice(NoticeCode::AiGenerated, "The text says that software wrote it or helped to write it.")
        });
    }
    found
}
