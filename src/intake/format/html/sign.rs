//! What does an element say that it holds? Its name, role, class and id, read word by word.
//!
//! Words are compared whole ("nav" is none of "navy"), two beside each other where one says nothing;
//! no site is known by name.

use super::tree::Tree;

/// What an element says that it holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    /// Nothing that is known.
    None,
    /// The text of the article.
    Body,
    /// Who wrote it.
    Byline,
    /// When it was published.
    Date,
    /// Where and when it was written.
    Dateline,
    /// The caption of a picture.
    Caption,
    /// Who took a picture.
    Credit,
    /// A sentence of the article, shown once more.
    Pull,
    /// What readers say.
    Comment,
    /// Menus, teasers, forms, adverts: anything else.
    Furniture,
    /// What is read aloud and not shown.
    Unseen,
}

/// Single words of class and id that stand for furniture, sorted.
const FURNITURE: &[&str] = &[
    "ad", "ads", "adsense", "advert", "advertisement", "advertisements", "advertising", "adverts", "addthis",
    "backlink", "backlinks", "breadcrumb", "breadcrumbs", "colophon", "consent", "contentinfo", "cookie", "cookies",
    "cta", "followus", "footer", "gdpr", "gpt", "hatom", "interstitial", "jumplinks", "leaderboard", "linklist",
    "login", "masthead", "menu", "menus", "modal", "mostread", "nav", "navbar", "navigation", "newsletter",
    "newsletters", "optin", "outbrain", "overlay", "pager", "pagination", "paginator", "popular",
    "popup", "promo", "promobox", "promos", "promoted", "promotion", "rail", "recirc", "recirculation",
    "recommendation", "recommendations", "recommended", "register", "related", "relatedarticles", "relatedlinks",
    "relatedposts", "relatedstories", "sbm", "share", "sharebar", "sharebox", "sharedaddy", "sharethis", "sharing",
    "shoutbox", "sidebar", "sidebars", "signin", "signup", "sitemap", "skiplink", "skiplinks", "social", "socialmedia",
    "sociallinks", "sponsor", "sponsored", "sponsors", "subnav", "subscribe", "subscription", "syndication",
    "taboola", "tagcloud", "taglist", "tags", "teaser", "teasers", "ticker", "toolbar", "toolbox", "tools", "topbar",
    "topics", "trending", "upsell",
];

/// Pairs of words that stand for furniture.
const FURNITURE_PAIRS: &[&str] = &[
    "about author", "also like", "also read", "article footer", "article list", "article tags", "author bio",
    "author box", "author card", "author description", "author details", "author info", "author profile", "back top",
    "card list", "dont miss", "editors picks", "email form", "entry utility", "follow us", "global header",
    "hot topics", "inline related", "jump link", "latest news", "latest stories", "link box", "link list", "more from",
    "more like", "more news", "more on", "more posts", "more stories", "most commented", "most popular", "most read",
    "most viewed", "must read", "next article", "next post", "next prev", "nl signup", "other stories", "page tools",
    "page top", "post footer", "post meta", "post nav", "post tags", "prev next", "previous post", "print only",
    "read also", "read more", "read next", "related", "see also", "side bar", "site header", "skip link", "skip to",
    "story footer", "story links", "story tools", "subscribe box", "top news", "top stories", "up next", "user menu",
    "utility bar", "whats next", "wp block latest", "you may",
];

/// Words for what readers say.
const COMMENT: &[&str] = &[
    "comment", "commentlist", "comments", "commentsection", "discussion", "disqus", "livefyre", "reply", "respond",
    "replies",
];

/// Words for the makers of pictures.
const CREDIT: &[&str] = &["attribution", "copyright", "credit", "credits", "imagecredit", "photocredit", "photographer"];

/// Words for the text of an article.
const BODY: &[&str] = &[
    "articlebody", "articlecontent", "articletext", "bodycopy", "entrycontent", "postbody", "postcontent",
    "storybody", "storycontent", "storytext",
];

/// Pairs of words for the text of an article.
const BODY_PAIRS: &[&str] = &[
    "article body", "article content", "article text", "blog content", "body content", "body copy", "body text",
    "content body", "entry body", "entry content", "entry text", "main content", "news body", "news content",
    "news text", "post body", "post content", "post text", "story body", "story content", "story text", "text body",
];

/// What each element of a page says, in the order of its nodes.
pub(super) fn signs(tree: &Tree) -> Vec<Sign> {
    (0..tree.nodes.len()).map(|at| sign(tree, at)).collect()
}

