//! The way from one structure to another as slides: one for each change, with its sentence as the title.

use std::collections::BTreeSet;

use super::excerpt::Excerpt;
use super::titles::titles;
use super::{Morph, Pose, Side, Step, joint, morph};
use crate::compare::{self, Comparison};
use crate::describe::{Block, Item as ListItem, TextVersion};
use crate::geom::{Point, Size};
use crate::model::{BodyId, Language, Project, Structure, StructureId};
use crate::say::{self, Label, Noun, Sentence};
use crate::scene::compare::furnishing;
use crate::scene::furniture::{self, MARGIN, TitleBlock};
use crate::scene::options::{Options, Paper, Slots};
use crate::scene::page::{self, Body, Furnishing, Panes};
use crate::scene::style::Looks;
use crate::scene::theme::Theme;
use crate::scene::transform::Onto;
use crate::scene::{Group, Page, Role, Scene, SceneError, ink};

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
    let titles = titles(project.language, &way, [old, new], &options);
    let slides = Slides {
        project,
        way: &way,
        options: &options,
        looks: &looks,
        comparison: &comparison,
        structures: [old, new],
        titles: &titles,
    };
    let whole = slides.whole();
    let steps = (1..).zip(&titles).zip(way.steps());
    let slide = |((n, title), step)| match &whole {
        Some(sheet) => slides.slide(n, title, sheet),
        None => slides.excerpt(n, title, step),
    };
    Ok(steps.map(slide).collect())
}

/// Text of this size in pt is read from the back of a room.
const READ: f64 = 12.0;

/// How many times as large a slide may print, the largest first: what fits a smaller sheet is printed
/// larger.
const LARGER: [f64; 5] = [1.6, 1.45, 1.3, 1.15, 1.0];

/// The size of a slide.
fn slide_size() -> Size {
    let (short, long) = Paper::Slide.sides().unwrap_or_default();
    Size::new(long, short)
}

/// A sheet of which a slide prints so many times as large.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a slide is less than 400 mm wide"
)]
fn sheet(larger: f64) -> Paper {
    if larger <= 1.0 {
        return Paper::Slide;
    }
    let mm = |pt: f64| (pt / larger / 72.0 * 25.4).round() as u16;
    let size = slide_size();
    Paper::Custom(mm(size.width), mm(size.height))
}

struct Slides<'a> {
    project: &'a Project,
    way: &'a Morph,
    options: &'a Options,
    looks: &'a Looks<'a>,
    comparison: &'a Comparison,
    structures: [&'a Structure; 2],
    titles: &'a [TitleBlock],
}

/// A sheet on which the whole can be read, with what stands round the drawing.
struct Sheet {
    options: Options,
    around: Furnishing,
}

