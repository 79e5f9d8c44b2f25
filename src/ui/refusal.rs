//! Why an action is not possible now: the sentence under a greyed entry.

use super::App;
use super::action::{Action, Group};
use crate::editor::{Session, View};
use crate::model::{BodyId, Structure};

impl Action {
    /// Why it is not possible now, as a sentence; `None` when it is.
    pub(crate) fn refusal(self, app: &App) -> Option<&'static str> {
        let Some(session) = &app.session else {
            let possible = matches!(self, Self::New | Self::Open | Self::Quit);
            return (!possible).then_some("Open a project first.");
        };
        match self.group() {
            Group::File | Group::Edit => of_edit(self, session),
            Group::Drawing => of_drawing(self, session),
            Group::Fate => of_fate(self, session),
            Group::Structure => of_structure(self, session),
            Group::Arrangement => of_arrangement(self, app, session),
            Group::View => of_view(self, session),
        }
    }
}

fn of_edit(action: Action, session: &Session) -> Option<&'static str> {
    let history = session.document.history();
    match action {
        Action::Undo if history.undo_label().is_none() => Some("There is nothing to undo."),
        Action::Redo if history.redo_label().is_none() => Some("There is nothing to redo."),
        Action::SelectAll => empty(session),
        _ => None,
    }
}

fn empty(session: &Session) -> Option<&'static str> {
    session
        .shown()
        .is_none_or(|s| s.bodies.is_empty())
        .then_some("This structure has no bodies yet.")
}

fn of_drawing(action: Action, session: &Session) -> Option<&'static str> {
    let selection = &session.selection;
    let no_body = || {
        selection
            .bodies()
            .is_empty()
            .then_some("Select a body first.")
    };
    match action {
        Action::Rename | Action::Link => no_body(),
        Action::Delete if !session.view.draws() => {
            Some("Bodies are deleted in the Draw or Compare view.")
        }
        Action::Delete => (selection.bodies().is_empty() && selection.link().is_none())
            .then_some("Select a body or a link first."),
        Action::Reverse => selection.link().is_none().then_some("Select a link first."),
        _ => None,
    }
}

const ALONE: &str =
    "This project has one structure; a comparison needs two. Derive a proposed one.";

fn of_arrangement(action: Action, app: &App, session: &Session) -> Option<&'static str> {
    let chosen = session.selection.bodies();
    let pinned = |of_chosen: bool| {
        let shown = session.shown().into_iter();
        let mut bodies = shown.flat_map(|s| &s.bodies);
        let counts = |id: &BodyId| !of_chosen || chosen.iter().any(|b| b.body == *id);
        bodies.any(|b| b.pin.is_some() && counts(&b.id))
    };
    match action {
        Action::ArrangeSelection if chosen.len() < 2 => Some("Select two or more bodies first."),
        Action::ArrangeSelection if session.view != View::Draw => {
            Some("Cards are placed in the Draw view.")
        }
        Action::ArrangeSelection if session.zoned => Some(
            "In zones the program places the cards. Choose “Plain drawing” to place them by hand.",
        ),
        Action::ArrangeSelection if app.shown.is_none() => Some("The drawing is being made."),
        Action::Bands => {
            let tiered = |s: &Structure| s.bodies.iter().any(|b| b.tier.is_some());
            let none = !session.shown().is_some_and(tiered);
            none.then_some("No body of this structure has a tier.")
        }
        Action::SharedPlaces | Action::OwnPlaces => session.pair.is_none().then_some(ALONE),
        Action::ArrangeAll => (!pinned(false)).then_some("Nothing here was moved by hand."),
        Action::ReleasePins if chosen.is_empty() => Some("Select a body first."),
        Action::ReleasePins => (!pinned(true)).then_some("Nothing selected was moved by hand."),
        Action::GatherLines => {
            (session.opened_here() == 0).then_some("No line that stands for several was opened.")
        }
        _ => None,
    }
}

fn of_fate(action: Action, session: &Session) -> Option<&'static str> {
    if session.earlier().is_none() {
        return Some("This structure comes from no other. Derive a proposed structure first.");
    }
    match (action, session.selection.bodies().len()) {
        (Action::Merge, 0 | 1) => Some("Select two or more bodies first."),
        (Action::Replace, 2..) => Some("Select one body only; several that become one are merged."),
        (Action::Split, 2..) => Some("Select one body only."),
        (Action::Split | Action::Replace | Action::End | Action::UnderReview, 0) => {
            Some("Select a body first.")
        }
        _ => None,
    }
}

fn of_structure(action: Action, session: &Session) -> Option<&'static str> {
    let structures = &session.project().structures;
    let at = structures.iter().position(|s| s.id() == &session.structure);
    match action {
        Action::MoveStructureLeft if at == Some(0) => Some("It is the first structure already."),
        Action::MoveStructureRight if at == structures.len().checked_sub(1) => {
            Some("It is the last structure already.")
        }
        Action::RemoveStructure if structures.len() < 2 => {
            Some("A project keeps at least one structure.")
        }
        _ => None,
    }
}

fn of_view(action: Action, session: &Session) -> Option<&'static str> {
    match action {
        Action::Compare
        | Action::NextChange
        | Action::PreviousChange
        | Action::OnlyChanges
        | Action::Options => session.pair.is_none().then_some(ALONE),
        Action::Matrix => empty(session),
        Action::Stages => {
            let none = super::stages::months(session).is_none();
            none.then_some("No body of this structure has a date.")
        }
        Action::SideBySide | Action::Overlay | Action::Morph => {
            session.pair.is_none().then_some(ALONE)
        }
        action if action.shows_steps() => {
            (!session.morphs()).then_some("Choose “Morph” in the Compare view first.")
        }
        Action::FitSelection | Action::ShowInDrawing if session.selection.bodies().is_empty() => {
            Some("Select a body first.")
        }
        Action::ZoomIn
        | Action::ZoomOut
        | Action::FullSize
        | Action::Fit
        | Action::FitSelection
            if !session.view.draws() =>
        {
            Some("A table has no zoom. Text size stands in the menu.")
        }
        Action::ZoomIn
        | Action::ZoomOut
        | Action::FullSize
        | Action::Fit
        | Action::FitSelection
            if session.camera().is_none() =>
        {
            // An empty structure has no drawing to look at.
            empty(session).or(Some("The drawing is being made."))
        }
        _ => None,
    }
}
