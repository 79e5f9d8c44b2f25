//! "What becomes of it": the fates of a comparison in groups, in step with the panes.

use egui::{FontId, Frame, Margin, Rect, ScrollArea, Sense, Ui, Vec2, WidgetInfo, WidgetType};
use egui_phosphor::regular as icon;

use super::canvas::convert::colour;
use super::theme::{self, strong};
use super::widgets::{clipped_galley, focus_ring, link, muted, muted_colour, sample};
use crate::compare::Row;
use crate::editor::{BodyRef, FateGroup, Ledger, Session};
use crate::model::{Fate, Project};
use crate::scene::sample as samples;
use crate::scene::theme::{Mark, Theme};

/// The list inside its panel.
pub(super) fn ledger_ui(ui: &mut Ui, session: &mut Session, ledger: &Ledger) {
    let theme = theme::theme(ui.ctx());
    let project = session.document.snapshot();
    let missing = ledger.unaccounted();
    let low = ui.ctx().content_rect().height() < 480.0;
    if !missing.is_empty() && !low {
        egui::Panel::bottom("ledger unaccounted")
            .frame(Frame::new().inner_margin(Margin::symmetric(12, 8)))
            .show(ui, |ui| unaccounted_ui(ui, session, &project, &missing));
    }
    Frame::new()
        .inner_margin(Margin::symmetric(12, 4))
        .show(ui, |ui| muted(ui, &ledger.coverage(&project)));
    let only_changes = session.only_changes;
    let fresh = freshly_chosen(ui, session);
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for group in ledger.groups() {
            if !(only_changes && group.fate == Some(Fate::Retained)) {
                group_ui(
                    ui,
                    session,
                    ledger,
                    (&project, theme),
                    &group,
                    fresh.as_ref(),
                );
            }
        }
        if !missing.is_empty() && low {
            Frame::new()
                .inner_margin(Margin::symmetric(12, 8))
                .show(ui, |ui| unaccounted_ui(ui, session, &project, &missing));
        }
        ui.add_space(8.0);
    });
}

/// The body that was chosen since the list was shown last: it is brought in sight.
fn freshly_chosen(ui: &Ui, session: &Session) -> Option<BodyRef> {
    let id = egui::Id::new("chosen in the ledger");
    let now = session.selection.body().cloned();
    let before: Option<Option<BodyRef>> = ui.data(|d| d.get_temp(id));
    if before.as_ref() == Some(&now) {
        return None;
    }
    ui.data_mut(|d| d.insert_temp(id, now.clone()));
    now
}

fn group_ui(
    ui: &mut Ui,
    session: &mut Session,
    ledger: &Ledger,
    (project, theme): (&Project, &Theme),
    group: &FateGroup,
    fresh: Option<&BodyRef>,
) {
    let mark = group.fate.map_or(Some(Mark::Moved), Mark::of);
    ui.add_space(6.0);
    ui.horizontal(|ui| {
        ui.set_height(24.0);
        ui.add_space(12.0);
        if let Some(mark) = mark {
            sample(ui, Vec2::splat(12.0), |r| samples::mark(mark, theme, r));
        }
        ui.label(strong(group.word, 13.5));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            ui.add_space(12.0);
            ui.label(group.rows.len().to_string());
        });
    });
    for row in group.rows.iter().filter_map(|i| ledger.0.rows.get(*i)) {
        row_ui(ui, session, ledger, (project, theme), row, fresh);
    }
}

