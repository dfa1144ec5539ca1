//! From answers of the core to the shapes of [`super::shape`]: the one place where spans become
//! offsets of another unit.

use super::shape::*;
use crate::corpus::{Corpus, Dated};
use crate::document::{DocId, Field, Record};
use crate::entity::EntityId;
use crate::quote::{Quotation, Speaker};
use crate::search::{self, Answer, Hit, Passage, Snippet};
use crate::text::{self, OffsetIndex, Span, fold::fold};

/// A corpus as seen from outside, with offsets in one unit.
#[derive(Debug, Clone)]
pub struct View {
    corpus: Corpus,
    unit: text::Unit,
    offsets: Vec<OffsetIndex>,
}

/// How many hits or suggestions an answer holds unless said.
const DEFAULT_LIMIT: usize = 10;

/// How many words a line of a concordance shows on each side unless said.
const DEFAULT_WINDOW: usize = 8;

impl View {
    /// The view of a corpus with offsets in `unit`.
    pub fn new(corpus: Corpus, unit: text::Unit) -> Self {
        let offsets = corpus
            .documents()
            .iter()
            .map(|document| OffsetIndex::new(&document.text, unit))
            .collect();
        Self {
            corpus,
            unit,
            offsets,
        }
    }

    /// The corpus behind the view.
    pub fn corpus(&self) -> &Corpus {
        &self.corpus
    }

    fn range(&self, doc: DocId, span: Span) -> Range {
        self.offsets[doc.0 as usize].range(span)
    }

    fn offset(&self, doc: DocId, byte: u32) -> u32 {
        self.offsets[doc.0 as usize].offset(byte)
    }

    fn slice(&self, doc: DocId, span: Span) -> String {
        self.corpus.document(doc).slice(span).to_owned()
    }

    fn id(&self, doc: DocId) -> String {
        self.corpus.document(doc).id.clone()
    }

    /// All articles, in corpus order.
    pub fn articles(&self) -> Vec<ArticleSummary> {
        self.corpus.ids().map(|doc| self.summary(doc)).collect()
    }

    fn summary(&self, doc: DocId) -> ArticleSummary {
        let record = &self.corpus.records()[doc.0 as usize];
        ArticleSummary {
            head: self.head(doc),
            gaps: record.gaps.len() as u32,
            repairs: record.repairs.len() as u32,
        }
    }

    fn head(&self, doc: DocId) -> ArticleHead {
        let record = &self.corpus.records()[doc.0 as usize];
        ArticleHead {
            id: record.id.clone(),
            title: record.title.clone(),
            publisher: record.publisher.clone(),
            author: record.author.clone(),
            published: record.published.clone(),
            updated: record.updated.clone(),
            kind: record.kind.clone(),
            language: record.language.clone(),
            words: self.corpus.document(doc).words() as u32,
        }
    }

    /// The article called `id`.
    pub fn article(&self, id: &str) -> Option<ArticleView> {
        let doc = self.corpus.find(id)?;
        let record = &self.corpus.records()[doc.0 as usize];
        let raw = OffsetIndex::new(&record.raw, self.unit);
        let block = |block: &crate::document::Block| {
            let [start, end] = self.range(doc, block.span);
            BlockView {
                kind: block.kind.into(),
                level: block.level.into(),
                start,
                end,
            }
        };
        Some(ArticleView {
            head: self.head(doc),
            text: record.text.clone(),
            blocks: record.blocks.iter().map(block).collect(),
            evidence: evidence(record, &raw),
            removed: removed(record, &raw),
            repairs: self.repairs(doc, record, &raw),
            gaps: record
                .gaps
                .iter()
                .map(|gap| GapView {
                    at: self.offset(doc, gap.at),
                    before: gap.before.clone(),
                    after: gap.after.clone(),
                    rule: gap.rule.clone(),
                    confidence: gap.confidence,
                })
                .collect(),
        })
    }

