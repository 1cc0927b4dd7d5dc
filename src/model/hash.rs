//! The hash under which words and phrases are filed in the model.

const FNV_START: u32 = 0x811C_9DC5;
const FNV_PRIME: u32 = 0x0100_0193;

/// The hash of an ASCII word in small letters, byte after byte.
#[derive(Clone, Copy, Debug)]
pub(crate) struct WordHash(u32);

impl WordHash {
    pub(crate) const START: WordHash = WordHash(FNV_START);

    #[inline]
    pub(crate) const fn and(self, byte: u8) -> WordHash {
        WordHash(step(self.0, byte))
    }

    /// The same as [`hash_lower`] of the whole word.
    #[inline]
    pub(crate) const fn finish(self) -> u32 {
        mix(self.0)
    }
}

/// The hash of a word in lower case with straight apostrophes. FNV-1a, finished with MurmurHash3's mixer.
pub fn hash_lower(word: &str) -> u32 {
    let mut hash = FNV_START;
    for (at, &byte) in word.as_bytes().iter().enumerate() {
        if !byte.is_ascii() {
            return mix(word[at..].chars().fold(hash, step_lower));
        }
        hash = step(hash, byte.to_ascii_lowercase());
    }
    mix(hash)
}

/// The same for the beginnings of a word of one, two and more characters; 0 where it is shorter.
pub(crate) fn hash_beginnings<const N: usize>(word: &str) -> [u32; N] {
    let (mut found, mut hash) = ([0; N], FNV_START);
    for (found, c) in found.iter_mut().zip(word.chars()) {
        hash = step_lower(hash, c);
        *found = mix(hash);
    }
    found
}

/// The same for its ends.
pub(crate) fn hash_ends<const N: usize>(word: &str) -> [u32; N] {
    let bytes = word.as_bytes();
    let last = &bytes[bytes.len().saturating_sub(N)..];
    let (mut small, mut all) = ([0; N], 0);
    for (small, byte) in small[N - last.len()..].iter_mut().zip(last) {
        *small = byte.to_ascii_lowercase();
        all |= byte;
    }
    if !all.is_ascii() {
        return hash_wide_ends(word);
    }
    let hash = |length: usize| mix(small[N - length..].iter().fold(FNV_START, |hash, &byte| step(hash, byte)));
    let mut found = std::array::from_fn(|at| hash(at + 1));
    found[last.len()..].fill(0);
    found
}

/// The same where the last characters are not all ASCII.
fn hash_wide_ends<const N: usize>(word: &str) -> [u32; N] {
    let mut ends = [FNV_START; N];
    let mut begun = 0;
    let first = word.char_indices().rev().take(N).last().map_or(0, |(at, _)| at);
    for c in word[first..].chars() {
        begun += 1;
        ends[..begun].iter_mut().for_each(|hash| *hash = step_lower(*hash, c));
    }
    let mut found = [0; N];
    found.iter_mut().zip(ends[..begun].iter().rev()).for_each(|(found, &hash)| *found = mix(hash));
    found
}

/// The hash of a word as it is written: that of [`hash_lower`] if it is in lower case with straight apostrophes.
pub(crate) fn hash_exact(word: &str) -> u32 {
    mix(word.bytes().fold(FNV_START, step))
}

/// The hash of a feature: what it looks at and what it sees there.
pub(crate) const fn feature_hash(template: u32, value: u32) -> u32 {
    mix(value.wrapping_mul(0x9E37_79B1) ^ (template + 1).wrapping_mul(0x85EB_CA77))
}

/// Where the hash of a phrase begins.
pub const PHRASE_START: u32 = 0;

/// The hash of a phrase, one more word added.
pub const fn phrase_step(phrase: u32, word: u32) -> u32 {
    if phrase == PHRASE_START { word } else { mix(phrase.rotate_left(5) ^ word) }
}

/// The hash of a phrase whose words have these hashes; that of a single word is the word's own.
pub fn phrase_hash(words: impl IntoIterator<Item = u32>) -> u32 {
    words.into_iter().fold(PHRASE_START, phrase_step)
}

#[inline]
fn step_lower(hash: u32, c: char) -> u32 {
    if c.is_ascii() { step(hash, c.to_ascii_lowercase() as u8) } else { step_wide(hash, c) }
}

/// A character beyond ASCII, in small letters.
fn step_wide(hash: u32, c: char) -> u32 {
    if c == '’' {
        return step(hash, b'\'');
    }
    let bytes = |hash, c: char| c.encode_utf8(&mut [0; 4]).bytes().fold(hash, step);
    c.to_lowercase().fold(hash, bytes)
}

const fn step(hash: u32, byte: u8) -> u32 {
    (hash ^ byte as u32).wrapping_mul(FNV_PRIME)
}

const fn mix(mut hash: u32) -> u32 {
    hash ^= hash >> 16;
    hash = hash.wrapping_mul(0x85EB_CA6B);
    hash ^= hash >> 13;
    hash = hash.wrapping_mul(0xC2B2_AE35);
    hash ^ (hash >> 16)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_and_apostrophes_do_not_matter() {
        assert_eq!(hash_lower("O’NEIL"), hash_lower("o'neil"));
        assert_eq!(hash_lower("ÉCOLE"), hash_lower("école"));
        assert_ne!(hash_lower("ecole"), hash_lower("école"));
    }

    #[test]
    fn byte_after_byte() {
        let hash = "o'neil".bytes().fold(WordHash::START, WordHash::and).finish();
        assert_eq!(hash, hash_lower("O’Neil"));
    }

    #[test]
    fn what_is_small_has_one_hash() {
        for small in ["", "o'neil", "école", "straße"] {
            assert_eq!(hash_exact(small), hash_lower(small));
        }
    }

    #[test]
    fn parts_are_characters() {
        assert_eq!(hash_beginnings("Éa"), [hash_lower("é"), hash_lower("éa"), 0]);
        assert_eq!(hash_ends("Éa"), [hash_lower("a"), hash_lower("éa"), 0]);
        assert_eq!(hash_ends("Ab"), [hash_lower("b"), hash_lower("ab"), 0]);
        assert_eq!(hash_ends("éAbc"), [hash_lower("c"), hash_lower("bc")]);
    }

    #[test]
    fn the_order_of_words_matters() {
        let (a, b) = (hash_lower("new"), hash_lower("york"));
        assert_ne!(phrase_hash([a, b]), phrase_hash([b, a]));
        assert_eq!(phrase_hash([a]), a);
    }
}
