//! What a picture is asked to be: paper, ink, theme, which links.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::theme::ThemeName;
use crate::geom::Size;
use crate::model::{Language, Link, LinkKindId, Project, Structure};
use crate::say::{self, Phrase};

/// Size in pt from which text on paper is easy to read.
pub const READABLE: f64 = 9.0;

/// Sheet of paper, or a slide.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Paper {
    /// 297 × 420 mm.
    A3,
    /// 210 × 297 mm.
    #[default]
    A4,
    /// 148 × 210 mm.
    A5,
    /// A slide of a presentation: 16:9, 960 × 540 pt, always across.
    Slide,
    /// As large as the drawing at full size.
    Fit,
    /// Any other sheet: width and height in mm, as it lies unless an orientation is asked for.
    Custom(u16, u16),
}

/// Which way the sheet lies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Orientation {
    /// Whichever prints larger.
    #[default]
    Auto,
    /// Long side across.
    Landscape,
    /// Long side up.
    Portrait,
}

/// Colours of the print.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ink {
    /// As in the theme.
    #[default]
    Colour,
    /// Greys of the same lightness.
    Grey,
    /// Black on white.
    Mono,
}

/// How bodies and links are arranged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Arrange {
    /// Every link as a line of its own, the hierarchy as a tree.
    #[default]
    Plain,
    /// Bodies in panels, like links as one line.
    Zoned,
    /// Whichever reads better.
    Auto,
}

/// On how many sheets a structure is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pages {
    /// One, however small it prints.
    #[default]
    One,
    /// As many as it takes for the text to be readable: cut at branches.
    Several,
}

/// The languages of pictures and their text versions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Languages {
    /// English, in which every project is written.
    #[default]
    English,
    /// The project's second language; names that it lacks stay English.
    Second,
    /// English, then the second one, everything in the same places.
    Both,
}

/// Where the bodies of two structures stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Slots {
    /// A body and its successor stand in the same place; places that one structure has not stay empty.
    #[default]
    Shared,
    /// Each structure by itself and without empty places, bodies in one order in both.
    Own,
}

/// Which links are drawn.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Kinds of link that are not drawn (in the window; exports draw all kinds).
    pub hidden: BTreeSet<LinkKindId>,
    /// Whether permissions ("may be tasked by") are drawn singly; else their number is in the notes.
    pub permissions: bool,
}

impl Filter {
    /// Whether a link is drawn.
    #[must_use]
    pub fn draws(&self, link: &Link) -> bool {
        !self.hidden.contains(&link.kind) && (self.permissions || !link.permission)
    }
}

/// What stands round a drawing on paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Surround {
    /// Whether the title block stands over it.
    pub title: bool,
    /// The status in the title block ("Draft for consultation"), in place of the structure's own;
    /// an empty one leaves it out.
    pub status: Option<String>,
    /// Whether the date stands in the title block.
    pub date: bool,
    /// Whether the key is there.
    pub legend: bool,
    /// Whether the notes are there.
    pub notes: bool,
    /// Words at the foot of the sheet.
    pub footer: Option<String>,
}

impl Default for Surround {
    fn default() -> Self {
        Self {
            title: true,
            status: None,
            date: true,
            legend: true,
            notes: true,
            footer: None,
        }
    }
}

