//! Groups of the picture as meshes that are kept from frame to frame.
//!
//! Making shapes, breaking glyphs out of the font and feathering edges costs far more than
//! copying points. So each group becomes a mesh once, round the page's origin, and a frame only
//! moves it. While the view is being zoomed, kept meshes are stretched a little and made anew a
//! few at a time, as maps do; at rest every mesh is made for just this zoom.

use std::sync::Arc;

use egui::epaint::{ClippedShape, Primitive};
use egui::{Color32, Context, FontId, Galley, Mesh, Painter, Pos2, Rect, Shape, Vec2};

use super::carry::Carried;
use super::convert::length;
use crate::text::Face;
use crate::ui::theme::scene_family;

/// How far a mesh is stretched before it is made anew during a zoom.
const STRETCH: f32 = 1.2;
/// How far a mesh is stretched at most.
const MOST: f32 = 1.6;
/// So many vertices of meshes are made in a frame of a zoom or a glide.
const ZOOMING: usize = 3_000;
/// And in a frame after it.
const RESTING: usize = 8_000;

/// The meshes of a picture's groups.
#[derive(Debug, Default)]
pub(super) struct Kept {
    made_with: Option<Fonts>,
    /// Zoom of the last frame.
    zoom: f32,
    meshes: Vec<Option<Made>>,
    /// Sheets that have been handed to egui for a frame.
    lent: Vec<Arc<Mesh>>,
    /// Those it has let go of; their room is used again.
    free: Vec<Arc<Mesh>>,
}

/// A group's mesh and the zoom for which it was made.
#[derive(Debug)]
struct Made {
    zoom: f32,
    mesh: Mesh,
    /// How far its group has moved since it was made, in pt: it may lie between pixels.
    moved: Vec2,
}

/// How a group is seen in a frame.
#[derive(Clone, Copy, Debug)]
pub(super) struct Seen {
    /// How far it is from its place, on the screen.
    pub(super) offset: Vec2,
    /// How much of it is left.
    pub(super) opacity: f32,
    /// Whether the picture is on its way from the last one.
    pub(super) gliding: bool,
    /// Whether it need not be there in this frame yet.
    pub(super) may_wait: bool,
}

/// What all meshes depend on: places of glyphs in the font's picture.
///
/// A galley comes out of egui's cache as the same one in every frame, until the fonts are set up
/// anew; then the glyphs may stand elsewhere.
#[derive(Debug)]
struct Fonts {
    sample: Arc<Galley>,
    picture: [usize; 2],
    pixels_per_point: f32,
}

impl Fonts {
    fn now(painter: &Painter) -> Self {
        let font = FontId::new(13.0, scene_family(Face::Regular));
        Self {
            sample: painter.layout_no_wrap("Dotted".to_owned(), font, Color32::BLACK),
            picture: picture_size(painter.ctx()),
            pixels_per_point: painter.pixels_per_point(),
        }
    }

    fn same(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.sample, &other.sample)
            && self.picture == other.picture
            && self
                .pixels_per_point
                .total_cmp(&other.pixels_per_point)
                .is_eq()
    }
}

fn picture_size(ctx: &Context) -> [usize; 2] {
    ctx.fonts(|fonts| fonts.font_image_size())
}

/// One frame: the meshes in painting order, moved to where they are seen.
pub(super) struct Frame<'a> {
    kept: &'a mut Kept,
    painter: &'a Painter,
    zoom: f32,
    origin: Vec2,
    zooming: bool,
    budget: usize,
    /// Whether some meshes are stretched.
    blurred: bool,
    sheet: Arc<Mesh>,
}

impl Kept {
    /// Whether glyphs that came later in the frame made the font's picture larger, so that all
    /// places in it have moved and what was painted must be painted again; said once.
    pub(super) fn outdated(&mut self, ctx: &Context) -> bool {
        let moved = |fonts: &mut Fonts| fonts.picture != picture_size(ctx);
        self.made_with.take_if(moved).is_some()
    }

    /// Takes the meshes of what the last picture had too: only the rest is made at once.
    pub(super) fn take_over(&mut self, old: &mut Self, carried: &[Option<Carried>]) {
        self.made_with = old.made_with.take();
        self.zoom = old.zoom;
        self.lent = std::mem::take(&mut old.lent);
        self.meshes = carried
            .iter()
            .map(|carried| {
                let carried = (*carried)?;
                let mut made = old.meshes.get_mut(carried.old)?.take()?;
                made.moved += Vec2::new(length(carried.by.x), length(carried.by.y));
                Some(made)
            })
            .collect();
    }

    /// Begins a frame with the page's origin at a place on the screen.
    pub(super) fn frame<'a>(
        &'a mut self,
        painter: &'a Painter,
        zoom: f32,
        origin: Vec2,
        gliding: bool,
    ) -> Frame<'a> {
        let fonts = Fonts::now(painter);
        if !self.made_with.as_ref().is_some_and(|old| old.same(&fonts)) {
            self.meshes.clear();
        }
        self.made_with = Some(fonts);
        let zooming = self.zoom.total_cmp(&zoom).is_ne();
        self.zoom = zoom;
        let lent = std::mem::take(&mut self.lent).into_iter();
        self.free = lent.filter(|s| Arc::strong_count(s) == 1).collect();
        Frame {
            kept: self,
            painter,
            zoom,
            origin,
            zooming,
            budget: if zooming || gliding { ZOOMING } else { RESTING },
            blurred: false,
            sheet: Arc::default(),
        }
    }
}

