//! What a file will look like, worked out off the window's thread, and given up when something newer
//! was chosen.

use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::reading::smallest;
use crate::editor::Revision;
use crate::model::Project;
use crate::publish::{self, Note, Order, Plan, PublishError};
use crate::scene::Page;

/// What a preview depends on: equal keys, equal pages.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct PlanKey {
    pub(crate) revision: Revision,
    pub(crate) order: Order,
}

/// A file as it will be.
#[derive(Debug)]
pub(crate) struct Planned {
    pub(crate) pages: Vec<Page>,
    pub(crate) description: String,
    /// What a person should know, beside the size of text.
    pub(crate) notes: Vec<String>,
    /// Size of the smallest text in pt.
    pub(crate) smallest: Option<f64>,
}

impl PlanKey {
    /// Whether both are the same file in the same state, but for words round its drawings: what is
    /// known of one is shown until the other is there, so that nothing blinks while words are typed.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        let mut order = other.order.clone();
        order
            .options
            .surround
            .clone_from(&self.order.options.surround);
        self.revision == other.revision && self.order == order
    }
}

/// Whether work is still of use: told by whoever asked for it to whoever does it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Stop(Arc<AtomicBool>);

impl Stop {
    /// It is not wanted any more.
    pub(super) fn stop(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Whether to go on, for those who publish.
    pub(super) fn heard(&self) -> ControlFlow<()> {
        if self.0.load(Ordering::Relaxed) {
            return ControlFlow::Break(());
        }
        ControlFlow::Continue(())
    }
}

/// Makes a preview; none when something newer was chosen meanwhile.
pub(crate) fn planned(
    key: &PlanKey,
    project: &Project,
    stop: &Stop,
) -> Option<Result<Planned, String>> {
    match publish::plan(project, &key.order, &|_| stop.heard()) {
        Err(PublishError::Cancelled) => None,
        Err(error) => Some(Err(error.to_string())),
        Ok(plan) => Some(Ok(of_plan(plan))),
    }
}

fn of_plan(plan: Plan) -> Planned {
    let notes = plan.notes.iter();
    let small = |note: &Note| matches!(note, Note::SmallText { .. } | Note::SmallOnSlide { .. });
    let notes = notes.filter(|note| !small(note.said()));
    Planned {
        notes: notes.map(ToString::to_string).collect(),
        smallest: smallest(&plan.pages),
        pages: plan.pages,
        description: plan.description,
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::publish::{Format, What};
    use crate::scene::{Options, Paper};
    use crate::store;

    /// A drawing on this paper.
    pub(in crate::ui::export_view) fn on(paper: Paper) -> PlanKey {
        let options = Options {
            paper,
            ..Options::default()
        };
        PlanKey {
            revision: Revision {
                document: 1,
                state: 1,
            },
            order: Order {
                what: What::Diagram("now".into()),
                format: Format::Pdf,
                options,
            },
        }
    }

    #[test]
    fn who_is_stopped_gives_no_answer() {
        let loaded = store::load(store::sample("redcar").unwrap().json.as_bytes()).unwrap();
        let mut key = on(Paper::A4);
        key.order.what = What::Diagram(loaded.project.structures[0].id().clone());
        let stop = Stop::default();
        assert!(planned(&key, &loaded.project, &stop).is_some_and(|p| p.is_ok()));
        stop.stop();
        assert!(planned(&key, &loaded.project, &stop).is_none());
        let remedies = super::super::reading::remedies(&loaded.project, &key.order, 7.0, &stop);
        assert!(remedies.is_none());
    }
}
