//! What did people decide, and with what outcome? Methods that add, undo and replay decisions.

use super::state::Corpus;
use crate::decision::{self, Act, Address, Decided, Decision, Outcome, Quoted};
use crate::document::DocId;
use crate::entity::EntityId;
use crate::error::ReadError;
use crate::text::{OffsetIndex, Unit};

impl Corpus {
    /// The decisions of people, in order.
    pub fn decisions(&self) -> &[Decision] {
        &self.decisions
    }

    /// The outcome of each decision; empty if the corpus is not analysed.
    pub fn outcomes(&self) -> &[Outcome] {
        self.decided().map_or(&[], |d| &d.outcomes)
    }

    /// The decisions that touched an entity, as indices into [`Corpus::decisions`].
    pub fn decisions_on(&self, entity: EntityId) -> &[usize] {
        self.decided().map_or(&[], |d| d.traces.by(entity))
    }

    /// Adds a decision about an entity or mentions of this corpus, and returns its id. Addresses
    /// are completed, so that other corpora find their targets too.
    ///
    /// # Errors
    /// [`crate::error::ReadErrorKind::Argument`] if its target does not exist, or nothing would
    /// change; the corpus is then unchanged.
    pub fn decide(&mut self, act: Act) -> Result<&str, ReadError> {
        let mut act = act;
        self.complete(&mut act);
        let mut decisions = self.decisions.clone();
        let id = decision::next_id(&decisions);
        decisions.push(Decision { id, act });
        let decided = self.replayed(&decisions);
        let outcome = decided.as_ref().and_then(|d| d.outcomes.last());
        if let Some(Outcome::NotApplicable(why)) = outcome {
            let words = Outcome::NotApplicable(*why).words().unwrap_or_default();
            let found = format_args!("one that cannot be applied: {words}");
            let expected = "a decision that changes this corpus";
            return Err(ReadError::argument("decision", expected, found));
        }
        self.settle_as(decisions, decided);
        Ok(self.decisions.last().map_or("", |d| &d.id))
    }

    /// Removes a decision, whenever it was made; `None` if there is none with this id.
    pub fn undo(&mut self, id: &str) -> Option<Decision> {
        let mut decisions = self.decisions.clone();
        let at = decisions.iter().position(|d| d.id == id)?;
        let gone = decisions.remove(at);
        self.settle(decisions);
        Some(gone)
    }

    /// Appends decisions. A decision that already exists is skipped; one whose id is taken by
    /// another gets a new id.
    pub fn add_decisions(&mut self, coming: Vec<Decision>) {
        let mut decisions = self.decisions.clone();
        join(&mut decisions, coming);
        if decisions.len() > self.decisions.len() {
            self.settle(decisions);
        }
    }

    /// Whether the analysis found an entity for a mention and a decision removed it.
    pub fn is_ignored(&self, doc: DocId, mention: u32) -> bool {
        let row = self.shared.resolution.of.get(doc.0 as usize);
        let found = row.and_then(|row| *row.get(mention as usize)?);
        found.is_some() && self.entity_of(doc, mention).is_none()
    }

    /// The result of replaying the decisions; `None` if there are none.
    fn decided(&self) -> Option<&Decided> {
        self.shared.decided.as_ref()
    }

    /// Completes the addresses of entities and the words of mentions.
    fn complete(&self, act: &mut Act) {
        for address in act.entities_mut() {
            if address.name.is_some() {
                continue;
            }
            if let Some(EntityId(n)) = self.entity(&address.id) {
                let traced = self.decided().and_then(|d| d.traces.address(EntityId(n)));
                let found = || Address::of(&self.entities()[n as usize]);
                *address = traced.cloned().unwrap_or_else(found);
            }
        }
        for quoted in act.mentions_mut() {
            if quoted.text.is_empty()
                && let Some(whole) = self.quoted(quoted)
            {
                *quoted = whole;
            }
        }
    }

    /// The mention with exactly this range, with its words.
    fn quoted(&self, at: &Quoted) -> Option<Quoted> {
        let doc = self.find(&at.article)?;
        let document = self.document(doc);
        let offsets = OffsetIndex::new(&document.text, Unit::Utf16);
        let mut all = self.mentions(doc).iter();
        let mention = all.find(|m| offsets.range(m.span) == [at.start, at.end])?;
        Some(Quoted {
            text: document.slice(mention.span).to_owned(),
            ..at.clone()
        })
    }
}

