//! Where a body comes from, what it becomes, and how it is tied to others, ready to be read.

use std::collections::BTreeMap;

use super::BodyRef;
use crate::compare::derived_fate;
use crate::model::{
    Body, Certainty, Fate, LineageRow, Link, LinkId, Project, StandardLink, Structure,
};

/// A row of lineage as one of its bodies sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kin {
    /// Place of the row in the project's lineage.
    pub row: usize,
    /// Its fate, as stated or else derived.
    pub fate: String,
    /// The bodies on the other side.
    pub others: Vec<BodyRef>,
}

/// Where a body comes from and what it becomes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Descent {
    /// Rows that lead to it.
    pub comes_from: Vec<Kin>,
    /// Rows that lead from it.
    pub becomes: Vec<Kin>,
}

/// Where a body comes from and what it becomes.
#[must_use]
pub fn descent(project: &Project, body: &BodyRef) -> Descent {
    let mut out = Descent::default();
    for (at, row) in project.lineage.iter().enumerate() {
        let kin = |others: Vec<BodyRef>| Kin {
            row: at,
            fate: fate_word(project, row),
            others,
        };
        if row.to_structure == body.structure && row.to.contains(&body.body) {
            let earlier = row.from.iter();
            let others = earlier.map(|b| BodyRef::new(&row.from_structure, b));
            out.comes_from.push(kin(others.collect()));
        }
        if row.from_structure == body.structure && row.from.contains(&body.body) {
            let later = row.to.iter();
            let others = later.map(|b| BodyRef::new(&row.to_structure, b));
            out.becomes.push(kin(others.collect()));
        }
    }
    out
}

/// The fate that follows from a row, when nothing else is stated.
#[must_use]
pub fn fate_of(project: &Project, row: &LineageRow) -> Option<Fate> {
    let old = project.structure(&row.from_structure)?;
    let new = project.structure(&row.to_structure)?;
    Some(derived_fate(row, old, new))
}

fn fate_word(project: &Project, row: &LineageRow) -> String {
    match &row.fate {
        Some(stated) => stated.known().map_or_else(
            || stated.as_str().to_owned(),
            |fate| fate.label().to_owned(),
        ),
        None => fate_of(project, row).map_or_else(String::new, |fate| fate.label().to_owned()),
    }
}

/// A link as one of its bodies sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tie {
    /// The link.
    pub link: LinkId,
    /// The body at the other end.
    pub other: BodyRef,
    /// Its name, and what is special about the link: "Board (may be, 2 seats)".
    pub words: String,
}

/// The links of a body, by kind and direction, each under its words: "Reports to".
#[must_use]
pub fn ties(project: &Project, structure: &Structure, body: &Body) -> Vec<(String, Vec<Tie>)> {
    let mut out: BTreeMap<(usize, String, bool), Vec<Tie>> = BTreeMap::new();
    for link in &structure.links {
        for (mine, other, from) in [(&link.from, &link.to, true), (&link.to, &link.from, false)] {
            if mine != &body.id {
                continue;
            }
            let standard = StandardLink::ALL
                .iter()
                .position(|kind| link.kind.is(*kind));
            let order = standard.unwrap_or(StandardLink::ALL.len());
            let kind = (order, project.link_kind_name(&link.kind), !from);
            out.entry(kind).or_default().push(Tie {
                link: link.id.clone(),
                other: BodyRef::new(structure.id(), other),
                words: tie_words(structure.body_name(other), link),
            });
        }
    }
    out.into_iter()
        .map(|((order, name, backwards), ties)| {
            let standard = StandardLink::ALL.get(order).copied();
            (heading(standard, name, backwards), ties)
        })
        .collect()
}

/// The kind of a link, said from one of its ends.
fn heading(kind: Option<StandardLink>, name: String, backwards: bool) -> String {
    if !backwards {
        return name;
    }
    match kind {
        Some(StandardLink::ReportsTo) => "Reported to by".to_owned(),
        Some(StandardLink::TaskedBy) => "Tasks".to_owned(),
        Some(StandardLink::RepresentedOn) => "Has seats for".to_owned(),
        Some(StandardLink::Supports) => "Supported by".to_owned(),
        Some(StandardLink::Informs) => "Informed by".to_owned(),
        None => format!("{name}, from the other side"),
    }
}

