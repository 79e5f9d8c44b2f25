//! Why a command did not do what it was asked.

use std::fmt;

use super::{FILE, USAGE};
use crate::compare::CompareError;
use crate::scene::SceneError;
use crate::store::disk::DiskError;

/// A sentence and an exit code.
#[derive(Debug)]
pub(super) struct Failure {
    pub(super) code: u8,
    sentence: String,
}

impl Failure {
    /// Wrong use.
    pub(super) fn usage(sentence: impl fmt::Display) -> Self {
        Self {
            code: USAGE,
            sentence: sentence.to_string(),
        }
    }

    /// A file could not be read or written, or is not valid.
    pub(super) fn file(sentence: impl fmt::Display) -> Self {
        Self {
            code: FILE,
            sentence: sentence.to_string(),
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.sentence)
    }
}

impl From<DiskError> for Failure {
    fn from(error: DiskError) -> Self {
        Self::file(error)
    }
}

impl From<CompareError> for Failure {
    fn from(error: CompareError) -> Self {
        Self::usage(error)
    }
}

impl From<SceneError> for Failure {
    fn from(error: SceneError) -> Self {
        Self::usage(error)
    }
}
