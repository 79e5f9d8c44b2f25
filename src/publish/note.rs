//! What a person should know of a file that was made.

use std::fmt;

use super::{Subject, one_sheet};
use crate::model::Language;
use crate::scene::{Options, Pages, Paper, Scene};

/// Something worth knowing.
#[derive(Clone, Debug, PartialEq)]
pub enum Note {
    /// Names that are not given in the second language and stay in English.
    Untranslated {
        /// The second language.
        language: Language,
        /// The names.
        names: Vec<String>,
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
}

impl Eq for Note {}

impl Note {
    /// Whether text prints too small, and what would help.
    pub(super) fn small_text(subject: Subject, options: &Options, scene: &Scene) -> Option<Self> {
        let least = options.floor;
        let size = scene.smallest_text().filter(|size| *size < least - 0.05)?;
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
}

/// "12 names have no Welsh and stay in English: …"
pub(crate) fn untranslated(language: Language, names: &[String]) -> String {
    let have = if names.len() == 1 {
        "1 name has".to_owned()
    } else {
        format!("{} names have", names.len())
    };
    let stay = if names.len() == 1 { "stays" } else { "stay" };
    format!(
        "{have} no {} and {stay} in English: {}.",
        language.name(),
        names.join("; ")
    )
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (size, least, paper, larger, several) = match self {
            Self::Untranslated { language, names } => {
                return f.write_str(&untranslated(*language, names));
            }
            Self::SmallText {
                size,
                least,
                paper,
                larger,
                several,
            } => (size, least, paper, larger, several),
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
