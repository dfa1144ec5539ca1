//! How are weights found? A linear-chain conditional random field, trained on sentences whose labels
//! may be known in part.
//!
//! Maximum likelihood ([Lafferty et al. 2001]) by AdaGrad with an L1 penalty ([Duchi et al. 2011],
//! composite mirror descent): what is not needed becomes and stays zero, so that a model is small
//! without being cut afterwards. A word whose label is known in part counts by all labels that it may
//! have. The weights of the last passes are averaged. One thread, one seed: the same data give the
//! same weights.
//!
//! A penalty also pulls at the weights that stay. [`worthy`] says which are worth their place; [`train`]
//! finds them once more without the others, with little penalty (the relaxed lasso, [Meinshausen 2007]).
//!
//! [Lafferty et al. 2001]: https://repository.upenn.edu/cis_papers/159/
//! [Duchi et al. 2011]: https://jmlr.org/papers/v12/duchi11a.html
//! [Meinshausen 2007]: https://doi.org/10.1016/j.csda.2006.12.019

mod descent;
mod grammar;
mod lattice;
mod sentence;
mod weights;

pub(super) use descent::train;
pub(super) use grammar::Grammar;
pub(super) use sentence::Sentence;
pub use weights::Options;
pub(super) use weights::{Weights, worthy};
