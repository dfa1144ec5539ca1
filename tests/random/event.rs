//! How do many outlets report one event? Generated articles: facts in different words, and copies.

use corpus_explorer::compare::Account;
use corpus_explorer::document::{DocId, Document};

use crate::random::Random;

/// The number of words in the language.
const WORDS: usize = 1_500;

/// How many of every twelve outlets print the agency’s sentence.
pub const PRINTING: usize = 8;
/// The sentence that these outlets print word for word.
pub const AGENCY: &str = "Harbour engineers reopened the flooded eastern tunnel after draining brackish water overnight.";

/// A word of the language; lower ranks are more frequent.
fn word(random: &mut Random) -> String {
    let rank = random
        .below(WORDS)
        .min(random.below(WORDS))
        .min(random.below(WORDS));
    spelt(rank)
}

fn spelt(rank: usize) -> String {
    let syllables = [
        "ka", "lo", "mi", "re", "su", "ta", "ven", "dor", "pil", "gan", "fot", "zeb", "hul", "wix",
        "quo", "bry",
    ];
    let digit = |n: usize| syllables[rank / 16usize.pow(n as u32) % 16];
    [digit(0), digit(1), digit(2), "n"].concat()
}

/// The facts of the event: eight words each.
fn told(count: usize, random: &mut Random) -> Vec<Vec<String>> {
    let fact = |random: &mut Random| (0..8).map(|_| spelt(WORDS + random.below(WORDS))).collect();
    (0..count).map(|_| fact(random)).collect()
}

/// `count` articles of about 250 words on an event with `facts` facts. Every outlet reports a dozen
/// of them, each in three quarters of its words with others in between; eight of twelve print the
/// agency’s sentence.
pub fn articles(count: usize, facts: usize) -> Vec<Document> {
    let mut random = Random(5);
    let told = told(facts, &mut random);
    let article = |n: usize| {
        let mut sentences = Vec::new();
        for _ in 0..12 {
            let fact = &told[random.below(facts).min(random.below(facts))];
            let mut words: Vec<String> = Vec::new();
            for telling in fact {
                if random.below(4) > 0 {
                    words.push(telling.clone());
                }
                if random.below(3) == 0 {
                    words.push(word(&mut random));
                }
            }
            sentences.push(format!("The {}.", words.join(" ")));
        }
        for _ in 0..8 {
            let words: Vec<String> = (0..12).map(|_| word(&mut random)).collect();
            sentences.push(format!("A {}.", words.join(" ")));
        }
        if n % 12 < PRINTING {
            sentences.push(AGENCY.to_owned());
        }
        Document::from_text(&format!("a{n}"), &sentences.join(" "))
    };
    (0..count).map(article).collect()
}

/// The accounts of documents in which only words were found.
pub fn accounts(documents: &[Document]) -> Vec<Account<'_>> {
    let account = |(n, document)| Account {
        id: DocId(n),
        document,
        mentions: &[],
        entities: Vec::new(),
        quotations: &[],
        dates: Vec::new(),
        figures: Vec::new(),
    };
    (0u32..).zip(documents).map(account).collect()
}
