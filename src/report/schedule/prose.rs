//! A story in sentences, each of which can stand in a committee paper as it is.

use super::story::Story;
use crate::compare::phrase;
use crate::model::Fate;
use crate::report::changes::{ChangeRow, Changes, Named, Parent, Place, Tie};

/// The paragraph of a story.
pub(super) fn words(story: &Story<'_>, ledger: &Changes) -> String {
    let Some(row) = story.row() else {
        return String::new();
    };
    let teller = Teller::new(story, row, ledger);
    let Some(main) = teller.main() else {
        // What contradicts itself is told as the comparison tells it, and nothing is added.
        let text = row.text.trim_end_matches('.');
        return format!("{text}{}.", reference(story));
    };
    let mut out = vec![format!("{}{}.", capital(&main, story), reference(story))];
    if row.fate.is_some() {
        out.extend(teller.certainty());
        if story.is_event() {
            out.extend(story.rows.iter().filter_map(|row| part(story, row, ledger)));
        } else {
            out.extend(teller.facts());
        }
        out.extend(teller.followers());
        out.extend(teller.lead());
        out.extend(teller.reasons());
    }
    out.join(" ")
}

/// The first sentence of a story, without its references.
pub(super) fn first(story: &Story<'_>, ledger: &Changes) -> String {
    let Some(row) = story.row() else {
        return String::new();
    };
    let main = Teller::new(story, row, ledger).main();
    main.map_or_else(
        || row.text.clone(),
        |main| format!("{}.", capital(&main, story)),
    )
}

/// What one row of an event told in several adds: "For A: meetings a year change from 8 to 4."
fn part(story: &Story<'_>, row: &ChangeRow, ledger: &Changes) -> Option<String> {
    let to: Vec<&Named> = row.to.iter().collect();
    let teller = Teller {
        story,
        row,
        ledger,
        many: many(&to),
    };
    let facts = teller.facts();
    let from: Vec<&Named> = row.from.iter().collect();
    (!facts.is_empty())
        .then(|| format!("For {}: {}", names(&from), phrase::lower(&facts.join(" "))))
}

/// A story and what its sentences need.
pub(super) struct Teller<'a> {
    pub(super) story: &'a Story<'a>,
    pub(super) row: &'a ChangeRow,
    ledger: &'a Changes,
    /// Whether verbs take the plural.
    pub(super) many: bool,
}

impl<'a> Teller<'a> {
    fn new(story: &'a Story<'a>, row: &'a ChangeRow, ledger: &'a Changes) -> Self {
        Self {
            story,
            row,
            ledger,
            many: many(if story.to.is_empty() {
                &story.from
            } else {
                &story.to
            }),
        }
    }
}

