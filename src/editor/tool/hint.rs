//! One short sentence on what the hand can do now, and the cursor that goes with it.

use super::{Subject, Tool};
use crate::editor::{Selected, Session};
use crate::model::{LinkKindId, StandardLink, Structure};

/// The cursor of a tool.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(
    missing_docs,
    reason = "each variant is named after what it looks like"
)]
pub enum Cursor {
    Usual,
    Cross,
    Grabbing,
    Refused,
}

/// The cursor of the tool of the moment.
#[must_use]
pub fn cursor(tool: &Tool) -> Cursor {
    let why = match tool {
        Tool::Connect(line) => &line.why,
        Tool::Reattach(line) => &line.why,
        Tool::Marquee(_) => return Cursor::Cross,
        Tool::Shift(_) => return Cursor::Grabbing,
        _ => return Cursor::Usual,
    };
    match why {
        Some(_) => Cursor::Refused,
        None => Cursor::Cross,
    }
}

/// One short sentence for the tool of the moment.
#[must_use]
pub fn hint(session: &Session) -> String {
    let fixed = match &session.hand.tool {
        Tool::Rest => return at_rest(session),
        Tool::Marquee(_) => "Every card that the box touches is selected; Esc gives up.",
        Tool::Shift(shift) => {
            return match &shift.over {
                None if session.zoned => {
                    "In zones the program places the cards. Let go, and you are asked what you meant; Esc gives up."
                        .to_owned()
                }
                Some(onto) => format!(
                    "Drop here to report to “{}”, or to leave it here; Esc gives up.",
                    onto.name(session.project())
                ),
                None => "Drop to leave it here; Esc gives up.".to_owned(),
            };
        }
        Tool::Dropped(_) => "Choose what the drop means; Esc does neither.",
        Tool::Connect(line) => {
            return match (&line.why, &line.over) {
                (Some(why), _) => why.clone(),
                (None, Some(to)) => format!(
                    "Drop to say: “{}” {} “{}”.",
                    line.from.name(session.project()),
                    says(session, &session.hand.kind),
                    to.name(session.project())
                ),
                (None, None) => "Drop on a body to link it; drop on empty ground for a new one; \
                                 Esc gives up."
                    .to_owned(),
            };
        }
        Tool::Reattach(line) => {
            return match (&line.why, &line.over) {
                (Some(why), _) => why.clone(),
                (None, Some(to)) => {
                    format!("Drop to end the link at “{}”.", to.name(session.project()))
                }
                (None, None) => "Drop the end on another body; Esc gives up.".to_owned(),
            };
        }
        Tool::Naming(naming) => match naming.subject {
            Subject::Body { .. } => "Enter keeps the name; Esc brings the old one back.",
            Subject::New(_) => "Enter keeps the body; Esc takes it back.",
        },
        Tool::LinkWith(_) => {
            "Type a part of a name; Up and Down choose; Enter links; Esc gives up."
        }
    };
    fixed.to_owned()
}

fn at_rest(session: &Session) -> String {
    if let Some(sentence) = &session.hand.pointed {
        return format!("{sentence} Click or Enter draws each of them.");
    }
    match session.selection.selected() {
        Selected::Bodies(bodies) if bodies.len() > 1 => format!(
            "{} bodies: drag one to move them all; L links them with another; Esc selects none.",
            bodies.len()
        ),
        Selected::Bodies(_) => {
            "Drag a handle to another body to link it; drag the card to move it; F2 renames."
                .to_owned()
        }
        Selected::Link(link) => {
            let shown = session.shown();
            let sentence = shown.and_then(|s| Some(sentence(session, s, s.link(&link.link)?)));
            sentence.unwrap_or_default()
        }
        Selected::Nothing | Selected::Row(_) if session.zoned => {
            "Lines with words stand for several links: click one to see each of them.".to_owned()
        }
        Selected::Nothing | Selected::Row(_) => {
            "Double-click empty ground for a new body; drag over ground to select several."
                .to_owned()
        }
    }
}

fn sentence(session: &Session, shown: &Structure, link: &crate::model::Link) -> String {
    format!(
        "“{}” {} “{}”. Drag an end to another body to change it.",
        shown.body_name(&link.from),
        says(session, &link.kind),
        shown.body_name(&link.to)
    )
}

/// The words between two names.
fn says(session: &Session, kind: &LinkKindId) -> String {
    match kind.standard() {
        Some(StandardLink::ReportsTo) => "reports to".to_owned(),
        Some(StandardLink::TaskedBy) => "is tasked by".to_owned(),
        Some(StandardLink::RepresentedOn) => "is represented on".to_owned(),
        Some(StandardLink::Supports) => "supports".to_owned(),
        Some(StandardLink::Informs) => "informs".to_owned(),
        None => format!("has a link “{}” to", session.project().link_kind_name(kind)),
    }
}
