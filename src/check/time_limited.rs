//! Bodies for a limited time without an end.

use super::{Finding, Severity, quoted};
use crate::model::{Structure, fold};

pub(super) fn check(structure: &Structure) -> Vec<Finding> {
    structure
        .bodies
        .iter()
        .filter(|body| {
            let state = fold(body.state.as_deref().unwrap_or_default());
            matches!(state.as_str(), "time-limited" | "time limited") && body.until.is_none()
        })
        .map(|body| {
            Finding::new(
                Severity::Advice,
                "no-end-date",
                format!("{} is time limited, but has no end date.", quoted(body)),
                "Add the date on which it ends.",
            )
            .of(structure)
            .bodies([&body.id])
        })
        .collect()
}
