//! Which passages say the same, or name the same? Clauses and titles of several articles.

use std::cmp::Reverse;

use rustc_hash::FxHashMap;

use super::cluster::{Bench, Cluster};
use super::growth::sample;
use super::likeness::Stretch;
use super::statement::statements;
use super::title::titles;
use super::topic::{self, Story};
use super::{Account, Difference, differences};
use crate::document::DocId;
use crate::entity::EntityId;
use crate::order;
use crate::text::Span;

/// What the passages of a group have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum GroupKind {
    /// They say the same, in whatever words.
    Statement,
    /// They name something by the same words: a treaty, a slogan, a term.
    Title,
    /// They speak of one paper or event.
    Topic,
}

/// Passages that say the same, of at least two articles.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// What they have in common.
    pub kind: GroupKind,
    /// The paper or event that a topic is.
    pub about: Option<EntityId>,
    /// The passages, by article and place.
    pub members: Vec<Member>,
    /// The ordinal of the member that resembles the others most.
    pub centre: usize,
    /// In what they differ.
    pub differences: Vec<Difference>,
}

/// A passage of a group.
#[derive(Debug, Clone, PartialEq)]
pub struct Member {
    /// The article.
    pub document: DocId,
    /// Where it stands: one or more spans of one sentence, in text order.
    pub spans: Vec<Span>,
    /// The quotation that holds most of it: an index into those of its article.
    pub quotation: Option<u32>,
    /// The words that another member shares, in text order.
    pub shared: Vec<Span>,
}

impl Member {
    /// From its first word to its last.
    pub fn span(&self) -> Span {
        let first = self.spans[0];
        self.spans.iter().fold(first, |all, span| all.cover(*span))
    }

    /// Whether a place lies in one of its spans.
    pub fn contains(&self, place: Span) -> bool {
        self.spans.iter().any(|span| span.contains(place))
    }
}

/// The groups of passages that several of the accounts share: statements, titles, topics, of each those of most
/// articles first, then in order.
pub fn groups(accounts: &[Account]) -> Vec<Group> {
    if accounts.len() < 2 {
        return Vec::new();
    }
    let statements = statements(accounts);
    let bench = Bench::new(accounts, &statements);
    let clusters = bench.clusters();
    let mut groups: Vec<Group> = clusters
        .iter()
        .map(|cluster| bench.group(cluster))
        .collect();
    groups.extend(titles(accounts));
    told_by_several(groups)
}

/// How many pairs of sentences and of their parts [`groups`] compares for the statements of some
/// accounts: what its work is measured by.
pub fn comparisons(accounts: &[Account]) -> usize {
    let statements = statements(accounts);
    let bench = Bench::new(accounts, &statements);
    bench.clusters();
    bench.compared()
}

/// What is said of each paper and event that several of the accounts speak of, likewise ordered; and
/// those that are left out as the story itself, those of most articles first.
pub fn topics(accounts: &[Account]) -> (Vec<Group>, Vec<Story>) {
    let (groups, mut stories) = topic::topics(accounts);
    stories.retain(|story| story.articles > 1);
    order::sort_by_key(&mut stories, |story| {
        (
            Reverse(story.articles),
            Reverse(story.sentences),
            story.about,
        )
    });
    (told_by_several(groups), stories)
}

fn told_by_several(mut groups: Vec<Group>) -> Vec<Group> {
    groups.retain(|group| articles(group) > 1);
    order::sort_by_key(&mut groups, |group| {
        let first = &group.members[0];
        let most = Reverse(articles(group));
        (group.kind, most, first.document, first.span().start)
    });
    groups
}

/// How many articles have a passage in a group.
pub fn articles(group: &Group) -> usize {
    let pairs = group.members.windows(2);
    1 + pairs.filter(|p| p[0].document != p[1].document).count()
}

impl Bench<'_> {
    fn group(&self, cluster: &Cluster) -> Group {
        let keys = self.keys(cluster);
        let member = |&(stretch, _): &(Stretch, usize)| self.member(stretch, &keys);
        let members: Vec<Member> = cluster.all.iter().map(member).collect();
        let accounts = cluster.all.iter().map(|&(one, _)| self.account(one));
        let told: Vec<_> = accounts.zip(&members).collect();
        Group {
            kind: GroupKind::Statement,
            about: None,
            differences: differences(&told),
            centre: self.centre(cluster),
            members,
        }
    }

    /// The member that resembles the others most, the first of several.
    fn centre(&self, cluster: &Cluster) -> usize {
        let mut counts = vec![0.0; cluster.first.len()];
        cluster.all.iter().for_each(|&(_, n)| counts[n] += 1.0);
        let counted: Vec<(Stretch, f64)> = cluster.first.iter().copied().zip(counts).collect();
        let others: Vec<(Stretch, f64)> = sample(&counted).copied().collect();
        let rated = (0..)
            .zip(&counted)
            .map(|(n, &(one, _))| (self.average(one, &others), n));
        let best = rated.max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
        let best: usize = best.map_or(0, |(_, n)| n);
        cluster
            .all
            .iter()
            .position(|&(_, n)| n == best)
            .unwrap_or(0)
    }

    /// In how many statements of a cluster each term stands.
    fn keys(&self, cluster: &Cluster) -> FxHashMap<u32, usize> {
        let mut counts = FxHashMap::default();
        for &(stretch, _) in &cluster.all {
            let terms = stretch.terms(self.statements);
            let mut own: Vec<u32> = terms.map(|term| term.key).collect();
            order::sort(&mut own);
            own.dedup();
            own.into_iter()
                .for_each(|key| *counts.entry(key).or_default() += 1);
        }
        counts
    }

    fn member(&self, stretch: Stretch, keys: &FxHashMap<u32, usize>) -> Member {
        let own = stretch.terms(self.statements);
        let shared = own.filter(|term| keys.get(&term.key).is_some_and(|&held| held > 1));
        Member {
            document: self.account(stretch).id,
            spans: self.spans(stretch),
            quotation: self.quotation(stretch),
            shared: shared.map(|term| term.span).collect(),
        }
    }
}