/// What a picture is asked to be.
#[derive(Clone, Debug, PartialEq)]
pub struct Options {
    /// Sheet of paper.
    pub paper: Paper,
    /// Which way it lies.
    pub orientation: Orientation,
    /// Light or dark; exports use the light one.
    pub theme: ThemeName,
    /// Colours of the print.
    pub ink: Ink,
    /// Whether title, key and notes stand on the page.
    pub furniture: bool,
    /// Which of them, and in which words.
    pub surround: Surround,
    /// The least size of text in pt that is wanted: a structure is cut into several pages, and a
    /// warning is given, where it would be smaller.
    pub floor: f64,
    /// Which links are drawn.
    pub filter: Filter,
    /// How a single structure is arranged; two structures are always plain.
    pub arrange: Arrange,
    /// Where the bodies of two structures stand.
    pub slots: Slots,
    /// On how many sheets a single structure is drawn.
    pub pages: Pages,
    /// Whether the bodies of one tier stand in a band across the drawing; plain arrangements only.
    pub tiers: bool,
    /// Whether siblings may change places where lines cross less; else they stand as typed. The
    /// bodies of two structures always do.
    pub reorder: bool,
    /// The languages in which it is drawn.
    pub languages: Languages,
    /// The same project read in the other language, where pictures in both stand in the same
    /// places: cards, title, key and notes take the room that both need.
    pub twin: Option<Arc<Project>>,
    /// Collective links that are drawn as single lines, by their ids.
    pub opened: BTreeSet<String>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            paper: Paper::A4,
            orientation: Orientation::Auto,
            theme: ThemeName::Light,
            ink: Ink::Colour,
            furniture: true,
            surround: Surround::default(),
            floor: READABLE,
            filter: Filter::default(),
            arrange: Arrange::default(),
            slots: Slots::default(),
            pages: Pages::default(),
            tiers: false,
            reorder: false,
            languages: Languages::default(),
            twin: None,
            opened: BTreeSet::new(),
        }
    }
}

impl Options {
    /// The note that tells which names of these structures stay in English.
    pub(super) fn missing(project: &Project, structures: &[&Structure]) -> Option<String> {
        /// So many are named, the others counted.
        const NAMED: usize = 8;
        if project.language == Language::English {
            return None;
        }
        let mut names: Vec<&str> = Vec::new();
        for structure in structures {
            for name in project.without_second(structure) {
                if !names.contains(&name) {
                    names.push(name);
                }
            }
        }
        let (named, more) = names.split_at(names.len().min(NAMED));
        let listed = say::list(project.language, named);
        let listed = match more.len() {
            _ if named.is_empty() => return None,
            0 => listed,
            more => {
                let (listed, more) = (named.join(", "), more.to_string());
                say::with(project.language, Phrase::AndMore, &[&listed, &more])
            }
        };
        Some(say::with(project.language, Phrase::MissingNote, &[&listed]))
    }
}

impl Paper {
    /// All of them, the usual one first.
    pub const ALL: [Self; 5] = [Self::A4, Self::A3, Self::A5, Self::Slide, Self::Fit];

    /// What people call it.
    #[must_use]
    pub fn name(self) -> String {
        match self {
            Self::A3 => "A3".to_owned(),
            Self::A4 => "A4".to_owned(),
            Self::A5 => "A5".to_owned(),
            Self::Slide => "a slide".to_owned(),
            Self::Fit => "a sheet made to fit".to_owned(),
            Self::Custom(w, h) => format!("{w} × {h} mm"),
        }
    }

    /// Short and long side in pt; `None` for a sheet made to fit.
    #[must_use]
    pub fn sides(self) -> Option<(f64, f64)> {
        let mm = |short: f64, long: f64| Some((short / 25.4 * 72.0, long / 25.4 * 72.0));
        let custom = |a: u16, b: u16| mm(f64::from(a.min(b)), f64::from(a.max(b)));
        match self {
            Self::A3 => mm(297.0, 420.0),
            Self::A4 => mm(210.0, 297.0),
            Self::A5 => mm(148.0, 210.0),
            Self::Slide => Some((540.0, 960.0)),
            Self::Fit => None,
            Self::Custom(w, h) => custom(w, h),
        }
    }

    /// The sheets to try: one, or both ways for `Auto`; none for a sheet made to fit.
    #[must_use]
    pub fn sheets(self, orientation: Orientation) -> Vec<Size> {
        let Some((short, long)) = self.sides() else {
            return Vec::new();
        };
        let (landscape, portrait) = (Size::new(long, short), Size::new(short, long));
        match orientation {
            _ if self == Self::Slide => vec![landscape],
            // Who gives width and height has said how it lies.
            Orientation::Auto if let Self::Custom(w, h) = self => {
                vec![if w >= h { landscape } else { portrait }]
            }
            Orientation::Auto => vec![landscape, portrait],
            Orientation::Landscape => vec![landscape],
            Orientation::Portrait => vec![portrait],
        }
    }
}
