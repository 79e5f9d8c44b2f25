//! The Compare view: two structures in the same places, under one camera; beside them the list of
//! what becomes of every body, or the details of one.

use std::collections::BTreeSet;

use egui::{Frame, Margin, Rect, Stroke, Ui, Vec2};

use super::action::Action;
use super::app::{App, Shown};
use super::canvas::convert::{colour, page_rect};
use super::canvas::{Faded, Look, PaneOutput, Sides, body_id, halves, trace_ui};
use super::compare_as::compare_as_ui;
use super::draw_canvas::take;
use super::draw_view::NARROW;
use super::morph_view::morph_ui;
use super::overlay_view::overlay_ui;
use super::sides::{self, label};
use super::strips::{covered, strips_ui, told};
use super::theme::{self, strong};
use super::widgets::{button, clipped, muted, named, tab, tick, view_bar};
use super::{filters, inspector, ledger_panel, options_view};
use crate::editor::{BodyRef, Camera, CompareAs, Picture, Session, travel};
use crate::model::{Project, StructureId};

/// Height of the headings over the panes.
const HEADING: f32 = 34.0;

pub(super) fn compare_ui(app: &mut App, ui: &mut Ui) {
    let width = ui.ctx().content_rect().width();
    let narrow = width < NARROW;
    view_bar(ui, "sides", |ui| {
        let Some(session) = &mut app.session else {
            return;
        };
        sides::sides_ui(ui, session);
        ui.add_space(8.0);
        if session.options {
            // A table has no lines to be filtered.
            return;
        }
        compare_as_ui(app, ui);
        let Some(session) = &mut app.session else {
            return;
        };
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            filters::filters_ui(ui, session, narrow);
        });
    });
    if app.session.as_ref().is_some_and(|session| session.options) {
        options_view::options_ui(app, ui);
        return;
    }
    let beside = match app.beside {
        // Fields need more room than the list.
        Beside::Details if width < 900.0 => 236.0,
        Beside::Ledger if width < 900.0 => 190.0,
        _ => 268.0,
    };
    let way = app.session.as_ref().map(|s| s.compare_as);
    // In front of a room the drawing has all of it.
    if way != Some(CompareAs::Morph) {
        beside_ui(app, ui, beside);
    }
    egui::CentralPanel::default()
        .frame(Frame::new().fill(colour(theme::theme(ui.ctx()).ui.canvas)))
        .show(ui, |ui| {
            let mut area = ui.available_rect_before_wrap();
            match way {
                Some(CompareAs::Overlay) => overlay_ui(app, ui),
                Some(CompareAs::Morph) => {
                    morph_ui(app, ui);
                    // The sentence over the drawing stays free.
                    area = ui.available_rect_before_wrap();
                }
                _ => {
                    panes_ui(app, ui);
                    area.min.y += HEADING;
                }
            }
            strips_ui(app, ui, area);
        });
}

/// What the panel beside the panes shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Beside {
    #[default]
    Ledger,
    Details,
}

/// "What becomes of it", or the details of what is selected, to be edited.
fn beside_ui(app: &mut App, ui: &mut Ui, width: f32) {
    let colours = &theme::theme(ui.ctx()).ui;
    let frame = Frame::new()
        .fill(colour(colours.panel))
        .inner_margin(Margin::symmetric(0, 4));
    egui::Panel::right("beside the comparison")
        .exact_size(width)
        .resizable(false)
        .frame(frame)
        .show(ui, |ui| {
            ui.horizontal(|ui| {
                ui.set_height(28.0);
                ui.spacing_mut().item_spacing.x = 0.0;
                let first = if width < 200.0 {
                    "Changes"
                } else {
                    "What becomes of it"
                };
                for (choice, words) in [(Beside::Ledger, first), (Beside::Details, "Details")] {
                    if tab(ui, words, app.beside == choice).clicked() {
                        app.beside = choice;
                    }
                }
            });
            if app.beside == Beside::Details {
                inspector::inspector_ui(app, ui);
                return;
            }
            changes_ui(app, ui);
            let (Some(session), Some(shown)) = (&mut app.session, &app.shown) else {
                return;
            };
            if is_of(shown, session)
                && let Some(ledger) = &shown.ledger
            {
                ledger_panel::ledger_ui(ui, session, ledger);
            }
        });
}

/// Going from change to change, and making the rest pale.
fn changes_ui(app: &mut App, ui: &mut Ui) {
    ui.add_space(4.0);
    ui.horizontal_wrapped(|ui| {
        ui.add_space(8.0);
        for (action, words) in [
            (Action::PreviousChange, "Previous"),
            (Action::NextChange, "Next"),
        ] {
            let offer = action.offer();
            let response = named(button(ui, offer.icon, words), offer.words);
            if response.clicked() {
                app.queue.push(action);
            }
            if let Some(keys) = offer.keys.first() {
                response.on_hover_text(ui.ctx().format_shortcut(keys));
            }
        }
    });
    ui.horizontal(|ui| {
        ui.add_space(8.0);
        let offer = Action::Options.offer();
        if button(ui, offer.icon, offer.words).clicked() {
            app.queue.push(Action::Options);
        }
    });
    ui.horizontal(|ui| {
        ui.add_space(8.0);
        let on = app.session.as_ref().is_some_and(|s| s.only_changes);
        if tick(ui, on, Action::OnlyChanges.offer().words) {
            app.queue.push(Action::OnlyChanges);
        }
    });
}

