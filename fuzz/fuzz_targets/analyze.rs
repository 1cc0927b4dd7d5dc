//! Any bytes, read as text as a decoder would: the report must hold whatever the options, in every unit of offsets.
#![no_main]

#[path = "../../tests/support/invariants.rs"]
mod invariants;

use libfuzzer_sys::fuzz_target;
use nutgraf::{BlockKind, Date, Hint, Options, Span, Units, analyze};

fuzz_target!(|data: &[u8]| {
    let Some((choices, bytes)) = data.split_at_checked(4) else { return };
    let text = String::from_utf8_lossy(bytes);
    let report = analyze(&text, &options(&text, choices));
    invariants::check(&text, &report);
    for units in [Units::Utf16, Units::CodePoint] {
        let _ = report.clone().with_offsets(&text, units);
    }
});

/// Options that the first bytes choose: a date, a limit, a hint.
fn options(text: &str, choices: &[u8]) -> Options {
    let mut options = Options::new().tokens(choices[0] & 1 == 1);
    if choices[0] & 2 == 2 {
        let date = format!("{:04}-{:02}-{:02}", 1900 + u32::from(choices[1]), 1 + choices[2] % 12, 1 + choices[3] % 28);
        options = options.date(date.parse::<Date>().expect("a day that there is"));
    }
    if choices[0] & 4 == 4 {
        options = options.max_chars(usize::from(choices[1]) * 8);
    }
    if choices[0] & 8 == 8 {
        let kinds = [BlockKind::Headline, BlockKind::Byline, BlockKind::Date, BlockKind::Caption];
        let place = |choice: u8| text.floor_char_boundary(usize::from(choice) * text.len() / 255) as u32;
        let (start, end) = (place(choices[2].min(choices[3])), place(choices[2].max(choices[3])));
        let kind = kinds[usize::from(choices[1]) % kinds.len()];
        options = options.hints(vec![Hint { kind, span: Span::new(start, end) }]);
    }
    options
}
