//! The formats of files: what each is called, what it holds, which settings it heeds.
//!
//! A new format is a name in [`Format`], a row in [`Format::facts`] and an arm in
//! `printing::print`.

use super::Subject;
use crate::export::SvgText;
use crate::scene::{Arrange, Languages, Options, Paper};

/// Dots per inch when none are asked for.
pub const DPI: u32 = 300;

/// The format of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Tagged pages.
    Pdf,
    /// A paper to write on.
    Docx,
    /// Slides of shapes that can be edited.
    Pptx,
    /// A picture of shapes; its text as outlines or as text.
    Svg(SvgText),
    /// A picture of dots.
    Png {
        /// Dots per inch.
        dpi: u32,
    },
    /// A web page; text of pictures as outlines or as text.
    Html(SvgText),
    /// Words with plain marks.
    Markdown,
    /// Tables, one after another.
    Csv,
    /// Tables on sheets.
    Xlsx,
    /// A structure for draw.io.
    DrawIo,
    /// A structure for yEd and Gephi.
    GraphMl,
    /// A structure for Graphviz.
    Dot,
    /// A structure for Mermaid.
    Mermaid,
}

/// What sort of file it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    /// One drawing, a file for each page.
    Picture,
    /// Pictures, words and tables.
    Paper,
    /// Pictures one after another.
    Slides,
    /// Words and tables.
    Words,
    /// Tables alone.
    Tables,
    /// One structure as data.
    Chart,
}

/// What is said of a format.
struct Facts {
    extension: &'static str,
    name: &'static str,
    sort: Sort,
}

/// Something that may be chosen for a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    /// Where the bodies of two structures stand.
    Slots,
    /// The sheet.
    Paper,
    /// Which way it lies.
    Orientation,
    /// Dots per inch.
    Dpi,
    /// Plain or in zones.
    Arrange,
    /// One sheet or several.
    Pages,
    /// Bands of tiers.
    Tiers,
    /// Whether siblings may change places.
    Reorder,
    /// Colours, greys, black.
    Ink,
    /// Text as outlines or as text.
    SvgText,
    /// Whether the title block is there.
    Title,
    /// The status in it.
    Status,
    /// The date in it.
    Date,
    /// Whether the key is there.
    Legend,
    /// Whether the notes are there.
    Notes,
    /// Words at the foot of the sheet.
    Footer,
    /// The least size of text.
    Floor,
    /// English, the second language, or both.
    Language,
}

/// A format that does not hold what is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Misfit {
    /// Words and tables for a picture.
    #[error("{} holds a picture, and {} is words and tables.", .0.name(), .1.name())]
    Told(Format, Subject),
    /// A drawing for a file of tables.
    #[error("{} holds tables, and {} is drawn.", .0.name(), .1.name())]
    Drawn(Format, Subject),
    /// One drawing of two structures has no words of its own.
    #[error("{} holds words, and {} is drawn. The schedule of changes tells the same in words.", .0.name(), .1.name())]
    NoWords(Format, Subject),
    /// A paper for a file of pictures or of tables.
    #[error("{} cannot hold {}: it is a paper of words, pictures and tables.", .0.name(), .1.name())]
    Paper(Format, Subject),
    /// Slides for anything but slides.
    #[error("{} cannot hold {}.", .0.name(), .1.name())]
    Talk(Format, Subject),
    /// The project is written in one language.
    #[error(
        "The project has no second language. Set it to Welsh (cy) in the details of the project first."
    )]
    NoSecondLanguage,
    /// Words that the program has in English alone.
    #[error("{} as {} is written in English only.", capital(.1.name()), .0.name())]
    EnglishOnly(Format, Subject),
    /// A picture of changes with its words.
    #[error("{} holds the changes in words, which are written in English only. A picture (SVG or PNG) can be in Welsh.", .0.name())]
    EnglishChanges(Format, Subject),
    /// A file with one language.
    #[error("{} holds one language: make a file for each.", .0.name())]
    OneLanguage(Format),
    /// What cannot stand in the same places in both languages.
    #[error("{0}: make a file for each language.")]
    BothOf(&'static str),
    /// More than one structure for a program that draws one.
    #[error("{} holds one structure, not {}.", .0.name(), .1.name())]
    OneStructure(Format, Subject),
}

impl Format {
    /// All of them, the usual ones first.
    pub const ALL: [Self; 13] = [
        Self::Pdf,
        Self::Docx,
        Self::Pptx,
        Self::Svg(SvgText::Paths),
        Self::Png { dpi: DPI },
        Self::Html(SvgText::Paths),
        Self::Markdown,
        Self::Csv,
        Self::Xlsx,
        Self::DrawIo,
        Self::GraphMl,
        Self::Dot,
        Self::Mermaid,
    ];

    fn facts(self) -> Facts {
        let (extension, name, sort) = match self {
            Self::Pdf => ("pdf", "PDF", Sort::Paper),
            Self::Docx => ("docx", "Word", Sort::Paper),
            Self::Pptx => ("pptx", "PowerPoint", Sort::Slides),
            Self::Svg(_) => ("svg", "Picture for print and web (SVG)", Sort::Picture),
            Self::Png { .. } => ("png", "Picture for slides and mail (PNG)", Sort::Picture),
            Self::Html(_) => ("html", "Web page (HTML)", Sort::Paper),
            Self::Markdown => ("md", "Plain text (Markdown)", Sort::Words),
            Self::Csv => ("csv", "Tables (CSV)", Sort::Tables),
            Self::Xlsx => ("xlsx", "Tables (Excel)", Sort::Tables),
            Self::DrawIo => ("drawio", "draw.io", Sort::Chart),
            Self::GraphMl => ("graphml", "GraphML, for yEd and Gephi", Sort::Chart),
            Self::Dot => ("dot", "DOT, for Graphviz", Sort::Chart),
            Self::Mermaid => ("mmd", "Mermaid", Sort::Chart),
        };
        Facts {
            extension,
            name,
            sort,
        }
    }

