//! What is selected, hovered and focused: one selection for outline, canvas and lists.

use std::collections::BTreeSet;

use super::BodyRef;
use crate::model::{BodyId, LinkId, Project, StructureId};

/// A link of one structure of the open project.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LinkRef {
    /// The structure.
    pub structure: StructureId,
    /// The link in it.
    pub link: LinkId,
}

/// What is selected, and so what the inspector speaks of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Selected {
    /// Nothing: the structure itself.
    #[default]
    Nothing,
    /// Bodies of one structure in the order in which they were chosen; never an empty list.
    Bodies(Vec<BodyRef>),
    /// A link.
    Link(LinkRef),
    /// A row of lineage, by its place in the project's list.
    Row(usize),
}

/// The bodies, links and rows that a person points at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    selected: Selected,
    /// The selected bodies: every card and row of a frame asks whether it is one of them.
    held: BTreeSet<BodyRef>,
    /// The body under the pointer, on the canvas or in a list, as of the last frame: all parts
    /// of the window show the same one, whichever of them it is in.
    pub hovered: Option<BodyRef>,
    /// The body that a part of the window has found under the pointer in this frame.
    pub pointed: Option<BodyRef>,
    /// The body with the keyboard.
    pub focused: Option<BodyRef>,
}

impl Selection {
    /// What is selected.
    #[must_use]
    pub fn selected(&self) -> &Selected {
        &self.selected
    }

    /// The selected bodies, in the order in which they were chosen.
    #[must_use]
    pub fn bodies(&self) -> &[BodyRef] {
        match &self.selected {
            Selected::Bodies(bodies) => bodies,
            _ => &[],
        }
    }

    /// The body chosen last, if bodies are selected.
    #[must_use]
    pub fn body(&self) -> Option<&BodyRef> {
        self.bodies().last()
    }

    /// The selected link.
    #[must_use]
    pub fn link(&self) -> Option<&LinkRef> {
        match &self.selected {
            Selected::Link(link) => Some(link),
            _ => None,
        }
    }

    /// Whether a body is selected.
    #[must_use]
    pub fn holds(&self, body: &BodyRef) -> bool {
        self.held.contains(body)
    }

    /// Selects this body alone.
    pub fn choose(&mut self, body: BodyRef) {
        self.restore(Selected::Bodies(vec![body]));
    }

    /// Selects these bodies; of several structures only those of the first one's.
    pub fn choose_all(&mut self, bodies: impl IntoIterator<Item = BodyRef>) {
        let mut chosen: Vec<BodyRef> = Vec::new();
        let mut held = BTreeSet::new();
        for body in bodies {
            let same = chosen.first().is_none_or(|f| f.structure == body.structure);
            if same && held.insert(body.clone()) {
                chosen.push(body);
            }
        }
        self.held = held;
        self.selected = if chosen.is_empty() {
            Selected::Nothing
        } else {
            Selected::Bodies(chosen)
        };
    }

    /// Adds a body to the selection, or takes it out (Shift and a click).
    pub fn toggle(&mut self, body: BodyRef) {
        let mut bodies = self.bodies().to_vec();
        match bodies.iter().position(|b| *b == body) {
            Some(at) => {
                bodies.remove(at);
            }
            None => {
                bodies.retain(|b| b.structure == body.structure);
                bodies.push(body);
            }
        }
        self.choose_all(bodies);
    }

    /// Selects again what was selected before.
    pub fn restore(&mut self, selected: Selected) {
        self.selected = selected;
        self.held = self.bodies().iter().cloned().collect();
    }

    /// Selects a link.
    pub fn choose_link(&mut self, link: LinkRef) {
        self.restore(Selected::Link(link));
    }

    /// Selects a row of lineage.
    pub fn choose_row(&mut self, row: usize) {
        self.restore(Selected::Row(row));
    }

    /// Selects nothing.
    pub fn clear(&mut self) {
        self.restore(Selected::Nothing);
    }

    /// Drops what a change of the project has taken away.
    pub(super) fn keep_what_is_there(&mut self, project: &Project) {
        let there = |b: &BodyRef| b.find(project).is_some();
        match &self.selected {
            Selected::Nothing => {}
            Selected::Bodies(bodies) => {
                let structure = bodies.first().and_then(|b| project.structure(&b.structure));
                let all = structure.into_iter().flat_map(|s| &s.bodies);
                let ids: BTreeSet<&BodyId> = all.map(|body| &body.id).collect();
                let chosen = bodies.clone().into_iter();
                self.choose_all(chosen.filter(|b| ids.contains(&b.body)));
            }
            Selected::Link(link) => {
                let structure = project.structure(&link.structure);
                if structure.is_none_or(|s| s.link(&link.link).is_none()) {
                    self.clear();
                }
            }
            Selected::Row(row) => {
                if *row >= project.lineage.len() {
                    self.clear();
                }
            }
        }
        for pointed in [&mut self.hovered, &mut self.pointed, &mut self.focused] {
            if pointed.as_ref().is_some_and(|b| !there(b)) {
                *pointed = None;
            }
        }
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
            .or(self.body())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn body(structure: &str, id: &str) -> BodyRef {
        BodyRef::new(&structure.into(), &id.into())
    }

    #[test]
    fn a_second_choice_takes_a_body_out_again() {
        let mut s = Selection::default();
        s.toggle(body("now", "a"));
        s.toggle(body("now", "b"));
        assert_eq!(s.bodies(), [body("now", "a"), body("now", "b")]);
        s.toggle(body("now", "a"));
        s.toggle(body("now", "b"));
        assert_eq!(s.selected(), &Selected::Nothing);
    }

    #[test]
    fn bodies_of_two_structures_are_never_selected_together() {
        let mut s = Selection::default();
        s.toggle(body("now", "a"));
        s.toggle(body("then", "a"));
        assert_eq!(s.bodies(), [body("then", "a")]);
        s.choose_all([body("now", "a"), body("then", "b"), body("now", "c")]);
        assert_eq!(s.bodies(), [body("now", "a"), body("now", "c")]);
    }

    #[test]
    fn what_is_gone_is_selected_no_longer() {
        let mut s = Selection::default();
        s.choose(body("now", "a"));
        s.hovered = Some(body("now", "a"));
        s.keep_what_is_there(&Project::default());
        assert_eq!(s, Selection::default());
        s.choose_row(0);
        s.keep_what_is_there(&Project::default());
        assert_eq!(s, Selection::default());
    }
}
