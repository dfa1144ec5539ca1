//! Does the index find exactly what a slow and obvious matcher finds? Random small corpora and
//! random queries: words, phrases with and without slop, NEAR, AND, OR, NOT, prefixes, words of
//! like spelling, fields.
//!
//! The matcher knows its words by a table, not by the rules under test: each word with the form
//! a phrase compares and the term that a word compares.

mod random;

use std::collections::BTreeSet;

use corpus_explorer::document::{BlockKind, Document};
use corpus_explorer::search::{Index, Options, Sort, Unit};
use random::Random;

/// As written, as a phrase compares it, as a word compares it; a hyphen parts a compound.
const WORDS: &[(&str, &str, &str)] = &[
    ("treaty", "treaty", "treaty"),
    ("Treaty", "treaty", "treaty"),
    ("treaties", "treaties", "treaty"),
    ("treaty’s", "treaty", "treaty"),
    ("defence", "defense", "defense"),
    ("Defense", "defense", "defense"),
    ("defences", "defenses", "defense"),
    ("co-operation", "co-operation", "co-cooper"),
    ("cooperation", "cooperation", "cooper"),
    ("operation", "operation", "oper"),
    ("co", "co", "co"),
    ("us", "us", "us"),
    ("US", "US", "US"),
    ("U.S.", "US", "US"),
    ("UN", "UN", "UN"),
    ("un", "un", "un"),
    ("Un", "Un", "Un"),
    ("munition", "munition", "munit"),
    ("munitions", "munitions", "munit"),
    ("ammunition", "ammunition", "ammunit"),
    ("Łódź", "lodz", "lodz"),
    ("lodz", "lodz", "lodz"),
    ("4", "4", "4"),
    ("51", "51", "51"),
];

const PREFIXES: &[&str] = &["mun", "munition", "tre", "co", "un", "l", "ammunition", "5"];

impl Random {
    fn words(&mut self, from: usize, to: usize) -> Vec<usize> {
        let length = from + self.below(to - from);
        (0..length).map(|_| self.below(WORDS.len())).collect()
    }
}

struct Corpus {
    documents: Vec<Document>,
    /// For each document, for each block, the words by their row in the table.
    words: Vec<Vec<Vec<usize>>>,
}

/// A few random documents, and one that holds every word in a block of its own.
fn corpus(random: &mut Random) -> Corpus {
    let mut words: Vec<Vec<Vec<usize>>> = (0..4)
        .map(|_| {
            (0..1 + random.below(4))
                .map(|_| random.words(1, 9))
                .collect()
        })
        .collect();
    words.push((0..WORDS.len()).map(|word| vec![word]).collect());
    let document = |(at, blocks): (usize, &Vec<Vec<usize>>)| {
        let block = |words: &Vec<usize>| {
            words
                .iter()
                .map(|&w| WORDS[w].0)
                .collect::<Vec<_>>()
                .join(" ")
        };
        let text = blocks.iter().map(block).collect::<Vec<_>>().join("\n\n");
        let mut document = Document::from_text(&format!("d{at}"), &text);
        document.publisher = ["Alpha Post", "Beta", ""]
            .get(at)
            .filter(|p| !p.is_empty())
            .map(|p| p.to_string());
        document.published = ["2024-06-20", "2024-07-01T10:00Z", "2023-06-01"]
            .get(at)
            .map(|p| p.to_string());
        for (n, block) in document.blocks.iter_mut().enumerate() {
            block.kind = [BlockKind::Paragraph, BlockKind::Caption][(n + at) % 2];
        }
        document
    };
    Corpus {
        documents: words.iter().enumerate().map(document).collect(),
        words,
    }
}

