//! Which words hold English sentences together? Lists of the closed classes that reveal gaps.
//!
//! Collected by hand after the Universal Dependencies guidelines; every list is sorted. Irregular
//! verbs are in `past.txt`.

use crate::time::WEEKDAYS;

/// Articles and possessives that need a noun. "his" and "her" do not: they also occur alone.
pub const ARTICLES: &[&str] = &["a", "an", "its", "my", "our", "the", "their", "your"];

/// Prepositions, and "to" before verbs.
pub const PREPOSITIONS: &[&str] = &[
    "about", "against", "among", "as", "at", "between", "by", "during", "for", "from", "in",
    "into", "of", "on", "than", "to", "toward", "towards", "under", "upon", "via", "with",
    "within", "without",
];

/// Coordinating conjunctions.
pub const CONJUNCTIONS: &[&str] = &["and", "but", "nor", "or"];

/// Forms of auxiliaries.
pub const AUXILIARIES: &[&str] = &[
    "are", "be", "been", "can", "could", "did", "do", "does", "had", "has", "have", "is", "may",
    "might", "must", "shall", "should", "was", "were", "will", "would",
];

/// Verbs that introduce or follow a speaker.
pub const SPEECH_VERBS: &[&str] = &[
    "adds", "argues", "explains", "notes", "said", "says", "told", "warns", "writes",
];

/// Whether a lower-case word names a day: after a participle, no noun phrase continues with one.
pub fn is_day(word: &str) -> bool {
    WEEKDAYS.contains(&word) || matches!(word, "today" | "yesterday")
}

/// Words that may leave "of" before an infinitive: "the best place I know of to eat".
pub const STRANDING: &[&str] = &[
    "aware", "dream", "dreamed", "hear", "heard", "knew", "know", "known", "knows", "made",
    "think", "thinking", "thought",
];

/// Verbs, by their first letters, that may leave a preposition at the end of their clause, as in
/// "the noise they listened to against their will"; sorted by preposition.
const LEAVING: &[(&str, &[&str])] = &[
    (
        "for",
        &[
            "ask", "call", "care", "fought", "hope", "hoping", "look", "paid", "pay", "search",
            "vote", "voting", "wait",
        ],
    ),
    (
        "to",
        &[
            "adapt", "adher", "allud", "appeal", "attend", "belong", "cling", "clung", "conform",
            "listen", "look", "object", "react", "refer", "relat", "replied", "reply", "resort",
            "respond", "speak", "spoke", "stick", "stuck", "subject", "submit", "subscrib",
            "succumb", "talk", "written", "wrote", "yield",
        ],
    ),
    (
        "with",
        &[
            "agree", "cope", "coping", "deal", "live", "living", "reckon", "work",
        ],
    ),
];

/// Whether a verb may leave a preposition at the end of its clause.
pub fn leaves(verb: &str, preposition: &str) -> bool {
    LEAVING
        .iter()
        .filter(|(left, _)| *left == preposition)
        .flat_map(|(_, verbs)| *verbs)
        .any(|opening| verb.starts_with(opening))
}

/// Nouns and adjectives that look like participles.
pub const NO_PARTICIPLES: &[&str] = &[
    "beloved", "breed", "creed", "greed", "hatred", "hundred", "kindred", "moped", "naked",
    "newlywed", "rugged", "sacred", "speed", "steed", "tweed", "wicked",
];

/// Past forms without a regular ending, one per line.
const IRREGULAR: &str = include_str!("past.txt");

/// Words in "s" that are not verbs.
const PLAIN: &[&str] = &[
    "across", "always", "as", "his", "its", "less", "perhaps", "plus", "this", "thus", "towards",
    "us", "versus",
];

/// Whether a lower-case word can be a finite verb by its form; plain forms do not count.
pub fn may_be_finite(word: &str) -> bool {
    AUXILIARIES.contains(&word)
        || IRREGULAR.lines().any(|form| form == word)
        || word.ends_with("ed") && word.len() > 3
        || word.ends_with('s')
            && !word.ends_with("ss")
            && !word.ends_with("’s")
            && !word.ends_with("'s")
            && !PLAIN.contains(&word)
        || word.ends_with("n't")
        || word.ends_with("n’t")
}
