//! Fingerprints the analyses, and packs the modules of the page that the binary carries (feature
//! `release`): once, as small as gzip can be.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    analyses::fingerprint().expect("the sources can be read");
    #[cfg(feature = "release")]
    bundle::pack()
        .expect("`make` builds the parts of the page before the binary that carries them");
}

/// Which sources derive what a saved corpus carries?
mod analyses {
    use std::path::{Path, PathBuf};
    use std::{env, fs, io};

    use crc::{CRC_32_ISO_HDLC, Crc};

    /// The sources of everything that a corpus derives from records, and the versions of all crates.
    const SOURCES: [&str; 9] = [
        "Cargo.lock",
        "src/corpus",
        "src/document",
        "src/entity",
        "src/language",
        "src/quote",
        "src/search",
        "src/text",
        "src/time",
    ];

    /// Passes the CRC-32 of the sources to the compiler, as `CORPUS_EXPLORER_ANALYSES`.
    pub fn fingerprint() -> io::Result<()> {
        let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
        let mut files = Vec::new();
        for source in SOURCES {
            println!("cargo::rerun-if-changed={source}");
            collect(&root.join(source), &mut files)?;
        }
        files.sort();
        let crc = Crc::<u32>::new(&CRC_32_ISO_HDLC);
        let mut digest = crc.digest();
        for file in files {
            digest.update(&fs::read(file)?);
        }
        let sum = digest.finalize();
        println!("cargo::rustc-env=CORPUS_EXPLORER_ANALYSES={sum:08x}");
        Ok(())
    }

    fn collect(path: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
        if path.is_file() {
            files.push(path.to_owned());
            return Ok(());
        }
        for entry in fs::read_dir(path)? {
            collect(&entry?.path(), files)?;
        }
        Ok(())
    }
}

#[cfg(feature = "release")]
mod bundle {
    use std::num::NonZeroU64;
    use std::path::PathBuf;
    use std::{env, fs, io};

    use zopfli::{Format, Options, compress};

    /// More rounds take longer for a thousandth.
    const ROUNDS: u64 = 5;

    /// Writes each module into the folder of what is built, as `reader.wasm.gz`.
    pub fn pack() -> io::Result<()> {
        let folder = |name| env::var_os(name).map(PathBuf::from).unwrap_or_default();
        let parts = folder("CARGO_MANIFEST_DIR").join("target/parts");
        let options = || Options {
            iteration_count: NonZeroU64::new(ROUNDS).unwrap_or(NonZeroU64::MIN),
            ..Options::default()
        };
        for name in ["page.wasm", "reader.wasm"] {
            let part = parts.join(name);
            println!("cargo::rerun-if-changed={}", part.display());
            let mut packed = Vec::new();
            compress(options(), Format::Gzip, fs::File::open(part)?, &mut packed)?;
            fs::write(folder("OUT_DIR").join(format!("{name}.gz")), packed)?;
        }
        Ok(())
    }
}
