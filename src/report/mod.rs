//! What goes on paper: pure answers about a project as headings, numbered paragraphs and tables.
//!
//! A [`Document`] is neutral: Markdown, CSV and HTML print it, and the window's tables read the
//! same rows. What is unknown is said to be unknown; it never becomes a zero.

mod acronyms;
pub mod amount;
mod bound;
pub mod changes;
pub mod document;
mod front;
mod measures;
mod members;
pub mod natural;
pub mod plan;
mod questions;
mod rules;
pub mod schedule;
mod tables;
mod terms;
mod when;

pub use acronyms::acronyms_document;
pub use amount::{Amount, Shift};
pub use bound::Binder;
pub use document::{Asked, Block, Cell, Document, Table};
pub use front::{Content, front_document};
pub use measures::measures_document;
pub use members::{
    Held, Holder, Load, Members, OfBody, OfOrganisation, Tally, members, members_document,
    seats_document,
};
pub use plan::plan_document;
pub use questions::{questions_document, settled};
pub use rules::rules_document;
pub use schedule::{changes_document, in_short, schedule_document};
pub use tables::tables_document;
pub use terms::terms_document;

use crate::compare::phrase;
use crate::model::{BodyId, Project, Structure, StructureId, fold};
use crate::say::{self, Label};

/// A document whose title is that of the project with what it is about.
fn titled(project: &Project, about: &str) -> Document {
    Document::new(project.language, title(project, about))
}

/// The title of the project with what the document is about.
fn title(project: &Project, about: &str) -> String {
    match project.head.title.as_deref().map(str::trim) {
        Some(title) if !title.is_empty() => format!("{title}: {about}"),
        _ => phrase::capital(about),
    }
}

/// Place, and title, date and status of each structure.
fn facts<'a>(
    project: &Project,
    structures: impl IntoIterator<Item = &'a StructureId>,
) -> Option<Block> {
    let said = |text: &Option<String>| changes::said(text.as_deref());
    let mut parts: Vec<String> = said(&project.head.place).into_iter().collect();
    for structure in structures {
        let Some(structure) = project.structure(structure) else {
            continue;
        };
        let (label, title) = (structure.label(), structure.head.title.trim());
        let title = (title != label && !title.is_empty()).then(|| title.to_owned());
        let date = said(&structure.head.date).map(|date| say::date(project.language, &date));
        let status = said(&structure.head.status).filter(|status| fold(status) != fold(&label));
        let about: Vec<String> = [title, date, status].into_iter().flatten().collect();
        if !about.is_empty() {
            parts.push(format!("{label}: {}", about.join(", ")));
        }
    }
    (!parts.is_empty()).then(|| Block::Paragraph {
        number: None,
        text: format!("{}.", parts.join(". ")),
    })
}

/// The names of bodies that a step or a question is about, of any structure: those of the pair
/// first; "A, later B" where the name differs.
fn names_anywhere(project: &Project, pair: &[&StructureId], ids: &[BodyId]) -> Vec<String> {
    let name = |structure: &Structure, id: &BodyId| {
        let name = structure.body(id)?.name.trim().to_owned();
        (!name.is_empty()).then_some(name)
    };
    let pair: Vec<&Structure> = pair.iter().filter_map(|id| project.structure(id)).collect();
    ids.iter()
        .map(|id| {
            let mut found = pair.iter().filter_map(|structure| name(structure, id));
            match (found.next(), found.next()) {
                (Some(before), Some(after)) if fold(&before) != fold(&after) => {
                    say::with(project.language, Label::LaterName, &[&before, &after])
                }
                (Some(name), _) => name,
                (None, _) => {
                    let mut others = project.structures.iter();
                    let other = others.find_map(|structure| name(structure, id));
                    other.unwrap_or_else(|| id.to_string())
                }
            }
        })
        .collect()
}
