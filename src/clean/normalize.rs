//! What record does an article become? The pipeline that makes its text, blocks and evidence.

use super::boilerplate::sort;
use super::gap::gaps;
use super::language::language;
use super::layout::{Page, Plan, composed};
use super::metadata::evidence;
use super::pass::{Steps, cleaned, settled};
use crate::document::{Article, Field, Operation, Record};

/// The normalized record of an article. It cannot fail, and is deterministic.
///
/// A second normalization of the record's text keeps its wording. Given values take precedence over
/// what the text proves.
pub fn normalize(article: &Article) -> Record {
    let title = article.given.get(Field::Title);
    let (source, left) = cleaned(&article.text, Steps::default());
    let mut page = Page::new(&source.text).laid_out(&article.layout, &source, &article.text);
    sort(&mut page, title);
    let plan: Plan = settled(&mut page, title);
    let composed = composed(&plan, &page, &source, &article.text);
    let language = language(&composed.text);
    let mut record = Record {
        evidence: evidence(&page, &source, &article.statements, language),
        operations: composed.operations,
        blocks: composed.blocks,
        text: composed.text,
        given: article.given.clone(),
        source: article.source.clone(),
        ..Record::as_is(&article.id, "")
    };
    if let Some(word) = left {
        let warning =
            format!("“{word}” was misread, and what was meant cannot be told; it was left in");
        record.source.warnings.push(warning);
    }
    record.settle();
    if record
        .language
        .as_deref()
        .is_some_and(|tag| tag == "en" || tag.starts_with("en-"))
    {
        record.gaps = gaps(&record.text, &record.blocks);
    }
    record
}

/// A text with repaired and canonical characters; its lines and blocks are untouched.
#[derive(Debug, Clone, PartialEq)]
pub struct Repaired {
    /// The text.
    pub text: String,
    /// The operations that turned the raw text into it.
    pub operations: Vec<Operation>,
}

/// The steps of [`normalize`] that concern characters alone: wrongly decoded ones are repaired, the
/// others made canonical.
pub fn repair(text: &str, steps: Steps) -> Repaired {
    let (mapped, _) = cleaned(text, steps);
    Repaired {
        operations: mapped.operations(text),
        text: mapped.text,
    }
}

