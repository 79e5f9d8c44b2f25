//! The one place that names egui_graphs: its graph holds the picture's cards as nodes and its
//! single lines as edges, and our display types paint them from the scene.
//!
//! The scene stays the only truth. The graph is filled from it anew whenever it changes, and
//! `GraphView` is not used: it repaints for ever, fits the view by itself and moves what is
//! clicked. So nothing here asks for another frame.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use egui::{Painter, Pos2, Rect, Shape, Vec2};
use egui_graphs::{
    DisplayEdge, DisplayNode, DrawContext, Edge, EdgeProps, Graph, MetadataFrame, Node, NodeProps,
    SettingsStyle,
};
use petgraph::Directed;
use petgraph::graph::{DefaultIx, EdgeIndex, NodeIndex};

use super::carry::Carried;
use super::convert::{self, length};
use super::far::{FAR, far_shape};
use super::glide::Glide;
use super::kept::{Kept, Seen};
use super::paint::{DASH_ZOOM, Onto, group_bounds, group_shapes, longest_dashes};
use crate::editor::{BodyRef, Camera, LinkRef, Picture};
use crate::geom::Rect as PageRect;
use crate::model::{BodyId, LinkId, StructureId};
use crate::scene::{Geometry, Group, Item, Role};

type Payload = Arc<Bounded>;
type CardNode = Node<Payload, Payload, Directed, DefaultIx, CardShape>;
type Canvas = Graph<Payload, Payload, Directed, DefaultIx, CardShape, LineShape>;

/// The graph of a picture and the order in which everything is painted.
pub(crate) struct CanvasGraph {
    graph: Canvas,
    order: Vec<Place>,
    /// The box of each place, side by side: most of a large picture is out of sight.
    bounds: Vec<Option<PageRect>>,
    kept: Kept,
}

impl std::fmt::Debug for CanvasGraph {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("CanvasGraph")
            .field("groups", &self.order.len())
            .finish_non_exhaustive()
    }
}

/// A group of the picture and what painting it needs to know.
#[derive(Debug)]
pub(crate) struct Bounded {
    group: Arc<Group>,
    /// The most dashes in one of its lines.
    dashes: f64,
}

impl Bounded {
    fn of(group: &Arc<Group>) -> Payload {
        Arc::new(Self {
            dashes: longest_dashes(group),
            group: Arc::clone(group),
        })
    }

    fn shapes(&self, context: &DrawContext<'_>) -> Vec<Shape> {
        let painter = context.painter;
        let onto = onto(context);
        if onto.zoom < FAR {
            return vec![far_shape(&onto, painter.pixels_per_point(), &self.group)];
        }
        let mut out = Vec::new();
        group_shapes(painter, &onto, &self.group, &mut out);
        out
    }

    /// Whether so much of it lies out of sight that only what is seen is worth a shape.
    fn endless(&self, zoom: f32) -> bool {
        zoom >= DASH_ZOOM && self.dashes > DASHES
    }
}

/// Where a group of the picture went.
enum Place {
    Card(NodeIndex<DefaultIx>),
    Line(EdgeIndex<DefaultIx>),
    Plain(Payload),
}

impl CanvasGraph {
    /// The graph of a picture.
    pub(crate) fn of(picture: &Picture) -> Self {
        let mut graph = Canvas::new();
        let mut nodes = BTreeMap::new();
        for card in &picture.cards {
            if let Some(group) = picture.groups.get(card.group) {
                let at = convert::pos(card.rect.center());
                let node = graph.add_node_with_location(Bounded::of(group), at);
                nodes.insert(card.body.clone(), (card.group, node));
            }
        }
        let mut order = Vec::with_capacity(picture.groups.len());
        for (i, group) in picture.groups.iter().enumerate() {
            order.push(match &group.role {
                Role::Body(role) => match nodes.get(&BodyRef::new(&role.structure, &role.body)) {
                    Some((at, node)) if *at == i => Place::Card(*node),
                    _ => Place::Plain(Bounded::of(group)),
                },
                Role::Link(role) => {
                    let end = |body| nodes.get(&BodyRef::new(&role.structure, body));
                    match (end(&role.from), end(&role.to)) {
                        (Some((_, a)), Some((_, b))) => {
                            Place::Line(graph.add_edge(*a, *b, Bounded::of(group)))
                        }
                        _ => Place::Plain(Bounded::of(group)),
                    }
                }
                _ => Place::Plain(Bounded::of(group)),
            });
        }
        Self {
            graph,
            order,
            bounds: picture.groups.iter().map(|g| group_bounds(g)).collect(),
            kept: Kept::default(),
        }
    }

    /// Takes the meshes of what the last picture had too.
    pub(super) fn take_over(&mut self, old: &mut Self, carried: &[Option<Carried>]) {
        self.kept.take_over(&mut old.kept, carried);
    }

    /// Whether what was painted must be painted again; said once.
    pub(crate) fn outdated(&mut self, ctx: &egui::Context) -> bool {
        self.kept.outdated(ctx)
    }

