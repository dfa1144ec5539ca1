//! Which words hold English sentences together? The closed classes that gaps are seen by.
//!
//! Collected by hand after the Universal Dependencies guidelines; every list is sorted. Irregular
//! verbs stand in `past.txt`.

use crate::time::WEEKDAYS;

/// Articles and possessives that need a noun; "his" and "her" also stand alone.
pub const ARTICLES: &[&str] = &["a", "an", "its", "my", "our", "the", "their", "your"];

/// Prepositions, and "to" before verbs.
pub const PREPOSITIONS: &[&str] = &[
    "about", "against", "among", "as", "at", "between", "by", "during", "for", "from", "in",
    "into", "of", "on", "than", "to", "toward", "towards", "under", "upon", "via", "with",
    "within", "without",
];

/// Words that join two of a kind.
pub const CONJUNCTIONS: &[&str] = &["and", "but", "nor", "or"];

/// Forms of auxiliaries.
pub const AUXILIARIES: &[&str] = &[
    "are", "be", "been", "can", "could", "did", "do", "does", "had", "has", "have", "is", "may",
    "might", "must", "shall", "should", "was", "were", "will", "would",
];

/// Verbs that name a speaker.
pub const SPEECH_VERBS: &[&str] = &[
    "adds", "argues", "explains", "notes", "said", "says", "told", "warns", "writes",
];

/// Whether a lower-case word tells a day as no noun phrase does after its participle.
pub fn is_day(word: &str) -> bool {
    WEEKDAYS.contains(&word) || matches!(word, "today" | "yesterday")
}

/// Words that may leave "of" behind before an infinitive: "the best place I know of to eat".
pub const STRANDING: &[&str] = &[
    "aware", "dream", "dreamed", "hear", "heard", "knew", "know", "known", "knows", "made",
    "think", "thinking", "thought",
];

/// Verbs, by their first letters, that may leave a preposition behind at the end of their clause, as in "the noise they
/// listened to against their will"; sorted by preposition.
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

/// Whether a verb may leave a preposition behind.
pub fn leaves(verb: &str, preposition: &str) -> bool {
    LEAVING
        .iter()
        .filter(|(left, _)| *left == preposition)
        .flat_map(|(_, verbs)| *verbs)
        .any(|opening| verb.starts_with(opening))
}

/// Nouns and adjectives that end as participles do.
pub const NO_PARTICIPLES: &[&str] = &[
    "beloved", "breed", "creed", "greed", "hatred", "hundred", "kindred", "moped", "naked",
    "newlywed", "rugged", "sacred", "speed", "steed", "tweed", "wicked",
];

/// Past forms that show no ending, one a line.
const IRREGULAR: &str = include_str!("past.txt");

/// Words that end in "s" and are no verbs.
const PLAIN: &[&str] = &[
    "across", "always", "as", "his", "its", "less", "perhaps", "plus", "this", "thus", "towards",
    "us", "versus",
];

/// Whether a lower-case word can be a finite verb by its form; a plain form is not counted.
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
