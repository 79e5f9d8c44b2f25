//! What a file holds, before it is printed: pictures, their words, documents.

use std::sync::Arc;

use super::note::Note;
use super::{Format, Listener, Misfit, Order, Progress, PublishError, Subject, What};
use crate::compare::compare;
use crate::describe::{TextVersion, describe_changes, describe_structure};
use crate::export::{Chart, OtherLanguage, Part, Publication};
use crate::model::{Language, Project, StructureId};
use crate::report::{
    Document, changes_document, measures_document, members_document, tables_document,
};
use crate::scene::{self, Arrange, Languages, Options, Paper, Scene};

/// An order at work.
pub(super) struct Desk<'a> {
    pub(super) project: &'a Project,
    pub(super) order: &'a Order,
    listener: Listener<'a>,
    pub(super) notes: Vec<Note>,
    /// The same project in the other language, where both stand in the same places.
    pub(super) twin: Option<Arc<Project>>,
    /// What stays in the first language where the second is wanted.
    pub(super) other: OtherLanguage,
    /// The desk for the second language, where both are wanted.
    pub(super) also: Option<Box<Desk<'a>>>,
}

/// The picture of what is drawn; of words and tables there is none.
///
/// # Errors
/// [`PublishError`] where a structure is missing.
pub fn picture(
    project: &Project,
    what: &What,
    options: &Options,
) -> Result<Option<Scene>, PublishError> {
    Ok(match what {
        What::Diagram(structure) => Some(scene::diagram(project, structure, options)?),
        What::Compare(from, to) => Some(scene::compare(project, from, to, options)?),
        What::Overlay(from, to) => Some(scene::overlay(project, from, to, options)?),
        What::Changes(..)
        | What::Members(..)
        | What::Measures(_)
        | What::Tables(_)
        | What::Pack(..)
        | What::Talk(..) => None,
    })
}

impl<'a> Desk<'a> {
    pub(super) fn new(project: &'a Project, order: &'a Order, listener: Listener<'a>) -> Self {
        Self {
            project,
            order,
            listener,
            notes: Vec::new(),
            twin: None,
            other: OtherLanguage::default(),
            also: None,
        }
    }

    /// Tells what comes next; an error when it is not wanted any more.
    pub(super) fn tell(&self, progress: Progress) -> Result<(), PublishError> {
        match (self.listener)(progress) {
            std::ops::ControlFlow::Continue(()) => Ok(()),
            std::ops::ControlFlow::Break(()) => Err(PublishError::Cancelled),
        }
    }

    /// The picture.
    pub(super) fn scene(&mut self) -> Result<Scene, PublishError> {
        self.draw(&self.order.what)
    }

    /// The picture in every language wanted.
    pub(super) fn scenes(&mut self) -> Result<Vec<Scene>, PublishError> {
        let mut scenes = vec![self.scene()?];
        if let Some(also) = &mut self.also {
            scenes.push(also.scene()?);
            self.notes.append(&mut also.notes);
        }
        Ok(scenes)
    }

    /// How pictures are drawn: a slide has its own size.
    pub(super) fn options(&self) -> Options {
        let mut options = self.order.options.clone();
        options.twin.clone_from(&self.twin);
        if options.languages == Languages::Both && options.arrange == Arrange::Auto {
            // Zones take their room from the words over them.
            options.arrange = Arrange::Plain;
        }
        if self.order.format == Format::Pptx {
            options.paper = Paper::Slide;
        }
        options
    }

    pub(super) fn draw(&mut self, what: &What) -> Result<Scene, PublishError> {
        self.tell(Progress::Drawing)?;
        let subject = what.subject();
        let scene = picture(self.project, what, &self.options())?
            .ok_or(Misfit::Told(self.order.format, subject))?;
        // Markdown holds the words of a picture, not the picture.
        if self.order.format == Format::Markdown {
            return Ok(scene);
        }
        let notes = Note::of(subject, self.order.format, &self.options(), &scene);
        let one_of_several = matches!(self.order.what, What::Pack(..) | What::Talk(..));
        for note in notes {
            let note = if one_of_several {
                note.of_chart(&scene.title)
            } else {
                note
            };
            // Slides of a talk would say the same many times.
            if !self.notes.contains(&note) {
                self.notes.push(note);
            }
        }
        Ok(scene)
    }

    /// The words equivalent to the picture.
    pub(super) fn text_version(&self) -> Result<TextVersion, PublishError> {
        self.in_words(&self.order.what)
    }

