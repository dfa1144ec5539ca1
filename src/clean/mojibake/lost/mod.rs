//! Which character lost its last byte? A resolver that infers it from the context.
//!
//! The chosen decodings enter, the fixes leave. The first two bytes of a mark without its third
//! still show that it is a mark. Its context shows which: whether a quotation is open, what
//! precedes and follows, and the habits of the rest of the text.

mod habit;
mod line;

use std::cell::OnceCell;

use crate::clean::mojibake::decoding::{Decoding, Says};
use crate::clean::mojibake::fix::Fix;
use crate::text::Span;
use habit::Habit;
use line::Before;

/// A fix whose character is not known yet.
struct Cut {
    /// The index of the fix.
    fix: usize,
    /// The bytes that remain.
    head: [u8; 2],
    /// Whether the decoder's replacement for the lost byte also replaced the next one.
    swallowed: bool,
}

/// The fixes of a text's decodings, in order, lost characters included.
pub fn fixes(text: &str, chosen: Vec<(Decoding, f64)>) -> Vec<Fix> {
    let chosen = without_named_letters(text, chosen);
    let question = Question::of(text, &chosen);
    let mut fixes = Vec::new();
    let mut cuts = Vec::new();
    for (decoding, sure) in chosen {
        let (rule, lossy) = decoding.rules();
        for misread in decoding.misreads {
            let mut end = misread.end;
            let (after, rule, confidence) = match misread.says {
                Says::Char(c) => (c.to_string(), rule, sure),
                Says::Text(said) => (said, rule, sure),
                Says::Guess(c, confidence) => (c.to_string(), lossy, confidence),
                Says::Cut(head, said) => {
                    end += question.residue(&text[end..]);
                    let swallowed = question == Question::Swallows && end > misread.end;
                    cuts.push(Cut {
                        fix: fixes.len(),
                        head,
                        swallowed,
                    });
                    (said, lossy, 0.0)
                }
            };
            fixes.push(Fix {
                span: Span::new(misread.start, end),
                after,
                rule,
                confidence,
            });
        }
    }
    if !cuts.is_empty() {
        resolve(text, &mut fixes, &cuts);
    }
    fixes
}

/// The decodings without those of letters that are named in English: "the letter Ã" does not mean
/// "à", whatever is misread near it.
fn without_named_letters(text: &str, mut chosen: Vec<(Decoding, f64)>) -> Vec<(Decoding, f64)> {
    let english = OnceCell::new();
    let is_english = || *english.get_or_init(|| Habit::of(text, &[]).is_surely_english());
    chosen.retain(|(decoding, _)| !(stands_alone(text, decoding) && is_english()));
    chosen
}

/// Whether a decoding is of a single letter between spaces, and not of "à la".
fn stands_alone(text: &str, decoding: &Decoding) -> bool {
    let [misread] = decoding.misreads.as_slice() else {
        return false;
    };
    let before = text[..misread.start].chars().next_back();
    let mut rest = text[misread.start..].chars();
    rest.next();
    let blank = match misread.says {
        Says::Guess('à' | '\u{a0}', _) => rest.as_str().starts_with([' ', '\n']),
        Says::Char('à') => {
            rest.as_str().starts_with('\u{a0}')
                && text[misread.end..].starts_with(char::is_alphabetic)
        }
        _ => false,
    };
    blank
        && before.is_none_or(char::is_whitespace)
        && !rest.as_str().trim_start().starts_with("la ")
}

/// What a decoder wrote for a byte that it could not decode.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Question {
    /// Nothing, or U+FFFD.
    No,
    /// "?" for the byte alone.
    Stands,
    /// "?" for the byte and the next character.
    Swallows,
}

