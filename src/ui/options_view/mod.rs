//! The table of options: one row for each body of today, a column for each other structure; or
//! today, what was consulted on and what was decided, with the reason for each difference.

mod words;

use egui::{FontId, Rect, Sense, WidgetInfo, WidgetType, accesskit::Role};
use egui::{Frame, Margin, ScrollArea, Ui, Vec2};
use egui_phosphor::regular as icon;

use super::action::Action;
use super::app::App;
use super::canvas::convert::colour;
use super::sides::chooser;
use super::strips::strips_ui;
use super::theme::{self, strong_family};
use super::widgets::{button, clipped_galley, focus_ring, muted, tab, tick};
use crate::editor::{Revision, Session};
use crate::model::{Project, StructureId};

use words::{Made, Row, Words, make};

/// Height of a row: three rows of words.
const ROW: f32 = 72.0;
const PAD: f32 = 8.0;
const SIZE: f32 = 13.0;
/// Rows of words in a cell; the rest is under the pointer.
const WORDS: usize = 3;
const NARROWEST: f32 = 150.0;

/// What the table remembers.
#[derive(Debug, Default)]
pub(super) struct OptionsState {
    /// What was consulted on and decided, once asked for.
    decided: Option<(StructureId, StructureId)>,
    three: bool,
    only_differences: bool,
    made: Option<(Key, Made)>,
}

/// What the table depends on.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Key {
    revision: Revision,
    today: StructureId,
    /// What was consulted on and decided; all others where there is none.
    decided: Option<(StructureId, StructureId)>,
}

pub(super) fn options_ui(app: &mut App, ui: &mut Ui) {
    let colours = &theme::theme(ui.ctx()).ui;
    let whole = ui.available_rect_before_wrap();
    let state = &mut app.options;
    let Some(session) = &mut app.session else {
        return;
    };
    let mut queue: Vec<Action> = Vec::new();
    egui::Panel::top("option tools")
        .exact_size(38.0)
        .frame(
            Frame::new()
                .fill(colour(colours.canvas))
                .inner_margin(Margin::symmetric(12, 0)),
        )
        .show(ui, |ui| {
            ui.horizontal_centered(|ui| bar_ui(ui, state, session, &mut queue));
        });
    let Some(key) = key(state, session) else {
        return;
    };
    if state.made.as_ref().is_none_or(|(of, _)| *of != key) {
        let made = make(session.project(), &key.today, key.decided.as_ref());
        state.made = Some((key, made));
    }
    egui::CentralPanel::default()
        .frame(Frame::new().fill(colour(colours.canvas)).inner_margin(12))
        .show(ui, |ui| {
            if let Some((_, made)) = &state.made {
                table_ui(ui, made, state.only_differences, session);
            }
        });
    app.queue.extend(queue);
    strips_ui(app, ui, whole);
}

fn bar_ui(ui: &mut Ui, state: &mut OptionsState, session: &Session, queue: &mut Vec<Action>) {
    let project = session.document.snapshot();
    if tab(ui, "Options", !state.three).clicked() {
        state.three = false;
    }
    if project.structures.len() > 2 && tab(ui, "Consulted and decided", state.three).clicked() {
        state.three = true;
        if state.decided.is_none() {
            state.decided = last_two(&project);
        }
    }
    if let (true, Some((consulted, decided))) = (state.three, &mut state.decided) {
        ui.label("Consulted");
        chooser(ui, "Consulted", &project, consulted);
        ui.label("Decided");
        chooser(ui, "Decided", &project, decided);
    }
    let on = state.only_differences;
    if tick(ui, on, "Only differences") {
        state.only_differences = !on;
    }
    ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
        if button(ui, icon::COLUMNS, "Drawings").clicked() {
            queue.push(Action::Compare);
        }
    });
}

/// The last two structures of the file.
fn last_two(project: &Project) -> Option<(StructureId, StructureId)> {
    match project.structures.as_slice() {
        [.., consulted, decided] => Some((consulted.id().clone(), decided.id().clone())),
        _ => None,
    }
}

fn key(state: &mut OptionsState, session: &Session) -> Option<Key> {
    let (today, _) = session.pair.clone()?;
    let project = session.project();
    let there = |id: &StructureId| project.structure(id).is_some();
    if state
        .decided
        .as_ref()
        .is_some_and(|(a, b)| !there(a) || !there(b))
    {
        state.decided = last_two(project);
    }
    state.three &= project.structures.len() > 2;
    Some(Key {
        revision: session.document.revision(),
        today,
        decided: state.decided.clone().filter(|_| state.three),
    })
}

