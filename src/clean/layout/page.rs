//! What do all passes read and decide? A page: the received text, its lines, the fate of each.

use std::cell::OnceCell;

use super::line::{Line, lines};
use crate::clean::source_map::MappedText;
use crate::document::Layout;
use crate::line::folded;

/// What becomes of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It belongs to the running text. Passes may still decide otherwise.
    Keep,
    /// It is the headline.
    Title,
    /// It states something about the article.
    Meta,
    /// It names the author.
    Byline,
    /// It says where and when the article was written.
    Dateline,
    /// It describes a picture.
    Caption,
    /// It is not part of the article; the reason is in kebab case.
    Remove(&'static str),
}

/// A page and the fates of its lines.
pub struct Page<'a> {
    /// The text with repaired and canonical characters.
    pub text: &'a str,
    /// The lines that are not blank, in order.
    pub lines: Vec<Line>,
    /// The fate of each line.
    pub fates: Vec<Fate>,
    /// The lines that are the mail headers of a letter; empty if there are none.
    pub mail: std::ops::Range<usize>,
    /// What markup says about each line; empty if there is no markup.
    layout: Vec<Option<Layout>>,
    /// Each line as [`folded`], computed on first use.
    folds: Vec<OnceCell<String>>,
}

impl<'a> Page<'a> {
    /// A page on which every line is kept.
    pub fn new(text: &'a str) -> Self {
        let lines = lines(text);
        let fates = vec![Fate::Keep; lines.len()];
        Self {
            text,
            fates,
            mail: 0..0,
            layout: Vec::new(),
            folds: vec![OnceCell::new(); lines.len()],
            lines,
        }
    }

    /// The same page with what markup says about the lines of `raw`, from which `source` was made.
    pub fn laid_out(mut self, layout: &[Layout], source: &MappedText, raw: &str) -> Self {
        if layout.is_empty() {
            return self;
        }
        let starts: Vec<u32> = raw_lines(raw);
        let of = |line: &Line| {
            let at = source.origin(line.body).start;
            let n = starts.partition_point(|&start| start <= at);
            layout.get(n.checked_sub(1)?).copied()
        };
        self.layout = self.lines.iter().map(of).collect();
        self
    }

    /// What markup says about line `at`.
    pub fn layout(&self, at: usize) -> Option<Layout> {
        self.layout.get(at).copied().flatten()
    }

    /// Whether markup describes the lines.
    pub fn has_layout(&self) -> bool {
        !self.layout.is_empty()
    }

    /// Why line `at` was removed; `None` if it was not.
    pub fn reason(&self, at: usize) -> Option<&'static str> {
        match self.fates.get(at) {
            Some(Fate::Remove(reason)) => Some(reason),
            _ => None,
        }
    }

    /// Whether line `at` is a row of a table: an adjacent line has the same number of vertical
    /// bars, at least two; with a single bar, three such lines are adjacent.
    pub fn is_row(&self, at: usize) -> bool {
        if !self.line(at).contains('|') {
            return false;
        }
        let strokes = |at: usize| self.line(at).split(' ').filter(|part| *part == "|").count();
        let own = strokes(at);
        let run = self.run(at);
        let alike = |other: &usize| strokes(*other) == own;
        let before = (run.start..at).rev().take_while(alike).take(2).count();
        let after = (at + 1..run.end).take_while(alike).take(2).count();
        match own {
            0 => false,
            1 => before + after >= 2,
            _ => before + after >= 1,
        }
    }

    /// The text of line `at`; empty after the last.
    pub fn line(&self, at: usize) -> &'a str {
        self.lines
            .get(at)
            .map_or("", |line| line.body.slice(self.text))
    }

    /// Line `at` as [`folded`]; empty after the last.
    pub fn fold(&self, at: usize) -> &str {
        self.folds
            .get(at)
            .map_or("", |fold| fold.get_or_init(|| folded(self.line(at))))
    }

    /// The number of words of line `at`; 0 after the last.
    pub fn words(&self, at: usize) -> usize {
        self.lines.get(at).map_or(0, |line| line.words)
    }

    /// Whether line `at` ends like a sentence.
    pub fn ends_sentence(&self, at: usize) -> bool {
        self.lines.get(at).is_some_and(|line| line.ends_sentence)
    }

    /// Whether line `at` is kept as running text.
    pub fn is_kept(&self, at: usize) -> bool {
        self.fates.get(at) == Some(&Fate::Keep)
    }

    /// Whether line `at` was removed.
    pub fn is_removed(&self, at: usize) -> bool {
        matches!(self.fates.get(at), Some(Fate::Remove(_)))
    }

    /// Removes line `at` unless its fate was decided before.
    pub fn remove(&mut self, at: usize, reason: &'static str) {
        self.decide(at, Fate::Remove(reason));
    }

    /// Decides the fate of line `at` unless it was decided before.
    pub fn decide(&mut self, at: usize, fate: Fate) {
        if let Some(open @ Fate::Keep) = self.fates.get_mut(at) {
            *open = fate;
        }
    }

    /// Whether line `at` is at least one sentence of running text.
    pub fn is_body(&self, at: usize) -> bool {
        self.is_kept(at) && self.words(at) >= 12 && self.ends_sentence(at)
    }

    /// The first line of running text; the number of lines if there is none.
    pub fn first_body(&self) -> usize {
        (0..self.lines.len())
            .find(|&at| self.is_body(at))
            .unwrap_or(self.lines.len())
    }

    /// The line after the last line of running text; 0 if there is none.
    pub fn tail(&self) -> usize {
        (0..self.lines.len())
            .rev()
            .find(|&at| self.is_body(at))
            .map_or(0, |at| at + 1)
    }

    /// The line of the headline.
    pub fn title(&self) -> Option<usize> {
        self.fates.iter().position(|&fate| fate == Fate::Title)
    }

    /// The lines of the run that contains line `at`; empty after the last line.
    pub fn run(&self, at: usize) -> std::ops::Range<usize> {
        let Some(line) = self.lines.get(at) else {
            return 0..0;
        };
        let start = self.lines.partition_point(|other| other.run < line.run);
        let end = self.lines.partition_point(|other| other.run <= line.run);
        start..end
    }
}

/// The offsets at which the lines of a raw text start, blank lines excluded.
fn raw_lines(raw: &str) -> Vec<u32> {
    let mut start = 0;
    let mut starts = Vec::new();
    for line in raw.split_inclusive('\n') {
        if !line.trim().is_empty() {
            starts.push(start);
        }
        start += line.len() as u32;
    }
    starts
}