impl Question {
    fn of(text: &str, chosen: &[(Decoding, f64)]) -> Self {
        let (mut cuts, mut marked, mut swallowed) = (0, 0, false);
        for (decoding, _) in chosen {
            let Some(misread) = decoding.misreads.last() else {
                continue;
            };
            if !matches!(misread.says, Says::Cut(..)) || text[misread.end..].starts_with('\u{fffd}')
            {
                continue;
            }
            cuts += 1;
            if let Some(rest) = text[misread.end..].strip_prefix('?') {
                marked += 1;
                swallowed |= rest.starts_with(char::is_alphabetic);
            }
        }
        match (cuts == marked, swallowed) {
            _ if cuts == 0 => Self::No,
            (false, _) => Self::No,
            (true, false) => Self::Stands,
            (true, true) => Self::Swallows,
        }
    }

    /// The number of bytes at the start of `rest` that replace a lost byte.
    fn residue(self, rest: &str) -> usize {
        match rest.chars().next() {
            Some('\u{fffd}') => '\u{fffd}'.len_utf8(),
            Some('?') if self != Self::No => 1,
            _ => 0,
        }
    }
}

/// Completes the fixes of lost characters with those that fit best.
fn resolve(text: &str, fixes: &mut [Fix], cuts: &[Cut]) {
    let habit = Habit::of(text, fixes);
    let mut before = Before::default();
    let (mut done, mut next) = (0, 0);
    for (index, cut) in cuts.iter().enumerate() {
        for fix in &fixes[next..cut.fix] {
            before.read(&text[done..fix.span.start as usize]);
            before.read(&fix.after);
            done = fix.span.end as usize;
        }
        next = cut.fix;
        before.read(&text[done..fixes[next].span.start as usize]);
        before.read(&fixes[next].after);
        done = fixes[next].span.end as usize;
        let until = cuts.get(index + 1).map(|cut| cut.fix);
        let after = ahead(text, done, &fixes[next + 1..until.unwrap_or(fixes.len())]);
        let stop = until.map_or(text.len(), |fix| fixes[fix].span.start as usize);
        let place = Place {
            habit: &habit,
            before: &before,
            swallowed: cut.swallowed && starts_word(&after),
            more: until.is_some() && !text[done..stop].contains('\n'),
            after,
        };
        let (c, confidence) = place.lost(cut.head);
        let swallowed = place.swallowed;
        // A digit may have preceded this digit and is lost for good.
        let digit = cut.swallowed && place.after.starts_with(|c: char| c.is_ascii_digit());
        let fix = &mut fixes[next];
        let said = fix.after.len();
        fix.after.push(c);
        if swallowed {
            fix.after.push(' ');
        }
        fix.confidence = if digit { confidence / 2.0 } else { confidence };
        before.read(&fix.after[said..]);
        next += 1;
    }
}

/// Whether a text starts like text after a space.
fn starts_word(text: &str) -> bool {
    let opening = ['„', '“', '‘', '«', '(', '—', '–'];
    text.starts_with(char::is_alphabetic) || text.starts_with(opening) || text.starts_with("- ")
}

/// The repaired text from `at` to the end of the line or of the context, whichever is first.
fn ahead(text: &str, at: usize, fixes: &[Fix]) -> String {
    let mut ahead = String::new();
    let mut done = at;
    for fix in fixes {
        let plain = &text[done..fix.span.start as usize];
        if let Some(line) = plain.find('\n') {
            ahead.push_str(&plain[..line]);
            return ahead;
        }
        ahead.push_str(plain);
        ahead.push_str(&fix.after);
        done = fix.span.end as usize;
    }
    let rest = text[done..].chars().take(LOOK_AHEAD);
    ahead.extend(rest.take_while(|c| *c != '\n'));
    ahead
}

/// The most characters of context after the last fix.
const LOOK_AHEAD: usize = 64;

/// The context of a lost character.
struct Place<'a> {
    habit: &'a Habit,
    before: &'a Before,
    /// The repaired rest of the line, up to the next lost character.
    after: String,
    /// Whether the space after it is lost too.
    swallowed: bool,
    /// Whether another lost character follows in the line.
    more: bool,
}