fn table_ui(ui: &mut Ui, made: &Made, only: bool, session: &mut Session) {
    if !made.note.is_empty() {
        muted(ui, &made.note);
        ui.add_space(6.0);
    }
    let rows: Vec<&Row> = made
        .rows
        .iter()
        .filter(|row| row.differs || !only)
        .collect();
    if rows.is_empty() {
        muted(ui, "There is no difference.");
        return;
    }
    // The largest number of columns is far below the point where a float is not exact.
    #[expect(clippy::cast_precision_loss, reason = "a few columns")]
    let count = made.heads.len().max(1) as f32;
    let width = ((ui.available_width() - 16.0) / count).max(NARROWEST);
    let shown = ScrollArea::horizontal().auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing = Vec2::ZERO;
        ui.horizontal(|ui| {
            for head in &made.heads {
                let font = FontId::new(SIZE, strong_family());
                let words = Words::new(head.as_str());
                let (place, _) = ui.allocate_exact_size(Vec2::new(width, 44.0), Sense::empty());
                paint(ui, place, &words, font, 2, true);
            }
        });
        ScrollArea::vertical()
            .auto_shrink(false)
            .show_rows(ui, ROW, rows.len(), |ui, range| {
                for at in range {
                    if let Some(row) = rows.get(at) {
                        row_ui(ui, made, row, (at, width), session);
                    }
                }
            });
    });
    let id = ui.id().with("table of options");
    let whole = ui.interact(shown.inner_rect, id, Sense::empty());
    ui.ctx().accesskit_node_builder(whole.id, |node| {
        node.set_role(Role::Table);
        node.set_label("What becomes of each body");
        node.set_row_count(rows.len());
        node.set_column_count(made.heads.len());
    });
}

/// A row is one button: it selects its body, and says all of its cells.
fn row_ui(ui: &mut Ui, made: &Made, row: &Row, (at, width): (usize, f32), session: &mut Session) {
    let colours = &theme::theme(ui.ctx()).ui;
    // Counts of a few columns.
    #[expect(clippy::cast_precision_loss, reason = "a few columns")]
    let size = Vec2::new(width * made.heads.len() as f32, ROW);
    let (area, _) = ui.allocate_exact_size(size, Sense::empty());
    let id = ui.id().with(("row of options", &row.body, at));
    let response = ui.interact(area, id, Sense::click());
    let selected = row
        .body
        .as_ref()
        .is_some_and(|body| session.selection.holds(body));
    if selected {
        ui.painter()
            .rect_filled(area, 0.0, colour(colours.accent_tint));
    } else if response.hovered() {
        ui.painter().rect_filled(area, 0.0, colour(colours.raised));
    }
    let mut said: Vec<String> = Vec::new();
    for (column, words) in row.cells.iter().enumerate() {
        #[expect(clippy::cast_precision_loss, reason = "a few columns")]
        let left = area.left() + width * column as f32;
        let place = Rect::from_min_size(egui::pos2(left, area.top()), Vec2::new(width, ROW));
        let font = if column == 0 {
            FontId::new(SIZE, strong_family())
        } else {
            FontId::proportional(SIZE)
        };
        paint(ui, place, words, font, WORDS, false);
        let head = made.heads.get(column).map_or("", String::as_str);
        said.push(format!("{head}: {}", words.text));
    }
    let said = said.join(". ");
    response.widget_info(|| {
        WidgetInfo::selected(WidgetType::SelectableLabel, true, selected, said.as_str())
    });
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Row);
        node.set_row_index(at);
    });
    focus_ring(ui, &response);
    if response.clicked()
        && let Some(body) = &row.body
    {
        session.selection.choose(body.clone());
    }
    response.on_hover_text(said);
}

fn paint(ui: &Ui, place: Rect, words: &Words, font: FontId, rows: usize, head: bool) {
    let colours = &theme::theme(ui.ctx()).ui;
    let tone = colour(if words.quiet {
        colours.muted
    } else {
        colours.text
    });
    let room = place.width() - 2.0 * PAD;
    let galley = clipped_galley(ui, (&words.text, font, tone), room, rows);
    ui.painter()
        .galley(place.min + Vec2::splat(PAD - 1.0), galley, tone);
    let line = colour(if head {
        colours.control
    } else {
        colours.border
    });
    let line = egui::Stroke::new(1.0, line);
    ui.painter()
        .hline(place.x_range(), place.bottom() - 0.5, line);
}
