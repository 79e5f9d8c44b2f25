//! The derived words of collective links.

use super::collective::Party;
use super::part::Part;
use super::zone::Zone;
use crate::model::{KindId, Language, Link, Project, StandardLink, Structure};
use crate::say::{self, Noun, Phrase};

/// What identifies a party in ids.
pub(super) fn name(structure: &Structure, zones: &[Zone], party: &Party) -> String {
    let zone = |at: &usize| zones.get(*at).map_or("", |z| z.id.as_str()).to_owned();
    match party {
        Party::Body(i) => body(structure, *i, |b| b.id.as_str()),
        Party::Zone(at) => zone(at),
        Party::Kind(at, kind) => format!("{}_{kind}", zone(at)),
    }
}

fn body(structure: &Structure, i: usize, say: impl Fn(&crate::model::Body) -> &str) -> String {
    let body = structure.bodies.get(i);
    body.map_or_else(String::new, |b| say(b).to_owned())
}

/// What is said in a sentence about links.
struct Facts {
    permission: bool,
    /// Least and most seats of a link, when all state them.
    seats: Option<(u32, u32)>,
    /// The words on every link, when they are few and the same.
    label: Option<String>,
}

/// Both sides of a sentence: "each thematic partnership", "every area partnership", a name.
struct Sides {
    /// The many that the line starts from; none for one body.
    each: Option<String>,
    /// "every thematic partnership", "any thematic partnership", or nothing for one body.
    every: Option<[String; 2]>,
    /// The one body at the other end.
    one: String,
}

/// "Each chair has a seat", "Tasked by any thematic partnership".
pub(super) fn sentence<'a>(
    project: &Project,
    structure: &Structure,
    zones: &[Zone],
    from: &Party,
    to: &Party,
    links: impl Iterator<Item = &'a Link> + Clone,
) -> String {
    let Some(first) = links.clone().next() else {
        return String::new();
    };
    if project.language == Language::Welsh {
        return in_welsh(project, zones, to, first, &facts(first, links));
    }
    let many = |party: &Party| member(project, structure, zones, party);
    let whole_zone = matches!(from, Party::Zone(_));
    let sides = Sides {
        each: many(from).map(|m| {
            if whole_zone {
                "each".to_owned()
            } else {
                format!("each {m}")
            }
        }),
        every: many(to).map(|m| [format!("every {m}"), format!("any {m}")]),
        one: match to {
            Party::Body(i) => body(structure, *i, |b| b.short.as_deref().unwrap_or(&b.name)),
            _ => String::new(),
        },
    };
    let facts = facts(first, links);
    let words = match first.kind.standard() {
        Some(StandardLink::RepresentedOn) => seats(&facts, &sides),
        Some(StandardLink::TaskedBy) => tasked(&facts, &sides),
        _ => verb(&project.link_kind_name(&first.kind), &facts, &sides),
    };
    let undecided = first.certainty.known() == Some(crate::model::Certainty::Undecided);
    upper_first(&if undecided {
        format!("{words}, not decided")
    } else {
        words
    })
}

/// "Pob un: yn cefnogi", "Pob un: 1 sedd (Thematig: pob un)": a form that holds for every kind and
/// number.
fn in_welsh(project: &Project, zones: &[Zone], to: &Party, first: &Link, facts: &Facts) -> String {
    let language = project.language;
    let seats = |n: u32| {
        say::count(
            language,
            usize::try_from(n).unwrap_or(usize::MAX),
            Noun::Seat,
        )
    };
    let seated = first.kind.is(StandardLink::RepresentedOn);
    let what = match facts.seats.filter(|_| seated) {
        Some((a, b)) if a == b => seats(a),
        Some((a, b)) => format!("{a}–{}", seats(b)),
        None => lower_first(&project.link_kind_name(&first.kind)),
    };
    let mut said = say::with(language, Phrase::EachOf, &[&what]);
    if facts.permission {
        said = say::with(language, Phrase::WhereAllowed, &[&said]);
    }
    if let Party::Zone(at) | Party::Kind(at, _) = to
        && let Some(zone) = zones.get(*at)
    {
        said = format!("{said} ({})", zone.title);
    }
    if first.certainty.known() == Some(crate::model::Certainty::Undecided) {
        said = format!("{said}, {}", Phrase::NotDecided.in_language(language));
    }
    said
}

fn facts<'a>(first: &Link, links: impl Iterator<Item = &'a Link> + Clone) -> Facts {
    let seats: Option<Vec<u32>> = links.clone().map(|l| l.seats).collect();
    let range = |seats: Vec<u32>| Some((*seats.iter().min()?, *seats.iter().max()?));
    let short = |label: &&String| {
        let label = label.trim();
        !label.is_empty() && label.chars().count() <= 16 && label.chars().all(char::is_alphabetic)
    };
    let label = first.label.as_ref().filter(short);
    Facts {
        permission: first.permission,
        seats: seats.and_then(range),
        label: label
            .filter(|label| links.clone().all(|l| l.label.as_ref() == Some(*label)))
            .map(|label| lower_first(label.trim())),
    }
}

