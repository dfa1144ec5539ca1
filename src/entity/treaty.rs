//! Which papers are the same? Articles by the paper they belong to, treaties by year and parties.
//!
//! A dated treaty ("the 1961 pact") is the named one that its own sentence dates so, when both
//! stand among the same places; likewise across documents.

use std::collections::{BTreeMap, BTreeSet};

use super::gazetteer::Gazetteer;
use super::lexicon::{Class, Lexicon};
use super::{Mention, MentionKind};
use crate::document::Document;
use crate::order;
use crate::text::fold::fold;
use crate::text::{Span, TokenKind};

/// A mention of a paper.
#[derive(Debug, Clone)]
pub(super) struct Deed {
    pub document: usize,
    pub mention: usize,
    /// Its folded name.
    name: String,
    /// The year in its name, or else the only one of its sentence.
    year: Option<u32>,
    /// Whether its name is a year and a noun.
    dated: bool,
    /// Whether it is a quoted title without capitals.
    quoted: bool,
    /// The places named in its block, its own name included.
    places: BTreeSet<&'static str>,
    /// What a numbered part belongs to: the key of a paper, or nothing that has a name.
    part: Option<Part>,
}

#[derive(Debug, Clone, PartialEq)]
enum Part {
    /// Of a paper with a name: its key.
    Of(String),
    /// Of one that is only described ("Article 4 of the pact").
    OfDescribed,
    /// The text does not say.
    Bare,
}

impl Deed {
    /// The deed that mention `at.1` of document `at.0` names; `scene` is handed on from deed to deed.
    pub fn new(
        document: &Document,
        mentions: &[Mention],
        at: (usize, usize),
        scene: &mut Scene,
    ) -> Self {
        let span = mentions[at.1].span;
        let text = document.slice(span);
        let own = text.get(..4).and_then(|y| y.parse().ok());
        let sentence = document.sentence_at(span.start).unwrap_or(span);
        Self {
            document: at.0,
            mention: at.1,
            name: folded(text),
            year: own.or_else(|| scene.year(document, at.0, sentence)),
            dated: own.is_some(),
            quoted: text.starts_with(char::is_lowercase) && !text.starts_with("resolution"),
            places: scene.places(document, mentions, at.0, span),
            part: part(document, mentions, at.1),
        }
    }
}

/// What was last read around a deed: deeds of one block or sentence share it, so that a text which
/// names nothing but papers is not read again for each.
#[derive(Default)]
pub(super) struct Scene {
    /// The only year of a sentence of a document.
    year: Option<((usize, Span), Option<u32>)>,
    /// The places named in a block of a document.
    places: Option<((usize, usize), BTreeSet<&'static str>)>,
}

impl Scene {
    fn year(&mut self, document: &Document, d: usize, sentence: Span) -> Option<u32> {
        match self.year {
            Some((at, year)) if at == (d, sentence) => year,
            _ => {
                let year = only_year(document, sentence);
                self.year = Some(((d, sentence), year));
                year
            }
        }
    }

    /// The places of the block of `span`, those in the name at `span` included.
    fn places(
        &mut self,
        document: &Document,
        mentions: &[Mention],
        d: usize,
        span: Span,
    ) -> BTreeSet<&'static str> {
        let block = document.block_at(span.start);
        let mut places = match self.places.take() {
            Some((at, places)) if at == (d, block) => places,
            _ => {
                let area = document.blocks.get(block).map_or(span, |b| b.span);
                block_places(document, mentions, area)
            }
        };
        self.places = Some(((d, block), places.clone()));
        places.extend(places_inside(document, span));
        places
    }
}

/// A paper for each deed, as a key; `deeds` are in corpus order.
pub(super) fn papers(deeds: &[Deed]) -> Vec<String> {
    let register = Register::of(deeds);
    let mut keys: Vec<String> = Vec::with_capacity(deeds.len());
    for (i, deed) in deeds.iter().enumerate() {
        keys.push(match &deed.part {
            Some(Part::Of(whole)) => format!("{} of {whole}", deed.name),
            Some(Part::OfDescribed) => format!("{} of {}#", deed.name, deed.document),
            Some(Part::Bare) => register.bare_part(deed),
            None if deed.dated => register.dated(&keys, i),
            None if deed.quoted => register.titled(deed),
            None => deed.name.clone(),
        });
    }
    keys
}

/// The deeds of a corpus by what they are looked up by.
struct Register<'a> {
    deeds: &'a [Deed],
    /// Numbered parts that say what they belong to, by name.
    parts: BTreeMap<&'a str, Vec<&'a Deed>>,
    /// All but numbered parts and quoted titles, by year.
    years: BTreeMap<u32, Vec<usize>>,
    /// The names of papers that are neither dated, quoted nor parts.
    names: BTreeSet<&'a str>,
}

impl<'a> Register<'a> {
    fn of(deeds: &'a [Deed]) -> Self {
        let mut register = Self {
            deeds,
            parts: BTreeMap::new(),
            years: BTreeMap::new(),
            names: BTreeSet::new(),
        };
        for (i, deed) in deeds.iter().enumerate() {
            match (&deed.part, deed.year) {
                (Some(Part::Bare), _) => {}
                (Some(_), _) => register.parts.entry(&deed.name).or_default().push(deed),
                (None, Some(year)) if !deed.quoted => {
                    register.years.entry(year).or_default().push(i)
                }
                (None, _) => {}
            }
            if deed.part.is_none() && !deed.quoted && !deed.dated {
                register.names.insert(&deed.name);
            }
        }
        register
    }

