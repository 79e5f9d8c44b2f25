//! From what somebody wants in a file to its bytes: the one place that command line and window
//! ask. Nothing here touches a disk.

mod clip;
mod content;
mod format;
mod languages;
mod note;
mod order;
mod pack;
mod printing;
mod talk;

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

pub use clip::{clip, in_tables, in_words};
pub use content::picture;
pub use format::{DPI, Format, Misfit, Setting, one_sheet};
pub use note::Note;
pub(crate) use note::of_chart;
pub use order::{Order, Subject, What};

use crate::compare::CompareError;
use crate::export::{self, DocxError, PdfError, PngError, PptxError, XlsxFailure};
use crate::model::Project;
use crate::scene::{Page, SceneError};

/// What is being done; whoever hears it may stop the work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// A picture is laid out and drawn.
    Drawing,
    /// Words and tables are written.
    Words,
    /// A page of several, from 1.
    Page(usize, usize),
    /// Everything is bound in one file.
    Binding,
}

/// Hears what is being done, and says whether to go on.
pub type Listener<'a> = &'a dyn Fn(Progress) -> ControlFlow<()>;

/// What came of an order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    /// The bytes of each file: one, or one for each page of a picture.
    pub files: Vec<Vec<u8>>,
    /// What a person should know of.
    pub notes: Vec<Note>,
}

/// What an order will look like.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// The pages, as they print; none for data, which has no page.
    pub pages: Vec<Page>,
    /// What they show, in a sentence or two.
    pub description: String,
    /// What a person should know of.
    pub notes: Vec<Note>,
}

/// Why there is no file.
#[derive(Debug, thiserror::Error)]
pub enum PublishError {
    /// The format does not hold it.
    #[error(transparent)]
    Misfit(#[from] Misfit),
    /// The picture cannot be made.
    #[error(transparent)]
    Scene(#[from] SceneError),
    /// The structures cannot be compared.
    #[error(transparent)]
    Compare(#[from] CompareError),
    /// The picture of dots cannot be made.
    #[error(transparent)]
    Png(#[from] PngError),
    /// The PDF cannot be made.
    #[error(transparent)]
    Pdf(#[from] PdfError),
    /// The Word file cannot be made.
    #[error(transparent)]
    Docx(#[from] DocxError),
    /// The presentation cannot be made.
    #[error(transparent)]
    Pptx(#[from] PptxError),
    /// The workbook cannot be made.
    #[error(transparent)]
    Xlsx(#[from] XlsxFailure),
    /// Whoever listened wanted no more.
    #[error("The export was cancelled.")]
    Cancelled,
}

impl PublishError {
    /// Whether another order would help; else the fault lies with the file that was to be made.
    #[must_use]
    pub fn is_of_the_order(&self) -> bool {
        match self {
            Self::Misfit(_) | Self::Scene(_) | Self::Compare(_) | Self::Cancelled => true,
            Self::Png(error) => matches!(error, PngError::TooLarge { .. }),
            Self::Pdf(_) | Self::Docx(_) | Self::Pptx(_) | Self::Xlsx(_) => false,
        }
    }
}

/// The bytes of what was ordered.
///
/// # Errors
/// [`PublishError`]; it is [`PublishError::Cancelled`] when the listener said so.
pub fn publish(
    project: &Project,
    order: &Order,
    listener: Listener<'_>,
) -> Result<Published, PublishError> {
    order.format.holds(order.what.subject())?;
    languages::speaks(project, order)?;
    let second = languages::second(project, order);
    let mut desk = languages::desk(project, second.as_ref(), order, listener);
    let files = printing::print(&mut desk)?;
    Ok(Published {
        files,
        notes: desk.notes,
    })
}

/// The pages that the file will hold: those of a picture, the pages of words as they print.
///
/// # Errors
/// As [`publish`].
pub fn plan(
    project: &Project,
    order: &Order,
    listener: Listener<'_>,
) -> Result<Plan, PublishError> {
    let subject = order.what.subject();
    order.format.holds(subject)?;
    languages::speaks(project, order)?;
    let second = languages::second(project, order);
    let mut desk = languages::desk(project, second.as_ref(), order, listener);
    let (pages, description) = match order.format {
        Format::Svg(_) | Format::Png { .. } => {
            let scenes = desk.scenes()?;
            let first = scenes.first().map(|scene| scene.description.clone());
            let pages = scenes.into_iter().flat_map(|scene| scene.pages);
            (pages.collect(), first.unwrap_or_default())
        }
        Format::Pptx => {
            let talk = desk.talk()?;
            let first = talk.first().map(|slide| slide.scene.description.clone());
            let pages = talk.into_iter().flat_map(|slide| slide.scene.pages);
            (pages.collect(), first.unwrap_or_default())
        }
        _ if order.format.is_chart() => (Vec::new(), String::new()),
        _ => {
            let mut publication = desk.publication()?;
            if order.format == Format::Markdown {
                publication.leave_pictures_out();
            }
            (export::pdf_pages(&publication), publication.description())
        }
    };
    Ok(Plan {
        pages,
        description,
        notes: desk.notes,
    })
}

/// Where a page goes, from 0: "plan.svg", "plan-2.svg".
#[must_use]
pub fn numbered(path: &Path, page: usize) -> PathBuf {
    if page == 0 {
        return path.to_owned();
    }
    let mut name = path.file_stem().unwrap_or_default().to_owned();
    name.push(format!("-{}", page + 1));
    if let Some(ending) = path.extension() {
        name.push(".");
        name.push(ending);
    }
    path.with_file_name(name)
}
