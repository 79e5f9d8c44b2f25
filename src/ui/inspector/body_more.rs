//! Figures, dates and terms of reference of a body.

use egui::Ui;

use super::body::Whose;
use super::field::{Field, pair};
use super::form::Form;
use crate::editor::field;
use crate::model::Body;

impl Form<'_> {
    /// A field for an optional text of a body.
    fn body_text(
        &mut self,
        ui: &mut Ui,
        whose: Whose<'_>,
        field: Field<'_>,
        value: Option<&str>,
        set: impl FnOnce(&mut Body, Option<String>),
    ) {
        self.field(ui, field, value.unwrap_or(""), |text| {
            Ok(whose.set(|body| set(body, field::words(text))))
        });
    }
}

/// Meetings, number, state, and where the facts come from.
pub(super) fn figures_ui(ui: &mut Ui, form: &mut Form<'_>, whose: Whose<'_>) {
    let (body, key) = (whose.body, whose.key);
    pair(ui, |left, right| {
        let a_year = Field::line("Meetings a year", key);
        let shown = field::number_text(body.meetings.per_year);
        form.field(left, a_year, &shown, |text| {
            let number = field::number(text)?;
            Ok(whose.set(|b| b.meetings.per_year = number))
        });
        let stated = body.meetings.as_stated.as_deref();
        form.body_text(
            right,
            whose,
            Field::line("In words", key),
            stated,
            |b, t| {
                b.meetings.as_stated = t;
            },
        );
    });
    pair(ui, |left, right| {
        let number = Field::line("Number", key).blank("One body");
        form.field(left, number, &field::class_text(body.count), |text| {
            let count = field::class(text)?;
            Ok(whose.set(|b| b.count = count))
        });
        let state = body.state.as_deref();
        form.body_text(right, whose, Field::line("State", key), state, |b, t| {
            b.state = t;
        });
    });
    form.body_text(
        ui,
        whose,
        Field::lines("Note", key),
        body.note.as_deref(),
        |b, t| b.note = t,
    );
    let source = body.source.as_deref();
    form.body_text(ui, whose, Field::line("Source", key), source, |b, t| {
        b.source = t;
    });
}

/// Since when and until when.
pub(super) fn dates_ui(ui: &mut Ui, form: &mut Form<'_>, whose: Whose<'_>) {
    let (body, key) = (whose.body, whose.key);
    pair(ui, |left, right| {
        let from = body.from.as_deref();
        form.body_text(left, whose, Field::line("From", key), from, |b, t| {
            b.from = t;
        });
        let until = body.until.as_deref();
        form.body_text(right, whose, Field::line("Until", key), until, |b, t| {
            b.until = t;
        });
    });
    pair(ui, |left, right| {
        let shadow = body.shadow_from.as_deref();
        form.body_text(
            left,
            whose,
            Field::line("Shadow from", key),
            shadow,
            |b, t| {
                b.shadow_from = t;
            },
        );
        let statutory = body.statutory_from.as_deref();
        form.body_text(
            right,
            whose,
            Field::line("Statutory from", key),
            statutory,
            |b, t| {
                b.statutory_from = t;
            },
        );
    });
}

/// Terms of reference; blanks stay visible.
pub(super) fn terms_ui(ui: &mut Ui, form: &mut Form<'_>, whose: Whose<'_>) {
    let (body, key) = (whose.body, whose.key);
    let purpose = body.purpose.as_deref();
    form.body_text(ui, whose, Field::lines("Purpose", key), purpose, |b, t| {
        b.purpose = t;
    });
    let roles = Field {
        rows: body.roles.len().max(1) + 1,
        ..Field::lines("Roles, one a line", key)
    };
    form.field(ui, roles, &body.roles.join("\n"), |text| {
        Ok(whose.set(|b| b.roles = field::rows(text)))
    });
    form.body_text(
        ui,
        whose,
        Field::line("Chair", key),
        body.chair.as_deref(),
        |b, t| b.chair = t,
    );
    form.body_text(
        ui,
        whose,
        Field::line("Lead", key),
        body.lead.as_deref(),
        |b, t| b.lead = t,
    );
    let quorum = body.quorum.as_deref();
    form.body_text(ui, whose, Field::line("Quorum", key), quorum, |b, t| {
        b.quorum = t;
    });
    let review = body.review.as_deref();
    form.body_text(ui, whose, Field::line("Review", key), review, |b, t| {
        b.review = t;
    });
}
