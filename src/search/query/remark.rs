//! What should a person know about how a query was read? A message type with a stable code.

/// A note on how a query was understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// A stable code in kebab case ("corrected", "unclosed-phrase").
    pub code: &'static str,
    /// The message in plain English.
    pub text: String,
    /// What was typed, if a part of the query was changed.
    pub from: Option<String>,
    /// What was searched instead.
    pub to: Option<String>,
}

/// The maximum length in characters: a remark may repeat what was typed, but not a pasted page.
const REMARK_LENGTH: usize = 200;

impl Remark {
    /// A remark that reports no change; cut with "…" after the maximum length.
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

    /// Adds what was typed and what was searched instead.
    pub fn changed(mut self, from: &str, to: &str) -> Self {
        self.from = Some(from.to_owned());
        self.to = Some(to.to_owned());
        self
    }
}
