//! What offsets may count, and turning byte offsets into other units in one pass.

use serde::Serialize;

/// What the offsets of a report count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Units {
    /// UTF-8 bytes: Rust strings.
    #[default]
    Utf8,
    /// UTF-16 code units: JavaScript strings.
    Utf16,
    /// Unicode code points: Python strings.
    CodePoint,
}

const BLOCK: usize = 64;

/// Converts byte offsets of one text into other units: built in one pass, then a short walk per offset.
pub(crate) struct OffsetMap<'t> {
    text: &'t str,
    units: Units,
    /// Units before each block of [`BLOCK`] bytes; empty where the units equal bytes.
    blocks: Vec<u32>,
}

impl<'t> OffsetMap<'t> {
    pub(crate) fn new(text: &'t str, units: Units) -> OffsetMap<'t> {
        let blocks = if units == Units::Utf8 || text.is_ascii() { Vec::new() } else { block_starts(text, units) };
        OffsetMap { text, units, blocks }
    }

    /// The offset of byte `at` in the units asked for.
    pub(crate) fn convert(&self, at: u32) -> u32 {
        if self.blocks.is_empty() {
            return at;
        }
        let (at, bytes) = (at as usize, self.text.as_bytes());
        let block = at / BLOCK;
        self.blocks[block] + units_in(&bytes[block * BLOCK..at], self.units)
    }

    /// The byte at which a number of units have passed: the inverse of [`OffsetMap::convert`]. Nothing beyond the text,
    /// and nothing inside a character.
    pub(crate) fn byte_at(&self, units: u32) -> Option<u32> {
        let bytes = self.text.as_bytes();
        if self.blocks.is_empty() {
            return Some(units).filter(|&at| self.text.is_char_boundary(at as usize));
        }
        let block = self.blocks.partition_point(|&before| before < units).saturating_sub(1);
        let mut passed = self.blocks[block];
        for (at, &byte) in bytes.iter().enumerate().skip(block * BLOCK) {
            let width = width(byte, self.units);
            if passed >= units && width > 0 {
                return (passed == units).then_some(at as u32);
            }
            passed += width;
        }
        (passed == units).then_some(bytes.len() as u32)
    }
}

fn block_starts(text: &str, units: Units) -> Vec<u32> {
    let mut total = 0;
    let mut starts = vec![0];
    for block in text.as_bytes().chunks(BLOCK) {
        total += units_in(block, units);
        starts.push(total);
    }
    starts
}

/// The units of some bytes. At most so many that a byte counts them: many bytes are then counted at once.
fn units_in(bytes: &[u8], units: Units) -> u32 {
    const _: () = assert!(2 * BLOCK <= u8::MAX as usize);
    let count = |counts: fn(u8) -> bool| bytes.iter().fold(0, |count: u8, &byte| count + u8::from(counts(byte)));
    let characters = count(|byte| byte as i8 >= FIRST_OF_CHARACTER);
    let wide = if units == Units::Utf16 { count(|byte| byte >= 0xF0) } else { 0 };
    u32::from(characters) + u32::from(wide)
}

/// Bytes inside of a character are below this one.
const FIRST_OF_CHARACTER: i8 = 0xC0_u8 as i8;

/// Units that the character led by this byte takes; continuation bytes take none.
fn width(byte: u8, units: Units) -> u32 {
    match byte {
        0x80..=0xBF => 0,
        0xF0.. if units == Units::Utf16 => 2,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_agree_with_the_standard_library() {
        let text = "Zoë 😀 paid €5 — “naïve” 東京 ".repeat(20);
        for units in [Units::Utf8, Units::Utf16, Units::CodePoint] {
            let map = OffsetMap::new(&text, units);
            for (at, _) in text.char_indices() {
                let before = &text[..at];
                let expected = match units {
                    Units::Utf8 => at,
                    Units::Utf16 => before.encode_utf16().count(),
                    Units::CodePoint => before.chars().count(),
                };
                assert_eq!(map.convert(at as u32) as usize, expected, "{units:?} at byte {at}");
                assert_eq!(map.byte_at(expected as u32), Some(at as u32), "{units:?} {expected}");
            }
        }
    }

    #[test]
    fn no_byte_inside_a_character_or_beyond_the_text() {
        let map = OffsetMap::new("a😀b", Units::Utf16);
        assert_eq!(
            [0, 1, 2, 3, 4, 5].map(|units| map.byte_at(units)),
            [Some(0), Some(1), None, Some(5), Some(6), None]
        );
        let ascii = OffsetMap::new("ab", Units::Utf16);
        assert_eq!([2, 3].map(|units| ascii.byte_at(units)), [Some(2), None]);
    }

    #[test]
    fn the_end_of_a_text_whose_length_is_a_whole_number_of_blocks() {
        let text = "é".repeat(BLOCK);
        assert_eq!(OffsetMap::new(&text, Units::Utf16).convert(text.len() as u32), BLOCK as u32);
    }
}
