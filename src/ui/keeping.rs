//! Where the open project is kept: its file, whether it is saved, its recovery copy. What is
//! done with them stands in `saving`, `leaving` and `copying`.

use std::path::PathBuf;
use std::sync::Arc;

use super::copying::Copying;
use super::file_work::Opened;
use crate::store::{File, recent::Recent};

/// What the window knows of files.
#[derive(Debug, Default)]
pub(super) struct Keeping {
    /// The folder for what belongs to this computer; without one there are neither recovery
    /// copies nor recent files.
    pub(super) folder: Option<PathBuf>,
    /// What was read from the file or written to it last.
    pub(super) basis: Option<Arc<File>>,
    /// A save is under way.
    pub(super) saving: bool,
    /// Save was asked for once more meanwhile.
    pub(super) again: bool,
    /// A question that waits for an answer.
    pub(super) doubt: Option<Doubt>,
    /// What goes on once the project is saved.
    pub(super) next: Option<Next>,
    /// The person has agreed that the window closes.
    pub(super) closing: bool,
    /// The window's title as last set.
    pub(super) title: String,
    pub(super) recent: Vec<Recent>,
    pub(super) copying: Copying,
}

/// A question about a file.
#[derive(Debug)]
pub(super) enum Doubt {
    /// What is to happen with unsaved changes?
    Unsaved(Next),
    /// Somebody else has changed the file.
    Changed(PathBuf),
}

/// What the person wants that ends the work on the open project.
#[derive(Debug)]
pub(super) enum Next {
    New,
    StartPage,
    Show(Box<Opened>),
    Close,
}