#[derive(Debug, Clone)]
enum Query {
    Word(usize),
    Phrase(Vec<usize>),
    Slop(Vec<usize>, u32),
    Near(Vec<usize>, Vec<usize>, u32),
    Prefix(&'static str),
    Fuzzy(usize, usize),
    And(Vec<Query>),
    Or(Vec<Query>),
    But(Box<Query>, Box<Query>),
    Where(Box<Query>, &'static str),
}

const FIELDS: &[&str] = &[
    "publisher:beta",
    "publisher:\"Alpha Post\"",
    "date:2024",
    "date:..2024-06",
    "in:caption",
];

fn query(random: &mut Random, depth: usize) -> Query {
    match random.below(if depth == 0 { 7 } else { 12 }) {
        0 | 1 => Query::Word(random.below(WORDS.len())),
        2 => Query::Phrase(random.words(1, 4)),
        3 => Query::Prefix(PREFIXES[random.below(PREFIXES.len())]),
        4 => Query::Slop(random.words(2, 4), 1 + random.below(4) as u32),
        5 => Query::Near(
            random.words(1, 3),
            random.words(1, 3),
            1 + random.below(4) as u32,
        ),
        6 => Query::Fuzzy(random.below(WORDS.len()), 1 + random.below(2)),
        7 | 8 => Query::And(vec![query(random, depth - 1), query(random, depth - 1)]),
        9 => Query::Or(vec![query(random, depth - 1), query(random, depth - 1)]),
        10 => Query::But(
            Box::new(query(random, depth - 1)),
            Box::new(query(random, depth - 1)),
        ),
        _ => Query::Where(
            Box::new(query(random, depth - 1)),
            FIELDS[random.below(FIELDS.len())],
        ),
    }
}

impl Query {
    fn typed(&self) -> String {
        let join = |parts: &[Query], operator: &str| {
            let parts: Vec<_> = parts.iter().map(Query::typed).collect();
            format!("({})", parts.join(operator))
        };
        match self {
            Self::Word(word) => WORDS[*word].0.to_owned(),
            Self::Phrase(words) => quoted(words),
            Self::Slop(words, slop) => format!("{}~{slop}", quoted(words)),
            Self::Near(left, right, distance) => {
                format!("({} NEAR/{distance} {})", side(left), side(right))
            }
            Self::Fuzzy(word, edits) => format!("{}~{edits}", WORDS[*word].0),
            Self::Prefix(prefix) => format!("{prefix}*"),
            Self::And(parts) => join(parts, " AND "),
            Self::Or(parts) => join(parts, " OR "),
            Self::But(left, right) => format!("({} NOT {})", left.typed(), right.typed()),
            Self::Where(inner, field) => format!("({} {field})", inner.typed()),
        }
    }

    fn matches(&self, corpus: &Corpus, document: usize, block: usize) -> bool {
        let words = &corpus.words[document][block];
        match self {
            Self::Word(wanted) => words
                .iter()
                .enumerate()
                .any(|(at, _)| word_matches(*wanted, &words[at..])),
            Self::Phrase(wanted) => phrase_matches(wanted, words),
            Self::Slop(wanted, slop) => slop_matches(wanted, *slop, words),
            Self::Near(left, right, distance) => near_matches(left, right, *distance, words),
            Self::Fuzzy(wanted, edits) => fuzzy_matches(*wanted, *edits, words),
            Self::Prefix(prefix) => words.iter().any(|&w| prefix_matches(prefix, w)),
            Self::And(parts) => parts.iter().all(|p| p.matches(corpus, document, block)),
            Self::Or(parts) => parts.iter().any(|p| p.matches(corpus, document, block)),
            Self::But(left, right) => {
                left.matches(corpus, document, block) && !right.matches(corpus, document, block)
            }
            Self::Where(inner, field) => {
                field_matches(field, &corpus.documents[document], block)
                    && inner.matches(corpus, document, block)
            }
        }
    }
}

/// Some words in quotation marks.
fn quoted(words: &[usize]) -> String {
    let words: Vec<_> = words.iter().map(|&w| WORDS[w].0).collect();
    format!("\"{}\"", words.join(" "))
}

/// A side of NEAR: a word, or several as a phrase.
fn side(words: &[usize]) -> String {
    match words {
        [word] => WORDS[*word].0.to_owned(),
        words => quoted(words),
    }
}

/// Whether a form that was typed means one that stands in a text: small letters also mean the
/// acronym, a name does not, and "us" never does.
fn same(typed: &str, found: &str) -> bool {
    match (typed, found) {
        ("un", "un" | "Un" | "UN") | ("Un", "un" | "Un") => true,
        _ => typed == found,
    }
}

fn word_matches(wanted: usize, words: &[usize]) -> bool {
    let (wanted, found) = (WORDS[wanted].2, WORDS[words[0]].2);
    match (wanted, found) {
        // A compound is also its parts side by side.
        ("co-cooper", "co") => words.get(1).is_some_and(|&next| WORDS[next].2 == "oper"),
        ("co-cooper", found) => matches!(found, "co-cooper" | "cooper"),
        (wanted, "co-cooper") => matches!(wanted, "cooper" | "co" | "oper"),
        (wanted, found) => same(wanted, found),
    }
}

/// A text or phrase in all its readings: compounds as two words or as one.
fn readings(words: &[usize]) -> Vec<Vec<&'static str>> {
    let mut readings: Vec<Vec<&str>> = vec![Vec::new()];
    for &word in words {
        let forms: &[&[&str]] = match WORDS[word].1 {
            "co-operation" => &[&["co", "operation"], &["cooperation"]],
            ref form => &[std::slice::from_ref(form)],
        };
        readings = readings
            .iter()
            .flat_map(|r| forms.iter().map(|f| [r.as_slice(), f].concat()))
            .collect();
    }
    readings
}

fn phrase_matches(wanted: &[usize], words: &[usize]) -> bool {
    let wanted = readings(wanted);
    readings(words).iter().any(|text| {
        wanted.iter().any(|phrase| {
            text.windows(phrase.len()).any(|w| {
                w.iter()
                    .zip(phrase)
                    .all(|(found, typed)| same(typed, found))
            })
        })
    })
}

/// A word of a block: first unit, first unit after it, the form it has there. A compound is two
/// words and also one over both.
type Atom<'a> = (u32, u32, &'a str);

