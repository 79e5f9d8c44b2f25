//! Names as people type them, and names as the undo menu and refusals say them.

use super::Refusal;
use crate::model::{
    Body, BodyId, LinkId, LinkKindId, Project, StandardLink, Structure, StructureId,
};

/// The longest name in characters.
pub const MAX_NAME: usize = 1000;

/// A name on one line: control characters and line ends become spaces, the ends are trimmed.
///
/// `what` begins the sentence when nothing is left: "A body needs a name."
pub(super) fn clean_name(text: &str, what: &'static str) -> Result<String, Refusal> {
    let one_line = text.replace("\r\n", " ").replace(
        |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}'),
        " ",
    );
    let name = one_line.trim();
    match name.chars().count() {
        0 => Err(Refusal::NoName(what)),
        n if n > MAX_NAME => Err(Refusal::LongName(n)),
        _ => Ok(name.to_owned()),
    }
}

/// Words over one or more lines; refused when there are none.
pub(super) fn clean_words(text: &str, what: &'static str) -> Result<String, Refusal> {
    let words = text.trim();
    if words.is_empty() {
        return Err(Refusal::NoWords(what));
    }
    Ok(words.to_owned())
}

/// A field that was emptied is not stated; the file leaves it out.
pub(super) fn blank_is_absent(field: &mut Option<String>) {
    if field.as_ref().is_some_and(|text| text.trim().is_empty()) {
        *field = None;
    }
}

/// A name short enough for a menu.
pub(super) fn short(name: &str) -> String {
    const ROOM: usize = 40;
    if name.chars().count() <= ROOM {
        return name.to_owned();
    }
    let cut: String = name.chars().take(ROOM - 1).collect();
    format!("{}…", cut.trim_end())
}

pub(super) fn body_label(project: &Project, structure: &StructureId, body: &BodyId) -> String {
    let name = project
        .structure(structure)
        .map_or(body.as_str(), |s| s.body_name(body));
    short(name)
}

/// "Culture Forum", or "3 bodies".
pub(super) fn bodies_label(
    project: &Project,
    structure: &StructureId,
    bodies: &[BodyId],
) -> String {
    match bodies {
        [body] => body_label(project, structure, body),
        _ => format!("{} bodies", bodies.len()),
    }
}

pub(super) fn structure_label(project: &Project, id: &StructureId) -> String {
    project
        .structure(id)
        .map_or_else(|| id.to_string(), Structure::label)
}

/// "link from Culture Forum to Partnership Board".
pub(super) fn link_label(project: &Project, structure: &StructureId, link: &LinkId) -> String {
    let found = project
        .structure(structure)
        .and_then(|s| s.link(link).map(|l| (s, l)));
    found.map_or_else(
        || "link".to_owned(),
        |(s, l)| {
            let (from, to) = (short(s.body_name(&l.from)), short(s.body_name(&l.to)));
            format!("link from {from} to {to}")
        },
    )
}

/// The middle of a sentence about a link that is there: "already reports to".
pub(super) fn already(project: &Project, kind: &LinkKindId, permission: bool) -> String {
    match (kind.standard(), permission) {
        (Some(StandardLink::ReportsTo), false) => "already reports to",
        (Some(StandardLink::ReportsTo), true) => "may already report to",
        (Some(StandardLink::TaskedBy), false) => "is already tasked by",
        (Some(StandardLink::TaskedBy), true) => "may already be tasked by",
        (Some(StandardLink::RepresentedOn), false) => "is already represented on",
        (Some(StandardLink::RepresentedOn), true) => "may already be represented on",
        (Some(StandardLink::Supports), false) => "already supports",
        (Some(StandardLink::Supports), true) => "may already support",
        (Some(StandardLink::Informs), false) => "already informs",
        (Some(StandardLink::Informs), true) => "may already inform",
        (None, _) => {
            let name = project.link_kind_name(kind);
            return format!("already has a link “{name}” to");
        }
    }
    .to_owned()
}

/// What a new record of a body differs in, for the undo menu: "Change meetings of".
pub(super) fn edit_verb(before: &Body, after: &Body) -> &'static str {
    let mut trial = before.clone();
    trial.name.clone_from(&after.name);
    if trial == *after {
        return "Rename";
    }
    macro_rules! only {
        ($($field:ident => $verb:literal,)*) => {$(
            let mut trial = before.clone();
            trial.$field.clone_from(&after.$field);
            if trial == *after {
                return $verb;
            }
        )*};
    }
    only! {
        kind => "Change kind of",
        tier => "Change tier of",
        standing => "Change standing of",
        certainty => "Change certainty of",
        meetings => "Change meetings of",
        seats => "Change seats of",
        note => "Change note of",
        purpose => "Change purpose of",
        short => "Change short form of",
        chair => "Change chair of",
    }
    "Edit"
}
