//! The page of one body.

use egui::Ui;

use super::super::theme::{self, strong};
use super::super::widgets::{clipped, sample, small_tab};
use super::field::{Field, choice_ui, pair};
use super::form::{BodyTab, Form};
use super::{body_more, lineage, links, seats};
use crate::editor::{BodyRef, field, naming};
use crate::model::{
    Body, BodyCommand, BodyId, Command, KindCommand, KindId, Language, Standing, Structure,
    StructureId, TierId, Word,
};
use crate::scene::{Looks, sample as samples};

/// A body and the structure that it stands in, as they are shown.
#[derive(Clone, Copy)]
pub(super) struct Whose<'a> {
    pub(super) structure: &'a Structure,
    pub(super) body: &'a Body,
    /// Tells its fields apart from those of others.
    pub(super) key: &'a str,
}

impl Whose<'_> {
    /// The command that gives the body another record.
    pub(super) fn set(self, change: impl FnOnce(&mut Body)) -> Command {
        let mut after = self.body.clone();
        change(&mut after);
        BodyCommand::Set {
            structure: self.structure.id().clone(),
            body: Box::new(after),
        }
        .into()
    }
}

pub(super) fn body_ui(ui: &mut Ui, form: &mut Form<'_>, which: &BodyRef) {
    let project = form.project.clone();
    let found = project.structure(&which.structure);
    let Some((structure, body)) = found.and_then(|s| s.body(&which.body).map(|b| (s, b))) else {
        return;
    };
    let key = format!("{}/{}", which.structure, which.body);
    let whose = Whose {
        structure,
        body,
        key: &key,
    };
    let looks = Looks::new(&project, theme::theme(ui.ctx()));
    ui.horizontal_top(|ui| {
        sample(ui, egui::Vec2::new(10.0, 30.0), |r| {
            samples::kind(looks.body(body), looks.theme(), r)
        });
        ui.add(clipped(ui, strong(body.name.as_str(), 14.0), 3));
    });
    tabs_ui(ui, form, whose);
    ui.add_space(6.0);
    match form.state.tab {
        BodyTab::Body => {
            names_ui(ui, form, whose);
            kind_ui(ui, form, whose);
            reports_ui(ui, form, whose);
            body_more::figures_ui(ui, form, whose);
            lineage::lineage_ui(ui, form, which);
            body_more::dates_ui(ui, form, whose);
        }
        BodyTab::Seats => seats::seats_ui(ui, form, whose),
        BodyTab::Links => links::links_ui(ui, form, whose),
        BodyTab::Terms => body_more::terms_ui(ui, form, whose),
    }
}

fn tabs_ui(ui: &mut Ui, form: &mut Form<'_>, whose: Whose<'_>) {
    let id = &whose.body.id;
    let ends = whose.structure.links.iter();
    let links = ends.filter(|l| &l.from == id || &l.to == id).count();
    let seats = whose.body.seats.len();
    // A narrow panel has no room for the counts.
    let wide = ui.available_width() > 230.0;
    let counted = |words: &str, count: usize| match count {
        n if wide && n > 0 => format!("{words} {n}"),
        _ => words.to_owned(),
    };
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        for tab in [
            BodyTab::Body,
            BodyTab::Seats,
            BodyTab::Links,
            BodyTab::Terms,
        ] {
            let words = match tab {
                BodyTab::Body => "Body".to_owned(),
                BodyTab::Seats => counted("Seats", seats),
                BodyTab::Links => counted("Links", links),
                BodyTab::Terms => "Terms".to_owned(),
            };
            if small_tab(ui, &words, form.state.tab == tab).clicked() {
                form.state.tab = tab;
            }
        }
    });
}