/// The words of a block, each in the form that `form` gives a row of the table.
fn atoms<'a>(words: &[usize], form: impl Fn(usize) -> &'a str) -> Vec<Atom<'a>> {
    let row = |written: &str| WORDS.iter().position(|w| w.0 == written).unwrap();
    let (mut atoms, mut at) = (Vec::new(), 0);
    for &word in words {
        if WORDS[word].0 == "co-operation" {
            atoms.push((at, at + 1, form(row("co"))));
            atoms.push((at + 1, at + 2, form(row("operation"))));
            atoms.push((at, at + 2, form(row("cooperation"))));
            at += 2;
        } else {
            atoms.push((at, at + 1, form(word)));
            at += 1;
        }
    }
    atoms
}

/// Every way to give each typed form of a reading a word of the block.
fn choices<'a>(reading: &[&str], atoms: &[Atom<'a>]) -> Vec<Vec<Atom<'a>>> {
    let mut rows: Vec<Vec<Atom>> = vec![Vec::new()];
    for typed in reading {
        rows = rows
            .iter()
            .flat_map(|row| {
                let fits = atoms.iter().filter(|atom| same(typed, atom.2));
                fits.map(|&atom| [row.as_slice(), &[atom]].concat())
            })
            .collect();
    }
    rows
}

fn are_apart(a: Atom, b: Atom) -> bool {
    a.1 <= b.0 || b.1 <= a.0
}

/// Each word is moved by its place in the phrase; the moves differ by no more than the slop, and
/// no word is used twice.
fn slop_matches(wanted: &[usize], slop: u32, words: &[usize]) -> bool {
    let atoms = atoms(words, |word| WORDS[word].1);
    let stands = |row: &Vec<Atom>| {
        let moved = |(at, atom): (usize, &Atom)| i64::from(atom.0) - at as i64;
        let moves: Vec<i64> = row.iter().enumerate().map(moved).collect();
        let spread = moves.iter().max().unwrap() - moves.iter().min().unwrap();
        let apart = |n: usize| row[..n].iter().all(|&other| are_apart(other, row[n]));
        spread <= i64::from(slop) && (0..row.len()).all(apart)
    };
    readings(wanted)
        .iter()
        .any(|reading| choices(reading, &atoms).iter().any(stands))
}

