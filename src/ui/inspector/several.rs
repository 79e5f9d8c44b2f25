//! The page of several bodies: what they share, and what can be done with all of them.

use egui::Ui;

use super::super::action::Action;
use super::super::theme::strong;
use super::super::widgets::muted;
use super::body::standing_choice;
use super::field::{Field, NOT_STATED, choice_ui, pair};
use super::form::{Form, certainty_words};
use crate::editor::BodyRef;
use crate::model::{Body, BodyCommand, Certainty, Command, Word};

pub(super) fn several_ui(ui: &mut Ui, form: &mut Form<'_>, which: &[BodyRef]) {
    let project = form.project.clone();
    let bodies: Vec<&Body> = which.iter().filter_map(|b| b.find(&project)).collect();
    let Some(first) = bodies.first().copied() else {
        return;
    };
    ui.label(strong(format!("{} bodies", bodies.len()), 14.0));
    muted(ui, "A choice here is made for all of them.");
    ui.add_space(4.0);
    let key = "several";
    let same = |is: &dyn Fn(&Body) -> bool| bodies.iter().all(|b| is(b));

    let shown = same(&|b| b.kind == first.kind).then(|| {
        let kind = first.kind.as_ref();
        kind.map_or_else(|| NOT_STATED.to_owned(), |k| project.body_kind_name(k))
    });
    let field = Field::line("Kind", key).blank("Differs");
    let kind = choice_ui(ui, field, shown.as_deref(), || {
        let kinds = project.body_kinds.iter();
        let kinds = kinds.map(|k| (k.name.clone(), Some(k.id.clone())));
        std::iter::once((NOT_STATED.to_owned(), None))
            .chain(kinds)
            .collect()
    });
    if let Some(kind) = kind {
        set_all(form, which, "Change kind of", |b| b.kind.clone_from(&kind));
    }
    let shown = same(&|b| b.tier == first.tier).then(|| match &first.tier {
        None => NOT_STATED.to_owned(),
        Some(id) => project
            .tier(id)
            .map_or_else(|| id.to_string(), |t| t.name.clone()),
    });
    let field = Field::line("Tier", key).blank("Differs");
    let tier = choice_ui(ui, field, shown.as_deref(), || {
        let tiers = project.tiers.iter();
        let tiers = tiers.map(|t| (t.name.clone(), Some(t.id.clone())));
        std::iter::once((NOT_STATED.to_owned(), None))
            .chain(tiers)
            .collect()
    });
    if let Some(tier) = tier {
        set_all(form, which, "Change tier of", |b| b.tier.clone_from(&tier));
    }
    pair(ui, |left, right| {
        let standing = same(&|b| b.standing == first.standing).then_some(&first.standing);
        if let Some(standing) = standing_choice(left, key, standing) {
            set_all(form, which, "Change standing of", |b| {
                b.standing.clone_from(&standing);
            });
        }
        let certainty = same(&|b| b.certainty == first.certainty).then_some(&first.certainty);
        if let Some(certainty) = certainty_choice(right, key, certainty) {
            set_all(form, which, "Change certainty of", |b| {
                b.certainty.clone_from(&certainty);
            });
        }
    });
    for action in [
        Action::Merge,
        Action::UnderReview,
        Action::End,
        Action::Link,
        Action::ArrangeSelection,
        Action::Delete,
    ] {
        form.action_ui(ui, action);
    }
    ui.add_space(6.0);
    for body in which {
        form.body_link(ui, body, body.name(&project));
    }
}

fn certainty_choice(
    ui: &mut Ui,
    key: &str,
    certainty: Option<&Word<Certainty>>,
) -> Option<Word<Certainty>> {
    let field = Field::line("Certainty", key).blank("Differs");
    let shown = certainty.map(certainty_words);
    choice_ui(ui, field, shown.as_deref(), || {
        let all = Certainty::ALL.iter().map(|c| Word::Known(*c));
        all.map(|word| (certainty_words(&word), word)).collect()
    })
}

/// Changes all of them as one act.
fn set_all(form: &mut Form<'_>, which: &[BodyRef], verb: &str, change: impl Fn(&mut Body)) {
    let project = form.project.clone();
    let bodies = which
        .iter()
        .filter_map(|w| w.find(&project).map(|b| (w, b)));
    let commands: Vec<Command> = bodies
        .map(|(which, body)| {
            let mut after = body.clone();
            change(&mut after);
            BodyCommand::Set {
                structure: which.structure.clone(),
                body: Box::new(after),
            }
            .into()
        })
        .collect();
    let label = format!("{verb} {} bodies", commands.len());
    form.act(Command::Several { commands, label });
}
