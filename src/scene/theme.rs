//! Colours by role for both themes: what text, cards, lines and marks look like.
//!
//! Hues are those of the Government Analysis Function; tests compute every contrast.
//! Exports always use the light theme.

use super::Colour;
use crate::model::{Fate, Language, StandardLink};
use crate::say::Phrase;

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ThemeName {
    /// For paper and by day.
    #[default]
    Light,
    /// For the screen.
    Dark,
}

/// All colours of one theme.
#[derive(Clone, Debug, PartialEq)]
pub struct Theme {
    /// Colours of window and page.
    pub ui: UiColours,
    /// Looks of kinds 1 to 8.
    pub kinds: [KindLook; 8],
    /// The look of outside bodies and of bodies without a kind.
    pub plain: KindLook,
    /// Colours of the five standard links.
    links: [Colour; 5],
    /// Colours of change marks, in the order of [`Mark::ALL`].
    marks: [Colour; 7],
}

/// Colours of window and page by role.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "each field is named after its role")]
pub struct UiColours {
    pub canvas: Colour,
    pub paper: Colour,
    pub band: Colour,
    pub panel: Colour,
    pub raised: Colour,
    pub text: Colour,
    pub muted: Colour,
    pub border: Colour,
    pub control: Colour,
    pub accent: Colour,
    pub on_accent: Colour,
    pub accent_tint: Colour,
    pub focus: Colour,
    pub danger: Colour,
    pub danger_tint: Colour,
    pub warning: Colour,
    pub warning_tint: Colour,
    pub ok: Colour,
    pub boundary: Colour,
    pub ghost: Colour,
}

/// How the bodies of a kind look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KindLook {
    /// Pattern of the band.
    pub pattern: BandPattern,
    /// Colour of the band.
    pub band: Colour,
    /// The darkened hue that closes the band.
    pub band_line: Colour,
    /// Ground of the card.
    pub tint: Colour,
    /// Text on the card.
    pub text: Colour,
}

/// Patterns of the band at a card's left edge.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(
    missing_docs,
    reason = "each variant is named after what it looks like"
)]
pub enum BandPattern {
    SolidWide,
    Solid,
    DoubleRule,
    Hatch,
    Dots,
    Stripes,
    BrokenDoubleRule,
    Blocks,
    None,
}

/// What a change strip shows: one pattern each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "each variant is named after the change")]
pub enum Mark {
    Renamed,
    Merged,
    Moved,
    New,
    Ended,
    Split,
    Replaced,
}

impl Mark {
    /// All marks, in the order of the key.
    pub const ALL: [Self; 7] = [
        Self::Renamed,
        Self::Merged,
        Self::Moved,
        Self::New,
        Self::Ended,
        Self::Split,
        Self::Replaced,
    ];

    /// The word of the mark.
    #[must_use]
    pub fn word(self) -> &'static str {
        self.word_in(Language::English)
    }

    /// The same in a language.
    #[must_use]
    pub fn word_in(self, language: Language) -> &'static str {
        let phrase = match self {
            Self::Renamed => Phrase::MarkRenamed,
            Self::Merged => Phrase::MarkMerged,
            Self::Moved => Phrase::MarkMoved,
            Self::New => Phrase::New,
            Self::Ended => Phrase::Ended,
            Self::Split => Phrase::MarkSplit,
            Self::Replaced => Phrase::MarkReplaced,
        };
        phrase.in_language(language)
    }

    /// The mark of a fate; *retained* and *under review* have none.
    #[must_use]
    pub fn of(fate: Fate) -> Option<Self> {
        match fate {
            Fate::Retained | Fate::UnderReview => None,
            Fate::Renamed => Some(Self::Renamed),
            Fate::Merged => Some(Self::Merged),
            Fate::Split => Some(Self::Split),
            Fate::Replaced => Some(Self::Replaced),
            Fate::Ended => Some(Self::Ended),
            Fate::Created => Some(Self::New),
        }
    }
}

