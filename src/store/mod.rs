//! Project ↔ file: reading with every fault named, canonical writing, the disk, the schema
//! and the built-in samples.
//!
//! [`load`] and [`save`] are pure; only [`disk`] touches the file system. What this version does
//! not know is kept as raw text and written back byte for byte, behind the known fields.

pub mod disk;
pub mod exports;
mod fault;
mod fields;
mod file;
mod json;
mod load;
mod load_grid;
mod load_structure;
mod local;
pub mod look;
mod raw;
mod reader;
pub mod recent;
pub mod recovery;
pub mod samples;
mod save;
pub mod schema;
mod schema_second;
mod source;

pub use fault::{Fault, LoadError, LoadIssue, Place};
pub use file::{File, self_check};
pub use load::{Loaded, load};
pub use local::local_folder;
pub use samples::{Sample, sample, samples};
pub use save::save;

/// The word that marks a project file.
pub const FORMAT: &str = "dotted-line";

/// The version of a file without later fields.
pub const VERSION: &str = "1.0";

/// The newest version that this program knows: 1.1 adds `by` to questions, `grids` and
/// `short_texts` to structures, `second_language` to the project and `in_second` to records.
pub const NEWEST_VERSION: &str = "1.1";

/// The largest file, in bytes.
pub const MAX_FILE: usize = 256 * 1024 * 1024;

/// The most bodies in one project.
pub const MAX_BODIES: usize = 100_000;

/// The most links in one project.
pub const MAX_LINKS: usize = 300_000;

/// The longest text of one field, in bytes.
pub const MAX_TEXT: usize = 64 * 1024;

/// The deepest nesting of lists and records, unknown fields included.
pub const MAX_DEPTH: usize = 64;