/// What an element says.
pub(super) fn sign(tree: &Tree, at: usize) -> Sign {
    let tag = tree.tag(at);
    if tag.is_empty() || matches!(tag, "html" | "body" | "head") {
        return Sign::None;
    }
    let role = tree.attribute(at, "role").unwrap_or("");
    match role {
        "navigation" | "banner" | "contentinfo" | "search" | "dialog" | "alertdialog" | "menu" | "menubar" | "toolbar"
        | "tablist" | "complementary" => return Sign::Furniture,
        _ => {}
    }
    match tag {
        "nav" | "aside" | "footer" | "button" | "dialog" | "menu" | "label" | "legend" | "fieldset" => {
            return Sign::Furniture;
        }
        "figcaption" => return Sign::Caption,
        "time" => return Sign::Date,
        _ => {}
    }
    match tree.attribute(at, "itemprop").unwrap_or("") {
        "articleBody" => return Sign::Body,
        "author" | "creator" => return Sign::Byline,
        "datePublished" | "dateModified" => return Sign::Date,
        "comment" => return Sign::Comment,
        _ => {}
    }
    if tree.has_word(at, "rel", "author") {
        return Sign::Byline;
    }
    let mut found = Sign::None;
    for name in ["class", "id", "data-testid", "data-component", "data-module"] {
        if let Some(value) = tree.attribute(at, name).filter(|value| value.len() < 1000) {
            let named = named(value, matches!(tag, "article" | "main"));
            if rank(named) > rank(found) {
                found = named;
            }
        }
    }
    found
}

/// Which of two signs of an element counts: the higher.
fn rank(sign: Sign) -> u8 {
    match sign {
        Sign::None => 0,
        Sign::Body => 1,
        Sign::Date => 2,
        Sign::Dateline => 3,
        Sign::Byline => 4,
        Sign::Caption => 5,
        Sign::Pull => 6,
        Sign::Furniture => 7,
        Sign::Comment => 8,
        Sign::Credit => 9,
        Sign::Unseen => 10,
    }
}

/// What a value of class or id says; of an element that holds articles, only what its first words say.
fn named(value: &str, whole: bool) -> Sign {
    let mut best = Sign::None;
    for class in value.split_ascii_whitespace() {
        let words = words(class);
        let Some(first) = words.first() else { continue };
        // "tag-music", "category-social" sort the article; "has-sidebar" speaks of another element.
        if words.len() > 1
            && matches!(&**first, "tag" | "category" | "cat" | "has" | "with" | "no" | "without" | "is" | "not" | "hentry")
        {
            continue;
        }
        let found = of_words(&words);
        if !(whole && found == Sign::Furniture) && rank(found) > rank(best) {
            best = found;
        }
    }
    best
}

fn of_words(words: &[String]) -> Sign {
    let pairs: Vec<String> = words.windows(2).map(|pair| pair.join(" ")).collect();
    let has = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
    let has_pair = |list: &[&str]| pairs.iter().any(|pair| list.contains(&pair.as_str()));
    if has_pair(&["sr only", "visually hidden", "screen reader", "screenreader text", "u vh", "offscreen text"])
        || has(&["visuallyhidden", "offscreen"])
    {
        Sign::Unseen
    } else if has(CREDIT) && !has(&["footer"]) {
        Sign::Credit
    } else if has(COMMENT) {
        Sign::Comment
    } else if has(FURNITURE) || has_pair(FURNITURE_PAIRS) {
        Sign::Furniture
    } else if has(&["pullquote"]) || has_pair(&["pull quote"]) {
        Sign::Pull
    } else if has(&["caption", "captions", "cutline", "imagecaption"]) {
        Sign::Caption
    } else if has(&["author", "authors", "byline", "bylines", "contributors", "writer"]) {
        Sign::Byline
    } else if has(&["dateline", "location"]) {
        Sign::Dateline
    } else if has(&["date", "dates", "datetime", "posted", "pubdate", "publishdate", "published", "timestamp", "updated"]) {
        Sign::Date
    } else if has(BODY) || has_pair(BODY_PAIRS) {
        Sign::Body
    } else {
        Sign::None
    }
}

/// The words of a name in lower case: "storyBody-related_links" has four.
fn words(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut before = ' ';
    for c in name.chars() {
        let parts = !c.is_alphanumeric() || c.is_uppercase() && before.is_lowercase();
        if parts && words.last().is_some_and(|word| !word.is_empty()) {
            words.push(String::new());
        }
        if c.is_alphanumeric() && let Some(word) = words.last_mut() {
            word.extend(c.to_lowercase());
        }
        before = c;
    }
    words.retain(|word| !word.is_empty());
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(class: &str, expected: Sign) {
        assert_eq!(named(class, false), expected, "{class}");
    }

    #[test]
    fn classes() {
        check("navy-blue", Sign::None);
        check("main-nav", Sign::Furniture);
        check("storyBody", Sign::Body);
        check("article-body related-links", Sign::Furniture);
        check("tag-social has-sidebar", Sign::None);
        check("entry__read-more", Sign::Furniture);
        check("photo-credit", Sign::Credit);
        check("byline author-name", Sign::Byline);
        check("sr-only", Sign::Unseen);
        check("", Sign::None);
    }
}
