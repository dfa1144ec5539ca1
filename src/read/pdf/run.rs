//! Which glyphs does a page show, and where? A text interpreter, after ISO 32000-1, 9.4.
//!
//! Only operators that move or show text are interpreted: nothing is painted, no picture decoded.
//! Fonts and character codes are read by `hayro-font`. Steps and bytes are limited, so that a page
//! whose forms include each other many times still ends.

use std::sync::Arc;

use hayro_font::hayro_cmap::BfString;
use hayro_font::kurbo::{Affine, Point};
use hayro_font::{CMapResolverFn, Font, FontCache, FontData, FontGlyph, FontResolverFn};
use hayro_syntax::Filter;
use hayro_syntax::content::TypedIter;
use hayro_syntax::content::ops::TypedInstruction;
use hayro_syntax::object::dict::keys::{CONTENTS, MATRIX, RESOURCES, SUBTYPE};
use hayro_syntax::object::{Array, Dict, Name, Object, Stream};
use hayro_syntax::page::{Page, Resources};

use super::guard;
use super::state::State;

/// The most operators that are interpreted in a file.
const STEPS: usize = 5_000_000;
/// The most glyphs that are read from a file.
const GLYPHS: usize = 20_000_000;
/// The most bytes to which the content of a file may expand.
const CONTENT: usize = 512 << 20;
/// The most bytes of one stream, and of one whose filters do not allow counting.
const STREAM: usize = 64 << 20;
const UNCOUNTED: usize = 128 << 10;
/// The deepest nesting of forms.
const DEPTH: usize = 12;
/// A font without glyphs for fonts that a file does not embed: characters and widths need none.
const NO_GLYPHS: [u8; 12] = [0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
/// The least gap between two glyphs that separates words, in ems.
const BLANK: f64 = 0.15;
/// The least gap that ends a run, in ems.
const BREAK: f64 = 1.2;

/// Adjacent glyphs on one baseline. Lengths are in points; y grows downwards.
#[derive(Debug, Clone, PartialEq)]
pub struct Run {
    pub x: f64,
    /// The end of its last glyph.
    pub end: f64,
    /// Its baseline.
    pub y: f64,
    /// The size of its font.
    pub size: f64,
    pub text: String,
    /// Whether it runs from left to right along the page.
    pub upright: bool,
}

/// Reads the pages of one file.
pub struct Scribe<'a> {
    fonts: FontCache<'a>,
    font_resolver: FontResolverFn,
    cmap_resolver: CMapResolverFn,
    runs: Vec<Run>,
    steps: usize,
    glyphs: usize,
    bytes: usize,
    /// The number of glyphs without a known character.
    unknown: usize,
    /// The number of pictures that were skipped.
    pub pictures: usize,
}

impl<'a> Scribe<'a> {
    pub fn new() -> Self {
        Self {
            fonts: FontCache::new(),
            font_resolver: Arc::new(|_| {
                let font: FontData = Arc::new(NO_GLYPHS);
                Some((font, 0))
            }),
            cmap_resolver: Arc::new(|_| None),
            runs: Vec::new(),
            steps: 0,
            glyphs: 0,
            bytes: 0,
            unknown: 0,
            pictures: 0,
        }
    }