    fn repairs(&self, doc: DocId, record: &Record, raw: &OffsetIndex) -> Vec<RepairView> {
        let repair = |repair: &crate::document::Repair| {
            let [start, end] = self.range(doc, repair.span);
            let [raw_start, raw_end] = raw.range(repair.raw);
            RepairView {
                start,
                end,
                raw_start,
                raw_end,
                before: repair.before.clone(),
                after: repair.after.clone(),
                rule: repair.rule.clone(),
                confidence: repair.confidence,
            }
        };
        record.repairs.iter().map(repair).collect()
    }

    /// What `query` finds.
    pub fn search(&self, query: &str, options: &SearchOptions) -> SearchAnswer {
        let options = search::Options {
            limit: options.limit.map_or(DEFAULT_LIMIT, |n| n as usize),
            offset: options.offset.unwrap_or(0) as usize,
            sort: options.sort.map(Into::into).unwrap_or_default(),
            by: options.by.map(Into::into).unwrap_or_default(),
            snippets: options.snippets.unwrap_or(true),
            facets: options.facets.unwrap_or(true),
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
            total: answer.total as u32,
            hits: answer.hits.iter().map(|hit| self.hit(hit)).collect(),
        }
    }

    fn hit(&self, hit: &Hit) -> HitView {
        HitView {
            article: self.id(hit.doc),
            score: hit.score,
            passages: hit
                .passages
                .iter()
                .map(|p| self.passage(hit.doc, p))
                .collect(),
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

    /// The entities that a filter lets through, most mentioned first. With an article, counts and
    /// aliases stay those of the whole corpus.
    pub fn entities(&self, filter: &EntityFilter) -> Vec<EntitySummary> {
        let query = filter.query.as_deref().map(fold).unwrap_or_default();
        (0..self.corpus.entities().len() as u32)
            .map(EntityId)
            .filter(|&id| {
                filter
                    .kind
                    .is_none_or(|kind| kind == self.corpus.entities()[id.0 as usize].kind.into())
            })
            .map(|id| self.entity_summary(id))
            .filter(|e| {
                filter
                    .article
                    .as_ref()
                    .is_none_or(|a| e.articles.iter().any(|c| c.article == *a))
            })
            .filter(|e| {
                query.is_empty()
                    || fold(&e.name).contains(&query)
                    || e.aliases
                        .iter()
                        .any(|alias| fold(&alias.text).contains(&query))
            })
            .collect()
    }

    fn entity_summary(&self, id: EntityId) -> EntitySummary {
        let entity = &self.corpus.entities()[id.0 as usize];
        let mut aliases: Vec<AliasView> = Vec::new();
        let mut articles: Vec<ArticleCount> = Vec::new();
        for &(doc, n) in &entity.mentions {
            let mention = &self.corpus.mentions(doc)[n as usize];
            let text = self.corpus.document(doc).slice(mention.span);
            let kind = MentionKind::from(mention.kind);
            match aliases
                .iter_mut()
                .find(|a| a.text == text && a.kind == kind)
            {
                Some(alias) => alias.count += 1,
                None => aliases.push(AliasView {
                    text: text.to_owned(),
                    kind: mention.kind.into(),
                    count: 1,
                }),
            }
            let article = &self.corpus.document(doc).id;
            match articles.last_mut().filter(|c| c.article == *article) {
                Some(count) => count.count += 1,
                None => articles.push(ArticleCount {
                    article: article.clone(),
                    count: 1,
                }),
            }
        }
        aliases.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.text.cmp(&b.text)));
        EntitySummary {
            id: entity.id.clone(),
            name: entity.name.clone(),
            kind: entity.kind.into(),
            aliases,
            mentions: entity.mentions.len() as u32,
            articles,
        }
    }

