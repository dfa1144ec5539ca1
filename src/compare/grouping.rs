//! Which passages say or name the same? A pass over the clauses and titles of several articles.

use std::cmp::Reverse;

use rustc_hash::FxHashMap;

use super::account::Account;
use super::cluster::{Cluster, Comparison, Stretch, clusters, sample};
use super::difference::differences;
use super::group::{Group, GroupKind, articles};
use super::member::Member;
use super::statement::statements;
use super::title::titles;
use super::topic::{self, MainTopic};
use crate::order;

/// The groups of passages that several of the accounts share: statements, then titles; of each
/// kind, those of most articles first, then in order. Empty for fewer than two accounts.
pub fn groups(accounts: &[Account]) -> Vec<Group> {
    if accounts.len() < 2 {
        return Vec::new();
    }
    let statements = statements(accounts);
    let comparison = Comparison::new(accounts, &statements);
    let clusters = clusters(&comparison);
    let mut groups: Vec<Group> = clusters
        .iter()
        .map(|cluster| comparison.group(cluster))
        .collect();
    groups.extend(titles(accounts));
    told_by_several(groups)
}

/// How many pairs of sentences and stretches [`groups`] compares for these accounts: the measure of
/// its work.
pub fn comparisons(accounts: &[Account]) -> usize {
    let statements = statements(accounts);
    let comparison = Comparison::new(accounts, &statements);
    clusters(&comparison);
    comparison.compared()
}

/// The sentences about each document and event that several of the accounts mention, in the same
/// order; and the topics that are the story itself, those of most articles first.
pub fn topics(accounts: &[Account]) -> (Vec<Group>, Vec<MainTopic>) {
    let (groups, mut main) = topic::topics(accounts);
    main.retain(|topic| topic.articles > 1);
    order::sort_by_key(&mut main, |topic| {
        (
            Reverse(topic.articles),
            Reverse(topic.sentences),
            topic.about,
        )
    });
    (told_by_several(groups), main)
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

impl Comparison<'_> {
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

    /// The index of the member that is most similar to the others, the first of several.
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

    /// In how many statements of a cluster each term occurs.
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
