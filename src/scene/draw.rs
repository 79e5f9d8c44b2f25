//! Shapes of a placed structure, in drawing pt: cards, empty places, lines, region words.

use std::sync::Arc;

use super::line;
use super::options::{Filter, Options};
use super::plan::{OVER_OUTSIDE, Placed, REGION_STYLE, rect_of};
use super::style::{CardMeasures, Looks};
use super::tiers;
use super::zoned_draw;
use super::{BodyRole, Geometry, Group, Item, LinkRole, Role, Stroke};
use crate::geom::{Point, Vec2};
use crate::graph::reading_order;
use crate::layout::Place;
use crate::model::{BodyId, Fate};
use crate::text::{shape, wrap};

/// Everything of one structure in reading order: region words, cards, empty places, lines.
pub(super) fn structure(
    placed: &Placed<'_>,
    looks: &Looks<'_>,
    options: &Options,
    measures: &CardMeasures,
    fate: impl Fn(&BodyId) -> Option<Fate>,
    ghost_words: impl Fn(usize) -> Option<(BodyId, String)>,
) -> Vec<Group> {
    let mut out = tiers::draw(placed, looks, options.ink);
    out.extend(regions(placed, looks));
    out.extend(zoned_draw::panels(placed, looks, options.ink));
    out.extend(cards(placed, looks, fate));
    out.extend(ghosts(placed, looks, measures, ghost_words));
    out.extend(lines(placed, looks, &options.filter, measures));
    out.extend(zoned_draw::lines(placed, looks, measures, options.ink));
    out
}

fn cards(
    placed: &Placed<'_>,
    looks: &Looks<'_>,
    fate: impl Fn(&BodyId) -> Option<Fate>,
) -> Vec<Group> {
    let structure = placed.sheet.structure;
    reading_order(structure)
        .into_iter()
        .filter_map(|i| {
            let body = structure.bodies.get(i)?;
            let card = placed.sheet.cards.get(i)?;
            let role = BodyRole {
                structure: structure.head.id.clone(),
                body: body.id.clone(),
                kind: body.kind.clone(),
                fate: fate(&body.id),
            };
            let rect = rect_of(*placed.cells.get(i)?);
            Some(Group {
                role: Role::Body(Arc::new(role)),
                items: card.draw(looks.theme(), rect),
            })
        })
        .collect()
}

fn ghosts(
    placed: &Placed<'_>,
    looks: &Looks<'_>,
    measures: &CardMeasures,
    words: impl Fn(usize) -> Option<(BodyId, String)>,
) -> Vec<Group> {
    let theme = looks.theme();
    placed
        .ghosts
        .iter()
        .filter_map(|ghost| {
            let (body, words) = words(ghost.other)?;
            let rect = rect_of(ghost.cell);
            let mut items = vec![Item::Shape {
                geometry: Geometry::Rect {
                    rect,
                    radii: [4.0; 4],
                },
                fill: None,
                stroke: Some(Stroke::dashed(theme.ui.ghost, 1.0, &[1.5, 2.5])),
            }];
            let room = rect.width() - 2.0 * measures.pad_x - measures.band;
            let rows = wrap(&words, measures.small, room);
            let height = measures.small_line * f64::from(i32::try_from(rows.len()).unwrap_or(0));
            if height <= rect.height() - 2.0 {
                let mut y = rect.center().y - height / 2.0;
                for run in rows {
                    let baseline = y + measures.small_line * 0.5 + measures.small.size * 0.33;
                    let at = Point::new(rect.x0 + measures.pad_x + measures.band, baseline);
                    items.push(Item::Text {
                        at,
                        run,
                        colour: theme.ui.muted,
                    });
                    y += measures.small_line;
                }
            }
            let structure = placed.sheet.structure.head.id.clone();
            Some(Group {
                role: Role::Ghost { structure, body },
                items,
            })
        })
        .collect()
}

fn lines(
    placed: &Placed<'_>,
    looks: &Looks<'_>,
    filter: &Filter,
    measures: &CardMeasures,
) -> Vec<Group> {
    let theme = looks.theme();
    placed
        .links
        .iter()
        .filter(|(link, route)| filter.draws(link) && route.points.len() > 1)
        .map(|(link, route)| {
            let points: Vec<Point> = route
                .points
                .iter()
                .map(|&(x, y)| Point::new(f64::from(x), f64::from(y)))
                .collect();
            let look = looks.link(link);
            let (ground, text) = (theme.ui.paper, theme.ui.text);
            let size = measures.small.size;
            let role = LinkRole {
                structure: placed.sheet.structure.head.id.clone(),
                link: link.id.clone(),
                kind: link.kind.clone(),
                from: link.from.clone(),
                to: link.to.clone(),
            };
            let items = line::draw(&points, route.starts_at_from, &look, ground, text, size);
            Group {
                role: Role::Link(Arc::new(role)),
                items,
            }
        })
        .collect()
}

/// Words over regions, and the boundary line above outside bodies.
fn regions(placed: &Placed<'_>, looks: &Looks<'_>) -> Vec<Group> {
    let theme = looks.theme();
    let [loose, family, outside] = placed.sheet.region_words();
    let width = placed.layout.placement.size.0;
    placed
        .layout
        .placement
        .regions
        .iter()
        .map(|region| {
            let words = match region.place {
                Place::Structure => loose,
                Place::Family => family,
                Place::Outside => outside,
            };
            let at = rect_of(region.cell).origin();
            let mut items = Vec::new();
            if region.place == Place::Outside {
                let y = at.y - OVER_OUTSIDE;
                let end = Point::new(at.x + f64::from(width.max(region.cell.w)), y);
                items.push(Item::Shape {
                    geometry: Geometry::Line {
                        points: vec![Point::new(at.x, y), end],
                        ease: 0.0,
                    },
                    fill: None,
                    stroke: Some(Stroke::dashed(
                        theme.ui.boundary,
                        1.5,
                        &[12.0, 4.0, 2.0, 4.0],
                    )),
                });
            }
            let run = shape(words, REGION_STYLE);
            let at = at + Vec2::new(0.0, 10.5);
            items.push(Item::Text {
                at,
                run,
                colour: theme.ui.muted,
            });
            Group {
                role: Role::Zone,
                items,
            }
        })
        .collect()
}
