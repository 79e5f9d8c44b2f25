//! Fonts, text sizes and colours of the window, from the same theme as the scene.

use std::sync::Arc;

use egui::style::{Selection, WidgetVisuals, Widgets};
use egui::{
    Context, CornerRadius, FontData, FontDefinitions, FontFamily, FontId, Margin, RichText, Shadow,
    Stroke, Style, TextStyle, Vec2, Visuals,
};

use super::canvas::convert::colour;
use crate::scene::theme::{Theme, ThemeName, UiColours};
use crate::text::{Face, font_bytes};

/// Semibold text of the window, with icons.
pub(crate) fn strong_family() -> FontFamily {
    FontFamily::Name("strong".into())
}

/// The family that paints rows of a scene: the bundled face alone, so that a character that it
/// lacks shows as in every file.
pub(crate) fn scene_family(face: Face) -> FontFamily {
    match face {
        Face::Regular => FontFamily::Name("scene regular".into()),
        Face::SemiBold => FontFamily::Name("scene semibold".into()),
    }
}

/// Semibold words at a size in points.
pub(crate) fn strong(text: impl Into<String>, size: f32) -> RichText {
    RichText::new(text).family(strong_family()).size(size)
}

/// The theme that is shown.
pub(crate) fn name(ctx: &Context) -> ThemeName {
    match ctx.theme() {
        egui::Theme::Light => ThemeName::Light,
        egui::Theme::Dark => ThemeName::Dark,
    }
}

/// The colours that are shown.
pub(crate) fn theme(ctx: &Context) -> &'static Theme {
    Theme::of(name(ctx))
}

/// Sets fonts and both styles; once, at the start.
pub(crate) fn install(ctx: &Context) {
    ctx.set_fonts(fonts());
    ctx.set_style_of(egui::Theme::Light, style(ThemeName::Light));
    ctx.set_style_of(egui::Theme::Dark, style(ThemeName::Dark));
    ctx.options_mut(|options| {
        // Zooming of the text stands in the menu; the keys zoom the drawing.
        options.zoom_with_keyboard = false;
        // Where the system says nothing, the window looks like paper.
        options.fallback_theme = egui::Theme::Light;
    });
}

fn fonts() -> FontDefinitions {
    let mut fonts = FontDefinitions::default();
    let icons = egui_phosphor::Variant::Regular.font_bytes();
    let own = [
        ("regular", font_bytes(Face::Regular)),
        ("semibold", font_bytes(Face::SemiBold)),
        ("icons", icons),
    ];
    for (name, bytes) in own {
        let data = Arc::new(FontData::from_static(bytes));
        fonts.font_data.insert(name.to_owned(), data);
    }
    // egui's own faces stand last: they have signs that the bundled face lacks.
    let others = fonts.families.get(&FontFamily::Proportional);
    let others = others.cloned().unwrap_or_default();
    let stack = |first: &str| -> Vec<String> {
        let own = [first.to_owned(), "icons".to_owned()];
        own.into_iter().chain(others.iter().cloned()).collect()
    };
    let families = [
        (FontFamily::Proportional, stack("regular")),
        (strong_family(), stack("semibold")),
        (scene_family(Face::Regular), vec!["regular".to_owned()]),
        (scene_family(Face::SemiBold), vec!["semibold".to_owned()]),
    ];
    fonts.families.extend(families);
    fonts
}

fn style(name: ThemeName) -> Style {
    let theme = Theme::of(name);
    let mut style = Style {
        visuals: visuals(name, &theme.ui),
        ..Style::default()
    };
    let plain = |size| FontId::new(size, FontFamily::Proportional);
    style.text_styles = [
        (TextStyle::Heading, FontId::new(15.0, strong_family())),
        (TextStyle::Body, plain(13.5)),
        (TextStyle::Button, plain(13.5)),
        (TextStyle::Small, plain(12.0)),
        (
            TextStyle::Monospace,
            FontId::new(13.0, FontFamily::Monospace),
        ),
    ]
    .into();
    let spacing = &mut style.spacing;
    spacing.item_spacing = Vec2::new(8.0, 6.0);
    spacing.button_padding = Vec2::new(10.0, 4.0);
    spacing.interact_size = Vec2::new(28.0, 28.0);
    spacing.icon_width = 16.0;
    spacing.icon_width_inner = 10.0;
    spacing.menu_margin = Margin::same(6);
    spacing.window_margin = Margin::same(16);
    spacing.scroll.bar_width = 8.0;
    style.interaction.selectable_labels = false;
    style.interaction.tooltip_delay = 0.4;
    // No movement on the screen that a person did not ask for.
    style.animation_time = 0.0;
    style
}

fn visuals(name: ThemeName, ui: &UiColours) -> Visuals {
    let mut v = match name {
        ThemeName::Light => Visuals::light(),
        ThemeName::Dark => Visuals::dark(),
    };
    v.widgets = widgets(ui);
    v.selection = Selection {
        bg_fill: colour(ui.accent_tint),
        stroke: Stroke::new(1.0, colour(ui.accent)),
    };
    v.override_text_color = None;
    v.weak_text_color = Some(colour(ui.muted));
    v.hyperlink_color = colour(ui.accent);
    v.faint_bg_color = colour(ui.raised);
    v.extreme_bg_color = colour(ui.panel);
    v.code_bg_color = colour(ui.raised);
    v.warn_fg_color = colour(ui.warning);
    v.error_fg_color = colour(ui.danger);
    v.window_fill = colour(ui.panel);
    v.window_stroke = Stroke::new(1.0, colour(ui.control));
    v.window_corner_radius = CornerRadius::same(4);
    v.menu_corner_radius = CornerRadius::same(4);
    v.window_shadow = Shadow::NONE;
    v.popup_shadow = Shadow::NONE;
    v.panel_fill = colour(ui.panel);
    // A blinking cursor paints frames for ever, also while nobody types.
    v.text_cursor.blink = false;
    v
}

fn widgets(ui: &UiColours) -> Widgets {
    let look = |fill, edge, width, text| WidgetVisuals {
        bg_fill: colour(fill),
        weak_bg_fill: colour(fill),
        bg_stroke: Stroke::new(width, colour(edge)),
        corner_radius: CornerRadius::same(4),
        fg_stroke: Stroke::new(1.0, colour(text)),
        expansion: 0.0,
    };
    Widgets {
        noninteractive: look(ui.panel, ui.border, 1.0, ui.text),
        inactive: look(ui.panel, ui.control, 1.0, ui.text),
        hovered: look(ui.raised, ui.accent, 1.5, ui.text),
        active: look(ui.accent_tint, ui.focus, 2.5, ui.text),
        open: look(ui.raised, ui.accent, 1.5, ui.text),
    }
}
