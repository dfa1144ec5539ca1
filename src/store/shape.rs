//! What do the documents of a store look like? The names of their sections, what these weigh, what can be
//! filtered and counted.

use crate::error::{ReadError, ReadErrorKind};
use crate::search::{Column, SECTIONS, Schema, Section};

/// The names that a query reads as something else.
const RESERVED: [&str; 4] = ["id", "date", "in", "near"];
/// The facet that counts by date has this name, so that no filter can.
const MONTH: &str = "month";

/// The shape of documents.
///
/// Names are asked for in queries ("title:arms"), so they are single words of letters, digits, "-" and
/// "_", none twice, whatever their capitals; `id`, `date`, `in` and `near` mean something else there. No filter is
/// called `month`, as the facet of months is.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Shape {
    /// The sections that are searched, in the order they are read; 1 to 16.
    pub sections: Vec<Part>,
    /// The values that are filtered and counted.
    pub filters: Vec<String>,
    /// What the day of a document is called where it comes from; a query asks for `date:`.
    pub date: Option<String>,
    /// Lists of names that mean the same ("DPRK", "North Korea").
    pub synonyms: Vec<Vec<String>>,
}

/// A section of documents.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// Its name.
    pub name: String,
    /// How many words of other sections one of its words counts for; above 0.
    pub boost: f32,
    /// Whether it says what the document is about: a word of a short query counts for more there.
    pub is_title: bool,
}

impl Part {
    /// A section by its name alone: one that is called a title or headline is one.
    pub fn new(name: &str) -> Self {
        Self::given(name, None, None)
    }

    /// The same, with what is said of it.
    pub fn given(name: &str, boost: Option<f32>, is_title: Option<bool>) -> Self {
        let is_called = || matches!(&*name.to_lowercase(), "title" | "headline");
        let is_title = is_title.unwrap_or_else(is_called);
        let usual = if is_title {
            Section::title(name).boost
        } else {
            Section::new(name).boost
        };
        Self {
            name: name.to_owned(),
            boost: boost.unwrap_or(usual),
            is_title,
        }
    }
}

impl Shape {
    /// The schema of the index.
    ///
    /// # Errors
    /// [`ReadErrorKind::Argument`] when a name or a weight cannot be, or there are too many sections or none.
    pub(super) fn schema(&self) -> Result<Schema, ReadError> {
        let refuse = |label: &str, message: &str| {
            Err(ReadError::new(ReadErrorKind::Argument, label, message))
        };
        if !(1..=SECTIONS).contains(&self.sections.len()) {
            let found = self.sections.len();
            return refuse(
                "fields",
                &format!("expected 1 to {SECTIONS} of them, found {found}"),
            );
        }
        let sections = self.sections.iter().map(|part| &part.name);
        let names: Vec<&String> = sections.chain(&self.filters).chain(&self.date).collect();
        for (at, name) in names.iter().enumerate() {
            let lower = name.to_lowercase();
            let is_word = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
            if lower.is_empty() || !lower.chars().all(is_word) {
                return refuse(
                    name,
                    "expected a name of one word of letters, digits, “-” and “_”, found this",
                );
            }
            let is_date = self.date.as_ref() == Some(name);
            if RESERVED.contains(&lower.as_str()) && !(is_date && lower == "date") {
                return refuse(
                    name,
                    "expected a name that means nothing in a query, found this",
                );
            }
            if names[..at]
                .iter()
                .any(|other| other.to_lowercase() == lower)
            {
                return refuse(name, "expected one field of this name, found two");
            }
        }
        if let Some(name) = self.filters.iter().find(|n| n.to_lowercase() == MONTH) {
            let message = "expected a filter of another name than the facet of months, found this";
            return refuse(name, message);
        }
        if let Some(part) = self
            .sections
            .iter()
            .find(|p| !(p.boost > 0.0 && p.boost.is_finite()))
        {
            return refuse(
                &part.name,
                &format!("expected a boost above 0, found {}", part.boost),
            );
        }
        let section = |part: &Part| Section {
            boost: part.boost,
            is_title: part.is_title,
            is_running: !part.is_title,
            ..Section::new(&part.name)
        };
        let column = |name: &String| Column {
            name: name.to_lowercase(),
            has_forms: false,
            is_facet: true,
        };
        Ok(Schema {
            sections: self.sections.iter().map(section).collect(),
            columns: self.filters.iter().map(column).collect(),
            is_annotated: false,
        })
    }

    /// The shape as lines for [`Shape::read`]: a word for what the line says, then its parts, by tabs.
    pub(super) fn lines(&self) -> String {
        let mut lines = Vec::new();
        for Part {
            name,
            boost,
            is_title,
        } in &self.sections
        {
            let kind = if *is_title { "title" } else { "text" };
            lines.push(format!("{kind}\t{name}\t{}", boost.to_bits()));
        }
        lines.extend(self.filters.iter().map(|name| format!("filter\t{name}")));
        lines.extend(self.date.iter().map(|name| format!("date\t{name}")));
        for names in &self.synonyms {
            let names = names.iter().map(|name| name.replace(['\t', '\n'], " "));
            lines.push(format!(
                "synonyms\t{}",
                names.collect::<Vec<_>>().join("\t")
            ));
        }
        lines.join("\n")
    }

    /// The shape of [`Shape::lines`]; `None` where a line cannot be read.
    pub(super) fn read(lines: &str) -> Option<Self> {
        let mut shape = Self::default();
        for line in lines.lines() {
            let (kind, parts) = line.split_once('\t')?;
            let mut parts = parts.split('\t').map(str::to_owned);
            match kind {
                "title" | "text" => shape.sections.push(Part {
                    name: parts.next()?,
                    boost: f32::from_bits(parts.next()?.parse().ok()?),
                    is_title: kind == "title",
                }),
                "filter" => shape.filters.push(parts.next()?),
                "date" => shape.date = parts.next(),
                "synonyms" => shape.synonyms.push(parts.collect()),
                _ => return None,
            }
        }
        Some(shape)
    }
}
