//! The small lines of a card: facts in few words, only what is known.

use crate::compare::{Also, Comparison, Row};
use crate::model::{Body, BodyId, Certainty, ClassCount, Fate, Project, Structure};

/// What is said elsewhere on the page and need not stand on a card.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Said {
    /// Its kind.
    pub(super) kind: bool,
    /// That it is not decided.
    pub(super) undecided: bool,
}

/// The small lines of a body in a diagram.
pub(super) fn facts(project: &Project, structure: &Structure, body: &Body) -> Vec<String> {
    facts_but(project, structure, body, Said::default())
}

/// The small lines of a body, without what is said already.
pub(super) fn facts_but(
    project: &Project,
    structure: &Structure,
    body: &Body,
    said: Said,
) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(kind) = body.kind.as_ref().filter(|_| !said.kind) {
        let name = project.body_kind_name(kind);
        if !says(&body.name, &name) {
            lines.push(name);
        }
    }
    if let Some(former) = former_name(project, structure, body) {
        lines.push(format!("Formerly {former}"));
    }
    lines.extend(figures(body));
    lines.extend(condition_but(body, said.undecided));
    lines
}

/// Seats and meetings, as far as known.
pub(super) fn figures(body: &Body) -> Option<String> {
    let parts: Vec<String> = seats(body).into_iter().chain(meetings(body)).collect();
    (!parts.is_empty()).then(|| parts.join(" · "))
}

/// What is not settled about a body: its number, its state, its certainty.
pub(super) fn condition(body: &Body) -> Option<String> {
    condition_but(body, false)
}

fn condition_but(body: &Body, undecided_said: bool) -> Option<String> {
    let mut parts = Vec::new();
    match body.count {
        Some(ClassCount::Number(n)) => parts.push(format!("{n} groups")),
        Some(ClassCount::Unknown) => parts.push("number not stated".to_owned()),
        None => {}
    }
    if let Some(state) = &body.state {
        parts.push(match state.as_str() {
            "not-established" => "not yet established".to_owned(),
            other => other.replace('-', " "),
        });
    }
    match body.certainty.known() {
        Some(Certainty::Undecided) if !undecided_said => parts.push("not decided".to_owned()),
        Some(Certainty::Implied) => parts.push("implied".to_owned()),
        _ => {}
    }
    (!parts.is_empty()).then(|| sentence_start(&parts.join(", ")))
}

/// "25 seats or more", "6 seats and others not stated"; nothing when no seat is listed.
fn seats(body: &Body) -> Option<String> {
    let count = body.seat_count();
    if count.listed == 0 {
        return None;
    }
    let noun = if count.listed == 1 { "seat" } else { "seats" };
    let more = if count.open_rows > 0 || count.minimum_rows > 0 {
        " or more"
    } else {
        ""
    };
    Some(format!("{} {noun}{more}", count.listed))
}

/// "4 meetings a year".
fn meetings(body: &Body) -> Option<String> {
    let n = body.meetings.per_year?;
    Some(if (n - 1.0).abs() < 1e-9 {
        "1 meeting a year".to_owned()
    } else {
        format!("{n} meetings a year")
    })
}

/// The name before a renaming, from lineage.
fn former_name(project: &Project, structure: &Structure, body: &Body) -> Option<String> {
    let row = project
        .lineage
        .iter()
        .find(|row| row.to_structure == structure.head.id && row.to == [body.id.clone()])?;
    let [before] = row.from.as_slice() else {
        return None;
    };
    let earlier = project.structure(&row.from_structure)?.body(before)?;
    let renamed = row
        .fate
        .as_ref()
        .is_some_and(|f| f.known() == Some(Fate::Renamed));
    (renamed && !same_words(&earlier.name, &body.name)).then(|| earlier.name.clone())
}

/// Whether a name already says its kind ("Partnership Board" is a board).
fn says(name: &str, kind: &str) -> bool {
    let singular = |text: &str| text.to_lowercase().trim_end_matches('s').to_owned();
    singular(name).contains(&singular(kind))
}

fn same_words(a: &str, b: &str) -> bool {
    let words = |t: &str| {
        t.split_whitespace()
            .map(str::to_lowercase)
            .collect::<Vec<_>>()
    };
    words(a) == words(b)
}

