//! Packs the modules of the page that the binary carries (feature `release`): once, as small as gzip can be.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    #[cfg(feature = "release")]
    bundle::pack()
        .expect("`make` builds the parts of the page before the binary that carries them");
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