    /// Paints everything in the scene's order; `faded` bodies and the lines between them pale.
    /// The camera has the page's origin on a whole pixel.
    pub(crate) fn paint(
        &mut self,
        painter: &Painter,
        camera: &Camera,
        view: PageRect,
        faded: &Faded,
        glide: &Glide,
    ) {
        let origin = camera.screen_from_page(view, crate::geom::Point::ZERO);
        let origin = convert::pos(origin).to_vec2();
        let style = SettingsStyle::default();
        let mut everywhere = painter.clone();
        everywhere.set_clip_rect(Rect::EVERYTHING);
        let (mut here, mut round_origin) = (MetadataFrame::default(), MetadataFrame::default());
        here.zoom = length(camera.zoom);
        here.pan = origin;
        round_origin.zoom = here.zoom;
        let seen = Onto {
            zoom: here.zoom,
            origin,
            clip: painter.clip_rect(),
        };
        let mut frame = self.kept.frame(painter, here.zoom, origin, glide.moves());
        for (at, (place, bounds)) in self.order.iter().zip(&self.bounds).enumerate() {
            let opacity = glide.opacity(at);
            if opacity <= 0.0 && glide.is_posed() {
                continue;
            }
            let offset = glide.offset(at);
            let Some(bounds) = bounds.filter(|bounds| seen.sees(*bounds + offset)) else {
                continue;
            };
            let Some(bounded) = place.bounded(&self.graph) else {
                continue;
            };
            let opacity = opacity
                * if faded.fades(&bounded.group.role) {
                    PALE
                } else {
                    1.0
                };
            let how = Seen {
                offset: Vec2::new(length(offset.x), length(offset.y)) * seen.zoom,
                opacity,
                gliding: glide.moves(),
                may_wait: glide.appears(at),
            };
            if bounded.endless(here.zoom) && !seen.clip.contains_rect(seen.rect(bounds)) {
                // What came before lies under it.
                frame.flush();
                let mut painter = painter.clone();
                painter.set_opacity(opacity);
                let context = context(&painter, &style, &here);
                painter.extend(place.shapes(&self.graph, &context));
            } else {
                let context = context(&everywhere, &style, &round_origin);
                frame.lay(at, &how, || place.shapes(&self.graph, &context));
            }
        }
        frame.end();
    }
}

impl Place {
    fn bounded<'a>(&'a self, graph: &'a Canvas) -> Option<&'a Payload> {
        match self {
            Self::Plain(group) => Some(group),
            Self::Card(node) => graph.node(*node).map(Node::payload),
            Self::Line(edge) => graph.edge(*edge).map(Edge::payload),
        }
    }

    /// The shapes as its display gives them. A display is copied (one counted pointer) because
    /// it is asked together with the nodes that the graph lends at the same time.
    fn shapes(&self, graph: &Canvas, context: &DrawContext<'_>) -> Vec<Shape> {
        let shapes = match self {
            Self::Plain(group) => Some(group.shapes(context)),
            Self::Card(node) => graph
                .node(*node)
                .map(|node| node.display().clone().shapes(context)),
            Self::Line(edge) => line_shapes(graph, *edge, context),
        };
        shapes.unwrap_or_default()
    }
}

/// How much is left of what is faded.
const PALE: f32 = 0.3;
/// A line with more dashes is cut to what is seen before it is drawn, unless all of it is seen.
const DASHES: f64 = 60.0;

/// What is shown pale, because something else is looked at.
#[derive(Debug, Default)]
pub(crate) struct Faded {
    pub(crate) bodies: BTreeSet<BodyRef>,
    /// Lines that are not, although they run between such bodies.
    pub(crate) clear: BTreeSet<LinkRef>,
}

impl Faded {
    fn fades(&self, role: &Role) -> bool {
        if self.bodies.is_empty() {
            return false;
        }
        match role {
            Role::Body(role) => self.holds(&role.structure, &role.body),
            Role::Link(role) => {
                let ends = [&role.from, &role.to].into_iter();
                let mut ends = ends.map(|end| self.holds(&role.structure, end));
                ends.all(|pale| pale) && !self.is_clear(&role.structure, &role.link)
            }
            _ => false,
        }
    }

    fn holds(&self, structure: &StructureId, body: &BodyId) -> bool {
        self.bodies.contains(&BodyRef::new(structure, body))
    }

    fn is_clear(&self, structure: &StructureId, link: &LinkId) -> bool {
        let link = LinkRef {
            structure: structure.clone(),
            link: link.clone(),
        };
        self.clear.contains(&link)
    }
}

fn line_shapes(
    graph: &Canvas,
    edge: EdgeIndex<DefaultIx>,
    context: &DrawContext<'_>,
) -> Option<Vec<Shape>> {
    let (start, end) = graph.edge_endpoints(edge)?;
    let mut display = graph.edge(edge)?.display().clone();
    Some(display.shapes(graph.node(start)?, graph.node(end)?, context))
}

fn context<'a>(
    painter: &'a Painter,
    style: &'a SettingsStyle,
    meta: &'a MetadataFrame,
) -> DrawContext<'a> {
    DrawContext {
        ctx: painter.ctx(),
        painter,
        style,
        is_directed: true,
        meta,
    }
}

