//! The titles of slides: what happens, and under it what else changes.

use super::{Morph, Side};
use crate::compare::phrase;
use crate::model::{Language, Structure};
use crate::say::{self, Label, Sentence};
use crate::scene::furniture::TitleBlock;
use crate::scene::options::Options;

/// The title of each change.
pub(super) fn titles(
    language: Language,
    way: &Morph,
    [old, new]: [&Structure; 2],
    options: &Options,
) -> Vec<TitleBlock> {
    let ends = [old.label(), new.label()];
    let [before, after] = ends.each_ref().map(String::as_str);
    let on_the_way = match language {
        Language::English => format!("From {before} to {after}."),
        Language::Welsh => Sentence::FromTo.with(&[before, after]),
    };
    let last = way.steps.len();
    (1..=last)
        .filter_map(|n| Some((n, way.step(n)?)))
        .map(|(n, step)| {
            let names = step.bodies.iter().map(|(side, body)| match side {
                Side::Earlier => old.body_name(body),
                Side::Later => new.body_name(body),
            });
            let (title, subtitle) = headline(language, &step.text, names);
            let subtitle = subtitle.unwrap_or_else(|| on_the_way.clone());
            let change = say::with(
                language,
                Label::ChangeOf,
                &[&n.to_string(), &last.to_string()],
            );
            // A status that was asked for has the place, and the number goes under the title.
            let (status, subtitle) = match &options.surround.status {
                Some(status) => (status.clone(), format!("{change}. {subtitle}")),
                None => (change, subtitle),
            };
            let date = || {
                step.date
                    .clone()
                    .unwrap_or_else(|| say::say(language, Label::NoDate))
            };
            TitleBlock {
                title,
                subtitle,
                status: Some(status),
                date: options.surround.date.then(date),
            }
        })
        .collect()
}

/// What happens, as a title; what else changes with it stands under it. That somebody is retained is
/// no event where more is said.
fn headline<'a>(
    language: Language,
    sentence: &str,
    names: impl Iterator<Item = &'a str>,
) -> (String, Option<String>) {
    // Clauses end at semicolons, those within a name do not count.
    const HIDDEN: &str = "\u{E000}";
    let sentence = &aside(sentence, HIDDEN);
    let hidden = names.fold(sentence.to_owned(), |text, name| {
        let whole = name.replace("; ", HIDDEN);
        // Names stand in a list of their own where one of them has a comma.
        text.replace(name, &whole)
            .replace(&format!("; {whole}"), &format!("{HIDDEN}{whole}"))
            .replace(&format!("; and {whole}"), &format!("{HIDDEN}and {whole}"))
    });
    let shown = |text: &str| text.replace(HIDDEN, "; ");
    let retained = match language {
        Language::English => hidden.split_once(" is retained; "),
        Language::Welsh => {
            let cedwir = Sentence::Retained.with(&[]);
            let rest = hidden.strip_prefix(&cedwir);
            rest.and_then(|rest| rest.split_once("; "))
        }
    };
    if let Some((who, rest)) = retained {
        let (first, rest) = match rest.split_once("; ") {
            Some((first, rest)) => (first, Some(phrase::capital(&shown(rest)))),
            None => (rest.trim_end_matches('.'), None),
        };
        return (shown(&format!("{who}: {first}.")), rest);
    }
    match hidden.split_once("; ") {
        Some((first, rest)) => {
            let title = shown(&format!("{first}."));
            (title, Some(phrase::capital(&shown(rest))))
        }
        None => (sentence.to_owned(), None),
    }
}

/// The same with semicolons within brackets replaced, so that no clause ends there.
fn aside(sentence: &str, hidden: &str) -> String {
    let (mut depth, mut out) = (0_usize, String::new());
    let mut letters = sentence.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if letter == ';' && depth > 0 && letters.next_if_eq(&' ').is_some() {
            out.push_str(hidden);
        } else {
            out.push(letter);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_title_is_the_first_clause_and_names_stay_whole() {
        for (sentence, names, title, under) in [
            ("Arts is new.", &["Arts"][..], "Arts is new.", None),
            (
                "It is not stated where Jobs, Skills; Arts; and Crafts come from.",
                &["Jobs, Skills", "Arts", "Crafts"],
                "It is not stated where Jobs, Skills; Arts; and Crafts come from.",
                None,
            ),
            (
                "Board is renamed Forum; seats change.",
                &["Board", "Forum"],
                "Board is renamed Forum.",
                Some("Seats change."),
            ),
            (
                "Board is renamed Arts; Crafts Board.",
                &["Board", "Arts; Crafts Board"],
                "Board is renamed Arts; Crafts Board.",
                None,
            ),
            (
                "Arts: it now reports to Board (implied; before: nobody); links: 2 new.",
                &["Arts", "Board"],
                "Arts: it now reports to Board (implied; before: nobody).",
                Some("Links: 2 new."),
            ),
            (
                "Culture is retained; the line moves to Jobs; links: 2 new.",
                &["Culture"],
                "Culture: the line moves to Jobs.",
                Some("Links: 2 new."),
            ),
        ] {
            let found = headline(Language::English, sentence, names.iter().copied());
            assert_eq!(found, (title.to_owned(), under.map(str::to_owned)));
        }
    }
}
