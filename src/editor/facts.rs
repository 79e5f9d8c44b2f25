//! What is known about one body, as labelled words; what is not stated stays visible as such.

use super::BodyRef;
use crate::compare::derived_fate;
use crate::model::{
    Body, BodyId, Certainty, ClassCount, LineageRow, Link, Project, StandardLink, Standing,
    Structure,
};

/// A labelled fact; `None` means that the project does not state it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// What it is about ("Meetings").
    pub label: &'static str,
    /// What is stated.
    pub value: Option<String>,
}

/// Another body that this one is tied to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relative {
    /// The other body.
    pub body: BodyRef,
    /// Its name.
    pub name: String,
    /// Words about the tie ("merged", "may be").
    pub words: Option<String>,
}

/// What is known about a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    /// Its name.
    pub name: String,
    /// Its kind.
    pub kind: Option<String>,
    /// The bodies that it reports to.
    pub reports_to: Vec<Relative>,
    /// The bodies that give it tasks.
    pub tasked_by: Vec<Relative>,
    /// The bodies that report to it.
    pub reported_to_by: Vec<Relative>,
    /// Single facts in the order of the panel.
    pub facts: Vec<Fact>,
    /// Its predecessors.
    pub comes_from: Vec<Relative>,
    /// Its successors.
    pub becomes: Vec<Relative>,
    /// Fates without another body: "New", "Ended".
    pub fate: Option<String>,
    /// Where the facts come from.
    pub source: Option<String>,
}

/// What is known about a body; `None` when the project does not have it.
#[must_use]
pub fn facts(project: &Project, which: &BodyRef) -> Option<Facts> {
    let structure = project.structure(&which.structure)?;
    let body = structure.body(&which.body)?;
    let mut out = Facts {
        name: body.name.clone(),
        kind: body.kind.as_ref().map(|k| project.body_kind_name(k)),
        reports_to: ties(structure, &body.id, StandardLink::ReportsTo, true),
        tasked_by: ties(structure, &body.id, StandardLink::TaskedBy, true),
        reported_to_by: ties(structure, &body.id, StandardLink::ReportsTo, false),
        facts: single_facts(project, body),
        comes_from: Vec::new(),
        becomes: Vec::new(),
        fate: None,
        source: body.source.clone(),
    };
    for row in &project.lineage {
        if row.to_structure == which.structure && row.to.contains(&which.body) {
            if row.from.is_empty() {
                out.fate = Some("New".to_owned());
            }
            let earlier = row.from.iter();
            out.comes_from
                .extend(earlier.map(|b| kin(project, row, BodyRef::new(&row.from_structure, b))));
        }
        if row.from_structure == which.structure && row.from.contains(&which.body) {
            if row.to.is_empty() {
                out.fate = Some("Ended".to_owned());
            }
            let later = row.to.iter();
            out.becomes
                .extend(later.map(|b| kin(project, row, BodyRef::new(&row.to_structure, b))));
        }
    }
    Some(out)
}

fn ties(structure: &Structure, id: &BodyId, kind: StandardLink, up: bool) -> Vec<Relative> {
    let other = |link: &Link| {
        let (mine, other) = if up {
            (&link.from, &link.to)
        } else {
            (&link.to, &link.from)
        };
        (mine == id).then(|| other.clone())
    };
    let links = structure.links.iter().filter(|l| l.kind.is(kind));
    links
        .filter_map(|link| {
            let body = other(link)?;
            let undecided = link.certainty.known() == Some(Certainty::Undecided);
            Some(Relative {
                name: structure.body_name(&body).to_owned(),
                body: BodyRef::new(structure.id(), &body),
                words: if link.permission {
                    Some("may be".to_owned())
                } else {
                    undecided.then(|| "undecided".to_owned())
                },
            })
        })
        .collect()
}

fn kin(project: &Project, row: &LineageRow, body: BodyRef) -> Relative {
    let stated = row.fate.as_ref();
    let words = match stated.map(|word| (word.known(), word.as_str())) {
        Some((None, other)) => Some(other.to_owned()),
        Some((Some(fate), _)) => Some(fate.label().to_lowercase()),
        None => {
            let old = project.structure(&row.from_structure);
            let new = project.structure(&row.to_structure);
            let derived = old.zip(new).map(|(old, new)| derived_fate(row, old, new));
            derived.map(|fate| fate.label().to_lowercase())
        }
    };
    Relative {
        name: body.name(project).to_owned(),
        body,
        words,
    }
}

