//! The way from one structure to another as slides: one for each change, with its sentence as the title.

use super::{Morph, Pose, Side, morph};
use crate::compare::{self, phrase};
use crate::describe::{Block, Item as ListItem, TextVersion};
use crate::geom::{Point, Size};
use crate::model::{BodyId, Language, Project, StructureId};
use crate::say::{self, Label, Noun, Sentence};
use crate::scene::compare::furnishing;
use crate::scene::furniture::{self, MARGIN, TitleBlock};
use crate::scene::options::{Options, Paper, Slots};
use crate::scene::page::{self, Body, Furnishing};
use crate::scene::style::Looks;
use crate::scene::theme::Theme;
use crate::scene::transform::Onto;
use crate::scene::{Group, Role, Scene, SceneError, ink};

/// A slide for every change on the way, with its words: what is to be seen when it has been done.
///
/// # Errors
/// [`SceneError`] when the project lacks one of the structures.
pub fn morph_slides(
    project: &Project,
    from: &StructureId,
    to: &StructureId,
    options: &Options,
) -> Result<Vec<(Scene, TextVersion)>, SceneError> {
    let way = morph(project, from, to, options)?;
    let (old, new) = (
        super::super::find(project, from)?,
        super::super::find(project, to)?,
    );
    let options = Options {
        paper: Paper::Slide,
        furniture: true,
        // No places stand empty on the way.
        slots: Slots::Own,
        ..options.clone()
    };
    let looks = Looks::new(project, Theme::of(options.theme));
    let comparison = compare::compare(project, from, to)?;
    let language = project.language;
    let ends = [old.label(), new.label()];
    let [before, after] = ends.each_ref().map(String::as_str);
    let on_the_way = match language {
        Language::English => format!("From {before} to {after}."),
        Language::Welsh => Sentence::FromTo.with(&[before, after]),
    };
    let last = way.steps.len();
    let titles: Vec<TitleBlock> = (1..=last)
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
        .collect();
    let mut around = furnishing(project, old, new, &comparison, &options, &looks);
    // Nothing jumps between two slides: the longest title makes the room for all.
    if let Some(highest) = highest(&titles, looks.theme()) {
        around.title = highest.clone();
    }
    let slides = Slides {
        project,
        way: &way,
        around,
        options: &options,
        looks: &looks,
        structures: [from, to],
    };
    let numbered = (1..).zip(&titles);
    Ok(numbered.map(|(n, title)| slides.slide(n, title)).collect())
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
    let hidden = names.fold(sentence.to_owned(), |text, name| {
        text.replace(name, &name.replace("; ", HIDDEN))
    });
    let shown = |text: &str| text.replace(HIDDEN, "; ");
    let retained = match language {
        Language::English => hidden.split_once(" is retained; "),
        Language::Welsh => {
            let cedwir = Sentence::Retained.with(&[]);
            hidden
                .strip_prefix(&cedwir)
                .and_then(|rest| rest.split_once("; "))
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

fn highest<'a>(titles: &'a [TitleBlock], theme: &Theme) -> Option<&'a TitleBlock> {
    let height = |title: &TitleBlock| furniture::title(title, theme, Point::ZERO, width()).height;
    titles.iter().max_by(|a, b| height(a).total_cmp(&height(b)))
}

/// Width of a slide between its margins.
fn width() -> f64 {
    let (_, long) = Paper::Slide.sides().unwrap_or_default();
    long - 2.0 * MARGIN
}

struct Slides<'a> {
    project: &'a Project,
    way: &'a Morph,
    around: Furnishing,
    options: &'a Options,
    looks: &'a Looks<'a>,
    structures: [&'a StructureId; 2],
}

impl Slides<'_> {
    fn slide(&self, n: usize, title: &TitleBlock) -> (Scene, TextVersion) {
        #[expect(clippy::cast_precision_loss, reason = "there are few steps")]
        let poses = self.way.after(n as f64);
        let groups: Vec<Group> = poses.iter().filter_map(|pose| self.posed(pose)).collect();
        let words = self.words(title, &groups);
        let (options, theme) = (self.options, self.looks.theme());
        let size = self.size();
        let (_, room) = page::best_room(options, &self.around, theme, |room: Size| {
            (room.width / size.width).min(room.height / size.height)
        });
        let body = Body {
            heading: None,
            bounds: size.to_rect() + crate::geom::Vec2::new(MARGIN, MARGIN),
            groups,
        };
        let mut page = page::compose(vec![body], &self.around, &room, options, theme);
        let own = furniture::title(title, theme, Point::new(MARGIN, MARGIN), width());
        for group in page.groups.iter_mut().filter(|g| g.role == Role::Title) {
            *group = own.group.clone();
        }
        ink::apply(&mut page, options.ink);
        let scene = Scene {
            lang: self.project.language.tag(),
            title: title.title.clone(),
            description: words.alt.clone(),
            pages: vec![page],
        };
        (scene, words)
    }

    /// What both sides take together, without their margins.
    fn size(&self) -> Size {
        let [page, _] = self.way.sides();
        let less = 2.0 * MARGIN;
        Size::new(
            (page.size.width - less).max(1.0),
            (page.size.height - less).max(1.0),
        )
    }

    /// A group where it is seen; between two steps nothing is half to be seen.
    fn posed(&self, pose: &Pose) -> Option<Group> {
        if pose.opacity < 0.5 {
            return None;
        }
        let [earlier, later] = self.way.sides();
        let side = match pose.side {
            Side::Earlier => earlier,
            Side::Later => later,
        };
        let onto = Onto {
            scale: 1.0,
            shift: pose.shift,
        };
        Some(onto.group(side.groups.get(pose.group)?.clone()))
    }

    /// The same in words: the change, and the bodies that there are then.
    fn words(&self, title: &TitleBlock, groups: &[Group]) -> TextVersion {
        let mut names: Vec<String> = Vec::new();
        for group in groups {
            if let Role::Body(role) = &group.role {
                let name = self.name(&role.structure, &role.body);
                if !names.contains(&name) {
                    names.push(name);
                }
            }
        }
        let language = self.project.language;
        let bodies = say::count(language, names.len(), Noun::Body);
        let status = title.status.clone().unwrap_or_default();
        let date = title.date.clone().unwrap_or_default();
        let paragraph = |text: String| Block::Paragraph(text);
        let items = names.iter().map(|name| ListItem {
            depth: 0,
            text: name.clone(),
        });
        TextVersion {
            title: title.title.clone(),
            alt: match language {
                Language::English => format!("{status}: {} {bodies} after it.", title.title),
                Language::Welsh => Sentence::AfterIt.with(&[&status, &title.title, &bodies]),
            },
            blocks: vec![
                Block::Heading {
                    level: 1,
                    text: title.title.clone(),
                },
                paragraph(format!("{status}. {date}. {}", title.subtitle)),
                Block::Heading {
                    level: 2,
                    text: match language {
                        Language::English => format!("After this change: {bodies}"),
                        Language::Welsh => Sentence::After.with(&[&bodies]),
                    },
                },
                Block::List(items.collect()),
            ],
        }
    }

    fn name(&self, structure: &StructureId, body: &BodyId) -> String {
        let known = self.structures.contains(&structure);
        let structure = known.then(|| self.project.structure(structure)).flatten();
        structure.map_or_else(String::new, |s| s.body_name(body).to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store;

    #[test]
    fn nothing_but_what_changes_moves_from_slide_to_slide() {
        let project = store::load(store::sample("cheltenham").unwrap().json.as_bytes())
            .unwrap()
            .project;
        let [from, to] = [0, 1].map(|n| project.structures[n].id());
        let slides = morph_slides(&project, from, to, &Options::default()).unwrap();
        let way = morph(&project, from, to, &Options::default()).unwrap();
        assert_eq!(slides.len(), way.steps().len());
        let key = |scene: &Scene| {
            let page = &scene.pages[0];
            assert_eq!((page.size.width, page.size.height), (960.0, 540.0));
            let mut groups = page.groups.iter();
            groups.find(|g| g.role == Role::Legend).cloned()
        };
        let (first, _) = &slides[0];
        assert!(key(first).is_some());
        for (scene, words) in &slides {
            assert_eq!(key(scene), key(first));
            assert_eq!(scene.title, words.title);
            assert!(
                scene.pages[0]
                    .groups
                    .iter()
                    .any(|g| matches!(g.role, Role::Body(_)))
            );
        }
    }

    #[test]
    fn the_title_is_the_first_clause_and_names_stay_whole() {
        for (sentence, names, title, under) in [
            ("Arts is new.", &["Arts"][..], "Arts is new.", None),
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
