//! Which files need the feature `readers`? A stand-in that refuses HTML, DOCX, PDF and archives,
//! and records the need, so that the caller can load the module that reads them.

use super::budget::Budget;
use super::reader::Reader;
use crate::document::Article;
use crate::error::{ReadError, ReadErrorKind};

impl Reader {
    pub(super) fn page(&mut self, name: &str, _bytes: &[u8]) -> Result<Article, ReadError> {
        Err(self.unread(name, "HTML"))
    }

    pub(super) fn docx(
        &mut self,
        name: &str,
        _bytes: &[u8],
        _budget: &Budget,
    ) -> Result<Article, ReadError> {
        Err(self.unread(name, "DOCX"))
    }

    pub(super) fn pdf(&mut self, name: &str, _bytes: &[u8]) -> Result<Article, ReadError> {
        Err(self.unread(name, "PDF"))
    }

    pub(super) fn archive(
        &mut self,
        name: &str,
        _bytes: &[u8],
        _budget: &mut Budget,
    ) -> Result<(), ReadError> {
        Err(self.unread(name, "a ZIP archive, or a document packed as one"))
    }

    fn unread(&mut self, name: &str, what: &str) -> ReadError {
        self.needs_readers = true;
        let message =
            format!("is {what}; this reader reads only plain text, Markdown, JSON and tables");
        ReadError::new(ReadErrorKind::Format, name, message)
    }
}

#[cfg(test)]
mod tests {
    use crate::read::options::Options;
    use crate::read::reader::Reader;

    /// Checks whether a file needs the readers, and what is refused.
    fn check(name: &str, bytes: &[u8], needs: bool, refused: &[&str]) {
        let mut reader = Reader::new(Options::default());
        reader.add(name, bytes);
        assert_eq!(reader.needs_readers(), needs, "{name}");
        let reading = reader.finish();
        assert!(reading.articles.len() + reading.refused.len() > 0, "{name}");
        let found: Vec<String> = reading.refused.iter().map(ToString::to_string).collect();
        assert_eq!(found.len(), refused.len(), "{found:?}");
        for (found, part) in found.iter().zip(refused) {
            assert!(found.contains(part), "{found}");
        }
    }

    #[test]
    fn what_a_file_is_its_bytes_tell() {
        check(
            "a.html",
            b"<p>It rained.</p>",
            true,
            &["a.html: is HTML; this reader reads only"],
        );
        check("a.txt", b"<div>It rained.</div>", true, &["is HTML"]);
        check("a.txt", b"\xff\xfe<\0h\0t\0m\0l\0>\0", true, &["is HTML"]);
        check("a", b"%PDF-1.7", true, &["is PDF"]);
        check("a.csv", b"PK\x03\x04", true, &["a ZIP archive, or"]);
        check("a.txt", b"It <p>rained</p>.", false, &[]);
        check("a.html", b"%PDF-1.7", true, &["is PDF"]);
        check("a.xyz", b"It rained.", false, &["no known format"]);
        check("a.pdf", b"It rained.", false, &["another format"]);
        check("a.png", b"\x89PNG\r\n", false, &["picture"]);
    }

    #[test]
    fn markup_in_rows_is_for_the_readers_too() {
        check("a.csv", b"text\n<p>It rained.</p>\n", true, &[]);
        check("a.json", br#"{"text": "<p>It rained.</p>"}"#, true, &[]);
        check("a.csv", b"text\nIt rained.\n", false, &[]);
    }

    #[test]
    fn pasted_markup_asks_for_them() {
        for (text, markup, needs) in [
            ("It rained.", "", false),
            ("It rained.", " \n", false),
            ("It rained.", "<b>It rained.</b>", true),
            ("<p>It rained.</p>", "", true),
        ] {
            let mut reader = Reader::new(Options::default());
            reader.add_pasted(text, markup);
            assert_eq!(reader.needs_readers(), needs, "{text} {markup}");
        }
    }
}
