//! What may be chosen for a picture: sheet, arrangement, colours.

use clap::ValueEnum;

use crate::cli::failure::Failure;
use crate::scene::{self, Languages, Options, Orientation, Paper};

/// The least and the greatest side of a sheet in mm.
const SIDES: std::ops::RangeInclusive<u16> = 50..=2000;

/// A sheet of paper: "a4", "fit", "297x210".
pub(in crate::cli) fn paper(text: &str) -> Result<Paper, String> {
    match text.to_ascii_lowercase().as_str() {
        "a3" => return Ok(Paper::A3),
        "a4" => return Ok(Paper::A4),
        "a5" => return Ok(Paper::A5),
        "slide" => return Ok(Paper::Slide),
        "fit" => return Ok(Paper::Fit),
        _ => {}
    }
    let side = |text: &str| {
        let mm = text.trim().parse::<u16>().ok();
        mm.filter(|mm| SIDES.contains(mm))
    };
    let sides = text.split_once(['x', 'X', '×']);
    let sides = sides.and_then(|(w, h)| Some((side(w)?, side(h)?)));
    let (w, h) = sides.ok_or_else(|| {
        format!(
            "a sheet is a4, a3, a5, slide, fit, or its width and height in mm from {} to {}, as in 297x210",
            SIDES.start(),
            SIDES.end()
        )
    })?;
    Ok(Paper::Custom(w, h))
}

/// The least size of text in pt.
pub(super) fn floor(text: &str) -> Result<f64, String> {
    let size = text.parse::<f64>().ok();
    let size = size.filter(|size| (1.0..=30.0).contains(size));
    size.ok_or_else(|| "a size in pt from 1 to 30".to_owned())
}

/// Which way a sheet lies.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub(in crate::cli) enum OrientationArg {
    /// Long side across.
    Landscape,
    /// Long side up.
    Portrait,
    /// Whichever prints larger.
    #[default]
    Auto,
}

/// How bodies and links are arranged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum Arrange {
    /// Plain or zoned, as reads best; permissions are counted in the notes.
    #[default]
    Auto,
    /// Every link singly, permissions too.
    Plain,
    /// Bodies in panels, like links as one line.
    Zoned,
}

/// On how many sheets one structure is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum PagesArg {
    /// One sheet.
    One,
    /// Cut at branches when the text would be too small: OUT, OUT-2 and so on, or the pages of a PDF.
    Several,
}

/// In which languages names and words stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum LanguageArg {
    /// English.
    #[default]
    En,
    /// Welsh; names without a Welsh one stay in English.
    Cy,
    /// English, then Welsh.
    Both,
}

impl LanguageArg {
    /// As the pictures know it.
    pub(in crate::cli) fn languages(self) -> Languages {
        match self {
            Self::En => Languages::English,
            Self::Cy => Languages::Second,
            Self::Both => Languages::Both,
        }
    }
}

/// Colours of the print.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum Style {
    /// Colours.
    Colour,
    /// Greys.
    Grey,
    /// Black on white.
    Mono,
}

/// How text stands in an SVG.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum SvgTextArg {
    /// As outlines: looks the same everywhere.
    Paths,
    /// As text: can be searched.
    Live,
}

impl Arrange {
    /// Sets how single structures are drawn.
    pub(in crate::cli) fn apply(self, options: &mut Options) {
        options.filter.permissions = self == Self::Plain;
        options.arrange = match self {
            Self::Auto => scene::Arrange::Auto,
            Self::Plain => scene::Arrange::Plain,
            Self::Zoned => scene::Arrange::Zoned,
        };
    }

    /// Zones and shared places have orders of their own.
    pub(in crate::cli) fn for_reorder(self, pair: bool) -> Result<(), Failure> {
        if pair || self == Self::Zoned {
            return Err(Failure::usage(
                "--reorder is for the plain arrangement of one structure: zones and two structures side by side have an order of their own.",
            ));
        }
        Ok(())
    }

    /// Tiers are bands of the plain arrangement of one structure.
    pub(in crate::cli) fn for_tiers(self, pair: bool) -> Result<(), Failure> {
        if pair {
            return Err(Failure::usage(
                "--tiers is for one structure: two structures stand in shared places without bands.",
            ));
        }
        if self == Self::Zoned {
            return Err(Failure::usage(
                "--tiers is for the plain arrangement: zones have panels of their own. Use --arrange plain or auto.",
            ));
        }
        Ok(())
    }

    /// Two structures in shared places are always plain.
    pub(in crate::cli) fn for_pair(self) -> Result<(), Failure> {
        if self == Self::Zoned {
            return Err(Failure::usage(
                "Two structures stand in shared places without zones: use --arrange auto or plain.",
            ));
        }
        Ok(())
    }
}

impl OrientationArg {
    pub(in crate::cli) fn orientation(self) -> Orientation {
        match self {
            Self::Landscape => Orientation::Landscape,
            Self::Portrait => Orientation::Portrait,
            Self::Auto => Orientation::Auto,
        }
    }
}
