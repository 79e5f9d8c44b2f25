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
mod tests {
    use super::super::outline::tests::{lines, structure};
    use super::*;
    use crate::model::{Project, Workspace};

    /// board (a (a1 a2) b), c and d alone.
    fn sample() -> Structure {
        structure(
            &["board", "a", "a1", "a2", "b", "c", "d"],
            &[("a", "board"), ("a1", "a"), ("a2", "a"), ("b", "board")],
        )
    }

    fn workspace(structure: Structure) -> Workspace {
        let mut project = Project::default();
        project.structures.push(structure);
        Workspace::new(project)
    }

    /// The outline after moving a body to a spot.
    fn moved(s: &Structure, body: &str, spot: Option<Spot>) -> Vec<String> {
        let Some(spot) = spot else {
            return vec!["nowhere".to_owned()];
        };
        let mut w = workspace(s.clone());
        let command = Rows::of(s).move_to(s, &body.into(), &spot).unwrap();
        w.apply(command).unwrap();
        lines(&w.project().structures[0])
    }

    const ALONE: &str = "No reporting line";

    #[test]
    fn a_new_row_stands_right_below_on_the_same_level() {
        for (below, expected) in [
            ("a", [" board >a >>a1 >>a2 > new >b", "c d"]),
            ("a1", [" board >a >>a1 >> new >>a2 >b", "c d"]),
            ("b", [" board >a >>a1 >>a2 >b > new", "c d"]),
            ("board", [" board >a >>a1 >>a2 >b", " new c d"]),
            ("c", [" board >a >>a1 >>a2 >b", "c  new d"]),
        ] {
            let s = sample();
            let tried = Rows::of(&s).next(&below.into()).tried(&s);
            let shown = lines(&tried).join(" ");
            assert_eq!(
                shown.replace("  ", " "),
                format!("{} {ALONE} {}", expected[0].trim(), expected[1]).replace("  ", " "),
                "below {below}"
            );
        }
        let empty = structure(&[], &[]);
        assert_eq!(Rows::of(&empty).next(&"x".into()), Spot::default());
        assert_eq!(lines(&Spot::default().tried(&empty)), [ALONE, " new"]);
    }

    #[test]
    fn a_new_row_below_an_outside_body_is_outside_too() {
        let mut s = sample();
        s.bodies[5].standing = Word::Known(Standing::Outside);
        let spot = Rows::of(&s).next(&"c".into());
        assert_eq!(spot.standing, Some(Standing::Outside));
        assert_eq!(lines(&spot.tried(&s)).last().unwrap(), " new");
    }

    #[test]
    fn one_level_in_reports_to_the_row_above() {
        let s = sample();
        for (body, expected) in [
            (
                "b",
                vec!["board", ">a", ">>a1", ">>a2", ">>b", ALONE, "c", "d"],
            ),
            (
                "a2",
                vec!["board", ">a", ">>a1", ">>>a2", ">b", ALONE, "c", "d"],
            ),
            (
                "c",
                vec!["board", ">a", ">>a1", ">>a2", ">b", ">c", ALONE, "d"],
            ),
            ("d", vec!["board", ">a", ">>a1", ">>a2", ">b", "c", ">d"]),
            ("a", vec!["nowhere"]),
            ("a1", vec!["nowhere"]),
            ("board", vec!["nowhere"]),
        ] {
            let spot = Rows::of(&s).inwards(&body.into());
            assert_eq!(moved(&s, body, spot), expected, "{body}");
        }
    }

    #[test]
    fn one_level_out_stands_beside_its_parent() {
        let s = sample();
        for (body, expected) in [
            (
                "a1",
                vec!["board", ">a", ">>a2", ">a1", ">b", ALONE, "c", "d"],
            ),
            (
                "a2",
                vec!["board", ">a", ">>a1", ">a2", ">b", ALONE, "c", "d"],
            ),
            (
                "b",
                vec!["board", ">a", ">>a1", ">>a2", ALONE, "b", "c", "d"],
            ),
            ("a", vec!["board", ">b", "a", ">a1", ">a2", ALONE, "c", "d"]),
            ("board", vec!["nowhere"]),
            ("c", vec!["nowhere"]),
        ] {
            let spot = Rows::of(&s).outwards(&body.into());
            assert_eq!(moved(&s, body, spot), expected, "{body}");
        }
    }

