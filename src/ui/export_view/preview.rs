//! The preview: the pages of the file, painted as the canvas is.

use std::sync::Arc;

use egui::{
    ComboBox, Key, Modifiers, Rect, ScrollArea, Sense, Stroke, StrokeKind, Ui, UiBuilder, Vec2,
    WidgetInfo, WidgetType,
};
use egui_phosphor::regular as icon;

use super::reading::{Remedy, smallest};
use crate::editor::Revision;
use crate::model::Project;
use crate::publish::{self, Note, Order};
use crate::scene::{Colour, Page, Sight};
use crate::ui::canvas::convert::{colour, length};
use crate::ui::canvas::paint::{Onto, group_shapes};
use crate::ui::theme;
use crate::ui::widgets::{button, muted, muted_colour};

/// What a preview depends on: equal keys, equal pages.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct PlanKey {
    pub(crate) revision: Revision,
    pub(crate) order: Order,
}

/// A file as it will be.
#[derive(Debug)]
pub(crate) struct Planned {
    pub(crate) pages: Vec<Page>,
    pub(crate) description: String,
    /// What a person should know, beside the size of text.
    pub(crate) notes: Vec<String>,
    /// Size of the smallest text in pt.
    pub(crate) smallest: Option<f64>,
}

/// Makes a preview.
pub(crate) fn planned(key: &PlanKey, project: &Project) -> Result<Planned, String> {
    let plan = publish::plan(
        project,
        &key.order,
        &|_| std::ops::ControlFlow::Continue(()),
    );
    let plan = plan.map_err(|error| error.to_string())?;
    let notes = plan.notes.iter();
    let notes = notes.filter(|note| {
        !matches!(
            note.said(),
            Note::SmallText { .. } | Note::SmallOnSlide { .. }
        )
    });
    Ok(Planned {
        notes: notes.map(ToString::to_string).collect(),
        smallest: smallest(&plan.pages),
        pages: plan.pages,
        description: plan.description,
    })
}

/// Through which eyes a page is seen: the preview alone, never the file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Eyes {
    /// As it prints.
    #[default]
    Usual,
    /// As a photocopier shows it.
    Photocopier,
    /// Of somebody who sees no green light, the commonest form.
    RedGreen,
    /// Of somebody who sees no blue light.
    BlueYellow,
}

impl Eyes {
    const ALL: [Self; 4] = [
        Self::Usual,
        Self::Photocopier,
        Self::RedGreen,
        Self::BlueYellow,
    ];

    fn name(self) -> &'static str {
        match self {
            Self::Usual => "As printed",
            Self::Photocopier => "Photocopy",
            Self::RedGreen => "Colour-blind: red-green",
            Self::BlueYellow => "Colour-blind: blue-yellow",
        }
    }

    fn see(self, colour: Colour) -> Colour {
        match self {
            Self::Usual => colour,
            Self::Photocopier => colour.grey(),
            Self::RedGreen => Sight::Deutan.of(colour),
            Self::BlueYellow => Sight::Tritan.of(colour),
        }
    }
}

/// How large a page is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Size {
    #[default]
    Whole,
    Width,
    /// As large as on paper, on a usual screen.
    Paper,
}

/// Points of the window for one pt of paper at its own size: 96 against 72 to the inch.
const PAPER: f32 = 96.0 / 72.0;
/// Room round a page.
const MARGIN: f32 = 16.0;

/// What the preview knows.
#[derive(Debug, Default)]
pub(crate) struct Preview {
    asked: Option<PlanKey>,
    shown: Option<(PlanKey, Result<Arc<Planned>, String>)>,
    asked_remedies: Option<PlanKey>,
    remedies: Option<(PlanKey, Vec<Remedy>)>,
    /// The page that is shown, from 0.
    page: usize,
    size: Size,
    eyes: Eyes,
    /// The page through other eyes.
    seen: Option<(Arc<Planned>, usize, Eyes, Page)>,
}

impl Preview {
    /// Whether this is to be asked for now; said once.
    pub(super) fn asks(&mut self, key: &PlanKey) -> bool {
        if self.asked.as_ref() == Some(key) {
            return false;
        }
        let other = |asked: &PlanKey| asked.order.what != key.order.what;
        if self.asked.as_ref().is_some_and(other) {
            self.page = 0;
        }
        self.asked = Some(key.clone());
        true
    }

    /// Whether remedies are to be asked for now; said once.
    pub(super) fn asks_remedies(&mut self, key: &PlanKey) -> bool {
        if self.asked_remedies.as_ref() == Some(key) {
            return false;
        }
        self.asked_remedies = Some(key.clone());
        true
    }

    /// Only what was asked for last counts.
    pub(crate) fn take(&mut self, key: PlanKey, planned: Result<Planned, String>) {
        if self.asked.as_ref() == Some(&key) {
            self.shown = Some((key, planned.map(Arc::new)));
        }
    }

    /// Remedies for what was asked for last.
    pub(crate) fn take_remedies(&mut self, key: PlanKey, remedies: Vec<Remedy>) {
        if self.asked_remedies.as_ref() == Some(&key) {
            self.remedies = Some((key, remedies));
        }
    }

    /// The preview of this order, once it is there.
    pub(super) fn of(&self, key: &PlanKey) -> Option<&Result<Arc<Planned>, String>> {
        let (shown, planned) = self.shown.as_ref()?;
        (shown == key).then_some(planned)
    }

    /// The remedies for this order, once they are known.
    pub(super) fn remedies_of(&self, key: &PlanKey) -> Option<&[Remedy]> {
        let (of, remedies) = self.remedies.as_ref()?;
        (of == key).then_some(remedies)
    }

    /// The page that is shown, from 0.
    pub(super) fn page(&self) -> usize {
        self.page
    }

