//! What is in a corpus? Its state: ground state, what is derived from it, and accessors for both.
//!
//! The ground state is the records and decisions. What is derived from one article is stored beside
//! its document, row by row; what articles share has one owner, [`Shared`]. It is derived again
//! whenever articles or decisions change, and nothing of it survives the change: only
//! [`Corpus::assemble`] changes articles, and only [`Corpus::settle`] changes decisions. A saved corpus
//! carries all of this, and it is trusted only if the same analyses derived it.

use std::sync::Arc;

use bytes::Bytes;

use super::article::{ArticleState, Found};
#[cfg(feature = "embedded")]
use super::embedded;
use super::origin::Origin;
use super::parallel;
use super::quoted::quoted as words_quoted;
use super::saved::{self, Content, Resolved, Saved};
use super::shared::Shared;
use super::timeline::{Dated, inferred_dates};
use crate::clean;
use crate::decision::Decision;
use crate::document::{Article, DocId, Document, Record, Summary};
use crate::entity::{self, Entity, EntityId, Mention, Reference, StandIn};
use crate::error::{ReadError, ReadErrorKind, quoted};
use crate::order;
use crate::quote::Quotation;
use crate::search::{Documents, Index, Schema};
use crate::time::{DateMention, Figure, figures};

/// Articles and everything derived from them. Documents keep their given order.
#[derive(Debug, Clone, Default)]
pub struct Corpus {
    pub(super) documents: Vec<Document>,
    /// What the records contain beside the documents.
    pub(super) origins: Vec<Origin>,
    pub(super) summaries: Vec<Summary>,
    /// The decisions of people about names.
    pub(super) decisions: Vec<Decision>,
    pub(super) mentions: Vec<Vec<Mention>>,
    pub(super) quotations: Vec<Vec<Quotation>>,
    /// The dates of each document, as far as it determines them itself.
    pub(super) dates: Vec<Vec<Dated>>,
    /// How many articles were analysed when the corpus was last assembled.
    pub(super) analysed: usize,
    pub(super) shared: Shared,
}

/// How articles are processed into a corpus.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Treatment {
    /// Whether entities, quotations and dates are found; search works without them.
    pub analyze: bool,
    /// Whether the text is repaired and cleaned, or kept as it is.
    pub normalize: bool,
}

impl Default for Treatment {
    fn default() -> Self {
        Self {
            analyze: true,
            normalize: true,
        }
    }
}

impl Corpus {
    /// The corpus of stored records, analysed.
    ///
    /// # Errors
    /// [`ReadErrorKind::DuplicateId`] if two records share an id.
    pub fn new(records: Vec<Record>) -> Result<Self, ReadError> {
        Self::build(records.into_iter().map(ArticleState::new).collect(), true)
    }

    /// The corpus of articles as received.
    ///
    /// # Errors
    /// [`ReadErrorKind::DuplicateId`] if two articles share an id; [`ReadErrorKind::Argument`] if
    /// one is too long for 32-bit offsets.
    pub fn from_articles(articles: &[Article], treatment: Treatment) -> Result<Self, ReadError> {
        if let Some(long) = articles.iter().find(|a| a.text.len() >= u32::MAX as usize) {
            let expected = format_args!("a text of less than 4 GiB in {}", quoted(&long.id));
            return Err(ReadError::argument("articles", expected, "a longer one"));
        }
        let state = |article: &Article| {
            ArticleState::new(if treatment.normalize {
                clean::normalize(article)
            } else {
                clean::as_is(article)
            })
        };
        Self::build(parallel::map(articles, state), treatment.analyze)
    }

    /// Opens a corpus saved by [`Corpus::save`]. What a build with the same analyses found in it is
    /// carried along; otherwise, it is derived again.
    ///
    /// # Errors
    /// [`ReadErrorKind::Pack`] if the bytes are not a saved corpus, or are damaged.
    pub fn open(bytes: impl Into<Bytes>) -> Result<Self, ReadError> {
        Self::of_saved(saved::read(&bytes.into())?)
    }