/// The record of an article whose text is taken unchanged, with its given values.
pub fn as_is(article: &Article) -> Record {
    let mut record = Record {
        given: article.given.clone(),
        source: article.source.clone(),
        ..Record::as_is(&article.id, &article.text)
    };
    record.settle();
    record
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Given;
    use crate::document::apply;
    use proptest::prelude::*;

    fn article(text: &str) -> Article {
        Article::new("a", text)
    }

    /// The properties of every record, whatever it was made of.
    fn check(text: &str) -> Record {
        let record = normalize(&article(text));
        let blocks: Vec<&str> = record
            .blocks
            .iter()
            .map(|b| b.span.slice(&record.text))
            .collect();
        assert_eq!(blocks.join("\n\n"), record.text, "{text:?}");
        assert!(record.is_sound(), "{text:?}");
        assert_eq!(record.raw(), text);
        assert_eq!(
            apply(text, &record.operations).as_ref(),
            Some(&record.text),
            "{text:?}"
        );
        for repair in record.repairs() {
            assert_eq!(repair.raw.slice(text), repair.before, "{text:?}");
            assert_eq!(repair.span.slice(&record.text), repair.after, "{text:?}");
        }
        let again = normalize(&article(&record.text));
        assert_eq!(wording(&again.text), wording(&record.text), "{text:?}");
        record
    }

    fn wording(text: &str) -> Vec<&str> {
        let mut words: Vec<&str> = text.split_whitespace().collect();
        words.sort_unstable();
        words
    }

    #[test]
    fn what_is_given_takes_precedence() {
        let given = Article {
            given: Given {
                title: Some("Rain".into()),
                author: Some(" Jane Doe ".into()),
                publisher: Some(String::new()),
                ..Given::default()
            },
            ..article(
                "Rain\n\nBy John Roe\n\nIt rained all day in the north, and in the evening it rained there too.\n\nCopyright 2020 The Bugle",
            )
        };
        let record = normalize(&given);
        assert_eq!(record.title.as_deref(), Some("Rain"));
        assert_eq!(record.author.as_deref(), Some("Jane Doe"));
        assert_eq!(record.publisher.as_deref(), Some("The Bugle"));
        let found = |field| record.proof(field).map(|evidence| evidence.value.as_str());
        assert_eq!(
            found(Field::Author),
            Some("John Roe"),
            "what was found stays known"
        );
    }

    #[test]
    fn bylines_with_dates_and_over_two_lines() {
        let rain = "It rained all day in the north, and in the evening it rained there too.";
        for (byline, author, published) in [
            (
                "By Jane Doe | 12 May 2023 10:45 GMT",
                "Jane Doe",
                Some("2023-05-12T10:45+00:00"),
            ),
            (
                "By Jane Doe, Reuters - May 12, 2023, 10:45 AM",
                "Jane Doe",
                Some("2023-05-12T10:45"),
            ),
            ("By Jane Doe and\nJohn Roe", "Jane Doe and John Roe", None),
            ("By\nJane Doe", "Jane Doe", None),
        ] {
            let record = check(&format!("River rises\n\n{byline}\n\n{rain}"));
            assert_eq!(record.title.as_deref(), Some("River rises"), "{byline}");
            assert_eq!(record.author.as_deref(), Some(author), "{byline}");
            assert_eq!(record.published.as_deref(), published, "{byline}");
        }
    }

    #[test]
    fn letters_and_releases() {
        let rain = "It rained all day in the north, and in the evening it rained there too.";
        let proved = |head: &str| {
            let record = check(&format!("{head}\n\n{rain}\n\n{rain}"));
            let fields = [
                Field::Title,
                Field::Author,
                Field::Place,
                Field::Published,
                Field::Kind,
            ];
            let proofs = fields.iter().filter_map(|&field| record.proof(field));
            let values: Vec<&str> = proofs.map(|proof| proof.value.as_str()).collect();
            values.join(" | ")
        };
        assert_eq!(
            proved(
                "From: Jane Doe <jane@example.org>\nTo: John Roe <john@example.org>\n\
                 Date: Fri, 12 May 2023 10:45:00 +0100\nSubject: River rises\n\nDear John,"
            ),
            "River rises | Jane Doe | 2023-05-12T10:45+01:00"
        );
        assert_eq!(proved("Subject: River rises\n\nDear all,"), "River rises");
        assert_eq!(
            proved("FOR IMMEDIATE RELEASE\n\nBrussels, 12 May 2023\n\nRiver rises"),
            "River rises | Brussels | 2023-05-12 | press release"
        );
        assert_eq!(
            proved("FOR IMMEDIATE RELEASE: May 12, 2023\n\nRiver rises"),
            "River rises | 2023-05-12 | press release"
        );
    }

    #[test]
    fn edges() {
        for text in [
            "", "\n", "\u{feff}", "\r\n\r\n", "•", "• ", "鈥", "鈥檚", "â€", "©", "(", "By ",
            "About ", "e\u{301}", "\u{301}",
        ] {
            check(text);
        }
    }

    #[test]
    fn lines_break_at_any_width() {
        let record = check(
            "One line that is long enough to be taken for\nwrapped text, and goes on to the margin of the\npage.\n\nEnd.",
        );
        assert_eq!(record.blocks.len(), 2, "{}", record.text);
    }

    proptest! {
        #[test]
        fn any_text(text in "\\PC{0,80}") {
            check(&text);
        }

        #[test]
        fn any_lines(lines in proptest::collection::vec(
            prop_oneof![
                Just("River rises"), Just("River rises - The Bugle"), Just("By Jane Doe"), Just("May 5, 2020"), Just("Share"),
                Just("Related articles"), Just("Jane Doe/AP"), Just("/"), Just("A boat near the old mill."), Just("© 2020 WXYZ"),
                Just("Leave a reply"), Just("• one\n  • two"), Just("12 Main St, Springfield, Ohio, 45501"), Just("0:00"),
                Just("The river rose by two metres, and people of three villages left their houses in boats."),
                Just("鈥淚t鈥檚 so,鈥 he said, 茅 caf茅."), Just("Itâ€™s\u{a0}so"), Just("e\u{301} “x” «y» 👩\u{200d}👩\r"), Just("Opinion"), Just(""),
                Just("Subject: River rises"), Just("From: Jane Doe <jane@example.org>"), Just("Date: 12 May 2023"), Just("Dear Jane"),
                Just("Oslo, 5 May 2020"), Just("By Jane Doe and"), Just("John Roe"), Just("Foreign correspondent"),
                Just("FOR IMMEDIATE RELEASE: May 5, 2020"), Just("Download the app"), Just("Related: a tale"), Just("Oslo\t12\t3"),
                Just("Ohio\t9"), Just("Contact: Jane Doe"),
            ],
            0..14,
        )) {
            check(&lines.join("\n"));
            check(&lines.join("\n\n"));
        }
    }
}
