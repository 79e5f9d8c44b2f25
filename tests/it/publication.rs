//! What must hold of everything that is published, by number: the checks of a picture before it
//! is printed (`drawn`) and of the files (`printed`). Each is shown to bite once.
//!
//! Check 20, that Word, PowerPoint and Excel files open elsewhere, needs other programs: see
//! `tests/export-check`.

mod drawn;
mod printed;

use dotted_line::describe::{TextVersion, describe_changes, describe_structure};
use dotted_line::export::SvgText;
use dotted_line::model::{Project, StructureId};
use dotted_line::publish::{self, Format, Order, What};
use dotted_line::scene::{Ink, Options, Scene};
use dotted_line::store;

const INKS: [Ink; 3] = [Ink::Colour, Ink::Grey, Ink::Mono];

/// One drawing of a sample.
#[derive(Clone)]
struct Case {
    name: String,
    project: Project,
    /// The structures whose bodies it must show.
    shown: Vec<StructureId>,
    what: What,
    scene: Scene,
    words: TextVersion,
    /// How it was drawn.
    options: Options,
}

impl Case {
    fn order(&self, format: Format) -> Order {
        Order {
            what: self.what.clone(),
            format,
            options: self.options.clone(),
        }
    }
}

/// Every structure, and the first two side by side and in one drawing.
fn cases(sample: &str, ink: Ink) -> Vec<Case> {
    let json = store::sample(sample).unwrap().json;
    let project = store::load(json.as_bytes()).unwrap().project;
    let ids: Vec<StructureId> = project.structures.iter().map(|s| s.id().clone()).collect();
    let (from, to) = (ids[0].clone(), ids[1].clone());
    let mut wanted: Vec<What> = ids.iter().cloned().map(What::Diagram).collect();
    wanted.push(What::Compare(from.clone(), to.clone()));
    wanted.push(What::Overlay(from, to));
    let options = Options {
        ink,
        ..publish_defaults()
    };
    let case = |what: What| {
        let scene = publish::picture(&project, &what, &options).unwrap();
        let (shown, words) = match &what {
            What::Diagram(id) => (vec![id.clone()], describe_structure(&project, id)),
            What::Compare(a, b) | What::Overlay(a, b) => {
                let words = describe_changes(&project, a, b);
                (vec![a.clone(), b.clone()], words)
            }
            other => panic!("{other:?} is not drawn"),
        };
        Case {
            name: format!("{sample} {what:?} {ink:?}"),
            project: project.clone(),
            shown,
            scene: scene.unwrap(),
            words: words.unwrap(),
            options: options.clone(),
            what,
        }
    };
    wanted.into_iter().map(case).collect()
}

/// As the command line draws: plain or in zones, as reads best.
fn publish_defaults() -> Options {
    let mut options = Options {
        arrange: dotted_line::scene::Arrange::Auto,
        ..Options::default()
    };
    options.filter.permissions = false;
    options
}

/// A check with its number: what is wrong, in words.
type Check<T> = (u8, &'static str, fn(&T) -> Vec<String>);

fn proved<T>(checks: &[Check<T>], name: &str, of: &T) {
    for (number, what, check) in checks {
        let faults = check(of);
        assert!(
            faults.is_empty(),
            "{name}: {number}, {what}:\n{}",
            faults.join("\n")
        );
    }
}

/// The check finds nothing in a good one, and something in one that was spoilt.
fn bites<T: Clone>(checks: &[Check<T>], number: u8, good: &T, spoil: impl Fn(&mut T)) {
    let found = checks.iter().filter(|(n, ..)| *n == number);
    let mut bitten = false;
    for (_, _, check) in found {
        assert_eq!(check(good), Vec::<String>::new(), "{number}");
        let mut bad = good.clone();
        spoil(&mut bad);
        bitten |= !check(&bad).is_empty();
    }
    assert!(bitten, "check {number} lets a fault pass");
}

fn live() -> [SvgText; 2] {
    [SvgText::Paths, SvgText::Live]
}
