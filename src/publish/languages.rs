//! In which languages a file is written, and which files hold one language alone.

use std::sync::Arc;

use super::content::Desk;
use super::note::Note;
use super::{Format, Listener, Misfit, Order, Subject};
use crate::export::OtherLanguage;
use crate::model::{Project, TextOf};
use crate::scene::{Arrange, Languages};

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
    translated.notes.extend(missing(second, order));
    let texts = second.texts_without_second(&order.what.structures(), |_, _| true);
    let other = OtherLanguage::new(texts, project.language);
    translated.other.clone_from(&other);
    if order.options.languages != Languages::Both {
        return translated;
    }
    translated.twin = Some(Arc::new(project.clone()));
    let mut desk = Desk::new(project, order, listener);
    desk.other = other;
    desk.twin = Some(Arc::clone(second));
    desk.also = Some(Box::new(translated));
    desk
}

/// Which names stay in English, and how many other texts.
fn missing(second: &Project, order: &Order) -> Option<Note> {
    let structures = order.what.structures();
    let mut names: Vec<String> = Vec::new();
    for structure in structures.iter().filter_map(|id| second.structure(id)) {
        for name in second.without_second(structure) {
            if names.iter().all(|known| known != name) {
                names.push(name.to_owned());
            }
        }
    }
    let subject = order.what.subject();
    let told = |of, field: &str| tells(order.format, subject, of, field);
    let texts = second.texts_without_second(&structures, told).into_iter();
    let texts = texts.filter(|text| !names.contains(text)).count();
    (texts > 0 || !names.is_empty()).then_some(Note::Untranslated {
        language: second.language,
        names,
        texts,
    })
}

/// Whether such a file tells a text beside the names.
fn tells(format: Format, subject: Subject, of: TextOf, field: &str) -> bool {
    let words = !matches!(format, Format::Svg(_) | Format::Png { .. }) && !format.is_chart();
    let drawn = subject.has_pictures();
    let changes = matches!(
        subject,
        Subject::Compare | Subject::Overlay | Subject::Changes | Subject::Pack | Subject::Talk
    );
    let papers = matches!(subject, Subject::Changes | Subject::Pack);
    match (of, field) {
        (TextOf::Project | TextOf::Structure, "note") => words && drawn,
        (TextOf::Project | TextOf::Structure, _) => true,
        (TextOf::Body, "name" | "state") | (TextOf::Kind, _) => true,
        (TextOf::Body, "short" | "as_stated" | "certainty") => words,
        (TextOf::Body, "from" | "until" | "shadow_from" | "statutory_from") => words && drawn,
        (TextOf::Body, "roles") => words && changes,
        (TextOf::Body, "aliases" | "purpose" | "chair" | "quorum" | "review") => {
            subject == Subject::Pack
        }
        (TextOf::Seat, "post" | "organisation" | "sector") => {
            matches!(
                subject,
                Subject::Pack | Subject::Members | Subject::Measures
            )
        }
        (TextOf::Seat, "condition") => subject == Subject::Pack,
        (TextOf::Link, "label") => drawn || changes,
        (TextOf::Link, "certainty") => words && (drawn || changes),
        (TextOf::Grid, "title") => words && drawn,
        (TextOf::Row, _) => words && changes,
        (TextOf::Step | TextOf::Question, _) => papers,
        (TextOf::Rule, _) => subject == Subject::Pack,
        _ => false,
    }
}

impl Format {
    /// Whether such a file can be written in another language than English.
    ///
    /// # Errors
    /// [`Misfit`], a sentence that says why not.
    pub fn speaks(self, subject: Subject) -> Result<(), Misfit> {
        // Programs find the columns of these tables by their heads.
        if subject == Subject::Tables {
            return Err(Misfit::EnglishTables(self));
        }
        Ok(())
    }

    /// Whether such a file can hold both languages.
    ///
    /// # Errors
    /// [`Misfit`], a sentence that says why not.
    pub fn speaks_both(self, subject: Subject) -> Result<(), Misfit> {
        self.speaks(subject)?;
        match (self, subject) {
            (Self::Docx | Self::Pptx, _) => Err(Misfit::OneLanguage(self)),
            _ if subject.is_drawn() && !self.is_chart() => Ok(()),
            _ => Err(Misfit::OneLanguage(self)),
        }
    }
}
