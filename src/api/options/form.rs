//! In which form are files for other programs written?

/// How a graph is written for other programs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub enum GraphForm {
    /// One pair per row.
    Csv,
    /// The answer of `graph`.
    Json,
    /// For Gephi, yEd, NetworkX and others.
    Graphml,
}

/// How mentions are written for other programs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub enum MentionForm {
    /// One token per line, BIO tags.
    Conll,
    /// W3C Web Annotations.
    JsonLd,
}

/// How quotations are written for other programs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub enum QuoteForm {
    /// One quotation per row.
    Csv,
    /// The answer of `quotes`.
    Json,
    /// TEI P5: the paragraphs with quotations.
    Tei,
    /// W3C Web Annotations.
    JsonLd,
}
