//! `build [PATH] -o page.html`: the page for a folder or file of articles, or for the default ones.

use std::path::PathBuf;

use clap::Args;

use crate::cli::argument::PathArgs;
use crate::cli::outcome::{Failure, Outcome};

/// What is asked of a page.
#[derive(Debug, Args)]
#[command(after_help = "Example: corpus-explorer build articles/ -o page.html")]
pub struct BuildArgs {
    #[command(flatten)]
    articles: PathArgs,
    /// File to write the page to
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
}

/// Writes the page; nothing is compiled, because the binary contains all parts.
#[cfg(any(bundle, feature = "release"))]
pub fn run(args: &BuildArgs) -> Result<Outcome, Failure> {
    use corpus_explorer::page::{self, Parts, ReaderParts};
    use corpus_explorer::text::Unit;

    use crate::cli::corpus::analyzed;
    use crate::cli::output;

    let (view, outcome) = analyzed(&args.articles, Unit::Utf16)?;
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
    let (path, size) = (args.output.display(), html.len() / 1000);
    output::report(format_args!(
        "wrote {path} ({size} kB); open it in a browser"
    ));
    Ok(outcome)
}

/// States what is missing.
#[cfg(not(any(bundle, feature = "release")))]
pub fn run(args: &BuildArgs) -> Result<Outcome, Failure> {
    let path = args.output.display();
    let message = "this program was built without the page; `make release` builds one with it";
    Err(format!("{path}: {message}").into())
}

/// The built parts, which the binary contains.
#[cfg(any(bundle, feature = "release"))]
mod part {
    macro_rules! path {
        ($name:literal) => {
            concat!(env!("CARGO_MANIFEST_DIR"), "/target/parts/", $name)
        };
    }
    /// A module: for a release as the build script packed it, else as compiled, to be packed with
    /// the page.
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
