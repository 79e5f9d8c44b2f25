//! The page of a link.

use egui::Ui;

use super::super::action::Action;
use super::super::theme::strong;
use super::super::widgets::tick;
use super::field::{Field, choice_ui};
use super::form::Form;
use crate::editor::{LinkRef, field};
use crate::model::{
    BodyId, Command, Link, LinkCommand, LinkEnd, LinkKindId, Project, StandardLink, Structure,
};

pub(super) fn link_ui(ui: &mut Ui, form: &mut Form<'_>, which: &LinkRef) {
    let project = form.project.clone();
    let found = project.structure(&which.structure);
    let Some((structure, link)) = found.and_then(|s| s.link(&which.link).map(|l| (s, l))) else {
        return;
    };
    let key = format!("{}/link {}", which.structure, which.link);
    let set = |change: &dyn Fn(&mut Link)| -> Command {
        let mut after = link.clone();
        change(&mut after);
        LinkCommand::Set {
            structure: which.structure.clone(),
            link: Box::new(after),
        }
        .into()
    };
    ui.label(strong("Link", 14.0));
    ui.add_space(4.0);
    end_ui(
        ui,
        form,
        Field::line("From", &key),
        (structure, link),
        LinkEnd::From,
    );
    if let Some(kind) = kind_ui(ui, Field::line("Kind", &key), &project, link) {
        form.act(set(&|l| l.kind = kind.clone()));
    }
    end_ui(
        ui,
        form,
        Field::line("To", &key),
        (structure, link),
        LinkEnd::To,
    );
    let seats = Field::line("Seats", &key);
    form.field(ui, seats, &field::whole_text(link.seats), |text| {
        let seats = field::whole(text)?;
        Ok(set(&|l| l.seats = seats))
    });
    let label = link.label.as_deref().unwrap_or("");
    form.field(ui, Field::line("Words on the line", &key), label, |text| {
        Ok(set(&|l| l.label = field::words(text)))
    });
    if tick(ui, link.permission, "Only a permission (“may be”)") {
        form.act(set(&|l| l.permission = !link.permission));
    }
    ui.add_space(5.0);
    if let Some(certainty) = form.certainty(ui, &key, &link.certainty) {
        form.act(set(&|l| l.certainty = certainty.clone()));
    }
    let source = link.source.as_deref().unwrap_or("");
    form.field(ui, Field::line("Source", &key), source, |text| {
        Ok(set(&|l| l.source = field::words(text)))
    });
    form.action_ui(ui, Action::Reverse);
    form.action_ui(ui, Action::Delete);
}

fn end_ui(
    ui: &mut Ui,
    form: &mut Form<'_>,
    field: Field<'_>,
    (structure, link): (&Structure, &Link),
    end: LinkEnd,
) {
    let body: &BodyId = match end {
        LinkEnd::From => &link.from,
        LinkEnd::To => &link.to,
    };
    let shown = structure.body_name(body);
    let picked = choice_ui(ui, field, Some(shown), || {
        let bodies = structure.bodies.iter();
        bodies.map(|b| (b.name.clone(), b.id.clone())).collect()
    });
    if let Some(other) = picked.filter(|other| other != body) {
        form.act(LinkCommand::Reattach {
            structure: structure.id().clone(),
            link: link.id.clone(),
            end,
            body: other,
        });
    }
}

fn kind_ui(ui: &mut Ui, field: Field<'_>, project: &Project, link: &Link) -> Option<LinkKindId> {
    let shown = project.link_kind_name(&link.kind);
    let picked = choice_ui(ui, field, Some(&shown), || {
        let standard = StandardLink::ALL.into_iter().map(LinkKindId::of);
        let own = project.link_kinds.iter().map(|kind| kind.id.clone());
        let own = own.filter(|id| id.standard().is_none());
        standard
            .chain(own)
            .map(|id| (project.link_kind_name(&id), id))
            .collect()
    });
    picked.filter(|kind| kind != &link.kind)
}
