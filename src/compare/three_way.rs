//! Today, what was consulted on, and what was decided: where the last two differ, and why.

use std::collections::BTreeSet;

use super::outcome::Book;
use super::{Also, CompareError, Outcome, Row, compare};
use crate::model::{BodyId, Fate, Project, Structure, StructureId, fold};

/// What stands where no reason is stated.
pub const NO_REASON: &str = "No reason given";

/// Three structures, body by body.
#[derive(Clone, Debug, PartialEq)]
pub struct ThreeWay {
    /// Today.
    pub today: StructureId,
    /// What was consulted on.
    pub consulted: StructureId,
    /// What was decided.
    pub decided: StructureId,
    /// Bodies of today in their order, then bodies that are new, first those consulted on.
    pub rows: Vec<ThreeWayRow>,
}

/// One body in all three.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThreeWayRow {
    /// The body of today; none where it is new.
    pub today: Option<BodyId>,
    /// What was to become of it; of a new body, whether it is there.
    pub consulted: Outcome,
    /// What becomes of it.
    pub decided: Outcome,
    /// Whether the two differ.
    pub differs: bool,
    /// Why they differ, as stated; nothing where they do not.
    pub reason: Option<String>,
}

impl ThreeWayRow {
    /// The reason in words; nothing where there is no difference.
    #[must_use]
    pub fn reason_words(&self) -> &str {
        match (self.differs, &self.reason) {
            (false, _) => "",
            (true, Some(reason)) => reason,
            (true, None) => NO_REASON,
        }
    }
}

/// The three comparisons behind the answer.
struct Sides<'a> {
    consulted: &'a Structure,
    decided: &'a Structure,
    to_consulted: Book<'a>,
    to_decided: Book<'a>,
    between: Book<'a>,
    /// Whether any row leads from what was consulted on to what was decided.
    joined: bool,
}

/// Compares today with what was consulted on and with what was decided.
///
/// # Errors
/// [`CompareError`] when one of them is not in the project.
pub fn three_way(
    project: &Project,
    today: &StructureId,
    consulted: &StructureId,
    decided: &StructureId,
) -> Result<ThreeWay, CompareError> {
    let to_consulted = compare(project, today, consulted)?;
    let to_decided = compare(project, today, decided)?;
    let between = compare(project, consulted, decided)?;
    let find = |id| project.structure(id);
    let mut rows = Vec::new();
    if let (Some(now), Some(mid), Some(end)) = (find(today), find(consulted), find(decided)) {
        let sides = Sides {
            consulted: mid,
            decided: end,
            to_consulted: Book::new(&to_consulted, mid),
            to_decided: Book::new(&to_decided, end),
            joined: !between.rows.is_empty(),
            between: Book::new(&between, end),
        };
        rows.extend(now.bodies.iter().map(|body| sides.of_today(&body.id)));
        rows.extend(sides.new_ones());
    }
    Ok(ThreeWay {
        today: today.clone(),
        consulted: consulted.clone(),
        decided: decided.clone(),
        rows,
    })
}

impl Sides<'_> {
    fn of_today(&self, body: &BodyId) -> ThreeWayRow {
        let consulted = self.to_consulted.of_old(body);
        let decided = self.to_decided.of_old(body);
        let differs = consulted.said != decided.said || !self.goes_on_alike(&consulted, &decided);
        self.row(Some(body.clone()), consulted, decided, differs)
    }

    /// Bodies without one of today behind them.
    fn new_ones(&self) -> Vec<ThreeWayRow> {
        let mut out = Vec::new();
        let mut told: BTreeSet<BodyId> = BTreeSet::new();
        for body in fresh(&self.to_consulted, self.consulted) {
            let consulted = here(&self.to_consulted, &body);
            let mut decided = self.between.of_old(&body);
            told.extend(decided.bodies.iter().cloned());
            let mut rows = self.between.rows_of_old(&body);
            let same = !decided.rows.is_empty() && rows.all(goes_on_alike);
            if same {
                decided.said = consulted.said;
                decided.words.clone_from(&consulted.words);
            }
            out.push(self.row(None, consulted, decided, !same));
        }
        for body in fresh(&self.to_decided, self.decided) {
            if told.contains(&body) {
                continue;
            }
            let decided = here(&self.to_decided, &body);
            out.push(self.row(None, Outcome::absent(), decided, true));
        }
        out
    }

    /// Whether what was consulted on goes into what was decided with nothing changed.
    fn goes_on_alike(&self, consulted: &Outcome, decided: &Outcome) -> bool {
        if !self.joined {
            let names = |structure: &Structure, ids: &[BodyId]| -> BTreeSet<String> {
                ids.iter().map(|id| fold(structure.body_name(id))).collect()
            };
            let mid = names(self.consulted, &consulted.bodies);
            return mid == names(self.decided, &decided.bodies);
        }
        let mut reached: BTreeSet<&BodyId> = BTreeSet::new();
        for body in &consulted.bodies {
            let mut rows = self.between.rows_of_old(body);
            let mut any = false;
            let unchanged = rows.all(|row| {
                any = true;
                reached.extend(&row.to);
                goes_on_alike(row)
            });
            if !any || !unchanged {
                return false;
            }
        }
        reached == decided.bodies.iter().collect()
    }

    fn row(
        &self,
        today: Option<BodyId>,
        consulted: Outcome,
        decided: Outcome,
        differs: bool,
    ) -> ThreeWayRow {
        let reason = if differs {
            self.reason(&consulted, &decided)
        } else {
            None
        };
        ThreeWayRow {
            today,
            consulted,
            decided,
            differs,
            reason,
        }
    }

    /// Of the rows from what was consulted on to what was decided, else of the decided row.
    fn reason(&self, consulted: &Outcome, decided: &Outcome) -> Option<String> {
        let before = consulted.bodies.iter();
        let mut rows: Vec<&Row> = before
            .flat_map(|body| self.between.rows_of_old(body))
            .collect();
        if consulted.bodies.is_empty() {
            let after = decided.bodies.iter();
            rows.extend(after.flat_map(|body| self.between.rows_of_new(body)));
        }
        let mut found: Vec<&str> = Vec::new();
        for row in rows {
            let reason = row.reason.as_deref().map(str::trim).unwrap_or_default();
            if !reason.is_empty() && !found.contains(&reason) {
                found.push(reason);
            }
        }
        if found.is_empty() {
            decided.reason.clone()
        } else {
            Some(found.join("; "))
        }
    }
}

/// Whether a body goes on as it was consulted on. How sure that is, and whom else it is linked
/// with, is no difference of its own.
fn goes_on_alike(row: &Row) -> bool {
    let small = |also: &Also| matches!(also, Also::Certainty | Also::Links);
    row.fate == Fate::Retained && row.also.iter().all(small)
}

/// Bodies of the later structure that are new or of which nothing is said, in their order.
fn fresh(book: &Book<'_>, later: &Structure) -> Vec<BodyId> {
    let bodies = later.bodies.iter().map(|body| &body.id);
    let new = |id: &&BodyId| book.rows_of_new(id).all(|row| row.from.is_empty());
    bodies.filter(new).cloned().collect()
}

/// A new body where it is first there.
fn here(book: &Book<'_>, body: &BodyId) -> Outcome {
    Outcome {
        bodies: vec![body.clone()],
        ..book.of_new(body)
    }
}
