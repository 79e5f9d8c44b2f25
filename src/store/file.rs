//! A file as read, so that an unchanged project is never rewritten.

use std::borrow::Cow;

use super::{LoadError, LoadIssue, load, save, source::BOM};
use crate::model::Project;

/// The bytes of a file together with the project that they hold.
#[derive(Clone, Debug)]
pub struct File {
    bytes: Vec<u8>,
    project: Project,
}

impl File {
    /// Reads the bytes of a file; what a person should know of comes with it.
    ///
    /// # Errors
    /// [`LoadError`] with every fault of the file.
    pub fn read(bytes: Vec<u8>) -> Result<(Self, Vec<LoadIssue>), LoadError> {
        let loaded = load(&bytes)?;
        Ok((
            Self {
                bytes,
                project: loaded.project,
            },
            loaded.issues,
        ))
    }

    /// The file after these bytes were written for this project.
    #[must_use]
    pub fn saved(bytes: Vec<u8>, project: Project) -> Self {
        Self { bytes, project }
    }

    /// The bytes as read.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The project as read.
    #[must_use]
    pub fn project(&self) -> &Project {
        &self.project
    }

    /// The bytes to save for a project: the ones read when it is unchanged, else its canonical
    /// text, with a byte order mark if the file had one.
    #[must_use]
    pub fn to_save(&self, project: &Project) -> Cow<'_, [u8]> {
        if *project == self.project {
            return Cow::Borrowed(&self.bytes);
        }
        let text = save(project);
        if self.bytes.starts_with(BOM) {
            Cow::Owned([BOM, text.as_bytes()].concat())
        } else {
            Cow::Owned(text.into_bytes())
        }
    }
}

/// Reads the bytes of a save again, before they are written: a sentence when they would not give
/// the project back.
///
/// Saving goes on all the same, under another name: work is never held back.
#[must_use]
pub fn self_check(bytes: &[u8], project: &Project) -> Option<String> {
    match load(bytes) {
        Ok(loaded) if loaded.project == *project => None,
        Ok(_) => Some(
            "The file would not hold the project as it is on screen; save it under another name."
                .to_owned(),
        ),
        Err(error) => Some(format!(
            "The file could not be opened again as it is. {error}"
        )),
    }
}