impl Theme {
    /// The theme of this name.
    #[must_use]
    pub fn of(name: ThemeName) -> &'static Self {
        match name {
            ThemeName::Light => &LIGHT,
            ThemeName::Dark => &DARK,
        }
    }

    /// The look with this number; they repeat after the eighth.
    #[must_use]
    pub fn kind(&self, look: usize) -> &KindLook {
        self.kinds
            .get(look % self.kinds.len())
            .unwrap_or(&self.plain)
    }

    /// The colour of a standard link.
    #[must_use]
    pub fn link(&self, kind: StandardLink) -> Colour {
        let [reports_to, tasked_by, represented_on, supports, informs] = self.links;
        match kind {
            StandardLink::ReportsTo => reports_to,
            StandardLink::TaskedBy => tasked_by,
            StandardLink::RepresentedOn => represented_on,
            StandardLink::Supports => supports,
            StandardLink::Informs => informs,
        }
    }

    /// The colour of a change mark.
    #[must_use]
    pub fn mark(&self, mark: Mark) -> Colour {
        let [renamed, merged, moved, new, ended, split, replaced] = self.marks;
        match mark {
            Mark::Renamed => renamed,
            Mark::Merged => merged,
            Mark::Moved => moved,
            Mark::New => new,
            Mark::Ended => ended,
            Mark::Split => split,
            Mark::Replaced => replaced,
        }
    }
}

static LIGHT: Theme = Theme {
    ui: UiColours {
        canvas: Colour::hex(0xFAFBFC),
        paper: Colour::hex(0xFFFFFF),
        band: Colour::hex(0xEEF1F4),
        panel: Colour::hex(0xFFFFFF),
        raised: Colour::hex(0xF6F7F9),
        text: Colour::hex(0x1A1E23),
        muted: Colour::hex(0x4D545D),
        border: Colour::hex(0xD3D8DE),
        control: Colour::hex(0x767E88),
        accent: Colour::hex(0x12436D),
        on_accent: Colour::hex(0xFFFFFF),
        accent_tint: Colour::hex(0xDFE8F0),
        focus: Colour::hex(0xC9480A),
        danger: Colour::hex(0xA3121F),
        danger_tint: Colour::hex(0xFBEAEB),
        warning: Colour::hex(0x8A4B00),
        warning_tint: Colour::hex(0xFFF3E0),
        ok: Colour::hex(0x0F6B62),
        boundary: Colour::hex(0x4D545D),
        ghost: Colour::hex(0x6B737D),
    },
    kinds: [
        look(
            BandPattern::SolidWide,
            0x12436D,
            0x12436D,
            0xDBE3E9,
            0x1A1E23,
        ),
        look(BandPattern::Solid, 0x28A197, 0x177A71, 0xE7F5F4, 0x1A1E23),
        look(
            BandPattern::DoubleRule,
            0x801650,
            0x801650,
            0xF1E5EC,
            0x1A1E23,
        ),
        look(BandPattern::Hatch, 0xF46A25, 0xC9480A, 0xFEEFE7, 0x1A1E23),
        look(BandPattern::Dots, 0x3D3D3D, 0x3D3D3D, 0xEAEAEA, 0x1A1E23),
        look(BandPattern::Stripes, 0x28A197, 0x177A71, 0xE7F5F4, 0x1A1E23),
        look(
            BandPattern::BrokenDoubleRule,
            0x801650,
            0x801650,
            0xF1E5EC,
            0x1A1E23,
        ),
        look(BandPattern::Blocks, 0x12436D, 0x12436D, 0xDBE3E9, 0x1A1E23),
    ],
    plain: look(BandPattern::None, 0x3D3D3D, 0x3D3D3D, 0xFFFFFF, 0x1A1E23),
    links: [
        Colour::hex(0x2B3036),
        Colour::hex(0x801650),
        Colour::hex(0x12436D),
        Colour::hex(0x177A71),
        Colour::hex(0x6F4FA8),
    ],
    marks: [
        Colour::hex(0x12436D),
        Colour::hex(0x6F4FA8),
        Colour::hex(0xC9480A),
        Colour::hex(0x177A71),
        Colour::hex(0x2B3036),
        Colour::hex(0x6F4FA8),
        Colour::hex(0x801650),
    ],
};

