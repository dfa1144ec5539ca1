//! What do operators set for the text after them? The text state: position, font, spacing.

use hayro_font::Font;
use hayro_font::kurbo::Affine;

/// The text state, after ISO 32000-1, 9.3.
#[derive(Clone)]
pub struct State<'a> {
    /// The transformation from user space to the page.
    pub page: Affine,
    /// The transformation from text space to user space, now and at the start of the line.
    pub text: Affine,
    pub line: Affine,
    pub font: Option<Font<'a>>,
    pub size: f64,
    /// Additions to the width of each glyph, and of each space.
    pub spacing: f64,
    pub word_spacing: f64,
    /// Horizontal scaling; 1 for none.
    pub scale: f64,
    pub leading: f64,
    pub rise: f64,
}

impl State<'_> {
    /// The state at the start of a page.
    pub fn new(page: Affine) -> Self {
        Self {
            page,
            text: Affine::IDENTITY,
            line: Affine::IDENTITY,
            font: None,
            size: 1.0,
            spacing: 0.0,
            word_spacing: 0.0,
            scale: 1.0,
            leading: 0.0,
            rise: 0.0,
        }
    }

    /// Sets the text matrix and the line matrix.
    pub fn place(&mut self, matrix: Affine) {
        self.text = matrix;
        self.line = matrix;
    }

    /// Moves to the start of another line, by an offset from the current one.
    pub fn next(&mut self, x: f64, y: f64) {
        self.place(self.line * Affine::translate((x, y)));
    }

    /// Moves along the line.
    pub fn move_by(&mut self, width: f64) {
        self.text *= Affine::translate((width * self.scale, 0.0));
    }
}
