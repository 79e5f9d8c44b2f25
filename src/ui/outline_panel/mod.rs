//! The outline at the left: the structure as a nested list to be typed in, one selection with
//! the canvas.

mod drag;
mod keys;
mod naming;
mod row;
mod state;
mod unaccounted;

use egui::{Frame, Margin, Rect, ScrollArea, Ui, Vec2};
use egui_phosphor::regular as icon;

use super::action::Action;
use super::app::App;
use super::canvas::convert::colour;
use super::inspector;
use super::theme::{self, strong};
use super::widgets::{button, muted, tab};
use crate::editor::{BodyRef, Session, Spot, unaccounted};
use crate::model::{BodyId, Structure};
use crate::scene::Looks;
use row::{Shown, heading_ui, row_ui};
pub(crate) use state::OutlineState;
use state::{Line, Typed, row_id};

/// What the left panel shows where there is no room for a right one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum LeftTab {
    #[default]
    Outline,
    Details,
}

pub(super) fn left_panel_ui(app: &mut App, ui: &mut Ui, narrow: bool) {
    let colours = &theme::theme(ui.ctx()).ui;
    egui::Panel::left("outline")
        .exact_size(236.0)
        .resizable(false)
        .frame(
            Frame::new()
                .fill(colour(colours.panel))
                .inner_margin(Margin::symmetric(0, 6)),
        )
        .show(ui, |ui| {
            if narrow {
                ui.horizontal(|ui| {
                    ui.set_height(28.0);
                    for (choice, words) in
                        [(LeftTab::Outline, "Outline"), (LeftTab::Details, "Details")]
                    {
                        if tab(ui, words, app.left_tab == choice).clicked() {
                            app.left_tab = choice;
                        }
                    }
                });
                if app.left_tab == LeftTab::Details {
                    inspector::inspector_ui(app, ui);
                    return;
                }
            }
            let (outline, queue) = (&mut app.outline, &mut app.queue);
            if let Some(session) = &mut app.session {
                outline_ui(ui, outline, session, queue, !narrow);
            }
        });
}

fn outline_ui(
    ui: &mut Ui,
    list: &mut OutlineState,
    session: &mut Session,
    queue: &mut Vec<Action>,
    heading: bool,
) {
    let project = session.document.snapshot();
    let Some(structure) = project.structure(&session.structure) else {
        return;
    };
    list.follow(session);
    let missing = list.missing(session, || unaccounted(&project, structure));
    // In a low window the list needs all the room; then they follow at its end.
    let low = ui.ctx().content_rect().height() < 480.0;
    if !missing.is_empty() && !low {
        egui::Panel::bottom("unaccounted")
            .frame(Frame::new().inner_margin(Margin::symmetric(12, 8)))
            .show(ui, |ui| {
                unaccounted::unaccounted_ui(ui, session, structure, &missing);
            });
    }
    if heading {
        ui.horizontal(|ui| {
            ui.add_space(12.0);
            ui.label(strong("Outline", 13.5));
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                ui.add_space(12.0);
                muted(ui, "Enter adds, Tab indents");
            });
        });
    }
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        list_ui(ui, list, session, queue, structure);
        add_ui(ui, list, session, structure);
        if !missing.is_empty() && low {
            Frame::new()
                .inner_margin(Margin::symmetric(12, 8))
                .show(ui, |ui| {
                    unaccounted::unaccounted_ui(ui, session, structure, &missing);
                });
        }
        ui.add_space(8.0);
    });
}

/// The rows that are in sight, and the one that is being named wherever it is.
fn list_ui(
    ui: &mut Ui,
    list: &mut OutlineState,
    session: &mut Session,
    queue: &mut Vec<Action>,
    structure: &Structure,
) {
    greet(ui, list, structure);
    list.asked = session.prompt.is_some();
    list.hand_over(ui.ctx());
    let key = list.take_key(ui.ctx());
    refresh(ui, list, session, structure);
    if key.is_none() {
        list.take_keys(ui.ctx(), session, queue);
        list.hand_over(ui.ctx());
    }
    // The keys may have changed what is there.
    let project = session.document.snapshot();
    let structure = project.structure(structure.id()).unwrap_or(structure);
    refresh(ui, list, session, structure);
    let width = ui.available_width();
    let (rect, _) = ui.allocate_exact_size(
        Vec2::new(width, list.listing.height()),
        egui::Sense::hover(),
    );
    let seen = ui.clip_rect();
    let first = list.listing.line_at(seen.top() - rect.top());
    let last = list.listing.line_at(seen.bottom() - rect.top());
    let named = list.naming.as_ref().map(naming::Naming::row);
    let named = named.and_then(|row| list.listing.line_of(&row));
    // The row with the keyboard is there even when it is out of sight.
    let target = list.target(session, true);
    let target = target.and_then(|row| list.listing.line_of(&row));
    let stop = list.target(session, list.holds_keyboard(ui.ctx(), structure));
    let looks = Looks::new(&project, theme::theme(ui.ctx()));
    let outside = [named, target.filter(|line| Some(*line) != named)];
    let outside = outside.into_iter().flatten();
    let outside = outside.filter(|line| !(first..=last).contains(line));
    let lines: Vec<usize> = (first..=last).chain(outside).collect();
    reveal(ui, list, session, rect, named);
    // Rows and fields stand where the list says: they leave the room of what follows alone.
    let rows = &mut ui.new_child(egui::UiBuilder::new().max_rect(rect).id_salt("rows"));
    for line in lines {
        if let Some((top, bottom)) = list.listing.span(line) {
            let place =
                Rect::from_x_y_ranges(rect.x_range(), (rect.top() + top)..=(rect.top() + bottom));
            let known = (structure, &looks, stop.as_ref());
            line_ui(rows, list, session, known, (line, place));
        }
    }
    list.drag_ui(ui, rect, session, structure);
    if let Some(key) = key {
        list.perform_key(ui.ctx(), session, key);
    }
}

