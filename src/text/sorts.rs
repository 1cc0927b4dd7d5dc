//! Sorts of bytes: what a look-up for each byte tells of a word.

/// A set of sorts. Every byte is of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Sorts(u16);

impl Sorts {
    pub(crate) const NONE: Sorts = Sorts(0);
    pub(crate) const BLANK: Sorts = Sorts(1);
    pub(crate) const SMALL: Sorts = Sorts(1 << 1);
    pub(crate) const CAPITAL: Sorts = Sorts(1 << 2);
    pub(crate) const DIGIT: Sorts = Sorts(1 << 3);
    /// Whatever is no ASCII.
    pub(crate) const WIDE: Sorts = Sorts(1 << 4);
    /// What is frequent in programs: braces, semicolons.
    pub(crate) const SIGN: Sorts = Sorts(1 << 5);
    pub(crate) const STOP: Sorts = Sorts(1 << 6);
    pub(crate) const COLON: Sorts = Sorts(1 << 7);
    pub(crate) const AT: Sorts = Sorts(1 << 8);
    pub(crate) const DOLLAR: Sorts = Sorts(1 << 9);
    pub(crate) const HYPHEN: Sorts = Sorts(1 << 10);
    pub(crate) const SLASH: Sorts = Sorts(1 << 11);
    /// The other marks.
    pub(crate) const MARK: Sorts = Sorts(1 << 12);

    pub(crate) const LETTER: Sorts = Sorts::SMALL.and(Sorts::CAPITAL);
    pub(crate) const ALPHANUMERIC: Sorts = Sorts::LETTER.and(Sorts::DIGIT);

    const OF_BYTE: [Sorts; 256] = {
        let mut sorts = [Sorts::MARK; 256];
        let mut byte = 0;
        while byte < 256 {
            sorts[byte] = match byte as u8 {
                b'\t'..=b'\r' | b' ' => Sorts::BLANK,
                b'a'..=b'z' => Sorts::SMALL,
                b'A'..=b'Z' => Sorts::CAPITAL,
                b'0'..=b'9' => Sorts::DIGIT,
                0x80.. => Sorts::WIDE,
                b'{' | b'}' | b';' | b'=' | b'<' | b'>' | b'|' | b'\\' | b'_' => Sorts::SIGN,
                b'.' => Sorts::STOP,
                b':' => Sorts::COLON,
                b'@' => Sorts::AT,
                b'$' => Sorts::DOLLAR,
                b'-' => Sorts::HYPHEN,
                b'/' => Sorts::SLASH,
                _ => Sorts::MARK,
            };
            byte += 1;
        }
        sorts
    };

    /// The sort of a byte.
    #[inline]
    pub(crate) const fn of(byte: u8) -> Sorts {
        Sorts::OF_BYTE[byte as usize]
    }

    /// The sorts of some bytes.
    #[inline]
    pub(crate) const fn of_all(bytes: &[u8]) -> Sorts {
        let (mut sorts, mut at) = (Sorts::NONE, 0);
        while at < bytes.len() {
            sorts = sorts.and(Sorts::of(bytes[at]));
            at += 1;
        }
        sorts
    }

    /// These and more.
    #[inline]
    pub(crate) const fn and(self, more: Sorts) -> Sorts {
        Sorts(self.0 | more.0)
    }

    /// Those that are among others.
    #[inline]
    pub(crate) const fn among(self, others: Sorts) -> Sorts {
        Sorts(self.0 & others.0)
    }

    /// Those that are not among others.
    #[inline]
    pub(crate) const fn without(self, others: Sorts) -> Sorts {
        Sorts(self.0 & !others.0)
    }

    #[inline]
    pub(crate) const fn is_none(self) -> bool {
        self.0 == 0
    }

    /// Whether one of them is among others.
    #[inline]
    pub(crate) const fn any(self, others: Sorts) -> bool {
        self.0 & others.0 != 0
    }
}

#[cfg(test)]
mod tests {
    use super::Sorts;

    #[test]
    fn every_byte_is_of_one_sort() {
        assert!((0..=255).all(|byte| Sorts::of(byte).0.count_ones() == 1));
        assert_eq!(Sorts::of_all("a-Ü".as_bytes()), Sorts::SMALL.and(Sorts::HYPHEN).and(Sorts::WIDE));
        assert!(Sorts::of(b'3').any(Sorts::ALPHANUMERIC) && !Sorts::of(b'3').any(Sorts::LETTER));
    }
}