    pub(super) fn in_words(&self, what: &What) -> Result<TextVersion, PublishError> {
        self.tell(Progress::Words)?;
        match what {
            What::Diagram(structure) => Ok(describe_structure(self.project, structure)?),
            What::Compare(from, to)
            | What::Overlay(from, to)
            | What::Changes(from, to)
            | What::Members(from, to) => Ok(describe_changes(self.project, from, to)?),
            What::Measures(_) | What::Tables(_) | What::Pack(..) | What::Talk(..) => {
                Err(Misfit::Told(self.order.format, what.subject()).into())
            }
        }
    }

    /// Words and tables; for a picture the tables of what is drawn.
    pub(super) fn document(&self) -> Result<Document, PublishError> {
        self.tell(Progress::Words)?;
        let project = self.project;
        Ok(match &self.order.what {
            // The tables are written in English: another language has the words alone.
            What::Diagram(structure) if project.language != Language::English => Document {
                blocks: Vec::new(),
                ..tables_document(project, &[structure])
            },
            What::Diagram(structure) => tables_document(project, &[structure]),
            What::Compare(from, to) | What::Overlay(from, to) | What::Changes(from, to) => {
                changes_document(project, &compare(project, from, to)?)
            }
            What::Members(from, to) => members_document(project, &compare(project, from, to)?),
            What::Measures(structures) => measures_document(project, &refs(structures)),
            What::Tables(structures) => {
                let structures = refs(structures);
                let mut document = tables_document(project, &structures);
                // A workbook is where people go on counting.
                if self.order.format == Format::Xlsx {
                    let measures = measures_document(project, &structures);
                    document.blocks.extend(measures.blocks);
                }
                document
            }
            What::Pack(..) => {
                return Err(Misfit::Paper(self.order.format, Subject::Pack).into());
            }
            What::Talk(..) => {
                return Err(Misfit::Talk(self.order.format, Subject::Talk).into());
            }
        })
    }

    /// Everything that a paper holds.
    pub(super) fn publication(&mut self) -> Result<Publication, PublishError> {
        let mut publication = self.bound()?;
        publication.other = self.other.clone();
        Ok(publication)
    }

    fn bound(&mut self) -> Result<Publication, PublishError> {
        let date = self.date().map(str::to_owned);
        if let What::Pack(from, to) = &self.order.what {
            return self.pack(from, to.as_ref(), date);
        }
        if self.order.what.subject().is_drawn() {
            let scene = self.scene()?;
            let mut publication = Publication::picture(scene, self.text_version()?, date);
            if let Some(also) = &mut self.also {
                publication.parts.extend(also.publication()?.parts);
                self.notes.append(&mut also.notes);
            }
            // Who writes on in Word wants the changes in tables too; a web page has all tables.
            let pair = matches!(self.order.what, What::Compare(..) | What::Overlay(..));
            let tables = match self.order.format {
                Format::Docx => pair,
                Format::Html(_) => true,
                _ => false,
            };
            if tables && self.also.is_none() {
                publication.parts.push(Part::Words(self.document()?));
            }
            return Ok(publication);
        }
        Ok(Publication::words(self.document()?, date))
    }

    /// The date of the structure that is drawn, of two the later one's; else of the project.
    fn date(&self) -> Option<&str> {
        let structure = match &self.order.what {
            What::Diagram(structure) => Some(structure),
            What::Compare(_, to) | What::Overlay(_, to) | What::Pack(_, Some(to)) => Some(to),
            What::Pack(one, None) => Some(one),
            _ => None,
        };
        let structure = structure.and_then(|id| self.project.structure(id));
        let stated = structure.and_then(|structure| structure.head.date.as_deref());
        stated.or(self.project.head.date.as_deref())
    }

    /// The structure as data, every link singly, permissions too.
    pub(super) fn chart(&self) -> Result<Chart<'_>, PublishError> {
        self.tell(Progress::Drawing)?;
        let (project, format) = (self.project, self.order.format);
        let What::Diagram(id) = &self.order.what else {
            return Err(Misfit::OneStructure(format, self.order.what.subject()).into());
        };
        let mut options = Options {
            arrange: Arrange::Plain,
            ..self.order.options.clone()
        };
        options.filter.permissions = true;
        let arrangement = scene::arrangement(project, id, &options)?;
        let structure = scene::find(project, id)?;
        Ok(Chart::new(project, structure, &arrangement))
    }
}

fn refs(structures: &[StructureId]) -> Vec<&StructureId> {
    structures.iter().collect()
}