    /// The entity called `id`.
    pub fn entity(&self, id: &str) -> Option<EntityView> {
        let entity_id = self.corpus.entity(id)?;
        let entity = &self.corpus.entities()[entity_id.0 as usize];
        let occurrence = |&(doc, n): &(DocId, u32)| {
            let mention = &self.corpus.mentions(doc)[n as usize];
            let [start, end] = self.range(doc, mention.span);
            Occurrence {
                article: self.id(doc),
                start,
                end,
                text: self.slice(doc, mention.span),
                kind: mention.kind.into(),
                confidence: mention.confidence,
            }
        };
        let role = |&(doc, span): &(DocId, Span)| {
            let [start, end] = self.range(doc, span);
            RoleView {
                text: self.slice(doc, span),
                article: self.id(doc),
                start,
                end,
            }
        };
        let companion = |(id, count): (EntityId, usize)| {
            let other = &self.corpus.entities()[id.0 as usize];
            Companion {
                id: other.id.clone(),
                name: other.name.clone(),
                count: count as u32,
            }
        };
        let filter = QuoteFilter {
            speaker: Some(id.to_owned()),
            ..QuoteFilter::default()
        };
        Some(EntityView {
            summary: self.entity_summary(entity_id),
            occurrences: entity.mentions.iter().map(occurrence).collect(),
            with: self
                .corpus
                .companions(entity_id)
                .into_iter()
                .map(companion)
                .collect(),
            roles: entity.roles.iter().map(role).collect(),
            quotes: self.quotes(&filter).into_iter().map(|q| q.id).collect(),
        })
    }

    /// The quotations that a filter lets through, in corpus and text order.
    pub fn quotes(&self, filter: &QuoteFilter) -> Vec<QuoteView> {
        let words = filter.query.as_deref().unwrap_or_default();
        let words: Vec<String> = words.split_whitespace().map(fold).collect();
        self.corpus
            .ids()
            .flat_map(|doc| self.quotes_of(doc))
            .filter(|q| {
                filter
                    .article
                    .as_ref()
                    .is_none_or(|article| q.article == *article)
            })
            .filter(|q| filter.kind.is_none_or(|kind| q.kind == kind))
            .filter(|q| {
                filter
                    .speaker
                    .as_ref()
                    .is_none_or(|speaker| is_by(q, speaker))
            })
            .filter(|q| {
                let said = fold(&q.text);
                words.iter().all(|word| said.contains(word.as_str()))
            })
            .collect()
    }

