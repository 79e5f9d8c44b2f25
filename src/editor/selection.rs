//! What is selected, hovered and focused: one selection for outline, canvas and lists.

use super::BodyRef;

/// The bodies a person points at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// The body chosen by a click or by Enter.
    pub selected: Option<BodyRef>,
    /// The body under the pointer, on the canvas or in a list, as of the last frame: all parts
    /// of the window show the same one, whichever of them it is in.
    pub hovered: Option<BodyRef>,
    /// The body that a part of the window has found under the pointer in this frame.
    pub pointed: Option<BodyRef>,
    /// The body with the keyboard.
    pub focused: Option<BodyRef>,
}

impl Selection {
    /// The body that panels speak of: the selected one, so that it can be read in peace; without
    /// one the body under the pointer, else the focused one.
    #[must_use]
    pub fn spoken_of(&self) -> Option<&BodyRef> {
        self.selected
            .as_ref()
            .or(self.hovered.as_ref())
            .or(self.focused.as_ref())
    }

    /// Ends a frame: what was found under the pointer counts from now on.
    pub fn settle(&mut self) {
        self.hovered = self.pointed.take();
    }

    /// The body whose lineage is traced in a comparison: pointer first, then keyboard.
    #[must_use]
    pub fn traced(&self) -> Option<&BodyRef> {
        self.hovered
            .as_ref()
            .or(self.focused.as_ref())
            .or(self.selected.as_ref())
    }
}
