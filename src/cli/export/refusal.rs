//! Why an export is not possible, and what to type instead.

use std::path::Path;

use super::choice::PagesArg;
use super::{ExportArgs, Target, View};
use crate::cli::failure::Failure;
use crate::publish::{Format, Misfit, Note, Setting, Subject, of_chart, one_sheet};
use crate::scene::{Options, Paper};

/// ".pdf, .svg or .png": the endings of formats.
pub(super) fn endings(of: impl Fn(&Format) -> bool) -> String {
    let formats = Format::ALL.into_iter().filter(of);
    let all: Vec<String> = formats.map(|f| format!(".{}", f.extension())).collect();
    match all.as_slice() {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} or {last}", first.join(", ")),
    }
}

/// The format does not hold the view.
pub(super) fn misfit(misfit: Misfit, view: View) -> Failure {
    let word = view.word();
    Failure::usage(match misfit {
        Misfit::Told(_, subject) => format!(
            "--view {word} is words and tables: choose a name that ends in {}.",
            endings(|format| format.holds(subject).is_ok())
        ),
        Misfit::Drawn(..) => "The comparison is drawn, and this format holds tables: choose --view changes, members or measures.".to_owned(),
        Misfit::Paper(_, subject) => format!(
            "--view {word} is a paper of words, pictures and tables: choose a name that ends in {}.",
            endings(|format| format.holds(subject).is_ok())
        ),
        Misfit::Talk(..) => {
            "--view talk is slides: choose a name that ends in .pptx.".to_owned()
        }
        Misfit::NoWords(..) => "The overlay is drawn: choose a name that ends in .svg, .png or .html, or --view compare for the changes in words.".to_owned(),
        other @ (Misfit::NoSecondLanguage
        | Misfit::EnglishTables(_)
        | Misfit::OneLanguage(_)
        | Misfit::BothOf(_)) => other.to_string(),
        Misfit::OneStructure(format, _) => format!(
            "{} holds one structure: use --structure, not --view {word}.",
            program(format)
        ),
    })
}

/// The first part of a name: "GraphML".
fn program(format: Format) -> &'static str {
    let name = format.name();
    name.split(',').next().unwrap_or(name)
}

/// Two files with one name.
pub(super) fn twice(path: &Path) -> Failure {
    Failure::usage(format!(
        "Two files would have one name. Choose another one after -o: {}",
        path.display()
    ))
}

/// Whether one of the formats at least can follow every option given.
pub(super) fn settings(args: &ExportArgs, targets: &[Target<'_>]) -> Result<(), Failure> {
    let follows = |target: &Target<'_>, setting: Setting| {
        let format = target.format;
        let as_it_is =
            setting == Setting::Paper && format == Format::Pptx && args.paper == Some(Paper::Slide);
        as_it_is || format.heeds(setting, target.subject())
    };
    // The languages stand in every file or in none.
    let follow = |setting: Setting| match setting {
        Setting::Language => targets.iter().all(|target| follows(target, setting)),
        _ => targets.iter().any(|target| follows(target, setting)),
    };
    let unfollowed = args.given().find(|(setting, _)| !follow(*setting));
    let Some((setting, option)) = unfollowed else {
        return Ok(());
    };
    let target = targets.iter().find(|target| !follows(target, setting));
    target.map_or(Ok(()), |target| unheeded(target, setting, option))
}

/// The format does not follow an option.
fn unheeded(target: &Target<'_>, setting: Setting, option: &str) -> Result<(), Failure> {
    let (format, view, subject) = (target.format, target.view, target.subject());
    if setting == Setting::Language
        && let Err(misfit) = format.speaks(subject)
    {
        return Err(Failure::usage(misfit));
    }
    Err(Failure::usage(match (format, setting) {
        (Format::Mermaid, _) => format!("{option} is for pictures; Mermaid holds no places."),
        (chart, _) if chart.is_chart() => format!(
            "{option} is for pictures; {} holds every body and link by itself, without a page.",
            program(chart)
        ),
        _ if !subject.has_pictures() && view != View::Diagram => format!(
            "{option} is for pictures; --view {} is words and tables.",
            view.word()
        ),
        (Format::Markdown | Format::Csv | Format::Xlsx, _) => {
            format!("{option} is for pictures; this format holds words and tables.")
        }
        (Format::Pptx, Setting::Dpi) => {
            "--dpi is for PNG; the shapes of a slide have no dots.".to_owned()
        }
        (Format::Pptx, Setting::SvgText) => {
            "--svg-text is for SVG; the text of a slide can always be edited.".to_owned()
        }
        (Format::Pptx, Setting::Orientation) => {
            "--orientation is for paper; a slide always lies across.".to_owned()
        }
        (Format::Pptx, _) => {
            format!("{option} is for other formats: a presentation has slides of 16:9.")
        }
        (Format::Docx, Setting::Dpi) => {
            "--dpi is for PNG; the pictures of a Word file are drawn as lines.".to_owned()
        }
        (Format::Docx, _) => {
            "--svg-text is for SVG; a Word file tells its pictures in words beside them.".to_owned()
        }
        (Format::Pdf, Setting::Dpi) => "--dpi is for PNG; a PDF has no dots.".to_owned(),
        (_, Setting::Dpi) => "--dpi is for PNG; an SVG has no dots.".to_owned(),
        (Format::Png { .. }, _) => "--svg-text is for SVG; a PNG has no text.".to_owned(),
        _ => "--svg-text is for SVG; the text of a PDF can always be searched.".to_owned(),
    }))
}

/// Whether the options go with each other.
pub(super) fn clashes(
    args: &ExportArgs,
    subject: Subject,
    options: &Options,
) -> Result<(), Failure> {
    if !subject.has_pictures() {
        return Ok(());
    }
    let (pair, arrange) = (
        matches!(subject, Subject::Compare | Subject::Overlay),
        args.arrange.unwrap_or_default(),
    );
    if args.no_title && subject == Subject::Pack {
        return Err(Failure::usage(
            "The charts of a pack are found by their titles: leave out --no-title.",
        ));
    }
    if args.pages == Some(PagesArg::Several)
        && let Some(why) = one_sheet(subject, options)
    {
        return Err(Failure::usage(format!("{why}: leave out --pages several.")));
    }
    if args.tiers {
        arrange.for_tiers(pair)?;
    }
    if args.reorder {
        arrange.for_reorder(pair)?;
    }
    if pair {
        arrange.for_pair()?;
    }
    Ok(())
}

/// A note with what to type.
pub(super) fn note(note: &Note) -> String {
    if let Note::Of { chart, note } = note {
        return of_chart(chart, &self::note(note));
    }
    let Note::SmallText {
        size,
        least,
        paper,
        larger,
        several,
    } = note
    else {
        return note.to_string();
    };
    let remedy = match larger {
        Paper::Fit => {
            "Choose --paper fit for a sheet on which all text has its full size".to_owned()
        }
        larger => format!(
            "Choose --paper {} for larger text",
            larger.name().to_lowercase()
        ),
    };
    let or = if *several { ", or --pages several" } else { "" };
    format!(
        "The smallest text prints at {size:.1} pt on {}; {least} pt is the least for easy reading. {remedy}{or}.",
        paper.name()
    )
}
