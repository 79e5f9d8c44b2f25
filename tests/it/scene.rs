//! The pictures of every sample on every sheet.

mod golden;
mod legend;
mod morph;
mod order;
mod overlay;
pub(crate) mod page;
mod several;
mod sheets;
mod two;

use dotted_line::model::{Project, StructureId};
use dotted_line::scene::{self, Options, Orientation, Paper, Scene};
use dotted_line::store;

/// The project of a sample.
fn sample(name: &str) -> Project {
    let sample = store::sample(name).unwrap();
    store::load(sample.json.as_bytes()).unwrap().project
}

fn sample_names() -> impl Iterator<Item = &'static str> {
    store::samples().iter().map(|s| s.name)
}

fn ids(project: &Project) -> Vec<StructureId> {
    project.structures.iter().map(|s| s.id().clone()).collect()
}

/// A picture with the structures that it shows and whose bodies have other fates.
struct Picture {
    name: String,
    shown: Vec<StructureId>,
    scene: Scene,
}

/// Every structure and the comparison of the first two.
fn pictures(name: &str, project: &Project, options: &Options) -> Vec<Picture> {
    let ids = ids(project);
    let mut out: Vec<Picture> = ids
        .iter()
        .map(|id| Picture {
            name: format!("{name} {id} {:?} {:?}", options.paper, options.orientation),
            shown: vec![id.clone()],
            scene: scene::diagram(project, id, options).unwrap(),
        })
        .collect();
    out.push(Picture {
        name: format!(
            "{name} compared {:?} {:?}",
            options.paper, options.orientation
        ),
        shown: ids[..2].to_vec(),
        scene: scene::compare(project, &ids[0], &ids[1], options).unwrap(),
    });
    out
}

fn on(paper: Paper, orientation: Orientation) -> Options {
    Options {
        paper,
        orientation,
        ..Options::default()
    }
}
