//! Entities: in a list, and whole with places, roles, companions and quotations.

use super::View;
use super::argument::portion;
use crate::api::options::*;
use crate::api::shape::*;
use crate::document::DocId;
use crate::entity::{EntityId, country_of_role};
use crate::error::ReadError;
use crate::order;
use crate::text::{Span, fold::fold};

impl View {
    /// The entities that a filter lets through, most mentioned first. With an article, counts and
    /// aliases stay those of the whole corpus.
    ///
    /// # Errors
    /// [`crate::error::ReadErrorKind::Argument`] when the article that it names is not here.
    pub fn entities(&self, filter: &EntityFilter) -> Result<Vec<EntitySummary>, ReadError> {
        let article = self.known("article", filter.article.as_ref())?;
        let query = filter.query.as_deref().map(fold).unwrap_or_default();
        let entities = (0..self.corpus.entities().len() as u32)
            .map(EntityId)
            .filter(|&id| {
                filter
                    .kind
                    .is_none_or(|kind| kind == self.corpus.entities()[id.0 as usize].kind.into())
            })
            .filter(|&id| article.is_none_or(|doc| self.is_named_in(id, doc)))
            .filter(|&id| query.is_empty() || self.is_called(id, &query));
        let entities = portion(entities, filter.offset, filter.limit);
        Ok(entities.map(|id| self.entity_summary(id)).collect())
    }

    fn is_named_in(&self, id: EntityId, doc: DocId) -> bool {
        let mentions = &self.corpus.entities()[id.0 as usize].mentions;
        mentions.binary_search_by_key(&doc, |&(doc, _)| doc).is_ok()
    }

    /// Whether its name or an alias contains these words, which are folded.
    fn is_called(&self, id: EntityId, query: &str) -> bool {
        let entity = &self.corpus.entities()[id.0 as usize];
        let alias = |&(doc, n): &(DocId, u32)| {
            let mention = &self.corpus.mentions(doc)[n as usize];
            self.corpus.document(doc).slice(mention.span)
        };
        let mut aliases = entity.mentions.iter().map(alias);
        fold(&entity.name).contains(query) || aliases.any(|alias| fold(alias).contains(query))
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
        order::sort_by(&mut aliases, |a, b| {
            b.count.cmp(&a.count).then_with(|| a.text.cmp(&b.text))
        });
        EntitySummary {
            id: entity.id.clone(),
            name: entity.name.clone(),
            kind: entity.kind.into(),
            aliases,
            mentions: entity.mentions.len() as u32,
            articles,
        }
    }

    /// The ids of the quotations of an entity, without fragments of others.
    fn quotes_by(&self, id: EntityId) -> Vec<String> {
        let entity = &self.corpus.entities()[id.0 as usize];
        let mut documents: Vec<DocId> = entity.mentions.iter().map(|&(doc, _)| doc).collect();
        documents.dedup();
        let held = documents.into_iter().flat_map(|doc| self.held(doc));
        held.filter(|row| row.holder.is_none())
            .filter(|row| self.speaking(row.doc, row.quotation) == Some(id))
            .map(|row| row.id(self))
            .collect()
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
            let document = self.corpus.document(doc);
            let sentence = document.sentence_at(span.start).unwrap_or(span);
            let country = country_of_role(document, self.corpus.mentions(doc), span);
            RoleView {
                text: self.slice(doc, span),
                article: self.id(doc),
                start,
                end,
                sentence: self.range(doc, sentence),
                country: country.map(str::to_owned),
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
            quotes: self.quotes_by(entity_id),
            decisions: self
                .corpus
                .decisions_on(entity_id)
                .iter()
                .map(|&n| self.corpus.decisions()[n].id.clone())
                .collect(),
        })
    }
}
