//! Which passages of several articles say the same, and how do they differ? Invented cases, checked
//! by hand.

use corpus_explorer::compare::{
    AlignedSpan, AlignmentKind, Difference, DifferenceKind, GroupKind, Subject, align, events,
    groups, shared, table, topics,
};
use corpus_explorer::corpus::{Corpus, Treatment};
use corpus_explorer::document::Article;
use corpus_explorer::document::DocId;
use corpus_explorer::text::Span;

/// Sentences that make articles long enough for words to be frequent or rare, and that give them
/// one event.
const FRAME: &str = "The harbour of Port Elmo was closed on Monday. Mayor Ana Reyes spoke to dockers at the \
    harbour of Port Elmo. Dockers of Port Elmo have met the mayor before. The harbour company runs Port Elmo.";

/// A corpus of texts, each within the frame of one event.
fn corpus(texts: &[&str]) -> Corpus {
    let article = |(n, text): (usize, &&str)| Article {
        id: format!("a{n}"),
        text: format!("{FRAME}\n\n{text}"),
        ..Article::default()
    };
    let articles: Vec<Article> = texts.iter().enumerate().map(article).collect();
    let treatment = Treatment {
        normalize: false,
        ..Treatment::default()
    };
    Corpus::from_articles(&articles, treatment).expect("articles with ids of their own")
}

fn ids(corpus: &Corpus) -> Vec<DocId> {
    corpus.ids().collect()
}

/// Whether the last sentences of two articles are in one statement group.
fn same(a: &str, b: &str) -> bool {
    let corpus = corpus(&[a, b]);
    let groups = corpus.groups(&ids(&corpus));
    let held = |n: u32, text: &str| {
        let start = corpus.document(DocId(n)).text.len() - text.len();
        move |member: &&corpus_explorer::compare::Member| {
            member.document == DocId(n) && member.span().start as usize >= start
        }
    };
    groups.iter().any(|group| {
        group.kind == GroupKind::Statement
            && group.members.iter().any(|m| held(0, a)(&m))
            && group.members.iter().any(|m| held(1, b)(&m))
    })
}

#[test]
fn the_same_in_other_words() {
    for (a, b) in [
        // Another order, the passive voice, other function words.
        (
            "Inspectors found asbestos in the ceiling of the old warehouse.",
            "In the old warehouse’s ceiling, asbestos was found by inspectors.",
        ),
        (
            "The strike cost exporters 40 million euros in lost orders.",
            "Exporters lost orders worth 40 million euros because of the strike.",
        ),
        // Direct here, indirect there.
        (
            "“We will rebuild the eastern pier before winter,” Reyes said.",
            "Reyes said the eastern pier would be rebuilt before winter.",
        ),
        (
            "Reyes called the blockade “a reckless gamble with our livelihoods”.",
            "The blockade is a reckless gamble with our livelihoods, according to Reyes.",
        ),
        // Quoted fragments, and an American spelling.
        (
            "The ministry promised “swift and generous” compensation to harbour families.",
            "Harbor families were promised swift and generous compensation by the ministry.",
        ),
        // Longer here.
        (
            "The union rejected the offer of a nine percent raise.",
            "After two days of talks the union rejected the company’s offer of a nine percent raise, which it called an insult to every docker.",
        ),
        // A hyphen, a plural.
        (
            "Talks on co-operation between customs officers collapsed overnight.",
            "Talks about the cooperation of customs officers collapsed over night.",
        ),
        // Different figures on one point are still the same point.
        (
            "The explosion injured 12 firefighters and destroyed three cranes.",
            "The explosion injured 15 firefighters and destroyed three cranes.",
        ),
    ] {
        assert!(same(a, b), "not joined:\n  {a}\n  {b}");
    }
}

#[test]
fn look_alikes_stay_apart() {
    for (a, b) in [
        // The same frame, different content.
        (
            "Reyes said on Wednesday that schools would open.",
            "Reyes said on Wednesday that taxes would rise.",
        ),
        // Two people with similar words.
        (
            "“Relations have reached a higher level,” said Tom Hale.",
            "“Relations should reach a new level,” said Ines Duarte.",
        ),
        (
            "“The ferry line will close for good,” said Tom Hale.",
            "“The ferry line will close for good,” said Ines Duarte.",
        ),
        // One word in common.
        ("The warehouse burned down.", "A warehouse clerk resigned."),
        // Only names.
        (
            "Ana Reyes and Tom Hale met in Lisbon.",
            "Tom Hale and Ana Reyes quarrelled in Lisbon.",
        ),
        // The same people and place, different actions.
        (
            "The union sued the harbour company over unpaid wages.",
            "The union thanked the harbour company for its donation.",
        ),
        (
            "Police searched the office of the shipping agent.",
            "Police guarded the entrance of the customs hall.",
        ),
    ] {
        assert!(!same(a, b), "joined:\n  {a}\n  {b}");
    }
}

