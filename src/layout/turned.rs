//! The same things in a frame whose axes have changed places: what grows downwards there grows to the
//! right on the page, so that one code places and routes both.

use super::{Cell, Layout, Node, Placement, Region, Request, Route};

/// Something that can be told in the frame with its axes exchanged; turned twice it is as before.
pub(super) trait Turned {
    #[must_use]
    fn turned(&self) -> Self;
}

impl<T: Copy> Turned for (T, T) {
    fn turned(&self) -> Self {
        (self.1, self.0)
    }
}

impl Turned for Cell {
    fn turned(&self) -> Self {
        let ((x, y), (w, h)) = ((self.y, self.x), (self.h, self.w));
        Self { x, y, w, h }
    }
}

impl Turned for Node {
    fn turned(&self) -> Self {
        Self {
            w: self.h,
            h: self.w,
            pin: self.pin.map(|pin| pin.turned()),
            ..*self
        }
    }
}

impl Turned for Request {
    fn turned(&self) -> Self {
        Self {
            nodes: self.nodes.iter().map(Node::turned).collect(),
            room: self.room.map(|room| room.turned()),
            labels: self.labels.map(|label| label.turned()),
            ..self.clone()
        }
    }
}

impl Turned for Placement {
    /// How cards hang is left as it is: their places along a bus are of use to the router alone.
    fn turned(&self) -> Self {
        let region = |region: &Region| Region {
            cell: region.cell.turned(),
            ..*region
        };
        Self {
            cells: self.cells.iter().map(Cell::turned).collect(),
            regions: self.regions.iter().map(region).collect(),
            bands: self.bands.iter().map(Cell::turned).collect(),
            hangs: self.hangs.clone(),
            held: self.held.clone(),
            size: self.size.turned(),
        }
    }
}

impl Turned for Layout {
    fn turned(&self) -> Self {
        let route = |route: &Route| Route {
            points: route.points.iter().map(Turned::turned).collect(),
            ..*route
        };
        Self {
            placement: self.placement.turned(),
            routes: self.routes.iter().map(route).collect(),
        }
    }
}
