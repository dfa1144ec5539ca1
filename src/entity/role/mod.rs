//! What is a person, according to the text? Patterns for roles beside names, and the country of a
//! role.

mod country;
mod stated;

pub use country::country_of_role;
pub use stated::roles;
