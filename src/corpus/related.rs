//! Which articles of a corpus report one event, and which are copies of others? Found on demand, and
//! carried by a saved corpus.

use serde::{Deserialize, Serialize};

use super::parallel;
use super::timeline::anchor;
use crate::compare::{self, Copies, Sketch, Story};
use crate::document::{DocId, Document};

/// What relates articles to each other.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Related {
    /// Articles that report one event, the stories of most articles first.
    pub stories: Vec<Story>,
    /// Articles that consist of nearly the same words, in the order of the most complete ones.
    pub copies: Vec<Copies>,
}

impl Related {
    /// What relates some documents.
    pub fn new(documents: &[Document]) -> Self {
        // Of a copy, so that the tokens of all documents are not kept.
        let sketch = |document: &Document| Sketch::new(&document.clone(), anchor(document));
        let sketches = parallel::map(documents, sketch);
        Self {
            stories: compare::stories(documents, &sketches),
            copies: compare::copies(&sketches),
        }
    }

    /// Whether it fits a corpus of so many documents: every article is there, and in one story and
    /// one set of copies at most.
    pub fn fits(&self, documents: usize) -> bool {
        let once = |articles: Vec<DocId>| {
            let mut seen = fixedbitset::FixedBitSet::with_capacity(documents);
            let mut articles = articles.into_iter().map(|DocId(n)| n as usize);
            articles.all(|n| n < documents && !seen.put(n))
        };
        let mut stories = self.stories.iter();
        let of_stories = self.stories.iter().flat_map(|story| story.articles.clone());
        let of_copies = self.copies.iter().flat_map(|set| {
            let copies = set.copies.iter().map(|copy| copy.article);
            [set.original].into_iter().chain(copies)
        });
        once(of_stories.collect())
            && once(of_copies.collect())
            && stories.all(|s| s.articles.len() > 1 && s.articles.contains(&s.central))
            && self.copies.iter().all(|set| !set.copies.is_empty())
    }
}
