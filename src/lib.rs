#![doc = include_str!("architecture.md")]
#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing,
        reason = "a test fails by panicking"
    )
)]

pub mod editor;
pub mod geom;
pub mod model;
pub mod scene;
pub mod text;