impl Slides<'_> {
    /// The sheet on which every slide can show the whole; none where it would be too small.
    fn whole(&self) -> Option<Sheet> {
        let first = self.titles.first()?;
        let [old, new] = self.structures;
        LARGER.into_iter().find_map(|larger| {
            let options = Options {
                paper: sheet(larger),
                ..self.options.clone()
            };
            let mut around = furnishing(
                self.project,
                old,
                new,
                self.comparison,
                &options,
                self.looks,
            );
            // Nothing jumps between two slides: the longest title makes the room for all.
            if let Some(highest) = self.highest(width(&options)) {
                around.title = highest.clone();
            }
            let sheet = Sheet { options, around };
            let (scene, _) = self.slide(self.titles.len(), first, &sheet);
            scene
                .smallest_text()
                .is_some_and(|size| size >= READ)
                .then_some(sheet)
        })
    }

    fn highest(&self, width: f64) -> Option<&TitleBlock> {
        let theme = self.looks.theme();
        let height = |title: &TitleBlock| furniture::title(title, theme, Point::ZERO, width).height;
        let titles = self.titles.iter();
        titles.max_by(|a, b| height(a).total_cmp(&height(b)))
    }

    /// Everything that there is after a change.
    fn slide(&self, n: usize, title: &TitleBlock, sheet: &Sheet) -> (Scene, TextVersion) {
        let groups: Vec<Group> = self.after(n);
        let words = self.words(title, &groups, None);
        let (options, theme) = (&sheet.options, self.looks.theme());
        let size = self.size();
        let (_, room) = page::best_room(options, &sheet.around, theme, |room: Size| {
            (room.width / size.width).min(room.height / size.height)
        });
        let body = Body {
            heading: None,
            bounds: size.to_rect() + crate::geom::Vec2::new(MARGIN, MARGIN),
            groups,
        };
        let mut page = page::compose(vec![body], &sheet.around, &room, options, theme);
        let own = furniture::title(title, theme, Point::new(MARGIN, MARGIN), width(options));
        for group in page.groups.iter_mut().filter(|g| g.role == Role::Title) {
            *group = own.group.clone();
        }
        ink::apply(&mut page, options.ink);
        let page = Onto::enlarged(page, slide_size());
        (self.scene(title, page, &words), words)
    }

    /// The bodies of a change, and those directly over and under them, before and after it.
    fn excerpt(&self, n: usize, title: &TitleBlock, step: &Step) -> (Scene, TextVersion) {
        let groups = self.after(n);
        let excerpt = Excerpt::of(step, self.comparison, self.structures);
        let others = self.others(&groups, &excerpt);
        let words = self.words(title, &groups, others.as_deref());
        let drawn = |larger: f64| {
            let page = self.drawn(&excerpt, title, others.as_deref(), sheet(larger));
            (page.smallest_text().unwrap_or(READ), page)
        };
        let (mut size, mut page) = drawn(1.0);
        for larger in LARGER.into_iter().filter(|larger| *larger > 1.0) {
            let other = drawn(larger);
            if other.0 > size {
                (size, page) = other;
            }
            if size >= READ {
                break;
            }
        }
        (self.scene(title, page, &words), words)
    }

    /// An excerpt on a smaller sheet, printed as large as a slide.
    fn drawn(
        &self,
        excerpt: &Excerpt,
        title: &TitleBlock,
        others: Option<&str>,
        paper: Paper,
    ) -> Page {
        let options = Options {
            paper,
            slots: Slots::Shared,
            ..self.options.clone()
        };
        let [old, new] = &excerpt.sides;
        let (comparison, looks) = (&excerpt.comparison, self.looks);
        let mut around = furnishing(self.project, old, new, comparison, &options, looks);
        around.title = title.clone();
        around.notes.splice(0..0, others.map(str::to_owned));
        let panes = [Panes::Beside, Panes::Over];
        let on = (&around, panes.as_slice());
        let both = joint::place((old, new), comparison.clone(), &options, looks, on);
        Onto::enlarged(both.on_page(&around, &options, looks), slide_size())
    }

    /// "9 other bodies do not change in this step."
    fn others(&self, groups: &[Group], excerpt: &Excerpt) -> Option<String> {
        let [old, _] = self.structures;
        let left: BTreeSet<(&StructureId, &BodyId)> = groups
            .iter()
            .filter_map(|group| match &group.role {
                Role::Body(role) => Some((&role.structure, &role.body)),
                _ => None,
            })
            .filter(|(structure, body)| {
                let [before, after] = &excerpt.kept;
                let kept = if *structure == old.id() {
                    before
                } else {
                    after
                };
                !kept.contains(*body)
            })
            .collect();
        match left.len() {
            0 => None,
            1 => Some(say::say(self.project.language, Label::OneUnchanged)),
            more => Some(say::with(
                self.project.language,
                Label::OthersUnchanged,
                &[&more.to_string()],
            )),
        }
    }

    /// What there is after a change, where it is then.
    fn after(&self, n: usize) -> Vec<Group> {
        #[expect(clippy::cast_precision_loss, reason = "there are few steps")]
        let poses = self.way.after(n as f64);
        poses.iter().filter_map(|pose| self.posed(pose)).collect()
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
    fn words(&self, title: &TitleBlock, groups: &[Group], others: Option<&str>) -> TextVersion {
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
            ]
            .into_iter()
            .chain(
                others.map(|others| paragraph(say::with(language, Label::ShowsChanges, &[others]))),
            )
            .chain([
                Block::Heading {
                    level: 2,
                    text: match language {
                        Language::English => format!("After this change: {bodies}"),
                        Language::Welsh => Sentence::After.with(&[&bodies]),
                    },
                },
                Block::List(items.collect()),
            ])
            .collect(),
        }
    }

    /// A page as the picture of a slide.
    fn scene(&self, title: &TitleBlock, page: Page, words: &TextVersion) -> Scene {
        Scene {
            lang: self.project.language.tag(),
            title: title.title.clone(),
            description: words.alt.clone(),
            pages: vec![page],
        }
    }

    fn name(&self, structure: &StructureId, body: &BodyId) -> String {
        let mut sides = self.structures.iter();
        let structure = sides.find(|side| side.id() == structure);
        structure.map_or_else(String::new, |s| s.body_name(body).to_owned())
    }
}

