//! The received page as every reader of it sees it: its text, its lines, and what became of each.

use std::cell::OnceCell;

use super::line::{Line, lines};
use crate::clean::source_map::MappedText;
use crate::document::Layout;
use crate::line::folded;

/// What becomes of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It belongs to the running text.
    Keep,
    /// It is the headline.
    Title,
    /// It says something about the article.
    Meta,
    /// It names the author.
    Byline,
    /// It says where and when the article was written.
    Dateline,
    /// It describes a picture.
    Caption,
    /// It is not the article; the reason is in kebab case.
    Remove(&'static str),
}

/// A page and the fates of its lines.
pub struct Page<'a> {
    /// Canonical, repaired text.
    pub text: &'a str,
    /// Its lines that are not blank.
    pub lines: Vec<Line>,
    /// One for each line.
    pub fates: Vec<Fate>,
    /// The lines of mail over a letter: who sent it to whom, when, and what about.
    pub mail: std::ops::Range<usize>,
    /// What markup says of each line; empty where there is none.
    layout: Vec<Option<Layout>>,
    /// Each line as phrases are compared, once it was asked for.
    folds: Vec<OnceCell<String>>,
}

impl<'a> Page<'a> {
    /// A page of which everything is kept.
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

    /// The same page with what markup says of the lines of `raw`, of which `source` was made.
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

    /// What markup says of line `at`.
    pub fn layout(&self, at: usize) -> Option<Layout> {
        self.layout.get(at).copied().flatten()
    }

    /// Whether markup says what its lines are.
    pub fn has_layout(&self) -> bool {
        !self.layout.is_empty()
    }

    /// Why line `at` was taken out.
    pub fn reason(&self, at: usize) -> Option<&'static str> {
        match self.fates.get(at) {
            Some(Fate::Remove(reason)) => Some(reason),
            _ => None,
        }
    }

    /// Whether line `at` is a row of a table: it and a line beside it are parted by as many strokes, two or more;
    /// by a single one, where three such lines stand together.
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

    /// What line `at` says; empty beyond the last.
    pub fn line(&self, at: usize) -> &'a str {
        self.lines
            .get(at)
            .map_or("", |line| line.body.slice(self.text))
    }

    /// Line `at` as phrases are compared; empty beyond the last.
    pub fn fold(&self, at: usize) -> &str {
        self.folds
            .get(at)
            .map_or("", |fold| fold.get_or_init(|| folded(self.line(at))))
    }

    /// How many words line `at` has.
    pub fn words(&self, at: usize) -> usize {
        self.lines.get(at).map_or(0, |line| line.words)
    }

    /// Whether line `at` ends as a sentence does.
    pub fn ends_sentence(&self, at: usize) -> bool {
        self.lines.get(at).is_some_and(|line| line.ends_sentence)
    }

    /// Whether line `at` is kept as running text.
    pub fn is_kept(&self, at: usize) -> bool {
        self.fates.get(at) == Some(&Fate::Keep)
    }

    /// Whether line `at` was taken out.
    pub fn is_removed(&self, at: usize) -> bool {
        matches!(self.fates.get(at), Some(Fate::Remove(_)))
    }

    /// Takes line `at` out unless something was decided about it before.
    pub fn remove(&mut self, at: usize, reason: &'static str) {
        self.decide(at, Fate::Remove(reason));
    }

    /// Decides about line `at` unless something was decided before.
    pub fn decide(&mut self, at: usize, fate: Fate) {
        if let Some(open @ Fate::Keep) = self.fates.get_mut(at) {
            *open = fate;
        }
    }

    /// Whether line `at` is a sentence or more of running text.
    pub fn is_body(&self, at: usize) -> bool {
        self.is_kept(at) && self.words(at) >= 12 && self.ends_sentence(at)
    }

    /// The first line of running text; the number of lines when there is none.
    pub fn first_body(&self) -> usize {
        (0..self.lines.len())
            .find(|&at| self.is_body(at))
            .unwrap_or(self.lines.len())
    }

    /// The line after the last one of running text; 0 when there is none.
    pub fn tail(&self) -> usize {
        (0..self.lines.len())
            .rev()
            .find(|&at| self.is_body(at))
            .map_or(0, |at| at + 1)
    }

    /// The headline's line.
    pub fn title(&self) -> Option<usize> {
        self.fates.iter().position(|&fate| fate == Fate::Title)
    }

    /// The lines of the run that line `at` belongs to.
    pub fn run(&self, at: usize) -> std::ops::Range<usize> {
        let Some(line) = self.lines.get(at) else {
            return 0..0;
        };
        let start = self.lines.partition_point(|other| other.run < line.run);
        let end = self.lines.partition_point(|other| other.run <= line.run);
        start..end
    }
}

/// Where the lines of a raw text start that are not blank.
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
