//! Bodies gathered into zones, like links gathered into collective links.
//!
//! Pure answers about one structure: derived, in a fixed order, without geometry.

mod collective;
mod hierarchy;
mod part;
#[cfg(test)]
mod tests;
mod words;
mod zone;

pub use collective::{Collective, Gathered, Party, collect};
pub use part::Part;
pub use zone::{Zone, zones};
