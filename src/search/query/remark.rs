//! What should the reader know about how a query was read? A message with a stable code.

/// Something the reader should know about how a query was understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// A stable code in kebab case ("corrected", "unclosed-phrase").
    pub code: &'static str,
    /// The remark in plain words.
    pub text: String,
    /// What was typed, where a part of the query was changed.
    pub from: Option<String>,
    /// What was searched instead.
    pub to: Option<String>,
}

/// The most characters of a remark: it may repeat what was typed, but not a pasted page of it.
const REMARK_LENGTH: usize = 200;

impl Remark {
    /// A remark on a query that changed nothing of it; a long one is cut with "…".
    pub fn new(code: &'static str, text: &str) -> Self {
        let cut = text
            .char_indices()
            .nth(REMARK_LENGTH)
            .map(|(at, _)| &text[..at]);
        Self {
            code,
            text: cut.map_or_else(|| text.to_owned(), |cut| format!("{cut}…")),
            from: None,
            to: None,
        }
    }

    /// The same remark with what was typed and what was searched instead.
    pub fn changed(mut self, from: &str, to: &str) -> Self {
        self.from = Some(from.to_owned());
        self.to = Some(to.to_owned());
        self
    }
}
