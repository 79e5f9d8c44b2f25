//! Integration tests.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    unreachable_pub,
    reason = "tests fail by panicking, and nothing outside uses them"
)]

mod answers;
mod architecture;
mod cli;
mod docx;
mod export;
mod export_bad;
mod formats;
mod gather;
mod languages;
mod layout;
mod model_properties;
mod pack;
mod pdf;
mod pptx;
mod publication;
mod publish;
mod report;
mod scene;
mod store;
mod surround;
#[cfg(feature = "ui")]
mod window;