/// The words of a change on the earlier card.
pub(super) fn becomes(row: &Row, later: &Structure, id: &BodyId) -> Option<String> {
    let names = || joined(later, &row.to);
    let words = match row.fate {
        Fate::Renamed => format!("Renamed {}", names()),
        Fate::Merged if row.to.contains(id) && row.to.len() == 1 => "Others merge into it".into(),
        Fate::Merged => format!("Merged into {}", names()),
        Fate::Split => format!("Split into {}", count_of(row.to.len())),
        Fate::Replaced => format!("Replaced by {}", names()),
        Fate::Ended => "Ended".to_owned(),
        Fate::UnderReview => "Under review".to_owned(),
        Fate::Created => return None,
        Fate::Retained => match &row.moved {
            Some(moved) if !moved.to.is_empty() => {
                format!("Moves under {}", joined(later, &moved.to))
            }
            Some(_) => "No reporting line in future".to_owned(),
            None => return kind_changed(row),
        },
    };
    Some(words)
}

/// The words of a change on the later card.
pub(super) fn came_from(row: &Row, earlier: &Structure) -> Option<String> {
    let names = || joined(earlier, &row.from);
    let words = match row.fate {
        Fate::Renamed => format!("Renamed, was {}", names()),
        Fate::Merged => format!("Merged from {}", count_of(row.from.len())),
        Fate::Split => format!("Split from {}", names()),
        Fate::Replaced => format!("Replaces {}", names()),
        Fate::Created => "New".to_owned(),
        Fate::UnderReview => "Under review".to_owned(),
        Fate::Ended => return None,
        Fate::Retained => match &row.moved {
            Some(moved) if !moved.from.is_empty() => {
                format!("Moved, reported to {}", joined(earlier, &moved.from))
            }
            Some(_) => "Moved, had no reporting line".to_owned(),
            None => return kind_changed(row),
        },
    };
    Some(words)
}

fn kind_changed(row: &Row) -> Option<String> {
    row.also
        .contains(&Also::Kind)
        .then(|| "Kind changes".to_owned())
}

fn joined(structure: &Structure, ids: &[BodyId]) -> String {
    ids.iter()
        .map(|id| structure.body_name(id))
        .collect::<Vec<_>>()
        .join(" and ")
}

fn count_of(n: usize) -> String {
    match n {
        2 => "two bodies".to_owned(),
        3 => "three bodies".to_owned(),
        _ => format!("{n} bodies"),
    }
}

/// The row of a comparison in which a body stands.
pub(super) fn row_of<'a>(
    comparison: &'a Comparison,
    id: &BodyId,
    earlier: bool,
) -> Option<&'a Row> {
    comparison.rows.iter().find(|r| {
        if earlier {
            r.from.contains(id)
        } else {
            r.to.contains(id)
        }
    })
}

/// "New" and "Not decided" as "New, not decided".
pub(super) fn joined_states(states: &[String]) -> Option<String> {
    let (first, rest) = states.split_first()?;
    let rest = rest.iter().map(|s| super::diagram::lower_first(s));
    Some(
        std::iter::once(first.clone())
            .chain(rest)
            .collect::<Vec<_>>()
            .join(", "),
    )
}

fn sentence_start(text: &str) -> String {
    let mut chars = text.chars();
    chars
        .next()
        .map_or_else(String::new, |c| c.to_uppercase().chain(chars).collect())
}

/// The date of a structure, else of the project, as people write it.
pub(super) fn date_of(project: &Project, structure: &Structure) -> Option<String> {
    structure
        .head
        .date
        .as_ref()
        .or(project.head.date.as_ref())
        .map(|d| written_date(d))
}

/// "2011-07-22" as "22 July 2011"; what is no date stays as stated.
pub(super) fn written_date(text: &str) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let mut parts = text.split('-');
    let (year, month, day) = (parts.next(), parts.next(), parts.next());
    let number = |part: Option<&str>| part.and_then(|p| p.parse::<usize>().ok());
    let name = number(month).and_then(|m| MONTHS.get(m.checked_sub(1)?));
    match (year, name, number(day)) {
        (Some(year), Some(name), Some(day)) if parts.next().is_none() => {
            format!("{day} {name} {year}")
        }
        (Some(year), Some(name), None) if day.is_none() => format!("{name} {year}"),
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_written_as_people_do() {
        for (stated, written) in [
            ("2011-07-22", "22 July 2011"),
            ("2011-07", "July 2011"),
            ("2011", "2011"),
            ("Autumn 2009", "Autumn 2009"),
            ("2011-13-01", "2011-13-01"),
            ("", ""),
        ] {
            assert_eq!(written_date(stated), written);
        }
    }
}
