//! The window, driven by what a screen reader sees. No display and no graphics are needed.
//!
//! `h.run()` ends only when the window asks for no further frame, so every use of it shows that
//! the window is at rest by itself.

mod driver;
mod table;

mod actions;
mod arrangement;
mod changes;
mod compare;
mod draw;
mod escape;
mod export;
mod files;
#[cfg(feature = "snapshots")]
mod gallery;
mod inspector;
mod inspector_pages;
mod long_words;
mod matrix;
mod menu_keys;
mod morph;
mod movement;
mod notices;
mod opening;
mod outline;
mod overlay;
mod palette;
mod recovery;
#[cfg(feature = "snapshots")]
mod snapshots;
mod steady;
mod structures;
mod tables;
mod tools;
mod typed_ahead;
mod unheard;
