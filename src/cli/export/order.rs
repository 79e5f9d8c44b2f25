//! From options to an order.

use std::path::Path;

use super::choice::{LanguageArg, PagesArg, Style, SvgTextArg};
use super::{ExportArgs, View, refusal};
use crate::cli::failure::Failure;
use crate::cli::input;
use crate::export::SvgText;
use crate::model::{Project, StructureId};
use crate::publish::{DPI, Format, Setting, Subject, What};
use crate::scene::{Ink, Options, Pages, READABLE, Surround};

impl View {
    /// The word on the command line.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Diagram => "diagram",
            Self::Compare => "compare",
            Self::Overlay => "overlay",
            Self::Changes => "changes",
            Self::Members => "members",
            Self::Measures => "measures",
            Self::Pack => "pack",
            Self::Talk => "talk",
        }
    }

    /// What a file of this format holds of it: a file of tables holds those of the structures.
    pub(super) fn subject(self, format: Format) -> Subject {
        match self {
            Self::Talk => Subject::Talk,
            Self::Diagram if format.is_tables() => Subject::Tables,
            Self::Diagram => Subject::Diagram,
            Self::Compare => Subject::Compare,
            Self::Overlay => Subject::Overlay,
            Self::Changes => Subject::Changes,
            Self::Members => Subject::Members,
            Self::Measures => Subject::Measures,
            Self::Pack => Subject::Pack,
        }
    }
}

impl ExportArgs {
    pub(super) fn view(&self, format: Format) -> Result<View, Failure> {
        let two = "shows two structures: use --from and --to instead of --structure.";
        match self.view {
            None if self.pair.is_given() => Ok(View::Compare),
            // Slides of a whole project tell all of it.
            None if self.structure.is_none() && format == Format::Pptx => Ok(View::Talk),
            None => Ok(View::Diagram),
            Some(View::Diagram) if self.pair.is_given() => Err(Failure::usage(
                "--from and --to need --view compare or overlay; a diagram shows one --structure.",
            )),
            Some(view)
                if self.structure.is_some()
                    && !matches!(view, View::Diagram | View::Measures | View::Pack) =>
            {
                Err(Failure::usage(format!("--view {} {two}", view.word())))
            }
            Some(view) => Ok(view),
        }
    }

    /// The format that the name of the file says.
    pub(super) fn format(&self, path: &Path) -> Result<Format, Failure> {
        let ending = path.extension().and_then(|ending| ending.to_str());
        let format = ending.and_then(Format::of_extension).ok_or_else(|| {
            Failure::usage(format!(
                "The name of the file to write must end in {}: {}",
                refusal::endings(|_| true),
                path.display()
            ))
        })?;
        let text = match self.svg_text {
            Some(SvgTextArg::Live) => SvgText::Live,
            Some(SvgTextArg::Paths) | None => SvgText::Paths,
        };
        Ok(match format {
            Format::Svg(_) => Format::Svg(text),
            Format::Html(_) => Format::Html(text),
            Format::Png { .. } => Format::Png {
                dpi: self.dpi.unwrap_or(DPI),
            },
            other => other,
        })
    }

    /// The settings given, with their options.
    pub(super) fn given(&self) -> impl Iterator<Item = (Setting, &'static str)> {
        [
            (Setting::Slots, "--slots", self.places.given()),
            (Setting::Paper, "--paper", self.paper.is_some()),
            (
                Setting::Orientation,
                "--orientation",
                self.orientation.is_some(),
            ),
            (Setting::Dpi, "--dpi", self.dpi.is_some()),
            (Setting::Arrange, "--arrange", self.arrange.is_some()),
            (Setting::Pages, "--pages", self.pages.is_some()),
            (Setting::Tiers, "--tiers", self.tiers),
            (Setting::Reorder, "--reorder", self.reorder),
            (Setting::Ink, "--style", self.style.is_some()),
            (Setting::SvgText, "--svg-text", self.svg_text.is_some()),
            (Setting::Status, "--status", self.status.is_some()),
            (Setting::Date, "--no-date", self.no_date),
            (Setting::Title, "--no-title", self.no_title),
            (Setting::Legend, "--no-legend", self.no_legend),
            (Setting::Notes, "--no-notes", self.no_notes),
            (Setting::Footer, "--footer", self.footer.is_some()),
            (Setting::Floor, "--floor", self.floor.is_some()),
            (
                Setting::Language,
                "--language",
                self.language.unwrap_or_default() != LanguageArg::En,
            ),
        ]
        .into_iter()
        .filter_map(|(setting, option, given)| given.then_some((setting, option)))
    }

