//! The Members and the Measures view: the tables of a document, one at a time.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use egui::{CentralPanel, Frame, Id, Margin, RichText, ScrollArea, Ui};

use super::app::App;
use super::canvas::convert::colour;
use super::sides;
use super::strips::{covered, strips_ui};
use super::table::{Cell, Column, Rows, Sorted, Table, Tone};
use super::tables::{Reported, SheetsReport, one_structure_ui};
use super::theme;
use super::widgets::{clipped, in_short_ui, low, muted, tab, view_bar};
use crate::editor::View;
use crate::editor::sheets::{Sheet, SheetRow};

/// A table of few columns is no wider than that for each.
const WIDE: f32 = 280.0;
/// Margin of the first column, and room of the scroll bar.
const MARGINS: f32 = 24.0;
/// Room beside the tabs for the two structures.
const SIDES: f32 = 420.0;

pub(super) fn sheets_ui(app: &mut App, ui: &mut Ui) {
    let theme = theme::theme(ui.ctx());
    let report = match app.tables.report_of(app.session.as_ref()) {
        Some(Reported::Sheets(report)) => Some(report),
        _ => None,
    };
    bar_ui(app, ui, report.as_deref());
    CentralPanel::default()
        .frame(Frame::new().fill(colour(theme.ui.panel)))
        .show(ui, |ui| {
            let area = ui.available_rect_before_wrap();
            ui.add_space(covered(ui) as f32);
            let members = app
                .session
                .as_ref()
                .is_some_and(|s| s.view == View::Members);
            let alone = app.session.as_ref().is_some_and(|s| s.pair.is_none());
            if members && alone {
                let words = "This project has one structure, so nobody gains or loses a seat \
                             yet. Derive a proposed structure from it, and this view says who \
                             sits where before and after.";
                one_structure_ui(app, ui, words);
            } else if let Some(report) = report {
                sheet_ui(app, ui, &report);
            } else {
                ui.centered_and_justified(|ui| muted(ui, "The table is being made."));
            }
            strips_ui(app, ui, area);
        });
}

/// Which table of the view, and which structures.
fn bar_ui(app: &mut App, ui: &mut Ui, report: Option<&SheetsReport>) {
    view_bar(ui, "tables bar", |ui| {
        let Some(session) = &mut app.session else {
            return;
        };
        let sheets = report.map_or(&[][..], |report| &report.sheets);
        let shown = shown(sheets, app.tables.sheet.as_deref());
        pages_ui(ui, sheets, shown, &mut app.tables.sheet);
        ui.spacing_mut().item_spacing.x = 8.0;
        ui.add_space(12.0);
        sides::sides_ui(ui, session);
    });
}

fn pages_ui(ui: &mut Ui, sheets: &[Sheet], shown: usize, chosen: &mut Option<String>) {
    ui.spacing_mut().item_spacing.x = 0.0;
    let mut rest = Vec::new();
    for (at, sheet) in sheets.iter().enumerate() {
        let font = egui::FontId::new(14.0, theme::strong_family());
        let tone = ui.visuals().text_color();
        let words = ui.painter().layout_no_wrap(sheet.title.clone(), font, tone);
        if at != shown && (!rest.is_empty() || words.size().x + SIDES > ui.available_width()) {
            rest.push(sheet);
        } else if tab(ui, &sheet.title, at == shown).clicked() {
            *chosen = Some(sheet.title.clone());
        }
    }
    if rest.is_empty() {
        return;
    }
    ui.add_space(6.0);
    ui.menu_button(format!("{} more tables", rest.len()), |ui| {
        for sheet in rest {
            if ui.button(&sheet.title).clicked() {
                *chosen = Some(sheet.title.clone());
                ui.close();
            }
        }
    });
}

/// The place of the sheet with this title, else the first.
fn shown(sheets: &[Sheet], title: Option<&str>) -> usize {
    let found = sheets.iter().position(|s| Some(s.title.as_str()) == title);
    found.unwrap_or(0)
}

