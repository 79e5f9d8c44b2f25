//! What is open and how it is looked at.

mod views;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::tool::Hand;
use super::{
    BodyRef, Camera, CompareAs, Document, OpenedLine, PageSetup, Prompt, Revision, Schedule,
    Selection, Showing, Tallied,
};
use crate::compare::stage::Month;
use crate::geom::Rect;
use crate::model::{
    BodyCommand, Command, Grid, GridId, LinkKindId, NewBody, Outcome, Project, Refusal,
    StandardLink, Structure, StructureId, VerbCommand,
};
use crate::scene::Filter;

/// The views of the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum View {
    /// One structure.
    #[default]
    Draw,
    /// Two structures side by side.
    Compare,
    /// What becomes of every body, as a table; and the plan of steps and questions.
    Changes,
    /// Seats and meetings of bodies and of organisations.
    Members,
    /// Figures of two structures side by side.
    Measures,
}

impl View {
    /// Whether it shows a drawing; the others show tables.
    #[must_use]
    pub fn draws(self) -> bool {
        matches!(self, Self::Draw | Self::Compare)
    }
}

/// The structures that were counted, and the state they were in.
type Shown = (Revision, Vec<StructureId>);

/// An open project and how it is looked at.
#[derive(Clone, Debug)]
pub struct Session {
    /// The project.
    pub document: Document,
    /// The view.
    pub view: View,
    /// The structure of the Draw view.
    pub structure: StructureId,
    /// The two structures of the Compare view.
    pub pair: Option<(StructureId, StructureId)>,
    /// What is pointed at.
    pub selection: Selection,
    /// Why the last act was refused; it stays until the next one.
    pub refused: Option<Refusal>,
    /// What the hand is doing on the canvas.
    pub hand: Hand,
    /// How the Draw view is drawn.
    pub page: PageSetup,
    /// The collective lines that are drawn as single ones.
    pub opened: Vec<OpenedLine>,
    /// Whether the drawing that is shown stands in zones.
    pub zoned: bool,
    /// A name is typed over its card: the picture stays as it is until that is done.
    pub hold_picture: bool,
    /// What was touched by the last acts, until the view has followed it.
    pub(super) followed: Vec<BodyRef>,
    /// The question that is open above the canvas.
    pub prompt: Option<Prompt>,
    /// In a comparison everything that does not change is pale.
    pub only_changes: bool,
    /// How the table of changes is looked at.
    pub schedule: Schedule,
    /// The Draw view shows a grid of the structure in place of its drawing.
    pub matrix: bool,
    /// The grid that was chosen; any other structure shows its first one.
    pub grid: Option<GridId>,
    /// The Compare view shows a table of all options in place of its drawings.
    pub options: bool,
    /// The Draw view shows how bodies stand at this month.
    pub stage: Option<Month>,
    /// Filter of the Draw view.
    pub draw_filter: Filter,
    /// Filter of the Compare view.
    pub compare_filter: Filter,
    /// The kinds of link for which the Compare view has been told whether to show them.
    compared_kinds: BTreeSet<LinkKindId>,
    /// Camera of the Draw view, once its picture has been seen.
    pub draw_camera: Option<Camera>,
    /// The one camera of both panes of the Compare view.
    pub compare_camera: Option<Camera>,
    /// The camera on both structures in one drawing.
    pub overlay_camera: Option<Camera>,
    /// The camera on the way from one to the other.
    pub morph_camera: Option<Camera>,
    /// How the Compare view shows two structures.
    pub compare_as: CompareAs,
    /// How it showed them before the way from one to the other.
    before_morph: CompareAs,
    /// Where the way from one to the other has come to.
    pub showing: Showing,
    tallied: Option<(Shown, Arc<Tallied>)>,
    /// The box on the screen in which the view was shown last.
    seen_in: Option<(Rect, f64)>,
    /// The box of the last fit of each view and the camera that it gave.
    fitted: BTreeMap<(View, CompareAs), ((Rect, f64), Camera)>,
}

impl Session {
    /// Looks at a project's last structure, which is usually the proposal.
    /// `None` for a project without structures.
    #[must_use]
    pub fn new(document: Document) -> Option<Self> {
        let structures = &document.project().structures;
        let structure = structures.get(1).or(structures.first())?.id().clone();
        let pair = match structures.as_slice() {
            [first, second, ..] => Some((first.id().clone(), second.id().clone())),
            _ => None,
        };
        let mut session = Self {
            view: View::Draw,
            structure,
            pair,
            selection: Selection::default(),
            refused: None,
            hand: Hand::default(),
            page: PageSetup::default(),
            opened: Vec::new(),
            zoned: false,
            hold_picture: false,
            followed: Vec::new(),
            prompt: None,
            only_changes: false,
            schedule: Schedule::default(),
            matrix: false,
            grid: None,
            options: false,
            stage: None,
            draw_filter: Filter::default(),
            compare_filter: Filter::default(),
            compared_kinds: BTreeSet::new(),
            draw_camera: None,
            compare_camera: None,
            overlay_camera: None,
            morph_camera: None,
            compare_as: CompareAs::default(),
            before_morph: CompareAs::default(),
            showing: Showing::default(),
            tallied: None,
            seen_in: None,
            fitted: BTreeMap::new(),
            document,
        };
        session.hide_new_kinds();
        Some(session)
    }

