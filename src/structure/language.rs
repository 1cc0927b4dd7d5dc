//! Whether a paragraph is English prose: by its small words, which hardly two languages share, and by its script.

use super::words::WrittenWord;
use crate::{
    model::{ParagraphClass, ParagraphClasses, ParagraphWords, hash_lower},
    text::Sorts,
};

/// Of these are apostrophes, straight or curly.
const APOSTROPHES: Sorts = Sorts::MARK.and(Sorts::WIDE);

/// What a stretch of text counts.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Count {
    pub(super) words: usize,
    /// Words that are frequent in English and rare elsewhere.
    pub(super) english: usize,
    /// Words that are frequent in other languages, and words in other scripts.
    pub(super) foreign: usize,
    /// Words that begin with a capital letter or hold no letter.
    pub(super) names: usize,
    /// Words in small letters where few are frequent English ones, and those of them that the model does not know.
    pub(super) small: usize,
    pub(super) unknown: usize,
    /// Braces, semicolons, equals signs and the like.
    pub(super) signs: usize,
    /// Characters that are written without spaces between the words.
    unspaced: usize,
}

impl Count {
    /// Counts a word of these classes, without what an apostrophe joins to it.
    pub(super) fn add_word(&mut self, word: &WrittenWord, classes: ParagraphClasses, lists: &ParagraphWords) {
        let (classes, other_script) =
            if word.has.any(APOSTROPHES) { of_stem(word, classes, lists) } else { (classes, false) };
        let is_word = !word.is_all_marks();
        self.words += usize::from(is_word);
        self.english += usize::from(classes.has(ParagraphClass::English));
        self.foreign += usize::from(classes.has(ParagraphClass::Foreign) && word.small || other_script);
        self.names += usize::from(is_word && !word.small && !other_script);
        if word.has.any(Sorts::SIGN) {
            self.signs += word.written().bytes().filter(|&byte| Sorts::of(byte).any(Sorts::SIGN)).count();
        }
        if word.has.any(Sorts::WIDE) {
            self.unspaced += word.written().chars().filter(|&c| is_unspaced(c)).count();
        }
    }

    /// Counts the words that are written without spaces, once all words were added; says how many they are.
    pub(super) fn add_unspaced(&mut self) -> usize {
        let unspaced = self.unspaced / 2;
        self.words += unspaced;
        self.foreign += unspaced;
        unspaced
    }

    /// Where few words are frequent English ones, looks every plain word up, by its hash: hardly one of English prose is
    /// unknown.
    pub(super) fn look_up(&mut self, plain: impl Iterator<Item = u32>, lists: &ParagraphWords) {
        if self.english * 4 >= self.words {
            return;
        }
        for hash in plain {
            self.small += 1;
            self.unknown += usize::from(!lists.is_known(hash));
        }
    }

    pub(super) fn add(&mut self, other: Count) {
        self.words += other.words;
        self.english += other.english;
        self.foreign += other.foreign;
        self.names += other.names;
        self.signs += other.signs;
        self.small += other.small;
        self.unknown += other.unknown;
    }

    /// Long enough to tell, in sentences rather than names, and with small words of another language, or with few words that
    /// English has.
    pub(super) fn is_foreign(self) -> bool {
        const FEWEST: usize = 8;
        const FEWEST_UNKNOWN: usize = 3;
        let prose = self.words >= FEWEST && self.names * 10 < self.words * 7 && !self.is_code();
        let other = self.foreign >= 2 && self.foreign * 10 >= self.words && self.foreign > self.english * 2;
        let unknown = self.unknown >= FEWEST_UNKNOWN && self.unknown * 5 >= self.small * 2;
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

/// The classes of a word without what an apostrophe joins to it, and whether that is in another script.
fn of_stem(word: &WrittenWord, classes: ParagraphClasses, lists: &ParagraphWords) -> (ParagraphClasses, bool) {
    let inner = word.inner();
    let stem = inner.split(['\'', '’']).next().unwrap_or("");
    let classes = if stem.len() == inner.len() { classes } else { lists.classes(hash_lower(stem)) };
    (classes, word.has.any(Sorts::WIDE) && is_in_other_script(stem))
}

/// Thai, Chinese and Japanese characters, two of which count as a word.
const fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{0E00}'..='\u{0E7F}' | '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}')
}

/// Neither Latin letters nor marks and digits: Greek and beyond.
fn is_in_other_script(word: &str) -> bool {
    const LAST_LATIN: char = '\u{24F}';
    word.starts_with(|c: char| c.is_alphabetic() && c > LAST_LATIN && !('\u{1E00}'..='\u{1EFF}').contains(&c))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Model, Span, structure::words::Source};

    fn count(text: &str, lists: &ParagraphWords) -> Count {
        let mut count = Count::default();
        let words = || Source::leaked(text).words(Span::new(0, text.len() as u32));
        words().for_each(|word| count.add_word(&word, lists.classes(word.hash), lists));
        count.add_unspaced();
        count.look_up(words().filter(WrittenWord::is_plain).map(|word| word.hash), lists);
        count
    }

    #[test]
    fn english_without_small_words_is_no_other_language() {
        for (text, foreign) in [
            ("Rock salt on icy streets can cause mayhem below them.", false),
            ("U.S. Gen. James Mattis apparently talked Donald Trump out of re-instituting waterboarding.", false),
            ("Firefighters battled blazes overnight while residents fled burning suburban neighbourhoods.", false),
            ("Mix flour, salt and butter. Add two eggs. Bake 40 minutes at 180C. Serve warm with cream.", false),
            ("Rose petals fall, rivers run dry, lovers weep, dogs bark, trains depart, children sleep.", false),
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
            ("Kommunen lukkede mandag den gamle bro, efter at ingeniører fandt revner i to af pillerne.", true),
            ("Kaupunki sulki vanhan sillan maanantaina, kun insinöörit löysivät halkeamia kahdesta pilarista.", true),
            (
                "Baraza lilifunga daraja la zamani siku ya Jumatatu baada ya wahandisi kupata nyufa katika nguzo mbili.",
                true,
            ),
            (
                "Rada zamknęła stary most w poniedziałek, że dwa filary pękły, i nie jest pewne, kiedy się otworzy.",
                true,
            ),
        ] {
            let model = Model::built_in();
            assert_eq!(count(text, &model.paragraph_words()).is_foreign(), foreign, "{text}");
        }
    }
}
