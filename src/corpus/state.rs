//! What is in a corpus? Its state: ground state, what is derived from it, and accessors for both.
//!
//! The ground state is the records and decisions. What is derived from one article is stored beside
//! its record, row by row; what articles share has one owner, [`Shared`]. It is derived again
//! whenever articles or decisions change, and nothing of it survives the change: only
//! [`Corpus::assemble`] changes articles, and only [`Corpus::settle`] changes decisions.

use super::article::ArticleState;
#[cfg(feature = "embedded")]
use super::embedded;
use super::quoted::quoted as words_quoted;
use super::saved;
use super::shared::Shared;
use super::timeline::{Dated, timeline};
use crate::clean;
use crate::decision::Decision;
use crate::document::Article;
use crate::document::{DocId, Document, Record};
use crate::entity::{self, Entity, EntityId, Mention, Reference, StandIn};
use crate::error::{ReadError, ReadErrorKind, quoted};
use crate::order;
use crate::quote::Quotation;
use crate::search::{Documents, Index};
use crate::time::{DateMention, Figure, figures};

/// Articles and everything derived from them. Documents keep their given order.
#[derive(Debug, Clone)]
pub struct Corpus {
    pub(super) records: Vec<Record>,
    /// The decisions of people about names.
    pub(super) decisions: Vec<Decision>,
    pub(super) documents: Vec<Document>,
    pub(super) mentions: Vec<Vec<Mention>>,
    pub(super) quotations: Vec<Vec<Quotation>>,
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
        Self::build(records, true)
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
        let record = |article: &Article| {
            if treatment.normalize {
                clean::normalize(article)
            } else {
                clean::as_is(article)
            }
        };
        Self::build(articles.iter().map(record).collect(), treatment.analyze)
    }

    /// Opens a corpus saved by [`Corpus::save`], and derives everything again.
    ///
    /// # Errors
    /// [`ReadErrorKind::Pack`] if the bytes are not a saved corpus, or are damaged.
    pub fn open(bytes: &[u8]) -> Result<Self, ReadError> {
        let saved = saved::read(bytes)?;
        let mut corpus = Self::build(saved.records, saved.analyzed)?;
        corpus.add_decisions(saved.decisions);
        Ok(corpus)
    }

    /// Opens a saved corpus without analysing it, to be appended to another.
    ///
    /// # Errors
    /// [`ReadErrorKind::Pack`] if the bytes are not a saved corpus, or are damaged.
    pub fn open_plain(bytes: &[u8]) -> Result<Self, ReadError> {
        let saved = saved::read(bytes)?;
        let mut corpus = Self::build(saved.records, false)?;
        corpus.settle(saved.decisions);
        Ok(corpus)
    }

    /// The corpus as bytes for [`Corpus::open`]; equal corpora give equal bytes.
    ///
    /// # Errors
    /// [`ReadErrorKind::Pack`] with the id of an article that [`Corpus::open`] would refuse.
    pub fn save(&self) -> Result<Vec<u8>, ReadError> {
        saved::write(&self.records, self.is_analyzed(), &self.decisions)
    }

    /// The five default articles.
    ///
    /// # Errors
    /// Never on a build that passed its tests; the signature is that of reading any records.
    #[cfg(feature = "embedded")]
    pub fn embedded() -> Result<Self, ReadError> {
        Self::new(embedded::records()?)
    }

    fn build(records: Vec<Record>, analyze: bool) -> Result<Self, ReadError> {
        refuse_duplicates(&records)?;
        let articles = records.into_iter().map(ArticleState::new).collect();
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
        index: impl FnOnce(&dyn Documents) -> Index,
    ) -> Self {
        let mut corpus = Self {
            records: Vec::new(),
            decisions: Vec::new(),
            documents: Vec::new(),
            mentions: Vec::new(),
            quotations: Vec::new(),
            shared: Shared::default(),
        };
        for mut article in articles {
            if analyze {
                let found = article.take_found();
                corpus.mentions.push(found.mentions);
                corpus.quotations.push(found.quotations);
            }
            corpus.records.push(article.record);
            corpus.documents.push(article.document);
        }
        corpus.shared.index = index(&corpus.documents);
        if analyze {
            corpus.shared.resolution = entity::resolve(&corpus.documents, &corpus.mentions);
            corpus.shared.dated = timeline(&corpus.documents);
        }
        corpus.settle(decisions);
        corpus
    }

    pub(super) fn is_analyzed(&self) -> bool {
        self.mentions.len() == self.documents.len()
    }

    /// The stored records, in corpus order.
    pub fn records(&self) -> &[Record] {
        &self.records
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

    /// The search index of the documents.
    pub fn index(&self) -> &Index {
        &self.shared.index
    }

    /// The mentions of a document, in text order; empty if the corpus is not analysed.
    pub fn mentions(&self, id: DocId) -> &[Mention] {
        self.mentions.get(id.0 as usize).map_or(&[], Vec::as_slice)
    }

    /// All entities, the most mentioned first.
    pub fn entities(&self) -> &[Entity] {
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
        self.shared
            .dated
            .get(id.0 as usize)
            .map_or(&[], Vec::as_slice)
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

fn refuse_duplicates(records: &[Record]) -> Result<(), ReadError> {
    let mut ids: Vec<&str> = records.iter().map(|r| r.id.as_str()).collect();
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