/// Where a side of NEAR stands: a word by its term, a phrase by its forms.
fn side_places(side: &[usize], words: &[usize]) -> Vec<(u32, u32)> {
    let (readings, atoms): (Vec<Vec<&str>>, _) = match side {
        [word] if WORDS[*word].2 == "co-cooper" => (
            vec![vec!["co", "oper"], vec!["cooper"]],
            atoms(words, |word| WORDS[word].2),
        ),
        [word] => (
            vec![vec![WORDS[*word].2]],
            atoms(words, |word| WORDS[word].2),
        ),
        side => (readings(side), atoms(words, |word| WORDS[word].1)),
    };
    let is_row = |row: &Vec<Atom>| row.windows(2).all(|w| w[0].1 == w[1].0);
    let whole = |row: Vec<Atom>| (row[0].0, row[row.len() - 1].1);
    let rows = readings.iter().flat_map(|r| choices(r, &atoms));
    rows.filter(is_row).map(whole).collect()
}

/// In either order, without a shared word, the last of one at most `distance` from the first of
/// the other.
fn near_matches(left: &[usize], right: &[usize], distance: u32, words: &[usize]) -> bool {
    let (left, right) = (side_places(left, words), side_places(right, words));
    let is_before = |a: (u32, u32), b: (u32, u32)| a.1 <= b.0 && b.0 - a.1 < distance;
    let are_near = |a: &(u32, u32), b: &(u32, u32)| is_before(*a, *b) || is_before(*b, *a);
    left.iter().any(|a| right.iter().any(|b| are_near(a, b)))
}

/// How a word is spelt, without the case and ending that never count.
fn spelt(word: usize) -> &'static str {
    match WORDS[word].0 {
        "Treaty" | "treaty’s" => "treaty",
        "Defense" => "defense",
        "U.S." => "US",
        "Un" => "un",
        "Łódź" => "lodz",
        written => written,
    }
}

/// Whether any word is some letters away from the typed one; each part of a compound by itself
/// where it is typed.
fn fuzzy_matches(wanted: usize, most: usize, words: &[usize]) -> bool {
    let atoms = atoms(words, spelt);
    let near = |typed: &str| {
        let near = |atom: &&Atom| edits(typed, atom.2) <= most;
        atoms.iter().filter(near).copied().collect::<Vec<Atom>>()
    };
    match WORDS[wanted].0 {
        "co-operation" => {
            let (left, right) = (near("co"), near("operation"));
            let follows = left.iter().any(|a| right.iter().any(|b| a.1 == b.0));
            follows || !near("cooperation").is_empty()
        }
        _ => !near(spelt(wanted)).is_empty(),
    }
}