static DARK: Theme = Theme {
    ui: UiColours {
        canvas: Colour::hex(0x12161A),
        paper: Colour::hex(0x1B2026),
        band: Colour::hex(0x1B2127),
        panel: Colour::hex(0x1B2026),
        raised: Colour::hex(0x252B32),
        text: Colour::hex(0xF0F2F4),
        muted: Colour::hex(0xB4BCC5),
        border: Colour::hex(0x3A424B),
        control: Colour::hex(0x838C97),
        accent: Colour::hex(0x8CBBE6),
        on_accent: Colour::hex(0x0C1B29),
        accent_tint: Colour::hex(0x233646),
        focus: Colour::hex(0xFF9F6B),
        danger: Colour::hex(0xFF9AA0),
        danger_tint: Colour::hex(0x3D2024),
        warning: Colour::hex(0xFFC27A),
        warning_tint: Colour::hex(0x3A2C18),
        ok: Colour::hex(0x6FD3C8),
        boundary: Colour::hex(0xB4BCC5),
        ghost: Colour::hex(0x98A1AB),
    },
    kinds: [
        look(
            BandPattern::SolidWide,
            0x7FB2E2,
            0x7FB2E2,
            0x2E3C4A,
            0xF0F2F4,
        ),
        look(BandPattern::Solid, 0x4FC7BB, 0x4FC7BB, 0x23393C, 0xF0F2F4),
        look(
            BandPattern::DoubleRule,
            0xE68ABB,
            0xE68ABB,
            0x39303C,
            0xF0F2F4,
        ),
        look(BandPattern::Hatch, 0xFF9A66, 0xFF9A66, 0x3D3230, 0xF0F2F4),
        look(BandPattern::Dots, 0xBAC1C9, 0xBAC1C9, 0x33383E, 0xF0F2F4),
        look(BandPattern::Stripes, 0x4FC7BB, 0x4FC7BB, 0x23393C, 0xF0F2F4),
        look(
            BandPattern::BrokenDoubleRule,
            0xE68ABB,
            0xE68ABB,
            0x39303C,
            0xF0F2F4,
        ),
        look(BandPattern::Blocks, 0x7FB2E2, 0x7FB2E2, 0x2E3C4A, 0xF0F2F4),
    ],
    plain: look(BandPattern::None, 0xBAC1C9, 0xBAC1C9, 0x1B2026, 0xF0F2F4),
    links: [
        Colour::hex(0xDDE2E7),
        Colour::hex(0xE68ABB),
        Colour::hex(0x8CBBE6),
        Colour::hex(0x4FC7BB),
        Colour::hex(0xC3AEEC),
    ],
    marks: [
        Colour::hex(0x8CBBE6),
        Colour::hex(0xC3AEEC),
        Colour::hex(0xFF9F6B),
        Colour::hex(0x4FC7BB),
        Colour::hex(0xDDE2E7),
        Colour::hex(0xC3AEEC),
        Colour::hex(0xE68ABB),
    ],
};

const fn look(pattern: BandPattern, band: u32, band_line: u32, tint: u32, text: u32) -> KindLook {
    KindLook {
        pattern,
        band: Colour::hex(band),
        band_line: Colour::hex(band_line),
        tint: Colour::hex(tint),
        text: Colour::hex(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_has_contrast_4_5_and_lines_3_on_every_ground() {
        for theme in [&LIGHT, &DARK] {
            let ui = &theme.ui;
            let grounds = [ui.canvas, ui.paper, ui.band, ui.panel, ui.raised];
            let tints = theme.kinds.iter().chain([&theme.plain]).map(|k| k.tint);
            for ground in grounds.into_iter().chain(tints) {
                for text in [ui.text, ui.muted] {
                    assert!(text.contrast(ground) >= 4.5, "{text:?} on {ground:?}");
                }
                for line in theme.links.iter().chain(&theme.marks).chain([&ui.control]) {
                    assert!(line.contrast(ground) >= 3.0, "{line:?} on {ground:?}");
                }
            }
        }
    }
}
