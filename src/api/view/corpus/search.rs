//! Answers to queries: hits, facets, suggestions.

use super::View;
use crate::api::options::*;
use crate::api::shape::*;
use crate::api::view::answer::{explanation, facet_value, histogram, remark, score_part};
use crate::document::DocId;
use crate::error::ReadError;
use crate::search::{Answer, Hit, Passage, Snippet};
use crate::text::{Span, fold::fold};

/// How many articles that match as a whole alone are named.
const APART: usize = 30;

impl View {
    /// What `query` finds.
    ///
    /// # Errors
    /// [`crate::error::ReadErrorKind::Argument`] when the date of the filter is none, or an article
    /// of it is not here.
    pub fn search(&self, query: &str, options: &SearchOptions) -> Result<SearchAnswer, ReadError> {
        let is_folded = options.fold_duplicates.unwrap_or(false);
        let mut options = options.read(self.selection(options.filter.as_ref())?);
        if is_folded {
            options.folds = self.copy_sets();
        }
        let answer = self.corpus.index().search(&self.corpus, query, &options);
        Ok(SearchAnswer {
            query: query.to_owned(),
            facets: options.facets.then(|| self.facets(&answer)),
            histogram: answer.histogram.map(histogram),
            remarks: answer.remarks.into_iter().map(remark).collect(),
            suggestion: answer.suggestion,
            explanation: answer.explanation.as_ref().map(explanation),
            total: answer.total as u32,
            articles: answer.articles as u32,
            apart: ApartView {
                count: answer.apart.len() as u32,
                articles: answer
                    .apart
                    .iter()
                    .take(APART)
                    .map(|&doc| self.id(doc))
                    .collect(),
            },
            hits: answer
                .hits
                .iter()
                .map(|hit| self.hit(hit, options.explain))
                .collect(),
        })
    }

    fn hit(&self, hit: &Hit, explain: bool) -> HitView {
        HitView {
            article: self.id(hit.doc),
            score: hit.score,
            passages: hit
                .passages
                .iter()
                .map(|p| self.passage(hit.doc, p))
                .collect(),
            copies: hit.copies.iter().map(|&doc| self.id(doc)).collect(),
            score_parts: explain.then(|| hit.score_parts.iter().map(score_part).collect()),
        }
    }

    fn passage(&self, doc: DocId, passage: &Passage) -> PassageView {
        // The index of a saved corpus is input: it may name a block that is not there.
        let block = self.corpus.document(doc).blocks.get(passage.block);
        let [start, end] = self.range(doc, block.map_or_else(Span::default, |block| block.span));
        PassageView {
            block: passage.block as u32,
            start,
            end,
            marks: passage
                .marks
                .iter()
                .map(|&mark| self.range(doc, mark))
                .collect(),
            snippet: passage
                .snippet
                .as_ref()
                .map(|snippet| self.snippet(doc, snippet)),
        }
    }

    fn snippet(&self, doc: DocId, snippet: &Snippet) -> SnippetView {
        let base = self.offset(doc, snippet.span.start);
        let mark = |&mark: &Span| self.range(doc, mark).map(|offset| offset - base);
        SnippetView {
            text: self.slice(doc, snippet.span),
            marks: snippet.marks.iter().map(mark).collect(),
        }
    }

    fn facets(&self, answer: &Answer) -> Facets {
        let of = |field: &str| {
            let values = answer.facets.iter().find(|facet| facet.field == field);
            values
                .map(|facet| facet.values.iter().map(facet_value).collect())
                .unwrap_or_default()
        };
        let article = |&(doc, hits): &(DocId, usize)| FacetValue {
            value: Some(self.id(doc)),
            name: self.corpus.document(doc).title.clone(),
            count: hits as u32,
        };
        Facets {
            article: answer.richest.iter().map(article).collect(),
            publisher: of("publisher"),
            kind: of("kind"),
            month: of("month"),
            author: of("author"),
            entity: of("entity"),
            speaker: of("speaker"),
        }
    }

    /// What `prefix` may be the start of: names first, then words, or phrases when several are
    /// typed; at most `limit` of both.
    pub fn suggest(&self, prefix: &str, limit: Option<u32>) -> Vec<Suggestion> {
        let limit = limit.map_or(DEFAULT_LIMIT, |n| n as usize);
        let key = fold(prefix.trim());
        if key.is_empty() {
            return Vec::new();
        }
        let starts = |name: &str| {
            let words = name.split_whitespace().map(fold).collect::<Vec<_>>();
            (0..words.len()).any(|n| words[n..].join(" ").starts_with(&key))
        };
        let names = self
            .corpus
            .entities()
            .iter()
            .filter(|e| starts(&e.name))
            .map(|e| Suggestion {
                text: e.name.clone(),
                kind: SuggestionKind::Entity(e.kind.into()),
                count: e.mentions.len() as u32,
            });
        let words = self
            .corpus
            .index()
            .suggest(prefix, limit)
            .into_iter()
            .map(|(text, count)| Suggestion {
                kind: SuggestionKind::Term(match text.contains(char::is_whitespace) {
                    true => TermKind::Phrase,
                    false => TermKind::Term,
                }),
                text,
                count: count as u32,
            });
        let mut seen = std::collections::BTreeSet::new();
        names
            .chain(words)
            .filter(|s| seen.insert(fold(&s.text)))
            .take(limit)
            .collect()
    }
}