impl Teller<'_> {
    /// What becomes of the bodies, without a full stop; nothing for a row that denies its fate.
    fn main(&self) -> Option<String> {
        let (from, to) = (&self.story.from, &self.story.to);
        let (before, after) = (names(from), names(to));
        let is = if many(from) { "are" } else { "is" };
        let s = if many(from) { "" } else { "s" };
        let date = self.row.date.as_deref().map(phrase::when);
        let when = date.map(|date| format!(" {date}")).unwrap_or_default();
        let on_both = !from.is_empty() && !to.is_empty();
        let same = from.len() == to.len()
            && from
                .iter()
                .zip(to)
                .all(|(a, b)| phrase::inside(&a.name) == phrase::inside(&b.name));
        let named = if same {
            String::new()
        } else {
            format!(" as {after}")
        };
        let going: Vec<&Named> = from
            .iter()
            .copied()
            .filter(|body| !to.iter().any(|t| t.id == body.id && t.name == body.name))
            .collect();
        let joins = to.len() == 1 && going.len() < from.len() && !going.is_empty();
        Some(match (self.row.fate, self.row.place) {
            (None, Place::NothingBefore) => {
                format!("What came before {after} is not stated")
            }
            (None, _) => format!("What becomes of {before} is not stated"),
            (Some(Fate::Retained), _) if on_both => format!("{before} {is} retained{named}{when}"),
            (Some(Fate::UnderReview), _) if on_both => {
                format!("{before} {is} retained{named}{when}, with terms under review")
            }
            (Some(Fate::Renamed), _) if on_both => format!("{before} {is} renamed {after}{when}"),
            (Some(Fate::Merged), _) if joins => {
                let s = if many(&going) { "" } else { "s" };
                format!(
                    "{} merge{s} into {after}{when}, which goes on",
                    names(&going)
                )
            }
            (Some(Fate::Merged), _) if on_both && from.len() > 1 && to.len() == 1 => {
                format!("{before} merge{when} to form {after}")
            }
            (Some(Fate::Merged), _) if on_both => format!("{before} merge{s} into {after}{when}"),
            (Some(Fate::Split), _) if on_both => format!("{before} split{s} into {after}{when}"),
            (Some(Fate::Replaced), _) if on_both => {
                format!("{before} {is} replaced by {after}{when}")
            }
            (Some(Fate::Ended), _) if !from.is_empty() && to.is_empty() => {
                format!("{before} end{s}{when}, with no successor")
            }
            (Some(Fate::Created), _) if from.is_empty() && !to.is_empty() => {
                self.created(&after, &when)
            }
            _ => return None,
        })
    }

    fn created(&self, after: &str, when: &str) -> String {
        match (self.row.undecided, self.many) {
            (true, true) => format!("{after} are possible new bodies{when}; nothing is decided"),
            (true, false) => format!("{after} is a possible new body{when}; nothing is decided"),
            (false, true) => format!("{after} are new{when}"),
            (false, false) => format!("{after} is new{when}"),
        }
    }

    /// Reporting line, kind, standing, meetings and seats.
    fn facts(&self) -> Vec<String> {
        let waits = (self.row.fate == Some(Fate::Created) && self.row.not_established)
            .then(|| format!("{} not yet established.", self.they("is", "are")));
        let mut out: Vec<String> = waits.into_iter().collect();
        out.extend(self.line());
        out.extend(self.kind());
        out.extend(self.standing());
        out.extend(self.figures());
        out
    }

    fn lead(&self) -> Option<String> {
        let lead = ended(self.row.lead.as_deref()?);
        Some(format!("The stated lead is “{lead}”."))
    }

    fn certainty(&self) -> Option<String> {
        match self.row.certainty.as_deref()? {
            "implied" => Some("This is implied, not stated.".to_owned()),
            "undecided" if self.row.fate == Some(Fate::Created) => None,
            "undecided" => Some("This is not decided.".to_owned()),
            other => Some(format!("How certain this is: {other}.")),
        }
    }

    /// Where the reporting line leads, when it is new, moves or follows.
    fn line(&self) -> Option<String> {
        let row = self.row;
        let outer = |body: &Named| !self.story.to.iter().any(|own| own.id == body.id);
        let after: Vec<&Parent> = row
            .reports_after
            .iter()
            .filter(|p| outer(&p.body))
            .collect();
        if row.fate == Some(Fate::Created) {
            let parents: Vec<&Named> = after.iter().map(|parent| &parent.body).collect();
            return (!parents.is_empty()).then(|| {
                format!(
                    "{} {}.",
                    self.they("reports to", "report to"),
                    names(&parents)
                )
            });
        }
        if row.moved() {
            return Some(self.move_words(&after));
        }
        let sentences: Vec<String> = after
            .iter()
            .filter(|parent| parent.tie == Tie::Follows)
            .map(|parent| self.follow_words(&parent.body))
            .collect();
        (!sentences.is_empty()).then(|| sentences.join(" "))
    }

    fn move_words(&self, after: &[&Parent]) -> String {
        let own = |body: &Named| self.story.from.iter().any(|own| own.id == body.id);
        let before: Vec<&Named> = self.row.reports_before.iter().filter(|b| !own(b)).collect();
        let of = |moved: bool| -> Vec<&Named> {
            let wanted = after.iter().filter(|p| (p.tie == Tie::Moved) == moved);
            wanted.map(|parent| &parent.body).collect()
        };
        let (gained, kept) = (of(true), of(false));
        let (reports, its) = (
            self.they("now reports to", "now report to"),
            if self.many { "Their" } else { "Its" },
        );
        match (before.is_empty(), gained.is_empty(), kept.is_empty()) {
            (true, false, _) => format!(
                "{reports} {}; no reporting line before is stated.",
                names(&gained)
            ),
            (false, false, true) => format!(
                "{its} reporting line moves from {} to {}.",
                names(&before),
                names(&gained)
            ),
            (false, false, false) => format!(
                "{reports} {} as well as to {}.",
                names(&gained),
                names(&kept)
            ),
            (false, true, false) => format!(
                "{reports} {} alone (before: {}).",
                names(&kept),
                names(&before)
            ),
            (false, true, true) => format!(
                "No reporting line is stated for {} any more (before: to {}).",
                if self.many { "them" } else { "it" },
                names(&before)
            ),
            (true, true, _) => format!("{its} reporting line changes."),
        }
    }

    /// "They report to B, formerly known as A."
    fn follow_words(&self, parent: &Named) -> String {
        let origin = self.ledger.origin(&parent.id);
        let earlier = |origin: &ChangeRow| -> String {
            let known = |body: &&Named| self.row.reports_before.iter().any(|b| b.id == body.id);
            let all: Vec<&Named> = origin.from.iter().collect();
            let mine: Vec<&Named> = all.iter().copied().filter(known).collect();
            names(if mine.is_empty() { &all } else { &mine })
        };
        let name = phrase::inside(&parent.name);
        match origin {
            Some(origin) if origin.from.len() == 1 && origin.to.len() == 1 && origin.goes_on() => {
                format!(
                    "{} {name}, formerly known as {}.",
                    self.they("reports to", "report to"),
                    earlier(origin)
                )
            }
            Some(origin) => {
                let (its, s) = if self.many {
                    ("Their", "lines follow")
                } else {
                    ("Its", "line follows")
                };
                format!("{its} reporting {s} {} to {name}.", earlier(origin))
            }
            None => format!("{} {name}.", self.they("reports to", "report to")),
        }
    }

    /// "X and Y, which reported to A, follow it."
    fn followers(&self) -> Option<String> {
        let (bodies, parents) = self.story.followers(self.ledger)?;
        let s = if many(&bodies) { "" } else { "s" };
        let it = if many(&parents) { "them" } else { "it" };
        let text = format!(
            "{}, which reported to {}, follow{s} {it}.",
            names(&bodies),
            names(&parents)
        );
        Some(at_start(&text, bodies.first().copied()))
    }

    /// "The reason given is “…”."
    fn reasons(&self) -> Option<String> {
        let mut found: Vec<String> = Vec::new();
        for reason in self
            .story
            .rows
            .iter()
            .filter_map(|row| row.reason.as_deref())
        {
            let reason = format!("“{}”", ended(reason));
            if !found.contains(&reason) {
                found.push(reason);
            }
        }
        match found.len() {
            0 => None,
            1 => Some(format!("The reason given is {}.", phrase::list(found))),
            _ => Some(format!("The reasons given are {}.", phrase::list(found))),
        }
    }

    /// "It reports to", "They report to".
    pub(super) fn they(&self, one: &str, several: &str) -> String {
        if self.many {
            format!("They {several}")
        } else {
            format!("It {one}")
        }
    }
}