/// Width of a sheet between its margins.
fn width(options: &Options) -> f64 {
    let (_, long) = options.paper.sides().unwrap_or_default();
    long - 2.0 * MARGIN
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store;

    #[test]
    fn a_whole_that_can_be_read_stays_and_nothing_but_what_changes_moves() {
        let text = r#"{"format": "dotted-line", "version": "1.0", "title": "Plan", "structures": [
            {"id": "now", "title": "Now", "bodies": [{"id": "board", "name": "Board"},
              {"id": "arts", "name": "Arts"}, {"id": "crafts", "name": "Crafts"}],
             "links": [{"id": "a", "kind": "reports-to", "from": "arts", "to": "board"},
              {"id": "c", "kind": "reports-to", "from": "crafts", "to": "board"}]},
            {"id": "then", "title": "Then", "bodies": [{"id": "forum", "name": "Forum"},
              {"id": "arts", "name": "Arts"}],
             "links": [{"id": "a", "kind": "reports-to", "from": "arts", "to": "forum"}]}],
            "lineage": [
             {"from_structure": "now", "to_structure": "then", "from": ["board"], "to": ["forum"]},
             {"from_structure": "now", "to_structure": "then", "from": ["arts"], "to": ["arts"]},
             {"from_structure": "now", "to_structure": "then", "from": ["crafts"], "to": []}]}"#;
        let project = store::load(text.as_bytes()).unwrap().project;
        let [from, to] = [0, 1].map(|n| project.structures[n].id());
        let slides = morph_slides(&project, from, to, &Options::default()).unwrap();
        let way = morph(&project, from, to, &Options::default()).unwrap();
        assert_eq!(slides.len(), way.steps().len());
        let of = |scene: &Scene, wanted: fn(&Role) -> bool| -> Vec<Group> {
            let groups = scene.pages[0].groups.iter();
            groups.filter(|g| wanted(&g.role)).cloned().collect()
        };
        let arts = |role: &Role| matches!(role, Role::Body(b) if b.body.as_str() == "arts");
        let first = &slides[0].0;
        for (scene, words) in &slides {
            let size = scene.pages[0].size;
            assert_eq!((size.width, size.height), (960.0, 540.0));
            assert!(scene.smallest_text().unwrap() >= READ);
            let key = |scene| of(scene, |role| *role == Role::Legend);
            assert_eq!(key(scene), key(first));
            let place = |scene| of(scene, arts)[0].outline();
            assert_eq!(place(scene), place(first), "who stays is seen where it was");
            assert_eq!(scene.title, words.title);
            assert!(!words.to_markdown().contains("in this step"));
        }
    }

    #[test]
    fn a_change_among_many_bodies_is_shown_with_its_neighbours_alone_and_large() {
        let drawn = |scene: &Scene| -> BTreeSet<(StructureId, BodyId)> {
            let groups = scene.pages[0].groups.iter();
            let bodies = groups.filter_map(|group| match &group.role {
                Role::Body(role) => Some((role.structure.clone(), role.body.clone())),
                _ => None,
            });
            bodies.collect()
        };
        let written = |scene: &Scene| -> String {
            let items = scene.pages[0].groups.iter().flat_map(|g| &g.items);
            let texts = items.filter_map(|item| match item {
                crate::scene::Item::Text { run, .. } => Some(run.text.to_string()),
                _ => None,
            });
            texts.collect::<Vec<_>>().join(" ")
        };
        for sample in store::samples() {
            let project = store::load(sample.json.as_bytes()).unwrap().project;
            let [from, to] = [0, 1].map(|n| project.structures[n].id());
            let slides = morph_slides(&project, from, to, &Options::default()).unwrap();
            let way = morph(&project, from, to, &Options::default()).unwrap();
            for ((scene, words), step) in slides.iter().zip(way.steps()) {
                let size = scene.smallest_text().unwrap();
                let bodies = drawn(scene);
                let large = size >= READ || bodies.len() > 6;
                assert!(large, "{} {size:.1}: {}", sample.name, scene.title);
                assert!(size >= 9.0, "{} {size:.1}: {}", sample.name, scene.title);
                for (side, body) in &step.bodies {
                    let structure = if *side == Side::Earlier { from } else { to };
                    assert!(
                        bodies.contains(&(structure.clone(), body.clone())),
                        "{body}"
                    );
                }
                let told = "in this step.";
                assert_eq!(
                    written(scene).contains(told),
                    words.to_markdown().contains(told),
                    "{}",
                    scene.title
                );
            }
        }
    }
}
