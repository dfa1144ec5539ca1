//! How did an article come to be? Its record without what its document holds, read from saved bytes
//! only when it is asked for.

use std::borrow::Cow;

use bytes::Bytes;

use crate::document::{Document, Record};
use crate::error::ReadError;
use crate::pack::Kind;

/// The record of an article without its id, text and blocks, which its document holds.
#[derive(Debug, Clone)]
pub(super) enum Origin {
    /// A record that was made or read.
    Record(Box<Record>),
    /// JSON of such a record, as part of the pack that was opened.
    Saved(Bytes),
}

impl Origin {
    /// Takes a record apart into its document and the rest.
    pub fn split(mut record: Record) -> (Document, Self) {
        let document = Document::new(&record);
        record.id = String::new();
        record.text = String::new();
        record.blocks = Vec::new();
        (document, Self::Record(Box::new(record)))
    }

    /// The whole record of a document. If the saved one cannot be read or does not fit the document,
    /// it is that of a text without any history.
    pub fn record(&self, document: &Document) -> Record {
        let read = match self {
            Self::Record(record) => Some((**record).clone()),
            Self::Saved(json) => std::str::from_utf8(json)
                .ok()
                .and_then(|json| serde_json::from_str(json).ok()),
        };
        let whole = |mut record: Record| {
            record.id.clone_from(&document.id);
            record.text.clone_from(&document.text);
            record.blocks.clone_from(&document.blocks);
            record
        };
        let is_sound = |record: &Record| matches!(self, Self::Record(_)) || record.is_sound();
        read.map(whole).filter(is_sound).unwrap_or_else(|| Record {
            title: document.title.clone(),
            publisher: document.publisher.clone(),
            author: document.author.clone(),
            published: document.published.clone(),
            updated: document.updated.clone(),
            kind: document.kind.clone(),
            language: document.language.clone(),
            blocks: document.blocks.clone(),
            ..Record::as_is(&document.id, &document.text)
        })
    }

    /// The bytes from which [`Origin::Saved`] reads it.
    ///
    /// # Errors
    /// [`crate::error::ReadErrorKind::Pack`] with the id of a record that could not be read back.
    pub fn json(&self, document: &Document) -> Result<Cow<'_, [u8]>, ReadError> {
        match self {
            Self::Saved(json) => Ok(Cow::Borrowed(json)),
            Self::Record(_) if !self.record(document).is_sound() => {
                Kind::Corpus.cannot_save(&document.id, "its spans do not fit its text")
            }
            Self::Record(record) => match serde_json::to_vec(record) {
                Ok(json) => Ok(Cow::Owned(json)),
                Err(error) => Kind::Corpus.cannot_save(&document.id, error),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Gap;
    use crate::error::ReadErrorKind;

    #[test]
    fn a_record_that_could_not_be_read_again_is_refused() {
        let outside = |record: &mut Record| record.blocks[0].span.end = 99;
        let gap = |confidence| Gap {
            at: 0,
            before: String::new(),
            after: String::new(),
            rule: "test".into(),
            confidence,
        };
        let unsure = |record: &mut Record| record.gaps.push(gap(f64::NAN));
        for damage in [&outside as &dyn Fn(&mut Record), &unsure] {
            let mut record = Record::as_is("a", "One. “Two.”");
            damage(&mut record);
            let (document, origin) = Origin::split(record);
            let refused = origin.json(&document).unwrap_err();
            assert_eq!(refused.kind(), ReadErrorKind::Pack);
            let message = refused.to_string();
            assert!(message.contains("a cannot be saved"), "{message}");
        }
    }
}
