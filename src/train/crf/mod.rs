//! How are weights trained? A linear-chain conditional random field, on sentences whose labels may
//! be partly known.
//!
//! Maximum likelihood ([Lafferty et al. 2001]) by AdaGrad with an L1 penalty ([Duchi et al. 2011],
//! composite mirror descent): weights that are not needed become and stay zero, so that the model
//! is small without pruning. A word whose label is partly known counts with all labels it may have.
//! The weights of the last passes are averaged. With one thread and one seed, the same data give
//! the same weights.
//!
//! A penalty also shrinks the weights that remain. [`worthy`] selects the useful weights; [`train`]
//! then trains only those again, with a small penalty (the relaxed lasso, [Meinshausen 2007]).
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
