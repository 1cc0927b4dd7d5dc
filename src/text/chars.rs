//! Kinds of character that several stages ask about.

/// Marks that open a double quotation.
pub(crate) const fn is_opening_quote(c: char) -> bool {
    matches!(c, '“' | '„' | '«' | '‟')
}

/// Marks that close a double quotation.
pub(crate) const fn is_closing_quote(c: char) -> bool {
    matches!(c, '”' | '»')
}

/// Any double quotation mark, straight ones among them.
pub(crate) const fn is_double_quote(c: char) -> bool {
    c == '"' || is_opening_quote(c) || is_closing_quote(c)
}

/// Straight, curly and modifier apostrophes, which are single quotation marks too.
pub(crate) const fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | '`' | '‛')
}

/// A letter or a digit. Curly quotation marks and dashes, which are frequent, are told at a glance.
pub(crate) fn is_alphanumeric(c: char) -> bool {
    !matches!(c, '\u{2010}'..='\u{205E}') && c.is_alphanumeric()
}

/// Hyphens and dashes of every length.
pub(crate) const fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

/// Characters that show nothing and reorder or hide text: zero-width and bidirectional controls.
pub(crate) const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_and_digits_are_those_of_the_standard_library() {
        assert!(('\0'..=char::MAX).all(|c| is_alphanumeric(c) == c.is_alphanumeric()));
    }
}
