//! Which words hold English sentences together? The closed classes that gaps are seen by.
//!
//! Collected by hand after the Universal Dependencies guidelines; every list is sorted.

/// Articles and possessives that need a noun; "his" and "her" also stand alone.
pub(super) const ARTICLES: &[&str] = &["a", "an", "its", "my", "our", "the", "their", "your"];

/// Prepositions, and "to" before verbs.
pub(super) const PREPOSITIONS: &[&str] = &[
    "about", "against", "among", "as", "at", "between", "by", "during", "for", "from", "in",
    "into", "of", "on", "than", "to", "toward", "towards", "under", "upon", "via", "with",
    "within", "without",
];

/// Words that join two of a kind.
pub(super) const CONJUNCTIONS: &[&str] = &["and", "but", "nor", "or"];

/// Forms of auxiliaries.
pub(super) const AUXILIARIES: &[&str] = &[
    "are", "be", "been", "can", "could", "did", "do", "does", "had", "has", "have", "is", "may",
    "might", "must", "shall", "should", "was", "were", "will", "would",
];

/// Verbs that name a speaker.
pub(super) const SPEECH_VERBS: &[&str] = &[
    "adds", "argues", "explains", "notes", "said", "says", "told", "warns", "writes",
];

/// Adverbials of time that no noun phrase starts with after its participle.
pub(super) const ADVERBIALS: &[&str] = &[
    "friday",
    "monday",
    "saturday",
    "sunday",
    "thursday",
    "today",
    "tuesday",
    "wednesday",
    "yesterday",
];

/// Words that may leave "of" behind before an infinitive: "the best place I know of to eat".
pub(super) const STRANDING: &[&str] = &[
    "aware", "dream", "dreamed", "hear", "heard", "knew", "know", "known", "knows", "made",
    "think", "thinking", "thought",
];

/// Nouns and adjectives that end as participles do.
pub(super) const NO_PARTICIPLES: &[&str] = &[
    "beloved", "breed", "creed", "greed", "hatred", "hundred", "kindred", "moped", "naked",
    "newlywed", "rugged", "sacred", "speed", "steed", "tweed", "wicked",
];

/// Past forms that show no ending.
const IRREGULAR: &[&str] = &[
    "am",
    "ate",
    "became",
    "began",
    "bet",
    "blew",
    "bought",
    "broke",
    "brought",
    "built",
    "burst",
    "came",
    "cast",
    "caught",
    "chose",
    "cost",
    "cut",
    "dealt",
    "drew",
    "drove",
    "fed",
    "fell",
    "felt",
    "fled",
    "flew",
    "forgot",
    "fought",
    "found",
    "froze",
    "gave",
    "got",
    "grew",
    "heard",
    "held",
    "hid",
    "hit",
    "hung",
    "hurt",
    "kept",
    "knew",
    "laid",
    "lay",
    "led",
    "left",
    "let",
    "lit",
    "lost",
    "made",
    "meant",
    "met",
    "paid",
    "put",
    "quit",
    "ran",
    "read",
    "rode",
    "rose",
    "said",
    "sang",
    "sank",
    "sat",
    "saw",
    "sent",
    "set",
    "shook",
    "shot",
    "shut",
    "sold",
    "sought",
    "spent",
    "split",
    "spoke",
    "spread",
    "stole",
    "stood",
    "struck",
    "stuck",
    "swam",
    "swept",
    "swore",
    "taught",
    "thought",
    "threw",
    "told",
    "took",
    "tore",
    "understood",
    "went",
    "withdrew",
    "woke",
    "won",
    "wore",
    "wrote",
];

/// Words that end in "s" and are no verbs.
const PLAIN: &[&str] = &[
    "across", "always", "as", "his", "its", "less", "perhaps", "plus", "this", "thus", "towards",
    "us", "versus",
];

/// Whether a lower-case word can be a finite verb by its form; a plain form is not counted.
pub(super) fn may_be_finite(word: &str) -> bool {
    AUXILIARIES.contains(&word)
        || IRREGULAR.contains(&word)
        || word.ends_with("ed") && word.len() > 3
        || word.ends_with('s')
            && !word.ends_with("ss")
            && !word.ends_with("’s")
            && !word.ends_with("'s")
            && !PLAIN.contains(&word)
        || word.ends_with("n't")
        || word.ends_with("n’t")
}