fn tie_words(name: &str, link: &Link) -> String {
    let mut notes: Vec<String> = Vec::new();
    if link.permission {
        notes.push("may be".to_owned());
    }
    match link.seats {
        Some(1) => notes.push("1 seat".to_owned()),
        Some(n) => notes.push(format!("{n} seats")),
        None => {}
    }
    if link.certainty.known() != Some(Certainty::Stated) {
        notes.push(link.certainty.as_str().to_owned());
    }
    if notes.is_empty() {
        name.to_owned()
    } else {
        format!("{name} ({})", notes.join(", "))
    }
}

/// Seats with their noun; a minimum is said as one, open rows are never zero.
#[must_use]
pub fn seats_in_words(body: &Body) -> Option<String> {
    let count = body.seat_count();
    if count.listed == 0 {
        return match count.open_rows {
            0 => None,
            1 => Some("1 sort of member, number not stated".to_owned()),
            rows => Some(format!("{rows} sorts of member, numbers not stated")),
        };
    }
    let more = count.minimum_rows > 0 || count.open_rows > 0;
    let noun = if count.listed == 1 { "seat" } else { "seats" };
    let more = if more { " or more" } else { "" };
    Some(format!("{} {noun}{more}", count.listed))
}

#[cfg(test)]
mod tests {
    use super::super::outline::tests::structure;
    use super::*;
    use crate::model::{BodyId, LinkKindId, Seat, SeatNumber, StructureId, Word};

    fn check_seats(numbers: &[SeatNumber], expected: Option<&str>) {
        let mut body = Body::new(BodyId::new("a"), "A");
        body.seats = numbers
            .iter()
            .map(|&number| Seat {
                number,
                ..Seat::default()
            })
            .collect();
        assert_eq!(seats_in_words(&body).as_deref(), expected);
    }

    #[test]
    fn unknown_seats_are_never_zero() {
        use SeatNumber::{AtLeast, Exactly, Open};
        check_seats(&[], None);
        check_seats(&[Exactly(1)], Some("1 seat"));
        check_seats(&[Exactly(20), AtLeast(5)], Some("25 seats or more"));
        check_seats(&[Exactly(2), Open], Some("2 seats or more"));
        check_seats(&[Open], Some("1 sort of member, number not stated"));
        check_seats(&[Open, Open], Some("2 sorts of member, numbers not stated"));
    }

    #[test]
    fn links_are_listed_by_kind_and_direction() {
        let mut s = structure(&["a", "b", "c"], &[("a", "b"), ("c", "a")]);
        let mut seat = Link::new(
            LinkId::new("x"),
            "a".into(),
            LinkKindId::of(StandardLink::RepresentedOn),
            "c".into(),
        );
        seat.seats = Some(2);
        seat.permission = true;
        seat.certainty = Word::Known(Certainty::Undecided);
        s.links.push(seat);
        let found = ties(&Project::default(), &s, &s.bodies[0]);
        let said: Vec<(&str, &str)> = found
            .iter()
            .map(|(kind, ties)| (kind.as_str(), ties[0].words.as_str()))
            .collect();
        let expected = [
            ("Reports to", "b"),
            ("Reported to by", "c"),
            ("Represented on", "c (may be, 2 seats, undecided)"),
        ];
        assert_eq!(said, expected);
    }

    #[test]
    fn a_row_is_seen_from_both_sides() {
        let mut project = Project::default();
        project.structures.push(structure(&["a", "b"], &[]));
        let mut later = structure(&["ab"], &[]);
        later.head.id = StructureId::new("later");
        project.structures.push(later);
        let mut row = LineageRow::new("now".into(), "later".into());
        row.from = vec!["a".into(), "b".into()];
        row.to = vec!["ab".into()];
        project.lineage.push(row);
        let of = |structure: &str, body: &str| {
            descent(&project, &BodyRef::new(&structure.into(), &body.into()))
        };
        assert_eq!(of("later", "ab").comes_from[0].others.len(), 2);
        let becomes = &of("now", "b").becomes[0];
        assert_eq!((becomes.row, becomes.fate.as_str()), (0, "Merged"));
        project.lineage[0].fate = Some(Word::Other("paused".to_owned()));
        assert_eq!(fate_word(&project, &project.lineage[0]), "paused");
    }
}