fn seats(facts: &Facts, sides: &Sides) -> String {
    let number = match facts.seats {
        Some((1, 1)) => Some("1 seat".to_owned()),
        Some((a, b)) if a == b => Some(format!("{a} seats")),
        Some((a, b)) => Some(format!("{a} to {b} seats")),
        None => None,
    };
    let may = if facts.permission { "may have " } else { "" };
    match (&sides.each, &sides.every) {
        (Some(each), Some([every, _])) => {
            let what = number.unwrap_or_else(|| "places".to_owned());
            let who = if each == "each" {
                String::new()
            } else {
                format!("{each}: ")
            };
            format!("{who}{may}{what} on {every}")
        }
        (Some(each), None) => {
            let one = matches!(facts.seats, None | Some((1, 1)));
            match (&facts.label, number) {
                (Some(label), _) if one => {
                    let has = if facts.permission { "may have" } else { "has" };
                    format!("each {label} {has} a seat")
                }
                (_, Some(number)) if each == "each" => format!("{may}{number} each"),
                (_, Some(number)) => format!("{may}{number} for {each}"),
                (_, None) if facts.permission => format!("{each} may have a place"),
                (_, None) => format!("{each} has a place"),
            }
        }
        (None, Some([every, _])) => {
            let what = number.unwrap_or_else(|| "a place".to_owned());
            let has = if facts.permission { "may have" } else { "has" };
            format!("{has} {what} on {every}")
        }
        (None, None) => String::new(),
    }
}

fn tasked(facts: &Facts, sides: &Sides) -> String {
    let be = match (facts.permission, sides.each.is_some()) {
        (true, _) => "may be tasked",
        (false, true) => "is tasked",
        (false, false) => "tasked",
    };
    let by = match &sides.every {
        Some([_, any]) => format!(" by {any}"),
        None => format!(" by {}", sides.one),
    };
    match &sides.each {
        Some(each) => format!("{each} {be}{by}"),
        None => format!("{be}{by}"),
    }
}

/// Words of any other kind: "Liaises with" is a verb, "Part of" is not.
fn verb(kind: &str, facts: &Facts, sides: &Sides) -> String {
    let kind = lower_first(kind);
    let start = kind.split_whitespace().next().unwrap_or("");
    let is_verb = start.ends_with('s') && start.len() > 2;
    let plain = || kind.strip_prefix(start).unwrap_or("").to_owned();
    let doing = match (is_verb, facts.permission) {
        // "liaises" without its s: "may liaise with".
        (true, true) => format!("may {}{}", infinitive(start), plain()),
        (true, false) => kind.clone(),
        (false, true) => format!("may be {kind}"),
        (false, false) if sides.each.is_some() => format!("is {kind}"),
        (false, false) => kind.clone(),
    };
    let whom = sides.every.as_ref().map_or(&sides.one, |[every, _]| every);
    match &sides.each {
        Some(each) => format!("{each} {doing} {whom}"),
        None => format!("{doing} {whom}"),
    }
}

fn infinitive(verb: &str) -> String {
    let cut = |end: &str| verb.strip_suffix(end).map(str::to_owned);
    for end in ["sses", "shes", "ches", "xes"] {
        if verb.ends_with(end) {
            return cut("es").unwrap_or_default();
        }
    }
    if verb.ends_with("ies") && verb.len() > 4 {
        return cut("ies").unwrap_or_default() + "y";
    }
    cut("s").unwrap_or_else(|| verb.to_owned())
}

/// One of many, in the singular: "thematic partnership", "delivery body"; none for a single body.
fn member(
    project: &Project,
    structure: &Structure,
    zones: &[Zone],
    party: &Party,
) -> Option<String> {
    let kind = |kind: &KindId| {
        let name = project.body_kind_name(kind);
        let short = name.split(" (").next().unwrap_or(&name);
        lower_first(short.trim())
    };
    match party {
        Party::Body(_) => None,
        Party::Kind(_, id) => Some(kind(id)),
        Party::Zone(at) => {
            let zone = zones.get(*at)?;
            let mut kinds = zone
                .bodies
                .iter()
                .map(|&i| structure.bodies.get(i).and_then(|b| b.kind.as_ref()));
            let first = kinds.next().flatten();
            if let Some(id) = first.filter(|id| kinds.all(|k| k == Some(id))) {
                return Some(kind(id));
            }
            Some(match zone.part {
                Part::Outside => "outside body".to_owned(),
                Part::Own => "body here".to_owned(),
                part => format!("{} body", lower_first(part.title(Language::English))),
            })
        }
    }
}

/// "Thematic" as "thematic"; "LEP options" keeps its capitals.
pub(super) fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next();
    if text.chars().nth(1).is_some_and(char::is_uppercase) {
        return text.to_owned();
    }
    first.map_or_else(String::new, |c| c.to_lowercase().chain(chars).collect())
}

fn upper_first(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next();
    first.map_or_else(String::new, |c| c.to_uppercase().chain(chars).collect())
}
