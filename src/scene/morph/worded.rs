//! A slide in words: the change, and the bodies that there are after it.

use super::Side;
use super::moment::{Key, Moment};
use crate::describe::{Block, Item, TextVersion};
use crate::model::{Language, Structure};
use crate::say::{self, Label, Noun, Sentence};
use crate::scene::furniture::TitleBlock;

/// "9 other bodies do not change in this step."
pub(super) fn others(language: Language, count: usize) -> Option<String> {
    match count {
        0 => None,
        1 => Some(say::say(language, Label::OneUnchanged)),
        more => {
            let more = more.to_string();
            Some(say::with(language, Label::OthersUnchanged, &[&more]))
        }
    }
}

/// What is told of a change.
pub(super) struct Told<'a> {
    pub(super) language: Language,
    pub(super) title: &'a TitleBlock,
    pub(super) structures: [&'a Structure; 2],
    /// What there is when it has been done.
    pub(super) moment: Moment,
}

impl Told<'_> {
    /// The words; `others` where the picture shows an excerpt.
    pub(super) fn words(&self, others: Option<&str>) -> TextVersion {
        let (language, title) = (self.language, self.title);
        let bodies = say::count(language, self.moment.bodies.len(), Noun::Body);
        let status = title.status.clone().unwrap_or_default();
        let date = title.date.clone().unwrap_or_default();
        let excerpt = others.map(|others| say::with(language, Label::ShowsChanges, &[others]));
        let paragraphs = [format!("{status}. {date}. {}", title.subtitle)];
        let paragraphs = paragraphs.into_iter().chain(excerpt);
        let head = Block::Heading {
            level: 1,
            text: title.title.clone(),
        };
        let after = Block::Heading {
            level: 2,
            text: match language {
                Language::English => format!("After this change: {bodies}"),
                Language::Welsh => Sentence::After.with(&[&bodies]),
            },
        };
        TextVersion {
            title: title.title.clone(),
            alt: match language {
                Language::English => format!("{status}: {} {bodies} after it.", title.title),
                Language::Welsh => Sentence::AfterIt.with(&[&status, &title.title, &bodies]),
            },
            blocks: std::iter::once(head)
                .chain(paragraphs.map(Block::Paragraph))
                .chain([after, Block::List(self.list())])
                .collect(),
        }
    }

    /// Everybody who is there, in the order of the structures; two may have one name.
    fn list(&self) -> Vec<Item> {
        let bodies = Side::each(self.structures).flat_map(|(side, structure)| {
            let keys = structure.bodies.iter().map(move |b| (side, b.id.clone()));
            let there = keys.filter(|key: &Key| self.moment.bodies.contains(key));
            there.map(|(_, id)| structure.body_name(&id).to_owned())
        });
        bodies.map(|text| Item { depth: 0, text }).collect()
    }
}