fn refresh(ui: &Ui, list: &mut OutlineState, session: &Session, structure: &Structure) {
    let draft = list.naming.as_ref().and_then(|naming| naming.draft());
    let named = list.naming.as_ref().map(naming::Naming::row);
    let new = list.naming.as_ref().is_some_and(naming::Naming::is_new);
    let typed = Typed {
        draft,
        named: named.as_ref(),
        new: named.as_ref().filter(|_| new),
    };
    list.listing
        .refresh(ui, session, structure, typed, &list.folded);
}

/// An empty list is one field, which has the keyboard when nothing else does.
fn greet(ui: &Ui, list: &mut OutlineState, structure: &Structure) {
    if !structure.bodies.is_empty() || list.naming.is_some() {
        return;
    }
    let free = !list.asked && ui.memory(|m| m.focused().is_none());
    if free && !list.greeted {
        list.draft(ui.ctx(), Spot::default());
    } else {
        list.wait_for_first();
    }
    list.greeted = true;
}

/// Scrolls to the row with the keyboard when it has just moved.
fn reveal(ui: &Ui, list: &mut OutlineState, session: &Session, rect: Rect, named: Option<usize>) {
    if !std::mem::take(&mut list.reveal) {
        return;
    }
    let target = list.target(session, true);
    let line = named.or_else(|| list.listing.line_of(&target?));
    if let Some((top, bottom)) = line.and_then(|line| list.listing.span(line)) {
        let place =
            Rect::from_x_y_ranges(rect.x_range(), (rect.top() + top)..=(rect.top() + bottom));
        ui.scroll_to_rect(place.expand(4.0), None);
    }
}

fn line_ui(
    ui: &mut Ui,
    list: &mut OutlineState,
    session: &mut Session,
    (structure, looks, stop): (&Structure, &Looks<'_>, Option<&BodyId>),
    (line, place): (usize, Rect),
) -> Option<()> {
    let (body, at, depth, parent) = match list.listing.lines.get(line)? {
        Line::Heading(section, count) => {
            heading_ui(ui, place, *section, *count);
            return None;
        }
        Line::Row {
            body,
            at,
            depth,
            parent,
        } => (body.clone(), *at, *depth, *parent),
    };
    if let Some(naming) = list.naming.as_mut().filter(|n| n.row() == body) {
        let left = place.left() + state::indent(depth) - 4.0;
        let field = Rect::from_min_max(
            egui::pos2(left, place.top() + 1.0),
            place.right_bottom() - Vec2::new(8.0, 1.0),
        );
        if naming.field_ui(ui, field, session) {
            list.settle(ui.ctx(), session);
        }
        return None;
    }
    let record = structure.bodies.get(at?)?;
    let which = BodyRef::new(structure.id(), &body);
    let shown = Shown {
        body: record,
        depth,
        fold: parent.then(|| list.folded.contains(&body)),
        stop: stop == Some(&body),
        which,
    };
    let touched = row_ui(ui, place, session, looks, &shown);
    if touched.fold {
        if !list.folded.remove(&body) {
            list.folded.insert(body);
        }
        ui.ctx().request_repaint();
    } else if touched.response.double_clicked() {
        list.rename(ui.ctx(), session, record);
    } else if touched.response.clicked() {
        clicked(ui, list, session, shown.which);
    } else if touched.response.drag_started() {
        list.dragged = Some(body);
    }
    Some(())
}

fn clicked(ui: &Ui, list: &mut OutlineState, session: &mut Session, which: BodyRef) {
    let adds = ui.input(|i| i.modifiers.shift || i.modifiers.command);
    ui.memory_mut(|m| m.request_focus(row_id(&which)));
    list.cursor = Some(which.body.clone());
    list.entered = true;
    if adds {
        session.selection.toggle(which);
    } else {
        session.selection.choose(which);
    }
}

/// For those with a mouse: a row at the end that adds.
fn add_ui(ui: &mut Ui, list: &mut OutlineState, session: &mut Session, structure: &Structure) {
    if structure.bodies.is_empty() {
        Frame::new()
            .inner_margin(Margin::symmetric(12, 6))
            .show(ui, |ui| {
                muted(ui, "Type a name, Enter for the next; Tab sets it in.");
            });
        return;
    }
    ui.add_space(6.0);
    ui.horizontal(|ui| {
        ui.add_space(12.0);
        let words = "Add body";
        let add = button(ui, icon::PLUS, words).on_hover_text("Type a name, Enter for the next");
        if add.clicked() {
            let at = session.selection.body().map(|b| b.body.clone());
            list.cursor = at;
            list.draft(ui.ctx(), Spot::default());
        }
    });
}
