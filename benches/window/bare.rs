//! Nothing but the scene in a panel: culled and simplified as the window does, without anything
//! to point at.

#[path = "../../src/ui/canvas/convert.rs"]
#[allow(dead_code, unreachable_pub, reason = "shared with the window")]
mod convert;
#[allow(dead_code, reason = "its tests run with the library")]
#[path = "../../src/ui/canvas/dash.rs"]
mod dash;

use std::path::Path;
use std::sync::Arc;

use dotted_line::editor::Camera;
use dotted_line::geom::{self, PathEl, Point};
use dotted_line::scene::{self, Geometry, Group, Item, Options, Page, Stroke};
use dotted_line::store;
use dotted_line::text::{Face, font_bytes};
use egui::epaint::{CircleShape, CornerRadius, RectShape};
use egui::{
    Color32, Context, FontData, FontDefinitions, FontFamily, FontId, FullOutput, Painter, Pos2,
    RawInput, Rect, Shape, StrokeKind, Vec2,
};

pub(crate) use convert::page_rect;
use convert::{colour, length, point, pos, vec};

pub struct Bare {
    context: Context,
    page: Page,
    /// The box of each group.
    bounds: Vec<Option<geom::Rect>>,
    pub content: geom::Rect,
    pub area: Rect,
    pub camera: Camera,
}

impl Bare {
    pub fn of(file: &Path) -> Self {
        let opened = store::load(&std::fs::read(file).unwrap()).unwrap();
        let structure = opened.project.structures[0].id().clone();
        let options = Options {
            furniture: false,
            ..Options::default()
        };
        let scene = scene::drawing(&opened.project, &structure, &options)
            .unwrap()
            .scene;
        let content = dotted_line::editor::Picture::of(&scene).bounds();
        let page = scene.pages.into_iter().next().unwrap();
        let context = Context::default();
        context.set_theme(egui::Theme::Light);
        let mut fonts = FontDefinitions::default();
        for (name, face) in [("regular", Face::Regular), ("semibold", Face::SemiBold)] {
            let data = Arc::new(FontData::from_static(font_bytes(face)));
            fonts.font_data.insert(name.to_owned(), data);
            let family = FontFamily::Name(name.into());
            fonts.families.insert(family, vec![name.to_owned()]);
        }
        context.set_fonts(fonts);
        Self {
            context,
            bounds: page.groups.iter().map(bounds).collect(),
            page,
            content,
            area: Rect::NOTHING,
            camera: Camera::default(),
        }
    }
}

impl super::Side for Bare {
    fn context(&self) -> &Context {
        &self.context
    }

    fn pass(&mut self, input: RawInput) -> FullOutput {
        let Self {
            page,
            bounds,
            content,
            area,
            camera,
            ..
        } = self;
        self.context.run_ui(input, |ui| {
            egui::CentralPanel::default()
                .frame(egui::Frame::new())
                .show(ui, |ui| {
                    let view = page_rect(*area);
                    let (scroll, zoom, pointer) = ui.input(|i| {
                        let pointer = i.pointer.hover_pos();
                        (i.smooth_scroll_delta(), i.zoom_delta(), pointer)
                    });
                    if let Some(pointer) = pointer {
                        if zoom != 1.0 {
                            camera.zoom_at(view, point(pointer), f64::from(zoom));
                        } else {
                            camera.pan(vec(scroll));
                        }
                        camera.stay_on(*content);
                    }
                    let painter = ui.painter_at(*area);
                    painter.rect_filled(*area, 0.0, Color32::WHITE);
                    let onto = Onto {
                        zoom: length(camera.zoom),
                        origin: pos(camera.screen_from_page(view, Point::ZERO)).to_vec2(),
                        clip: painter.clip_rect(),
                    };
                    let mut shapes = Vec::new();
                    for (group, bounds) in page.groups.iter().zip(&*bounds) {
                        if let Some(bounds) = bounds.filter(|b| onto.sees(*b)) {
                            let whole = onto.clip.contains_rect(onto.rect(bounds));
                            onto.group(&painter, group, whole, &mut shapes);
                        }
                    }
                    painter.extend(shapes);
                });
        })
    }
}

fn bounds(group: &Group) -> Option<geom::Rect> {
    geom::union(group.items.iter().filter_map(|item| match item {
        Item::Shape { geometry, .. } => geometry.bounds(),
        Item::Text { at, run, .. } => {
            let high = run.style.size;
            let right = at.x + run.width;
            Some(geom::Rect::new(at.x, at.y - high, right, at.y + high))
        }
    }))
}

struct Onto {
    zoom: f32,
    origin: Vec2,
    clip: Rect,
}

impl Onto {
    fn pos(&self, p: Point) -> Pos2 {
        pos(p) * self.zoom + self.origin
    }

    fn sees(&self, r: geom::Rect) -> bool {
        let around = 8.0 * self.zoom + 2.0;
        self.clip.intersects(self.rect(r).expand(around))
    }

    fn rect(&self, r: geom::Rect) -> Rect {
        Rect::from_min_max(self.pos(r.origin()), self.pos(Point::new(r.x1, r.y1)))
    }

    fn pen(&self, stroke: Option<&Stroke>) -> egui::Stroke {
        stroke.map_or(egui::Stroke::NONE, |s| {
            let width = (length(s.width) * self.zoom).max(0.6);
            egui::Stroke::new(width, colour(s.colour))
        })
    }