fn onto(context: &DrawContext<'_>) -> Onto {
    Onto {
        zoom: context.meta.zoom,
        origin: context.meta.pan,
        clip: context.painter.clip_rect(),
    }
}

/// How a card is painted: from its group of the scene.
#[derive(Clone, Debug)]
pub(crate) struct CardShape {
    group: Payload,
    rect: Rect,
}

impl From<NodeProps<Payload>> for CardShape {
    fn from(props: NodeProps<Payload>) -> Self {
        let rect = props
            .payload
            .group
            .outline()
            .map_or(Rect::NOTHING, convert::rect);
        Self {
            group: props.payload,
            rect,
        }
    }
}

impl DisplayNode<Payload, Payload, Directed, DefaultIx> for CardShape {
    fn closest_boundary_point(&self, dir: Vec2) -> Pos2 {
        let half = self.rect.size() / 2.0;
        let across = half.x / dir.x.abs().max(f32::EPSILON);
        let down = half.y / dir.y.abs().max(f32::EPSILON);
        self.rect.center() + dir * across.min(down)
    }

    fn shapes(&mut self, ctx: &DrawContext<'_>) -> Vec<Shape> {
        self.group.shapes(ctx)
    }

    fn update(&mut self, state: &NodeProps<Payload>) {
        *self = Self::from(state.clone());
    }

    fn is_inside(&self, pos: Pos2) -> bool {
        self.rect.contains(pos)
    }
}

/// How a line is painted: from its group of the scene, which the layout has routed.
#[derive(Clone, Debug)]
pub(crate) struct LineShape {
    group: Payload,
}

impl From<EdgeProps<Payload>> for LineShape {
    fn from(props: EdgeProps<Payload>) -> Self {
        Self {
            group: props.payload,
        }
    }
}

impl DisplayEdge<Payload, Payload, Directed, DefaultIx, CardShape> for LineShape {
    fn shapes(&mut self, _: &CardNode, _: &CardNode, ctx: &DrawContext<'_>) -> Vec<Shape> {
        self.group.shapes(ctx)
    }

    fn update(&mut self, state: &EdgeProps<Payload>) {
        *self = Self::from(state.clone());
    }

    fn is_inside(&self, _: &CardNode, _: &CardNode, pos: Pos2) -> bool {
        const REACH_PT: f32 = 4.0;
        let Some(Item::Shape {
            geometry: Geometry::Line { points, .. },
            ..
        }) = self.group.group.items.first()
        else {
            return false;
        };
        points.windows(2).any(|pair| match pair {
            [a, b] => Rect::from_two_pos(convert::pos(*a), convert::pos(*b))
                .expand(REACH_PT)
                .contains(pos),
            _ => false,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geom::Point;
    use crate::scene::{self, Options};
    use egui::{Context, RawInput, UiBuilder};

    /// Vertices of a sample's picture in a pane that begins there, moved so far.
    fn vertices(left: f32, top: f32, by: f64) -> usize {
        let json = crate::store::samples()[0].json;
        let project = crate::store::load(json.as_bytes()).unwrap().project;
        let structure = project.structures[0].id().clone();
        let scene = scene::drawing(&project, &structure, &Options::default())
            .unwrap()
            .scene;
        let picture = Picture::of(&scene);
        let mut graph = CanvasGraph::of(&picture);
        let area = Rect::from_min_size(Pos2::new(left, top), Vec2::new(900.0, 700.0));
        let view = convert::page_rect(area);
        let mut camera = Camera::default();
        camera.fit(view, picture.bounds(), 60.0, 1.0);
        camera.pan(crate::geom::Vec2::new(by, by));
        let origin = camera.screen_from_page(view, Point::ZERO);
        camera.pan(origin.round() - origin);
        let context = Context::default();
        crate::ui::theme::install(&context);
        let mut count = 0;
        for _ in 0..2 {
            let mut output = context.run_ui(RawInput::default(), |ui| {
                let ui = ui.new_child(UiBuilder::new().max_rect(area));
                let painter = ui.painter_at(area);
                graph.paint(
                    &painter,
                    &camera,
                    view,
                    &Faded::default(),
                    &Glide::default(),
                );
            });
            output.textures_delta.clear();
            let shapes = output.shapes.iter();
            let shapes = shapes.map(|clipped| match &clipped.shape {
                Shape::Mesh(mesh) => mesh.vertices.len(),
                _ => 0,
            });
            count = shapes.sum();
        }
        count
    }

    #[test]
    fn all_of_the_picture_is_painted_wherever_it_stands() {
        let at_the_corner = vertices(0.0, 0.0, 0.0);
        assert!(at_the_corner > 5_000, "{at_the_corner}");
        assert_eq!(vertices(500.0, 400.0, 0.0), at_the_corner);
        assert_eq!(vertices(500.0, 400.0, -50.0), at_the_corner);
        assert_eq!(vertices(500.0, 400.0, 50.0), at_the_corner);
    }
}