/// Appends decisions as described at [`Corpus::add_decisions`].
pub(super) fn join(here: &mut Vec<Decision>, coming: Vec<Decision>) {
    for mut decision in coming {
        if here.contains(&decision) {
            continue;
        }
        if here.iter().any(|known| known.id == decision.id) {
            decision.id = decision::next_id(here);
        }
        here.push(decision);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Treatment;
    use crate::document::Article;

    const TEXT: &str = "River rises\n\nThe river rose round Ann Lee in Springfield. Lee left, and Bo Lund said: “We left in boats.”\n\nCopyright 2020 The Bugle";

    fn corpus(ids: &[&str]) -> Corpus {
        let articles: Vec<Article> = ids.iter().map(|id| Article::new(*id, TEXT)).collect();
        Corpus::from_articles(&articles, Treatment::default()).unwrap()
    }

    fn act(json: &str) -> Act {
        let written: decision::Written = serde_json::from_str(json).unwrap();
        written.act().unwrap()
    }

    fn ids(corpus: &Corpus) -> Vec<&str> {
        corpus.entities().iter().map(|e| e.id.as_str()).collect()
    }

    const MERGE: &str = r#"{"action": "merge", "entity": "bo-lund", "into": "ann-lee"}"#;

    #[test]
    fn what_rests_on_entities_follows() {
        let mut all = corpus(&["a"]);
        let before = ids(&all).len();
        assert_eq!(all.decide(act(MERGE)).unwrap(), "d1");
        assert_eq!(ids(&all).len(), before - 1);
        assert_eq!(all.decisions_on(all.entity("ann-lee").unwrap()), [0]);
        let found = |all: &Corpus, query: &str| {
            let options = crate::search::Options::default();
            all.index().search(all, query, &options).total
        };
        assert_eq!(found(&all, "speaker:\"Ann Lee\" boats"), 1);
        all.undo("d1").unwrap();
        assert_eq!(ids(&all).len(), before);
        assert_eq!(found(&all, "speaker:\"Ann Lee\" boats"), 0);
    }

    #[test]
    fn decisions_go_with_what_is_saved_and_joined() {
        let mut all = corpus(&["a"]);
        all.decide(act(
            r#"{"action": "ignore", "mentions": [{"article": "a", "start": 34, "end": 41}]}"#,
        ))
        .unwrap();
        assert_eq!(all.decisions()[0].act.mentions()[0].text, "Ann Lee");
        let opened = Corpus::open(all.save().unwrap()).unwrap();
        assert_eq!(opened.decisions(), all.decisions());
        assert_eq!(opened.entities(), all.entities());
        // The article gets another id here, and its mention is ignored under that id.
        let mut other = corpus(&["a"]);
        other.append_saved(all.save().unwrap()).unwrap();
        assert_eq!(other.decisions()[0].act.mentions()[0].article, "a-2");
        let ann = &other.entities()[other.entity("ann-lee").unwrap().0 as usize];
        assert_eq!(ann.mentions.len(), 3);
        // A decision stays when its article is removed, and applies when it returns.
        other.remove(&["a-2"]);
        assert!(matches!(other.outcomes(), [Outcome::NotApplicable(_)]));
        assert_eq!(other.decisions().len(), 1);
    }

    #[test]
    fn what_is_not_here_is_refused() {
        let mut all = corpus(&["a"]);
        for json in [
            r#"{"action": "ignore", "entity": "nobody"}"#,
            r#"{"action": "merge", "entity": "ann-lee", "into": "nobody"}"#,
            r#"{"action": "merge", "entity": "ann-lee", "into": "ann-lee"}"#,
            r#"{"action": "rename", "entity": "ann-lee", "name": "Ann Lee"}"#,
        ] {
            let error = all.decide(act(json)).unwrap_err();
            assert_eq!(
                error.kind(),
                crate::error::ReadErrorKind::Argument,
                "{json}"
            );
            assert!(all.decisions().is_empty());
        }
        assert!(all.undo("d1").is_none());
    }

    #[test]
    fn the_same_twice_is_there_once() {
        let mut all = corpus(&["a"]);
        all.decide(act(MERGE)).unwrap();
        let mut same = all.decisions().to_vec();
        all.add_decisions(same.clone());
        assert_eq!(all.decisions().len(), 1);
        same[0].act = act(r#"{"action": "ignore", "entity": "springfield"}"#);
        all.add_decisions(same);
        assert_eq!(all.decisions()[1].id, "d2");
    }
}
