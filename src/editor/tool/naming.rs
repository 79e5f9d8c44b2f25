//! Typing names on the canvas: of a body that is there, or of one that is not there yet.

use super::{Tool, connect};
use crate::editor::{BodyRef, Session};
use crate::geom::Point;
use crate::model::{BodyCommand, BodyId, LinkKindId, NewBody, Place, StructureId};

/// A name being typed.
#[derive(Clone, Debug, PartialEq)]
pub struct Naming {
    /// Whose name.
    pub subject: Subject,
    /// The text in the field.
    pub text: String,
    /// Why the text cannot be the name.
    pub why: Option<String>,
}

/// Whose name is typed.
#[derive(Clone, Debug, PartialEq)]
pub enum Subject {
    /// A body that is there; it has the name at every keystroke.
    Body {
        /// The body.
        body: BodyRef,
    },
    /// A body that is there only once it has a name.
    New(Planned),
}

/// A body that waits for its name.
#[derive(Clone, Debug, PartialEq)]
pub struct Planned {
    /// The structure it will stand in.
    pub structure: StructureId,
    /// Where on the page it was asked for, if at a place.
    pub at: Option<Point>,
    /// The body that it will report to.
    pub parent: Option<BodyId>,
    /// Its place in the outline.
    pub place: Place,
    /// The body and the kind of the link that will lead to it.
    pub link: Option<(BodyRef, LinkKindId)>,
}

/// Begins to rename a body where it stands.
pub fn rename(session: &mut Session, body: &BodyRef) {
    if !super::begin(session, None) {
        return;
    }
    let Some(record) = body.find(session.project()) else {
        return;
    };
    let text = record.name.clone();
    session.selection.choose(body.clone());
    session.hold_picture = true;
    session.hand.field_due = true;
    session.hand.tool = Tool::Naming(Naming {
        subject: Subject::Body { body: body.clone() },
        text,
        why: None,
    });
}

/// Begins a new body: alone at a place of the page, else as the next sibling of the selected one.
pub fn new_body(session: &mut Session, at: Option<Point>) {
    if !super::begin(session, at) {
        return;
    }
    let sibling = session.selection.body().filter(|_| at.is_none()).cloned();
    let structure = session.structure.clone();
    let parent = sibling.as_ref().and_then(|body| {
        let shown = session.project().structure(&body.structure)?;
        let mut lines = shown.links.iter().filter(|l| l.hierarchy());
        lines.find(|l| l.from == body.body).map(|l| l.to.clone())
    });
    let place = sibling.map_or(Place::End, |body| Place::After(body.body));
    ask(
        session,
        Planned {
            structure,
            at,
            parent,
            place,
            link: None,
        },
    );
}

/// Begins a new body at the end of a line drawn from a card.
pub(super) fn new_linked(session: &mut Session, from: &BodyRef, at: Point) {
    let kind = session.hand.kind.clone();
    let structure = from.structure.clone();
    ask(
        session,
        Planned {
            structure,
            at: Some(at),
            parent: None,
            place: Place::End,
            link: Some((from.clone(), kind)),
        },
    );
}

fn ask(session: &mut Session, planned: Planned) {
    session.hand.field_due = true;
    session.hand.tool = Tool::Naming(Naming {
        subject: Subject::New(planned),
        text: String::new(),
        why: None,
    });
}

/// The text in the field is now this. A body that is there takes it over at once; one that it
/// cannot take leaves the last good name and says why.
pub fn type_name(session: &mut Session, text: String) {
    let Tool::Naming(mut naming) = std::mem::take(&mut session.hand.tool) else {
        return;
    };
    naming.why = None;
    if let Subject::Body { body } = &naming.subject {
        session.document.begin_gesture();
        session.apply(BodyCommand::Rename {
            structure: body.structure.clone(),
            body: body.body.clone(),
            name: text.clone(),
        });
        naming.why = session.refused.take().map(|why| why.to_string());
    }
    naming.text = text;
    session.hand.tool = Tool::Naming(naming);
}

/// Enter, or the field was left: the name counts. One that cannot be a name keeps the field open
/// and says why. Gives whether the field is closed.
pub fn finish_name(session: &mut Session) -> bool {
    let Tool::Naming(mut naming) = std::mem::take(&mut session.hand.tool) else {
        return true;
    };
    if naming.why.is_none() {
        naming.why = match &naming.subject {
            Subject::Body { body } => {
                let body = body.clone();
                session.document.commit_gesture(None);
                session.hold_picture = false;
                session.hand.reveal = Some(body);
                None
            }
            Subject::New(planned) => add(session, planned, &naming.text),
        };
    }
    if naming.why.is_some() {
        session.hand.tool = Tool::Naming(naming);
        return false;
    }
    true
}

/// Adds the body with its name, and its link; gives the sentence when it is refused.
fn add(session: &mut Session, planned: &Planned, name: &str) -> Option<String> {
    session.document.begin_gesture();
    let outcome = session.apply(BodyCommand::Add(NewBody {
        parent: planned.parent.clone(),
        place: planned.place.clone(),
        ..NewBody::named(planned.structure.clone(), name)
    }));
    let added = outcome.and_then(|outcome| outcome.bodies.into_iter().next());
    if let Some(((structure, body), (from, kind))) = added.clone().zip(planned.link.as_ref()) {
        session.apply(connect::connect(from, kind, &body));
        session.draw_filter.hidden.remove(kind);
        session.selection.choose(BodyRef::new(&structure, &body));
    }
    let why = session.refused.take().map(|why| why.to_string());
    if why.is_some() {
        session.bail();
        return why;
    }
    session.document.commit_gesture(None);
    if let Some((structure, body)) = added {
        let body = BodyRef::new(&structure, &body);
        session.selection.choose(body.clone());
        session.hand.reveal = Some(body);
    }
    None
}

/// Something else was asked for. A field without words is given up; a body that is there keeps
/// the last name that it could take. Gives whether the field is closed.
pub(super) fn leave(session: &mut Session) -> bool {
    let Tool::Naming(naming) = &mut session.hand.tool else {
        return true;
    };
    match &naming.subject {
        Subject::Body { .. } => naming.why = None,
        Subject::New(_) if naming.text.trim().is_empty() => {
            session.hand.tool = Tool::Rest;
            return true;
        }
        Subject::New(_) => {}
    }
    let closed = finish_name(session);
    session.hand.reveal = None;
    closed
}

/// Escape: everything is as before the field was opened.
pub(super) fn give_up(session: &mut Session, naming: Naming) {
    if let Subject::Body { body } = naming.subject {
        if session.document.history().in_gesture() {
            session.bail();
        }
        session.hold_picture = false;
        session.hand.reveal = Some(body);
    } else {
        session.hand.reveal = session.selection.body().cloned();
    }
    session.refused = None;
}