    fn quotes_of(&self, doc: DocId) -> impl Iterator<Item = QuoteView> + '_ {
        let quotations = self.corpus.quotations(doc).iter().enumerate();
        quotations.map(move |(n, quotation)| {
            let (text, spans) = self.content(doc, quotation);
            QuoteView {
                id: format!("{}:{}", self.corpus.document(doc).id, n + 1),
                article: self.id(doc),
                block: self.corpus.document(doc).block_at(quotation.spans[0].start) as u32,
                kind: quotation.kind.into(),
                text,
                spans,
                cue: quotation.cue.map(|cue| self.cue(doc, cue)),
                speaker: quotation
                    .speaker
                    .as_ref()
                    .map(|speaker| self.speaker(doc, speaker)),
            }
        })
    }

    /// The words of a quotation, parts joined by " … ", and where they stand.
    fn content(&self, doc: DocId, quotation: &Quotation) -> (String, Vec<Range>) {
        let parts: Vec<String> = quotation
            .spans
            .iter()
            .map(|&s| self.slice(doc, s))
            .collect();
        (
            parts.join(" … "),
            quotation
                .spans
                .iter()
                .map(|&s| self.range(doc, s))
                .collect(),
        )
    }

    fn cue(&self, doc: DocId, span: Span) -> CueView {
        let [start, end] = self.range(doc, span);
        CueView {
            text: self.slice(doc, span),
            start,
            end,
        }
    }

    fn speaker(&self, doc: DocId, speaker: &Speaker) -> SpeakerView {
        let range = speaker.span.map(|span| self.range(doc, span));
        let entity = speaker
            .mention
            .and_then(|mention| self.corpus.entity_of(doc, mention))
            .map(|id| &self.corpus.entities()[id.0 as usize]);
        SpeakerView {
            text: speaker.span.map(|span| self.slice(doc, span)),
            start: range.map(|[start, _]| start),
            end: range.map(|[_, end]| end),
            entity: entity.map(|e| e.id.clone()),
            name: entity.map(|e| e.name.clone()),
            confidence: speaker.confidence,
            rule: speaker.rule.clone(),
        }
    }

    /// The dates said in the articles: resolved ones by time, then the others in corpus order.
    pub fn timeline(&self, filter: &TimelineFilter) -> Vec<DateView> {
        let mut dates: Vec<DateView> = self
            .corpus
            .ids()
            .filter(|&doc| {
                filter
                    .article
                    .as_ref()
                    .is_none_or(|id| self.corpus.document(doc).id == *id)
            })
            .flat_map(|doc| {
                self.corpus
                    .dated(doc)
                    .iter()
                    .map(move |dated| self.date(doc, dated))
            })
            .collect();
        dates.sort_by(|a, b| {
            let key = |d: &DateView| (d.from.is_none(), d.from.clone(), d.to.clone());
            key(a).cmp(&key(b))
        });
        dates
    }

    fn date(&self, doc: DocId, dated: &Dated) -> DateView {
        let document = self.corpus.document(doc);
        let mention = &dated.mention;
        let [start, end] = self.range(doc, mention.span);
        let sentence = document
            .sentence_at(mention.span.start)
            .unwrap_or(mention.span);
        DateView {
            from: mention.from.map(|day| day.to_string()),
            to: mention.to.map(|day| day.to_string()),
            precision: mention.precision.into(),
            inferred_from: dated.inferred_from.map(|other| self.id(other)),
            article: document.id.clone(),
            block: document.block_at(mention.span.start) as u32,
            start,
            end,
            text: self.slice(doc, mention.span),
            sentence: self.range(doc, sentence),
        }
    }

    /// Everything found in the text of one document.
    pub fn analysis(&self, doc: DocId) -> Analysis {
        let mention = |(n, mention): (usize, &crate::entity::Mention)| {
            let [start, end] = self.range(doc, mention.span);
            let entity = self
                .corpus
                .entity_of(doc, n as u32)
                .map(|id| &self.corpus.entities()[id.0 as usize]);
            AnalyzedMention {
                start,
                end,
                text: self.slice(doc, mention.span),
                kind: mention.kind.into(),
                entity: entity.map(|e| e.id.clone()),
                name: entity.map(|e| e.name.clone()),
            }
        };
        let quote = |q: QuoteView| AnalyzedQuote {
            kind: q.kind,
            text: q.text,
            spans: q.spans,
            cue: q.cue,
            speaker: q.speaker,
        };
        let date = |d: DateView| AnalyzedDate {
            start: d.start,
            end: d.end,
            text: d.text,
            from: d.from,
            to: d.to,
            precision: d.precision,
        };
        Analysis {
            id: self.id(doc),
            text: self.corpus.document(doc).text.clone(),
            entities: self
                .corpus
                .mentions(doc)
                .iter()
                .enumerate()
                .map(mention)
                .collect(),
            quotes: self.quotes_of(doc).map(quote).collect(),
            dates: self
                .corpus
                .dated(doc)
                .iter()
                .map(|dated| date(self.date(doc, dated)))
                .collect(),
        }
    }
}

/// Whether a quotation is by an entity of this id, or by somebody whose name holds the words.
fn is_by(quote: &QuoteView, speaker: &str) -> bool {
    let Some(by) = &quote.speaker else {
        return false;
    };
    let words = fold(speaker);
    by.entity.as_deref() == Some(speaker)
        || [&by.name, &by.text]
            .into_iter()
            .flatten()
            .any(|name| fold(name).contains(&words))
}

fn evidence(record: &Record, raw: &OffsetIndex) -> EvidenceSet {
    let of = |field| {
        record.evidence.get(&field).map(|evidence| {
            let [raw_start, raw_end] = raw.range(evidence.raw);
            EvidenceView {
                raw_start,
                raw_end,
                text: evidence.text.clone(),
                rule: evidence.rule.clone(),
            }
        })
    };
    EvidenceSet {
        title: of(Field::Title),
        publisher: of(Field::Publisher),
        author: of(Field::Author),
        published: of(Field::Published),
        updated: of(Field::Updated),
    }
}

fn removed(record: &Record, raw: &OffsetIndex) -> Vec<RemovalView> {
    let removal = |removal: &crate::document::Removal| {
        let [raw_start, raw_end] = raw.range(removal.raw);
        RemovalView {
            raw_start,
            raw_end,
            text: removal.text.clone(),
            reason: removal.reason.clone(),
        }
    };
    record.removed.iter().map(removal).collect()
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
