//! Groups of passages that say the same, and how their wordings differ.

use std::borrow::Cow;

use super::View;
use super::argument::{portion, within};
use super::quote::is_called;
use crate::api::options::*;
use crate::api::shape::*;
use crate::compare::{self, Account, AlignedSpan, Group, Member};
use crate::document::DocId;
use crate::error::ReadError;

impl View {
    /// The groups that a filter lets through: statements, then titles, those of most articles
    /// first; topics where their kind is asked for.
    ///
    /// # Errors
    /// [`crate::error::ReadErrorKind::Argument`] when an article that it names is not here.
    pub fn groups(&self, filter: &GroupFilter) -> Result<Vec<StatementGroup>, ReadError> {
        let accounts = self.accounts(filter.articles.as_deref())?;
        self.known("article", filter.article.as_ref())?;
        let found = match filter.kind {
            Some(GroupKind::Topic) => Cow::Owned(compare::topics(&accounts).0),
            _ => self.corpus.groups_among(&accounts),
        };
        let mut groups: Vec<StatementGroup> =
            found.iter().map(|group| self.group_view(group)).collect();
        groups.retain(|group| {
            let said = |speaker: &String| {
                let mut by = group.members.iter().filter_map(|m| m.speaker.as_ref());
                by.any(|by| {
                    let names = [by.name.as_deref(), by.text.as_deref()];
                    is_called(speaker, by.entity.as_deref(), names)
                })
            };
            let tells = |article: &String| group.members.iter().any(|m| m.article == *article);
            filter.kind.is_none_or(|kind| group.kind == kind)
                && filter.article.as_ref().is_none_or(tells)
                && filter.speaker.as_ref().is_none_or(said)
        });
        Ok(portion(groups.into_iter(), filter.offset, filter.limit).collect())
    }

    /// The group of an id of [`View::groups`] or of a point of [`View::compare`], with its wordings
    /// aligned; `None` when there is none, such as after the articles changed.
    ///
    /// # Errors
    /// [`crate::error::ReadErrorKind::Argument`] when an article that is to be compared is not
    /// here, or the group has no member of the number `base`.
    pub fn group(
        &self,
        id: &str,
        options: &GroupOptions,
    ) -> Result<Option<GroupDetail>, ReadError> {
        let accounts = self.accounts(options.articles.as_deref())?;
        let mut groups = self.corpus.groups_among(&accounts).into_owned();
        groups.extend(compare::topics(&accounts).0);
        let found = groups.iter().find(|group| self.group_id(group) == id);
        let detail = |group: &Group| {
            let last = group.members.len().saturating_sub(1) as u32;
            let base = within("base", options.base, 0..=last, group.centre)?;
            let centre = &group.members[base];
            let account = |member: &Member| accounts.iter().find(|a| a.id == member.document);
            let aligned = |member: &Member| {
                let sides = account(centre).zip(account(member));
                let parts = sides.map_or(Vec::new(), |(one, other)| {
                    compare::align((one, &centre.spans), (other, &member.spans))
                });
                self.parts((centre.document, member.document), &parts)
            };
            Ok(GroupDetail {
                group: self.group_view(group),
                base: base as u32,
                alignments: group.members.iter().map(aligned).collect(),
            })
        };
        found.map(detail).transpose()
    }