/// " (R3 to R6; para 2.3.2)"; nothing for bodies in no row.
fn reference(story: &Story<'_>) -> String {
    reference_with(
        story,
        |first, last| format!("{first} to {last}"),
        phrase::list,
    )
}

/// The same with the words of a language for a range and a list.
pub(super) fn reference_with(
    story: &Story<'_>,
    range: impl Fn(&str, &str) -> String,
    list: impl Fn(Vec<String>) -> String,
) -> String {
    let numbers: Vec<usize> = story.rows.iter().filter_map(|row| row.number()).collect();
    if numbers.is_empty() {
        return String::new();
    }
    let mut sources: Vec<&str> = Vec::new();
    for source in story.rows.iter().filter_map(|row| row.source.as_deref()) {
        if !sources.contains(&source) {
            sources.push(source);
        }
    }
    let mut parts = vec![list(ranges(&numbers, range))];
    parts.extend(sources.into_iter().map(str::to_owned));
    format!(" ({})", parts.join("; "))
}

/// "R1", "R1 and R2", "R3 to R6, R8".
fn ranges(numbers: &[usize], range: impl Fn(&str, &str) -> String) -> Vec<String> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for &number in numbers {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == number => *last = number,
            _ => runs.push((number, number)),
        }
    }
    let mut words = Vec::new();
    for (first, last) in runs {
        match last - first {
            0 => words.push(format!("R{first}")),
            1 => words.extend([format!("R{first}"), format!("R{last}")]),
            _ => words.push(range(&format!("R{first}"), &format!("R{last}"))),
        }
    }
    words
}

fn names(bodies: &[&Named]) -> String {
    phrase::list(bodies.iter().map(|body| phrase::inside(&body.name)))
}

fn many(bodies: &[&Named]) -> bool {
    match bodies {
        [one] => one.many,
        _ => true,
    }
}

/// A sentence that may begin with the article of a name.
fn capital(text: &str, story: &Story<'_>) -> String {
    let first = if story.from.is_empty() {
        &story.to
    } else {
        &story.from
    };
    at_start(text, first.first().copied())
}

fn at_start(text: &str, first: Option<&Named>) -> String {
    match text.strip_prefix("the ") {
        // Only the article of a name can stand first in small letters.
        Some(rest) if first.is_some_and(|body| body.name.starts_with("The ")) => {
            format!("The {rest}")
        }
        _ => text.to_owned(),
    }
}

/// A text of a person without the full stop at its end.
pub(super) fn ended(text: &str) -> &str {
    text.trim().trim_end_matches('.')
}
