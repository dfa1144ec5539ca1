//! What does a saved corpus contain? The plain values that are written, and that every format is read
//! into.

use std::collections::BTreeMap;

use bytes::Bytes;

use super::resolved::Resolved;
use crate::corpus::article::ArticleState;
use crate::corpus::origin::Origin;
use crate::corpus::related::Related;
use crate::corpus::timeline::Dated;
use crate::decision::Decision;
use crate::document::{Document, Summary};
use crate::entity::{Mention, Resolution};
use crate::quote::Quotation;
use crate::search::Index;

/// A corpus as it is written. What was found has one entry for each document, or none at all if the
/// corpus was not analysed.
pub struct Content<'a> {
    pub documents: &'a [Document],
    pub origins: &'a [Origin],
    pub summaries: &'a [Summary],
    pub decisions: &'a [Decision],
    pub mentions: &'a [Vec<Mention>],
    pub quotations: &'a [Vec<Quotation>],
    pub dates: &'a [Vec<Dated>],
    pub index: &'a Index,
    /// The entities before decisions.
    pub resolution: &'a Resolution,
    pub inferred: &'a BTreeMap<u32, Vec<Dated>>,
    /// Stories and copies; `None` if the corpus was not analysed.
    pub related: Option<&'a Related>,
}

impl Content<'_> {
    /// Whether the corpus was analysed.
    pub fn is_analyzed(&self) -> bool {
        self.mentions.len() == self.documents.len()
    }
}

/// What was read: the ground state of a corpus, and what the analyses of this build derived from it.
pub struct Saved {
    /// The articles, in corpus order, with what was found in them if it was saved.
    pub articles: Vec<ArticleState>,
    /// Whether the corpus was analysed.
    pub analyzed: bool,
    /// The decisions, in their order.
    pub decisions: Vec<Decision>,
    /// The section of the index, if it was saved.
    pub index: Option<Bytes>,
    /// What the articles share, if it was saved.
    pub resolved: Option<Resolved>,
    /// Stories and copies, if they were saved.
    pub related: Option<Related>,
}

impl Saved {
    /// The content of a format that saves the ground state alone.
    pub fn ground(articles: Vec<ArticleState>, analyzed: bool, decisions: Vec<Decision>) -> Self {
        Self {
            articles,
            analyzed,
            decisions,
            index: None,
            resolved: None,
            related: None,
        }
    }
}
