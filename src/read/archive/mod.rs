//! Which files does an archive contain? Readers of ZIP archives and of documents packed as such.

mod package;
mod unpack;

pub use package::Package;
pub use unpack::read;
