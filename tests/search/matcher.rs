//! What should a search find? A slow and obvious matcher, with random corpora and queries.
//!
//! It knows its words from a table, not from the rules under test: each word with the form that
//! phrases compare and the term that single words compare.

use corpus_explorer::document::{BlockKind, Document};

use crate::random::Random;

/// A word as written, as a phrase compares it, and as a word query compares it; a hyphen separates
/// the parts of a compound.
pub const WORDS: &[(&str, &str, &str)] = &[
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

pub const PREFIXES: &[&str] = &["mun", "munition", "tre", "co", "un", "l", "ammunition", "5"];

impl Random {
    pub fn words(&mut self, from: usize, to: usize) -> Vec<usize> {
        let length = from + self.below(to - from);
        (0..length).map(|_| self.below(WORDS.len())).collect()
    }
}

pub struct Corpus {
    pub documents: Vec<Document>,
    /// For each document and block, its words as rows of the table.
    pub words: Vec<Vec<Vec<usize>>>,
}

/// A few random documents, and one with every word in a separate block.
pub fn corpus(random: &mut Random) -> Corpus {
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
pub enum Query {
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

pub const FIELDS: &[&str] = &[
    "publisher:beta",
    "publisher:\"Alpha Post\"",
    "date:2024",
    "date:..2024-06",
    "in:caption",
];

pub fn query(random: &mut Random, depth: usize) -> Query {
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
    pub fn typed(&self) -> String {
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

    pub fn matches(&self, corpus: &Corpus, document: usize, block: usize) -> bool {
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
pub fn quoted(words: &[usize]) -> String {
    let words: Vec<_> = words.iter().map(|&w| WORDS[w].0).collect();
    format!("\"{}\"", words.join(" "))
}

/// One side of NEAR: a word, or several as a phrase.
pub fn side(words: &[usize]) -> String {
    match words {
        [word] => WORDS[*word].0.to_owned(),
        words => quoted(words),
    }
}

/// Whether a typed form matches one in a text: lower case also matches the acronym, a capitalised
/// name does not, and "us" never does.
pub fn same(typed: &str, found: &str) -> bool {
    match (typed, found) {
        ("un", "un" | "Un" | "UN") | ("Un", "un" | "Un") => true,
        _ => typed == found,
    }
}

pub fn word_matches(wanted: usize, words: &[usize]) -> bool {
    let (wanted, found) = (WORDS[wanted].2, WORDS[words[0]].2);
    match (wanted, found) {
        // A compound also matches its parts side by side.
        ("co-cooper", "co") => words.get(1).is_some_and(|&next| WORDS[next].2 == "oper"),
        ("co-cooper", found) => matches!(found, "co-cooper" | "cooper"),
        (wanted, "co-cooper") => matches!(wanted, "cooper" | "co" | "oper"),
        (wanted, found) => same(wanted, found),
    }
}

/// All readings of a text or phrase: compounds as two words or as one.
pub fn readings(words: &[usize]) -> Vec<Vec<&'static str>> {
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

pub fn phrase_matches(wanted: &[usize], words: &[usize]) -> bool {
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

/// A word of a block: its first unit, the unit after it, and its form. A compound is two words, and
/// also one that covers both.
type Atom<'a> = (u32, u32, &'a str);

/// The words of a block, each in the form that `form` gives for a row of the table.
pub fn atoms<'a>(words: &[usize], form: impl Fn(usize) -> &'a str) -> Vec<Atom<'a>> {
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

/// Every way to assign a word of the block to each typed form of a reading.
pub fn choices<'a>(reading: &[&str], atoms: &[Atom<'a>]) -> Vec<Vec<Atom<'a>>> {
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

pub fn are_apart(a: Atom, b: Atom) -> bool {
    a.1 <= b.0 || b.1 <= a.0
}

/// Whether a phrase matches with slop: each word may be displaced, the displacements differ by at
/// most the slop, and no word is used twice.
pub fn slop_matches(wanted: &[usize], slop: u32, words: &[usize]) -> bool {
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

/// The places of a side of NEAR: of a word by its term, of a phrase by its forms.
pub fn side_places(side: &[usize], words: &[usize]) -> Vec<(u32, u32)> {
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

/// Whether two sides match in either order, without a shared word, and with the last word of one at
/// most `distance` from the first of the other.
pub fn near_matches(left: &[usize], right: &[usize], distance: u32, words: &[usize]) -> bool {
    let (left, right) = (side_places(left, words), side_places(right, words));
    let is_before = |a: (u32, u32), b: (u32, u32)| a.1 <= b.0 && b.0 - a.1 < distance;
    let are_near = |a: &(u32, u32), b: &(u32, u32)| is_before(*a, *b) || is_before(*b, *a);
    left.iter().any(|a| right.iter().any(|b| are_near(a, b)))
}

/// The spelling of a word, without case and endings that never count.
pub fn spelt(word: usize) -> &'static str {
    match WORDS[word].0 {
        "Treaty" | "treaty’s" => "treaty",
        "Defense" => "defense",
        "U.S." => "US",
        "Un" => "un",
        "Łódź" => "lodz",
        written => written,
    }
}

/// Whether any word is within `most` edits of the typed one; a typed compound is compared part by
/// part.
pub fn fuzzy_matches(wanted: usize, most: usize, words: &[usize]) -> bool {
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

/// The restricted Damerau–Levenshtein distance, by a full table.
pub fn edits(a: &str, b: &str) -> usize {
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

pub fn prefix_matches(prefix: &str, word: usize) -> bool {
    readings(&[word])
        .concat()
        .iter()
        .any(|form| form.to_lowercase().starts_with(prefix) && (*form != "US"))
}

pub fn field_matches(field: &str, document: &Document, block: usize) -> bool {
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