    /// The runs of a page, in the order in which they are shown.
    pub fn page(&mut self, page: &Page<'a>) -> Vec<Run> {
        let dict = page.raw();
        let mut content = Vec::new();
        if let Some(stream) = dict.get::<Stream<'_>>(CONTENTS) {
            content = self.content(&stream);
        } else if let Some(streams) = dict.get::<Array<'_>>(CONTENTS) {
            for stream in streams.iter::<Stream<'_>>() {
                content.extend(self.content(&stream));
                content.push(b' ');
            }
        }
        let mut state = State::new(Affine::new(page.initial_transform(true).as_coeffs()));
        self.follow(&content, page.resources(), &mut state, 0);
        std::mem::take(&mut self.runs)
    }

    /// Warnings about the file for the user.
    pub fn warnings(&self) -> Vec<String> {
        let mut warnings = Vec::new();
        if self.unknown * 100 > self.glyphs {
            warnings.push(format!(
                "its fonts do not say which characters {} of {} glyphs are",
                self.unknown, self.glyphs
            ));
        }
        if self.steps >= STEPS || self.glyphs >= GLYPHS || self.bytes >= CONTENT {
            warnings.push("it is too large; its last pages were not read".to_owned());
        }
        warnings
    }

    /// The bytes of a content stream; empty if it expands beyond the limits.
    fn content(&mut self, stream: &Stream<'_>) -> Vec<u8> {
        if self.bytes >= CONTENT {
            return Vec::new();
        }
        let raw = stream.raw_data();
        let filters = stream.filters();
        let fits = match filters.as_slice() {
            [] => true,
            [Filter::FlateDecode] => guard::expanded(&raw, STREAM).is_some(),
            [Filter::AsciiHexDecode | Filter::Ascii85Decode] => true,
            _ => raw.len() <= UNCOUNTED && filters.len() <= 2,
        };
        if !fits {
            // Finding that out took as long as reading it.
            self.bytes += STREAM;
            return Vec::new();
        }
        let content = stream
            .decoded_data()
            .map(|c| c.into_owned())
            .unwrap_or_default();
        self.bytes += content.len();
        content
    }

    /// Interprets operators, including those of forms up to a depth.
    fn follow(
        &mut self,
        content: &[u8],
        resources: &Resources<'a>,
        state: &mut State<'a>,
        depth: usize,
    ) {
        let mut saved: Vec<State<'a>> = Vec::new();
        let mut operators = TypedIter::new(content);
        while let Some(operator) = operators.next() {
            self.steps += 1;
            if self.steps >= STEPS || self.glyphs >= GLYPHS {
                return;
            }
            match operator {
                TypedInstruction::SaveState(_) if saved.len() < 256 => saved.push(state.clone()),
                TypedInstruction::RestoreState(_) => {
                    if let Some(before) = saved.pop() {
                        *state = before;
                    }
                }
                TypedInstruction::TextFont(set) => {
                    let dict = resources.get_font(set.0);
                    state.font = dict.and_then(|dict| self.font(&dict));
                    state.size = set.1.as_f64();
                }
                TypedInstruction::XObject(form) if depth < DEPTH => {
                    if let Some(stream) = resources.get_x_object(form.0) {
                        self.form(&stream, resources, state, depth);
                    }
                }
                TypedInstruction::InlineImage(_) => self.pictures += 1,
                operator => self.text(&operator, state),
            }
        }
    }

    /// Interprets an operator that moves or shows text.
    fn text(&mut self, operator: &TypedInstruction<'_, '_>, state: &mut State<'a>) {
        match operator {
            TypedInstruction::Transform(m) => {
                let m = [m.0, m.1, m.2, m.3, m.4, m.5].map(|n| n.as_f64());
                state.page *= Affine::new(m);
            }
            TypedInstruction::BeginText(_) => state.place(Affine::IDENTITY),
            TypedInstruction::SetTextMatrix(m) => {
                let m = [m.0, m.1, m.2, m.3, m.4, m.5].map(|n| n.as_f64());
                state.place(Affine::new(m));
            }
            TypedInstruction::NextLine(n) => state.next(n.0.as_f64(), n.1.as_f64()),
            TypedInstruction::NextLineAndSetLeading(n) => {
                state.leading = -n.1.as_f64();
                state.next(n.0.as_f64(), n.1.as_f64());
            }
            TypedInstruction::NextLineUsingLeading(_) => state.next(0.0, -state.leading),
            TypedInstruction::TextLeading(n) => state.leading = n.0.as_f64(),
            TypedInstruction::CharacterSpacing(n) => state.spacing = n.0.as_f64(),
            TypedInstruction::WordSpacing(n) => state.word_spacing = n.0.as_f64(),
            TypedInstruction::HorizontalScaling(n) => state.scale = n.0.as_f64() / 100.0,
            TypedInstruction::TextRise(n) => state.rise = n.0.as_f64(),
            TypedInstruction::ShowText(s) => self.show(s.0.as_bytes(), state),
            TypedInstruction::NextLineAndShowText(s) => {
                state.next(0.0, -state.leading);
                self.show(s.0.as_bytes(), state);
            }
            TypedInstruction::ShowTextWithParameters(s) => {
                state.word_spacing = s.0.as_f64();
                state.spacing = s.1.as_f64();
                state.next(0.0, -state.leading);
                self.show(s.2.as_bytes(), state);
            }
            TypedInstruction::ShowTexts(list) => {
                for object in list.0.iter::<Object<'_>>() {
                    match object {
                        Object::Number(n) => state.move_by(-n.as_f64() / 1000.0 * state.size),
                        Object::String(text) => self.show(text.as_bytes(), state),
                        _ => {}
                    }
                }
            }
            _ => {}
        }
    }

    /// Interprets the operators of a form, or counts a picture.
    fn form(
        &mut self,
        stream: &Stream<'a>,
        resources: &Resources<'a>,
        state: &State<'a>,
        depth: usize,
    ) {
        let dict = stream.dict();
        if dict
            .get::<Name<'_>>(SUBTYPE)
            .is_none_or(|kind| kind.as_str() != "Form")
        {
            self.pictures += 1;
            return;
        }
        let content = self.content(stream);
        let own = dict.get::<Dict<'a>>(RESOURCES).map(Resources::new);
        let mut state = state.clone();
        if let Some(matrix) = dict.get::<[f64; 6]>(MATRIX) {
            state.page *= Affine::new(matrix);
        }
        self.follow(
            &content,
            own.as_ref().unwrap_or(resources),
            &mut state,
            depth + 1,
        );
    }

    fn font(&self, dict: &Dict<'a>) -> Option<Font<'a>> {
        self.fonts
            .font(dict, &self.font_resolver, &self.cmap_resolver)
    }

    /// Shows the glyphs of a string.
    fn show(&mut self, bytes: &[u8], state: &mut State<'a>) {
        let Some(font) = state.font.clone() else {
            return;
        };
        let mut at = 0;
        while at < bytes.len() && self.glyphs < GLYPHS {
            let (code, length) = font.read_code(bytes, at);
            at += length.max(1);
            self.glyphs += 1;
            let advance = font.code_advance(code);
            let text = character(&font, code);
            self.unknown += usize::from(text.is_none());
            let width = advance.x / 1000.0 * state.size * state.scale;
            self.glyph(state, width, text);
            let word = if code == 32 && length == 1 {
                state.word_spacing
            } else {
                0.0
            };
            if font.is_horizontal() {
                state.move_by(advance.x / 1000.0 * state.size + state.spacing + word);
            } else {
                let down = advance.y / 1000.0 * state.size + state.spacing + word;
                state.text *= Affine::translate((0.0, down));
            }
        }
    }

    /// Adds a glyph to the open run, or opens a new one.
    fn glyph(&mut self, state: &State<'a>, width: f64, text: Option<BfString>) {
        let place = state.page * state.text;
        let start = place * Point::new(0.0, state.rise);
        let end = place * Point::new(width, state.rise);
        let up = place * Point::new(0.0, state.rise + state.size);
        let size = (up - start).hypot();
        let numbers = [start.x, start.y, end.x, end.y, size];
        if numbers.iter().any(|n| !n.is_finite() || n.abs() > 1e6) {
            return;
        }
        let mut buffer = [0; 4];
        let text = match &text {
            Some(BfString::Char(c)) => &*c.encode_utf8(&mut buffer),
            Some(BfString::String(text)) => text,
            None => "\u{fffd}",
        };
        let upright = (end.y - start.y).abs() <= 0.1 * (end.x - start.x).abs() && end.x >= start.x;
        if let Some(run) = self.runs.last_mut() {
            let gap = start.x - run.end;
            let level = (start.y - run.y).abs() <= 0.25 * size.min(run.size);
            let alike = (size - run.size).abs() <= 0.1 * size.max(run.size);
            let near = gap >= -0.5 * size && gap < BREAK * size.max(1.0);
            if upright && run.upright && level && alike && near {
                if gap > BLANK * size && !run.text.ends_with(' ') {
                    run.text.push(' ');
                }
                write(text, &mut run.text);
                run.end = run.end.max(end.x);
                return;
            }
        }
        let mut run = Run {
            x: start.x,
            end: end.x.max(start.x),
            y: start.y,
            size,
            text: String::new(),
            upright,
        };
        write(text, &mut run.text);
        self.runs.push(run);
    }
}

/// The text of a code; `None` if it is unknown.
fn character(font: &Font<'_>, code: u32) -> Option<BfString> {
    let glyph = font.glyph(font.map_code(code), code);
    let text = match glyph {
        FontGlyph::Outline(glyph) => glyph.as_unicode(),
        FontGlyph::Type3(glyph) => glyph.as_unicode(),
    };
    text.filter(|text| !matches!(text, BfString::Char('\0')))
}

/// Appends text: ligatures are decomposed; white space and controls become single spaces.
fn write(text: &str, run: &mut String) {
    for character in text.chars() {
        match character {
            '\u{fb00}' => run.push_str("ff"),
            '\u{fb01}' => run.push_str("fi"),
            '\u{fb02}' => run.push_str("fl"),
            '\u{fb03}' => run.push_str("ffi"),
            '\u{fb04}' => run.push_str("ffl"),
            c if c.is_whitespace() || c.is_control() => {
                if !run.ends_with(' ') {
                    run.push(' ');
                }
            }
            c => run.push(c),
        }
    }
}
