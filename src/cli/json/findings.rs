//! The form of `dotted-line check`.

use serde::Serialize;

use crate::check;
use crate::model::{BodyId, LinkId, StructureId};

/// All findings.
#[derive(Debug, Serialize)]
pub struct Findings<'a> {
    findings: Vec<Finding<'a>>,
}

#[derive(Debug, Serialize)]
struct Finding<'a> {
    severity: &'static str,
    rule: &'static str,
    structure: Option<&'a str>,
    bodies: Vec<&'a str>,
    links: Vec<&'a str>,
    text: &'a str,
    remedy: &'a str,
}

impl<'a> Findings<'a> {
    /// The answer's form.
    #[must_use]
    pub fn of(findings: &'a [check::Finding]) -> Self {
        Self {
            findings: findings
                .iter()
                .map(|finding| Finding {
                    severity: finding.severity.as_str(),
                    rule: finding.rule,
                    structure: finding.structure.as_ref().map(StructureId::as_str),
                    bodies: finding.bodies.iter().map(BodyId::as_str).collect(),
                    links: finding.links.iter().map(LinkId::as_str).collect(),
                    text: &finding.text,
                    remedy: &finding.remedy,
                })
                .collect(),
        }
    }
}
