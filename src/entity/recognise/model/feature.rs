//! Which features of a word does the recogniser use? A set of templates: its form, neighbours and
//! classes, and the verdict of the rules.
//!
//! Each template is numbered by its order in this file, and the weights of the model depend on the
//! number. After [Ratinov and Roth 2009], with word classes as in [Guo et al. 2014].
//!
//! [Ratinov and Roth 2009]: https://aclanthology.org/W09-1119/
//! [Guo et al. 2014]: https://aclanthology.org/D14-1012/

use super::input::PieceContext;
use crate::language::{Piece, mix};

/// Separates the features of this model from those of others.
const SEED: u64 = 0x51;

/// Emits features with the numbers of their templates.
struct Templates<'a> {
    number: u64,
    emit: &'a mut dyn FnMut(u64),
}

impl Templates<'_> {
    fn one(&mut self, a: u64) {
        self.number += 1;
        (self.emit)(mix(mix(SEED, self.number), a));
    }

    fn two(&mut self, a: u64, b: u64) {
        self.one(mix(a, b));
    }

    fn three(&mut self, a: u64, b: u64, c: u64) {
        self.one(mix(mix(a, b), c));
    }
}

/// A window of words around one.
struct Window<'a> {
    /// The word.
    w: &'a Piece,
    /// The word before, and the one before that.
    b: &'a Piece,
    bb: &'a Piece,
    /// The word after, and the one after that.
    a: &'a Piece,
    aa: &'a Piece,
    /// The context of the word, of the one before and of the one after.
    known: PieceContext,
    before: PieceContext,
    after: PieceContext,
    /// Whether the sentence starts here.
    first: bool,
}

/// Emits the features of the word `pieces[at]`.
pub fn features(pieces: &[Piece], known: &[PieceContext], at: usize, emit: &mut dyn FnMut(u64)) {
    let none = Piece::default();
    let piece = |offset: isize| pieces.get(at.wrapping_add_signed(offset)).unwrap_or(&none);
    let about = |offset: isize| {
        known
            .get(at.wrapping_add_signed(offset))
            .copied()
            .unwrap_or_default()
    };
    let window = Window {
        w: piece(0),
        b: piece(-1),
        bb: piece(-2),
        a: piece(1),
        aa: piece(2),
        known: about(0),
        before: about(-1),
        after: about(1),
        first: at == 0,
    };
    let mut templates = Templates { number: 0, emit };
    templates.one(0);
    forms(&window, &mut templates);
    shapes(&window, &mut templates);
    topics(&window, &mut templates);
    kinds(&window, &mut templates);
    rules(&window, &mut templates);
}

/// The words themselves.
fn forms(
    &Window {
        w, b, bb, a, aa, ..
    }: &Window,
    t: &mut Templates,
) {
    for piece in [w, b, a, bb, aa] {
        t.one(piece.lower);
    }
    t.one(w.form);
    t.two(b.lower, w.lower);
    t.two(w.lower, a.lower);
    t.two(bb.lower, b.lower);
    t.two(a.lower, aa.lower);
}

/// Capitals, digits and marks; first and last letters.
fn shapes(window: &Window, t: &mut Templates) {
    let &Window {
        w,
        b,
        bb,
        a,
        aa,
        known,
        first,
        ..
    } = window;
    t.two(w.shape, u64::from(known.headline));
    t.one(b.shape);
    t.one(a.shape);
    t.two(b.shape, w.shape);
    t.two(w.shape, a.shape);
    t.three(b.shape, w.shape, a.shape);
    t.two(w.shape, u64::from(first));
    t.two(b.lower, w.shape);
    t.two(a.lower, w.shape);
    t.three(bb.shape, b.shape, w.shape);
    t.three(w.shape, a.shape, aa.shape);
    for part in w.prefixes.into_iter().chain(w.suffixes) {
        t.one(part);
    }
    t.one(b.suffixes[2]);
    t.one(a.suffixes[2]);
    t.two(w.suffixes[2], w.shape);
    t.two(w.suffixes[2], a.suffixes[2]);
}