fn row_ui(
    ui: &mut Ui,
    session: &mut Session,
    ledger: &Ledger,
    (project, theme): (&Project, &Theme),
    row: &Row,
    fresh: Option<&BodyRef>,
) {
    let members: Vec<BodyRef> = ledger.earlier(row).chain(ledger.later(row)).collect();
    let Some(first) = members.first().cloned() else {
        return;
    };
    let names = |bodies: &mut dyn Iterator<Item = BodyRef>| {
        let names: Vec<String> = bodies.map(|b| b.name(project).to_owned()).collect();
        names.join("; ")
    };
    let earlier = names(&mut ledger.earlier(row));
    let later = names(&mut ledger.later(row));
    let heading = if earlier.is_empty() {
        later.clone()
    } else {
        earlier.clone()
    };
    let detail = detail(project, ledger, row, &earlier, &later);
    let whole = format!("{heading}\n{detail}");
    let pointed = session
        .selection
        .traced()
        .is_some_and(|b| members.contains(b));
    // What is selected stays marked, also while the pointer rests on something else.
    let chosen = members.iter().any(|b| session.selection.holds(b));
    let room = ui.available_width() - 44.0;
    let layout = |ui: &Ui, words: String, size: f32, tone| {
        clipped_galley(ui, (&words, FontId::proportional(size), tone), room, 5)
    };
    let title = layout(ui, heading.clone(), 13.0, colour(theme.ui.text));
    let detail = (!detail.is_empty()).then(|| layout(ui, detail, 12.0, muted_colour(ui)));
    let height = title.size().y + detail.as_ref().map_or(0.0, |d| d.size().y) + 8.0;
    let size = Vec2::new(ui.available_width(), height.max(24.0));
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| {
        let words = format!("{}: {heading}", crate::editor::word(row));
        WidgetInfo::selected(WidgetType::SelectableLabel, true, pointed || chosen, words)
    });
    if fresh.is_some_and(|body| members.contains(body)) {
        response.scroll_to_me(None);
    }
    if response.hovered() || response.has_focus() {
        session.selection.pointed = Some(first.clone());
    }
    if response.clicked() {
        session.selection.choose(first);
    }
    let painter = ui.painter();
    if pointed {
        painter.rect_filled(rect, 0.0, colour(theme.ui.accent_tint));
    }
    if pointed || chosen {
        let bar = Rect::from_min_size(rect.min, Vec2::new(3.0, rect.height()));
        painter.rect_filled(bar, 0.0, colour(theme.ui.accent));
    }
    let at = rect.min + Vec2::new(32.0, 4.0);
    let cut = title.elided || detail.as_ref().is_some_and(|d| d.elided);
    let under = at + Vec2::new(0.0, title.size().y);
    painter.galley(at, title, colour(theme.ui.text));
    if let Some(detail) = detail {
        painter.galley(under, detail, muted_colour(ui));
    }
    focus_ring(ui, &response);
    if cut {
        response.on_hover_text(whole);
    }
}

/// What follows under the names: the successor, the new parent, or nothing.
fn detail(project: &Project, ledger: &Ledger, row: &Row, earlier: &str, later: &str) -> String {
    let mut out = Vec::new();
    if !earlier.is_empty() && !later.is_empty() && earlier != later {
        out.push(format!("becomes {later}"));
    }
    if let Some(moved) = &row.moved {
        let names: Vec<&str> = moved
            .to
            .iter()
            .filter_map(|b| Some(project.structure(&ledger.0.to)?.body(b)?.name.as_str()))
            .collect();
        out.push(if names.is_empty() {
            "now reports to nobody".to_owned()
        } else {
            format!("now reports to {}", names.join(" and "))
        });
    }
    out.join("; ")
}

fn unaccounted_ui(ui: &mut Ui, session: &mut Session, project: &Project, missing: &[BodyRef]) {
    let tone = colour(theme::theme(ui.ctx()).ui.warning);
    ui.label(
        strong(
            format!("{}  Unaccounted {}", icon::WARNING, missing.len()),
            13.5,
        )
        .color(tone),
    );
    ScrollArea::vertical()
        .id_salt("unaccounted")
        .max_height(110.0)
        .show(ui, |ui| {
            for body in missing {
                let side = project.structure(&body.structure);
                let side = side.map_or_else(String::new, crate::model::Structure::label);
                let words = format!("{} ({side})", body.name(project));
                let response = link(ui, &words);
                if response.hovered() {
                    session.selection.pointed = Some(body.clone());
                }
                if response.clicked() {
                    session.selection.choose(body.clone());
                }
            }
        });
}