impl Place<'_> {
    /// The character that lost its last byte, and the confidence.
    fn lost(&self, head: [u8; 2]) -> (char, f64) {
        let last = self.before.last.filter(|c| !c.is_whitespace());
        match head {
            [0xe2, 0x80] => self.mark(last),
            [0xe2, 0x82] => ('€', 0.9),
            [0xe2, 0x84] => ('™', 0.8),
            [0xc2, _] if self.before.guillemets > 0 => ('»', 0.7),
            [0xc2, _] => ('\u{a0}', 0.5),
            [0xc3, _] if self.after.starts_with(char::is_alphabetic) => ('â', 0.4),
            [0xc3, _] if last.is_none_or(|c| !c.is_alphanumeric()) => ('à', 0.6),
            [0xc3, _] => ('é', 0.4),
            _ => ('\u{fffd}', 0.3),
        }
    }

    fn mark(&self, last: Option<char>) -> (char, f64) {
        let next = self
            .after
            .chars()
            .next()
            .filter(|c| !self.swallowed && !c.is_whitespace());
        let open = self.before.open.last().copied();
        let closing = open.map(|open| self.habit.closing(open));
        match (last, next) {
            (None, None) => self.habit.dash(),
            (None, Some(c)) if c.is_ascii_digit() && is_decade(&self.after) => ('’', 0.8),
            (None, Some(c)) if c.is_ascii_punctuation() && open.is_none() => ('…', 0.5),
            (None, Some(_)) => (self.habit.opening(), 0.7),
            (Some(a), Some(b)) if a.is_ascii_digit() && b.is_ascii_digit() => ('–', 0.9),
            (Some(c), _) if !c.is_alphanumeric() => match closing {
                Some('’') => ('’', 0.9),
                Some(mark) => (mark, 0.95),
                None => ('”', 0.7),
            },
            (Some('s'), None) if open == Some('“') && self.closes_later() => ('’', 0.6),
            _ if closing == Some('’') => ('’', 0.85),
            _ if closing.is_some() => (closing.unwrap_or_default(), 0.9),
            (Some('s'), _) if self.habit.is_english() && self.goes_on() => ('’', 0.85),
            _ => ('…', 0.4),
        }
    }

    /// Whether a word follows after a space.
    fn goes_on(&self) -> bool {
        let rest = self
            .after
            .strip_prefix(' ')
            .or(Some(self.after.as_str()).filter(|_| self.swallowed));
        rest.is_some_and(|rest| rest.starts_with(char::is_alphabetic))
    }

    /// Whether another lost mark precedes the next opening one, so that this one closes nothing.
    fn closes_later(&self) -> bool {
        let lowercase = self.after.trim_start().starts_with(char::is_lowercase);
        self.more && lowercase && !self.after.contains('“')
    }
}

/// "90s", as after an apostrophe.
fn is_decade(text: &str) -> bool {
    let mut chars = text.chars();
    let digits = chars.by_ref().take(2).all(|c| c.is_ascii_digit());
    digits && chars.next() == Some('s')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(before: &str, after: &str, expected: char) {
        let mut line = Before::default();
        line.read(before);
        let mut habit = Habit::default();
        habit.read(before);
        habit.read(after);
        let place = Place {
            habit: &habit,
            before: &line,
            after: after.to_owned(),
            swallowed: false,
            more: false,
        };
        let (mark, confidence) = place.lost([0xe2, 0x80]);
        assert_eq!(mark, expected, "{before:?} {after:?}");
        assert!((0.0..=0.95).contains(&confidence), "{before:?} {after:?}");
    }

    #[test]
    fn contexts() {
        check("“So it is,", " he said", '”');
        check("“He said ‘no,", " and left", '’');
        check("Oslo ", " Rain", '—');
        check("the boys", " toys", '’');
        check("1990", "1995", '–');
        check("in the ", "90s it was", '’');
        check("some ", "5 of them", '“');
        check("", "", '—');
        check("Er sagte „gut", " und ging", '“');
        check("On mówi „się", " i idzie", '”');
        check("«Так", " и есть", '…');
    }
}