    /// What names of its files end in, without the dot.
    #[must_use]
    pub fn extension(self) -> &'static str {
        self.facts().extension
    }

    /// The format of files whose names end so, in its usual form.
    #[must_use]
    pub fn of_extension(extension: &str) -> Option<Self> {
        let all = Self::ALL.into_iter();
        let mut like = all.filter(|format| format.extension().eq_ignore_ascii_case(extension));
        like.next()
    }

    /// What people call it: "Web page (HTML)".
    #[must_use]
    pub fn name(self) -> &'static str {
        self.facts().name
    }

    /// Whether it is one structure as data for another program.
    #[must_use]
    pub fn is_chart(self) -> bool {
        self.facts().sort == Sort::Chart
    }

    /// Whether it holds tables and nothing else.
    #[must_use]
    pub fn is_tables(self) -> bool {
        self.facts().sort == Sort::Tables
    }

    /// Whether it can hold this.
    ///
    /// # Errors
    /// [`Misfit`], a sentence that says why not.
    pub fn holds(self, subject: Subject) -> Result<(), Misfit> {
        match self.facts().sort {
            Sort::Picture | Sort::Tables if subject == Subject::Pack => {
                Err(Misfit::Paper(self, subject))
            }
            Sort::Slides if subject == Subject::Talk => Ok(()),
            _ if subject == Subject::Talk => Err(Misfit::Talk(self, subject)),
            Sort::Slides if subject == Subject::Pack => Err(Misfit::Paper(self, subject)),
            Sort::Picture | Sort::Slides if !subject.is_drawn() => Err(Misfit::Told(self, subject)),
            Sort::Words if subject == Subject::Overlay => Err(Misfit::NoWords(self, subject)),
            Sort::Tables if subject.is_drawn() => Err(Misfit::Drawn(self, subject)),
            Sort::Chart if subject != Subject::Diagram => Err(Misfit::OneStructure(self, subject)),
            _ => Ok(()),
        }
    }

    /// Whether a setting can change anything in such a file at all.
    #[must_use]
    pub fn heeds(self, setting: Setting, subject: Subject) -> bool {
        if setting == Setting::Language {
            return self.speaks(subject).is_ok();
        }
        match self.facts().sort {
            Sort::Words | Sort::Tables => false,
            // Data has places, but no page.
            Sort::Chart => {
                self != Self::Mermaid
                    && matches!(
                        setting,
                        Setting::Paper | Setting::Orientation | Setting::Tiers | Setting::Reorder
                    )
            }
            // A slide has its size, and its text can always be edited.
            Sort::Slides => {
                subject.has_pictures()
                    && !matches!(
                        setting,
                        Setting::Dpi | Setting::SvgText | Setting::Paper | Setting::Orientation
                    )
            }
            Sort::Picture | Sort::Paper => {
                subject.has_pictures()
                    && match setting {
                        Setting::Dpi => matches!(self, Self::Png { .. }),
                        Setting::SvgText => matches!(self, Self::Svg(_) | Self::Html(_)),
                        _ => true,
                    }
            }
        }
    }
}

impl Setting {
    /// Whether it changes anything, given the other options.
    #[must_use]
    pub fn means(self, format: Format, subject: Subject, options: &Options) -> bool {
        let pair = matches!(subject, Subject::Compare | Subject::Overlay);
        format.heeds(self, subject)
            && match self {
                Self::Slots => matches!(subject, Subject::Compare | Subject::Pack | Subject::Talk),
                Self::Arrange => !pair,
                Self::Tiers | Self::Reorder => !pair && options.arrange != Arrange::Zoned,
                Self::Pages => one_sheet(subject, options).is_none(),
                Self::Orientation => !matches!(options.paper, Paper::Fit | Paper::Slide),
                Self::Status | Self::Date => options.surround.title,
                // Charts of a pack are found by their titles.
                Self::Title => subject != Subject::Pack && format != Format::Pptx,
                Self::Paper
                | Self::Dpi
                | Self::Ink
                | Self::SvgText
                | Self::Legend
                | Self::Notes
                | Self::Footer
                | Self::Floor
                | Self::Language => true,
            }
    }
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next();
    first.map_or_else(String::new, |c| c.to_uppercase().chain(chars).collect())
}

/// Why a picture is never cut into several sheets; `None` where it can be.
#[must_use]
pub fn one_sheet(subject: Subject, options: &Options) -> Option<&'static str> {
    match (subject, options.arrange, options.paper) {
        _ if options.languages == Languages::Both => {
            Some("Pictures in both languages stand on one sheet")
        }
        _ if options.tiers => Some("Bands of tiers stand on one sheet"),
        (Subject::Compare | Subject::Overlay, ..) => Some("Two structures stand on one sheet"),
        (_, Arrange::Zoned, _) => Some("Zones stand on one sheet"),
        (_, _, Paper::Fit) => Some("A sheet made to fit is always one"),
        (Subject::Talk, ..) => Some("Every structure of a talk stands on one slide"),
        _ => None,
    }
}