impl Frame<'_> {
    /// Lays a group down: its kept mesh, or one made of `shapes` round the page's origin; so far
    /// from its place on the screen. One that fades in may wait for a later frame.
    pub(super) fn lay(&mut self, group: usize, seen: &Seen, shapes: impl FnOnce() -> Vec<Shape>) {
        if self.kept.meshes.len() <= group {
            self.kept.meshes.resize_with(group + 1, || None);
        }
        let Some(place) = self.kept.meshes.get_mut(group) else {
            return;
        };
        let stretched = place.as_ref().map(|made| self.zoom / made.zoom);
        let moved = place.as_ref().is_some_and(|made| made.moved != Vec2::ZERO);
        // On its way nobody sees whether it is sharp.
        let settles = moved && !self.zooming && !seen.gliding && self.budget > 0;
        if place.is_none() && seen.may_wait && self.budget == 0 {
            self.blurred = true;
            return;
        }
        if settles || wanted(stretched, self.zooming, self.budget) {
            let mesh = mesh(self.painter, shapes());
            self.budget = self.budget.saturating_sub(mesh.vertices.len());
            let zoom = self.zoom;
            *place = Some(Made {
                zoom,
                mesh,
                moved: Vec2::ZERO,
            });
        }
        if let Some(made) = place {
            let by = self.zoom / made.zoom;
            self.blurred |= made.zoom.total_cmp(&self.zoom).is_ne() || made.moved != Vec2::ZERO;
            let origin = self.origin + made.moved * self.zoom + seen.offset;
            if self.sheet.is_empty() {
                self.sheet = self.kept.free.pop().unwrap_or_default();
                Arc::make_mut(&mut self.sheet).clear();
            }
            let sheet = Arc::make_mut(&mut self.sheet);
            copy(sheet, &made.mesh, by, origin, seen.opacity);
        }
    }

    /// Paints what has been laid down so far; what is painted now lies over it.
    pub(super) fn flush(&mut self) {
        let sheet = std::mem::take(&mut self.sheet);
        if !sheet.is_empty() {
            self.kept.lent.push(Arc::clone(&sheet));
            self.painter.add(Shape::Mesh(sheet));
        }
    }

    /// Paints the rest. Further frames follow until nothing is stretched.
    pub(super) fn end(mut self) {
        self.flush();
        if self.blurred {
            self.painter.ctx().request_repaint();
        }
    }
}

/// Whether a mesh stretched so much is to be made anew.
fn wanted(stretched: Option<f32>, zooming: bool, budget: usize) -> bool {
    let Some(by) = stretched.map(|by| by.max(by.recip())) else {
        return true;
    };
    by > MOST || (budget > 0 && by > if zooming { STRETCH } else { 1.0 })
}

/// Shapes as one mesh.
fn mesh(painter: &Painter, shapes: Vec<Shape>) -> Mesh {
    let clipped = shapes.into_iter().map(|shape| ClippedShape {
        clip_rect: Rect::EVERYTHING,
        shape,
    });
    let ctx = painter.ctx();
    let pieces = ctx.tessellate(clipped.collect(), painter.pixels_per_point());
    let mut all = Mesh::default();
    for piece in pieces {
        if let Primitive::Mesh(mesh) = piece.primitive {
            all.append(mesh);
        }
    }
    all
}

/// Appends a mesh, larger by a factor and moved.
#[expect(
    clippy::cast_possible_truncation,
    reason = "a frame has far fewer than 2^32 vertices"
)]
fn copy(sheet: &mut Mesh, mesh: &Mesh, by: f32, origin: Vec2, opacity: f32) {
    let first = sheet.vertices.len() as u32;
    sheet.indices.extend(mesh.indices.iter().map(|i| i + first));
    let vertices = mesh.vertices.iter().copied();
    sheet.vertices.extend(vertices.map(|mut vertex| {
        vertex.pos = Pos2::new(vertex.pos.x * by, vertex.pos.y * by) + origin;
        if opacity < 1.0 {
            vertex.color = vertex.color.gamma_multiply(opacity);
        }
        vertex
    }));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mesh_is_made_anew_when_it_is_stretched_too_far() {
        let check = |stretched: Option<f32>, zooming: bool, budget: usize, expected: bool| {
            let got = wanted(stretched, zooming, budget);
            assert_eq!(got, expected, "{stretched:?} {zooming} {budget}");
        };
        // None yet.
        check(None, true, 0, true);
        check(Some(1.0), false, 9, false);
        // Stretched a little: once the zoom is at rest.
        check(Some(1.1), true, 9, false);
        check(Some(1.1), false, 9, true);
        check(Some(1.1), false, 0, false);
        // More: a few in each frame, both ways.
        check(Some(1.3), true, 9, true);
        check(Some(0.75), true, 9, true);
        check(Some(1.3), true, 0, false);
        // Too far: whatever it costs.
        check(Some(1.7), true, 0, true);
        check(Some(0.6), true, 0, true);
    }

    #[test]
    fn a_copy_is_stretched_moved_and_paled() {
        let mut one = Mesh::default();
        one.add_colored_rect(
            Rect::from_min_max(Pos2::ZERO, Pos2::new(10.0, 20.0)),
            Color32::WHITE,
        );
        let mut sheet = one.clone();
        copy(&mut sheet, &one, 2.0, Vec2::new(100.0, 0.0), 0.5);
        assert!(sheet.is_valid());
        let last = sheet.vertices.last().unwrap();
        assert_eq!(last.pos, Pos2::new(120.0, 40.0));
        assert_eq!(last.color, Color32::WHITE.gamma_multiply(0.5));
        assert_eq!(sheet.indices.len(), 12);
        assert!(sheet.indices[6..].iter().all(|i| *i >= 4));
    }
}
