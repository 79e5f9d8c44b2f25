//! Routes of all links: reporting lines as buses, the rest over the lattice.
//!
//! Lines of one class that share an end run as one bundle that branches; two unrelated lines
//! never share a way and cross only at right angles away from their corners.

use super::bundle::{Bundle, bundles};
use super::ends::{end_points, sideways, spread};
use super::lattice::{Axis, Lattice, Owner};
use super::search::{Port, Search};
use super::tree::{Joint, chain, grow};
use super::{Cell, Edge, Hang, Route, STEP, bus};

/// Cards that stand, and the links to be routed round them.
#[derive(Clone, Copy, Debug)]
pub(super) struct RouteRequest<'a> {
    /// The boxes of the nodes.
    pub(super) cells: &'a [Cell],
    /// Panels: lines may end on their edges and cross them. Ends past the cells are panels.
    pub(super) panels: &'a [Cell],
    /// How nodes hang from their parents; these reporting lines have their way already.
    pub(super) hangs: &'a [Option<Hang>],
    /// Boxes that lines keep out of, such as words over regions.
    pub(super) keep_clear: &'a [Cell],
    /// The links.
    pub(super) edges: &'a [Edge],
}

/// Routes every link.
///
/// A `strict` run gives nothing as soon as a line would have to run on another one; otherwise
/// such lines are drawn all the same.
pub(super) fn route(
    request: &RouteRequest<'_>,
    search: &mut Search,
    strict: bool,
) -> Option<Vec<Route>> {
    let mut router = Router {
        request,
        lattice: Lattice::new(request.cells, request.keep_clear),
        search,
        routes: vec![Route::default(); request.edges.len()],
    };
    let first_free = router.buses();
    let bundles = bundles(request.edges, request.cells, |i| {
        router.routes.get(i).is_some_and(|r| r.points.is_empty())
    });
    // The second round finds better ways now that everything has its place.
    for round in 0..2 {
        if round > 0 && !router.search.careful() {
            break;
        }
        for (i, bundle) in bundles.iter().enumerate() {
            let owner = first_free + Owner::try_from(i).unwrap_or(0);
            if round > 0 {
                router.lattice.release(owner);
            }
            if router.bundle(bundle, owner, strict) == Outcome::Clash && strict {
                return None;
            }
        }
    }
    Some(router.routes)
}

/// Whether a bundle found ways of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    Clear,
    Clash,
}

struct Router<'a> {
    request: &'a RouteRequest<'a>,
    lattice: Lattice,
    search: &'a mut Search,
    routes: Vec<Route>,
}

