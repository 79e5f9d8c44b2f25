//! Dates that cannot be, and dates that run backwards.

use super::{Finding, Severity, quote, quoted};
use crate::model::{Body, Project, Structure, parse_date};

pub(super) fn check(project: &Project) -> Vec<Finding> {
    let mut out = Vec::new();
    out.extend(impossible(project.head.date.as_deref(), "the project"));
    for structure in &project.structures {
        let place = format!("the structure {}", quote(&structure.label()));
        out.extend(impossible(structure.head.date.as_deref(), &place).map(|f| f.of(structure)));
        for body in &structure.bodies {
            out.extend(body_dates(structure, body));
        }
    }
    for (at, row) in project.lineage.iter().enumerate() {
        let place = format!("lineage row {} of the file", at + 1);
        out.extend(
            impossible(row.date.as_deref(), &place)
                .map(|f| f.bodies(row.from.iter().chain(&row.to))),
        );
    }
    for step in &project.steps {
        let place = format!("the step {}", quote(&step.what));
        out.extend(impossible(step.date.as_deref(), &place).map(|f| f.bodies(&step.bodies)));
    }
    out
}

fn body_dates(structure: &Structure, body: &Body) -> Vec<Finding> {
    let mut out = Vec::new();
    for date in [
        &body.from,
        &body.until,
        &body.shadow_from,
        &body.statutory_from,
    ] {
        out.extend(
            impossible(date.as_deref(), &quoted(body))
                .map(|finding| finding.of(structure).bodies([&body.id])),
        );
    }
    for (early, late, words) in [
        (&body.from, &body.until, "ends before it starts"),
        (
            &body.shadow_from,
            &body.statutory_from,
            "is statutory before its shadow form starts",
        ),
        (
            &body.shadow_from,
            &body.until,
            "ends before its shadow form starts",
        ),
        (
            &body.statutory_from,
            &body.until,
            "ends before it is statutory",
        ),
    ] {
        let (Some(early), Some(late)) = (early, late) else {
            continue;
        };
        let (Ok(start), Ok(end)) = (parse_date(early), parse_date(late)) else {
            continue;
        };
        if end.surely_before(start) {
            out.push(
                Finding::new(
                    Severity::Warning,
                    "dates-backwards",
                    format!(
                        "By its dates, {} {words}: {early} and {late}.",
                        quoted(body)
                    ),
                    "Correct one of the two dates.",
                )
                .of(structure)
                .bodies([&body.id]),
            );
        }
    }
    out
}

fn impossible(text: Option<&str>, place: &str) -> Option<Finding> {
    let text = text?;
    let error = parse_date(text).err()?;
    Some(Finding::new(
        Severity::Warning,
        "impossible-date",
        format!("{} is no date for {place}. {error}", quote(text)),
        "Correct the date; words such as “autumn 2009” belong in the “when” of a step or in a note.",
    ))
}