fn single_facts(project: &Project, body: &Body) -> Vec<Fact> {
    let mut out = vec![
        Fact {
            label: "Seats",
            value: seats(body),
        },
        Fact {
            label: "Meetings",
            value: meetings(body),
        },
        Fact {
            label: "Chair",
            value: body.chair.clone(),
        },
        Fact {
            label: "Purpose",
            value: body.purpose.clone(),
        },
    ];
    let mut known = |label: &'static str, value: Option<String>| {
        if value.is_some() {
            out.push(Fact { label, value });
        }
    };
    let tier = body.tier.as_ref();
    known(
        "Tier",
        tier.map(|t| {
            project
                .tier(t)
                .map_or_else(|| t.to_string(), |tier| tier.name.clone())
        }),
    );
    known("Standing", standing(body));
    known(
        "Certainty",
        match body.certainty.known() {
            Some(Certainty::Undecided) => Some("Not decided yet".to_owned()),
            Some(Certainty::Implied) => Some("Implied by the source".to_owned()),
            Some(Certainty::Stated) => None,
            None => Some(body.certainty.as_str().to_owned()),
        },
    );
    known(
        "Number",
        body.count.map(|count| match count {
            ClassCount::Number(n) => format!("{n} bodies of one sort"),
            ClassCount::Unknown => "Several bodies, number not stated".to_owned(),
        }),
    );
    known("State", body.state.as_ref().map(|s| s.replace('-', " ")));
    known("Lead", body.lead.clone());
    known("Quorum", body.quorum.clone());
    known("Note", body.note.clone());
    out
}

fn standing(body: &Body) -> Option<String> {
    match body.standing.known() {
        Some(Standing::Family) => Some("In the family".to_owned()),
        Some(Standing::Outside) => Some("Outside the framework".to_owned()),
        Some(Standing::InStructure) => None,
        None => Some(body.standing.as_str().to_owned()),
    }
}

/// Seats with their noun; a minimum is said as one, open rows are never zero.
fn seats(body: &Body) -> Option<String> {
    let count = body.seat_count();
    if count.listed == 0 {
        return (count.open_rows > 0).then(|| {
            let rows = count.open_rows;
            format!("{rows} sorts of member, numbers not stated")
        });
    }
    let more = count.minimum_rows > 0 || count.open_rows > 0;
    let noun = if count.listed == 1 { "seat" } else { "seats" };
    let more = if more { " or more" } else { "" };
    Some(format!("{} {noun}{more}", count.listed))
}

/// Meetings in the words of the source, else as a number a year.
fn meetings(body: &Body) -> Option<String> {
    if let Some(words) = &body.meetings.as_stated {
        return Some(words.clone());
    }
    body.meetings.per_year.map(|n| {
        if (n - 1.0).abs() < 1e-9 {
            "1 meeting a year".to_owned()
        } else {
            format!("{n} meetings a year")
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Seat, SeatNumber, StructureId};

    fn check_seats(numbers: &[SeatNumber], expected: Option<&str>) {
        let mut body = Body::new(BodyId::new("a"), "A");
        body.seats = numbers
            .iter()
            .map(|&number| Seat {
                number,
                ..Seat::default()
            })
            .collect();
        assert_eq!(seats(&body).as_deref(), expected);
    }

    #[test]
    fn unknown_seats_are_never_zero() {
        use SeatNumber::{AtLeast, Exactly, Open};
        check_seats(&[], None);
        check_seats(&[Exactly(1)], Some("1 seat"));
        check_seats(&[Exactly(20), AtLeast(5)], Some("25 seats or more"));
        check_seats(&[Exactly(2), Open], Some("2 seats or more"));
        check_seats(&[Open, Open], Some("2 sorts of member, numbers not stated"));
    }

    #[test]
    fn what_is_not_stated_stays_visible() {
        let mut project = Project::default();
        let mut now = Structure::new(StructureId::new("now"), "Now");
        now.bodies.push(Body::new(BodyId::new("a"), "A"));
        project.structures.push(now);
        let which = BodyRef::new(&StructureId::new("now"), &BodyId::new("a"));
        let facts = facts(&project, &which).unwrap();
        let blank: Vec<_> = facts
            .facts
            .iter()
            .filter(|f| f.value.is_none())
            .map(|f| f.label)
            .collect();
        assert_eq!(blank, ["Seats", "Meetings", "Chair", "Purpose"]);
    }
}
