//! The project's head.

use super::{Refusal, draft::Draft, words::blank_is_absent};
use crate::model::{Head, RecordEdit};

/// Commands on the project's head.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProjectCommand {
    /// Title, place, date and note as given; the file version stays as it was read.
    SetHead(Head),
}

impl ProjectCommand {
    pub(super) fn label(&self) -> String {
        "Edit the project's title and details".to_owned()
    }

    pub(super) fn draft(&self, draft: &mut Draft<'_>) -> Result<(), Refusal> {
        let Self::SetHead(head) = self;
        let before = draft.project().head.clone();
        let mut after = head.clone();
        after.version.clone_from(&before.version);
        for field in [
            &mut after.title,
            &mut after.place,
            &mut after.date,
            &mut after.note,
            &mut after.second_language,
        ] {
            blank_is_absent(field);
        }
        after.in_second.drop_blank();
        if before == after {
            return Ok(());
        }
        draft.record(RecordEdit::Head {
            before: Box::new(before),
            after: Box::new(after),
        })
    }
}
