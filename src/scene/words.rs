//! The small lines of a card: facts in few words, only what is known.

use crate::compare::{Also, Comparison, Row};
use crate::model::{Body, BodyId, Certainty, ClassCount, Fate, Language, Project, Structure};
use crate::say::{self, Noun, Phrase};

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
        lines.push(say::with(project.language, Phrase::Formerly, &[&former]));
    }
    lines.extend(figures(project.language, body));
    lines.extend(condition_but(project.language, body, said.undecided));
    lines
}

/// Seats and meetings, as far as known.
pub(super) fn figures(language: Language, body: &Body) -> Option<String> {
    let seats = seats(language, body);
    let parts: Vec<String> = seats.into_iter().chain(meetings(language, body)).collect();
    (!parts.is_empty()).then(|| parts.join(" · "))
}

/// What is not settled about a body: its number, its state, its certainty.
pub(super) fn condition(language: Language, body: &Body) -> Option<String> {
    condition_but(language, body, false)
}

fn condition_but(language: Language, body: &Body, undecided_said: bool) -> Option<String> {
    let mut parts = Vec::new();
    match body.count {
        Some(ClassCount::Number(n)) => {
            parts.push(say::with(language, Phrase::Groups, &[&n.to_string()]));
        }
        Some(ClassCount::Unknown) => parts.push(say::say(language, Phrase::NumberNotStated)),
        None => {}
    }
    if let Some(state) = &body.state {
        parts.push(match state.as_str() {
            "not-established" => say::say(language, Phrase::NotYetEstablished),
            "shadow" => say::say(language, Phrase::Shadow),
            "time-limited" => say::say(language, Phrase::TimeLimited),
            other => other.replace('-', " "),
        });
    }
    match body.certainty.known() {
        Some(Certainty::Undecided) if !undecided_said => {
            parts.push(say::say(language, Phrase::NotDecided));
        }
        Some(Certainty::Implied) => parts.push(say::say(language, Phrase::Implied)),
        _ => {}
    }
    (!parts.is_empty()).then(|| sentence_start(&parts.join(", ")))
}

/// "25 seats or more", "6 seats and others not stated"; nothing when no seat is listed.
fn seats(language: Language, body: &Body) -> Option<String> {
    let count = body.seat_count();
    if count.listed == 0 {
        return None;
    }
    let listed = usize::try_from(count.listed).unwrap_or(usize::MAX);
    let seats = say::count(language, listed, Noun::Seat);
    Some(if count.open_rows > 0 || count.minimum_rows > 0 {
        say::with(language, Phrase::OrMore, &[&seats])
    } else {
        seats
    })
}

/// "4 meetings a year".
fn meetings(language: Language, body: &Body) -> Option<String> {
    let n = body.meetings.per_year?;
    Some(if (n - 1.0).abs() < 1e-9 {
        say::say(language, Phrase::OneMeeting)
    } else {
        say::with(language, Phrase::Meetings, &[&n.to_string()])
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
    let language = later.language();
    let with = |phrase, part: &str| say::with(language, phrase, &[part]);
    let names = || joined(later, &row.to);
    let words = match row.fate {
        Fate::Renamed => with(Phrase::RenamedTo, &names()),
        Fate::Merged if row.to.contains(id) && row.to.len() == 1 => {
            say::say(language, Phrase::OthersMerge)
        }
        Fate::Merged => with(Phrase::MergedInto, &names()),
        Fate::Split => with(Phrase::SplitInto, &count_of(language, row.to.len())),
        Fate::Replaced => with(Phrase::ReplacedBy, &names()),
        Fate::Ended => say::say(language, Phrase::Ended),
        Fate::UnderReview => say::say(language, Phrase::UnderReview),
        Fate::Created => return None,
        Fate::Retained => match &row.moved {
            Some(moved) if !moved.to.is_empty() => {
                with(Phrase::MovesUnder, &joined(later, &moved.to))
            }
            Some(_) => say::say(language, Phrase::NoLineInFuture),
            None => return kind_changed(language, row),
        },
    };
    Some(words)
}

/// The words of a change on the later card.
pub(super) fn came_from(row: &Row, earlier: &Structure) -> Option<String> {
    let language = earlier.language();
    let with = |phrase, part: &str| say::with(language, phrase, &[part]);
    let names = || joined(earlier, &row.from);
    let words = match row.fate {
        Fate::Renamed => with(Phrase::RenamedWas, &names()),
        Fate::Merged => with(Phrase::MergedFrom, &count_of(language, row.from.len())),
        Fate::Split => with(Phrase::SplitFrom, &names()),
        Fate::Replaced => with(Phrase::Replaces, &names()),
        Fate::Created => say::say(language, Phrase::New),
        Fate::UnderReview => say::say(language, Phrase::UnderReview),
        Fate::Ended => return None,
        Fate::Retained => match &row.moved {
            Some(moved) if !moved.from.is_empty() => {
                with(Phrase::MovedFrom, &joined(earlier, &moved.from))
            }
            Some(_) => say::say(language, Phrase::MovedHadNone),
            None => return kind_changed(language, row),
        },
    };
    Some(words)
}

fn kind_changed(language: Language, row: &Row) -> Option<String> {
    row.also
        .contains(&Also::Kind)
        .then(|| say::say(language, Phrase::KindChanges))
}

fn joined(structure: &Structure, ids: &[BodyId]) -> String {
    let names = ids.iter().map(|id| structure.body_name(id));
    match structure.language() {
        Language::English => names.collect::<Vec<_>>().join(" and "),
        welsh => say::list(welsh, names),
    }
}

fn count_of(language: Language, n: usize) -> String {
    match n {
        2 => say::say(language, Phrase::TwoBodies),
        3 => say::say(language, Phrase::ThreeBodies),
        _ => say::count(language, n, Noun::Body),
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
        .map(|d| say::date(project.language, d))
}
