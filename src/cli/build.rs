//! `build [PATH] -o page.html`: the page, for a folder or file of articles or for the default ones.

use super::{BuildArgs, Failure, Outcome};

/// Writes the page; nothing is compiled, the binary carries all parts.
#[cfg(any(bundle, feature = "release"))]
pub fn run(args: &BuildArgs) -> Result<Outcome, Failure> {
    use corpus_explorer::page::{self, Parts, ReaderParts};
    use corpus_explorer::text::Unit;

    let path = args.path.as_deref();
    let (view, outcome) = super::open::analyzed(path, &args.read, &args.decisions, Unit::Utf16)?;
    let parts = Parts {
        markup: part::MARKUP,
        style: part::STYLE,
        glue: part::GLUE,
        engine: part::ENGINE,
        reader: ReaderParts {
            worker: part::WORKER,
            glue: part::READER_GLUE,
            module: part::READER,
        },
        main: part::MAIN,
        corpus: &view.corpus().save()?,
    };
    let html = page::build(&parts)?;
    std::fs::write(&args.output, &html).map_err(|e| format!("{}: {e}", args.output.display()))?;
    eprintln!(
        "{}: {} kB; open it by a double click",
        args.output.display(),
        html.len() / 1000
    );
    Ok(outcome)
}

/// Says what is missing.
#[cfg(not(any(bundle, feature = "release")))]
pub fn run(args: &BuildArgs) -> Result<Outcome, Failure> {
    let wanted = args.path.as_deref().unwrap_or(&args.output);
    Err(format!(
        "{}: this program carries no page; `make release` builds one that does",
        wanted.display()
    )
    .into())
}

/// The built parts, carried by the binary.
#[cfg(any(bundle, feature = "release"))]
mod part {
    macro_rules! path {
        ($name:literal) => {
            concat!(env!("CARGO_MANIFEST_DIR"), "/target/parts/", $name)
        };
    }
    /// A module: for a release as the build script packed it, else as compiled, to be packed with the page.
    #[cfg(feature = "release")]
    macro_rules! module {
        ($name:literal) => {
            include_bytes!(concat!(env!("OUT_DIR"), "/", $name, ".gz"))
        };
    }
    #[cfg(not(feature = "release"))]
    macro_rules! module {
        ($name:literal) => {
            include_bytes!(path!($name))
        };
    }
    pub const MARKUP: &str = include_str!(path!("index.html"));
    pub const STYLE: &str = include_str!(path!("style.css"));
    pub const GLUE: &str = include_str!(path!("glue.js"));
    pub const MAIN: &str = include_str!(path!("main.js"));
    pub const WORKER: &str = include_str!(path!("worker.js"));
    pub const READER_GLUE: &str = include_str!(path!("reader.js"));
    pub const READER: &[u8] = module!("reader.wasm");
    pub const ENGINE: &[u8] = module!("page.wasm");
}
