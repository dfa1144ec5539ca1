//! Which files does an archive hold? ZIP archives, of articles or of the parts of one document.

mod package;
mod unpack;

pub use package::Package;
pub use unpack::read;
