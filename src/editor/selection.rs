//! What is selected, hovered and focused: one selection for outline, canvas and lists.

use super::BodyRef;

/// The bodies a person points at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// The body chosen by a click or by Enter.
    pub selected: Option<BodyRef>,
    /// The body under the pointer, on the canvas or in a list.
    pub hovered: Option<BodyRef>,
    /// The body with the keyboard.
    pub focused: Option<BodyRef>,
}

impl Selection {
    /// The body that panels speak of: the one under the pointer, else the focused one,
    /// else the selected one.
    #[must_use]
    pub fn spoken_of(&self) -> Option<&BodyRef> {
        self.hovered
            .as_ref()
            .or(self.selected.as_ref())
            .or(self.focused.as_ref())
    }

    /// The body whose lineage is traced in a comparison: pointer first, then keyboard.
    #[must_use]
    pub fn traced(&self) -> Option<&BodyRef> {
        self.hovered
            .as_ref()
            .or(self.focused.as_ref())
            .or(self.selected.as_ref())
    }

    /// Forgets everything.
    pub fn clear(&mut self) {
        *self = Self::default();
    }
}
