//! What other programs read of quotations.

use std::collections::BTreeSet;

use super::View;
use crate::api::options::*;
use crate::api::shape::*;
use crate::document::DocId;
use crate::error::ReadError;
use crate::export::{self, Attributed};
use crate::order;
use crate::quote::Quotation;
use crate::text::Span;

impl View {
    /// The quotations that a filter lets through as a file for other programs. Offsets of CSV and
    /// JSON count the unit of this view, those of JSON-LD code points, as its standard asks.
    ///
    /// # Errors
    /// As [`View::quotes`].
    pub fn quotes_text(&self, form: QuoteForm, filter: &QuoteFilter) -> Result<String, ReadError> {
        let quotes = self.quotes(filter)?;
        let (documents, entities) = (self.corpus.documents(), self.corpus.entities());
        Ok(match form {
            // Strings and numbers alone: their serialisation cannot fail.
            QuoteForm::Json => serde_json::to_string_pretty(&quotes).unwrap_or_default() + "\n",
            QuoteForm::Csv => {
                export::quotation_csv(documents, &self.attributed(&quotes), entities, self.unit)
            }
            QuoteForm::Tei => export::tei(documents, &self.attributed(&quotes), entities),
            QuoteForm::JsonLd => {
                let addresses = self.corpus.addresses();
                export::quotation_json_ld(
                    documents,
                    &self.attributed(&quotes),
                    entities,
                    &addresses,
                )
            }
        })
    }

    /// The quotations behind their views.
    fn attributed(&self, quotes: &[QuoteView]) -> Vec<Attributed<'_>> {
        let kept: BTreeSet<&str> = order::gathered(quotes.iter().map(|quote| quote.id.as_str()));
        let all = self.corpus.ids().flat_map(|doc| {
            let numbered = self.corpus.quotations(doc).iter().enumerate();
            numbered.map(move |(n, quotation)| self.one(doc, n, quotation))
        });
        all.filter(|one| kept.contains(one.id.as_str())).collect()
    }

    fn one<'a>(&'a self, doc: DocId, n: usize, quotation: &'a Quotation) -> Attributed<'a> {
        let mention = quotation.speaker.as_ref().and_then(|s| s.mention);
        Attributed {
            document: doc,
            id: self.quote_id(doc, n),
            quotation,
            entity: mention.and_then(|mention| self.corpus.entity_of(doc, mention)),
            named: self.named(doc, quotation),
        }
    }

    /// The name among the words for a speaker.
    fn named(&self, doc: DocId, quotation: &Quotation) -> Option<Span> {
        let speaker = quotation.speaker.as_ref()?;
        let mention = self.corpus.mentions(doc).get(speaker.mention? as usize)?;
        Some(mention.span).filter(|&name| speaker.span.is_some_and(|words| words.contains(name)))
    }
}