    /// The accounts of some articles, or of all.
    pub(super) fn accounts(
        &self,
        articles: Option<&[String]>,
    ) -> Result<Vec<Account<'_>>, ReadError> {
        let Some(articles) = articles else {
            return Ok(self.corpus.accounts(&self.corpus.ids().collect::<Vec<_>>()));
        };
        Ok(self.corpus.accounts(&self.all_known("articles", articles)?))
    }

    /// A name for a group that it keeps while its first passage stays the same.
    pub(super) fn group_id(&self, group: &Group) -> String {
        let first = &group.members[0];
        let kind = match group.kind {
            compare::GroupKind::Statement => 's',
            compare::GroupKind::Title => 't',
            compare::GroupKind::Topic => 'p',
        };
        let about = group
            .about
            .map(|id| &self.corpus.entities()[id.0 as usize].id);
        match about {
            Some(entity) => format!("{kind}:{entity}"),
            None => {
                let [start, end] = self.range(first.document, first.span());
                format!("{kind}:{}:{start}-{end}", self.id(first.document))
            }
        }
    }

    /// What a topic is about, else the passage that resembles the others most.
    pub(super) fn group_label(&self, group: &Group) -> String {
        match group.about {
            Some(id) => self.corpus.entities()[id.0 as usize].name.clone(),
            None => self.words_of(&group.members[group.centre]),
        }
    }

    pub(super) fn group_view(&self, group: &Group) -> StatementGroup {
        let about = group.about.map(|id| &self.corpus.entities()[id.0 as usize]);
        StatementGroup {
            id: self.group_id(group),
            kind: group.kind.into(),
            label: self.group_label(group),
            about: about.map(|e| e.id.clone()),
            articles: compare::articles(group) as u32,
            members: group.members.iter().map(|m| self.member(m)).collect(),
            centre: group.centre as u32,
            earliest: self.earliest(group),
            differences: group
                .differences
                .iter()
                .map(|d| self.difference(group, d))
                .collect(),
        }
    }

    fn member(&self, member: &Member) -> MemberView {
        let doc = member.document;
        let document = self.corpus.document(doc);
        let span = member.span();
        let [start, end] = self.range(doc, span);
        let sentence = document.sentence_at(span.start).unwrap_or(span);
        let quotation = member
            .quotation
            .map(|n| &self.corpus.quotations(doc)[n as usize]);
        MemberView {
            article: document.id.clone(),
            block: document.block_at(span.start) as u32,
            start,
            end,
            text: self.words_of(member),
            spans: member.spans.iter().map(|&s| self.range(doc, s)).collect(),
            sentence: self.range(doc, sentence),
            shared: member.shared.iter().map(|&s| self.range(doc, s)).collect(),
            quote: member.quotation.map(|n| self.quote_id(doc, n as usize)),
            quote_kind: quotation.map(|q| q.kind.into()),
            speaker: quotation
                .and_then(|q| q.speaker.as_ref())
                .map(|s| self.speaker(doc, s)),
        }
    }

    /// The words of a passage, parts joined by " … ".
    fn words_of(&self, member: &Member) -> String {
        let spans = member.spans.iter();
        let parts = spans.map(|&span| self.slice(member.document, span));
        parts.collect::<Vec<_>>().join(" … ")
    }

    fn difference(&self, group: &Group, difference: &compare::Difference) -> DifferenceView {
        let reading = |reading: &compare::Variant| {
            let doc = group.members[reading.member].document;
            let [start, end] = self.range(doc, reading.span);
            ReadingView {
                member: reading.member as u32,
                start,
                end,
                text: self.slice(doc, reading.span),
            }
        };
        DifferenceView {
            kind: difference.kind.into(),
            readings: difference.variants.iter().map(reading).collect(),
        }
    }

    /// The member whose article was published first, if it was published before every other that
    /// tells when, and one does. An update stands for a date at the latest, so only the first may
    /// rest on it.
    fn earliest(&self, group: &Group) -> Option<u32> {
        let dated = group.members.iter().enumerate().filter_map(|(n, member)| {
            let document = self.corpus.document(member.document);
            let date = document.dated()?;
            // A day and a time of the day cannot be told apart: the day counts.
            Some((date.get(..10)?, member.document, n))
        });
        let dated: Vec<(&str, DocId, usize)> = dated.collect();
        let first = dated.iter().min()?;
        let mut others = dated.iter().filter(|other| other.1 != first.1).peekable();
        let is_published = |doc: DocId| self.corpus.document(doc).published.is_some();
        let is_first = others.peek().is_some()
            && others.all(|other| other.0 > first.0 && is_published(other.1));
        is_first.then_some(first.2 as u32)
    }

    pub(super) fn parts(
        &self,
        (base, other): (DocId, DocId),
        parts: &[AlignedSpan],
    ) -> Vec<PartView> {
        let view = |part: &AlignedSpan| PartView {
            kind: part.kind.into(),
            base: part.first.map(|span| self.range(base, span)),
            other: part.second.map(|span| self.range(other, span)),
        };
        parts.iter().map(view).collect()
    }
}
