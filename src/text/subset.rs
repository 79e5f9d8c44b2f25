//! A bundled face with the characters of one file only, for files that bring their own font.

use std::collections::BTreeSet;

use allsorts::binary::read::ReadScope;
use allsorts::font_data::FontData;
use allsorts::subset::{CmapTarget, SubsetProfile, subset};

use super::{Face, font::nominal_glyph, font_bytes};

/// The face (TrueType) with the glyphs of these characters; those that it lacks are left out.
///
/// Joined letters and kerning do not travel along, so rows may be wider by a fiftieth.
#[must_use]
pub fn font_of(face: Face, characters: &BTreeSet<char>) -> Vec<u8> {
    made(face, characters).unwrap_or_else(|| font_bytes(face).to_vec())
}

fn made(face: Face, characters: &BTreeSet<char>) -> Option<Vec<u8>> {
    // The sign for a missing character comes first in every font.
    let mut glyphs = BTreeSet::from([0_u16]);
    glyphs.extend(characters.iter().filter_map(|c| nominal_glyph(face, *c)));
    let glyphs: Vec<u16> = glyphs.into_iter().collect();
    let data = ReadScope::new(font_bytes(face))
        .read::<FontData<'_>>()
        .ok()?;
    let provider = data.table_provider(0).ok()?;
    let (profile, target) = (SubsetProfile::Minimal, CmapTarget::Unicode);
    subset(&provider, &glyphs, &profile, target).ok()
}

#[cfg(test)]
mod tests {
    use skrifa::MetadataProvider;

    use super::*;

    #[test]
    fn a_small_font_has_its_characters_with_their_outlines_and_no_others() {
        let characters: BTreeSet<char> = "Dŵr Cymru – 25".chars().collect();
        for face in [Face::Regular, Face::SemiBold] {
            let bytes = font_of(face, &characters);
            assert!(bytes.len() < 12_000, "{}", bytes.len());
            let small = skrifa::FontRef::new(&bytes).unwrap();
            let whole = skrifa::FontRef::new(font_bytes(face)).unwrap();
            for c in &characters {
                let id = small.charmap().map(*c).unwrap();
                let of = |font: &skrifa::FontRef<'_>, id| {
                    let size = skrifa::instance::Size::unscaled();
                    let place = skrifa::instance::LocationRef::default();
                    font.glyph_metrics(size, place).advance_width(id).unwrap()
                };
                let there = whole.charmap().map(*c).unwrap();
                assert!((of(&small, id) - of(&whole, there)).abs() < 0.01, "{c}");
            }
            assert!(small.charmap().map('Z').is_none());
        }
    }

    #[test]
    fn a_character_that_the_face_lacks_is_no_fault() {
        let bytes = font_of(Face::Regular, &BTreeSet::from(['a', '漢']));
        let small = skrifa::FontRef::new(&bytes).unwrap();
        assert!(small.charmap().map('a').is_some());
    }
}