    fn of_saved(saved: Saved) -> Result<Self, ReadError> {
        let Saved {
            articles,
            analyzed,
            decisions,
            index,
            resolved,
            related,
        } = saved;
        refuse_duplicates(articles.iter().map(|article| article.document.id.as_str()))?;
        let mut corpus = Self::gather(articles, analyzed);
        let documents = &corpus.documents;
        let carried =
            index.and_then(|index| Index::of_section(index, documents, Schema::default()).ok());
        corpus.shared.index = carried.unwrap_or_else(|| Index::build(documents));
        let fits =
            |resolved: &Resolved| analyzed && resolved.fits(&corpus.documents, &corpus.mentions);
        match resolved.filter(fits) {
            Some(resolved) => {
                (corpus.shared.resolution, corpus.shared.inferred) = resolved.restore();
            }
            None if analyzed => {
                corpus.find_entities();
                corpus.infer_dates();
            }
            None => {}
        }
        if let Some(related) = related.filter(|related| related.fits(corpus.documents.len())) {
            corpus.shared.related = related.into();
        }
        corpus.settle(Vec::new());
        corpus.add_decisions(decisions);
        Ok(corpus)
    }

    /// The corpus as bytes for [`Corpus::open`]; equal corpora give equal bytes.
    ///
    /// # Errors
    /// [`ReadErrorKind::Pack`] with the id of an article that [`Corpus::open`] would refuse.
    pub fn save(&self) -> Result<Vec<u8>, ReadError> {
        saved::write(&Content {
            documents: &self.documents,
            origins: &self.origins,
            summaries: &self.summaries,
            decisions: &self.decisions,
            mentions: &self.mentions,
            quotations: &self.quotations,
            dates: &self.dates,
            index: &self.shared.index,
            resolution: &self.shared.resolution,
            inferred: &self.shared.inferred,
            related: self.is_analyzed().then(|| self.related()),
        })
    }

    /// The five default articles.
    ///
    /// # Errors
    /// Never on a build that passed its tests; the signature is that of reading any records.
    #[cfg(feature = "embedded")]
    pub fn embedded() -> Result<Self, ReadError> {
        Self::new(embedded::records()?)
    }

    fn build(articles: Vec<ArticleState>, analyze: bool) -> Result<Self, ReadError> {
        refuse_duplicates(articles.iter().map(|article| article.document.id.as_str()))?;
        Ok(Self::assemble(articles, Vec::new(), analyze, |documents| {
            Index::build(documents)
        }))
    }

    /// Assembles a corpus of articles; what they bring along is not derived again. `index` returns
    /// the index of all documents.
    pub(super) fn assemble(
        articles: Vec<ArticleState>,
        decisions: Vec<Decision>,
        analyze: bool,
        index: impl FnOnce(&dyn Documents) -> Index + Send,
    ) -> Self {
        let mut corpus = Self::gather(articles, analyze);
        let documents = &corpus.documents;
        let index = || index(documents);
        let resolution = || analyze.then(|| entity::resolve(documents, &corpus.mentions));
        let (index, resolution) = parallel::both(index, resolution);
        corpus.shared.index = index;
        corpus.shared.resolution = resolution.unwrap_or_default();
        corpus.infer_dates();
        corpus.settle(decisions);
        let documents = corpus.documents.iter_mut();
        documents.for_each(Document::forget_segmentation);
        corpus
    }

    /// A corpus of articles, without what they share.
    fn gather(articles: Vec<ArticleState>, analyze: bool) -> Self {
        let mut corpus = Self::default();
        let lacking = |article: &&ArticleState| analyze && article.found.is_none();
        let lacking: Vec<_> = articles.iter().filter(lacking).collect();
        corpus.analysed = lacking.len();
        let mut new = parallel::map(&lacking, |article| Found::new(&article.document)).into_iter();
        for article in articles {
            if analyze && let Some(found) = article.found.or_else(|| new.next()) {
                corpus.mentions.push(found.mentions);
                corpus.quotations.push(found.quotations);
                corpus.dates.push(found.dates);
            }
            corpus.documents.push(article.document);
            corpus.origins.push(article.origin);
            corpus.summaries.push(article.summary);
        }
        corpus
    }

    pub(super) fn find_entities(&mut self) {
        self.shared.resolution = entity::resolve(&self.documents, &self.mentions);
    }

    pub(super) fn infer_dates(&mut self) {
        self.shared.inferred = inferred_dates(&self.documents, &self.dates);
    }

    pub(super) fn is_analyzed(&self) -> bool {
        self.mentions.len() == self.documents.len()
    }