#[test]
fn formulas_of_unrelated_articles_stay_apart() {
    let article = |n: usize, text: &str| Article {
        id: format!("a{n}"),
        text: text.to_owned(),
        ..Article::default()
    };
    let articles = [
        article(
            0,
            "Elmwood Steel opened a mill in Ohio. Elmwood Steel hired welders. The board declared a quarterly dividend payable to holders on record in March.",
        ),
        article(
            1,
            "Orchid Foods sells tea in Kenya. Orchid Foods bought farms. The board declared its yearly dividend, payable to those on record in April.",
        ),
    ];
    let corpus = Corpus::from_articles(&articles, Treatment::default()).expect("a corpus");
    assert_eq!(corpus.groups(&ids(&corpus)), []);
}

#[test]
fn nothing_to_compare() {
    let corpus = corpus(&[]);
    assert_eq!(corpus.groups(&[]), []);
    assert_eq!(shared(&[], 8), []);
    assert!(table(&[], &[]).rows.is_empty());
    assert_eq!(events(&[], &[]), []);
    let alone = self::corpus(&["The union rejected the offer. The union rejected the offer."]);
    assert_eq!(alone.groups(&ids(&alone)), []);
}

/// The words in which the members of the only group with differences differ.
fn differences(texts: &[&str]) -> Vec<(DifferenceKind, Vec<String>)> {
    let corpus = corpus(texts);
    let words = |group: &corpus_explorer::compare::Group, difference: &Difference| {
        let readings = difference.variants.iter().map(|reading| {
            let document = corpus.document(group.members[reading.member].document);
            document.slice(reading.span).to_owned()
        });
        (difference.kind, readings.collect())
    };
    let groups = corpus.groups(&ids(&corpus));
    let all = groups
        .iter()
        .flat_map(|g| g.differences.iter().map(move |d| words(g, d)));
    all.collect()
}

#[test]
fn what_passages_differ_in() {
    let figures = differences(&[
        "The explosion injured 12 firefighters and destroyed three cranes.",
        "The explosion injured 15 firefighters and destroyed three cranes.",
    ]);
    let twelve_fifteen = ["12 firefighters", "15 firefighters"]
        .map(str::to_owned)
        .to_vec();
    assert_eq!(figures, [(DifferenceKind::Figures, twelve_fifteen)]);
    let dates = differences(&[
        "The old lighthouse treaty was cancelled by parliament in 1991.",
        "The old lighthouse treaty was cancelled by parliament in 1994.",
    ]);
    let years = ["1991", "1994"].map(str::to_owned).to_vec();
    assert_eq!(dates, [(DifferenceKind::Dates, years)]);
    let denied = differences(&[
        "Inspectors found asbestos in the ceiling of the old warehouse.",
        "Inspectors found no asbestos in the ceiling of the old warehouse.",
    ]);
    assert_eq!(denied, [(DifferenceKind::Negation, vec!["no".to_owned()])]);
    let agreed = differences(&[
        "The explosion injured 12 firefighters and destroyed three cranes.",
        "The explosion injured twelve firefighters and destroyed three cranes.",
    ]);
    assert_eq!(agreed, []);
}

#[test]
fn one_paper_in_several_articles() {
    let corpus = corpus(&[
        "The 1961 treaty between Norway and Peru was discarded in 1991.",
        "The new pact replaces the 1961 treaty between Norway and Peru.",
    ]);
    let accounts = corpus.accounts(&ids(&corpus));
    let topics = topics(&accounts).0;
    let treaty = topics.iter().find(|topic| topic.members.len() == 2);
    let treaty = treaty.expect("the treaty is spoken of twice");
    assert!(treaty.about.is_some() && treaty.kind == GroupKind::Topic);
}

