//! What is open and how it is looked at.

use std::collections::BTreeSet;
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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
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
    seen_in: Option<Rect>,
    /// The box of the last fit and the camera that it gave.
    fitted: Option<(Rect, Camera)>,
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
            fitted: None,
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

    /// The filter of the view.
    #[must_use]
    pub fn filter(&self) -> &Filter {
        match self.view {
            View::Compare => &self.compare_filter,
            _ => &self.draw_filter,
        }
    }

    /// The filter of the view, to change it.
    pub fn filter_mut(&mut self) -> &mut Filter {
        match self.view {
            View::Compare => &mut self.compare_filter,
            _ => &mut self.draw_filter,
        }
    }

    /// Counts of the structures that are shown. Each frame asks, so they are kept until
    /// something changes.
    pub fn tally(&mut self) -> Arc<Tallied> {
        let structures = self.structures();
        let shown = structures.iter().map(|s| s.id().clone()).collect();
        let of = (self.document.revision(), shown);
        if let Some((_, known)) = self.tallied.as_ref().filter(|(key, _)| *key == of) {
            return Arc::clone(known);
        }
        let tallied = Arc::new(Tallied::of(self.project(), &structures));
        self.tallied = Some((of, Arc::clone(&tallied)));
        tallied
    }

    /// The camera of the view; `None` until its picture has been fitted.
    pub fn camera_mut(&mut self) -> &mut Option<Camera> {
        match self.view {
            View::Compare => match self.compare_as {
                CompareAs::SideBySide => &mut self.compare_camera,
                CompareAs::Overlay => &mut self.overlay_camera,
                CompareAs::Morph => &mut self.morph_camera,
            },
            _ => &mut self.draw_camera,
        }
    }

    /// The camera of the view; tables have none.
    #[must_use]
    pub fn camera(&self) -> Option<Camera> {
        match self.view {
            View::Draw => self.draw_camera,
            View::Compare => match self.compare_as {
                CompareAs::SideBySide => self.compare_camera,
                CompareAs::Overlay => self.overlay_camera,
                CompareAs::Morph => self.morph_camera,
            },
            View::Changes | View::Members | View::Measures => None,
        }
    }

    /// Shows a structure in the Draw view; its picture is fitted when it comes.
    pub fn show_structure(&mut self, id: &StructureId) {
        self.view = View::Draw;
        if &self.structure != id {
            self.structure = id.clone();
            self.draw_camera = None;
            self.selection.hovered = None;
            self.selection.focused = None;
        }
    }

    /// Two other structures are compared: nothing of them has been seen yet.
    fn compare_anew(&mut self) {
        self.compare_camera = None;
        self.overlay_camera = None;
        self.morph_camera = None;
        self.showing = Showing::default();
    }

    /// Shows both structures side by side, in one drawing, or the way from one to the other.
    pub fn show_compared(&mut self, way: CompareAs) {
        self.show_view(View::Compare);
        if self.pair.is_none() || way == self.compare_as {
            return;
        }
        if way == CompareAs::Morph {
            self.before_morph = self.compare_as;
            self.showing = Showing::default();
            self.morph_camera = None;
        }
        self.compare_as = way;
        self.selection.focused = None;
    }

    /// Whether the way from one structure to the other is shown.
    #[must_use]
    pub fn morphs(&self) -> bool {
        self.view == View::Compare && self.compare_as == CompareAs::Morph && self.pair.is_some()
    }

    /// Leaves the way for what was shown before.
    pub fn leave_morph(&mut self) {
        if self.morphs() {
            self.show_compared(self.before_morph);
        }
    }

    /// Shows a view. Where two structures are compared the later one is worked on.
    pub fn show_view(&mut self, view: View) {
        self.view = view;
        self.showing.stop();
        self.selection.hovered = None;
        if view != View::Draw
            && let Some((_, later)) = self.pair.clone()
            && self.structure != later
        {
            self.structure = later;
            self.draw_camera = None;
        }
    }

    /// Chooses the structures to compare. The same structure on both sides is no comparison:
    /// then the other side gives way.
    pub fn compare(&mut self, from: &StructureId, to: &StructureId) {
        let before = self.pair.clone();
        if from != to {
            self.pair = Some((from.clone(), to.clone()));
        } else if let Some((old_from, old_to)) = before.clone() {
            self.pair = Some((old_to, old_from));
        }
        if self.pair != before {
            self.show_view(self.view);
            self.compare_anew();
            self.selection.hovered = None;
            self.selection.focused = None;
        }
    }

    /// Selects a body and shows its structure.
    pub fn go_to(&mut self, body: &BodyRef) {
        let visible = self.structures().iter().any(|s| s.id() == &body.structure);
        if !visible || !self.view.draws() {
            self.show_structure(&body.structure);
        }
        self.selection.choose(body.clone());
        self.hand.reveal = Some(body.clone());
    }

    /// Looks at a part of the picture.
    pub fn fit_on(&mut self, content: Rect) {
        if let Some((view, camera)) = self.seen_in.zip(self.camera_mut().as_mut()) {
            camera.fit(view, content, 48.0, 2.0);
        }
    }

    /// The camera of the view on a picture. The view is fitted when nothing has been seen yet,
    /// and again when its box changes, as long as the person has not moved or zoomed.
    pub fn keep_fitted(&mut self, view: Rect, content: Rect) -> Camera {
        self.seen_in = Some(view);
        let untouched = |camera: Camera| {
            self.fitted
                .is_some_and(|(before, fit)| fit == camera && before != view)
        };
        match self.camera() {
            Some(camera) if !untouched(camera) => camera,
            _ => {
                let mut camera = Camera::default();
                // In front of a room it is as large as it can be.
                let largest = if self.morphs() { 4.0 } else { 1.5 };
                camera.fit(view, content, 16.0, largest);
                *self.camera_mut() = Some(camera);
                self.fitted = Some((view, camera));
                camera
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