/// Whether a picture is of what is chosen, in whatever colours and filters.
pub(super) fn is_of(shown: &Shown, session: &Session) -> bool {
    shown.key.view == session.view_key()
}

/// What the pointed at or focused body is joined to by lineage.
pub(super) fn family(session: &Session, shown: &Shown) -> BTreeSet<BodyRef> {
    match (session.selection.traced(), &shown.ledger) {
        (Some(body), Some(ledger)) => ledger.family(body),
        _ => BTreeSet::new(),
    }
}

/// What is pale while only changes are looked at.
pub(super) fn faded(session: &Session, shown: &Shown) -> Faded {
    match &shown.ledger {
        Some(ledger) if session.only_changes => Faded {
            bodies: ledger.unchanged(),
            clear: ledger.changed_lines(),
        },
        _ => Faded::default(),
    }
}

fn panes_ui(app: &mut App, ui: &mut Ui) {
    let whole = ui.available_rect_before_wrap();
    let (Some(session), Some(shown)) = (&mut app.session, &mut app.shown) else {
        ui.centered_and_justified(|ui| muted(ui, "The comparison is being made."));
        return;
    };
    if !is_of(shown, session) || shown.panes.len() != 2 {
        ui.centered_and_justified(|ui| muted(ui, "The comparison is being made."));
        return;
    }
    let theme = theme::theme(ui.ctx());
    let mut area = whole;
    area.min.y += HEADING;
    let areas = halves(area);
    let content = shown.panes.iter().map(|p| p.picture.bounds());
    let content = crate::geom::union(content).unwrap_or_default();
    let [first, second] = areas;
    let mut camera = session.keep_fitted(page_rect(first), content, told(ui));
    let project = session.document.snapshot();
    let Some((from, to)) = session.pair.clone() else {
        return;
    };
    heading_ui(
        ui,
        &project,
        &from,
        Rect::from_min_max(whole.min, first.right_top()),
    );
    heading_ui(
        ui,
        &project,
        &to,
        Rect::from_min_max(
            second.left_top() - Vec2::new(0.0, HEADING),
            second.right_top(),
        ),
    );
    let traced = session.selection.traced().cloned();
    let (family, faded) = (family(session, shown), faded(session, shown));
    let before = camera;
    if let Some(body) = session.hand.reveal.take()
        && let Some(card) = shown.panes.iter().find_map(|p| p.picture.card(&body))
    {
        camera.reveal(page_rect(first), card.rect, 24.0);
        ui.memory_mut(|m| m.request_focus(body_id(&card.body)));
        ui.ctx().request_repaint();
    }
    if shown.key.revision == session.document.revision() {
        let pictures: Vec<&Picture> = shown.panes.iter().map(|p| &*p.picture).collect();
        session.follow(&pictures, page_rect(first), covered(ui), &mut camera);
    }
    let mut out = PaneOutput::default();
    for ((pane, area), id) in shown.panes.iter_mut().zip(areas).zip([&from, &to]) {
        let look = Look {
            project: &project,
            selection: &session.selection,
            traced: &family,
            faded: &faded,
            ledger: shown.ledger.as_ref(),
            theme,
            name: &format!("Diagram of {}", label(&project, id)),
            hand: None,
        };
        merge(&mut out, pane.show(ui, area, &mut camera, &look));
    }
    let line = Stroke::new(1.0, colour(theme.ui.border));
    ui.painter().vline(area.center().x, whole.y_range(), line);
    follow_keys(ui, shown, &out, &mut camera, first);
    if let (Some(body), Some(ledger), [a, b]) = (&traced, &shown.ledger, shown.panes.as_slice()) {
        let sides = Sides {
            panes: [a, b],
            areas,
            camera,
        };
        trace_ui(&ui.painter_at(area), &sides, ledger, body, theme);
    }
    // The left pane was painted before a move in the right one.
    if camera != before {
        ui.ctx().request_repaint();
    }
    session.compare_camera = Some(camera);
    take(session, out);
}

fn merge(out: &mut PaneOutput, pane: PaneOutput) {
    out.hovered = pane.hovered.or(out.hovered.take());
    out.focused = pane.focused.or(out.focused.take());
    out.inputs.extend(pane.inputs);
    out.travel = pane.travel.or(out.travel.take());
}

pub(super) fn follow_keys(
    ui: &Ui,
    shown: &Shown,
    out: &PaneOutput,
    camera: &mut Camera,
    area: Rect,
) {
    let Some((from, direction)) = &out.travel else {
        return;
    };
    let pane = shown.panes.iter().find(|p| p.picture.card(from).is_some());
    if let Some(card) = pane.and_then(|p| travel(&p.picture, from, *direction)) {
        camera.reveal(page_rect(area), card.rect, 24.0);
        ui.memory_mut(|m| m.request_focus(body_id(&card.body)));
        ui.ctx().request_repaint();
    }
}

/// Title of a side.
fn heading_ui(ui: &mut Ui, project: &Project, id: &StructureId, rect: Rect) {
    let Some(structure) = project.structure(id) else {
        return;
    };
    let mut ui = ui.new_child(
        egui::UiBuilder::new()
            .max_rect(rect.shrink2(Vec2::new(16.0, 4.0)))
            .id_salt(("heading", id.as_str()))
            .layout(egui::Layout::left_to_right(egui::Align::Center)),
    );
    let title = if structure.head.title.trim().is_empty() {
        structure.label()
    } else {
        structure.head.title.clone()
    };
    // Where there is no room for all of it, the rest is one pointer away.
    ui.add(clipped(&ui, strong(title, 15.0), 1));
}
