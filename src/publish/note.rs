//! What a person should know of a file that was made.

use std::fmt;

use super::{Format, Subject, one_sheet};
use crate::model::Language;
use crate::scene::{Arrange, Options, Page, Pages, Paper, Scene};

/// Something worth knowing.
#[derive(Clone, Debug, PartialEq)]
pub enum Note {
    /// What is to be said of one chart of several.
    Of {
        /// The title of the chart.
        chart: String,
        /// What is to be said of it.
        note: Box<Note>,
    },
    /// Names that are not given in the second language and stay in English.
    Untranslated {
        /// The second language.
        language: Language,
        /// The names.
        names: Vec<String>,
        /// How many other texts there are without one.
        texts: usize,
    },
    /// Text prints smaller than is easy to read.
    SmallText {
        /// Its size in pt.
        size: f64,
        /// The size that it should have.
        least: f64,
        /// The sheet that it is on.
        paper: Paper,
        /// A sheet on which it would be large enough.
        larger: Paper,
        /// Whether several pages would help too.
        several: bool,
    },
    /// Text on a slide is too small for a room; a slide is as large as it is.
    SmallOnSlide {
        /// Its size in pt.
        size: f64,
        /// The size that it should have.
        least: f64,
    },
    /// More bodies stand on a sheet than can be taken in.
    Crowded {
        /// How many.
        bodies: usize,
        /// The sheet.
        paper: Paper,
        /// Whether several pages would help.
        several: bool,
    },
    /// Lines cross so often that they are hard to follow.
    Tangled {
        /// How often.
        crossings: usize,
        /// Among how many lines.
        lines: usize,
        /// Whether the picture could be drawn in zones instead.
        zones: bool,
    },
}

/// As many bodies can be taken in on a sheet of A4.
const MANY: f64 = 60.0;
/// Area of A4 in square pt.
const A4: f64 = 595.3 * 841.9;

impl Eq for Note {}

impl Note {
    /// What is to be said of a picture.
    pub(super) fn of(
        subject: Subject,
        format: Format,
        options: &Options,
        scene: &Scene,
    ) -> Vec<Self> {
        let small = if format == Format::Pptx {
            Self::small_on_slide(options, scene)
        } else {
            Self::small_text(subject, options, scene)
        };
        let pages = scene.pages.iter();
        let worst = pages
            .filter_map(|page| Self::tangled(subject, options, page))
            .next();
        let crowded = scene
            .pages
            .iter()
            .find_map(|page| Self::crowded(subject, options, page));
        small.into_iter().chain(crowded).chain(worst).collect()
    }

    fn too_small(options: &Options, scene: &Scene) -> Option<f64> {
        let small = |size: &f64| *size < options.floor - 0.05;
        scene.smallest_text().filter(small)
    }

    fn small_on_slide(options: &Options, scene: &Scene) -> Option<Self> {
        let size = Self::too_small(options, scene)?;
        let least = options.floor;
        Some(Self::SmallOnSlide { size, least })
    }

    /// Whether text prints too small, and what would help.
    fn small_text(subject: Subject, options: &Options, scene: &Scene) -> Option<Self> {
        let least = options.floor;
        let size = Self::too_small(options, scene)?;
        let larger = match options.paper {
            // One size up prints about 1.41 times as large.
            Paper::A5 if size * 2.0_f64.sqrt() >= least => Paper::A4,
            Paper::A4 if size * 2.0_f64.sqrt() >= least => Paper::A3,
            Paper::A3 | Paper::A4 | Paper::A5 | Paper::Slide | Paper::Custom(..) => Paper::Fit,
            Paper::Fit => return None,
        };
        let one = one_sheet(subject, options).is_some();
        Some(Self::SmallText {
            size,
            least,
            paper: options.paper,
            larger,
            several: options.pages == Pages::One && !one,
        })
    }

    /// Whether a sheet holds more than sixty bodies for each A4 of it.
    fn crowded(subject: Subject, options: &Options, page: &Page) -> Option<Self> {
        let bodies = page.bodies();
        let many = MANY * (page.size.area() / A4).max(0.25);
        #[expect(clippy::cast_precision_loss, reason = "there are few bodies")]
        let too_many = options.paper != Paper::Fit && bodies as f64 > many;
        too_many.then_some(Self::Crowded {
            bodies,
            paper: options.paper,
            several: options.pages == Pages::One && one_sheet(subject, options).is_none(),
        })
    }

