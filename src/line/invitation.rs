//! Does a line ask readers for an address or money? A recognizer.

/// How surely a line invites readers of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Invitation {
    /// It offers what a page has for its readers.
    Sure,
    /// It may head a part of an article: "Download the app".
    Doubtful,
}

/// Whether a line, given as it is and as phrases are compared, is an order to give an address or money.
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
    // What anybody may have to offer.
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
    // "Get a free ride" may head a part of an article.
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
