//! Where a row of the outline goes when it is added, set in, set out, moved or dropped.
//!
//! Every answer is read off the rows as a person sees them, so that a body lands where it is
//! shown to land. A row that is being typed and has no body yet stands among them too.

use super::outline::{OutlineGroup, Section, outline};
use crate::model::{
    Body, BodyCommand, BodyId, Command, Link, LinkId, LinkKindId, NewBody, Place, StandardLink,
    Standing, Structure, StructureId, Word,
};

/// Where a body is to stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// The body it reports to.
    pub parent: Option<BodyId>,
    /// Its place in the list of bodies.
    pub place: Place,
    /// Its standing; `None` leaves it as it is.
    pub standing: Option<Standing>,
}

impl Default for Spot {
    /// Behind all others, reporting to nobody.
    fn default() -> Self {
        Self {
            parent: None,
            place: Place::End,
            standing: None,
        }
    }
}

impl Spot {
    /// The body that is made here.
    #[must_use]
    pub fn new_body(&self, structure: &StructureId, name: &str) -> NewBody {
        NewBody {
            parent: self.parent.clone(),
            place: self.place.clone(),
            ..NewBody::named(structure.clone(), name)
        }
    }

    /// The structure with an unnamed body here, to show where it will stand.
    #[must_use]
    pub fn tried(&self, structure: &Structure) -> Structure {
        let mut tried = structure.clone();
        let find = |id: &BodyId| structure.bodies.iter().position(|b| &b.id == id);
        let at = match &self.place {
            Place::End => None,
            Place::Before(id) => find(id),
            Place::After(id) => find(id).map(|at| at + 1),
        };
        let mut body = Body::new(unnamed(), "");
        body.standing = Word::Known(self.standing.unwrap_or_default());
        tried
            .bodies
            .insert(at.unwrap_or(structure.bodies.len()), body);
        if let Some(parent) = &self.parent {
            let kind = LinkKindId::of(StandardLink::ReportsTo);
            let id = LinkId::new(" new");
            tried
                .links
                .push(Link::new(id, unnamed(), kind, parent.clone()));
        }
        tried
    }
}

/// The id of the row that has no body yet; ids of files hold no spaces.
#[must_use]
pub fn unnamed() -> BodyId {
    BodyId::new(" new")
}

/// Which part of a row the pointer is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Its upper edge: just above the row.
    Above,
    /// Its middle: onto the row.
    Onto,
    /// Its lower edge: just below the row.
    Below,
}

/// The rows of all parts of the outline, one below the other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rows(Vec<Row>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Row {
    body: BodyId,
    depth: usize,
    section: Section,
}

impl Rows {
    /// The rows of a structure.
    #[must_use]
    pub fn of(structure: &Structure) -> Self {
        Self::listed(&outline(structure))
    }

    /// The rows of these parts.
    #[must_use]
    pub fn listed(groups: &[OutlineGroup]) -> Self {
        let rows = groups.iter().flat_map(|group| {
            group.rows.iter().map(|row| Row {
                body: row.body.clone(),
                depth: row.depth,
                section: group.section,
            })
        });
        Self(rows.collect())
    }

    fn at(&self, body: &BodyId) -> Option<usize> {
        self.0.iter().position(|row| &row.body == body)
    }

    fn depth(&self, at: usize) -> usize {
        self.0.get(at).map_or(0, |row| row.depth)
    }

    fn body(&self, at: usize) -> Option<&BodyId> {
        self.0.get(at).map(|row| &row.body)
    }

    /// The row that this one is set in under.
    fn parent_at(&self, at: usize) -> Option<usize> {
        let depth = self.depth(at).checked_sub(1)?;
        (0..at).rev().find(|above| self.depth(*above) == depth)
    }

    /// The last row below this one that is set in deeper; else the row itself.
    fn last_below(&self, at: usize) -> usize {
        let depth = self.depth(at);
        let rest = self.0.iter().skip(at + 1);
        at + rest.take_while(|row| row.depth > depth).count()
    }

    /// The next row above on the same level, under the same parent.
    fn sibling_above(&self, at: usize) -> Option<usize> {
        let depth = self.depth(at);
        let mut above = (0..at).rev();
        above
            .find(|above| self.depth(*above) <= depth)
            .filter(|above| self.depth(*above) == depth)
    }

    fn sibling_below(&self, at: usize) -> Option<usize> {
        let below = self.last_below(at) + 1;
        (below < self.0.len() && self.depth(below) == self.depth(at)).then_some(below)
    }

    /// The body under which a body is shown.
    #[must_use]
    pub fn parent(&self, body: &BodyId) -> Option<&BodyId> {
        self.body(self.parent_at(self.at(body)?)?)
    }

