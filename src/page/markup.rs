//! Where in the markup is each part? A substitution: each part replaces the comment `<!-- name -->`
//! of its place.

use super::block::{data_block, reader_blocks};
use super::error::PageError;
use super::part::Parts;
use super::policy::policy;

/// The page made of `parts`; the same parts give the same bytes.
///
/// # Errors
/// [`PageError::Place`] and [`PageError::Unsafe`].
pub fn build(parts: &Parts) -> Result<String, PageError> {
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
        ("reader", reader_blocks(&parts.reader)),
        ("corpus", data_block("corpus", parts.corpus)),
        ("main", format!("<script>{}</script>", parts.main)),
    ] {
        let place = format!("<!-- {name} -->");
        if parts.markup.matches(&place).count() != 1 {
            return Err(PageError::Place(name));
        }
        page = page.replacen(&place, &content, 1);
    }
    Ok(page)
}

fn refuse(text: &str, part: &'static str, forbidden: &[&'static str]) -> Result<(), PageError> {
    let lower = text.to_ascii_lowercase();
    match forbidden.iter().find(|sequence| lower.contains(**sequence)) {
        Some(text) => Err(PageError::Unsafe { part, text }),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::part::ReaderParts;
    use crate::page::policy::hash;

    const MARKUP: &str = "<meta content=\"<!-- csp -->\"><!-- style --><!-- glue --><!-- engine --><!-- reader --><!-- corpus --><!-- main -->";

    fn parts() -> Parts<'static> {
        Parts {
            markup: MARKUP,
            style: "a{}",
            glue: "let g",
            engine: b"wasm",
            reader: ReaderParts {
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
        let page = build(&parts()).unwrap();
        assert!(page.contains("<style>a{}</style><script id=\"glue\">let g</script>"));
        assert!(page.contains(&hash("go()")) && page.ends_with("<script>go()</script>"));
        assert!(!page.contains("<!--") && page.contains("id=\"corpus\">H4sI"));
    }

    #[test]
    fn a_reader_is_carried_and_does_not_run() {
        let page = build(&parts()).unwrap();
        for id in ["worker", "reader-glue", "reader-module"] {
            let block = format!("<script type=\"application/octet-stream\" id=\"{id}\">H4sI");
            assert!(page.contains(&block), "{id}");
        }
        assert!(!page.contains("onmessage") && !page.contains("let r"));
    }

    #[test]
    fn what_is_packed_stays_so() {
        let page = build(&Parts {
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
            build(&broken),
            Err(PageError::Unsafe {
                part: "scripts",
                text: "</script"
            })
        );
        let lacking = Parts {
            markup: "<!-- csp -->",
            ..parts()
        };
        assert_eq!(build(&lacking), Err(PageError::Place("style")));
    }
}
