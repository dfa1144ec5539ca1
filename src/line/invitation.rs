//! Does a line ask readers for their address or money? A recognizer.

use super::vocabulary::Vocabulary;

/// How certain it is that a line is an invitation to readers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Invitation {
    /// It offers something that a site has for its readers.
    Sure,
    /// It may also be a heading in an article: "Download the app".
    Doubtful,
}

/// Whether a line is an imperative that asks readers for an address or money. `fold` is the line as
/// [`folded`](super::folded).
pub fn invitation(line: &str, fold: &str) -> Option<Invitation> {
    if !line.starts_with(char::is_uppercase) || line.contains(':') {
        return None;
    }
    let mut parts = fold
        .split(' ')
        .map(|w| w.trim_matches(|c: char| !c.is_alphanumeric()));
    let order = parts.next().filter(|first| Vocabulary::Order.has(first))?;
    let rest: Vec<&str> = parts.collect();
    let holds = |class: Vocabulary| rest.iter().any(|word| class.has(word));
    // "Get a free ride" may be a heading in an article.
    let free = matches!(order, "get" | "try");
    let common = |word: &&str| Vocabulary::CommonGoods.has(word) && !(free && *word == "free");
    let ours = rest.iter().any(|word| matches!(*word, "our" | "us"));
    let own = ours || matches!(order, "follow" | "join") && holds(Vocabulary::Network);
    if holds(Vocabulary::Goods)
        || own && (holds(Vocabulary::CommonGoods) || holds(Vocabulary::Network))
    {
        Some(Invitation::Sure)
    } else if holds(Vocabulary::Network) || rest.iter().any(common) {
        Some(Invitation::Doubtful)
    } else {
        None
    }
}
