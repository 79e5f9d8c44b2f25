//! Which view shows what of the session: filters, cameras, the way from one view to another.

use std::sync::Arc;

use super::{Session, View};
use crate::editor::{BodyRef, Camera, CompareAs, Showing, Tallied};
use crate::geom::Rect;
use crate::model::StructureId;
use crate::scene::Filter;

impl Session {
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
    pub(super) fn compare_anew(&mut self) {
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
        let seen = self.seen_in;
        if let (Some((view, covered)), Some(camera)) = (seen, self.camera_mut().as_mut()) {
            camera.fit_below(covered, view, content, (48.0, 2.0));
        }
    }

    /// The camera of the view on a picture. The view is fitted when nothing has been seen yet,
    /// and again when its box changes, or what covers its top, as long as the person has not moved
    /// or zoomed.
    pub fn keep_fitted(&mut self, view: Rect, content: Rect, covered: f64) -> Camera {
        let seen = (view, covered);
        self.seen_in = Some(seen);
        let of = (self.view, self.compare_as);
        let fitted = self.fitted.get(&of);
        let untouched =
            |camera: Camera| fitted.is_some_and(|(before, fit)| *fit == camera && *before != seen);
        match self.camera() {
            Some(camera) if !untouched(camera) => camera,
            _ => {
                let mut camera = Camera::default();
                // In front of a room it is as large as it can be.
                let largest = if self.morphs() { 4.0 } else { 1.5 };
                camera.fit_below(covered, view, content, (16.0, largest));
                *self.camera_mut() = Some(camera);
                self.fitted.insert(of, (seen, camera));
                camera
            }
        }
    }
}