impl Router<'_> {
    fn cell(&self, node: usize) -> Option<Cell> {
        let (cells, panels) = (self.request.cells, self.request.panels);
        cells.iter().chain(panels).nth(node).copied()
    }

    /// Reporting lines of the arrangement. Gives the first owner number that is still free.
    fn buses(&mut self) -> Owner {
        let mut drawn = vec![false; self.request.cells.len()];
        for (i, edge) in self.request.edges.iter().enumerate() {
            let hang = self.request.hangs.get(edge.from).copied().flatten();
            let Some(hang) = hang.filter(|h| edge.hierarchy && h.parent == edge.to) else {
                continue;
            };
            let (Some(above), Some(card)) = (self.cell(edge.to), self.cell(edge.from)) else {
                continue;
            };
            if drawn
                .get_mut(edge.from)
                .is_none_or(|seen| std::mem::replace(seen, true))
            {
                continue;
            }
            let points = bus::line(above, card, hang);
            let owner = 1 + Owner::try_from(edge.to).unwrap_or(0);
            self.lattice.take_line(&points, owner);
            self.clear_end(&points, edge.clear_to, owner);
            if let Some(route) = self.routes.get_mut(i) {
                *route = Route {
                    points: simplified(&points),
                    starts_at_from: false,
                };
            }
        }
        1 + Owner::try_from(self.request.cells.len()).unwrap_or(0)
    }

    /// Routes the links of a bundle as a tree that grows from its hub.
    fn bundle(&mut self, bundle: &Bundle, owner: Owner, strict: bool) -> Outcome {
        let mut tree: Vec<Joint> = Vec::new();
        let mut hub_end = None;
        let mut outcome = Outcome::Clear;
        for &(link, far) in &bundle.links {
            let Some(edge) = self.request.edges.get(link).copied() else {
                continue;
            };
            let (clear_hub, clear_far) = if bundle.hub_is_from {
                (edge.clear_from, edge.clear_to)
            } else {
                (edge.clear_to, edge.clear_from)
            };
            let starts = if tree.is_empty() {
                self.ports(bundle.hub, owner, clear_hub)
            } else {
                self.branches(&tree, owner, clear_hub)
            };
            let mut goals = self.ports(far, owner, clear_far);
            let starts = if far == bundle.hub {
                // A link of a body with itself leaves on one side and comes back on another.
                goals.retain(|g| g.axis == Axis::Vertical);
                sideways(starts, &mut goals)
            } else {
                starts
            };
            let mut found = self
                .search
                .way(&self.lattice, owner, &starts, &goals, false);
            if found.is_none() {
                outcome = Outcome::Clash;
                if strict {
                    return outcome;
                }
                found = self.search.way(&self.lattice, owner, &starts, &goals, true);
            }
            let Some(way) = found else {
                self.direct(link, bundle, far);
                continue;
            };
            let tip = grow(&mut tree, &way);
            let mut path: Vec<(i32, i32)> = chain(&tree, tip)
                .into_iter()
                .map(|at| self.lattice.pt(at))
                .collect();
            let end = self.touch(far, path.last().copied());
            path.extend(end);
            if hub_end.is_none() {
                hub_end = self.touch(bundle.hub, path.first().copied());
            }
            if let Some(end) = hub_end {
                path.insert(0, end);
            }
            self.lattice.take_line(&path, owner);
            if tree.len() == way.len() {
                self.clear_end(&path, clear_hub, owner);
            }
            let back: Vec<(i32, i32)> = path.iter().rev().copied().collect();
            self.clear_end(&back, clear_far, owner);
            if let Some(route) = self.routes.get_mut(link) {
                *route = Route {
                    points: simplified(&path),
                    starts_at_from: bundle.hub_is_from,
                };
            }
        }
        outcome
    }

    /// Draws a link for which there is no free way.
    fn direct(&mut self, link: usize, bundle: &Bundle, far: usize) {
        let (Some(hub), Some(far)) = (self.cell(bundle.hub), self.cell(far)) else {
            return;
        };
        if let Some(route) = self.routes.get_mut(link) {
            *route = Route {
                points: simplified(&bus::direct(hub, far)),
                starts_at_from: bundle.hub_is_from,
            };
        }
    }

    /// Places on a bundle's tree where a further line may branch off.
    fn branches(&self, tree: &[Joint], owner: Owner, clear_hub: i32) -> Vec<Port> {
        let skip = usize::try_from(clear_hub / STEP).unwrap_or(0);
        let mut out = Vec::new();
        for joint in tree.iter().skip(skip.min(tree.len().saturating_sub(1))) {
            for axis in [Axis::Horizontal, Axis::Vertical] {
                if self.lattice.free(joint.at, axis, owner) {
                    out.push(Port {
                        at: joint.at,
                        axis,
                        cost: 12,
                    });
                }
            }
        }
        out
    }

    /// Places just outside a card where a line may end, with `clear` pt of room round it.
    fn ports(&self, node: usize, owner: Owner, clear: i32) -> Vec<Port> {
        let Some(cell) = self.cell(node) else {
            return Vec::new();
        };
        let mut all = Vec::new();
        for x in spread(cell.x, cell.w) {
            let off_centre = (x - cell.x - cell.w / 2).unsigned_abs() / 8;
            for (y, out) in [(cell.y, -1), (cell.bottom(), 1)] {
                let at = self.lattice.at(x, y).step(Axis::Vertical, out);
                all.push((
                    Port {
                        at,
                        axis: Axis::Vertical,
                        cost: off_centre,
                    },
                    out,
                ));
            }
        }
        for y in spread(cell.y, cell.h) {
            let off_centre = (y - cell.y - cell.h / 2).unsigned_abs() / 8;
            for (x, out) in [(cell.x, -1), (cell.right(), 1)] {
                let at = self.lattice.at(x, y).step(Axis::Horizontal, out);
                all.push((
                    Port {
                        at,
                        axis: Axis::Horizontal,
                        cost: off_centre,
                    },
                    out,
                ));
            }
        }
        all.retain(|(port, _)| !self.lattice.wall(port.at));
        let roomy: Vec<Port> = all
            .iter()
            .filter(|(port, out)| self.room(port, *out, owner, clear))
            .map(|(port, _)| *port)
            .collect();
        if roomy.is_empty() {
            all.into_iter().map(|(port, _)| port).collect()
        } else {
            roomy
        }
    }

    /// Whether no other line passes where the end of this one is drawn.
    fn room(&self, port: &Port, out: i32, owner: Owner, clear: i32) -> bool {
        end_points(port.at, port.axis, out, clear).all(|at| !self.lattice.crowded(at, owner))
    }

    /// Keeps the room at the start of a line free of other lines.
    fn clear_end(&mut self, points: &[(i32, i32)], clear: i32, owner: Owner) {
        let [a, b, ..] = points else { return };
        let (a, b) = (self.lattice.at(a.0, a.1), self.lattice.at(b.0, b.1));
        let axis = if a.row == b.row {
            Axis::Horizontal
        } else {
            Axis::Vertical
        };
        let out = (b.col - a.col).signum() + (b.row - a.row).signum();
        for at in end_points(a.step(axis, out), axis, out, clear) {
            for axis in [Axis::Horizontal, Axis::Vertical] {
                if self.lattice.free(at, axis, owner) {
                    self.lattice.take(at, axis, owner);
                }
            }
        }
    }

    /// The point on a card's edge next to a point just outside it.
    fn touch(&self, node: usize, outside: Option<(i32, i32)>) -> Option<(i32, i32)> {
        let (cell, (x, y)) = (self.cell(node)?, outside?);
        let on = (
            x.clamp(cell.x, cell.right()),
            y.clamp(cell.y, cell.bottom()),
        );
        (on != (x, y)).then_some(on)
    }
}

/// Without repeated points and points on a straight run.
fn simplified(points: &[(i32, i32)]) -> Vec<(i32, i32)> {
    let mut out: Vec<(i32, i32)> = Vec::new();
    for &p in points {
        if out.last() == Some(&p) {
            continue;
        }
        if let [.., a, b] = out.as_slice()
            && ((a.0 == b.0 && b.0 == p.0) || (a.1 == b.1 && b.1 == p.1))
        {
            out.pop();
        }
        // A line that turned back ends where it turned off.
        if out.last() != Some(&p) {
            out.push(p);
        }
    }
    out
}