    fn group(&self, painter: &Painter, group: &Group, whole: bool, out: &mut Vec<Shape>) {
        for item in &group.items {
            match item {
                Item::Shape {
                    geometry,
                    fill,
                    stroke,
                } => {
                    if whole || geometry.bounds().is_some_and(|b| self.sees(b)) {
                        let fill = fill.map_or(Color32::TRANSPARENT, colour);
                        self.shape(geometry, fill, stroke.as_ref(), out);
                    }
                }
                Item::Text {
                    at,
                    run,
                    colour: tone,
                } => {
                    let size = length(run.style.size) * self.zoom;
                    let high = run.style.size;
                    let around = geom::Rect::new(at.x, at.y - high, at.x + run.width, at.y + high);
                    if size < 4.0 || !self.sees(around) {
                        continue;
                    }
                    let family = match run.style.face {
                        Face::Regular => "regular",
                        Face::SemiBold => "semibold",
                    };
                    let family = FontFamily::Name(family.into());
                    let font = FontId::new((size * 4.0).round() / 4.0, family);
                    let galley = painter.layout_no_wrap(run.text.to_string(), font, colour(*tone));
                    let row = &galley.rows[0];
                    let Some(glyph) = row.glyphs.first() else {
                        continue;
                    };
                    let up = Vec2::new(0.0, row.pos.y + glyph.pos.y);
                    out.push(Shape::galley(self.pos(*at) - up, galley, colour(*tone)));
                }
            }
        }
    }

    fn shape(
        &self,
        geometry: &Geometry,
        fill: Color32,
        stroke: Option<&Stroke>,
        out: &mut Vec<Shape>,
    ) {
        let pen = self.pen(stroke);
        match geometry {
            Geometry::Rect { rect, radii } => {
                let [nw, ne, se, sw] = radii.map(|r| CornerRadius::from(length(r) * self.zoom).nw);
                let corners = CornerRadius { nw, ne, sw, se };
                let place = Rect::from_min_max(
                    self.pos(rect.origin()),
                    self.pos(Point::new(rect.x1, rect.y1)),
                );
                let dashed = stroke.filter(|s| !s.dash.is_empty() && self.zoom >= 0.25);
                let edge = if dashed.is_some() {
                    egui::Stroke::NONE
                } else {
                    pen
                };
                if fill != Color32::TRANSPARENT || edge.width > 0.0 {
                    let shape = RectShape::new(place, corners, fill, edge, StrokeKind::Middle);
                    out.push(shape.into());
                }
                if let Some(stroke) = dashed {
                    let mut points = Vec::new();
                    egui::epaint::tessellator::path::rounded_rectangle(
                        &mut points,
                        place,
                        corners.into(),
                    );
                    points.push(points[0]);
                    self.line(points, stroke, out);
                }
            }
            Geometry::Line { points, ease } => {
                if let Some(stroke) = stroke {
                    self.line(self.eased(points, *ease), stroke, out);
                }
            }
            Geometry::Polygon(points) => {
                let corners = points.iter().map(|p| self.pos(*p)).collect();
                out.push(Shape::convex_polygon(corners, fill, pen));
            }
            Geometry::Circle { centre, radius } => out.push(
                CircleShape {
                    center: self.pos(*centre),
                    radius: length(*radius) * self.zoom,
                    fill,
                    stroke: pen,
                }
                .into(),
            ),
            Geometry::Pieces(pieces) => {
                for piece in pieces {
                    let points = piece.iter().map(|p| self.pos(*p)).collect();
                    out.push(Shape::line(points, pen));
                }
            }
            Geometry::Dots { centres, radius } => {
                let radius = length(*radius) * self.zoom;
                let dots = centres.iter().map(|c| self.pos(*c));
                out.extend(dots.map(|c| Shape::circle_filled(c, radius, fill)));
            }
        }
    }

    fn line(&self, points: Vec<Pos2>, stroke: &Stroke, out: &mut Vec<Shape>) {
        let pen = self.pen(Some(stroke));
        if stroke.dash.is_empty() || self.zoom < 0.25 {
            out.push(Shape::line(points, pen));
            return;
        }
        let pattern: Vec<f32> = stroke.dash.iter().map(|d| length(*d) * self.zoom).collect();
        let radius = pen.width / 2.0;
        for [a, b] in dash::dashes(&points, &pattern, self.clip.expand(pen.width)) {
            if !stroke.round {
                out.push(Shape::line_segment([a, b], pen));
                continue;
            }
            out.push(Shape::circle_filled(a, radius, pen.color));
            if a.distance(b) > radius {
                out.push(Shape::line_segment([a, b], pen));
                out.push(Shape::circle_filled(b, radius, pen.color));
            }
        }
    }

    fn eased(&self, points: &[Point], ease: f64) -> Vec<Pos2> {
        if length(ease) * self.zoom < 1.0 {
            return points.iter().map(|p| self.pos(*p)).collect();
        }
        let mut out: Vec<Pos2> = Vec::new();
        for element in geom::rounded(points, ease).elements() {
            match *element {
                PathEl::MoveTo(p) | PathEl::LineTo(p) => out.push(self.pos(p)),
                PathEl::QuadTo(control, end) => {
                    let (c, e) = (self.pos(control), self.pos(end));
                    let Some(start) = out.last().copied() else {
                        continue;
                    };
                    for step in 1..=5_u8 {
                        let t = f32::from(step) / 5.0;
                        out.push(start.lerp(c, t).lerp(c.lerp(e, t), t));
                    }
                }
                PathEl::CurveTo(..) | PathEl::ClosePath => {}
            }
        }
        out
    }
}