    /// Whether lines cross at more than half as many places as there are lines.
    fn tangled(subject: Subject, options: &Options, page: &Page) -> Option<Self> {
        let (crossings, lines) = (page.crossings(), page.lines());
        (2 * crossings > lines).then_some(Self::Tangled {
            crossings,
            lines,
            zones: subject == Subject::Diagram && options.arrange == Arrange::Plain,
        })
    }
}

impl Note {
    /// What is said, of whichever chart.
    #[must_use]
    pub fn said(&self) -> &Self {
        match self {
            Self::Of { note, .. } => note.said(),
            other => other,
        }
    }

    /// The same of one chart of several.
    pub(super) fn of_chart(self, chart: &str) -> Self {
        Self::Of {
            chart: chart.to_owned(),
            note: Box::new(self),
        }
    }

    /// The sentence of a note whose remedy is the same everywhere; none of small text on paper.
    fn without_choice(&self) -> String {
        match self {
            Self::SmallText { .. } => String::new(),
            Self::Of { chart, note } => match note.without_choice() {
                words if words.is_empty() => words,
                words => of_chart(chart, &words),
            },
            Self::Untranslated {
                language,
                names,
                texts,
            } => untranslated(*language, names, *texts),
            Self::SmallOnSlide { size, least } => format!(
                "The smallest text of a slide has {size:.1} pt, and {least} pt is the least for easy reading: hand the drawing out on paper too."
            ),
            Self::Crowded {
                bodies,
                paper,
                several,
            } => {
                let remedy = match (paper, several) {
                    (Paper::Slide, true) => "on several slides they can be read",
                    (Paper::Slide, false) => "hand the drawing out on paper too",
                    (_, true) => "a larger sheet or several pages help",
                    (_, false) => "a larger sheet helps",
                };
                format!(
                    "{bodies} bodies on {} are more than a reader can take in: {remedy}.",
                    paper.name()
                )
            }
            Self::Tangled {
                crossings,
                lines,
                zones,
            } => {
                let told =
                    format!("{lines} lines cross at {crossings} places and are hard to follow.");
                match zones {
                    true => format!("{told} In zones fewer lines are drawn."),
                    false => told,
                }
            }
        }
    }
}

/// "Chart “Proposed”: text is small."
pub(crate) fn of_chart(chart: &str, words: &str) -> String {
    format!("Chart “{chart}”: {words}")
}

/// "12 names and 3 other texts have no Welsh and stay in English: …"
fn untranslated(language: Language, names: &[String], texts: usize) -> String {
    let count = |n: usize, one: &str| match n {
        0 => None,
        1 => Some(format!("1 {one}")),
        n => Some(format!("{n} {one}s")),
    };
    let other = if names.is_empty() {
        "text"
    } else {
        "other text"
    };
    let told = [count(names.len(), "name"), count(texts, other)];
    let told: Vec<String> = told.into_iter().flatten().collect();
    let (have, stay) = match names.len() + texts {
        1 => ("has", "stays"),
        _ => ("have", "stay"),
    };
    let which = match names {
        [] => String::new(),
        names => format!(": {}", names.join("; ")),
    };
    format!(
        "{} {have} no {} and {stay} in English{which}.",
        told.join(" and "),
        language.name(),
    )
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self::SmallText {
            size,
            least,
            paper,
            larger,
            several,
        } = self
        else {
            return match self {
                Self::Of { chart, note } => write!(f, "{}", of_chart(chart, &note.to_string())),
                other => write!(f, "{}", other.without_choice()),
            };
        };
        let remedy = match larger {
            Paper::Fit => "On a sheet made to fit all text has its full size".to_owned(),
            larger => format!("On {} it prints larger", larger.name()),
        };
        let or = if *several {
            ", or on several pages"
        } else {
            ""
        };
        write!(
            f,
            "The smallest text prints at {size:.1} pt on {}; {least} pt is the least for easy reading. {remedy}{or}.",
            paper.name()
        )
    }
}