/// The restricted distance of Damerau and Levenshtein, as a whole table.
fn edits(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut table = vec![vec![0; b.len() + 1]; a.len() + 1];
    for i in 0..=a.len() {
        for j in 0..=b.len() {
            table[i][j] = match (i, j) {
                (0, _) => j,
                (_, 0) => i,
                _ => {
                    let wrong = table[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
                    let missing = table[i - 1][j].min(table[i][j - 1]) + 1;
                    let crossed = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
                    let exchanged = if crossed { table[i - 2][j - 2] + 1 } else { 99 };
                    wrong.min(missing).min(exchanged)
                }
            };
        }
    }
    table[a.len()][b.len()]
}

fn prefix_matches(prefix: &str, word: usize) -> bool {
    readings(&[word])
        .concat()
        .iter()
        .any(|form| form.to_lowercase().starts_with(prefix) && (*form != "US"))
}

fn field_matches(field: &str, document: &Document, block: usize) -> bool {
    let publisher = document.publisher.as_deref();
    let date = document.published.as_deref();
    match field {
        "publisher:beta" => publisher == Some("Beta"),
        "publisher:\"Alpha Post\"" => publisher == Some("Alpha Post"),
        "date:2024" => date.is_some_and(|d| d.starts_with("2024")),
        "date:..2024-06" => date.is_some_and(|d| &d[..7] <= "2024-06"),
        _ => document.blocks[block].kind == BlockKind::Caption,
    }
}

fn options() -> Options {
    Options {
        limit: 10_000,
        by: Unit::Passage,
        ..Options::default()
    }
}

#[test]
fn the_index_agrees_with_the_matcher() {
    let mut random = Random(1);
    for round in 0..150 {
        let corpus = corpus(&mut random);
        let index = Index::build(&corpus.documents);
        for _ in 0..30 {
            let query = query(&mut random, 3);
            let typed = query.typed();
            let answer = index.search(&corpus.documents, &typed, &options());
            let found: BTreeSet<_> = answer
                .hits
                .iter()
                .map(|h| (h.doc.0 as usize, h.passages[0].block))
                .collect();
            let mut expected = BTreeSet::new();
            for (document, blocks) in corpus.words.iter().enumerate() {
                let matching = (0..blocks.len()).filter(|&b| query.matches(&corpus, document, b));
                expected.extend(matching.map(|block| (document, block)));
            }
            let text = |(d, b): &(usize, usize)| {
                corpus.documents[*d]
                    .slice(corpus.documents[*d].blocks[*b].span)
                    .to_owned()
            };
            let missed: Vec<_> = expected.difference(&found).map(text).collect();
            let wrong: Vec<_> = found.difference(&expected).map(text).collect();
            assert!(
                missed.is_empty() && wrong.is_empty(),
                "round {round}: {typed}\nmissed {missed:?}\nwrong {wrong:?}"
            );
            assert_eq!(answer.total, found.len(), "{typed}");
        }
    }
}

#[test]
fn an_article_matches_with_its_words_apart() {
    let mut random = Random(2);
    for _ in 0..60 {
        let corpus = corpus(&mut random);
        let index = Index::build(&corpus.documents);
        let (a, b) = (random.below(WORDS.len()), random.below(WORDS.len()));
        let typed = Query::And(vec![Query::Word(a), Query::Word(b)]).typed();
        let answer = index.search(
            &corpus.documents,
            &typed,
            &Options {
                by: Unit::Article,
                ..options()
            },
        );
        let found: BTreeSet<_> = answer.hits.iter().map(|h| h.doc.0 as usize).collect();
        let holds = |document: usize, word: usize| {
            (0..corpus.words[document].len())
                .any(|block| Query::Word(word).matches(&corpus, document, block))
        };
        let expected: BTreeSet<_> = (0..corpus.words.len())
            .filter(|&d| holds(d, a) && holds(d, b))
            .collect();
        assert_eq!(found, expected, "{typed}");
    }
}

#[test]
fn marks_slice_to_their_terms() {
    let mut random = Random(3);
    for _ in 0..60 {
        let corpus = corpus(&mut random);
        let index = Index::build(&corpus.documents);
        for (word, (typed, ..)) in WORDS.iter().enumerate() {
            for hit in index.search(&corpus.documents, typed, &options()).hits {
                let document = &corpus.documents[hit.doc.0 as usize];
                let passage = &hit.passages[0];
                assert!(!passage.marks.is_empty(), "{typed}");
                for mark in &passage.marks {
                    let marked = document.slice(*mark);
                    let is_form = |part: &str| {
                        WORDS
                            .iter()
                            .position(|row| row.0.trim_end_matches("’s") == part)
                    };
                    let rows: Option<Vec<_>> = marked.split(' ').map(is_form).collect();
                    let right = rows.is_some_and(|rows| word_matches(word, &rows));
                    assert!(right, "{typed} marks {marked:?}");
                }
            }
        }
    }
}

#[test]
fn pages_join_to_the_whole() {
    let mut random = Random(4);
    for sort in [Sort::Relevance, Sort::Date] {
        for by in [Unit::Article, Unit::Passage] {
            let corpus = corpus(&mut random);
            let index = Index::build(&corpus.documents);
            let whole = index.search(
                &corpus.documents,
                "treaty US co-operation",
                &Options {
                    sort,
                    by,
                    ..options()
                },
            );
            let mut joined = Vec::new();
            for offset in (0..whole.total).step_by(3) {
                let page = Options {
                    limit: 3,
                    offset,
                    sort,
                    by,
                    ..options()
                };
                joined.extend(
                    index
                        .search(&corpus.documents, "treaty US co-operation", &page)
                        .hits,
                );
            }
            assert_eq!(joined, whole.hits);
            let scores = whole
                .hits
                .windows(2)
                .all(|w| sort == Sort::Date || w[0].score >= w[1].score);
            assert!(scores && !whole.hits.is_empty());
            let none = index.search(
                &corpus.documents,
                "treaty",
                &Options {
                    limit: 0,
                    ..options()
                },
            );
            assert!(none.hits.is_empty() && none.total > 0);
        }
    }
}