#[test]
fn one_title_in_several_articles() {
    let corpus = corpus(&[
        "They signed the “green harbour partnership” pact.",
        "The Treaty on Green Harbour Partnership was printed.",
        "Nobody read the green harbour partnership agreement.",
    ]);
    let groups = corpus.groups(&ids(&corpus));
    let titles = groups.iter().filter(|g| g.kind == GroupKind::Title);
    let members: Vec<usize> = titles.map(|title| title.members.len()).collect();
    assert_eq!(members, [3]);
}

#[test]
fn wordings_are_aligned() {
    let (a, b) = (
        "We shall give aid without any delay.",
        "Without delay we give all aid",
    );
    let corpus = corpus(&[a, b]);
    let accounts = corpus.accounts(&ids(&corpus));
    let whole = |n: usize, text: &str| {
        let end = accounts[n].document.text.len();
        (&accounts[n], [Span::new(end - text.len(), end)])
    };
    let ((one, first), (other, second)) = (whole(0, a), whole(1, b));
    let parts = align((one, &first), (other, &second));
    let words = |n: usize, span: Option<Span>| span.map(|s| accounts[n].document.slice(s));
    let told: Vec<_> = parts
        .iter()
        .map(|part: &AlignedSpan| (part.kind, words(0, part.first), words(1, part.second)))
        .collect();
    assert_eq!(
        told,
        [
            (AlignmentKind::Moved, None, Some("Without delay")),
            (AlignmentKind::Shared, Some("We"), Some("we")),
            (AlignmentKind::LeftOut, Some("shall"), None),
            (AlignmentKind::Shared, Some("give"), Some("give")),
            (AlignmentKind::Added, None, Some("all")),
            (AlignmentKind::Shared, Some("aid"), Some("aid")),
            (AlignmentKind::Moved, Some("without"), None),
            (AlignmentKind::LeftOut, Some("any"), None),
            (AlignmentKind::Moved, Some("delay"), None),
        ]
    );
}

#[test]
fn events_of_several_articles_are_merged() {
    let corpus = corpus(&[
        "In March 2021, the port authority vetoed the renewal of the dredging licence.",
        "The port authority vetoed the renewal of the dredging licence on 9 March 2021.",
        "A festival of kites was held on 9 March 2021.",
        "The port authority vetoed the renewal of the dredging licence in June 2021.",
    ]);
    let accounts = corpus.accounts(&ids(&corpus));
    let groups = groups(&accounts);
    let events = events(&accounts, &groups);
    let told: Vec<(String, usize, usize)> = events
        .iter()
        .map(|event| {
            (
                event.from.to_string(),
                event.dates.len(),
                event.conflicts.len(),
            )
        })
        .collect();
    let expected = [
        ("2021-03-09", 2, 1),
        ("2021-03-09", 1, 0),
        ("2021-06-01", 1, 1),
    ];
    assert_eq!(
        told,
        expected.map(|(day, dates, others)| (day.to_owned(), dates, others))
    );
}

#[test]
fn the_table_tells_who_has_what() {
    let corpus = corpus(&[
        "“The pier is closed to all,” said Tom Hale. It cost $5 million.",
        "Tom Hale was silent. It cost $6 million on 9 March 2021.",
    ]);
    let accounts = corpus.accounts(&ids(&corpus));
    let table = table(&accounts, &[]);
    let columns = |is: &dyn Fn(&Subject) -> bool| -> Vec<Vec<usize>> {
        let rows = table.rows.iter().filter(|row| is(&row.subject));
        rows.map(|row| row.cells.iter().map(|cell| cell.column).collect())
            .collect()
    };
    let hale = corpus.entities().iter().position(|e| e.name == "Tom Hale");
    let hale = hale.expect("Tom Hale is named") as u32;
    let is_hale = |s: &Subject| matches!(s, Subject::Speaker(Some(id)) if id.0 == hale);
    assert_eq!(columns(&is_hale), [[0]]);
    let speech = table.rows.iter().find(|row| is_hale(&row.subject));
    assert_eq!(speech.map(|row| row.cells[0].words), Some(6));
    let is_named = |s: &Subject| matches!(s, Subject::Name(id) if id.0 == hale);
    assert_eq!(columns(&is_named), [[0, 1]]);
    assert_eq!(columns(&|s| matches!(s, Subject::Figure(..))), [[0], [1]]);
    assert_eq!(columns(&|s| matches!(s, Subject::Days(..))), [[1]]);
}
