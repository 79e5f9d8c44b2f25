//! Bodies for a limited time without an end.

use super::{Finding, Severity, quoted};
use crate::compare::phrase;
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
                format!(
                    "{} {} time limited, but no end date is stated.",
                    quoted(body),
                    if phrase::plural(body) { "are" } else { "is" }
                ),
                "Add the date on which it ends.",
            )
            .of(structure)
            .bodies([&body.id])
        })
        .collect()
}