fn sheet_ui(app: &mut App, ui: &mut Ui, report: &SheetsReport) {
    let at = shown(&report.sheets, app.tables.sheet.as_deref());
    let Some(sheet) = report.sheets.get(at) else {
        ui.centered_and_justified(|ui| muted(ui, "There is nothing to be counted yet."));
        return;
    };
    short_ui(ui, &report.short, sheet.note.as_deref());
    if let Some(note) = sheet.note.as_ref().filter(|_| !low(ui)) {
        let frame = Frame::new().inner_margin(Margin::symmetric(16, 6));
        egui::Panel::bottom("note of the table")
            .frame(frame)
            .show_separator_line(false)
            .show(ui, |ui| muted(ui, note));
    }
    let state = app.tables.sheets.entry(sheet.title.clone()).or_default();
    let sort = state.sort;
    let shown = Shown {
        order: sheet.order(sort),
        sheet,
    };
    let columns: Vec<Column> = sheet
        .columns
        .iter()
        .enumerate()
        .map(|(at, head)| {
            let column = match (at, head.numeric) {
                (_, true) => Column::new(&head.label, 78.0, 0.6).right(),
                (0, false) if head.label == "Ref" => Column::new(&head.label, 60.0, 0.2),
                _ => Column::new(&head.label, 120.0, 3.0),
            };
            if !sheet.sorts() {
                return column;
            }
            column.sorted(match sort {
                Some((by, down)) if by == at => {
                    if down {
                        Sorted::Down
                    } else {
                        Sorted::Up
                    }
                }
                _ => Sorted::No,
            })
        })
        .collect();
    let mut version = DefaultHasher::new();
    (report.revision, &report.structures, &sheet.title, sort).hash(&mut version);
    let table = Table {
        name: &sheet.title,
        columns: &columns,
        version: version.finish(),
    };
    let least = columns.iter().map(|column| column.least).sum::<f32>() + MARGINS;
    // Figures that are broken over rows cannot be read: rather the table is moved sideways.
    let scroll = ScrollArea::horizontal().auto_shrink(false);
    let out = scroll.show(ui, |ui| {
        let mut room = ui.available_rect_before_wrap();
        room.set_width(room.width().min(WIDE * columns.len() as f32).max(least));
        let mut child = ui.new_child(egui::UiBuilder::new().max_rect(room));
        ui.set_min_width(room.width());
        table.show(&mut child, &mut state.table, &shown)
    });
    if let Some(column) = out.inner.sort {
        state.sort = match sort {
            Some((by, false)) if by == column => Some((column, true)),
            Some((by, true)) if by == column => None,
            _ => Some((column, false)),
        };
    }
}

/// The sentences at the head of the document; where the window is low they are a click away, with
/// the note of the table.
fn short_ui(ui: &mut Ui, short: &[String], note: Option<&str>) {
    let low = low(ui);
    if short.is_empty() && (note.is_none() || !low) {
        return;
    }
    let sentences_ui = |ui: &mut Ui| {
        ui.spacing_mut().item_spacing.y = 3.0;
        for sentence in short {
            ui.add(clipped(ui, RichText::new(sentence.as_str()).size(13.0), 3));
        }
    };
    egui::Panel::top("in short")
        .frame(Frame::new().inner_margin(Margin::symmetric(16, 8)))
        .show(ui, |ui| {
            if !low {
                sentences_ui(ui);
                return;
            }
            in_short_ui(ui, |ui| {
                sentences_ui(ui);
                if let Some(note) = note {
                    muted(ui, note);
                }
            });
        });
}

/// The rows of a sheet in their order.
struct Shown<'a> {
    sheet: &'a Sheet,
    order: Vec<usize>,
}

impl Rows for Shown<'_> {
    fn len(&self) -> usize {
        self.order.len()
    }

    fn key(&self, row: usize) -> Id {
        Id::new((&self.sheet.title, self.order.get(row)))
    }

    fn cell(&self, row: usize, column: usize) -> Cell {
        let row = self.order.get(row).and_then(|at| self.sheet.rows.get(*at));
        let right = self.sheet.columns.get(column).is_some_and(|c| c.numeric);
        match row {
            Some(SheetRow::Heading(words)) if column == 0 => {
                Cell::new(words.as_str()).tone(Tone::Strong)
            }
            Some(SheetRow::Cells(cells)) => {
                let Some(cell) = cells.get(column) else {
                    return Cell::default();
                };
                let tone = if cell.unknown {
                    Tone::Muted
                } else {
                    Tone::Plain
                };
                Cell {
                    right,
                    ..Cell::new(cell.text.as_str()).tone(tone)
                }
            }
            _ => Cell::default(),
        }
    }

    fn selected(&self, _: usize) -> bool {
        false
    }
}
