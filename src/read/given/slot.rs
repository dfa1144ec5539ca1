//! Which field of an article does a column, key or line of front matter give? A lexicon of names.
//!
//! Foreign names are compared in lower case, by letters and digits alone: `datePublished`,
//! `date_published` and `Date published` are the same. If several names denote one field, the one
//! that is earlier in its list wins.

use crate::document::Field;
use crate::read::input::name::letters;

/// What a foreign value is used for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Slot {
    /// The text of the article.
    Text,
    /// The id of the article in its source.
    Id,
    /// The file that a row of given values refers to.
    File,
    /// The address of the article's page.
    Address,
    /// The article's tags.
    Tags,
    /// A field of an article.
    Known(Field),
}

/// The usual names of each field, the field's own name first.
const NAMES: &[(Slot, &[&str])] = &[
    (
        Slot::Text,
        &[
            "text",
            "fulltext",
            "articletext",
            "maintext",
            "plaintext",
            "cleanedtext",
            "bodytext",
            "articlebody",
            "body",
            "content",
            "articlecontent",
            "story",
            "article",
            "html",
        ],
    ),
    (
        Slot::Id,
        &[
            "id",
            "articleid",
            "docid",
            "documentid",
            "uid",
            "uuid",
            "guid",
            "slug",
        ],
    ),
    (Slot::File, &["file", "filename", "path", "filepath"]),
    (
        Slot::Address,
        &[
            "url",
            "link",
            "uri",
            "articleurl",
            "permalink",
            "canonicalurl",
            "sourceurl",
        ],
    ),
    (
        Slot::Tags,
        &[
            "tags",
            "keywords",
            "topics",
            "subjects",
            "labels",
            "categories",
            "tag",
        ],
    ),
    (
        Slot::Known(Field::Title),
        &["title", "headline", "articletitle", "head", "heading"],
    ),
    (
        Slot::Known(Field::Publisher),
        &[
            "publisher",
            "outlet",
            "source",
            "sitename",
            "site",
            "sourcename",
            "newspaper",
            "publication",
            "outletname",
            "medium",
            "media",
            "domain",
            "sourcedomain",
        ],
    ),
    (
        Slot::Known(Field::Author),
        &[
            "author",
            "authors",
            "byline",
            "creator",
            "writer",
            "reporter",
            "journalist",
        ],
    ),
    (
        Slot::Known(Field::Place),
        &["place", "location", "dateline", "city"],
    ),
    (
        Slot::Known(Field::Published),
        &[
            "published",
            "datepublished",
            "publisheddate",
            "publishdate",
            "publishedat",
            "publicationdate",
            "pubdate",
            "datepublish",
            "publishedon",
            "date",
            "datetime",
            "timestamp",
        ],
    ),
    (
        Slot::Known(Field::Updated),
        &[
            "updated",
            "datemodified",
            "modified",
            "lastmodified",
            "updatedat",
            "lastupdated",
            "dateupdated",
            "modifieddate",
            "datemodify",
        ],
    ),
    (Slot::Known(Field::Kind), &["kind", "genre", "articletype"]),
    (
        Slot::Known(Field::Language),
        &["language", "lang", "inlanguage"],
    ),
];

/// The slot that a name usually denotes, and the rank of the name in the list of that slot.
pub fn usual(name: &str) -> Option<(Slot, usize)> {
    let name = letters(name);
    NAMES.iter().find_map(|(slot, names)| {
        let rank = names.iter().position(|n| *n == name)?;
        Some((*slot, rank))
    })
}

/// The slot that a name denotes for a field of an article; any usual name will do.
pub fn named(name: &str) -> Option<Slot> {
    usual(name).map(|(slot, _)| slot)
}

/// The first name of each slot, in order.
pub fn field_names() -> Vec<&'static str> {
    NAMES
        .iter()
        .filter_map(|(_, names)| names.first().copied())
        .collect()
}
