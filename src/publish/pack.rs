//! The pack for a committee: front page, charts, changes, seats and meetings, steps, questions,
//! rules, terms of reference, acronyms. What the project does not state has no section.

use super::content::Desk;
use super::{Format, PublishError, What};
use crate::compare::{Comparison, compare};
use crate::export::{self, OtherLanguage, Part, Publication, UPRIGHT_COLUMNS};
use crate::model::{Language, StructureId};
use crate::report::{
    Binder, Block, Content, Document, acronyms_document, front_document, measures_document,
    plan_document, questions_document, rules_document, schedule_document, seats_document,
    terms_document,
};
use crate::say::Label;

/// What a section is called, what it holds, and whether a reader would miss it.
type Section = (Label, Document, Option<Label>);

impl Desk<'_> {
    /// The pack of one structure, or of two.
    pub(super) fn pack(
        &mut self,
        from: &StructureId,
        to: Option<&StructureId>,
        date: Option<String>,
    ) -> Result<Publication, PublishError> {
        let mut structures = vec![from];
        structures.extend(to);
        let charts = self.charts(from, to)?;
        self.tell(super::Progress::Words)?;
        let comparison = match to {
            Some(to) => Some(compare(self.project, from, to)?),
            None => None,
        };
        let language = self.project.language;
        let mut binder = Binder::default();
        let (mut sections, mut missing) = (Vec::new(), Vec::new());
        for (heading, document, absent) in self.sections(&structures, comparison.as_ref()) {
            match binder.section(heading.in_language(language), document) {
                Some(section) => sections.push(section),
                None => missing.extend(absent.map(|absent| absent.in_language(language))),
            }
        }
        let mut contents = contents(language, self.order.format, &charts, &sections);
        let sheets = sections.into_iter().flat_map(by_width);
        let parts: Vec<Part> = charts.into_iter().chain(sheets.map(Part::Words)).collect();
        let bind = |contents: &[Content]| {
            let front = front_document(
                self.project,
                &structures,
                comparison.as_ref(),
                self.order.options.surround.status.as_deref(),
                contents,
                &missing,
            );
            let (title, tag) = (front.title.clone(), front.language);
            let front = std::iter::once(Part::Words(front));
            Publication {
                title,
                language: tag,
                date: date.clone(),
                parts: front.chain(parts.iter().cloned()).collect(),
                other: OtherLanguage::default(),
            }
        };
        if self.order.format != Format::Pdf {
            return Ok(bind(&contents));
        }
        // The contents take as many rows whatever the numbers in them are.
        contents
            .iter_mut()
            .for_each(|content| content.page = Some(100));
        let headings = export::pdf_headings(&bind(&contents));
        // Two charts may have one title, so each heading is looked for after the one before it; the
        // first is that of the front page.
        let mut rest = headings.iter().skip(1);
        for content in &mut contents {
            let wanted = spaced(&content.heading);
            let found = rest.clone().position(|h| spaced(&h.words) == wanted);
            content.page = found.and_then(|at| rest.nth(at)).map(|h| h.page);
        }
        Ok(bind(&contents))
    }

    /// Each structure, then both side by side.
    fn charts(
        &mut self,
        from: &StructureId,
        to: Option<&StructureId>,
    ) -> Result<Vec<Part>, PublishError> {
        let mut whats = vec![What::Diagram(from.clone())];
        if let Some(to) = to {
            whats.push(What::Diagram(to.clone()));
            whats.push(What::Compare(from.clone(), to.clone()));
        }
        let mut parts = Vec::new();
        for what in whats {
            parts.push(Part::Picture {
                scene: Box::new(self.draw(&what)?),
                words: Box::new(self.in_words(&what)?),
            });
        }
        Ok(parts)
    }

    fn sections(
        &self,
        structures: &[&StructureId],
        comparison: Option<&Comparison>,
    ) -> Vec<Section> {
        let project = self.project;
        let mut out: Vec<Section> = Vec::new();
        match comparison {
            Some(comparison) => {
                let schedule = schedule_document(project, comparison);
                out.push((Label::WhatChanges, schedule, Some(Label::MissingChanges)));
                let seats = seats_document(project, comparison);
                out.push((Label::SeatsAndMeetings, seats, Some(Label::MissingSeats)));
            }
            None => {
                let measures = measures_document(project, structures);
                out.push((Label::BodiesSeatsAndMeetings, measures, None));
            }
        }
        let plan = plan_document(project, structures);
        out.push((Label::StepsOfTransition, plan, Some(Label::MissingSteps)));
        let questions = questions_document(project, structures);
        out.push((
            Label::QuestionsAndComments,
            questions,
            Some(Label::MissingQuestions),
        ));
        let rules = rules_document(project, structures);
        out.push((Label::RulesOfPartnership, rules, Some(Label::MissingRules)));
        if let Some(last) = structures.last() {
            let terms = terms_document(project, last);
            out.push((Label::TermsOfReference, terms, Some(Label::MissingTerms)));
        }
        let acronyms = acronyms_document(project, structures);
        out.push((Label::Acronyms, acronyms, None));
        out
    }
}

/// With one blank between words, as drawn rows have it.
fn spaced(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The headings of what follows the front page.
fn contents(
    language: Language,
    format: Format,
    charts: &[Part],
    sections: &[Document],
) -> Vec<Content> {
    let chart = |part: &Part| match part {
        Part::Picture { scene, .. } => scene.title.clone(),
        Part::Words(document) => document.title.clone(),
    };
    let numbered = sections.iter().zip(1..);
    let numbered = numbered.map(|(section, number)| format!("{number} {}", section.title));
    let headings = charts.iter().map(chart).chain(numbered);
    // In Markdown the words stand where the pictures would.
    let annex = (format != Format::Markdown)
        .then(|| export::text_versions_heading(charts.len(), language).to_owned());
    headings
        .chain(annex)
        .map(|heading| Content {
            heading,
            page: None,
        })
        .collect()
}

/// A section in pieces: wide tables lie across by themselves, so that the rest can stand upright.
fn by_width(section: Document) -> Vec<Document> {
    let (title, language) = (section.title, section.language);
    let mut pieces: Vec<(bool, Vec<Block>)> = Vec::new();
    for unit in units(section.blocks) {
        let wide = unit.iter().any(|block| match block {
            Block::Table(table) => table.columns.len() > UPRIGHT_COLUMNS,
            _ => false,
        });
        match pieces.last_mut() {
            Some((same, blocks)) if *same == wide => blocks.extend(unit),
            _ => pieces.push((wide, unit)),
        }
    }
    let document = |(_, blocks)| Document {
        title: title.clone(),
        language,
        blocks,
    };
    pieces.into_iter().map(document).collect()
}

/// Headings with what stands under them.
fn units(blocks: Vec<Block>) -> Vec<Vec<Block>> {
    let is_heading = |block: &Block| matches!(block, Block::Heading { .. });
    let mut out: Vec<Vec<Block>> = Vec::new();
    for block in blocks {
        let begins =
            is_heading(&block) && out.last().is_some_and(|unit| !unit.iter().all(is_heading));
        match out.last_mut() {
            Some(unit) if !begins => unit.push(block),
            _ => out.push(vec![block]),
        }
    }
    out
}
