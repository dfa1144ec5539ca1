//! What does a page consist of? Plain values: the parts as they were built or saved.

/// The parts of a page.
#[derive(Debug, Clone, Copy)]
pub struct Parts<'a> {
    /// `index.html` with its places: `csp`, `style`, `glue`, `engine`, `reader`, `corpus`, `main`.
    pub markup: &'a str,
    /// The stylesheet.
    pub style: &'a str,
    /// The no-modules glue of wasm-bindgen.
    pub glue: &'a str,
    /// The engine, as compiled or already gzipped.
    pub engine: &'a [u8],
    /// The reader of files, which the page starts on demand.
    pub reader: ReaderParts<'a>,
    /// The modules of the page, bundled into one script.
    pub main: &'a str,
    /// A saved corpus with the articles of the page.
    pub corpus: &'a [u8],
}

/// The parts of the reader of files, which runs in a worker.
#[derive(Debug, Clone, Copy)]
pub struct ReaderParts<'a> {
    /// The script of the worker, which runs after the glue of the engine and of the reader.
    pub worker: &'a str,
    /// The no-modules glue of the reader.
    pub glue: &'a str,
    /// The reader of all formats, as compiled or already gzipped.
    pub module: &'a [u8],
}
