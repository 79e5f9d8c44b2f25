//! Carrying out what was asked for, at the end of a frame.

use std::path::PathBuf;

use egui::{Context, Rect};

use super::action::{Action, Group};
use super::app::{App, Chosen};
use super::dialog::Question;
use super::stages;
use crate::editor::{ChangesPage, Session, View, tool};
use crate::geom;

impl App {
    pub(super) fn perform(&mut self, action: Action, ctx: &Context) {
        // Whoever asks for something else has finished typing on the canvas.
        if let Some(session) = &mut self.session {
            tool::leave(session);
        }
        if matches!(action.group(), Group::Drawing | Group::Arrangement)
            && !matches!(action, Action::Delete | Action::Reverse)
            && let Some(session) = &mut self.session
        {
            // What is done on the drawing is seen on the drawing.
            session.matrix = false;
        }
        match action.group() {
            Group::File => self.perform_on_file(action, ctx),
            Group::Edit | Group::Drawing => self.perform_edit(action),
            Group::Fate | Group::Structure => self.perform_on_structure(action),
            Group::Arrangement => self.perform_arrangement(action),
            Group::View => self.perform_view(action),
        }
        ctx.request_repaint();
    }

    fn perform_view(&mut self, action: Action) {
        match action {
            Action::Changes => self.changes(ChangesPage::Schedule),
            Action::Plan => self.changes(ChangesPage::Plan),
            Action::Members => self.view(View::Members),
            Action::Measures => self.view(View::Measures),
            Action::ShowInDrawing => self.show_in_drawing(),
            Action::SideBySide | Action::Overlay | Action::Morph => {
                if let (Some(session), Some(way)) = (&mut self.session, action.compares()) {
                    session.show_compared(way);
                }
            }
            action if action.shows_steps() => self.show_steps(action),
            Action::Draw => self.draw(false),
            Action::Matrix => self.draw(true),
            Action::Stages => {
                self.draw(false);
                if let Some(session) = &mut self.session {
                    stages::toggle(session);
                }
            }
            Action::Compare => self.compared(false),
            Action::Options => self.compared(true),
            Action::ZoomIn => self.zoom(|zoom| zoom * 1.25),
            Action::ZoomOut => self.zoom(|zoom| zoom / 1.25),
            Action::FullSize => self.zoom(|_| 1.0),
            Action::Fit => {
                if let Some(session) = &mut self.session {
                    *session.camera_mut() = None;
                }
            }
            Action::FitSelection => self.fit_selection(),
            Action::NextChange => self.step(false),
            Action::PreviousChange => self.step(true),
            Action::OnlyChanges => {
                self.compared(false);
                if let Some(session) = &mut self.session {
                    session.only_changes = !session.only_changes;
                }
            }
            _ => {}
        }
    }

    /// The Draw view, with a grid or with the drawing.
    fn draw(&mut self, matrix: bool) {
        self.view(View::Draw);
        if let Some(session) = &mut self.session {
            session.matrix = matrix;
        }
    }

    /// The Compare view, with the table of options or with the drawings.
    fn compared(&mut self, options: bool) {
        self.view(View::Compare);
        if let Some(session) = &mut self.session {
            session.options = options;
        }
    }

    fn view(&mut self, view: View) {
        if let Some(session) = &mut self.session {
            session.show_view(view);
        }
    }

    fn changes(&mut self, page: ChangesPage) {
        self.view(View::Changes);
        if let Some(session) = &mut self.session {
            session.schedule.page = page;
        }
    }

    /// What is selected, in the drawing of its structure.
    fn show_in_drawing(&mut self) {
        let Some(session) = &mut self.session else {
            return;
        };
        let bodies = session.selection.bodies().to_vec();
        if let Some(last) = bodies.last() {
            session.show_structure(&last.structure);
            session.hand.reveal = Some(last.clone());
        }
    }

    /// Goes to the next change of the comparison, or the one before.
    fn step(&mut self, back: bool) {
        self.compared(false);
        if self.session.as_ref().is_some_and(Session::morphs) {
            let step = if back {
                Action::PreviousStep
            } else {
                Action::NextStep
            };
            return self.show_steps(step);
        }
        let (Some(session), Some(shown)) = (&mut self.session, &self.shown) else {
            return;
        };
        let Some(ledger) = &shown.ledger else { return };
        if let Some(body) = ledger.step(session.selection.body(), back).first() {
            session.go_to(body);
        }
    }

    /// Goes along the way from one structure to the other.
    fn show_steps(&mut self, action: Action) {
        let morph = self.shown.as_ref().and_then(|shown| shown.morph.as_ref());
        let Some(session) = &mut self.session else {
            return;
        };
        let Some(morph) = morph else {
            // The way is still being made.
            if action == Action::PlayOrPause {
                session.showing.play_when_made();
            }
            return;
        };
        let last = morph.last();
        match action {
            Action::PlayOrPause => session.showing.play_or_stop(last),
            Action::NextStep => session.showing.step(false, last),
            Action::PreviousStep => session.showing.step(true, last),
            Action::FirstStep => session.showing.go_to(0),
            _ => session.showing.go_to(last),
        }
    }

    /// Zooms about the middle of the view.
    fn zoom(&mut self, change: impl Fn(f64) -> f64) {
        if let Some(camera) = self.session.as_mut().and_then(|s| s.camera_mut().as_mut()) {
            let middle = geom::Point::ZERO;
            let factor = change(camera.zoom) / camera.zoom;
            camera.zoom_at(geom::Rect::ZERO, middle, factor);
        }
    }

    /// Asks for a file; the answer comes back in a later frame.
    pub(super) fn ask(
        &mut self,
        ctx: &Context,
        question: Question,
        answer: impl FnOnce(PathBuf) -> Chosen + Send + 'static,
    ) {
        let (choose, ctx) = (self.choose.clone(), ctx.clone());
        self.dialogs.ask(
            question,
            Box::new(move |path| {
                // The window may be closed by now; then nobody wants the answer.
                if choose.send(path.map_or(Chosen::Nothing, answer)).is_ok() {
                    ctx.request_repaint();
                }
            }),
        );
    }
}

/// Looks at a whole picture in a box of the window.
pub(super) fn fitted(area: Rect, content: geom::Rect, largest: f64) -> crate::editor::Camera {
    let mut camera = crate::editor::Camera::default();
    camera.fit(
        super::canvas::convert::page_rect(area),
        content,
        16.0,
        largest,
    );
    camera
}
