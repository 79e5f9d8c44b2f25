//! The open project, its history, and where it came from.

use std::path::PathBuf;
use std::sync::Arc;

use crate::model::{Command, Outcome, Project, Refusal, Workspace};

/// The state of an open project: every answer of the worker carries the one that it is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Revision {
    /// Which opening of a project, counted by the window.
    pub document: u64,
    /// Counts up with every change, undo and redo included.
    pub state: u64,
}

/// The open project. It changes by commands alone.
#[derive(Clone, Debug)]
pub struct Document {
    workspace: Workspace,
    /// The project as it is now, for those who read it on another thread.
    snapshot: Arc<Project>,
    number: u64,
    /// Where it came from, and so where Save goes.
    pub origin: Origin,
    /// Things the reader should know about the file, as sentences.
    pub issues: Vec<String>,
}

/// Where a project came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A file.
    File(PathBuf),
    /// A copy of a built-in sample, not saved anywhere.
    Sample(String),
    /// Made here and not saved yet.
    New,
}

impl Document {
    /// Opens a project; `number` tells it apart from those opened before.
    #[must_use]
    pub fn new(project: Project, origin: Origin, issues: Vec<String>, number: u64) -> Self {
        Self {
            snapshot: Arc::new(project.clone()),
            workspace: Workspace::new(project),
            number,
            origin,
            issues,
        }
    }

    /// The project as it is now.
    #[must_use]
    pub fn project(&self) -> &Project {
        &self.snapshot
    }

    /// The project as it is now, to be read while it changes.
    #[must_use]
    pub fn snapshot(&self) -> Arc<Project> {
        Arc::clone(&self.snapshot)
    }

    /// Its state.
    #[must_use]
    pub fn revision(&self) -> Revision {
        Revision {
            document: self.number,
            state: self.workspace.revision(),
        }
    }

    /// Labels, gestures and the saved mark.
    #[must_use]
    pub fn history(&self) -> &crate::model::History {
        self.workspace.history()
    }

    /// Whether there is something that no file holds.
    #[must_use]
    pub fn unsaved(&self) -> bool {
        self.history().unsaved()
    }

    /// What a command would be refused for, without carrying it out.
    ///
    /// # Errors
    /// The refusal that [`Self::apply`] would give.
    pub fn allows(&self, command: &Command) -> Result<(), Refusal> {
        self.workspace.plan(command).map(drop)
    }

    /// Carries out a command.
    ///
    /// # Errors
    /// A [`Refusal`]; then nothing has changed.
    pub fn apply(&mut self, command: impl Into<Command>) -> Result<Outcome, Refusal> {
        let outcome = self.workspace.apply(command)?;
        if outcome.changed {
            self.renew();
        }
        Ok(outcome)
    }

    /// Takes back the last act; gives its label.
    pub fn undo(&mut self) -> Option<String> {
        let label = self.workspace.undo();
        self.renew();
        label
    }

    /// Does again what was undone last; gives its label.
    pub fn redo(&mut self) -> Option<String> {
        let label = self.workspace.redo();
        self.renew();
        label
    }

    /// From here on commands are one act, until the gesture ends.
    pub fn begin_gesture(&mut self) {
        self.workspace.begin_gesture();
    }

    /// Ends the gesture as one act under this label, or that of its first command.
    pub fn commit_gesture(&mut self, label: Option<String>) {
        self.workspace.commit_gesture(label);
    }

    /// Gives the gesture up: everything is as before it.
    pub fn bail(&mut self) {
        self.workspace.bail();
        self.renew();
    }

    /// The file holds the project as it was in this state of the history.
    pub fn mark_saved_at(&mut self, state: u64) {
        self.workspace.mark_saved_at(state);
    }

    /// The project is in no file yet.
    pub fn mark_unsaved(&mut self) {
        self.workspace.mark_unsaved();
    }

    fn renew(&mut self) {
        self.snapshot = Arc::new(self.workspace.project().clone());
    }

    /// The project's title, or the name of its file or sample.
    #[must_use]
    pub fn title(&self) -> String {
        let head = &self.project().head;
        if let Some(title) = head.title.as_ref().or(head.place.as_ref()) {
            return title.clone();
        }
        match &self.origin {
            Origin::File(path) => path.file_stem().map_or_else(
                || "Untitled".to_owned(),
                |stem| stem.to_string_lossy().into_owned(),
            ),
            Origin::Sample(name) => name.clone(),
            Origin::New => "Untitled".to_owned(),
        }
    }

    /// A file name to suggest for an export, without extension: letters, digits and hyphens.
    #[must_use]
    pub fn file_stem(&self) -> String {
        if let Origin::File(path) = &self.origin
            && let Some(stem) = path.file_stem()
        {
            return stem.to_string_lossy().into_owned();
        }
        crate::model::id_from_name(&self.title(), "structure")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{BodyCommand, NewBody, Structure};

    fn document(title: Option<&str>, origin: Origin) -> Document {
        let mut project = Project::default();
        project.head.title = title.map(str::to_owned);
        Document::new(project, origin, Vec::new(), 0)
    }

    #[test]
    fn a_project_without_a_title_is_called_after_its_file() {
        let file = Origin::File("a/Review 2.json".into());
        assert_eq!(document(None, file.clone()).title(), "Review 2");
        assert_eq!(document(Some("Ours"), file.clone()).title(), "Ours");
        assert_eq!(document(Some("Ours"), file).file_stem(), "Review 2");
        let sample = Origin::Sample("redcar".into());
        assert_eq!(
            document(Some("Redcar & Co"), sample).file_stem(),
            "redcar-co"
        );
        assert_eq!(document(None, Origin::New).title(), "Untitled");
    }

    #[test]
    fn a_save_that_ends_late_marks_the_state_in_which_it_began() {
        let mut project = Project::default();
        project.structures.push(Structure::new("now".into(), "Now"));
        let mut d = Document::new(project, Origin::New, Vec::new(), 1);
        let add = |d: &mut Document, name: &str| {
            d.apply(BodyCommand::Add(NewBody::named("now".into(), name)))
                .unwrap();
        };
        add(&mut d, "A");
        let saving = d.history().state();
        add(&mut d, "B");
        d.mark_saved_at(saving);
        assert!(d.unsaved());
        d.undo();
        assert!(!d.unsaved());
        assert_eq!(d.project(), &*d.snapshot());
        assert_eq!(d.project().structures[0].bodies.len(), 1);
    }
}
