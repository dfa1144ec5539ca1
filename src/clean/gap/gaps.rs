//! Where does a text have gaps? A pass over the sentences of its blocks.

use super::candidate::{may_have_gap, may_part};
use super::sentence::{Sentence, Spacing, words};
use crate::document::{Block, BlockKind, Gap};
use crate::text::{Span, sentences, tokens};

/// The number of words of context on either side of a gap.
const CONTEXT: usize = 3;

/// The least confidence of a gap that proves that the text lost links.
const SURE: f64 = 0.9;

/// Rules that count only in a text that certainly lost links.
const IN_COMPANY: &[&str] = &[
    "an-before-consonant",
    "blank-before-mark",
    "dash-before-conjunction",
    "doubled-preposition",
    "possessive-before-function-word",
    "possessive-before-stop",
];

/// The gaps of a text, in text order. Headlines, headings and lines about the article are skipped,
/// as they have a grammar of their own.
pub fn gaps(text: &str, blocks: &[Block]) -> Vec<Gap> {
    let spacing = Spacing::new(text);
    let mut gaps: Vec<Gap> = Vec::new();
    for block in blocks {
        if !matches!(
            block.kind,
            BlockKind::Paragraph | BlockKind::Item | BlockKind::Caption
        ) {
            continue;
        }
        let part = block.span.slice(text);
        if !may_have_gap(part) {
            continue;
        }
        let tokens = tokens(part);
        for sentence in sentences(part, &tokens, Span::new(0, part.len())) {
            let words = words(part, &tokens, sentence);
            let sentence = Sentence {
                words: &words,
                spacing: &spacing,
            };
            for (at, word) in words.iter().enumerate() {
                if let Some((rule, confidence)) = sentence.gap_before(at) {
                    let place = word.span.shifted(block.span.start as usize);
                    gaps.push(gap(text, block.span, place.start, rule, confidence));
                }
            }
        }
    }
    gaps.dedup_by_key(|gap| gap.at);
    // What may be a slip of the writer proves nothing, unless the text certainly lost links.
    let scraped = gaps.iter().any(|gap| gap.confidence >= SURE);
    gaps.retain(|gap| scraped || !IN_COMPANY.contains(&gap.rule.as_str()));
    gaps
}

impl Sentence<'_> {
    /// The rule that finds words missing before word `at`, and its confidence.
    pub fn gap_before(&self, at: usize) -> Option<(&'static str, f64)> {
        let word = &self.words[at];
        let last = &self.words[at.checked_sub(1)?];
        if !may_part(last.text, word.text, &word.lower) {
            return None;
        }
        self.blank_before_mark(at, last, word)
            .or_else(|| self.determiner(at, last, word))
            .or_else(|| self.participle(at, last, word))
            .or_else(|| self.article_of_vowels(last, word))
            .or_else(|| self.preposition(at, last, word))
            .or_else(|| self.conjunction(at, last, word))
            .or_else(|| self.dash(at, last, word))
            .or_else(|| self.name_before_weekday(at, last, word))
            .or_else(|| self.name_before_that(at, last, word))
            .or_else(|| self.relative_clause(at, last, word))
    }
}

fn gap(text: &str, block: Span, at: u32, rule: &str, confidence: f64) -> Gap {
    let before = Span {
        start: block.start,
        end: at,
    }
    .slice(text);
    let after = Span {
        start: at,
        end: block.end,
    }
    .slice(text);
    let first = before
        .trim_end()
        .rmatch_indices(' ')
        .nth(CONTEXT - 1)
        .map_or(0, |(at, _)| at + 1);
    let last = after
        .match_indices(' ')
        .nth(CONTEXT - 1)
        .map_or(after.len(), |(at, _)| at);
    Gap {
        at,
        before: before[first..].to_owned(),
        after: after[..last].to_owned(),
        rule: rule.to_owned(),
        confidence,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Record;

    /// Gaps are written as `|` in the row.
    fn check(row: &str) {
        let text = row.replace('|', "");
        let record = Record::as_is("a", &text);
        let mut found = text.clone();
        for gap in gaps(&text, &record.blocks).iter().rev() {
            found.insert(gap.at as usize, '|');
        }
        assert_eq!(found, row);
    }

    #[test]
    fn lost_links() {
        check("“It rains,” says |, a mayor in the north.");
        check("They sold bread and |. Then they left.");
        check("It is like a |between the towns.");
        check("It came out, according to a |published Monday by the town.");
        check("He is accused of |to use in its |, in exchange for fish.");
        check("They met under the |, the mayor wrote.");
        check("The town used to |against the dam.");
        check("“It rains,” says |, who has an |grey houses, and its |of stone.");
        check("“It rains,” says |, who burns wood instead of |of good coal.");
        check("It must be in line with town laws and |of the Charter.");
        check("The Mayor and town clerk Jane Doe |Tuesday, during the visit to Ohio.");
        check("They burn it in the |, in barns — |and boat sheds, and |of Ohio.");
        check("They were glad, while Mayor Jane Doe |that the river was high.");
        check(
            "Ohio, which has been an ally since the flood, |to the plan, calling it a matter for town people.",
        );
    }

    #[test]
    fn whole_sentences() {
        for row in [
            "The value of a is between a and b, and of course it grows.",
            "He spoke of the lake and of the river.",
            "It is more competitive and of better quality.",
            "It is the best place I know of to eat fish, said the mayor of the town.",
            "They read “India Today”, on paper, and the mayor, too.",
            "It raises the question of to what end it was built.",
            "An hour later they listened to the mayor, an honest man.",
            "Vitamin A and the by-laws were the talk of the town.",
            "He told Mayor Doe that the river was high.",
            "The mayor met Jane Doe Tuesday, during the visit to Ohio.",
            "It cost them their barns — and boats, and the mill.",
            "They told of their barns — and boat sheds, and of the mill.",
            "It is a red by any name, a hundred by Monday.",
            "A \"the\" with no noun ; a word like “a” of course.",
            "It was the noise that they listened to against their will.",
            "What they objected to of the plan, and asked for of the mayor, was little.",
            "They have an grey house, and its from the town, I heard their are more.",
            "They do not know what it is , but it grows.",
            "It falls to Congress if the . . . plan fails.",
            "",
        ] {
            check(row);
        }
    }

    #[test]
    fn tokenised_text_has_blanks_before_marks() {
        check("He said , and she said , that it , too , was wet .");
    }
}
