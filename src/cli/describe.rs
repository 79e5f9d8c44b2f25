//! `dotted-line describe`.

use std::ops::ControlFlow;

use clap::Args;

use super::args::{Pair, ProjectFile, Target, structure_id};
use super::export::LanguageArg;
use super::failure::Failure;
use super::output::Output;
use super::{DONE, input};
use crate::model::StructureId;
use crate::publish::{Format, Order, What, publish};
use crate::scene::Options;

#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  dotted-line describe plan.json --structure proposed\n  dotted-line describe plan.json --language cy\n  dotted-line describe plan.json --from current --to proposed -o changes.md"
)]
pub(super) struct DescribeArgs {
    #[command(flatten)]
    project: ProjectFile,
    /// The structure, by its id [default: the first].
    #[arg(long, value_name = "ID", value_parser = structure_id, conflicts_with_all = ["from", "to"])]
    structure: Option<StructureId>,
    #[command(flatten)]
    pair: Pair,
    /// The language of names and words: en, cy (Welsh, where the project gives words in it), or both, one after
    /// the other.
    #[arg(long, value_enum, default_value_t)]
    language: LanguageArg,
    #[command(flatten)]
    target: Target,
}

pub(super) fn run(args: &DescribeArgs, output: &mut Output<'_>) -> Result<u8, Failure> {
    let project = input::project(&args.project.file, output)?;
    let what = if args.pair.is_given() {
        let (from, to) = input::pair(&project, &args.pair)?;
        What::Compare(from, to)
    } else {
        let structure = input::structure(&project, args.structure.as_ref())?;
        What::Diagram(structure.id().clone())
    };
    let order = Order {
        what,
        format: Format::Markdown,
        options: Options {
            languages: args.language.languages(),
            ..Options::default()
        },
    };
    let published = publish(&project, &order, &|_| ControlFlow::Continue(()))?;
    for note in &published.notes {
        output.note(note);
    }
    let text: Vec<u8> = published.files.concat();
    let text = String::from_utf8_lossy(&text);
    output.text(&text, args.target.output.as_deref())?;
    Ok(DONE)
}
