//! Which dashes and quotation marks does this text use? A statistic of those that were not lost,
//! and of its language.

use crate::clean::mojibake::fix::Fix;
use crate::text::lexicon::WordClasses;

/// Words that occur in almost every text of a language.
const LIST: &str = include_str!("function_words.tsv");

/// The languages of the list.
const LANGUAGES: [&str; 4] = ["english", "german", "french", "polish"];

static WORDS: WordClasses = WordClasses::new(LIST, &LANGUAGES);

const ENGLISH: usize = 0;
const GERMAN: usize = 1;
const POLISH: usize = 3;

/// The most words that are counted.
const ENOUGH: usize = 2_000;

/// The typographic habits of a text.
#[derive(Debug, Default)]
pub struct Habit {
    /// Number of em dashes minus number of en dashes.
    long_dashes: i32,
    /// How many more „ are closed by ” than by “.
    raised: i32,
    /// Whether a „ is open.
    low: bool,
    /// The number of words read.
    seen: usize,
    /// The number of occurrences of the words of the list, for each of [`LANGUAGES`].
    words: [u32; 4],
    cyrillic: bool,
    /// Whether it has letters that occur only in languages with „ ”.
    slavic: bool,
}

impl Habit {
    /// The habits of a text with its fixes applied.
    pub fn of(text: &str, fixes: &[Fix]) -> Self {
        let mut habit = Self::default();
        let mut done = 0;
        for fix in fixes {
            habit.read(&text[done..fix.span.start as usize]);
            habit.read(&fix.after);
            done = fix.span.end as usize;
        }
        habit.read(&text[done..]);
        habit
    }

    /// Reads the next part of the text.
    pub fn read(&mut self, part: &str) {
        // A few hundred words identify a language.
        let words = part.split(|c: char| !c.is_alphanumeric());
        for word in words.take(ENOUGH.saturating_sub(self.seen)) {
            self.seen += 1;
            if (1..=6).contains(&word.len()) {
                let counts = self.words.iter_mut().enumerate();
                counts.for_each(|(language, n)| *n += u32::from(WORDS.has(word, language)));
            }
        }
        for c in part.chars().filter(|c| !c.is_ascii()) {
            match c {
                '—' => self.long_dashes += 1,
                '–' => self.long_dashes -= 1,
                '„' => self.low = true,
                '“' | '”' if self.low => {
                    self.raised += if c == '”' { 1 } else { -1 };
                    self.low = false;
                }
                'ą' | 'ę' | 'ł' | 'ś' | 'ż' | 'ź' | 'ć' | 'ń' | 'ő' | 'ű' | 'ă' | 'ș' | 'ț'
                | 'đ' => {
                    self.slavic = true;
                }
                'а'..='я' => self.cyrillic = true,
                _ => {}
            }
        }
    }

    /// The dash between two spaces, and the confidence.
    pub fn dash(&self) -> (char, f64) {
        match self.long_dashes {
            1.. => ('—', 0.85),
            0 if self.is_english() => ('—', 0.85),
            0 if self.cyrillic => ('—', 0.7),
            0 => ('–', 0.7),
            _ => ('–', 0.85),
        }
    }

    /// The mark that closes `open`.
    pub fn closing(&self, open: char) -> char {
        let raised = self.slavic || self.language() == POLISH;
        match open {
            '‘' => '’',
            '‚' => '‘',
            '„' if self.raised < 0 || self.raised == 0 && !raised => '“',
            _ => '”',
        }
    }

    /// The mark that opens a quotation.
    pub fn opening(&self) -> char {
        let low = self.slavic || self.raised != 0 || matches!(self.language(), GERMAN | POLISH);
        if low { '„' } else { '“' }
    }

    /// Whether the text may be English, where possessives end with an apostrophe.
    pub fn is_english(&self) -> bool {
        !self.cyrillic && !self.slavic && self.language() == ENGLISH
    }

    /// Whether the text contains more of the English words than of those of any other language.
    pub fn is_surely_english(&self) -> bool {
        let [english, others @ ..] = self.words;
        self.is_english() && others.iter().all(|&count| count < english)
    }

    /// The language most of whose words are in the text; English if in doubt.
    fn language(&self) -> usize {
        let best = self.words.iter().copied().enumerate();
        best.rev()
            .max_by_key(|&(_, count)| count)
            .map_or(ENGLISH, |(language, _)| language)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::lexicon::check_list;

    #[test]
    fn the_list_is_sorted_and_whole() {
        check_list(LIST, &LANGUAGES);
    }

    fn check(text: &str, dash: char, closing: char, opening: char) {
        let mut habit = Habit::default();
        habit.read(text);
        let found = (habit.dash().0, habit.closing('„'), habit.opening());
        assert_eq!(found, (dash, closing, opening), "{text:?}");
    }

    #[test]
    fn habits() {
        check("It is the end of the day", '—', '“', '“');
        check("Es ist das Ende und nicht der Anfang", '–', '“', '„');
        check("To jest koniec, nie początek", '–', '”', '„');
        check("C’est la fin de la journée", '–', '“', '“');
        check("Это конец", '—', '“', '“');
        check("one – two", '–', '“', '“');
    }
}
