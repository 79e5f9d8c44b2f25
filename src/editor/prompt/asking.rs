//! Putting questions, and doing what their answers say.

use super::{Asked, Becomes, Fated, Prompt};
use crate::editor::{BodyRef, Session};
use crate::model::{BodyId, Project, StructureId};

/// Whether a body of the later structure comes from one of the earlier.
fn has_predecessor(project: &Project, from: &StructureId, to: &StructureId, body: &BodyId) -> bool {
    let mut rows = project.rows_between(from, to);
    if let Some((_, row)) = rows.find(|(_, row)| row.to.contains(body)) {
        return !row.from.is_empty();
    }
    // A derived structure keeps ids: the same id in no row is the same body, not yet accounted.
    let earlier = project.structure(from).and_then(|s| s.body(body));
    let mut rows = project.rows_between(from, to);
    earlier.is_some() && !rows.any(|(_, row)| row.from.contains(body))
}

impl Session {
    /// Asks for the title of a later structure made from the one that is shown.
    pub fn ask_derive(&mut self) {
        let taken = |title: &str| {
            let mut structures = self.project().structures.iter();
            structures.any(|s| s.head.title == title)
        };
        let numbered = (2..100).map(|n| format!("Proposed {n}"));
        let mut titles = std::iter::once("Proposed".to_owned()).chain(numbered);
        let title = titles.find(|title| !taken(title)).unwrap_or_default();
        self.prompt = Some(Prompt::new(Asked::Derive(self.structure.clone()), title));
    }

    /// The selected bodies of a structure that comes from another one.
    #[must_use]
    pub fn fated(&self) -> Option<Fated> {
        let bodies = self.selection.bodies();
        let to = bodies.first()?.structure.clone();
        Some(Fated {
            from: self.earlier_of(&to)?.clone(),
            bodies: bodies
                .iter()
                .filter(|body| body.structure == to)
                .map(|body| body.body.clone())
                .collect(),
            to,
        })
    }

    /// Asks what becomes of bodies that are to be deleted. Nothing is asked, and `false` given,
    /// when none of them comes from another structure: then they can simply go.
    pub fn ask_removal(&mut self, bodies: &[BodyRef]) -> bool {
        let Some(to) = bodies.first().map(|body| body.structure.clone()) else {
            return false;
        };
        let Some(from) = self.earlier_of(&to).cloned() else {
            return false;
        };
        let ids = bodies.iter().filter(|body| body.structure == to);
        let (old, new): (Vec<BodyId>, Vec<BodyId>) = ids
            .map(|body| body.body.clone())
            .partition(|id| has_predecessor(self.project(), &from, &to, id));
        if old.is_empty() {
            return false;
        }
        let fated = Fated {
            from,
            to,
            bodies: old,
        };
        let becomes = Becomes::default();
        let asked = Asked::Removal {
            fated,
            new,
            becomes,
        };
        self.prompt = Some(Prompt::new(asked, ""));
        true
    }

    /// Does what the open question asks for. A refusal stays in it, and so does what was typed.
    pub fn answer_prompt(&mut self) {
        let Some(mut prompt) = self.prompt.take() else {
            return;
        };
        let command = match prompt.command(self.project()) {
            Ok(command) => command,
            Err(sentence) => {
                prompt.refused = Some(sentence);
                self.prompt = Some(prompt);
                return;
            }
        };
        let Some(outcome) = self.apply(command) else {
            prompt.refused = self.refused.take().map(|refusal| refusal.to_string());
            self.prompt = Some(prompt);
            return;
        };
        if let Some(structure) = outcome.structures.first() {
            if let Asked::Derive(earlier) = &prompt.asked {
                self.compare(earlier, structure);
            }
            self.show_structure(structure);
            self.selection.clear();
        }
        if let Some((structure, body)) = outcome.bodies.first() {
            self.selection.choose(BodyRef::new(structure, body));
        }
    }
}