    /// How many articles were analysed when the corpus was opened or its articles last changed; what
    /// was found before is kept or carried along.
    pub fn analysed(&self) -> usize {
        self.analysed
    }

    /// The record of a document.
    pub fn record(&self, id: DocId) -> Record {
        self.origins[id.0 as usize].record(self.document(id))
    }

    /// The stored records, in corpus order.
    pub fn records(&self) -> impl Iterator<Item = Record> {
        self.ids().map(|id| self.record(id))
    }

    /// What lists show of a document.
    pub fn summary(&self, id: DocId) -> &Summary {
        &self.summaries[id.0 as usize]
    }

    /// The URL of each document's page, in corpus order.
    pub fn addresses(&self) -> Vec<Option<&str>> {
        let summaries = self.summaries.iter();
        summaries
            .map(|summary| summary.address.as_deref())
            .collect()
    }

    /// The documents, in corpus order.
    pub fn documents(&self) -> &[Document] {
        &self.documents
    }

    /// The document with an ordinal of this corpus.
    pub fn document(&self, id: DocId) -> &Document {
        &self.documents[id.0 as usize]
    }

    /// The ordinal of the article with an id.
    pub fn find(&self, id: &str) -> Option<DocId> {
        self.documents
            .iter()
            .position(|d| d.id == id)
            .map(|n| DocId(n as u32))
    }

    /// The mentions of a document, in text order; empty if the corpus is not analysed.
    pub fn mentions(&self, id: DocId) -> &[Mention] {
        self.mentions.get(id.0 as usize).map_or(&[], Vec::as_slice)
    }

    /// All entities, the most mentioned first.
    pub fn entities(&self) -> &[Arc<Entity>] {
        &self.resolution().entities
    }

    /// The entity with an id.
    pub fn entity(&self, id: &str) -> Option<EntityId> {
        self.entities()
            .iter()
            .position(|e| e.id == id)
            .map(|n| EntityId(n as u32))
    }

    /// The entity that a mention of a document names; `None` if it names none.
    pub fn entity_of(&self, id: DocId, mention: u32) -> Option<EntityId> {
        *self
            .resolution()
            .of
            .get(id.0 as usize)?
            .get(mention as usize)?
    }

    /// The capitals in a document that refer to the government there, in text order.
    pub fn stand_ins(&self, id: DocId) -> Vec<StandIn> {
        entity::stand_ins(self.document(id), self.mentions(id))
    }

    /// The pronouns and descriptions in a document that refer to an entity, in text order.
    pub fn references(&self, id: DocId) -> Vec<Reference> {
        let document = self.document(id);
        let quoted = words_quoted(&document.text, self.quotations(id));
        entity::references(document, id, self.mentions(id), self.resolution(), quoted)
    }

    /// The quotations of a document, in text order; empty if the corpus is not analysed.
    pub fn quotations(&self, id: DocId) -> &[Quotation] {
        self.quotations
            .get(id.0 as usize)
            .map_or(&[], Vec::as_slice)
    }

    /// The dates of a document, in text order; empty if the corpus is not analysed.
    pub fn dated(&self, id: DocId) -> &[Dated] {
        let inferred = self.shared.inferred.get(&id.0);
        let dates = inferred.or_else(|| self.dates.get(id.0 as usize));
        dates.map_or(&[], Vec::as_slice)
    }

    /// The times of day, amounts, shares and quantities in a document, in text order.
    pub fn figures(&self, id: DocId) -> Vec<Figure> {
        let dates: Vec<DateMention> = self
            .dated(id)
            .iter()
            .map(|dated| dated.mention.clone())
            .collect();
        figures(self.document(id), &dates)
    }

    /// The ordinals of all documents.
    pub fn ids(&self) -> impl Iterator<Item = DocId> + use<> {
        (0..self.documents.len() as u32).map(DocId)
    }
}

fn refuse_duplicates<'a>(ids: impl Iterator<Item = &'a str>) -> Result<(), ReadError> {
    let mut ids: Vec<&str> = ids.collect();
    order::sort(&mut ids);
    match ids.windows(2).find(|pair| pair[0] == pair[1]) {
        Some(pair) => Err(ReadError::new(
            ReadErrorKind::DuplicateId,
            pair[0],
            "expected one article with this id, found two",
        )),
        None => Ok(()),
    }
}
