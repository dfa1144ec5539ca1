//! What do the sections of a saved corpus contain? A writer and a reader of its pack.
//!
//! The ground state:
//!
//! - `manifest`: a JSON object with the settings the corpus was made with, and which analyses
//!   derived what it carries.
//! - `documents`: the documents and summaries of all articles, in Postcard.
//! - `records`: for each article the length (32 bits) of what its record contains besides, then all
//!   of that, as JSON. It is read only for articles whose history is asked for.
//! - `decisions`: a file of decisions; missing if there are none.
//!
//! What was derived from it:
//!
//! - `index`: the search index, read in place.
//! - `found`: what was found in each article; missing if the corpus was not analysed.
//! - `resolved`: what the articles share; missing if the corpus was not analysed.
//! - `related`: stories and copies, in Postcard; missing if the corpus was not analysed.

use bytes::Bytes;
use serde::{Deserialize, Serialize};

use super::analyses::ANALYSES;
use super::content::{Content, Saved};
use super::earlier;
use super::fit::follow;
use super::found;
use super::lines::utf8;
use super::resolved::Resolved;
use crate::corpus::article::ArticleState;
use crate::corpus::origin::Origin;
use crate::decision;
use crate::document::{Document, Summary};
use crate::error::ReadError;
use crate::pack::{self, Kind, Numbers, Pack};
use crate::search::Index;

const MANIFEST: &str = "manifest";
const DOCUMENTS: &str = "documents";
const RECORDS: &str = "records";
const DECISIONS: &str = "decisions";
const FOUND: &str = "found";
const RESOLVED: &str = "resolved";
const RELATED: &str = "related";

/// The settings of a corpus; unknown keys are ignored.
#[derive(Serialize, Deserialize)]
struct Manifest {
    analyzed: bool,
    #[serde(default)]
    analyses: String,
}

/// The bytes of a corpus; [`read`] returns the same.
///
/// # Errors
/// [`crate::error::ReadErrorKind::Pack`] with the id of an article whose record could not be read
/// back.
pub fn write(corpus: &Content) -> Result<Vec<u8>, ReadError> {
    let analyzed = corpus.is_analyzed();
    let manifest = Manifest {
        analyzed,
        analyses: ANALYSES.to_owned(),
    };
    let manifest = written(MANIFEST, serde_json::to_vec(&manifest))?;
    let documents: Vec<_> = corpus.documents.iter().zip(corpus.summaries).collect();
    let documents = written(DOCUMENTS, postcard::to_allocvec(&documents))?;
    let records = records(corpus)?;
    let decided = decision::write(corpus.decisions)?;
    let index = corpus.index.section();
    let mut sections = vec![(MANIFEST, &*manifest), (DOCUMENTS, &*documents)];
    sections.extend([(RECORDS, &*records), (Index::SECTION, &*index)]);
    let (found, resolved);
    if analyzed {
        let shared = Resolved::new(corpus.resolution, corpus.inferred);
        found = written(FOUND, found::write(corpus))?;
        resolved = written(RESOLVED, postcard::to_allocvec(&shared))?;
        sections.extend([(FOUND, &*found), (RESOLVED, &*resolved)]);
    }
    let related;
    if let Some(relations) = corpus.related {
        related = written(RELATED, postcard::to_allocvec(relations))?;
        sections.push((RELATED, &*related));
    }
    if !corpus.decisions.is_empty() {
        sections.push((DECISIONS, decided.as_bytes()));
    }
    Ok(pack::write(Kind::Corpus, &sections))
}

fn written<E: std::fmt::Display>(
    section: &str,
    bytes: Result<Vec<u8>, E>,
) -> Result<Vec<u8>, ReadError> {
    bytes.or_else(|error| Kind::Corpus.cannot_save(section, error))
}

fn records(corpus: &Content) -> Result<Vec<u8>, ReadError> {
    let (mut lengths, mut all) = (Vec::new(), Vec::new());
    for (origin, document) in corpus.origins.iter().zip(corpus.documents) {
        let json = origin.json(document)?;
        lengths.extend((json.len() as u32).to_le_bytes());
        all.extend_from_slice(&json);
    }
    lengths.append(&mut all);
    Ok(lengths)
}

/// The content of a saved corpus, in this format or an earlier one.
///
/// # Errors
/// [`crate::error::ReadErrorKind::Pack`] if the bytes are not a saved corpus, are newer, truncated
/// or damaged.
pub fn read(bytes: &Bytes) -> Result<Saved, ReadError> {
    if let Some(saved) = earlier::read(bytes) {
        return saved;
    }
    let pack = Pack::open(bytes, Kind::Corpus)?;
    let Ok(manifest) = serde_json::from_str::<Manifest>(utf8(pack.required(MANIFEST)?)?) else {
        return Kind::Corpus.refuse("a manifest that cannot be read");
    };
    let decisions = match pack.section(DECISIONS)? {
        Some(bytes) => decision::read(utf8(bytes)?, "decisions of the corpus")?,
        None => Vec::new(),
    };
    let analyzed = manifest.analyzed;
    let Some(documents) = pack.section(DOCUMENTS)? else {
        let articles = earlier::articles(pack.required(RECORDS)?)?;
        return Ok(Saved::ground(articles, analyzed, decisions));
    };
    let records = bytes.slice_ref(pack.required(RECORDS)?);
    let Some(mut articles) = articles(documents, &records) else {
        return Kind::Corpus.refuse("damaged bytes: documents and records do not fit together");
    };
    if manifest.analyses != ANALYSES {
        return Ok(Saved::ground(articles, analyzed, decisions));
    }
    if let Some(section) = pack.section(FOUND)? {
        found::read(section, &mut articles);
    }
    let [resolved, related] = [pack.section(RESOLVED)?, pack.section(RELATED)?];
    Ok(Saved {
        articles,
        analyzed,
        decisions,
        index: pack
            .section(Index::SECTION)?
            .map(|section| bytes.slice_ref(section)),
        resolved: resolved.and_then(|section| postcard::from_bytes(section).ok()),
        related: related.and_then(|section| postcard::from_bytes(section).ok()),
    })
}

/// The articles of two sections; `None` if they do not fit together.
fn articles(documents: &[u8], records: &Bytes) -> Option<Vec<ArticleState>> {
    let documents: Vec<(Document, Summary)> = postcard::from_bytes(documents).ok()?;
    let mut rest = Numbers(records);
    let lengths = rest.numbers(u32::try_from(documents.len()).ok()?)?;
    let mut articles = Vec::new();
    for ((document, summary), length) in documents.into_iter().zip(lengths) {
        let blocks = document.blocks.iter().map(|block| block.span);
        if !follow(blocks, &document.text) {
            return None;
        }
        articles.push(ArticleState {
            document,
            origin: Origin::Saved(records.slice_ref(rest.take(length as usize)?)),
            summary,
            found: None,
        });
    }
    rest.0.is_empty().then_some(articles)
}