    #[test]
    fn the_draft_row_changes_its_level_before_it_exists() {
        let s = sample();
        let first = Rows::of(&s).next(&"b".into());
        let in_once = Rows::of(&first.tried(&s)).inwards(&unnamed()).unwrap();
        assert_eq!(in_once.parent, Some("b".into()));
        let out = Rows::of(&in_once.tried(&s)).outwards(&unnamed()).unwrap();
        assert_eq!((&out.parent, &out.place), (&first.parent, &first.place));
        let top = Rows::of(&out.tried(&s)).outwards(&unnamed()).unwrap();
        assert_eq!(top.parent, None);
        assert_eq!(Rows::of(&top.tried(&s)).outwards(&unnamed()), None);
    }

    #[test]
    fn rows_pass_their_neighbours_on_the_same_level_only() {
        let s = sample();
        let past = |body: &str, up| Rows::of(&s).past(&body.into(), up);
        for (body, up, expected) in [
            ("b", true, Some(Place::Before("a".into()))),
            ("a", false, Some(Place::After("b".into()))),
            ("a", true, None),
            ("a2", false, None),
            ("c", true, None),
            ("c", false, Some(Place::After("d".into()))),
        ] {
            assert_eq!(past(body, up), expected, "{body} {up}");
        }
    }

    #[test]
    fn a_dragged_row_lands_on_above_or_below_another() {
        use Part::{Above, Below, Onto};
        let s = sample();
        for (body, over, part, expected) in [
            (
                "d",
                "b",
                Onto,
                vec!["board", ">a", ">>a1", ">>a2", ">b", ">>d", ALONE, "c"],
            ),
            (
                "d",
                "b",
                Above,
                vec!["board", ">a", ">>a1", ">>a2", ">d", ">b", ALONE, "c"],
            ),
            (
                "d",
                "b",
                Below,
                vec!["board", ">a", ">>a1", ">>a2", ">b", ">d", ALONE, "c"],
            ),
            (
                "d",
                "a",
                Below,
                vec!["board", ">a", ">>d", ">>a1", ">>a2", ">b", ALONE, "c"],
            ),
            (
                "d",
                "c",
                Above,
                vec!["board", ">a", ">>a1", ">>a2", ">b", ALONE, "d", "c"],
            ),
            (
                "b",
                "d",
                Below,
                vec!["board", ">a", ">>a1", ">>a2", ALONE, "c", "d", "b"],
            ),
            ("a", "a1", Onto, vec!["nowhere"]),
            ("a", "a", Above, vec!["nowhere"]),
        ] {
            let spot = Rows::of(&s).dropped(&body.into(), &over.into(), part);
            assert_eq!(moved(&s, body, spot), expected, "{body} {part:?} {over}");
        }
    }

    #[test]
    fn of_two_parents_only_the_shown_one_is_left() {
        let s = structure(&["t", "u", "x", "y"], &[("x", "t"), ("x", "u"), ("y", "t")]);
        let spot = Rows::of(&s).outwards(&"x".into());
        assert_eq!(moved(&s, "x", spot), ["t", ">y", "u", ">x"]);
    }

    #[test]
    fn dropping_among_the_family_makes_family() {
        let mut s = sample();
        s.bodies[6].standing = Word::Known(Standing::Family);
        let spot = Rows::of(&s).dropped(&"c".into(), &"d".into(), Part::Below);
        let shown = moved(&s, "c", spot);
        assert_eq!(shown[5..], ["In the family", "d", "c"]);
    }
}