    /// Whether a body is shown below another one.
    fn is_below(&self, at: usize, top: usize) -> bool {
        at > top && at <= self.last_below(top)
    }

    /// Right below a body and everything under it, on the same level.
    #[must_use]
    pub fn next(&self, body: &BodyId) -> Spot {
        let Some(at) = self.at(body) else {
            return Spot::default();
        };
        let section = self.0.get(at).map(|row| row.section);
        Spot {
            parent: self.parent(body).cloned(),
            place: self.after(self.last_below(at)),
            standing: section.and_then(Section::standing),
        }
    }

    /// One level in: below the row above on the same level.
    #[must_use]
    pub fn inwards(&self, body: &BodyId) -> Option<Spot> {
        let above = self.sibling_above(self.at(body)?)?;
        Some(Spot {
            parent: self.body(above).cloned(),
            place: self.after(self.last_below(above)),
            standing: None,
        })
    }

    /// One level out: beside the body that it reported to.
    #[must_use]
    pub fn outwards(&self, body: &BodyId) -> Option<Spot> {
        let at = self.at(body)?;
        let parent = self.parent_at(at)?;
        let mut behind = (parent..=self.last_below(parent)).rev();
        // Its own rows come along, so they are no place to stand behind.
        let anchor = behind.find(|row| *row != at && !self.is_below(*row, at))?;
        Some(Spot {
            parent: self.parent_at(parent).and_then(|p| self.body(p)).cloned(),
            place: self.after(anchor),
            standing: None,
        })
    }

    /// Past the next row on the same level, up or down.
    #[must_use]
    pub fn past(&self, body: &BodyId, up: bool) -> Option<Place> {
        let at = self.at(body)?;
        let section = |at: usize| self.0.get(at).map(|row| row.section);
        let other = if up {
            self.sibling_above(at)
        } else {
            self.sibling_below(at)
        };
        let other = other.filter(|other| section(*other) == section(at))?;
        let anchor = self.body(other)?.clone();
        Some(if up {
            Place::Before(anchor)
        } else {
            Place::After(anchor)
        })
    }

    /// Where a dragged body lands; `None` over itself and over what stands below it.
    #[must_use]
    pub fn dropped(&self, body: &BodyId, over: &BodyId, part: Part) -> Option<Spot> {
        let (at, to) = (self.at(body)?, self.at(over)?);
        if at == to || self.is_below(to, at) {
            return None;
        }
        let first_below = to + 1;
        let opens = self.parent_at(first_below) == Some(to) && first_below < self.0.len();
        let beside = |place: Place| Spot {
            parent: self.parent_at(to).and_then(|p| self.body(p)).cloned(),
            place,
            standing: self.0.get(to).and_then(|row| row.section.standing()),
        };
        Some(match part {
            Part::Onto => Spot {
                parent: Some(over.clone()),
                place: self.after(self.last_below(to)),
                standing: None,
            },
            Part::Above => beside(Place::Before(over.clone())),
            Part::Below if opens => Spot {
                parent: Some(over.clone()),
                place: Place::After(over.clone()),
                standing: None,
            },
            Part::Below => beside(Place::After(over.clone())),
        })
    }

    fn after(&self, at: usize) -> Place {
        self.body(at)
            .map_or(Place::End, |body| Place::After(body.clone()))
    }

    /// What moves a body to a spot; `None` when it stands there already.
    #[must_use]
    pub fn move_to(&self, structure: &Structure, body: &BodyId, spot: &Spot) -> Option<Command> {
        let record = structure.body(body)?;
        let id = structure.id().clone();
        let before = self.parent(body);
        let mut commands: Vec<Command> = Vec::new();
        if before != spot.parent.as_ref() {
            commands.push(
                BodyCommand::SetParent {
                    structure: id.clone(),
                    body: body.clone(),
                    parent: spot.parent.clone(),
                    instead_of: before.cloned(),
                }
                .into(),
            );
        }
        if let Some(standing) = spot
            .standing
            .filter(|s| record.standing.known() != Some(*s))
        {
            let mut record = record.clone();
            record.standing = Word::Known(standing);
            commands.push(
                BodyCommand::Set {
                    structure: id.clone(),
                    body: Box::new(record),
                }
                .into(),
            );
        }
        let label = match (&spot.parent, commands.is_empty()) {
            (_, true) => format!("Reorder {}", record.name),
            (Some(parent), _) => {
                format!("Move {} under {}", record.name, structure.body_name(parent))
            }
            (None, _) => format!("Move {}", record.name),
        };
        commands.push(
            BodyCommand::Reorder {
                structure: id,
                bodies: vec![body.clone()],
                place: spot.place.clone(),
            }
            .into(),
        );
        Some(Command::Several { commands, label })
    }
}

#[cfg(test)]
mod tests;
