//! `dotted-line layout`.

use std::time::Instant;

use clap::Args;

use super::args::{Pair, Places, ProjectFile, Target, structure_id};
use super::export::{Arrange, OrientationArg, paper};
use super::failure::Failure;
use super::json::layout::LayoutAnswer;
use super::output::Output;
use super::{DONE, input};
use crate::model::StructureId;
use crate::scene::{self, Options, Paper};

#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  dotted-line layout plan.json --structure proposed\n  dotted-line layout plan.json --from current --to proposed --timings"
)]
pub(super) struct LayoutArgs {
    #[command(flatten)]
    pub(super) project: ProjectFile,
    /// The structure, by its id [default: the first].
    #[arg(long, value_name = "ID", value_parser = structure_id, conflicts_with_all = ["from", "to"])]
    pub(super) structure: Option<StructureId>,
    #[command(flatten)]
    pub(super) pair: Pair,
    #[command(flatten)]
    pub(super) places: Places,
    /// The sheet: a4, a3, a5, slide (16:9), fit (as large as the drawing), or width and height in mm, as 297x210.
    #[arg(long, value_name = "SHEET", default_value = "a4", value_parser = paper)]
    pub(super) paper: Paper,
    /// Which way the sheet lies.
    #[arg(long, value_enum, default_value_t = OrientationArg::Auto)]
    pub(super) orientation: OrientationArg,
    /// How bodies and links are arranged.
    #[arg(long, value_enum, default_value_t = Arrange::Auto)]
    pub(super) arrange: Arrange,
    /// Stand the bodies of one tier in a band across the drawing; plain arrangement only.
    #[arg(long)]
    pub(super) tiers: bool,
    /// Let siblings change places where lines cross less, instead of the order of the file.
    #[arg(long)]
    pub(super) reorder: bool,
    /// Tell how long each part took.
    #[arg(long)]
    pub(super) timings: bool,
    #[command(flatten)]
    pub(super) target: Target,
}

pub(super) fn command(args: &LayoutArgs, output: &mut Output<'_>) -> Result<u8, Failure> {
    let start = Instant::now();
    let project = input::project(&args.project.file, output)?;
    let read_ms = start.elapsed().as_secs_f64() * 1000.0;
    let mut options = Options {
        paper: args.paper,
        orientation: args.orientation.orientation(),
        ..Options::default()
    };
    args.arrange.apply(&mut options);
    args.places.apply(args.pair.is_given(), &mut options)?;
    options.tiers = args.tiers;
    options.reorder = args.reorder;
    if args.reorder {
        args.arrange.for_reorder(args.pair.is_given())?;
    }
    if args.tiers {
        args.arrange.for_tiers(args.pair.is_given())?;
    }
    let arrangement = if args.pair.is_given() {
        args.arrange.for_pair()?;
        let (from, to) = input::pair(&project, &args.pair)?;
        scene::joint_arrangement(&project, &from, &to, &options)?
    } else {
        let structure = input::structure(&project, args.structure.as_ref())?;
        scene::arrangement(&project, structure.id(), &options)?
    };
    let answer = LayoutAnswer::new(&arrangement, args.timings.then_some(read_ms));
    output.json(&answer, args.target.output.as_deref())?;
    Ok(DONE)
}
