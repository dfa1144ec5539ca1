//! Answers to queries: hits, suggestions, concordance.

use super::{DEFAULT_LIMIT, View};
use crate::api::shape::*;
use crate::document::DocId;
use crate::search::{self, Answer, Explanation, Hit, Passage, ScoreKind, ScorePart, Snippet};
use crate::text::{Span, fold::fold};

/// How many words a line of a concordance shows on each side unless said.
const DEFAULT_WINDOW: usize = 8;

impl View {
    /// What `query` finds.
    pub fn search(&self, query: &str, options: &SearchOptions) -> SearchAnswer {
        let options = search::Options {
            limit: options.limit.map_or(DEFAULT_LIMIT, |n| n as usize),
            offset: options.offset.unwrap_or(0) as usize,
            sort: options.sort.map(Into::into).unwrap_or_default(),
            by: options.by.map(Into::into).unwrap_or_default(),
            snippets: options.snippets.unwrap_or(true),
            facets: options.facets.unwrap_or(true),
            count: options.count.unwrap_or(true),
            passages: options.passages.map_or(10, |n| n as usize),
            synonyms: options.synonyms.unwrap_or(true),
            explain: options.explain.unwrap_or(false),
        };
        let answer = self
            .corpus
            .index()
            .search(self.corpus.documents(), query, &options);
        SearchAnswer {
            query: query.to_owned(),
            facets: options.facets.then(|| facets(&answer)),
            remarks: answer.remarks.into_iter().map(remark).collect(),
            suggestion: answer.suggestion,
            explanation: answer.explanation.as_ref().map(explanation),
            total: answer.total as u32,
            hits: answer
                .hits
                .iter()
                .map(|hit| self.hit(hit, options.explain))
                .collect(),
        }
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
            score_parts: explain.then(|| hit.score_parts.iter().map(score_part).collect()),
        }
    }

    fn passage(&self, doc: DocId, passage: &Passage) -> PassageView {
        let block = self.corpus.document(doc).blocks[passage.block].span;
        let [start, end] = self.range(doc, block);
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

    /// What `prefix` may be the start of: names first, then words; at most `limit` of both.
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
                text,
                kind: SuggestionKind::Term(TermKind::Term),
                count: count as u32,
            });
        let mut seen = std::collections::BTreeSet::new();
        names
            .chain(words)
            .filter(|s| seen.insert(fold(&s.text)))
            .take(limit)
            .collect()
    }

    /// Every match of `query` in its neighbourhood; without a limit all of them.
    pub fn concordance(&self, query: &str, options: &ConcordanceOptions) -> Concordance {
        let (total, lines) = self.corpus.index().concordance(
            self.corpus.documents(),
            query,
            options.window.map_or(DEFAULT_WINDOW, |n| n as usize),
            options.sort.map(Into::into).unwrap_or_default(),
            options.limit.map_or(usize::MAX, |n| n as usize),
        );
        let line = |line: search::Line| {
            let [start, end] = self.range(line.doc, line.node);
            LineView {
                article: self.id(line.doc),
                block: line.block as u32,
                start,
                end,
                left: self.slice(line.doc, line.left),
                node: self.slice(line.doc, line.node),
                right: self.slice(line.doc, line.right),
            }
        };
        Concordance {
            total: total as u32,
            lines: lines.into_iter().map(line).collect(),
        }
    }
}

fn remark(remark: search::Remark) -> RemarkView {
    RemarkView {
        code: remark.code.to_owned(),
        text: remark.text,
        from: remark.from,
        to: remark.to,
    }
}

fn facets(answer: &Answer) -> Facets {
    let of = |field: &str| {
        let values = answer.facets.iter().find(|facet| facet.field == field);
        let value = |(value, count): &(Option<String>, usize)| FacetValue {
            value: value.clone(),
            count: *count as u32,
        };
        values
            .map(|facet| facet.values.iter().map(value).collect())
            .unwrap_or_default()
    };
    Facets {
        publisher: of("publisher"),
        kind: of("kind"),
        month: of("month"),
    }
}

fn explanation(part: &Explanation) -> ExplanationView {
    ExplanationView {
        kind: part.kind.to_owned(),
        text: part.text.clone(),
        words: part.words.clone(),
        articles: part.articles.map(|n| n as u32),
        parts: part.parts.iter().map(explanation).collect(),
    }
}

fn score_part(part: &ScorePart) -> ScorePartView {
    let kind = match part.kind {
        ScoreKind::Text => "text",
        ScoreKind::Coverage => "coverage",
        ScoreKind::Nearness => "nearness",
        ScoreKind::Feedback => "feedback",
    };
    ScorePartView {
        kind: kind.to_owned(),
        text: part.text.clone(),
        weight: part.weight,
        frequency: part.frequency,
        score: part.score,
    }
}