    /// The key of "Article 51" alone: the latest one before it in its document that says of what,
    /// or the only such paper of the corpus.
    fn bare_part(&self, deed: &Deed) -> String {
        let whole: &[&Deed] = self
            .parts
            .get(deed.name.as_str())
            .map_or(&[], Vec::as_slice);
        let first = whole.partition_point(|d| d.document < deed.document);
        let local = &whole[first..whole.partition_point(|d| d.document <= deed.document)];
        let found = local
            .iter()
            .rfind(|d| d.mention < deed.mention)
            .or(local.first());
        let described = format!("{} of {}#", deed.name, deed.document);
        let key = |part: &Deed| match &part.part {
            Some(Part::Of(whole)) => format!("{} of {whole}", deed.name),
            _ => described.clone(),
        };
        match (found, whole.first()) {
            (Some(part), _) => key(part),
            (None, Some(part)) if whole.iter().all(|d| d.part == part.part) => key(part),
            _ => described,
        }
    }

    /// The key of a dated treaty: that of a named one anywhere, or of one already seen, that has
    /// the same year and stands among the same places.
    fn dated(&self, keys: &[String], at: usize) -> String {
        let deed = &self.deeds[at];
        let same_year = deed.year.and_then(|year| self.years.get(&year));
        let same_year = || {
            same_year
                .into_iter()
                .flatten()
                .map(|&i| (i, &self.deeds[i]))
        };
        let named = same_year().find(|(_, d)| !d.dated && akin(d, deed) && is_treaty(&d.name));
        if let Some((_, named)) = named {
            return named.name.clone();
        }
        same_year()
            .take_while(|(i, _)| *i < at)
            .find(|(_, d)| d.dated && (d.document == deed.document || akin(d, deed)))
            .and_then(|(i, _)| keys.get(i).cloned())
            .unwrap_or_else(|| format!("{} {at}", deed.name))
    }

    /// The key of a quoted title: that of the only named paper that contains its words.
    fn titled(&self, deed: &Deed) -> String {
        let mut names = self.names.iter().filter(|name| name.contains(&deed.name));
        match (names.next(), names.next()) {
            (Some(name), None) => (*name).to_owned(),
            _ => deed.name.clone(),
        }
    }
}

fn akin(a: &Deed, b: &Deed) -> bool {
    a.places.intersection(&b.places).next().is_some()
}

fn is_treaty(name: &str) -> bool {
    name.split(' ')
        .any(|word| Lexicon::get().is(word, Class::Paper))
}

/// A name as key: folded words without articles.
pub(super) fn folded(name: &str) -> String {
    let words = crate::text::tokens(name);
    let words = words
        .iter()
        .filter(|t| t.is_word())
        .map(|t| fold(t.span.slice(name)));
    // A possessive that stands apart, as some tokenisers leave it, is none either.
    words
        .filter(|w| w != "the" && w != "s")
        .collect::<Vec<_>>()
        .join(" ")
}

/// The one year a sentence names, if it names one only.
fn only_year(document: &Document, sentence: Span) -> Option<u32> {
    let tokens = document.tokens_in(sentence).iter();
    let numbers = tokens
        .filter(|t| t.kind == TokenKind::Number && t.span.len() == 4)
        .filter_map(|t| document.slice(t.span).parse::<u32>().ok());
    let years: BTreeSet<u32> = order::gathered(numbers.filter(|y| (1500..2100).contains(y)));
    if years.len() == 1 {
        years.first().copied()
    } else {
        None
    }
}

/// The places named in a block, demonyms taken for their places.
fn block_places(document: &Document, mentions: &[Mention], block: Span) -> BTreeSet<&'static str> {
    let first = mentions.partition_point(|m| m.span.start < block.start);
    let inside = mentions[first..].iter();
    let places = inside
        .take_while(|m| m.span.start < block.end)
        .filter_map(|m| Gazetteer::get().named(document.slice(m.span)))
        .filter(|k| matches!(k.kind, MentionKind::Place | MentionKind::Nationality))
        .map(|k| k.stands_for.unwrap_or(k.canonical));
    order::gathered(places)
}

/// The places that stand inside a name.
fn places_inside(document: &Document, span: Span) -> Vec<&'static str> {
    let words = super::word::words(document, span);
    (0..words.len())
        .filter_map(|at| Gazetteer::get().longest_at(&words, at))
        .map(|m| m.known)
        .filter(|k| k.kind == MentionKind::Place)
        .map(|k| k.canonical)
        .collect()
}

/// What a numbered part belongs to; `None` for a paper that is no part.
fn part(document: &Document, mentions: &[Mention], at: usize) -> Option<Part> {
    let span = mentions[at].span;
    let text = document.slice(span);
    if !is_part(text) {
        return None;
    }
    let rest = document.text.get(span.end as usize..).unwrap_or("");
    let Some(rest) = rest.strip_prefix(" of ") else {
        return Some(Part::Bare);
    };
    let start = span.end + 4 + if rest.starts_with("the ") { 4 } else { 0 };
    let whole = mentions
        .get(at + 1)
        .filter(|m| m.span.start == start && m.kind == MentionKind::Document);
    Some(match whole {
        Some(whole) => {
            let name = document.slice(whole.span);
            Part::Of(
                Gazetteer::get()
                    .named(name)
                    .map_or_else(|| folded(name), |k| folded(k.canonical)),
            )
        }
        None => Part::OfDescribed,
    })
}

/// Whether a name is that of a numbered part of a paper.
pub(super) fn is_part(name: &str) -> bool {
    ["Article ", "Chapter ", "Title "]
        .iter()
        .any(|part| name.starts_with(part))
}
