//! An open project with its history: the only place where a project changes.

use super::{
    BodyId, Change, Command, History, LinkId, Project, Refusal, StructureId, added::Added,
};

/// A project and the history of its changes, kept in step.
///
/// ```
/// use dotted_line::model::{BodyCommand, NewBody, Project, Structure, Workspace};
///
/// let mut project = Project::default();
/// project.structures.push(Structure::new("current".into(), "Current"));
/// let mut workspace = Workspace::new(project);
/// let new = NewBody::named("current".into(), "Culture Forum");
/// let outcome = workspace.apply(BodyCommand::Add(new)).expect("nothing speaks against it");
/// assert_eq!(outcome.bodies[0].1.as_str(), "culture-forum");
/// assert_eq!(workspace.history().undo_label(), Some("Add Culture Forum"));
/// ```
#[derive(Clone, Debug)]
pub struct Workspace {
    project: Project,
    history: History,
    revision: u64,
}

/// What a command has done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Whether anything changed.
    pub changed: bool,
    /// Structures that are new.
    pub structures: Vec<StructureId>,
    /// Bodies that are new, with their structure; those of new structures are not listed.
    pub bodies: Vec<(StructureId, BodyId)>,
    /// Links that are new, with their structure; those of new structures are not listed.
    pub links: Vec<(StructureId, LinkId)>,
}

impl Workspace {
    /// Opens a project; it counts as saved.
    #[must_use]
    pub fn new(project: Project) -> Self {
        Self {
            history: History::of(&project),
            project,
            revision: 0,
        }
    }

    /// The project as it is now.
    #[must_use]
    pub fn project(&self) -> &Project {
        &self.project
    }

    /// Labels, gestures and the saved mark.
    #[must_use]
    pub fn history(&self) -> &History {
        &self.history
    }

    /// Counts up with every change, undo and redo included: derived values are kept by it.
    #[must_use]
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// What a command would change, without doing it.
    ///
    /// # Errors
    /// The refusal that [`Self::apply`] would give.
    pub fn plan(&self, command: &Command) -> Result<Change, Refusal> {
        command.plan(&self.project, self.history.ids())
    }

    /// Carries out a command. One that changes nothing leaves no trace in the history.
    ///
    /// # Errors
    /// A [`Refusal`]; then nothing has changed.
    pub fn apply(&mut self, command: impl Into<Command>) -> Result<Outcome, Refusal> {
        let command = command.into();
        let change = self.plan(&command)?;
        if change.is_empty() {
            return Ok(Outcome::default());
        }
        let label = command.label(&self.project);
        self.run(&change)?;
        let Added {
            structures,
            bodies,
            links,
        } = change.added();
        self.history.push(label, change);
        Ok(Outcome {
            changed: true,
            structures,
            bodies,
            links,
        })
    }

    /// Takes back the last act; a gesture under way is ended first and counts as one.
    ///
    /// Gives its label, or `None` when there is nothing to undo.
    pub fn undo(&mut self) -> Option<String> {
        self.history.commit_gesture(None);
        let (label, change) = self.history.step_back()?;
        self.run(&change).ok().map(|()| label)
    }

    /// Does again what was undone last; gives its label.
    pub fn redo(&mut self) -> Option<String> {
        self.history.commit_gesture(None);
        let (label, change) = self.history.step_forward()?;
        self.run(&change).ok().map(|()| label)
    }

    /// From here on commands are one act, until the gesture is committed or given up.
    ///
    /// A gesture that is under way goes on.
    pub fn begin_gesture(&mut self) {
        self.history.begin_gesture();
    }

    /// Ends the gesture as one act under this label, or that of its first command.
    pub fn commit_gesture(&mut self, label: Option<String>) {
        self.history.commit_gesture(label);
    }

    /// Gives the gesture up (Escape): everything is as before it, redo included.
    pub fn bail(&mut self) {
        if let Some(change) = self.history.bail().filter(|change| !change.is_empty()) {
            // The inverse of what was applied since the mark always fits.
            let fits = self.run(&change);
            debug_assert!(fits.is_ok(), "the gesture was applied to this project");
        }
    }

    /// The project as it is now is what the file holds.
    pub fn mark_saved(&mut self) {
        self.history.mark_saved(self.history.state());
    }

    /// The file holds the project as it was in this state, which [`History::state`] named when
    /// saving began.
    pub fn mark_saved_at(&mut self, state: u64) {
        self.history.mark_saved(state);
    }

    /// The project is in no file yet, whatever is done or undone.
    pub fn mark_unsaved(&mut self) {
        self.history.mark_unsaved();
    }

    fn run(&mut self, change: &Change) -> Result<(), Refusal> {
        change.apply(&mut self.project)?;
        self.revision += 1;
        Ok(())
    }
}
