//! Shapes of single words: addresses, times of day, numeric dates, scores, symbols of securities.
//!
//! Every shape has one name and one anchored pattern, and is matched once for each distinct spelling. The patterns know ASCII
//! only: what asks for Unicode letters stays with `char`.

use super::{pattern, sorts::Sorts};

/// Declares the shapes once: the variants, what a word begins with and marks of which it holds one if its pattern is worth
/// trying, the fewest and most bytes that a word of the shape has, bytes of all the sorts that it consists of where the
/// pattern says no more than that, the pattern, and words that have the shape and words that have not.
macro_rules! word_shapes {
    ($($(#[$doc:meta])* $shape:ident: $first:ident $marks:literal $fewest:literal $most:tt $only:literal $pattern:literal yes $yes:tt no $no:tt)*) => {
        /// The shape of a word.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        pub(crate) enum WordShape {
            $($(#[$doc])* $shape,)*
        }

        const ALL: &[WordShape] = &[$(WordShape::$shape,)*];

        /// In the order of the shapes.
        const ROWS: &[Row] = &[$(Row {
            first: First::$first,
            marks: Sorts::of_all($marks.as_bytes()),
            fewest: $fewest,
            most: $most,
            only: Sorts::of_all($only.as_bytes()),
            pattern: $pattern,
        },)*];

        #[cfg(test)]
        const CASES: &[(WordShape, &[&str], &[&str])] = &[$((WordShape::$shape, &$yes, &$no),)*];
    };
}

/// One pattern, and what tells at a glance that most words do not match.
struct Row {
    first: First,
    /// A word that matches holds a byte of one of these sorts, unless there are none.
    marks: Sorts,
    /// No shorter or longer word matches; of a web address only the beginning is looked at.
    fewest: usize,
    most: usize,
    /// A word that holds nothing but these sorts matches; none where the pattern is to be tried.
    only: Sorts,
    pattern: &'static str,
}

/// What the first byte of a word is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum First {
    /// What "http" and "www" begin with.
    Web,
    Digit,
    Capital,
    /// A letter or digit.
    Alphanumeric,
    /// The same, and the last byte is a small letter.
    Site,
    /// A digit or capital letter.
    Symbol,
    /// A sign: "@", "$".
    Sign,
}

word_shapes! {
    /// A page by its whole address. The pattern looks at the beginning only: the rest may hold anything.
    WebAddress: Web ":." 4 ANY "" r"^(?i:https?://|www\.)"
        yes ["https://nutgraf.org/a?b=c", "HTTP://X.ORG", "www.x.org"] no ["wwww.x.org", "https:", "httpd", "ftp://x.org"]
    /// A host by itself, known by the ending of its name.
    Host: Site "." 4 LONGEST ""
        r"^(?:[a-z][A-Za-z0-9.-]|[A-Za-z0-9][A-Za-z0-9.-]*[a-z])[A-Za-z0-9.-]*\.(?:com|org|net|gov|edu|io|co|uk|info|news|tv|eu|int)$"
        yes ["nutgraf.org", "BBC.co.uk", "a1.tv"] no ["a.org", "U.S.", "ABC.com", "nutgraf.exe", "p.m", "nutgraf.ORG"]
    /// A mailbox.
    MailAddress: Alphanumeric "@" 5 LONGEST "" r"^[A-Za-z0-9][A-Za-z0-9._%+-]*@[A-Za-z0-9.-]*\.[A-Za-z0-9.-]*[A-Za-z0-9]$"
        yes ["ana@x.org", "ana.lowe+news@news.example.org"] no ["ana@x", "@ana", "ana@x.", "ana@", "https://x@y.z"]
    /// The name of an account.
    Handle: Sign "@" 3 LONGEST "" r"^@\w\w"
        yes ["@ana_lowe", "@x1"] no ["@", "@x", "#vote", "ana@x.org", "@-"]

    /// A time of day with a colon; seconds or letters may follow.
    ColonTime: Digit ":" 4 LONGEST "" r"^(?:[01]?[0-9]|2[0-4]):[0-5][0-9](?:[:A-Za-z].*)?$"
        yes ["3:15", "03:15", "24:00", "10:15:00Z", "3:15pm"] no ["25:00", "3:60", "3:5", "3.15", "120:30", "3:15.5"]
    /// A time of day with its half: "9am".
    HalfDayTime: Digit "mM" 3 LONGEST "" r"^(?:[01]?[0-9]|2[0-4])(?:[:.][0-5][0-9](?::[0-9:.]*)?)?(?i:[ap]m|[ap]\.m\.?)$"
        yes ["9am", "9:05a.m.", "5.00PM", "12p.m"] no ["9", "9a", "29am", "9:65am", "9ams"]
    /// A time of day with a full stop, the hour in two digits.
    FullStopTime: Digit "." 5 LONGEST "" r"^(?:[01][0-9]|2[0-4])\.[0-5][0-9](?:[:A-Za-z].*)?$"
        yes ["20.14", "04.11", "20.14h"] no ["4.11", "25.10", "20.60", "20.145", "20.14.33"]
    /// The same with an hour of one digit, which may as well be a number.
    ShortFullStopTime: Digit "." 4 LONGEST "" r"^[0-9]\.[0-5][0-9](?:[:A-Za-z].*)?$"
        yes ["4.11", "5.00pm"] no ["04.11", "4.1", "4.60", "4"]
    /// An hour by itself, which may be any number.
    Hour: Digit "" 1 2 "" r"^(?:[01]?[0-9]|2[0-4])$"
        yes ["9", "09", "24"] no ["25", "9th", "009", "9.0"]
    /// An hour and minutes in four digits, which may be a year.
    FourDigitTime: Digit "" 4 4 "" r"^(?:[01][0-9]|2[0-4])[0-5][0-9]$"
        yes ["1600", "0030", "2459"] no ["1660", "2500", "160", "16000"]

    /// A date in digits with full stops, the day first.
    FullStopDate: Digit "." 8 10 "" r"^[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4}$"
        yes ["30.6.2025", "03.06.2025"] no ["30.6.25", "30.6", "30/6/2025", "2025.6.30"]
    /// A date in digits, the year first.
    YearFirstDate: Digit "-/." 8 10 "" r"^[0-9]{4}(?:-[0-9]{1,2}-|/[0-9]{1,2}/|\.[0-9]{1,2}\.)[0-9]{1,2}$"
        yes ["2025-06-30", "2025/6/3", "2025.06.30"] no ["2025-06", "25-06-30", "2025-06/30", "2025-06-300"]
    /// A date in digits, the year last and the order of the others open.
    YearLastDate: Digit "-/" 6 10 "" r"^[0-9]{1,2}(?:-[0-9]{1,2}-[0-9]{4}|/[0-9]{1,2}/(?:[0-9]{4}|[0-9]{2}))$"
        yes ["6/30/2025", "30-06-2025", "6/7/25"] no ["6-7-25", "6/7", "6/7/202", "6/7-2025", "30.6.2025"]

    /// A small number, as in a score: "2", "118", but no year.
    Points: Digit "" 1 3 "0" r"^[0-9]{1,3}$"
        yes ["0", "31", "118"] no ["2025", "2-1", "3.5", "2nd"]
    /// The numbers of two sides.
    Score: Digit "-–" 3 9 "" r"^[0-9]{1,3}[-–][0-9]{1,3}$"
        yes ["2-1", "170–8"] no ["2", "2-1-0", "2025-26", "2:1"]
    /// Capital letters as many as the symbol of a listed security has.
    Capitals: Capital "" 2 5 "A" r"^[A-Z]{2,5}$"
        yes ["NBK", "GOOGL"] no ["N", "ABCDEF", "NbK", "NBK.N", "7299"]
    /// A symbol as an exchange lists it, perhaps with a share class.
    ListedSymbol: Symbol "" 1 8 "A0." r"^[A-Z0-9][A-Z0-9.]{0,7}$"
        yes ["NBK", "7299", "BRK.B", "FGBM3", "F"] no ["nbk", "ABCDEFGHI", ".", "BRK-B"]
    /// A symbol with the short name of its exchange.
    ExchangeCode: Symbol "." 4 LONGEST "" r"^(?:[A-Z]{2,5}|[A-Z]{4}[0-9]{1,2}|[A-Z]{3,4}_[a-z]|[0-9]{4,})\.[A-Z]{1,2}$"
        yes ["VOD.L", "9984.T", "7299.HK", "NBK.OQ", "VALE3.SA", "VOWG_p.DE"] no ["V.L", "998.T", "VOD.LON", "Vod.L", "VO_p.DE"]
    /// What stands before the full stop of such a symbol and ends in digits.
    CodeStem: Capital "0123456789" 5 6 "" r"^[A-Z]{4}[0-9]{1,2}$"
        yes ["VALE3", "SANB11"] no ["VALE", "3", "A320", "Vale3"]
    /// A symbol as posts name it.
    Cashtag: Sign "$" 2 6 "" r"^\$[A-Z]{1,5}$"
        yes ["$NBK", "$F"] no ["$", "NBK", "$nbk", "$ABCDEF", "$5"]
}

/// The shapes that a word has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct ShapeSet(u32);

impl ShapeSet {
    /// The shapes of a word.
    pub(crate) fn of(word: &str) -> ShapeSet {
        ShapeSet::of_sorted(word, Sorts::of_all(word.as_bytes()))
    }

    /// The same where the sorts of its bytes are known.
    pub(crate) fn of_sorted(word: &str, sorts: Sorts) -> ShapeSet {
        if may_have_shape(sorts) { ShapeSet::find(ALL, word, sorts) } else { ShapeSet::default() }
    }

    /// Which of some shapes a word has.
    pub(crate) fn among(shapes: &[WordShape], word: &str) -> ShapeSet {
        ShapeSet::find(shapes, word, Sorts::of_all(word.as_bytes()))
    }

    fn find(shapes: &[WordShape], word: &str, sorts: Sorts) -> ShapeSet {
        let found = shapes.iter().filter(|shape| shape.fits_sorted(word, sorts));
        ShapeSet(found.fold(0, |set, &shape| set | 1 << shape as u32))
    }

    pub(crate) const fn has(self, shape: WordShape) -> bool {
        self.0 >> shape as u32 & 1 == 1
    }

    /// Whether the word has one of the shapes.
    pub(crate) fn has_any(self, shapes: &[WordShape]) -> bool {
        shapes.iter().any(|&shape| self.has(shape))
    }
}

/// The longest word that has a shape, in bytes; of a longer one only the beginning is looked at, for a web address.
const LONGEST: usize = 64;
const ANY: usize = usize::MAX;

impl WordShape {
    /// Whether a word has the shape.
    #[inline]
    pub(crate) fn fits(self, word: &str) -> bool {
        let beginning = &word.as_bytes()[..word.len().min(LONGEST)];
        self.fits_sorted(word, Sorts::of_all(beginning))
    }

    #[inline]
    fn fits_sorted(self, word: &str, sorts: Sorts) -> bool {
        let row = &ROWS[self as usize];
        row.is_likely(word.as_bytes(), sorts)
            && if row.only.is_none() { pattern::is_match(row.pattern, word) } else { sorts.without(row.only).is_none() }
    }
}

impl Row {
    #[inline]
    const fn is_likely(&self, word: &[u8], sorts: Sorts) -> bool {
        self.fewest <= word.len()
            && word.len() <= self.most
            && self.first.fits(word[0], word[word.len() - 1])
            && (self.marks.is_none() || sorts.any(self.marks))
    }
}

impl First {
    #[inline]
    const fn fits(self, byte: u8, last: u8) -> bool {
        match self {
            First::Web => matches!(byte, b'h' | b'H' | b'w' | b'W'),
            First::Digit => byte.is_ascii_digit(),
            First::Capital => byte.is_ascii_uppercase(),
            First::Alphanumeric => byte.is_ascii_alphanumeric(),
            First::Site => byte.is_ascii_alphanumeric() && last.is_ascii_lowercase(),
            First::Symbol => byte.is_ascii_digit() || byte.is_ascii_uppercase(),
            First::Sign => matches!(byte, b'@' | b'$'),
        }
    }
}

/// Whether a word holds a digit or a mark of an address, or is all capitals: most words do not.
fn may_have_shape(sorts: Sorts) -> bool {
    const MARKED: Sorts = Sorts::of_all(b"0.@:$");
    sorts.any(MARKED) || sorts == Sorts::CAPITAL
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_matches_its_words_and_no_others() {
        for &(shape, yes, no) in CASES {
            assert!(!yes.is_empty() && !no.is_empty(), "{shape:?} has no cases");
            for (words, expected) in [(yes, true), (no, false)] {
                for word in words {
                    assert_eq!(shape.fits(word), expected, "{shape:?}: {word}");
                    assert_eq!(ShapeSet::of(word).has(shape), expected, "{shape:?} of the set: {word}");
                }
            }
        }
    }

    /// Words that a pattern makes, one character of each altered, and words of the marks of addresses, dates and amounts.
    #[test]
    #[cfg(not(target_arch = "wasm32"))]
    fn patterns_match_what_regular_expressions_match() {
        use proptest::{prelude::*, sample::Index, string::string_regex};
        let engines: Vec<_> = ROWS.iter().map(|row| regex_lite::Regex::new(row.pattern).unwrap()).collect();
        let made = |row: &Row| string_regex(row.pattern.trim_start_matches('^').trim_end_matches('$')).unwrap().boxed();
        let words = proptest::strategy::Union::new(ROWS.iter().map(made));
        let any_words = "[A-Za-z0-9@$.,:/'(){}%é€–-]{1,12}";
        proptest!(|(made in words, any in any_words, at in any::<Index>(), other in any::<char>())| {
            let mut altered: Vec<char> = made.chars().collect();
            let at = at.index(altered.len());
            altered[at] = if other == '\n' { ' ' } else { other };
            for word in [made, any, altered.into_iter().collect()] {
                let word = &word[..word.floor_char_boundary(LONGEST)];
                for (&shape, engine) in ALL.iter().zip(&engines) {
                    prop_assert_eq!(shape.fits(word), engine.is_match(word), "{:?}: {}", shape, word);
                }
            }
        });
    }

    #[test]
    fn a_set_has_room_for_every_shape() {
        assert!(ROWS.len() <= 32);
    }

    #[test]
    fn long_words_are_web_addresses_or_nothing() {
        let page = format!("https://{}.org", "x".repeat(LONGEST));
        assert!(ShapeSet::of(&page).has(WordShape::WebAddress) && !ShapeSet::of(&page).has(WordShape::Host));
        assert_eq!(ShapeSet::of(&"1".repeat(LONGEST + 1)), ShapeSet::default());
        assert_eq!(ShapeSet::of(""), ShapeSet::default());
    }
}
