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

pub mod check;
pub mod cli;
pub mod compare;
pub mod describe;
pub mod editor;
pub mod export;
pub mod gather;
pub mod geom;
pub mod graph;
pub mod layout;
pub mod measure;
pub mod model;
pub mod publish;
pub mod report;
pub mod say;
pub mod scene;
pub mod store;
pub mod text;
#[cfg(feature = "ui")]
pub mod ui;
