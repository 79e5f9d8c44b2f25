//! Open questions, and what became of questions and comments: "you said, we did".

use super::document::{Block, Cell, Document, Sections, Table};
use crate::compare::phrase;
use crate::model::{Language, Project, Question, StructureId, fold};
use crate::say::{self, Label, Sentence};

/// Open questions and comments as a document; only a title where there are none.
#[must_use]
pub fn questions_document(project: &Project, structures: &[&StructureId]) -> Document {
    let mut document = super::titled(project, Label::QuestionsTitle.in_language(project.language));
    let mut numbers = Sections::default();
    sections(project, structures, &mut numbers, &mut document.blocks);
    document
}

/// Sections with the open questions and the answered ones; nothing where there are none.
pub(super) fn sections(
    project: &Project,
    pair: &[&StructureId],
    sections: &mut Sections,
    blocks: &mut Vec<Block>,
) {
    let language = project.language;
    let open = open_questions(project, pair);
    if !open.rows.is_empty() {
        let count = phrase::count(open.rows.len(), "open question", "open questions");
        let is = if open.rows.len() == 1 { "is" } else { "are" };
        blocks.push(sections.heading(Label::OpenQuestions.in_language(language)));
        blocks.push(sections.paragraph(match language {
            Language::English => format!("There {is} {count}."),
            Language::Welsh => Sentence::OpenCount.with(&[&open.rows.len().to_string()]),
        }));
        blocks.push(Block::Table(open));
    }
    let answered = you_said(project, pair);
    if !answered.rows.is_empty() {
        let waiting = project.questions.iter();
        let waiting = waiting.filter(|q| said_by_somebody(q) && response(q).is_none());
        let count = phrase::count(
            answered.rows.len(),
            "comment or answered question",
            "comments and answered questions",
        );
        let waiting = waiting.count();
        let rest = match waiting {
            0 => String::new(),
            1 => " Of these, 1 has no response yet.".to_owned(),
            n => format!(" Of these, {n} have no response yet."),
        };
        let is = if answered.rows.len() == 1 {
            "is"
        } else {
            "are"
        };
        blocks.push(sections.heading(Label::YouSaidWeDid.in_language(language)));
        blocks.push(sections.paragraph(match language {
            Language::English => format!("There {is} {count}.{rest}"),
            Language::Welsh => {
                let rest = match waiting {
                    0 => String::new(),
                    n => Sentence::Waiting.with(&[&n.to_string()]),
                };
                let told = answered.rows.len().to_string();
                format!("{}{rest}", Sentence::ToldCount.with(&[&told]))
            }
        }));
        blocks.push(Block::Table(answered));
    }
}

/// Questions of the paper itself that have no answer.
fn open_questions(project: &Project, pair: &[&StructureId]) -> Table {
    let language = project.language;
    let mut table = Table::said(
        language,
        Label::OpenQuestions.in_language(language),
        &[Label::Question, Label::About, Label::Status],
    );
    let open = |q: &&Question| !said_by_somebody(q) && !settled(q);
    for question in project.questions.iter().filter(open) {
        table.rows.push(vec![
            Cell::text(question.text.trim()),
            about(project, pair, question),
            Cell::text(status(language, question).unwrap_or_default()),
        ]);
    }
    table.without_empty_columns()
}

/// Comments, and questions that have an answer, with what was done.
fn you_said(project: &Project, pair: &[&StructureId]) -> Table {
    let language = project.language;
    let mut table = Table::said(
        language,
        Label::YouSaidWeDid.in_language(language),
        &[
            Label::YouSaid,
            Label::WhoSaid,
            Label::About,
            Label::WeDid,
            Label::Status,
        ],
    );
    let told = |q: &&Question| said_by_somebody(q) || settled(q);
    for question in project.questions.iter().filter(told) {
        let by = question.by.as_deref().unwrap_or_default().trim();
        table.rows.push(vec![
            Cell::text(question.text.trim()),
            Cell::text(by),
            about(project, pair, question),
            match response(question) {
                Some(response) => Cell::text(response),
                None => Cell::unknown(say::say(language, Label::NoResponse)),
            },
            Cell::text(status(language, question).unwrap_or_default()),
        ]);
    }
    table.without_empty_columns()
}

fn about(project: &Project, pair: &[&StructureId], question: &Question) -> Cell {
    Cell::list(super::names_anywhere(project, pair, &question.bodies))
}

/// Whether it is a comment of somebody rather than a question of the paper.
fn said_by_somebody(question: &Question) -> bool {
    super::changes::said(question.by.as_deref()).is_some()
}

/// Whether there is an answer, or the status says that there is.
#[must_use]
pub fn settled(question: &Question) -> bool {
    // Where the question is read in the second language, the words of the first stand there.
    let statuses = [question.status.as_deref(), question.in_second.get("status")];
    let told = statuses.into_iter().flatten().map(fold);
    let settles = |status: String| {
        matches!(
            status.as_str(),
            "accepted" | "answered" | "closed" | "done" | "not accepted" | "withdrawn"
        )
    };
    response(question).is_some() || told.into_iter().any(settles)
}

fn response(question: &Question) -> Option<&str> {
    let response = question.response.as_deref()?.trim();
    (!response.is_empty()).then_some(response)
}

fn status(language: Language, question: &Question) -> Option<String> {
    let status = super::changes::said(question.status.as_deref())?;
    Some(phrase::capital(&say::status(language, &status)))
}
