//! How is a file read? A front that detects its format, and an accumulator of the articles.

use super::budget::{ARTICLES, Budget};
use super::given::{Sidecar, is_sidecar};
use super::input::name::{slashed, stem};
use super::options::Options;
use super::refusal::{Refusal, Refusals};
use super::{markdown, plain, sniff};
use crate::document::{Article, Format};
use crate::error::{ReadError, ReadErrorKind};
use crate::text::UniqueNames;

/// The articles that were read, and what was refused.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Reading {
    /// The articles, in the order of their files; their ids are unique.
    pub articles: Vec<Article>,
    /// Why files, entries and lines were not read: one refusal for each reason, in order of first
    /// occurrence. Every file has an article or is counted here.
    pub refused: Vec<Refusal>,
}

/// The file names of pasted text and pasted markup.
const PASTED_TEXT: &str = "pasted.txt";
const PASTED_PAGE: &str = "pasted.html";

/// Reads files into articles.
#[derive(Debug, Clone, Default)]
pub struct Reader {
    pub(super) options: Options,
    pub(super) articles: Vec<Article>,
    pub(super) refused: Refusals,
    /// Whether a file needs the readers of another module.
    pub(super) needs_readers: bool,
    /// Tables of given values, joined with the articles at the end.
    pub(super) tables: Vec<Sidecar>,
}

impl Reader {
    /// A reader that has read nothing yet.
    pub fn new(options: Options) -> Self {
        Self {
            options,
            ..Self::default()
        }
    }

    /// Reads one file; backslashes in its name count as slashes. Returns the number of articles.
    pub fn add(&mut self, name: &str, bytes: &[u8]) -> usize {
        let before = self.articles.len();
        let name = slashed(name);
        self.read(&name, &name, bytes, &mut self.options.budget());
        self.articles.len() - before
    }

    /// Reads what was pasted: the markup, if there is any, or else the text. Text that is the
    /// source of a page is read as that page, whatever markup an editor put around it. Returns the
    /// number of articles.
    pub fn add_pasted(&mut self, text: &str, markup: &str) -> usize {
        let is_source = sniff::format(PASTED_TEXT, text.as_bytes()) == Ok(Format::Html);
        match is_source || markup.trim().is_empty() {
            true => self.add(PASTED_TEXT, text.as_bytes()),
            false => self.add(PASTED_PAGE, markup.as_bytes()),
        }
    }

    /// Records why a file was not read whose bytes are unavailable.
    pub fn refuse(&mut self, error: ReadError) {
        self.refused.add(error);
    }

    /// Whether a file was added that is not, or not fully, read here because its format needs the
    /// feature `readers`. Always `false` with that feature.
    pub fn needs_readers(&self) -> bool {
        self.needs_readers
    }

    /// Everything that was read, with unique ids and the values from the tables of given values.
    pub fn finish(mut self) -> Reading {
        for table in std::mem::take(&mut self.tables) {
            for error in table.join(&mut self.articles) {
                self.refuse(error);
            }
        }
        name_apart(&mut self.articles);
        Reading {
            articles: self.articles,
            refused: self.refused.finish(),
        }
    }

    /// Reads a file called `name`; `path` is its name inside its archive.
    pub(super) fn read(&mut self, name: &str, path: &str, bytes: &[u8], budget: &mut Budget) {
        if let Err(error) = self.dispatch(name, path, bytes, budget) {
            self.refuse(error);
        }
    }

    pub(super) fn dispatch(
        &mut self,
        name: &str,
        path: &str,
        bytes: &[u8],
        budget: &mut Budget,
    ) -> Result<(), ReadError> {
        let most = self.options.size;
        if bytes.len() as u64 > most {
            let message = format!("has {} bytes; the limit is {most}", bytes.len());
            return Err(ReadError::new(ReadErrorKind::Limit, name, message));
        }
        let format = sniff::format(path, bytes)
            .map_err(|message| ReadError::new(ReadErrorKind::Format, name, message))?;
        let columns = &self.options.columns;
        let mut article = match format {
            Format::Text => plain::read(name, bytes),
            Format::Markdown => markdown::read(name, bytes),
            Format::Json | Format::JsonLines => return self.json(name, path, bytes, format),
            Format::Csv | Format::Tsv if is_sidecar(path, bytes, columns) => {
                self.tables.push(Sidecar::read(name, bytes));
                return Ok(());
            }
            Format::Csv | Format::Tsv => return self.table(name, path, bytes, format),
            Format::Zip => return self.archive(name, bytes, budget),
            Format::Html => self.page(name, bytes)?,
            Format::Docx => self.docx(name, bytes, budget)?,
            Format::Pdf => self.pdf(name, bytes)?,
        };
        article.id = stem(path).to_owned();
        article.source.format = format;
        self.keep(article)
    }

    /// Keeps an article that contains text.
    pub fn keep(&mut self, article: Article) -> Result<(), ReadError> {
        if article.text.trim().is_empty() {
            let name = article.source.file.unwrap_or(article.id);
            return Err(ReadError::new(
                ReadErrorKind::Empty,
                name,
                "contains no text",
            ));
        }
        if self.articles.len() >= ARTICLES {
            let name = article.source.file.unwrap_or(article.id);
            let message = format!("was not read: the limit is {ARTICLES} articles");
            return Err(ReadError::new(ReadErrorKind::Limit, name, message));
        }
        self.articles.push(article);
        Ok(())
    }
}

/// Renames articles whose id is taken: `-2`, `-3` and so on are appended.
fn name_apart(articles: &mut [Article]) {
    let mut ids = UniqueNames::default();
    for article in articles {
        let id = ids.take(&article.id);
        if id == article.id {
            continue;
        }
        let warning = format!(
            "another article has the id {}; this one was renamed {id}",
            article.id
        );
        article.source.warnings.push(warning);
        article.id = id;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stem_has_no_extension() {
        for (name, expected) in [
            ("a.txt", "a"),
            ("in/a.b.txt", "in/a.b"),
            ("in.d/a", "in.d/a"),
            (".txt", ".txt"),
            ("", ""),
        ] {
            assert_eq!(stem(name), expected);
        }
    }

    #[test]
    fn ids_are_unique() {
        let ids = ["a", "a-2", "a", "a", "b"].map(|id| Article::new(id, "x"));
        let mut articles = ids.to_vec();
        name_apart(&mut articles);
        let ids: Vec<&str> = articles.iter().map(|a| a.id.as_str()).collect();
        assert_eq!(ids, ["a", "a-2", "a-3", "a-4", "b"]);
    }
}
