//! Does a repair add letters that are foreign to the text? A comparison of its lines before and
//! after all passes, which finds the lines on which repairs are withheld.
//!
//! Text that was misread several times, or lower-cased since, has places that another table decodes
//! by chance. The script betrays such a decoding: its letters make no words. A pass may add a
//! script that a later one removes, so only the end result is judged.

use std::collections::BTreeSet;

use super::decoding::{Decoding, Says};
use super::table::WINDOWS_1252;
use super::wording::class::{Class, Script, class, script};
use super::{double, pair};

/// The fewest letters of a word. To prove a script, one word must have more, or all words together
/// more different ones.
const WORD: usize = 3;

/// The longest example, in characters.
const EXAMPLE: usize = 40;

/// The letters of a decoding that may occur alone, such as "γ": Greek ones and those of other
/// scripts, decoded with the table of most misreadings.
pub fn signs(decoding: &Decoding) -> impl Iterator<Item = char> + '_ {
    let is_usual = decoding.table == WINDOWS_1252;
    let is_sign = |c: char| matches!(script(c), Some(Script::Greek | Script::Other(_)));
    letters(decoding).filter(move |c| is_usual && is_sign(*c))
}

/// Whether the letter at `at` is used as a sign, as in "μm", "IL2Rγc" and "(ง)", and is not in the
/// place of an accented letter of a Latin word.
fn stands_alone(line: &str, at: usize) -> bool {
    let before = line[..at].chars().next_back();
    let mut after = line[at..].chars().skip(1);
    let (next, later) = (after.next(), after.next());
    let letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
    match before {
        Some(c) if !c.is_ascii() || c.is_ascii_lowercase() => false,
        _ if next.is_some_and(|c| !c.is_ascii()) => false,
        Some(c) if c.is_ascii_alphanumeric() => true,
        _ => !(letter(next) && letter(later)),
    }
}

/// All characters of a decoding.
pub fn letters(decoding: &Decoding) -> impl Iterator<Item = char> + '_ {
    decoding.misreads.iter().flat_map(|misread| {
        let (one, text) = match &misread.says {
            Says::Char(c) | Says::Guess(c, _) => (Some(*c), ""),
            Says::Text(text) | Says::Cut(_, text) => (None, text.as_str()),
        };
        one.into_iter().chain(text.chars())
    })
}

/// A line to which repairs add a script.
pub struct ChangedLine<'a> {
    pub number: usize,
    pub was: &'a str,
    pub is: &'a str,
    /// The added scripts; never Latin.
    pub new: Vec<Script>,
}

impl<'a> ChangedLine<'a> {
    /// The line, if a script is added to it.
    pub fn of(number: usize, was: &'a str, is: &'a str, signs: &BTreeSet<char>) -> Option<Self> {
        let old = scripts(was.chars());
        let is_sign = |at: usize, c: char| signs.contains(&c) && stands_alone(is, at);
        let letters = is.char_indices().filter(|(at, c)| !is_sign(*at, *c));
        let mut new = scripts(letters.map(|(_, c)| c));
        new.retain(|script| !old.contains(script));
        let line = Self {
            number,
            was,
            is,
            new,
        };
        Some(line).filter(|line| !line.new.is_empty())
    }

    /// The first word that the repairs would change.
    pub fn example(&self) -> String {
        let pairs = self.was.char_indices().zip(self.is.chars());
        let same = pairs.take_while(|((_, was), is)| was == is);
        let at = same.last().map_or(0, |((at, c), _)| at + c.len_utf8());
        let start = self.was[..at].rfind(char::is_whitespace).unwrap_or(0);
        let word = self.was[start..].split_whitespace().next();
        word.unwrap_or_default().chars().take(EXAMPLE).collect()
    }
}

/// The scripts of a text: those it had before, and those whose letters mostly form words after.
pub fn scripts_of(before: &str, after: &str) -> Vec<Script> {
    let mut found = scripts(before.chars());
    let latin = after.chars().filter(|c| is_latin(*c)).count();
    for new in scripts(after.chars()) {
        let letters = after.chars().filter(|c| letter(*c) == Some(new)).count();
        let words = runs(after, new).filter(|run| run.is_word(latin > letters));
        let words: Vec<&str> = words.map(|run| run.text()).collect();
        let in_words: usize = words.iter().map(|word| word.chars().count()).sum();
        let different: BTreeSet<char> = words.iter().flat_map(|word| word.chars()).collect();
        let is_long = words.iter().any(|word| word.chars().count() > WORD);
        let proves = stands_unparted(new) || is_long || different.len() > WORD;
        if 2 * in_words > letters && proves && !found.contains(&new) {
            found.push(new);
        }
    }
    found
}

/// A run of adjacent letters of one script.
struct Run<'a> {
    pub text: &'a str,
    pub script: Script,
    pub start: usize,
    pub end: usize,
}

/// The runs of letters of a script, in text order.
fn runs(text: &str, own: Script) -> impl Iterator<Item = Run<'_>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text[at..].find(|c| letter(c) == Some(own))?;
        let rest = &text[start..];
        // An accent belongs to its letter, and a lost letter does not end a word.
        let is_next =
            |c: char| letter(c) == Some(own) || class(c) == Class::Combining || c == '\u{fffd}';
        at = start + rest.find(|c| !is_next(c)).unwrap_or(rest.len());
        Some(Run {
            text,
            script: own,
            start,
            end: at,
        })
    })
}

