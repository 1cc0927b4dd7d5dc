//! Whether a paragraph is English prose: by its small words, which hardly two languages share, and by its script.

use super::paragraph::unspaced_words;
use crate::model::{ParagraphClass, ParagraphWords, hash_lower};

/// What a stretch of text counts.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Count {
    pub(super) words: usize,
    /// Words that are frequent in English and rare elsewhere.
    pub(super) english: usize,
    /// Words that are frequent in other languages, and words in other scripts.
    pub(super) foreign: usize,
    /// Words that begin with a capital letter or hold no letter.
    pub(super) names: usize,
    /// Braces, semicolons, equals signs and the like.
    pub(super) signs: usize,
}

impl Count {
    pub(super) fn of(text: &str, lists: &ParagraphWords) -> Count {
        let unspaced = unspaced_words(text);
        let mut count = Count { words: unspaced, foreign: unspaced, ..Count::default() };
        for word in text.split_whitespace() {
            let inner = word.trim_matches(|c: char| !c.is_alphanumeric());
            let stem = inner.split(['\'', '’']).next().unwrap_or("");
            count.words += usize::from(!inner.is_empty());
            let classes = lists.classes(hash_lower(stem));
            count.english += usize::from(classes.has(ParagraphClass::English));
            let other_script = is_in_other_script(stem);
            let small = classes.has(ParagraphClass::Foreign) && stem.starts_with(char::is_lowercase);
            count.foreign += usize::from(small || other_script);
            let is_name = !inner.is_empty() && !inner.starts_with(char::is_lowercase) && !other_script;
            count.names += usize::from(is_name);
        }
        count.signs = text.bytes().filter(|byte| is_sign(*byte)).count();
        count
    }

    pub(super) fn add(&mut self, other: Count) {
        self.words += other.words;
        self.english += other.english;
        self.foreign += other.foreign;
        self.names += other.names;
        self.signs += other.signs;
    }

    /// Long enough to tell, in sentences rather than names, and with small words of another language; a language that no
    /// list knows shows in a long paragraph without English ones.
    pub(super) fn is_foreign(self) -> bool {
        const FEWEST: usize = 8;
        const LONG: usize = 30;
        let prose = self.words >= FEWEST && self.names * 10 < self.words * 7 && !self.is_code();
        let other = self.foreign >= 2 && self.foreign * 10 >= self.words && self.foreign > self.english * 2;
        let unknown = self.words >= LONG && self.english * 20 < self.words;
        prose && (other || unknown)
    }

    /// Almost nothing but names and numbers.
    pub(super) fn is_names(self) -> bool {
        self.words >= 8 && self.names * 10 >= self.words * 8 && self.english * 8 < self.words
    }

    /// More than one sign of programs for every three words.
    pub(super) fn is_code(self) -> bool {
        self.signs * 3 > self.words
    }
}

const fn is_sign(byte: u8) -> bool {
    matches!(byte, b'{' | b'}' | b';' | b'=' | b'<' | b'>' | b'|' | b'\\' | b'_')
}

/// Neither Latin letters nor marks and digits: Greek and beyond.
fn is_in_other_script(word: &str) -> bool {
    const LAST_LATIN: char = '\u{24F}';
    word.starts_with(|c: char| c.is_alphabetic() && c > LAST_LATIN && !('\u{1E00}'..='\u{1EFF}').contains(&c))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Model;

    #[test]
    fn english_without_small_words_is_no_other_language() {
        for (text, foreign) in [
            ("Rock salt on icy streets can cause mayhem below them.", false),
            ("U.S. Gen. James Mattis apparently talked Donald Trump out of re-instituting waterboarding.", false),
            ("Firefighters battled blazes overnight while residents fled burning suburban neighbourhoods.", false),
            ("Le Monde and El Pais are newspapers; Der Spiegel is a magazine, und so weiter.", false),
            (
                "Der Rat hat die alte Brücke am Montag geschlossen, weil zwei Pfeiler Risse haben, und nicht nur das.",
                true,
            ),
            ("Le conseil a fermé le pont lundi, car les ingénieurs ont trouvé des fissures dans une pile.", true),
            (
                "El consejo cerró el puente el lunes porque una inspección halló grietas, pero también por la lluvia.",
                true,
            ),
            (
                "Il consiglio ha chiuso il ponte lunedì, perché gli ingegneri sono certi che una pila della riva cede.",
                true,
            ),
            (
                "A prefeita disse que a ponte não será aberta, pois uma das colunas foi atingida pelo rio mais uma vez.",
                true,
            ),
            ("Рада закрыла мост в понедельник, потому что инженеры нашли трещины в двух опорах.", true),
            ("Η γέφυρα έκλεισε τη Δευτέρα επειδή οι μηχανικοί βρήκαν ρωγμές σε δύο στύλους.", true),
            ("議会は月曜日に古い橋を閉鎖した。技術者が二本の橋脚にひびを見つけたためだ。", true),
            ("أغلق المجلس الجسر القديم يوم الاثنين بعد أن وجد المهندسون شقوقا في اثنين من أعمدته", true),
            (
                "De raad heeft de oude brug gesloten omdat het water niet zakt en een van de pijlers scheuren heeft.",
                true,
            ),
            (
                "Rådet stängde den gamla bron i måndags och sade att den inte öppnas till sommaren för att det är farligt.",
                true,
            ),
            (
                "Rada zamknęła stary most w poniedziałek, że dwa filary pękły, i nie jest pewne, kiedy się otworzy.",
                true,
            ),
        ] {
            let model = Model::built_in();
            assert_eq!(Count::of(text, &model.paragraph_words()).is_foreign(), foreign, "{text}");
        }
    }
}
