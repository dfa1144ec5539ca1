//! What does the text say that somebody is? Roles beside names, and the country that a role states.

mod country;
mod stated;

pub use country::country_of_role;
pub use stated::roles;
