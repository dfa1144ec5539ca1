//! Which passages say the same, or name the same? Clauses and titles of several articles.

use super::cluster::Bench;
use super::likeness::Stretch;
use super::statement::statements;
use super::title::titles;
use super::{Account, Difference, differences, topic};
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
    let (statements, terms) = statements(accounts);
    let bench = Bench::new(accounts, &statements);
    let clusters = bench.clusters(terms);
    let mut groups: Vec<Group> = clusters
        .iter()
        .map(|cluster| bench.group(cluster))
        .collect();
    groups.extend(titles(accounts));
    told_by_several(groups)
}

/// What is said of each paper and event that several of the accounts speak of, likewise ordered.
pub fn topics(accounts: &[Account]) -> Vec<Group> {
    told_by_several(topic::topics(accounts))
}

fn told_by_several(mut groups: Vec<Group>) -> Vec<Group> {
    groups.retain(|group| articles(group) > 1);
    order::sort_by_key(&mut groups, |group| {
        let first = &group.members[0];
        let most = std::cmp::Reverse(articles(group));
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
    fn group(&self, stretches: &[Stretch]) -> Group {
        let rated = (0..stretches.len()).map(|n| (self.average(&stretches[n..=n], stretches), n));
        let centre = rated.max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
        let members: Vec<Member> = stretches
            .iter()
            .map(|&stretch| self.member(stretch, stretches))
            .collect();
        Group {
            kind: GroupKind::Statement,
            about: None,
            differences: differences(self.accounts, &members),
            members,
            centre: centre.map_or(0, |(_, n)| n),
        }
    }

    fn member(&self, stretch: Stretch, group: &[Stretch]) -> Member {
        let others = group.iter().filter(|s| s.statement != stretch.statement);
        let others: Vec<u32> = others
            .flat_map(|s| s.terms(self.statements))
            .map(|term| term.key)
            .collect();
        let own = stretch.terms(self.statements);
        let shared = own.filter(|term| others.contains(&term.key));
        Member {
            document: self.account(stretch).id,
            spans: self.spans(stretch),
            quotation: self.quotation(stretch),
            shared: shared.map(|term| term.span).collect(),
        }
    }
}
