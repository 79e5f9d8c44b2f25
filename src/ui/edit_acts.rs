//! Acts on the drawing: undo, bodies, links.

use egui::Context;

use super::action::Action;
use super::app::App;
use crate::editor::{BodyRef, Selected};
use crate::model::{BodyCommand, Command, LinkCommand};

impl App {
    pub(super) fn perform_edit(&mut self, action: Action, _ctx: &Context) {
        let Some(session) = &mut self.session else {
            return;
        };
        match action {
            Action::Undo => {
                session.undo();
            }
            Action::Redo => {
                session.redo();
            }
            Action::SelectAll => {
                let structure = session.structure.clone();
                let bodies = session.shown().map_or(&[][..], |s| &s.bodies);
                let all: Vec<BodyRef> = bodies
                    .iter()
                    .map(|b| BodyRef::new(&structure, &b.id))
                    .collect();
                session.selection.choose_all(all);
            }
            Action::Delete => {
                if let Some(command) = removal(session.selection.selected()) {
                    session.apply(command);
                }
            }
            _ => {}
        }
    }
}

/// Takes what is selected away.
fn removal(selected: &Selected) -> Option<Command> {
    match selected {
        Selected::Bodies(bodies) => Some(
            BodyCommand::Remove {
                structure: bodies.first()?.structure.clone(),
                bodies: bodies.iter().map(|b| b.body.clone()).collect(),
            }
            .into(),
        ),
        Selected::Link(link) => Some(
            LinkCommand::Remove {
                structure: link.structure.clone(),
                links: vec![link.link.clone()],
            }
            .into(),
        ),
        Selected::Nothing | Selected::Row(_) => None,
    }
}
