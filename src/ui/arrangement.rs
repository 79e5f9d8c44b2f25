//! Acts on the arrangement: places by hand, how views are drawn.

use super::action::Action;
use super::app::App;
use super::work::Request;
use crate::editor::{ArrangeOrder, CompareAs, View, tool};
use crate::model::{BodyId, Pin};

impl App {
    pub(super) fn perform_arrangement(&mut self, action: Action) {
        let Some(session) = &mut self.session else {
            return;
        };
        match action {
            Action::ArrangeSelection => self.ask_for_places(),
            Action::ArrangeAll => tool::arrange_all(session),
            Action::ReleasePins => tool::release_pins(session),
            Action::GatherLines => session.gather_lines(),
            _ => {
                if let Some(page) = action.page(session.page) {
                    session.page = page;
                    session.show_view(action.page_view());
                    if action.page_view() == View::Compare {
                        session.show_compared(CompareAs::SideBySide);
                    }
                }
            }
        }
    }

    /// Has the selected bodies laid out by themselves; their places come in a later frame.
    fn ask_for_places(&mut self) {
        let (Some(session), Some(shown)) = (&self.session, &self.shown) else {
            return;
        };
        let picture = shown.panes.first().map(|pane| &pane.picture);
        let order = picture.and_then(|picture| ArrangeOrder::of(session, picture));
        if let Some(order) = order {
            self.worker.send(Request::Arrange(Box::new(order)));
        }
    }

    /// Places that were asked for become pins, if nothing has changed and nobody has begun anything
    /// else meanwhile.
    pub(super) fn take_places(&mut self, order: &ArrangeOrder, places: Vec<(BodyId, Pin)>) {
        if let Some(session) = &mut self.session
            && session.document.revision() == order.revision
            && order.still_wanted(session)
            && !places.is_empty()
        {
            tool::put_at(session, &order.bodies, places);
        }
    }
}