    pub(super) fn options(&self, subject: Subject) -> Result<Options, Failure> {
        let mut options = Options {
            paper: self.paper.unwrap_or_default(),
            orientation: self.orientation.unwrap_or_default().orientation(),
            ink: match self.style {
                Some(Style::Grey) => Ink::Grey,
                Some(Style::Mono) => Ink::Mono,
                Some(Style::Colour) | None => Ink::Colour,
            },
            pages: match self.pages {
                Some(PagesArg::Several) => Pages::Several,
                Some(PagesArg::One) | None => Pages::One,
            },
            surround: Surround {
                title: !self.no_title,
                status: self.status.clone(),
                date: !self.no_date,
                legend: !self.no_legend,
                notes: !self.no_notes,
                footer: self.footer.clone(),
            },
            floor: self.floor.unwrap_or(READABLE),
            languages: self.language.unwrap_or_default().languages(),
            tiers: self.tiers,
            reorder: self.reorder,
            ..Options::default()
        };
        self.arrange.unwrap_or_default().apply(&mut options);
        let beside = matches!(subject, Subject::Compare | Subject::Pack | Subject::Talk);
        // With several files it is enough that one has two structures.
        if beside || self.outputs.len() == 1 {
            self.places.apply(beside, &mut options)?;
        }
        Ok(options)
    }

    /// What is to be made, with its structures.
    pub(super) fn what(&self, subject: Subject, project: &Project) -> Result<What, Failure> {
        match subject {
            Subject::Diagram => Ok(What::Diagram(self.one(project)?)),
            Subject::Tables => Ok(What::Tables(self.all(project)?)),
            Subject::Measures if !self.pair.is_given() => {
                Ok(What::Measures(vec![self.one(project)?]))
            }
            // With one structure there is nothing to compare it with.
            Subject::Pack
                if self.structure.is_some()
                    || (project.structures.len() < 2 && !self.pair.is_given()) =>
            {
                Ok(What::Pack(self.one(project)?, None))
            }
            Subject::Talk if project.structures.len() < 2 => {
                Ok(What::Talk(self.all(project)?, None))
            }
            Subject::Talk => {
                let pair = input::pair(project, &self.pair)?;
                Ok(What::Talk(self.all(project)?, Some(pair)))
            }
            _ => {
                let (from, to) = input::pair(project, &self.pair)?;
                Ok(match subject {
                    Subject::Measures => What::Measures(vec![from, to]),
                    Subject::Overlay => What::Overlay(from, to),
                    Subject::Changes => What::Changes(from, to),
                    Subject::Members => What::Members(from, to),
                    Subject::Pack => What::Pack(from, Some(to)),
                    _ => What::Compare(from, to),
                })
            }
        }
    }

    fn one(&self, project: &Project) -> Result<StructureId, Failure> {
        let structure = input::structure(project, self.structure.as_ref())?;
        Ok(structure.id().clone())
    }

    /// The structure asked for, else all of them: lineage is told of two.
    fn all(&self, project: &Project) -> Result<Vec<StructureId>, Failure> {
        if self.structure.is_none() && !project.structures.is_empty() {
            return Ok(project.structures.iter().map(|s| s.id().clone()).collect());
        }
        Ok(vec![self.one(project)?])
    }
}