    /// A comparison starts with reporting lines alone, whenever the first link of another kind
    /// comes; the others are one tick away, and the tick stays.
    fn hide_new_kinds(&mut self) {
        let project = self.document.snapshot();
        let links = project.structures.iter().flat_map(|s| &s.links);
        for kind in links.map(|link| &link.kind) {
            if !self.compared_kinds.contains(kind) {
                self.compared_kinds.insert(kind.clone());
                if !kind.is(StandardLink::ReportsTo) {
                    self.compare_filter.hidden.insert(kind.clone());
                }
            }
        }
    }

    /// The project.
    #[must_use]
    pub fn project(&self) -> &Project {
        self.document.project()
    }

    /// The grid of the shown structure that is looked at.
    #[must_use]
    pub fn shown_grid(&self) -> Option<&Grid> {
        let structure = self.shown()?;
        let chosen = self.grid.as_ref().and_then(|id| structure.grid(id));
        chosen.or(structure.grids.first())
    }

    /// Carries out a command. A refusal stays as [`Self::refused`] until the next act.
    pub fn apply(&mut self, command: impl Into<Command>) -> Option<Outcome> {
        let before = self.document.snapshot();
        match self.document.apply(command) {
            Ok(outcome) => {
                self.refused = None;
                self.note_touched(&before);
                self.keep_what_is_there();
                Some(outcome)
            }
            Err(refusal) => {
                self.refused = Some(refusal);
                None
            }
        }
    }

    /// Takes back the last act; gives its label.
    pub fn undo(&mut self) -> Option<String> {
        let before = self.document.snapshot();
        let label = self.document.undo();
        self.refused = None;
        self.note_touched(&before);
        self.keep_what_is_there();
        label
    }

    /// Does again what was undone last; gives its label.
    pub fn redo(&mut self) -> Option<String> {
        let before = self.document.snapshot();
        let label = self.document.redo();
        self.refused = None;
        self.note_touched(&before);
        self.keep_what_is_there();
        label
    }

    /// Gives up the gesture under way: everything is as before it.
    pub fn bail(&mut self) {
        self.document.bail();
        self.refused = None;
        self.followed.clear();
        self.keep_what_is_there();
    }

    /// Drops what is no longer there from selection and views.
    fn keep_what_is_there(&mut self) {
        let project = self.document.snapshot();
        self.selection.keep_what_is_there(&project);
        self.hide_new_kinds();
        let ids: Vec<&StructureId> = project.structures.iter().map(Structure::id).collect();
        if !ids.contains(&&self.structure)
            && let Some(first) = ids.last()
        {
            self.structure = (*first).clone();
            self.draw_camera = None;
        }
        let whole = |(a, b): &(StructureId, StructureId)| ids.contains(&a) && ids.contains(&b);
        if !self.pair.as_ref().is_some_and(whole) {
            self.pair = match ids.as_slice() {
                [first, second, ..] => Some(((*first).clone(), (*second).clone())),
                _ => None,
            };
            self.compare_anew();
        }
        if self.pair.is_none() && self.view == View::Compare {
            self.view = View::Draw;
        }
    }

    /// The structure of the Draw view.
    #[must_use]
    pub fn shown(&self) -> Option<&Structure> {
        self.project().structure(&self.structure)
    }

    /// The structure that the shown one comes from: the one with the most rows of lineage to it.
    #[must_use]
    pub fn earlier(&self) -> Option<&StructureId> {
        self.earlier_of(&self.structure)
    }

    /// The structure that another one comes from.
    #[must_use]
    pub fn earlier_of(&self, later: &StructureId) -> Option<&StructureId> {
        let lineage = &self.project().lineage;
        let mut found: Vec<(&StructureId, usize)> = Vec::new();
        for row in lineage.iter().filter(|r| &r.to_structure == later) {
            match found.iter_mut().find(|(id, _)| *id == &row.from_structure) {
                Some((_, rows)) => *rows += 1,
                None => found.push((&row.from_structure, 1)),
            }
        }
        let most = found.into_iter().max_by_key(|(_, rows)| *rows);
        most.map(|(id, _)| id)
    }

    /// The command that gives a body a name.
    #[must_use]
    pub fn naming(&self, body: &BodyRef, name: &str) -> Command {
        naming(self.earlier_of(&body.structure), body, name)
    }

    /// The command that adds a body. In a structure that comes from another it is new there, and
    /// a line of lineage says so.
    #[must_use]
    pub fn adding(&self, body: NewBody) -> Command {
        match self.earlier_of(&body.structure).cloned() {
            Some(from) => VerbCommand::Create { from, body }.into(),
            None => BodyCommand::Add(body).into(),
        }
    }

    /// The structures that the view shows.
    #[must_use]
    pub fn structures(&self) -> Vec<&Structure> {
        match (&self.view, &self.pair) {
            (View::Draw, _) | (_, None) => self.shown().into_iter().collect(),
            (_, Some((from, to))) => {
                let both = [from, to].into_iter();
                both.filter_map(|id| self.project().structure(id)).collect()
            }
        }
    }
}

/// The command that gives a body a name. In a structure that comes from another its line of
/// lineage follows: what was stated of the old name is derived from the new one.
#[must_use]
pub fn naming(earlier: Option<&StructureId>, body: &BodyRef, name: &str) -> Command {
    let (structure, id, name) = (body.structure.clone(), body.body.clone(), name.to_owned());
    match earlier {
        Some(from) => VerbCommand::Rename {
            from: from.clone(),
            to: structure,
            body: id,
            name,
        }
        .into(),
        None => BodyCommand::Rename {
            structure,
            body: id,
            name,
        }
        .into(),
    }
}

#[cfg(test)]
mod tests;
