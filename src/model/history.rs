//! Undo and redo: changes kept with their labels, and changes turned round.

use super::{Change, IdBook, Project};

/// One entry of the undo menu.
#[derive(Clone, Debug)]
struct Act {
    label: String,
    change: Change,
    /// Names the state of the project before.
    before: u64,
    /// Names the state of the project after.
    after: u64,
}

/// A gesture that is under way: what it has done so far, and how to forget it.
#[derive(Clone, Debug)]
struct Gesture {
    label: Option<String>,
    change: Change,
    before: u64,
    /// Ids given by a gesture that is given up are free again.
    ids: IdBook,
}

/// The acts done and undone in one open project, the ids given, and the saved mark.
///
/// It holds no project: [`super::Workspace`] owns both and keeps them in step.
#[derive(Clone, Debug, Default)]
pub struct History {
    done: Vec<Act>,
    undone: Vec<Act>,
    gesture: Option<Gesture>,
    ids: IdBook,
    /// Names the present state; a state that was left by a new act never comes back.
    state: u64,
    last_state: u64,
    saved: Option<u64>,
}

impl History {
    /// The history of a project just opened.
    #[must_use]
    pub fn of(project: &Project) -> Self {
        Self {
            ids: IdBook::of(project),
            saved: Some(0),
            ..Self::default()
        }
    }

    /// Every id given so far.
    #[must_use]
    pub fn ids(&self) -> &IdBook {
        &self.ids
    }

    /// What "Undo" would take back.
    #[must_use]
    pub fn undo_label(&self) -> Option<&str> {
        match &self.gesture {
            Some(gesture) if !gesture.change.is_empty() => {
                Some(gesture.label.as_deref().unwrap_or("Edit"))
            }
            _ => self.done.last().map(|act| act.label.as_str()),
        }
    }

    /// What "Redo" would do again.
    #[must_use]
    pub fn redo_label(&self) -> Option<&str> {
        self.undone.last().map(|act| act.label.as_str())
    }

    /// Labels of everything that can be undone, the latest first.
    pub fn undo_labels(&self) -> impl Iterator<Item = &str> {
        self.done.iter().rev().map(|act| act.label.as_str())
    }

    /// Whether a gesture is under way.
    #[must_use]
    pub fn in_gesture(&self) -> bool {
        self.gesture.is_some()
    }

    /// Whether the project differs from what was last saved or opened.
    #[must_use]
    pub fn unsaved(&self) -> bool {
        self.saved != Some(self.state)
    }

    /// Names the present state; undo and redo come back to it.
    #[must_use]
    pub fn state(&self) -> u64 {
        self.state
    }

    pub(super) fn mark_saved(&mut self, state: u64) {
        self.saved = Some(state);
    }

    /// For a project that was never saved, such as a recovered one.
    pub(super) fn mark_unsaved(&mut self) {
        self.saved = None;
    }

    /// Takes note of a change that was just applied.
    pub(super) fn push(&mut self, label: String, change: Change) {
        self.ids.learn(&change);
        let before = self.state;
        self.last_state += 1;
        self.state = self.last_state;
        if let Some(gesture) = &mut self.gesture {
            gesture.change.append(change);
            gesture.change.squash();
            gesture.label.get_or_insert(label);
            return;
        }
        self.undone.clear();
        self.done.push(Act {
            label,
            change,
            before,
            after: self.state,
        });
    }

    pub(super) fn begin_gesture(&mut self) {
        if self.gesture.is_none() {
            self.gesture = Some(Gesture {
                label: None,
                change: Change::default(),
                before: self.state,
                ids: self.ids.clone(),
            });
        }
    }

    pub(super) fn commit_gesture(&mut self, label: Option<String>) {
        let Some(gesture) = self.gesture.take() else {
            return;
        };
        if gesture.change.is_empty() {
            // It came back to where it began: the same state, nothing to undo.
            self.state = gesture.before;
            return;
        }
        self.undone.clear();
        self.done.push(Act {
            label: label.or(gesture.label).unwrap_or_else(|| "Edit".to_owned()),
            change: gesture.change,
            before: gesture.before,
            after: self.state,
        });
    }

    /// What takes the gesture back; it leaves no trace, and redo stays as it was.
    pub(super) fn bail(&mut self) -> Option<Change> {
        let gesture = self.gesture.take()?;
        self.ids = gesture.ids;
        self.state = gesture.before;
        Some(gesture.change.inverse())
    }

    pub(super) fn step_back(&mut self) -> Option<(String, Change)> {
        let act = self.done.pop()?;
        self.state = act.before;
        let step = (act.label.clone(), act.change.inverse());
        self.undone.push(act);
        Some(step)
    }

    pub(super) fn step_forward(&mut self) -> Option<(String, Change)> {
        let act = self.undone.pop()?;
        self.state = act.after;
        let step = (act.label.clone(), act.change.clone());
        self.done.push(act);
        Some(step)
    }
}