/// Which of the words have capitals, as one number.
fn capitals(pieces: &[&Piece]) -> u64 {
    pieces
        .iter()
        .fold(1, |bits, piece| bits << 1 | u64::from(piece.capital))
}

/// Classes by usage and topic.
fn topics(
    &Window {
        w, b, bb, a, aa, ..
    }: &Window,
    t: &mut Templates,
) {
    let fine = |p: &Piece| u64::from(p.cluster.fine);
    let middle = |p: &Piece| u64::from(p.cluster.middle);
    let coarse = |p: &Piece| u64::from(p.cluster.coarse);
    let capital = capitals(&[w]);
    t.two(fine(w), capital);
    for piece in [b, a, bb, aa] {
        t.one(fine(piece));
    }
    t.two(middle(w), w.shape);
    t.two(middle(b), capitals(&[b]));
    t.two(middle(a), capitals(&[a]));
    t.two(coarse(w), w.shape);
    t.two(coarse(b), b.shape);
    t.two(coarse(a), a.shape);
    t.three(middle(b), middle(w), capital);
    t.three(middle(w), middle(a), capital);
    t.three(mix(coarse(b), coarse(w)), coarse(a), capital);
    t.three(middle(bb), middle(b), capital);
    t.three(middle(a), middle(aa), capital);
    t.three(b.lower, coarse(w), capital);
    t.three(a.lower, coarse(w), capital);
    t.three(fine(w), fine(a), capitals(&[w, a]));
    t.three(fine(b), fine(w), capitals(&[b, w]));
}

/// Classes by the kinds of names in or beside which words occur.
fn kinds(
    &Window {
        w,
        b,
        bb,
        a,
        aa,
        known,
        ..
    }: &Window,
    t: &mut Templates,
) {
    let kind = |p: &Piece| u64::from(p.cluster.kind);
    let group = |p: &Piece| u64::from(p.cluster.group);
    let capital = capitals(&[w]);
    for piece in [w, b, a] {
        t.two(kind(piece), capitals(&[piece]));
    }
    t.two(group(w), w.shape);
    t.three(group(b), group(w), capitals(&[b, w]));
    t.three(group(w), group(a), capitals(&[w, a]));
    t.three(mix(group(b), group(w)), group(a), capitals(&[b, w, a]));
    t.three(b.lower, group(w), capital);
    t.three(a.lower, group(w), capital);
    t.three(mix(group(bb), group(b)), group(w), capitals(&[bb, b, w]));
    t.three(mix(group(w), group(a)), group(aa), capitals(&[w, a, aa]));
    t.three(u64::from(known.opens), w.shape, u64::from(w.cluster.coarse));
}

/// The verdict of the rules, and how the document writes the word elsewhere.
fn rules(window: &Window, t: &mut Templates) {
    let &Window {
        w,
        b,
        a,
        known,
        before,
        after,
        ..
    } = window;
    let rule = u64::from(known.rule);
    let (rule_before, rule_after) = (u64::from(before.rule), u64::from(after.rule));
    t.two(rule, capitals(&[w]));
    t.one(rule_before);
    t.one(rule_after);
    t.two(rule, rule_after);
    t.two(rule_before, rule);
    t.two(rule, w.shape);
    t.two(rule, b.lower);
    t.two(rule, a.lower);
    t.two(rule, w.lower);
    t.two(rule, u64::from(w.cluster.group));
    t.two(rule, u64::from(w.cluster.kind));
    t.three(rule, u64::from(b.cluster.group), u64::from(a.cluster.group));
    t.two(rule, w.suffixes[2]);
    let habit = u64::from(known.habit);
    t.one(habit);
    t.two(habit, w.shape);
    t.two(u64::from(after.habit), habit);
    t.two(u64::from(before.habit), habit);
}
