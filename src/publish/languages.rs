//! In which languages a file is written, and which files are written in English alone.

use std::sync::Arc;

use super::content::Desk;
use super::note::Note;
use super::{Format, Listener, Misfit, Order, Subject, What};
use crate::model::{Project, StructureId};
use crate::scene::{Arrange, Languages, Pages};

/// Whether such a file can be written in the languages wanted.
pub(super) fn speaks(project: &Project, order: &Order) -> Result<(), Misfit> {
    let (format, subject) = (order.format, order.what.subject());
    let options = &order.options;
    if options.languages == Languages::English {
        return Ok(());
    }
    format.speaks(subject)?;
    if project.second_language().is_none() {
        return Err(Misfit::NoSecondLanguage);
    }
    if options.languages == Languages::Both {
        format.speaks_both(subject)?;
        if options.arrange == Arrange::Zoned {
            return Err(Misfit::BothOf(
                "Zones take their room from the words over them",
            ));
        }
        if options.pages == Pages::Several {
            return Err(Misfit::BothOf(
                "Several sheets are cut by what stands on them",
            ));
        }
    }
    Ok(())
}

/// The project as it reads in its second language, where that is wanted.
pub(super) fn second(project: &Project, order: &Order) -> Option<Arc<Project>> {
    let language = project.second_language()?;
    let wanted = order.options.languages != Languages::English;
    wanted.then(|| Arc::new(project.read_in(language)))
}

/// The desk for the languages wanted; the one for the second language stands behind the first.
pub(super) fn desk<'a>(
    project: &'a Project,
    second: Option<&'a Arc<Project>>,
    order: &'a Order,
    listener: Listener<'a>,
) -> Desk<'a> {
    let Some(second) = second else {
        return Desk::new(project, order, listener);
    };
    let mut translated = Desk::new(second, order, listener);
    translated.notes.extend(missing(second, &order.what));
    if order.options.languages != Languages::Both {
        return translated;
    }
    translated.twin = Some(Arc::new(project.clone()));
    let mut desk = Desk::new(project, order, listener);
    desk.twin = Some(Arc::clone(second));
    desk.also = Some(Box::new(translated));
    desk
}

/// Which names stay in English.
fn missing(second: &Project, what: &What) -> Option<Note> {
    let structures: Vec<&StructureId> = match what {
        What::Diagram(one) => vec![one],
        What::Compare(from, to) | What::Overlay(from, to) => vec![from, to],
        _ => Vec::new(),
    };
    let mut names: Vec<String> = Vec::new();
    for structure in structures.into_iter().filter_map(|id| second.structure(id)) {
        for name in second.without_second(structure) {
            if names.iter().all(|known| known != name) {
                names.push(name.to_owned());
            }
        }
    }
    (!names.is_empty()).then_some(Note::Untranslated {
        language: second.language,
        names,
    })
}

impl Format {
    /// Whether such a file can be written in another language than English.
    ///
    /// # Errors
    /// [`Misfit`], a sentence that says why not.
    pub fn speaks(self, subject: Subject) -> Result<(), Misfit> {
        match (self, subject) {
            (Self::Svg(_) | Self::Png { .. }, _) if subject.is_drawn() => Ok(()),
            (Self::Pdf | Self::Docx | Self::Html(_) | Self::Markdown, Subject::Diagram) => Ok(()),
            (Self::Pdf | Self::Docx | Self::Html(_), Subject::Compare | Subject::Overlay) => {
                Err(Misfit::EnglishChanges(self, subject))
            }
            _ => Err(Misfit::EnglishOnly(self, subject)),
        }
    }

    /// Whether such a file can hold both languages.
    ///
    /// # Errors
    /// [`Misfit`], a sentence that says why not.
    pub fn speaks_both(self, subject: Subject) -> Result<(), Misfit> {
        self.speaks(subject)?;
        if self == Self::Docx {
            return Err(Misfit::OneLanguage(self));
        }
        if subject == Subject::Overlay {
            return Err(Misfit::BothOf(
                "Two structures in one drawing take their room from one language",
            ));
        }
        Ok(())
    }
}
