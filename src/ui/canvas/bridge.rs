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
    DisplayEdge, DisplayNode, DrawContext, EdgeProps, Graph, MetadataFrame, Node, NodeProps,
    SettingsStyle,
};
use petgraph::Directed;
use petgraph::graph::{DefaultIx, EdgeIndex, NodeIndex};

use super::convert::{self, length};
use super::paint::{Onto, bounded_shapes, group_bounds};
use crate::editor::{BodyRef, Camera, Picture};
use crate::geom::Rect as PageRect;
use crate::scene::{Geometry, Group, Item, Role};

type Payload = Arc<Bounded>;
type CardNode = Node<Payload, Payload, Directed, DefaultIx, CardShape>;
type Canvas = Graph<Payload, Payload, Directed, DefaultIx, CardShape, LineShape>;

/// The graph of a picture and the order in which everything is painted.
pub(crate) struct CanvasGraph {
    graph: Canvas,
    order: Vec<Place>,
}

impl std::fmt::Debug for CanvasGraph {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("CanvasGraph")
            .field("groups", &self.order.len())
            .finish_non_exhaustive()
    }
}

/// A group of the picture and the box in which it lies.
#[derive(Debug)]
pub(crate) struct Bounded {
    group: Arc<Group>,
    bounds: Option<PageRect>,
}

impl Bounded {
    fn of(group: &Arc<Group>) -> Payload {
        Arc::new(Self {
            bounds: group_bounds(group),
            group: Arc::clone(group),
        })
    }

    fn shapes(&self, context: &DrawContext<'_>) -> Vec<Shape> {
        let mut out = Vec::new();
        if let Some(bounds) = self.bounds {
            let painter = context.painter;
            bounded_shapes(painter, &onto(context), &self.group, bounds, &mut out);
        }
        out
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
        Self { graph, order }
    }

    /// Paints everything in the scene's order; `faded` bodies and the lines between them pale.
    pub(crate) fn paint(
        &mut self,
        painter: &Painter,
        camera: &Camera,
        view: PageRect,
        faded: &BTreeSet<BodyRef>,
    ) {
        let mut pale = painter.clone();
        pale.set_opacity(PALE);
        let origin = camera.screen_from_page(view, crate::geom::Point::ZERO);
        let mut meta = MetadataFrame::default();
        meta.zoom = length(camera.zoom);
        meta.pan = convert::pos(origin).to_vec2();
        let style = SettingsStyle::default();
        let context = DrawContext {
            ctx: painter.ctx(),
            painter,
            style: &style,
            is_directed: self.graph.is_directed(),
            meta: &meta,
        };
        let mut all = Vec::new();
        for place in &self.order {
            let (shapes, role) = match place {
                Place::Plain(group) => (group.shapes(&context), Some(&group.group.role)),
                Place::Card(node) => {
                    let Some(node) = self.graph.node_mut(*node) else {
                        continue;
                    };
                    let shapes = node.display_mut().shapes(&context);
                    (shapes, Some(&node.payload().group.role))
                }
                Place::Line(edge) => {
                    let shapes = line_shapes(&self.graph, *edge, &context).unwrap_or_default();
                    (
                        shapes,
                        self.graph.edge(*edge).map(|e| &e.payload().group.role),
                    )
                }
            };
            let fades = !faded.is_empty() && role.is_some_and(|role| fades(role, faded));
            if fades {
                // What came before lies under it.
                painter.extend(std::mem::take(&mut all));
                pale.extend(shapes);
            } else {
                all.extend(shapes);
            }
        }
        painter.extend(all);
    }
}

/// How much is left of what is faded.
const PALE: f32 = 0.3;

fn fades(role: &Role, faded: &BTreeSet<BodyRef>) -> bool {
    match role {
        Role::Body(role) => faded.contains(&BodyRef::new(&role.structure, &role.body)),
        Role::Link(role) => [&role.from, &role.to]
            .into_iter()
            .all(|end| faded.contains(&BodyRef::new(&role.structure, end))),
        _ => false,
    }
}

/// The shapes of an edge. Its display is copied (one counted pointer) because it is asked with
/// both of its nodes, which the graph lends at the same time.
fn line_shapes(
    graph: &Canvas,
    edge: EdgeIndex<DefaultIx>,
    context: &DrawContext<'_>,
) -> Option<Vec<Shape>> {
    let (start, end) = graph.edge_endpoints(edge)?;
    let mut display = graph.edge(edge)?.display().clone();
    Some(display.shapes(graph.node(start)?, graph.node(end)?, context))
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
