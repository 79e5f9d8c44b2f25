//! What is done off the window's thread: reading and writing files, layout, scenes, comparison,
//! findings. Each piece of work is a plain function from a request to an answer.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use super::canvas::Pane;
use super::export_view::{
    self, Clip, Clipped, ExportOrder, Exported, Job, PlanKey, Planned, Remedy,
};
use super::file_work::{
    Begun, Opened, RecentAct, SaveOrder, Saved, begin, load, open_sample, recent, recover, save,
};
use super::tables::{ReportKey, Reported, report};
use crate::check::{Finding, check};
use crate::compare::compare;
use crate::editor::{ArrangeOrder, Ledger, PageSetup, Picture, PictureKey, Revision, ViewKey};
use crate::model::{BodyId, Pin, Project, StructureId};
use crate::publish::{self, What};
use crate::scene::theme::ThemeName;
use crate::scene::{self, Filter, Morph, Options, Orientation, Page, Paper, Scene};
use crate::store::{
    self,
    exports::{self, Chosen},
    look::Look,
    recent::Recent,
    recovery::{Note, Slot},
};

/// Something to be done.
#[derive(Clone, Debug)]
pub(crate) enum Request {
    /// Read a project from the disk; one that is not there is made if so wished.
    Load { path: PathBuf, make: bool },
    /// Open a copy that a window left behind.
    Recover(Arc<Slot>),
    /// Write the project to its file.
    Save(Box<SaveOrder>),
    /// Take a place for recovery copies in this folder, and find those left behind.
    Begin(PathBuf),
    /// Write the recovery copy of this state.
    Copy(Arc<Slot>, Box<Note>, Revision, Arc<Project>),
    /// Take a recovery copy away.
    Clear(Arc<Slot>),
    /// Change the list of recent files, and read it.
    Recent(PathBuf, RecentAct),
    /// Keep the look of the window for the next start.
    Look(PathBuf, Box<Look>),
    /// Open a copy of a built-in sample.
    Sample(&'static str),
    /// The small picture of a sample.
    Preview(&'static str, ThemeName),
    /// The picture of a view.
    Picture(PictureKey, Arc<Project>),
    /// How a view prints.
    Paper(PaperKey, Arc<Project>),
    /// Places for bodies that are to be arranged by themselves.
    Arrange(Box<ArrangeOrder>),
    /// Findings of a project in this state.
    Check(Revision, Arc<Project>),
    /// Make the report that a view with tables shows.
    Report(ReportKey, Arc<Project>),
    /// The pages of a file that could be exported.
    Plan(Box<PlanKey>, Arc<Project>),
    /// What would make the text of a drawing larger than this, in pt.
    Remedies(Box<PlanKey>, f64, Arc<Project>),
    /// Write an export.
    Export(Box<ExportOrder>, Arc<Job>),
    /// Make something for the clipboard.
    Clip(Clip, Arc<Project>),
    /// What was chosen in the last export of the project with this number.
    LastChoices(u64, PathBuf, PathBuf),
    /// Keep what was chosen for the next export.
    KeepChoices(PathBuf, PathBuf, Chosen),
}

/// What came of it.
#[derive(Debug)]
pub(crate) enum Answer {
    Loaded(Result<Box<Opened>, Unreadable>),
    Saved(Box<SaveOrder>, Saved),
    Begun(Result<Begun, String>),
    Copied(Revision, Result<(), String>),
    Cleared(Result<(), String>),
    Recent(Vec<Recent>),
    /// Something is kept on this computer that nobody waits for.
    Kept,
    Preview(&'static str, ThemeName, Result<Preview, String>),
    Picture(PictureKey, Result<Drawn, String>),
    Paper(PaperKey, Option<PaperFacts>),
    Arrange(Box<ArrangeOrder>, Vec<(BodyId, Pin)>),
    Check(Revision, Vec<Finding>),
    Report(ReportKey, Reported),
    Plan(Box<PlanKey>, Result<Planned, String>),
    Remedies(Box<PlanKey>, Vec<Remedy>),
    Exported(Exported),
    Clip(Result<Clipped, String>),
    LastChoices(u64, Option<Chosen>),
}

/// A file that cannot be opened, and all its faults.
#[derive(Clone, Debug)]
pub(crate) struct Unreadable {
    pub(crate) name: String,
    pub(crate) faults: Vec<String>,
}

/// A sample at low detail.
#[derive(Clone, Debug)]
pub(crate) struct Preview {
    pub(crate) picture: Arc<Picture>,
    /// "20 bodies now, 24 proposed".
    pub(crate) sizes: String,
}

/// The pictures of a view, ready to be painted, and the lineage between them.
#[derive(Debug)]
pub(crate) struct Drawn {
    pub(crate) panes: Vec<Pane>,
    pub(crate) ledger: Option<Ledger>,
    /// The steps of the way from one structure to the other.
    pub(crate) morph: Option<Box<Morph>>,
}

/// What a printed page depends on; filters of the window do not touch it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PaperKey {
    pub(crate) revision: Revision,
    pub(crate) view: ViewKey,
    pub(crate) page: PageSetup,
    pub(crate) opened: BTreeSet<String>,
    /// Whether it is asked how it would print on A3.
    pub(crate) larger: bool,
}

/// How a view prints on the chosen paper.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct PaperFacts {
    pub(crate) landscape: bool,
    /// Smallest text in pt, if there is any text.
    pub(crate) smallest: Option<f64>,
    /// The same on A3, when it was asked for.
    pub(crate) on_a3: Option<f64>,
}

/// Does a piece of work. A fault inside becomes a sentence instead of a silent window.
pub(crate) fn work(request: &Request) -> Answer {
    let run = std::panic::AssertUnwindSafe(|| done(request));
    std::panic::catch_unwind(run).unwrap_or_else(|_| failed(request))
}

fn done(request: &Request) -> Answer {
    match request {
        Request::Load { path, make } => Answer::Loaded(load(path, *make)),
        Request::Sample(name) => Answer::Loaded(open_sample(name)),
        Request::Recover(slot) => Answer::Loaded(recover(slot)),
        Request::Save(order) => Answer::Saved(order.clone(), save(order)),
        Request::Begin(folder) => Answer::Begun(begin(folder)),
        Request::Copy(slot, note, revision, project) => {
            let written = slot.write(note, project);
            Answer::Copied(*revision, written.map_err(|error| error.to_string()))
        }
        Request::Clear(slot) => Answer::Cleared(slot.clear().map_err(|e| e.to_string())),
        Request::Recent(folder, act) => Answer::Recent(recent(folder, act)),
        Request::Look(folder, look) => {
            store::look::keep(folder, look);
            Answer::Kept
        }
        Request::Preview(name, theme) => Answer::Preview(name, *theme, preview(name, *theme)),
        Request::Picture(key, project) => Answer::Picture(key.clone(), draw(key, project)),
        Request::Paper(key, project) => Answer::Paper(key.clone(), paper(key, project)),
        Request::Arrange(order) => Answer::Arrange(order.clone(), order.places()),
        Request::Check(revision, project) => {
            Answer::Check(*revision, check(project, &scene::met_pins(project)))
        }
        Request::Report(key, project) => Answer::Report(key.clone(), report(key, project)),
        Request::Plan(key, project) => {
            Answer::Plan(key.clone(), export_view::planned(key, project))
        }
        Request::Remedies(key, now, project) => {
            let remedies = export_view::remedies(project, &key.order, *now);
            Answer::Remedies(key.clone(), remedies)
        }
        Request::Export(order, job) => Answer::Exported(export_view::export(order, job)),
        Request::Clip(clip, project) => Answer::Clip(export_view::clip(clip, project)),
        Request::LastChoices(of, folder, path) => {
            Answer::LastChoices(*of, exports::chosen(folder, path))
        }
        Request::KeepChoices(folder, path, chosen) => {
            exports::keep(folder, path, chosen);
            Answer::Kept
        }
    }
}

fn failed(request: &Request) -> Answer {
    let sentence =
        || "Something went wrong inside the program; the project is unharmed.".to_owned();
    let unreadable = |name| {
        let faults = vec![sentence()];
        Answer::Loaded(Err(Unreadable { name, faults }))
    };
    match request {
        Request::Load { path, .. } => unreadable(path.display().to_string()),
        Request::Sample(name) => unreadable((*name).to_owned()),
        Request::Recover(_) => unreadable("Recovery copy".to_owned()),
        Request::Save(order) => Answer::Saved(order.clone(), Saved::Failed(sentence())),
        Request::Begin(_) => Answer::Begun(Err(sentence())),
        Request::Copy(_, _, revision, _) => Answer::Copied(*revision, Err(sentence())),
        Request::Clear(_) => Answer::Cleared(Err(sentence())),
        Request::Recent(..) => Answer::Recent(Vec::new()),
        Request::Look(..) | Request::KeepChoices(..) => Answer::Kept,
        Request::Preview(name, theme) => Answer::Preview(name, *theme, Err(sentence())),
        Request::Picture(key, _) => Answer::Picture(key.clone(), Err(sentence())),
        Request::Paper(key, _) => Answer::Paper(key.clone(), None),
        Request::Arrange(order) => Answer::Arrange(order.clone(), Vec::new()),
        Request::Check(revision, _) => Answer::Check(*revision, Vec::new()),
        Request::Report(key, _) => Answer::Report(key.clone(), Reported::Nothing),
        Request::Plan(key, _) => Answer::Plan(key.clone(), Err(sentence())),
        Request::Remedies(key, ..) => Answer::Remedies(key.clone(), Vec::new()),
        Request::Export(..) => Answer::Exported(Exported::Failed(sentence())),
        Request::Clip(..) => Answer::Clip(Err(sentence())),
        Request::LastChoices(of, ..) => Answer::LastChoices(*of, None),
    }
}

fn preview(name: &str, theme: ThemeName) -> Result<Preview, String> {
    let opened = open_sample(name).map_err(|error| error.faults.join(" "))?;
    let project = &opened.project;
    let structure = project.structures.get(1).or(project.structures.first());
    let structure = structure.ok_or_else(String::new)?;
    let options = on_screen(Filter::default(), theme, PageSetup::default());
    let picture = diagram(project, structure.id(), &options)?;
    let sizes: Vec<String> = project
        .structures
        .iter()
        // Later stages have no room on the card.
        .take(2)
        .map(|s| format!("{}: {} bodies", s.label(), s.bodies.len()))
        .collect();
    Ok(Preview {
        picture: Arc::new(picture),
        sizes: sizes.join(" · "),
    })
}

/// A structure as the window shows it: at full size, without furniture.
fn diagram(
    project: &Project,
    structure: &StructureId,
    options: &Options,
) -> Result<Picture, String> {
    let drawing = scene::drawing(project, structure, options).map_err(|error| error.to_string())?;
    let mut picture = Picture::of(&drawing.scene);
    picture.zoned = drawing.zoned;
    Ok(picture)
}

/// The arrangement is the one of the page, so that screen and paper show the same, but for the room
/// that title and key take: a longer title or the first link of a kind must not arrange all anew.
fn on_screen(filter: Filter, theme: ThemeName, page: PageSetup) -> Options {
    Options {
        theme,
        filter,
        furniture: false,
        ..on_page(page, BTreeSet::new())
    }
}

/// How a structure prints on the page that was chosen.
pub(crate) fn on_page(page: PageSetup, opened: BTreeSet<String>) -> Options {
    Options {
        paper: page.paper,
        orientation: page.orientation,
        arrange: page.arrange,
        tiers: page.tiers,
        reorder: page.reorder,
        slots: page.slots,
        opened,
        ..Options::default()
    }
}

fn draw(key: &PictureKey, project: &Project) -> Result<Drawn, String> {
    let options = on_screen(key.filter.clone(), key.theme, key.page);
    match &key.view {
        ViewKey::Diagram(structure) => {
            let opened = key.opened.clone();
            let picture = diagram(project, structure, &Options { opened, ..options })?;
            Ok(Drawn {
                panes: vec![Pane::new(Arc::new(picture))],
                ledger: None,
                morph: None,
            })
        }
        ViewKey::Compare(from, to) => {
            let options = Options {
                orientation: Orientation::Landscape,
                ..options
            };
            let sides = scene::compare_sides(project, from, to, &options)
                .map_err(|error| error.to_string())?;
            let pane = |side| Pane::new(Arc::new(Picture::of(side)));
            Ok(Drawn {
                panes: sides.iter().map(pane).collect(),
                ledger: Some(ledger(project, from, to)?),
                morph: None,
            })
        }
        ViewKey::Overlay(from, to) => {
            let scene = scene::overlay_drawing(project, from, to, &options)
                .map_err(|error| error.to_string())?;
            Ok(Drawn {
                panes: vec![Pane::new(Arc::new(Picture::of(&scene)))],
                ledger: Some(ledger(project, from, to)?),
                morph: None,
            })
        }
        ViewKey::Morph(from, to) => {
            let morph =
                scene::morph(project, from, to, &options).map_err(|error| error.to_string())?;
            Ok(Drawn {
                panes: vec![Pane::new(Arc::new(Picture::of(&film(&morph))))],
                ledger: Some(ledger(project, from, to)?),
                morph: Some(Box::new(morph)),
            })
        }
    }
}

fn ledger(project: &Project, from: &StructureId, to: &StructureId) -> Result<Ledger, String> {
    let comparison = compare(project, from, to).map_err(|error| error.to_string())?;
    Ok(Ledger(Arc::new(comparison)))
}

/// Everything that is seen on the way, today's side first.
fn film(morph: &Morph) -> Scene {
    let [earlier, later] = morph.sides();
    let groups = earlier.groups.iter().chain(&later.groups).cloned();
    Scene {
        lang: "en-GB",
        title: morph.caption(0).to_owned(),
        description: format!("{} {}", morph.caption(0), morph.caption(morph.last())),
        pages: vec![Page {
            groups: groups.collect(),
            ..later.clone()
        }],
    }
}

/// What of a view stands on paper: a page does not move.
pub(crate) fn on_paper(view: &ViewKey) -> What {
    match view.clone() {
        ViewKey::Diagram(structure) => What::Diagram(structure),
        ViewKey::Compare(from, to) | ViewKey::Morph(from, to) => What::Compare(from, to),
        ViewKey::Overlay(from, to) => What::Overlay(from, to),
    }
}

fn paper(key: &PaperKey, project: &Project) -> Option<PaperFacts> {
    let on = |paper: Paper| {
        let options = on_page(PageSetup { paper, ..key.page }, key.opened.clone());
        publish::picture(project, &on_paper(&key.view), &options)
            .ok()
            .flatten()
    };
    let scene = on(key.page.paper)?;
    let first = scene.pages.first()?;
    let larger = key.larger.then(|| on(Paper::A3)).flatten();
    Some(PaperFacts {
        landscape: first.size.width >= first.size.height,
        smallest: Picture::smallest_text(&scene),
        on_a3: larger.as_ref().and_then(Picture::smallest_text),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sample_has_a_preview_and_pictures() {
        for sample in store::samples() {
            let preview = preview(sample.name, ThemeName::Light).unwrap();
            assert!(!preview.picture.cards.is_empty(), "{}", sample.name);
            let opened = open_sample(sample.name).unwrap();
            let ids: Vec<_> = opened
                .project
                .structures
                .iter()
                .map(|s| s.id().clone())
                .collect();
            let [from, to, ..] = ids.as_slice() else {
                continue;
            };
            let key = PictureKey {
                revision: Revision::default(),
                view: ViewKey::Compare(from.clone(), to.clone()),
                filter: Filter::default(),
                theme: ThemeName::Light,
                page: PageSetup::default(),
                opened: BTreeSet::new(),
            };
            let drawn = draw(&key, &opened.project).unwrap();
            assert_eq!(drawn.panes.len(), 2);
        }
    }
}
