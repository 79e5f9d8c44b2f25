//! Acts on structures, and what becomes of bodies. What needs a name or a reason is asked in the
//! strip above the canvas.

use super::action::Action;
use super::app::App;
use super::notice::Notice;
use crate::editor::{Asked, Fated, Prompt, Session};
use crate::model::{Command, Fate, Structure, StructureCommand, VerbCommand, Word};

impl App {
    pub(super) fn perform_on_structure(&mut self, action: Action) {
        let Some(session) = &mut self.session else {
            return;
        };
        let shown = session.structure.clone();
        match action {
            Action::AddStructure => ask(session, Asked::AddStructure, String::new()),
            Action::Derive => session.ask_derive(),
            Action::Duplicate => {
                let title = session.shown().map(Structure::label).unwrap_or_default();
                let asked = Asked::Duplicate(shown);
                ask(session, asked, format!("{title}, another option"));
            }
            Action::RenameStructure => {
                let title = session.shown().map(|s| s.head.title.clone());
                ask(
                    session,
                    Asked::RenameStructure(shown),
                    title.unwrap_or_default(),
                );
            }
            Action::MoveStructureLeft => shift(session, |at| at.checked_sub(1)),
            Action::MoveStructureRight => shift(session, |at| Some(at + 1)),
            Action::RemoveStructure => self.remove_structure(),
            _ => decide(session, action),
        }
    }

    fn remove_structure(&mut self) {
        let Some(session) = &mut self.session else {
            return;
        };
        let title = session.shown().map(Structure::label).unwrap_or_default();
        let structure = session.structure.clone();
        if session
            .apply(StructureCommand::Remove { structure })
            .is_some()
        {
            let now = session.document.revision();
            let notice = Notice::done(format!("Deleted “{title}”."));
            self.notices.push(notice.offering(Action::Undo, Some(now)));
        }
    }
}

fn ask(session: &mut Session, asked: Asked, suggestion: String) {
    session.prompt = Some(Prompt::new(asked, suggestion));
}

/// Moves the tab of the shown structure.
fn shift(session: &mut Session, place: impl FnOnce(usize) -> Option<usize>) {
    let structure = session.structure.clone();
    let mut structures = session.project().structures.iter();
    let at = structures.position(|s| s.id() == &structure);
    if let Some(to) = at.and_then(place) {
        session.apply(StructureCommand::Move { structure, to });
    }
}

/// What becomes of the selected bodies.
fn decide(session: &mut Session, action: Action) {
    let Some(fated) = session.fated() else { return };
    match action {
        Action::Merge => {
            let first = session.selection.bodies().first();
            let name = first.map(|body| body.name(session.project()).to_owned());
            ask(session, Asked::Merge(fated), name.unwrap_or_default());
        }
        Action::Split => ask(session, Asked::Split(fated), String::new()),
        Action::Replace => ask(session, Asked::Replace(fated), String::new()),
        Action::End => ask(session, Asked::End(fated), String::new()),
        Action::UnderReview => {
            session.apply(review(session, &fated));
        }
        _ => {}
    }
}

/// Puts bodies under review, or takes all of them out when they are.
fn review(session: &Session, fated: &Fated) -> Command {
    let project = session.project();
    let under_review = fated.bodies.iter().all(|body| {
        let mut rows = project.rows_between(&fated.from, &fated.to);
        let row = rows.find(|(_, row)| row.to.contains(body));
        row.is_some_and(|(_, row)| row.fate == Some(Word::Known(Fate::UnderReview)))
    });
    let fate = (!under_review).then_some(Fate::UnderReview);
    let each = fated.bodies.iter().map(|body| {
        Command::from(VerbCommand::State {
            from: fated.from.clone(),
            to: fated.to.clone(),
            body: body.clone(),
            fate,
        })
    });
    let mut commands: Vec<Command> = each.collect();
    match commands.len() {
        1 => commands.remove(0),
        n => Command::Several {
            label: if under_review {
                format!("Take {n} bodies out of review")
            } else {
                format!("Put {n} bodies under review")
            },
            commands,
        },
    }
}
