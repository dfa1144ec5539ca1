//! Does a line ask readers for their address or money? A recognizer.

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
    const ORDERS: &[&str] = &[
        "become",
        "download",
        "follow",
        "get",
        "join",
        "register",
        "sign",
        "subscribe",
        "try",
        "unlock",
    ];
    const GOODS: &[&str] = &[
        "alerts",
        "digest",
        "inbox",
        "newsletter",
        "newsletters",
        "subscriber",
        "subscription",
        "unlimited",
    ];
    // What others offer as well.
    const COMMON: &[&str] = &["app", "email", "free", "member", "trial"];
    const PLACES: &[&str] = &[
        "facebook",
        "instagram",
        "linkedin",
        "telegram",
        "twitter",
        "whatsapp",
        "youtube",
    ];
    if !line.starts_with(char::is_uppercase) || line.contains(':') {
        return None;
    }
    let mut parts = fold
        .split(' ')
        .map(|w| w.trim_matches(|c: char| !c.is_alphanumeric()));
    let order = parts.next().filter(|first| ORDERS.contains(first))?;
    let rest: Vec<&str> = parts.collect();
    let holds = |list: &[&str]| rest.iter().any(|word| list.contains(word));
    // "Get a free ride" may be a heading in an article.
    let free = matches!(order, "get" | "try");
    let common = |word: &&str| COMMON.contains(word) && !(free && *word == "free");
    let own = holds(&["our", "us"]) || matches!(order, "follow" | "join") && holds(PLACES);
    if holds(GOODS) || own && (holds(COMMON) || holds(PLACES)) {
        Some(Invitation::Sure)
    } else if holds(PLACES) || rest.iter().any(common) {
        Some(Invitation::Doubtful)
    } else {
        None
    }
}