fn names_ui(ui: &mut Ui, form: &mut Form<'_>, whose: Whose<'_>) {
    let body = whose.body;
    let which = BodyRef::new(whose.structure.id(), &body.id);
    let earlier = form.session.earlier_of(&which.structure).cloned();
    form.field(ui, Field::line("Name", whose.key), &body.name, |name| {
        Ok(naming(earlier.as_ref(), &which, name))
    });
    let second = form.project.second_language().map(Language::name);
    let in_second = |form: &mut Form<'_>, ui: &mut Ui, what: &str, of: &'static str| {
        let Some(language) = second else { return };
        let words = body.in_second.get(of).unwrap_or("");
        let label = format!("{what} in {language}");
        form.field(ui, Field::line(&label, whose.key), words, |text| {
            Ok(whose.set(|b| b.in_second.set(of, field::words(text))))
        });
    };
    in_second(form, ui, "Name", "name");
    let short = Field::line("Short form", whose.key);
    form.field(ui, short, body.short.as_deref().unwrap_or(""), |text| {
        Ok(whose.set(|b| b.short = field::words(text)))
    });
    if body.short.is_some() {
        in_second(form, ui, "Short form", "short");
    }
    let aliases = Field {
        rows: body.aliases.len().max(1) + 1,
        ..Field::lines("Also written as, one a line", whose.key)
    };
    form.field(ui, aliases, &body.aliases.join("\n"), |text| {
        Ok(whose.set(|b| b.aliases = field::rows(text)))
    });
}

/// A choice from a list that can be made longer in place.
enum Pick<T> {
    None,
    This(T),
    New,
}

fn kind_ui(ui: &mut Ui, form: &mut Form<'_>, whose: Whose<'_>) {
    let project = form.project.clone();
    let body = whose.body;
    let shown = body.kind.as_ref().map(|kind| project.body_kind_name(kind));
    let picked = choice_ui(ui, Field::line("Kind", whose.key), shown.as_deref(), || {
        let kinds = project.body_kinds.iter();
        let kinds = kinds.map(|k| (k.name.clone(), Pick::This(k.id.clone())));
        listed(kinds, "New kind…")
    });
    match picked {
        Some(Pick::None) => _ = form.act(whose.set(|b| b.kind = None)),
        Some(Pick::This(kind)) => _ = form.act(whose.set(|b| b.kind = Some(kind))),
        Some(Pick::New) => form.ask(ui, "New kind"),
        None => {}
    }
    if let Some(name) = form.asked_ui(ui, "New kind") {
        new_kind(form, whose, name);
    }
    let tier = body.tier.as_ref();
    let shown = tier.map(|id| {
        project
            .tier(id)
            .map_or_else(|| id.to_string(), |t| t.name.clone())
    });
    let picked = choice_ui(ui, Field::line("Tier", whose.key), shown.as_deref(), || {
        let tiers = project.tiers.iter();
        let tiers = tiers.map(|t| (t.name.clone(), Pick::This(t.id.clone())));
        listed(tiers, "New tier…")
    });
    match picked {
        Some(Pick::None) => _ = form.act(whose.set(|b| b.tier = None)),
        Some(Pick::This(tier)) => _ = form.act(whose.set(|b| b.tier = Some(tier))),
        Some(Pick::New) => form.ask(ui, "New tier"),
        None => {}
    }
    if let Some(name) = form.asked_ui(ui, "New tier") {
        new_tier(form, whose, name);
    }
    pair(ui, |left, right| {
        if let Some(standing) = standing_choice(left, whose.key, Some(&body.standing)) {
            form.act(whose.set(|b| b.standing = standing));
        }
        if let Some(certainty) = form.certainty(right, whose.key, &body.certainty) {
            form.act(whose.set(|b| b.certainty = certainty));
        }
    });
}

fn listed<T>(known: impl Iterator<Item = (String, Pick<T>)>, new: &str) -> Vec<(String, Pick<T>)> {
    let none = (super::field::NOT_STATED.to_owned(), Pick::None);
    let new = (new.to_owned(), Pick::New);
    std::iter::once(none).chain(known).chain([new]).collect()
}