impl<'a> Run<'a> {
    fn text(&self) -> &'a str {
        &self.text[self.start..self.end]
    }

    fn letters(&self) -> usize {
        self.text().chars().count()
    }

    /// Whether these letters are a word. `guest` means that most letters of the text are Latin.
    fn is_word(&self, guest: bool) -> bool {
        let mut letters = self.text().chars();
        let first = letters.next();
        letters.any(|c| Some(c) != first)
            && match stands_unparted(self.script) {
                true => self.is_in_use() && !self.is_glued(guest) && !self.is_misread(),
                false => self.letters() >= WORD && !self.is_glued(true) && !self.is_odd(),
            }
    }

    /// The two characters before, the nearer first, and the two after.
    fn around(&self) -> [(Option<char>, Option<char>); 2] {
        let mut before = self.text[..self.start].chars().rev();
        let mut after = self.text[self.end..].chars();
        [(before.next(), before.next()), (after.next(), after.next())]
    }

    /// Whether it is next to a sign that is followed by letters, or has a capital inside.
    fn is_odd(&self) -> bool {
        let parts = |c: char| c.is_ascii() || c.is_whitespace() || c == '\u{fffd}';
        let mut around = self.around().into_iter();
        let joined = around.any(|(near, far)| {
            near.is_some_and(|c| !parts(c)) && far.is_some_and(char::is_alphabetic)
        });
        let mut pairs = self.text().chars().zip(self.text().chars().skip(1));
        joined || pairs.any(|(a, b)| a.is_lowercase() && b.is_uppercase())
    }

    /// Whether it touches a letter of another script that separates its words: an accented Latin
    /// one, or for a `guest` any lower-case one.
    fn is_glued(&self, guest: bool) -> bool {
        let mut around = self.around().into_iter();
        around.any(|(near, _)| match near.and_then(|c| letter(c).zip(near)) {
            Some((Script::Latin, c)) => !c.is_ascii() || guest && c.is_lowercase(),
            Some((other, _)) => !stands_unparted(other),
            None => false,
        })
    }

    /// Whether its letters are in use. Those of CJK Extension A occur in dictionaries, and exactly
    /// where the bytes of misread Latin letters lead.
    fn is_in_use(&self) -> bool {
        let mut letters = self.text().chars();
        letters.all(|c| class(c) != Class::Rare && !('\u{3400}'..='\u{4dbf}').contains(&c))
    }

    /// Whether a part of it is UTF-8 that was read with a double-byte table.
    fn is_misread(&self) -> bool {
        let mut starts = self.text().char_indices().zip(self.text().chars().skip(1));
        starts.any(|((offset, c), _)| {
            let at = self.start + offset;
            let mut tables = pair::tables_of(c).iter();
            tables.any(|&table| double::starts(table, c) && double::may_read(self.text, at, table))
        })
    }
}

/// The scripts of the letters, except Latin, in order of first occurrence.
pub fn scripts(chars: impl Iterator<Item = char>) -> Vec<Script> {
    let mut found = Vec::new();
    for script in chars.filter_map(letter) {
        if script != Script::Latin && !found.contains(&script) {
            found.push(script);
        }
    }
    found
}

/// The script of a letter; for a rare letter, its block of 128 code points.
fn letter(c: char) -> Option<Script> {
    match class(c) {
        Class::Letter(script) => Some(script),
        Class::Rare if c.is_alphabetic() => Some(Script::Other((u32::from(c) >> 7) as u8)),
        _ => None,
    }
}

fn is_latin(c: char) -> bool {
    letter(c) == Some(Script::Latin)
}

/// Whether a script is written without spaces between words, so that Latin words may adjoin.
fn stands_unparted(script: Script) -> bool {
    matches!(script, Script::Han | Script::Hangul | Script::Other(_))
}

#[cfg(test)]
mod tests {
    use crate::clean::mojibake::withheld::Withheld;

    /// Checks whether a repair is withheld, and which word stays for that reason.
    fn check(before: &str, after: &str, expected: Option<&str>) {
        let mut withheld = Withheld::default();
        let added = withheld.add(before, after);
        assert_eq!(added, expected.is_some(), "{after}");
        assert_eq!(withheld.example().as_deref(), expected, "{after}");
    }

    #[test]
    fn words_prove_a_script() {
        check("ÐŸÑ€Ð¸Ð²ÐµÑ‚", "Привет", None);
        check("a cafÃ©", "a café", None);
        check("a\nÐŸÑ€Ð¸Ð²\nÐ¸", "a\nПрив\nи", None);
        check("Ð ÑƒÑ\u{fffd}Ñ", "Рус\u{fffd}кий", None);
        check("ä½\u{a0}å¥½", "你好", None);
        check("bonne fÃªte Ø¹ÙŠØ¯.Que", "bonne fête عيد سعيد.Que", None);
        check("ä½¿ç”¨iPhoneæ—¶", "使用iPhone时都要小心这件事", None);
    }

    #[test]
    fn rubble_does_not() {
        check("it €âs so", "it ۉs so", Some("€âs"));
        check("so €â it", "so ۉ it", Some("€â"));
        check("Đľâ€” Đľâ€\u{98}Đľ", "о— о‘оёо®оѕо±", Some("Đľâ€”"));
        check("ã¢â‚¬å¾nie", "㢀å¾nie", Some("ã¢â‚¬å¾nie"));
        check("heièœ«æ¯t", "hei蜫每t", Some("heièœ«æ¯t"));
        check("è¢¨è–ªæ‡ˆ", "袨薪懈 谐蚯胁褉懈谢懈", Some("è¢¨è–ªæ‡ˆ"));
        check("x ‚ï¨ y", "x эАФ y", Some("‚ï¨"));
    }
}
