//! What do the documents of a collection look like? A description of their fields, with the weights
//! of these, and of their filters, date and synonyms.

use crate::error::{ReadError, ReadErrorKind, quoted};
use crate::search::{Column, SECTIONS, Schema, Section};

/// Names with another meaning in queries.
const RESERVED: [&str; 4] = ["id", "date", "in", "near"];
/// The name of the facet that counts by date, which no filter can have.
const MONTH: &str = "month";

/// A description of the documents of a collection.
///
/// Queries use the names ("title:arms"), so they are single words of letters, digits, "-" and "_",
/// and differ in more than case. `id`, `date`, `in` and `near` have another meaning in queries, and
/// `month` is the facet of months.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Mapping {
    /// The fields that are searched, in reading order; 1 to 16.
    pub fields: Vec<Field>,
    /// The values that are filtered and counted.
    pub filters: Vec<String>,
    /// The name of the field with the day of a document. Queries use `date:`.
    pub date: Option<String>,
    /// Lists of synonymous names ("DPRK", "North Korea").
    pub synonyms: Vec<Vec<String>>,
}

/// A field that is searched. In the schema of the index, it is a section.
#[derive(Debug, Clone, PartialEq)]
pub struct Field {
    /// Its name.
    pub name: String,
    /// The weight of its words in the ranking, relative to 1; above 0.
    pub boost: f32,
    /// Whether it states the subject of the document; a word of a short query counts for more in
    /// it.
    pub is_title: bool,
}

impl Field {
    /// A field with default settings. One called "title" or "headline" is a title.
    pub fn new(name: &str) -> Self {
        Self::given(name, None, None)
    }

    /// The same, with the settings that are given.
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

impl Mapping {
    /// The schema of the index.
    ///
    /// # Errors
    /// [`ReadErrorKind::Argument`] if a name or weight is invalid, or there are no fields or too
    /// many.
    pub(super) fn schema(&self) -> Result<Schema, ReadError> {
        let refuse = |label: &str, message: &str| {
            Err(ReadError::new(ReadErrorKind::Argument, label, message))
        };
        if !(1..=SECTIONS).contains(&self.fields.len()) {
            let found = self.fields.len();
            return refuse(
                "fields",
                &format!("expected 1 to {SECTIONS} fields, found {found}"),
            );
        }
        let fields = self.fields.iter().map(|field| &field.name);
        let names: Vec<&String> = fields.chain(&self.filters).chain(&self.date).collect();
        for (at, name) in names.iter().enumerate() {
            let lower = name.to_lowercase();
            let is_word = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
            if lower.is_empty() || !lower.chars().all(is_word) {
                let message = format!(
                    "expected a name of only letters, digits, “-” and “_”, found {}",
                    quoted(name)
                );
                return refuse(name, &message);
            }
            let is_date = self.date.as_ref() == Some(name);
            if RESERVED.contains(&lower.as_str()) && !(is_date && lower == "date") {
                let message = format!(
                    "expected a name that has no meaning in queries, found {}",
                    quoted(name)
                );
                return refuse(name, &message);
            }
            if names[..at]
                .iter()
                .any(|other| other.to_lowercase() == lower)
            {
                return refuse(name, "expected one field with this name, found two");
            }
        }
        if let Some(name) = self.filters.iter().find(|n| n.to_lowercase() == MONTH) {
            let message = format!(
                "expected a name other than that of the facet of months, found {}",
                quoted(name)
            );
            return refuse(name, &message);
        }
        let is_weight = |boost: f32| boost > 0.0 && boost.is_finite();
        if let Some(field) = self.fields.iter().find(|f| !is_weight(f.boost)) {
            let message = format!("expected a boost above 0, found {}", field.boost);
            return refuse(&field.name, &message);
        }
        let section = |field: &Field| Section {
            boost: field.boost,
            is_title: field.is_title,
            is_running: !field.is_title,
            ..Section::new(&field.name)
        };
        let column = |name: &String| Column {
            name: name.to_lowercase(),
            has_forms: false,
            is_facet: true,
        };
        Ok(Schema {
            sections: self.fields.iter().map(section).collect(),
            columns: self.filters.iter().map(column).collect(),
            is_annotated: false,
        })
    }

    /// The mapping as lines for [`Mapping::read`]: a keyword and its values, separated by tabs.
    pub(super) fn lines(&self) -> String {
        let mut lines = Vec::new();
        for Field {
            name,
            boost,
            is_title,
        } in &self.fields
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

    /// The mapping of [`Mapping::lines`]; `None` if a line cannot be read.
    pub(super) fn read(lines: &str) -> Option<Self> {
        let mut mapping = Self::default();
        for line in lines.lines() {
            let (kind, parts) = line.split_once('\t')?;
            let mut parts = parts.split('\t').map(str::to_owned);
            match kind {
                "title" | "text" => mapping.fields.push(Field {
                    name: parts.next()?,
                    boost: f32::from_bits(parts.next()?.parse().ok()?),
                    is_title: kind == "title",
                }),
                "filter" => mapping.filters.push(parts.next()?),
                "date" => mapping.date = parts.next(),
                "synonyms" => mapping.synonyms.push(parts.collect()),
                _ => return None,
            }
        }
        Some(mapping)
    }
}
