//! "Will it read?": the size of the smallest text in words, and what would make it larger.

use super::planned::Stop;
use crate::model::Project;
use crate::publish::{self, Format, Order, PublishError, Setting};
use crate::scene::{Arrange, Options, Orientation, Page, Pages, Paper, READABLE, Slots};

/// Clear print begins here, in pt.
const CLEAR: f64 = 12.0;
/// Under this nobody is asked to read, in pt.
const LEAST: f64 = 8.0;
/// Sizes are told to a tenth; what is told as 9.0 counts as 9.
pub(super) const NEARLY: f64 = 0.05;

/// How well text reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Reads {
    /// Under 8 pt.
    Not,
    /// Under 9 pt.
    Poorly,
    /// From 9 pt on.
    Easily,
    /// From 12 pt on.
    Clearly,
}

impl Reads {
    /// By size in pt.
    pub(crate) fn of(size: f64) -> Self {
        let from = |least: f64| size >= least - NEARLY;
        match size {
            _ if from(CLEAR) => Self::Clearly,
            _ if from(READABLE) => Self::Easily,
            _ if from(LEAST) => Self::Poorly,
            _ => Self::Not,
        }
    }

    /// In words.
    pub(crate) fn words(self) -> &'static str {
        match self {
            Self::Clearly => "large enough for everybody",
            Self::Easily => "easy to read",
            Self::Poorly => "small; 9 pt is the least for easy reading",
            Self::Not => "too small to read",
        }
    }
}

/// The size of the smallest text of these pages, in pt.
pub(crate) fn smallest<'a>(pages: impl IntoIterator<Item = &'a Page>) -> Option<f64> {
    let sizes = pages.into_iter().filter_map(Page::smallest_text);
    sizes.reduce(f64::min)
}

/// A choice that may make text larger.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Change {
    /// Another sheet.
    Paper(Paper),
    /// Lying another way.
    Lying(Orientation),
    /// Cut at branches.
    Several,
    /// Bodies in panels.
    Zones,
    /// Each structure without empty places.
    Own,
}

/// A choice that makes text larger.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Remedy {
    pub(crate) change: Change,
    /// What it does: "A3: 12.1 pt".
    pub(crate) words: String,
}

impl Change {
    /// Makes the choice.
    pub(crate) fn make(self, options: &mut Options) {
        match self {
            Self::Paper(paper) => options.paper = paper,
            Self::Lying(orientation) => options.orientation = orientation,
            Self::Several => options.pages = Pages::Several,
            Self::Zones => {
                options.arrange = Arrange::Zoned;
                options.tiers = false;
            }
            Self::Own => options.slots = Slots::Own,
        }
    }

    fn words(self, pages: usize) -> String {
        match self {
            Self::Paper(Paper::Fit) => "On a sheet made to fit".to_owned(),
            Self::Paper(paper) => format!("On {}", paper.name()),
            Self::Lying(Orientation::Auto) => "Lying the other way".to_owned(),
            Self::Lying(Orientation::Landscape) => "Landscape".to_owned(),
            Self::Lying(Orientation::Portrait) => "Portrait".to_owned(),
            Self::Several => format!("On {pages} pages with a key plan"),
            Self::Zones => "In zones".to_owned(),
            Self::Own => "Each by itself, without empty places".to_owned(),
        }
    }
}

/// What could be tried for an order, the mildest first.
fn changes(order: &Order) -> Vec<Change> {
    let (options, subject) = (&order.options, order.what.subject());
    let means = |setting: Setting| setting.means(order.format, subject, options);
    let mut out = Vec::new();
    if means(Setting::Orientation) && options.orientation != Orientation::Auto {
        out.push(Change::Lying(Orientation::Auto));
    }
    if means(Setting::Slots) && options.slots == Slots::Shared {
        out.push(Change::Own);
    }
    if means(Setting::Arrange) && options.arrange == Arrange::Plain {
        out.push(Change::Zones);
    }
    if means(Setting::Pages) && options.pages == Pages::One {
        out.push(Change::Several);
    }
    if means(Setting::Paper) {
        out.extend(
            match options.paper {
                Paper::A5 => [
                    Some(Change::Paper(Paper::A4)),
                    Some(Change::Paper(Paper::A3)),
                ],
                Paper::A4 => [Some(Change::Paper(Paper::A3)), None],
                _ => [None, None],
            }
            .into_iter()
            .flatten(),
        );
        if options.paper != Paper::Fit {
            out.push(Change::Paper(Paper::Fit));
        }
    }
    out
}

/// What makes the text of a drawing larger, with the size that it gives. Each is drawn to see; none
/// when something newer was chosen meanwhile.
pub(crate) fn remedies(
    project: &Project,
    order: &Order,
    now: f64,
    stop: &Stop,
) -> Option<Vec<Remedy>> {
    let mut out = Vec::new();
    for change in changes(order) {
        let mut order = order.clone();
        let subject = order.what.subject();
        if subject.is_drawn() && order.format.heeds(Setting::Paper, subject) {
            // Only the picture is of interest, not what else the file holds.
            order.format = Format::Png { dpi: publish::DPI };
        }
        change.make(&mut order.options);
        let plan = match publish::plan(project, &order, &|_| stop.heard()) {
            Ok(plan) => plan,
            Err(PublishError::Cancelled) => return None,
            Err(_) => continue,
        };
        let size = smallest(&plan.pages).filter(|size| *size > now + NEARLY);
        if let Some(size) = size {
            let words = format!("{}: {size:.1} pt", change.words(plan.pages.len()));
            out.push(Remedy { change, words });
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use std::ops::ControlFlow;

    use super::*;
    use crate::publish::What;
    use crate::store;

    #[test]
    fn sizes_are_told_in_words_by_clear_steps() {
        for (size, reads) in [
            (12.0, Reads::Clearly),
            (11.9, Reads::Easily),
            (8.96, Reads::Easily),
            (8.9, Reads::Poorly),
            (8.0, Reads::Poorly),
            (7.9, Reads::Not),
        ] {
            assert_eq!(Reads::of(size), reads, "{size}");
        }
    }

    #[test]
    fn every_remedy_keeps_what_it_says() {
        let loaded = store::load(store::sample("cumbria").unwrap().json.as_bytes()).unwrap();
        let project = loaded.project;
        let structure = project.structures[0].id().clone();
        let order = Order {
            what: What::Diagram(structure),
            format: Format::Pdf,
            options: Options {
                paper: Paper::A5,
                ..Options::default()
            },
        };
        let drawn = |order: &Order| {
            let order = Order {
                format: Format::Png { dpi: 96 },
                ..order.clone()
            };
            let plan = publish::plan(&project, &order, &|_| ControlFlow::Continue(()));
            smallest(&plan.unwrap().pages).unwrap()
        };
        let now = drawn(&order);
        assert!(now < 9.0, "{now}");
        let remedies = remedies(&project, &order, now, &Stop::default()).unwrap();
        assert!(
            remedies
                .iter()
                .any(|r| r.change == Change::Paper(Paper::A4))
        );
        for remedy in remedies {
            let mut order = order.clone();
            remedy.change.make(&mut order.options);
            let size = drawn(&order);
            assert!(size > now, "{}", remedy.words);
            assert!(
                remedy.words.ends_with(&format!("{size:.1} pt")),
                "{}",
                remedy.words
            );
        }
    }
}
