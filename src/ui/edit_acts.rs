//! Acts on the drawing: undo, bodies, links.

use super::action::Action;
use super::app::App;
use super::compare_view::Beside;
use super::palette::Palette;
use crate::editor::{BodyRef, Selected, View, tool};
use crate::geom::union;
use crate::model::{BodyCommand, Command, LinkCommand, LinkKindId, StandardLink};

impl App {
    pub(super) fn perform_edit(&mut self, action: Action) {
        if action == Action::Find {
            self.palette = Some(Palette::default());
            return;
        }
        let Some(session) = &mut self.session else {
            return;
        };
        if matches!(action, Action::NewBody | Action::Link) {
            // Their fields stand on the canvas of the Draw view.
            let body = session.selection.body();
            let structure = body.map_or(&session.structure, |b| &b.structure).clone();
            session.show_structure(&structure);
        }
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
            Action::NewBody => tool::new_body(session, None),
            // Beside a comparison names are typed in the details.
            Action::Rename if session.view == View::Compare => self.beside = Beside::Details,
            Action::Rename => {
                if let Some(body) = session.selection.body().cloned() {
                    if !session.view.draws() {
                        session.show_structure(&body.structure);
                    }
                    tool::rename(session, &body);
                }
            }
            Action::Link => tool::link_with(session),
            Action::Reverse => tool::turn_round(session),
            Action::LinkReports
            | Action::LinkTasks
            | Action::LinkRepresents
            | Action::LinkSupports
            | Action::LinkInforms => {
                if let Some(kind) = kind_of(action) {
                    tool::choose_kind(session, &LinkKindId::of(kind));
                }
            }
            Action::Delete => {
                let bodies = session.selection.bodies().to_vec();
                if session.ask_removal(&bodies) {
                    return;
                }
                if let Some(command) = removal(session.selection.selected()) {
                    session.apply(command);
                }
            }
            _ => {}
        }
    }

    /// Looks at the cards of the selected bodies.
    pub(super) fn fit_selection(&mut self) {
        let (Some(session), Some(shown)) = (&mut self.session, &self.shown) else {
            return;
        };
        let panes = shown.panes.iter();
        let cards = panes.flat_map(|pane| {
            let bodies = session.selection.bodies().iter();
            bodies.filter_map(|body| pane.picture.card(body).map(|card| card.rect))
        });
        if let Some(area) = union(cards) {
            session.fit_on(area);
        }
    }
}

/// The kind that an action draws.
fn kind_of(action: Action) -> Option<StandardLink> {
    Some(match action {
        Action::LinkReports => StandardLink::ReportsTo,
        Action::LinkTasks => StandardLink::TaskedBy,
        Action::LinkRepresents => StandardLink::RepresentedOn,
        Action::LinkSupports => StandardLink::Supports,
        Action::LinkInforms => StandardLink::Informs,
        _ => return None,
    })
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
