//! Which articles consist of nearly the same words? Each article is compared with longer ones that
//! share fingerprints of its runs of words (Broder 1997, "On the resemblance and containment of
//! documents"), and joins the most similar of those that are no copies themselves.

use std::cmp::Reverse;

use rustc_hash::FxHashMap;

use super::neighbour::days_between;
use super::sketch::Sketch;
use super::{Copies, Copy};
use crate::document::DocId;
use crate::order;

/// How many days a copy may appear before or after: a report that is printed every week in the same
/// words is a new report.
const DAYS: u64 = 3;
/// One of so many runs of an article is its fingerprint.
const SAMPLED: u64 = 4;
/// An article with at most so many runs is compared by all of them.
const SHORT: usize = 64;
/// With how many articles, the longest, that have a fingerprint an article is compared.
const COMPARED: usize = 64;
/// With how many of those that share most fingerprints it is compared run by run.
const CLOSEST: usize = 8;
/// How many runs an article must have to be the copy of a longer one that contains most of it.
const LONG_ENOUGH: usize = 20;

/// The articles that are copies of others, by their originals, in corpus order.
pub fn copies(sketches: &[Sketch]) -> Vec<Copies> {
    let mut longest: Vec<u32> = (0..sketches.len() as u32).collect();
    order::sort_by_key(&mut longest, |&n| {
        (Reverse(sketches[n as usize].runs.len()), n)
    });
    let mut having: FxHashMap<u64, Vec<u32>> = FxHashMap::default();
    let mut found: FxHashMap<u32, Vec<Copy>> = FxHashMap::default();
    for article in longest {
        let own = &sketches[article as usize];
        let best = closest(own, &having)
            .into_iter()
            .filter_map(|other| Some((share(own, &sketches[other as usize])?, Reverse(other))));
        match best.max() {
            Some((share, Reverse(original))) => found.entry(original).or_default().push(Copy {
                article: DocId(article),
                share,
            }),
            None => fingerprints(own).for_each(|run| having.entry(run).or_default().push(article)),
        }
    }
    let mut all: Vec<Copies> = found
        .into_iter()
        .map(|(original, mut copies)| {
            order::sort_by_key(&mut copies, |copy| copy.article);
            Copies {
                original: DocId(original),
                copies,
            }
        })
        .collect();
    order::sort_by_key(&mut all, |copies| copies.original);
    all
}

fn fingerprints(sketch: &Sketch) -> impl Iterator<Item = u64> {
    let is_short = sketch.runs.len() <= SHORT;
    let runs = sketch.runs.iter().copied();
    runs.filter(move |run| is_short || run % SAMPLED == 0)
}

/// The articles that share most fingerprints with one.
fn closest(sketch: &Sketch, having: &FxHashMap<u64, Vec<u32>>) -> Vec<u32> {
    let mut shared: FxHashMap<u32, u32> = FxHashMap::default();
    for run in fingerprints(sketch) {
        let articles = having.get(&run).map_or(&[][..], Vec::as_slice);
        for &article in articles.iter().take(COMPARED) {
            *shared.entry(article).or_default() += 1;
        }
    }
    let mut closest: Vec<(u32, u32)> = shared.into_iter().collect();
    order::sort_by_key(&mut closest, |&(article, count)| (Reverse(count), article));
    closest.truncate(CLOSEST);
    closest.into_iter().map(|(article, _)| article).collect()
}

/// How many thousandths of the runs of an article a longer one contains; `None` if it is no copy.
fn share(short: &Sketch, long: &Sketch) -> Option<u16> {
    if days_between(short.day, long.day) > DAYS || short.runs.is_empty() {
        return None;
    }
    let own = short.runs.len();
    let shared = short
        .runs
        .iter()
        .filter(|run| long.runs.binary_search(run).is_ok())
        .count();
    let all = own + long.runs.len() - shared;
    // Half of all runs; more in a short text, of which a form that many reports fill in can be half.
    let is_same = 2 * shared * own >= all * (own + 8);
    let is_part = own >= LONG_ENOUGH && 10 * shared >= 8 * own;
    (is_same || is_part).then_some((1000 * shared / own) as u16)
}
