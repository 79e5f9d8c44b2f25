//! Short alternative texts: one or two sentences for a title or an image description.
//!
//! A person's own words go before the generated ones.

use crate::compare::{Also, Comparison, phrase};
use crate::measure::Hierarchy;
use crate::model::{Fate, MAX_SHORT_TEXT, Project, Structure, StructureHead, StructureId};
use crate::say::{self, Noun, Phrase};

/// The longest alternative text in characters.
pub const MAX_ALT: usize = MAX_SHORT_TEXT;

/// The longest name inside an alternative text, in characters.
const MAX_NAME: usize = 80;

/// The picture of a structure in one or two sentences, at most [`MAX_ALT`] characters: the words of
/// a person, else the generated ones.
#[must_use]
pub fn alt_text(project: &Project, structure: &Structure) -> String {
    own_words(&structure.head, None).unwrap_or_else(|| generated_alt(project, structure))
}

/// A comparison in one or two sentences, at most [`MAX_ALT`] characters: the words of a person,
/// else the generated ones.
#[must_use]
pub fn alt_text_compare(project: &Project, comparison: &Comparison) -> String {
    project
        .structure(&comparison.to)
        .and_then(|later| own_words(&later.head, Some(&comparison.from)))
        .unwrap_or_else(|| generated_alt_compare(project, comparison))
}

/// A person's words for a picture.
fn own_words(head: &StructureHead, with: Option<&StructureId>) -> Option<String> {
    let own = head.short_text(with)?;
    Some(clip(own.text.trim(), MAX_ALT))
}

/// What the program itself says of the picture of a structure.
#[must_use]
pub fn generated_alt(project: &Project, structure: &Structure) -> String {
    let language = project.language;
    let hierarchy = Hierarchy::new(structure);
    let bodies = say::count(language, structure.bodies.len(), Noun::Body);
    let about = format!("{}{}", title(structure), place(project, structure));
    let mut first = say::with(language, Phrase::DiagramOf, &[&about, &bodies]);
    if !hierarchy.is_flat() {
        let levels = say::count(language, hierarchy.levels(), Noun::Level);
        first.push_str(&say::with(language, Phrase::OnLevels, &[&levels]));
        let tops: Vec<&str> = structure
            .bodies
            .iter()
            .enumerate()
            .filter(|(at, _)| hierarchy.is_top(*at))
            .map(|(_, body)| body.name.trim())
            .collect();
        if let [top] = tops.as_slice() {
            let top = clip(top, MAX_NAME);
            first.push_str(&say::with(language, Phrase::WithTop, &[&top]));
        }
    }
    first.push('.');
    let apart = structure
        .bodies
        .iter()
        .filter(|b| !b.in_structure())
        .count();
    let undecided = structure.bodies.iter().filter(|b| b.undecided()).count();
    let mut more = Vec::new();
    if apart > 0 {
        let apart = apart.to_string();
        more.push(say::with(language, Phrase::ApartCount, &[&apart]));
    }
    if undecided > 0 {
        let undecided = undecided.to_string();
        more.push(say::with(language, Phrase::UndecidedCount, &[&undecided]));
    }
    let second =
        (!more.is_empty()).then(|| format!("{}.", phrase::capital(&say::list(language, more))));
    fit([Some(first), second].into_iter().flatten())
}

/// What the program itself says of a comparison.
#[must_use]
pub fn generated_alt_compare(project: &Project, comparison: &Comparison) -> String {
    let (Some(old), Some(new)) = (
        project.structure(&comparison.from),
        project.structure(&comparison.to),
    ) else {
        return String::new();
    };
    let half = MAX_NAME / 2;
    let language = project.language;
    let names = [old, new].map(|structure| clip(&structure.label(), half));
    let before = say::count(language, old.bodies.len(), Noun::Body);
    let after = new.bodies.len().to_string();
    let [from, to] = &names;
    let first = format!(
        "{}{}",
        say::with(language, Phrase::ComparisonOf, &[from, to]),
        say::with(language, Phrase::BeforeAfter, &[&before, &after])
    );
    let mut told: Vec<String> = Fate::ALL
        .iter()
        .filter_map(|fate| {
            let n = comparison.count(*fate);
            (n > 0).then(|| say::fated(language, *fate, n))
        })
        .collect();
    let moved = comparison
        .rows
        .iter()
        .filter(|row| row.also.contains(&Also::Moved))
        .count();
    if moved > 0 {
        told.push(say::with(language, Phrase::Moved, &[&moved.to_string()]));
    }
    let unaccounted = comparison.unaccounted.from.len() + comparison.unaccounted.to.len();
    if unaccounted > 0 {
        let unaccounted = unaccounted.to_string();
        told.push(say::with(language, Phrase::Unaccounted, &[&unaccounted]));
    }
    let second = (!told.is_empty()).then(|| format!("{}.", say::list(language, told)));
    fit([Some(first), second].into_iter().flatten())
}

fn title(structure: &Structure) -> String {
    let title = structure.head.title.trim();
    if title.is_empty() {
        structure.label()
    } else {
        clip(title, MAX_NAME)
    }
}

/// ", Redcar and Cleveland", unless the title says it already.
fn place(project: &Project, structure: &Structure) -> String {
    match project.head.place.as_deref().map(str::trim) {
        Some(place) if !place.is_empty() && !structure.head.title.contains(place) => {
            format!(", {}", clip(place, MAX_NAME / 2))
        }
        _ => String::new(),
    }
}

/// As many whole sentences as there is room for; at least a part of the first.
fn fit(sentences: impl Iterator<Item = String>) -> String {
    let mut out = String::new();
    for sentence in sentences {
        if out.is_empty() {
            out = clip(&sentence, MAX_ALT);
        } else if out.chars().count() + 1 + sentence.chars().count() <= MAX_ALT {
            out.push(' ');
            out.push_str(&sentence);
        }
    }
    out
}

/// A text without line breaks, cut with "…" after at most so many characters.
fn clip(text: &str, most: usize) -> String {
    let text: String = text
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    if text.chars().count() <= most {
        return text;
    }
    let cut: String = text.chars().take(most.saturating_sub(1)).collect();
    // Between words where there are any: half a word is read out as another.
    let whole = cut
        .rsplit_once(' ')
        .map_or(cut.as_str(), |(words, _)| words);
    let whole = if whole.chars().count() * 2 > most {
        whole
    } else {
        &cut
    };
    format!("{}…", whole.trim_end())
}