/// A new kind and the body's own kind are one undo step.
fn new_kind(form: &mut Form<'_>, whose: Whose<'_>, name: String) {
    let before: Vec<KindId> = form
        .project
        .body_kinds
        .iter()
        .map(|k| k.id.clone())
        .collect();
    form.session.document.begin_gesture();
    let (plural, look) = (None, None);
    form.act(KindCommand::AddBodyKind { name, plural, look });
    let kinds = form.session.document.snapshot();
    let new = kinds.body_kinds.iter().find(|k| !before.contains(&k.id));
    if let Some(kind) = new.map(|k| k.id.clone()) {
        form.act(whose.set(|b| b.kind = Some(kind)));
    }
    form.session.document.commit_gesture(None);
}

fn new_tier(form: &mut Form<'_>, whose: Whose<'_>, name: String) {
    let before: Vec<TierId> = form.project.tiers.iter().map(|t| t.id.clone()).collect();
    form.session.document.begin_gesture();
    form.act(KindCommand::AddTier { name, at: None });
    let tiers = form.session.document.snapshot();
    let new = tiers.tiers.iter().find(|t| !before.contains(&t.id));
    if let Some(tier) = new.map(|t| t.id.clone()) {
        form.act(whose.set(|b| b.tier = Some(tier)));
    }
    form.session.document.commit_gesture(None);
}

pub(super) fn standing_choice(
    ui: &mut Ui,
    key: &str,
    standing: Option<&Word<Standing>>,
) -> Option<Word<Standing>> {
    let field = Field::line("Standing", key).blank("Differs");
    let shown = standing.map(standing_words);
    choice_ui(ui, field, shown.as_deref(), || {
        let all = Standing::ALL.iter().map(|s| Word::Known(*s));
        all.map(|word| (standing_words(&word), word)).collect()
    })
}

fn standing_words(standing: &Word<Standing>) -> String {
    match standing.known() {
        Some(Standing::InStructure) => "In structure".to_owned(),
        Some(Standing::Family) => "In the family".to_owned(),
        Some(Standing::Outside) => "Outside".to_owned(),
        None => standing.as_str().to_owned(),
    }
}

fn reports_ui(ui: &mut Ui, form: &mut Form<'_>, whose: Whose<'_>) {
    let lines = whose.structure.links.iter();
    let lines = lines.filter(|l| l.hierarchy() && l.from == whose.body.id);
    let parents: Vec<&BodyId> = lines.map(|l| &l.to).collect();
    if parents.is_empty() {
        let field = Field::line("Reports to", whose.key);
        let picked = parent_choice(ui, field, whose, None);
        set_parent(form, whose, None, picked);
    }
    for (at, parent) in parents.into_iter().enumerate() {
        let label = if at == 0 {
            "Reports to"
        } else {
            "Also reports to"
        };
        let key = format!("{}/{at}", whose.key);
        let field = Field::line(label, &key);
        let picked = parent_choice(ui, field, whose, Some(parent));
        set_parent(form, whose, Some(parent), picked);
    }
}

fn parent_choice(
    ui: &mut Ui,
    field: Field<'_>,
    whose: Whose<'_>,
    parent: Option<&BodyId>,
) -> Option<Option<BodyId>> {
    let shown = parent.map_or("Nobody", |id| whose.structure.body_name(id));
    choice_ui(ui, field, Some(shown), || {
        let others = whose.structure.bodies.iter();
        let others = others.filter(|b| b.id != whose.body.id);
        let others = others.map(|b| (b.name.clone(), Some(b.id.clone())));
        std::iter::once(("Nobody".to_owned(), None))
            .chain(others)
            .collect()
    })
}

fn set_parent(
    form: &mut Form<'_>,
    whose: Whose<'_>,
    before: Option<&BodyId>,
    picked: Option<Option<BodyId>>,
) {
    let Some(parent) = picked.filter(|parent| parent.as_ref() != before) else {
        return;
    };
    let structure: &StructureId = whose.structure.id();
    form.act(BodyCommand::SetParent {
        structure: structure.clone(),
        body: whose.body.id.clone(),
        parent,
        instead_of: before.cloned(),
    });
}
