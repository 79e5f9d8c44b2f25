//! The way from one structure to another as slides: one for each change, with its sentence as the title.

use super::excerpt::Excerpt;
use super::titles::titles;
use super::worded::{self, Told};
use super::{Morph, Pose, Side, Step, joint, morph};
use crate::compare::{self, Comparison};
use crate::describe::TextVersion;
use crate::geom::{Point, Size};
use crate::model::{Project, Structure, StructureId};
use crate::scene::compare::furnishing;
use crate::scene::furniture::{self, MARGIN, TitleBlock};
use crate::scene::options::{Options, Paper, Slots};
use crate::scene::page::{self, Body, Furnishing, Panes};
use crate::scene::style::Looks;
use crate::scene::theme::Theme;
use crate::scene::transform::Onto;
use crate::scene::{Group, Page, Role, Scene, SceneError, ink};

/// A slide of one change.
#[derive(Clone, Debug, PartialEq)]
pub struct MorphSlide {
    /// Its picture.
    pub scene: Scene,
    /// Its words.
    pub words: TextVersion,
    /// The project as the picture shows it: some of its bodies, as they are at this step. None where it
    /// shows all of them.
    pub shown: Option<Box<Project>>,
}

/// A slide for every change on the way, with its words: what is to be seen when it has been done.
/// `before` is asked before each whether to go on.
///
/// # Errors
/// [`SceneError`] when the project lacks one of the structures; what `before` answers.
pub fn morph_slides<E: From<SceneError>>(
    project: &Project,
    (from, to): (&StructureId, &StructureId),
    options: &Options,
    before: &mut dyn FnMut() -> Result<(), E>,
) -> Result<Vec<MorphSlide>, E> {
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
    let comparison = compare::compare(project, from, to).map_err(SceneError::from)?;
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
    let mut out = Vec::new();
    for ((n, title), step) in steps {
        before()?;
        out.push(match &whole {
            Some(sheet) => slides.slide(n, title, sheet),
            None => slides.excerpt(n, title, step),
        });
    }
    Ok(out)
}

/// Text of this size in pt is read from the back of a room.
pub(super) const READ: f64 = 12.0;

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
            let slide = self.slide(self.titles.len(), first, &sheet);
            let scene = slide.scene;
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
    fn slide(&self, n: usize, title: &TitleBlock, sheet: &Sheet) -> MorphSlide {
        let groups = self.after(n);
        let words = self.told(n, title).words(None);
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
        MorphSlide {
            scene: self.scene(title, page, &words),
            words,
            shown: None,
        }
    }

    /// The bodies of a change, and those directly over and under them, before and after it.
    fn excerpt(&self, n: usize, title: &TitleBlock, step: &Step) -> MorphSlide {
        let excerpt = Excerpt::of((self.way, n), step, self.comparison, self.structures);
        let others = worded::others(self.project.language, excerpt.others);
        let told = self.told(n, title);
        let words = told.words(others.as_deref());
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
        MorphSlide {
            scene: self.scene(title, page, &words),
            words,
            shown: Some(Box::new(excerpt.project(self.project))),
        }
    }

    /// An excerpt on a smaller sheet, printed as large as a slide.
    fn drawn(
        &self,
        excerpt: &Excerpt,
        title: &TitleBlock,
        others: Option<&str>,
        paper: Paper,
    ) -> Page {
        let mut options = Options {
            paper,
            slots: Slots::Shared,
            // Its cards stand elsewhere than those of the other language.
            twin: None,
            ..self.options.clone()
        };
        let [old, new] = &excerpt.sides;
        let (comparison, looks) = (&excerpt.comparison, self.looks);
        let mut around = furnishing(self.project, old, new, comparison, &options, looks);
        around.title = title.clone();
        // That it is an excerpt is always said, whatever else is left out.
        if let Some(others) = others {
            let surround = &mut options.surround;
            if surround.title {
                around.title.subtitle = format!("{} {others}", title.subtitle);
            } else {
                if !surround.notes {
                    around.notes.clear();
                }
                around.notes.insert(0, others.to_owned());
                surround.notes = true;
            }
        }
        let panes = [Panes::Beside, Panes::Over];
        let on = (&around, panes.as_slice());
        let both = joint::place((old, new), comparison.clone(), &options, looks, on);
        Onto::enlarged(both.on_page(&around, &options, looks), slide_size())
    }

    fn told<'b>(&'b self, n: usize, title: &'b TitleBlock) -> Told<'b> {
        Told {
            language: self.project.language,
            title,
            structures: self.structures,
            moment: self.way.settled(n),
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

    /// A page as the picture of a slide.
    fn scene(&self, title: &TitleBlock, page: Page, words: &TextVersion) -> Scene {
        Scene {
            lang: self.project.language.tag(),
            title: title.title.clone(),
            description: words.alt.clone(),
            pages: vec![page],
        }
    }
}

/// Width of a sheet between its margins.
fn width(options: &Options) -> f64 {
    let (_, long) = options.paper.sides().unwrap_or_default();
    long - 2.0 * MARGIN
}
