//! One HTML file from its parts: markup, style, glue, engine, reader, scripts and a corpus.
//!
//! Pure: parts in, page out. The markup holds a comment `<!-- name -->` at each marked place; every
//! inlined script and style is named by its SHA-256 in the Content-Security-Policy, so nothing else
//! can run, but a worker that the page puts together of its own parts. Engine, reader and corpus are
//! gzipped, then base64: data blocks that no parser reads as markup and that do not run by themselves.

use std::fmt;
use std::io::Write;

use base64::{Engine, engine::general_purpose::STANDARD};
use flate2::{Compression, write::GzEncoder};
use sha2::{Digest, Sha256};

/// What a page is made of.
#[derive(Debug, Clone, Copy)]
pub struct Parts<'a> {
    /// `index.html` with its marked places: `csp`, `style`, `glue`, `engine`,
    /// `reader`, `corpus`, `main`.
    pub markup: &'a str,
    /// The stylesheet.
    pub style: &'a str,
    /// The no-modules glue of wasm-bindgen.
    pub glue: &'a str,
    /// The engine, as compiled, or gzipped already.
    pub engine: &'a [u8],
    /// What reads files, for the page to start when it needs it.
    pub reader: Reader<'a>,
    /// The page's modules joined into one script.
    pub main: &'a str,
    /// A saved corpus: the articles that the page has from the beginning.
    pub corpus: &'a [u8],
}

/// The parts that read files beside the page.
#[derive(Debug, Clone, Copy)]
pub struct Reader<'a> {
    /// The script of the worker, to run behind the glues of engine and reader.
    pub worker: &'a str,
    /// The no-modules glue of the reader.
    pub glue: &'a str,
    /// The reader of all formats, as compiled, or gzipped already.
    pub module: &'a [u8],
}

/// Why parts do not make a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SiteError {
    /// The markup lacks a marked place, or holds it twice.
    Place(&'static str),
    /// A part holds text that would end its element early or hide what follows.
    Unsafe {
        /// Which part.
        part: &'static str,
        /// What it holds.
        text: &'static str,
    },
}

impl fmt::Display for SiteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Place(name) => write!(f, "the markup must hold <!-- {name} --> exactly once"),
            Self::Unsafe { part, text } => {
                write!(f, "the {part} holds “{text}”, which would break the page")
            }
        }
    }
}

impl std::error::Error for SiteError {}

/// The page of `parts`; the same parts give the same bytes.
///
/// # Errors
/// [`SiteError::Place`] and [`SiteError::Unsafe`].
pub fn page(parts: &Parts) -> Result<String, SiteError> {
    refuse(parts.style, "style", &["</style", "<!--"])?;
    refuse(parts.glue, "glue", &["</script", "<!--"])?;
    refuse(parts.main, "scripts", &["</script", "<!--"])?;
    let policy = policy(parts);
    let mut page = parts.markup.to_owned();
    for (name, content) in [
        ("csp", policy),
        ("style", format!("<style>{}</style>", parts.style)),
        (
            "glue",
            format!("<script id=\"glue\">{}</script>", parts.glue),
        ),
        ("engine", data_block("engine", parts.engine)),
        ("reader", reader(&parts.reader)),
        ("corpus", data_block("corpus", parts.corpus)),
        ("main", format!("<script>{}</script>", parts.main)),
    ] {
        let place = format!("<!-- {name} -->");
        if parts.markup.matches(&place).count() != 1 {
            return Err(SiteError::Place(name));
        }
        page = page.replacen(&place, &content, 1);
    }
    Ok(page)
}

fn refuse(text: &str, part: &'static str, forbidden: &[&'static str]) -> Result<(), SiteError> {
    let lower = text.to_ascii_lowercase();
    match forbidden.iter().find(|sequence| lower.contains(**sequence)) {
        Some(text) => Err(SiteError::Unsafe { part, text }),
        None => Ok(()),
    }
}

/// Nothing may load, run or be sent but the parts themselves, and one worker made of them.
fn policy(parts: &Parts) -> String {
    format!(
        "default-src 'none'; script-src '{}' '{}' 'wasm-unsafe-eval'; style-src '{}'; \
         worker-src blob:; connect-src 'none'; img-src data:; base-uri 'none'; form-action 'none'; \
         require-trusted-types-for 'script'; trusted-types reader",
        hash(parts.glue),
        hash(parts.main),
        hash(parts.style),
    )
}

fn hash(text: &str) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(text)))
}

fn reader(reader: &Reader) -> String {
    [
        data_block("worker", reader.worker.as_bytes()),
        data_block("reader-glue", reader.glue.as_bytes()),
        data_block("reader-module", reader.module),
    ]
    .concat()
}

fn data_block(id: &str, bytes: &[u8]) -> String {
    format!(
        "<script type=\"application/octet-stream\" id=\"{id}\">{}</script>",
        packed(bytes)
    )
}

/// Gzipped, unless it is, then base64.
fn packed(bytes: &[u8]) -> String {
    if bytes.starts_with(&[0x1f, 0x8b]) {
        return STANDARD.encode(bytes);
    }
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    // Writing to memory cannot fail.
    let written = encoder.write_all(bytes).and_then(|()| encoder.finish());
    STANDARD.encode(written.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    const MARKUP: &str = "<meta content=\"<!-- csp -->\"><!-- style --><!-- glue --><!-- engine --><!-- reader --><!-- corpus --><!-- main -->";

    fn parts() -> Parts<'static> {
        Parts {
            markup: MARKUP,
            style: "a{}",
            glue: "let g",
            engine: b"wasm",
            reader: Reader {
                worker: "onmessage",
                glue: "let r",
                module: b"more wasm",
            },
            main: "go()",
            corpus: b"pack",
        }
    }

    #[test]
    fn parts_stand_in_their_places() {
        let page = page(&parts()).unwrap();
        assert!(page.contains("<style>a{}</style><script id=\"glue\">let g</script>"));
        assert!(page.contains(&hash("go()")) && page.ends_with("<script>go()</script>"));
        assert!(!page.contains("<!--") && page.contains("id=\"corpus\">H4sI"));
    }

    #[test]
    fn a_reader_is_carried_and_does_not_run() {
        let page = page(&parts()).unwrap();
        for id in ["worker", "reader-glue", "reader-module"] {
            let block = format!("<script type=\"application/octet-stream\" id=\"{id}\">H4sI");
            assert!(page.contains(&block), "{id}");
        }
        assert!(!page.contains("onmessage") && !page.contains("let r"));
    }

    #[test]
    fn what_is_packed_stays_so() {
        let page = page(&Parts {
            engine: b"\x1f\x8b\x08",
            ..parts()
        });
        assert!(page.unwrap().contains("id=\"engine\">H4sI</script>"));
    }

    #[test]
    fn what_would_break_the_page_is_refused() {
        let broken = Parts {
            main: "'</SCRIPT>'",
            ..parts()
        };
        assert_eq!(
            page(&broken),
            Err(SiteError::Unsafe {
                part: "scripts",
                text: "</script"
            })
        );
        let lacking = Parts {
            markup: "<!-- csp -->",
            ..parts()
        };
        assert_eq!(page(&lacking), Err(SiteError::Place("style")));
    }
}