    fn pages(&self) -> usize {
        match &self.shown {
            Some((_, Ok(planned))) => planned.pages.len(),
            _ => 0,
        }
    }

    /// Which page, how large, through whose eyes.
    pub(super) fn bar_ui(&mut self, ui: &mut Ui, current: bool) {
        let pages = self.pages();
        self.page = self.page.min(pages.saturating_sub(1));
        let (before, after) = ui.input_mut(|i| {
            (
                i.consume_key(Modifiers::NONE, Key::PageUp),
                i.consume_key(Modifiers::NONE, Key::PageDown),
            )
        });
        let (first, last) = (self.page == 0, self.page + 1 >= pages);
        let back = ui.add_enabled_ui(!first, |ui| button(ui, icon::CARET_LEFT, "Previous page"));
        if (back.inner.clicked() || before) && !first {
            self.page -= 1;
        }
        let words = match pages {
            0 => "No pages".to_owned(),
            of => format!("Page {} of {of}", self.page + 1),
        };
        ui.label(words);
        let on = ui.add_enabled_ui(!last, |ui| button(ui, icon::CARET_RIGHT, "Next page"));
        if (on.inner.clicked() || after) && !last {
            self.page += 1;
        }
        let air = if ui.available_width() > 480.0 {
            8.0
        } else {
            0.0
        };
        ui.add_space(air);
        for (size, words) in [
            (Size::Whole, "Whole page"),
            (Size::Width, "Fit width"),
            (Size::Paper, "Actual size"),
        ] {
            ui.selectable_value(&mut self.size, size, words);
        }
        ui.add_space(air);
        let combo = ComboBox::from_id_salt("seen as").selected_text(self.eyes.name());
        let combo = combo.show_ui(ui, |ui| {
            for eyes in Eyes::ALL {
                ui.selectable_value(&mut self.eyes, eyes, eyes.name());
            }
        });
        let words = format!("Seen as: {}", self.eyes.name());
        combo
            .response
            .widget_info(|| WidgetInfo::labeled(WidgetType::ComboBox, true, &words));
        if !current {
            ui.label(egui::RichText::new("Being made…").color(muted_colour(ui)));
        }
    }

    /// The page, or why there is none.
    pub(super) fn page_ui(&mut self, ui: &mut Ui) {
        let planned = match &self.shown {
            None => {
                ui.centered_and_justified(|ui| muted(ui, "The preview is being made."));
                return;
            }
            Some((_, Err(sentence))) => {
                ui.centered_and_justified(|ui| muted(ui, sentence));
                return;
            }
            Some((_, Ok(planned))) => Arc::clone(planned),
        };
        let Some(page) = planned.pages.get(self.page) else {
            let words = "These are data for another program: there are no pages to be shown.";
            ui.centered_and_justified(|ui| muted(ui, words));
            return;
        };
        self.see(&planned, page);
        let page = match &self.seen {
            Some((.., seen)) => seen,
            None => page,
        };
        let room = ui.available_size();
        let zoom = self.zoom(page, room);
        let words = format!(
            "Preview, page {} of {}. {}",
            self.page + 1,
            planned.pages.len(),
            planned.description
        );
        ScrollArea::both()
            .id_salt(("preview", self.page))
            .auto_shrink(false)
            .show(ui, |ui| painted_ui(ui, page, zoom, room, &words));
    }

    fn zoom(&self, page: &Page, room: Vec2) -> f32 {
        let (wide, high) = (length(page.size.width), length(page.size.height));
        let bar = 10.0;
        let across = (room.x - 2.0 * MARGIN - bar) / wide.max(1.0);
        let zoom = match self.size {
            Size::Whole => across.min((room.y - 2.0 * MARGIN) / high.max(1.0)),
            Size::Width => across,
            Size::Paper => PAPER,
        };
        zoom.clamp(0.02, 4.0)
    }

    /// Keeps the page as it is seen: its colours are changed once, not in every frame.
    fn see(&mut self, planned: &Arc<Planned>, page: &Page) {
        if self.eyes == Eyes::Usual {
            self.seen = None;
            return;
        }
        let kept = self.seen.as_ref().is_some_and(|(of, at, eyes, _)| {
            Arc::ptr_eq(of, planned) && *at == self.page && *eyes == self.eyes
        });
        if !kept {
            let mut seen = page.clone();
            seen.recolour(|colour| self.eyes.see(colour));
            self.seen = Some((Arc::clone(planned), self.page, self.eyes, seen));
        }
    }
}

/// White paper with a thin edge, and what is printed on it.
fn painted_ui(ui: &mut Ui, page: &Page, zoom: f32, room: Vec2, words: &str) {
    let size = Vec2::new(length(page.size.width), length(page.size.height)) * zoom;
    let field = (size + Vec2::splat(2.0 * MARGIN)).max(room - Vec2::splat(2.0));
    let (field, _) = ui.allocate_exact_size(field, Sense::hover());
    let sheet = Rect::from_center_size(field.center(), size);
    let mut child = ui.new_child(UiBuilder::new().max_rect(sheet));
    let (_, response) = child.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Image, true, words));
    let clip = ui.clip_rect().intersect(sheet);
    let painter = ui.painter().with_clip_rect(clip);
    painter.rect_filled(sheet, 0.0, colour(page.ground));
    let onto = Onto {
        zoom,
        origin: sheet.min.to_vec2(),
        clip,
    };
    let mut shapes = Vec::new();
    for group in &page.groups {
        group_shapes(&painter, &onto, group, &mut shapes);
    }
    painter.extend(shapes);
    let edge = Stroke::new(1.0, colour(theme::theme(ui.ctx()).ui.control));
    ui.painter()
        .rect_stroke(sheet, 0.0, edge, StrokeKind::Outside);
}
