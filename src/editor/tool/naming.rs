//! Typing names on the canvas: of a body that is there, or of one that is not there yet.

use super::{Tool, connect};
use crate::editor::{BodyRef, Session};
use crate::geom::Point;
use crate::model::{BodyId, LinkKindId, NewBody, Place, Refusal, StructureId};

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
    /// A body that is there only while it has a name.
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
    /// Whether it is the first one of its structure.
    pub first: bool,
    /// The body, as long as there is a name.
    pub made: Option<BodyRef>,
    /// The last name that could be taken.
    good: String,
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
    let planned = Planned {
        parent,
        place,
        ..Planned::alone(session, structure, at)
    };
    ask(session, planned);
}

/// Begins a new body at the end of a line drawn from a card.
pub(super) fn new_linked(session: &mut Session, from: &BodyRef, at: Point) {
    let kind = session.hand.kind.clone();
    let structure = from.structure.clone();
    let planned = Planned {
        link: Some((from.clone(), kind)),
        ..Planned::alone(session, structure, Some(at))
    };
    ask(session, planned);
}

fn ask(session: &mut Session, planned: Planned) {
    // The field stands still: the drawing follows when the name is done.
    session.hold_picture = true;
    session.hand.field_due = true;
    session.hand.tool = Tool::Naming(Naming {
        subject: Subject::New(planned),
        text: String::new(),
        why: None,
    });
}

/// The text in the field is now this: the project has it at every keystroke. A name that cannot
/// be taken leaves the last good one and says why; a new body is there only while it has a name.
pub fn type_name(session: &mut Session, text: String) {
    let Tool::Naming(mut naming) = std::mem::take(&mut session.hand.tool) else {
        return;
    };
    naming.why = None;
    naming.text = text;
    match &mut naming.subject {
        Subject::Body { body } => {
            session.document.begin_gesture();
            session.apply(session.naming(body, &naming.text));
            naming.why = session.refused.take().map(|why| why.to_string());
        }
        Subject::New(planned) => naming.why = planned.write(session, &naming.text),
    }
    session.hand.tool = Tool::Naming(naming);
}

impl Planned {
    /// A body that reports to nobody, behind all others.
    fn alone(session: &Session, structure: StructureId, at: Option<Point>) -> Self {
        let shown = session.project().structure(&structure);
        Self {
            first: shown.is_some_and(|s| s.bodies.is_empty()),
            structure,
            at,
            parent: None,
            place: Place::End,
            link: None,
            made: None,
            good: String::new(),
        }
    }

    /// Makes the body anew under this name, since its id comes from the whole name; gives the
    /// sentence when the name cannot be taken.
    fn write(&mut self, session: &mut Session, name: &str) -> Option<String> {
        session.bail();
        self.made = None;
        if name.trim().is_empty() {
            self.good.clear();
            return None;
        }
        let why = match self.add(session, name) {
            Ok(body) => {
                name.clone_into(&mut self.good);
                self.made = Some(body);
                return None;
            }
            Err(why) => why,
        };
        if !self.good.is_empty() {
            self.made = self.add(session, &self.good).ok();
        }
        Some(why)
    }

    /// Adds the body, and its link, as the beginning of a gesture.
    fn add(&self, session: &mut Session, name: &str) -> Result<BodyRef, String> {
        session.document.begin_gesture();
        let outcome = session.apply(session.adding(NewBody {
            parent: self.parent.clone(),
            place: self.place.clone(),
            ..NewBody::named(self.structure.clone(), name)
        }));
        let added = outcome.and_then(|outcome| outcome.bodies.into_iter().next());
        if let Some(((_, body), (from, kind))) = added.as_ref().zip(self.link.as_ref()) {
            session.apply(connect::connect(from, kind, body));
        }
        let why = session.refused.take().map(|why| why.to_string());
        match (added, why) {
            (Some((structure, body)), None) => Ok(BodyRef::new(&structure, &body)),
            (_, why) => {
                session.bail();
                Err(why.unwrap_or_default())
            }
        }
    }
}

/// Enter, or the field was left: the name counts. One that cannot be a name keeps the field open
/// and says why. Gives whether the field is closed.
pub fn finish_name(session: &mut Session) -> bool {
    let Tool::Naming(mut naming) = std::mem::take(&mut session.hand.tool) else {
        return true;
    };
    if naming.why.is_none() && naming.body().is_none() {
        naming.why = Some(Refusal::NoName("A body").to_string());
    }
    let Some(body) = naming.body().cloned().filter(|_| naming.why.is_none()) else {
        session.hand.tool = Tool::Naming(naming);
        return false;
    };
    session.document.commit_gesture(None);
    session.hold_picture = false;
    if let Subject::New(planned) = &naming.subject {
        if let Some((_, kind)) = &planned.link {
            session.draw_filter.hidden.remove(kind);
        }
        session.selection.choose(body.clone());
    }
    session.hand.reveal = Some(body);
    true
}

impl Naming {
    /// The body that has the name, if it is there.
    fn body(&self) -> Option<&BodyRef> {
        match &self.subject {
            Subject::Body { body } => Some(body),
            Subject::New(planned) => planned.made.as_ref(),
        }
    }
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
            session.hold_picture = false;
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
    if session.document.history().in_gesture() {
        session.bail();
    }
    session.hold_picture = false;
    session.hand.reveal = match naming.subject {
        Subject::Body { body } => Some(body),
        Subject::New(_) => session.selection.body().cloned(),
    };
    session.refused = None;
}
