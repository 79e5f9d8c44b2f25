//! What may be chosen for a picture: sheet, arrangement, colours.

use clap::ValueEnum;

use crate::cli::failure::Failure;
use crate::scene::{self, Options, Orientation, Paper};

/// A sheet of paper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum PaperArg {
    /// 210 × 297 mm.
    #[default]
    A4,
    /// 297 × 420 mm.
    A3,
    /// 148 × 210 mm.
    A5,
    /// A slide of 16:9, 960 × 540 pt, always across.
    Slide,
    /// As large as the drawing.
    Fit,
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

impl PaperArg {
    pub(in crate::cli) fn paper(self) -> Paper {
        match self {
            Self::A4 => Paper::A4,
            Self::A3 => Paper::A3,
            Self::A5 => Paper::A5,
            Self::Slide => Paper::Slide,
            Self::Fit => Paper::Fit,
        }
    }
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
