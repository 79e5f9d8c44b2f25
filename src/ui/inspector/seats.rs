//! The seats of a body: a row for each, which opens into its fields.

use egui::{Layout, RichText, Ui};
use egui_phosphor::regular as icon;

use super::super::widgets::{button, muted, muted_colour, named};
use super::body::Whose;
use super::field::{Field, choice_ui, pair};
use super::form::Form;
use crate::editor::{field, seats_in_words};
use crate::model::{Seat, SeatCommand, SeatNumber};

pub(super) fn seats_ui(ui: &mut Ui, form: &mut Form<'_>, whose: Whose<'_>) {
    let total = seats_in_words(whose.body);
    muted(ui, total.as_deref().unwrap_or("Seats not stated"));
    ui.add_space(4.0);
    for (row, seat) in whose.body.seats.iter().enumerate() {
        head_ui(ui, form, row, seat);
        if form.state.seat == Some(row) {
            fields_ui(ui, form, whose, row, seat);
        }
        ui.separator();
    }
    if button(ui, icon::PLUS, "Add a seat").clicked() {
        let added = form.act(SeatCommand::Add {
            structure: whose.structure.id().clone(),
            body: whose.body.id.clone(),
            seat: Seat::default(),
            at: None,
        });
        if added {
            form.state.seat = Some(whose.body.seats.len());
        }
    }
}

/// How many, and who: a line of the table.
fn head_ui(ui: &mut Ui, form: &mut Form<'_>, row: usize, seat: &Seat) {
    let open = form.state.seat == Some(row);
    ui.horizontal_top(|ui| {
        let caret = if open {
            icon::CARET_DOWN
        } else {
            icon::CARET_RIGHT
        };
        let number = match seat.number {
            SeatNumber::Open => "open".to_owned(),
            SeatNumber::Exactly(n) => n.to_string(),
            SeatNumber::AtLeast(n) => format!("{n}+"),
        };
        let tone = muted_colour(ui);
        ui.label(RichText::new(caret).color(tone));
        ui.add_sized(
            [34.0, 18.0],
            egui::Label::new(RichText::new(number).strong()),
        );
        ui.vertical(|ui| {
            let (who, what) = in_words(seat);
            let response = super::super::widgets::link(ui, &who);
            if let Some(what) = what {
                muted(ui, &what);
            }
            if response.clicked() {
                form.state.seat = (!open).then_some(row);
            }
        });
    });
}

/// Who holds a seat, and from where.
fn in_words(seat: &Seat) -> (String, Option<String>) {
    let places = [seat.organisation.as_deref(), seat.sector.as_deref()];
    let places: Vec<&str> = places.into_iter().flatten().collect();
    match (&seat.post, places.split_first()) {
        (Some(post), None) => (post.clone(), None),
        (Some(post), Some(_)) => (post.clone(), Some(places.join(", "))),
        (None, Some((first, rest))) => {
            let rest = (!rest.is_empty()).then(|| rest.join(", "));
            ((*first).to_owned(), rest)
        }
        (None, None) => ("Holder not stated".to_owned(), None),
    }
}

fn fields_ui(ui: &mut Ui, form: &mut Form<'_>, whose: Whose<'_>, row: usize, seat: &Seat) {
    let key = format!("{}/seat {row}", whose.key);
    let set = |change: &dyn Fn(&mut Seat)| {
        let mut seat = seat.clone();
        change(&mut seat);
        SeatCommand::Set {
            structure: whose.structure.id().clone(),
            body: whose.body.id.clone(),
            row,
            seat,
        }
    };
    let text = |form: &mut Form<'_>,
                ui: &mut Ui,
                label: &'static str,
                value: &Option<String>,
                put: &dyn Fn(&mut Seat, Option<String>)| {
        let value = value.as_deref().unwrap_or("");
        form.field(ui, Field::line(label, &key), value, |t| {
            Ok(set(&|s| put(s, field::words(t))).into())
        });
    };
    text(form, ui, "Post", &seat.post, &|s, t| s.post = t);
    text(form, ui, "Organisation", &seat.organisation, &|s, t| {
        s.organisation = t;
    });
    pair(ui, |left, right| {
        text(form, left, "Sector", &seat.sector, &|s, t| s.sector = t);
        let many = Field::line("How many", &key).blank("Open");
        form.field(right, many, &field::seats_text(seat.number), |t| {
            let number = field::seats(t)?;
            Ok(set(&|s| s.number = number).into())
        });
    });
    text(form, ui, "Condition", &seat.condition, &|s, t| {
        s.condition = t;
    });
    let through = seat
        .through
        .as_ref()
        .map(|id| whose.structure.body_name(id));
    let picked = choice_ui(ui, Field::line("Filled through", &key), through, || {
        let bodies = whose.structure.bodies.iter();
        let bodies = bodies.map(|b| (b.name.clone(), Some(b.id.clone())));
        std::iter::once((super::field::NOT_STATED.to_owned(), None))
            .chain(bodies)
            .collect()
    });
    if let Some(through) = picked {
        form.act(set(&|s| s.through.clone_from(&through)));
    }
    text(form, ui, "Note", &seat.note, &|s, t| s.note = t);
    rows_ui(ui, form, whose, row);
}

/// Up, down and away.
fn rows_ui(ui: &mut Ui, form: &mut Form<'_>, whose: Whose<'_>, row: usize) {
    let (structure, body) = (whose.structure.id().clone(), whose.body.id.clone());
    let last = whose.body.seats.len().saturating_sub(1);
    ui.with_layout(Layout::left_to_right(egui::Align::Center), |ui| {
        ui.spacing_mut().button_padding.x = 6.0;
        let mut to = None;
        let up = egui::Button::new(format!("{} Up", icon::ARROW_UP));
        if named(ui.add_enabled(row > 0, up), "Seat up").clicked() {
            to = row.checked_sub(1);
        }
        let down = egui::Button::new(format!("{} Down", icon::ARROW_DOWN));
        if named(ui.add_enabled(row < last, down), "Seat down").clicked() {
            to = Some(row + 1);
        }
        if let Some(to) = to {
            form.act(SeatCommand::Move {
                structure: structure.clone(),
                body: body.clone(),
                row,
                to,
            });
            form.state.seat = Some(to);
        }
        let remove = egui::Button::new(format!("{} Remove", icon::TRASH));
        if named(ui.add(remove), "Remove seat").clicked() {
            form.act(SeatCommand::Remove {
                structure,
                body,
                row,
            });
            form.state.seat = None;
        }
    });
}
