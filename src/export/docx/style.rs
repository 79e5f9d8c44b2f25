//! The styles of the file: what Word shows in its list of styles, and what rows of text measure.

use std::fmt::Write;

use super::measure::Letters;
use crate::export::svg::decimal;

/// A paragraph's style.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    Title,
    /// From 1.
    Heading(u8),
    Text,
    /// A paragraph with a number of its own before it, as committees number them.
    Numbered,
    /// An item of a list, 0 for the outermost.
    Bullet(u8),
    Caption,
    /// A quiet remark.
    Note,
    Cell,
    CellHead,
    /// Holds a picture.
    Picture,
    /// What must stand after a table at the end of a section.
    End,
    Footer,
}

/// How a style looks; lengths in pt.
#[derive(Clone, Debug)]
pub(super) struct Look {
    pub(super) id: String,
    name: String,
    pub(super) letters: Letters,
    /// The least height of a row.
    pub(super) row: f64,
    pub(super) before: f64,
    pub(super) after: f64,
    /// Whether it stands on the page of what follows.
    pub(super) with_next: bool,
    colour: &'static str,
    /// Level in the document's structure, from 0.
    outline: Option<u8>,
}

/// The deepest heading and the deepest list.
pub(super) const DEEPEST_HEADING: u8 = 6;
pub(super) const DEEPEST_LIST: u8 = 8;
/// Room for the number of a paragraph or heading.
pub(super) const NUMBER: f64 = 36.0;
/// How far the words of a list stand behind its bullets, and each list in the one around it.
const BULLET: f64 = 14.0;
const STEP: f64 = 18.0;
/// White round the words of a cell.
pub(super) const PAD_X: f64 = 5.0;
pub(super) const PAD_Y: f64 = 3.0;

const INK: &str = "1A1E23";
const QUIET: &str = "4D545D";

impl Style {
    /// Every style that is in the file.
    fn all() -> impl Iterator<Item = Self> {
        let headings = (1..=DEEPEST_HEADING).map(Self::Heading);
        let others = [
            Self::Text,
            Self::Title,
            Self::Numbered,
            Self::Bullet(0),
            Self::Caption,
            Self::Note,
            Self::Cell,
            Self::CellHead,
            Self::Picture,
            Self::End,
            Self::Footer,
        ];
        others.into_iter().chain(headings)
    }

    pub(super) fn look(self) -> Look {
        let (id, name, size, row, before, after) = match self {
            Self::Title => ("Title", "Title", 20.0, 25.0, 0.0, 8.0),
            Self::Heading(level) => return heading(level),
            Self::Text => ("Normal", "Normal", 11.0, 15.0, 0.0, 6.0),
            Self::Numbered => (
                "NumberedParagraph",
                "Numbered Paragraph",
                11.0,
                15.0,
                0.0,
                6.0,
            ),
            Self::Bullet(_) => ("ListBullet", "List Bullet", 11.0, 15.0, 0.0, 3.0),
            Self::Caption => ("Caption", "caption", 10.5, 14.0, 6.0, 4.0),
            Self::Note => ("Note", "Note", 9.5, 13.0, 0.0, 6.0),
            Self::Cell => ("TableText", "Table Text", 9.5, 12.5, 0.0, 0.0),
            Self::CellHead => ("TableHeading", "Table Heading", 9.5, 12.5, 0.0, 0.0),
            Self::Picture => ("Picture", "Picture", 2.0, 3.0, 0.0, 0.0),
            Self::End => ("EndOfSection", "End of Section", 1.0, 1.0, 0.0, 0.0),
            Self::Footer => ("Footer", "footer", 9.0, 12.0, 0.0, 0.0),
        };
        Look {
            id: id.to_owned(),
            name: name.to_owned(),
            letters: Letters {
                size,
                bold: matches!(self, Self::Title | Self::Caption | Self::CellHead),
            },
            row,
            before,
            after,
            with_next: matches!(self, Self::Title | Self::Caption),
            colour: if matches!(self, Self::Note | Self::Footer) {
                QUIET
            } else {
                INK
            },
            outline: None,
        }
    }

    /// Where rows begin, and how far before that the first one does.
    pub(super) fn indent(self, numbered: bool) -> (f64, f64) {
        match self {
            Self::Bullet(depth) => (BULLET + STEP * f64::from(depth), BULLET),
            _ if numbered => (NUMBER, NUMBER),
            _ => (0.0, 0.0),
        }
    }
}

fn heading(level: u8) -> Look {
    let (size, row, before, after) = match level {
        1 => (16.0, 21.0, 18.0, 6.0),
        2 => (13.0, 17.5, 14.0, 5.0),
        3 => (11.5, 16.0, 10.0, 4.0),
        _ => (11.0, 15.0, 8.0, 3.0),
    };
    Look {
        id: format!("Heading{level}"),
        name: format!("heading {level}"),
        letters: Letters { size, bold: true },
        row,
        before,
        after,
        with_next: true,
        colour: INK,
        outline: Some(level.saturating_sub(1)),
    }
}

/// Twentieths of a point, the unit of most lengths.
pub(super) fn twips(pt: f64) -> String {
    decimal((pt * 20.0).round())
}

/// The part `word/styles.xml`.
pub(super) fn styles(language: &str) -> String {
    let mut out = format!(
        "<w:styles xmlns:w=\"{}\"><w:docDefaults><w:rPrDefault><w:rPr>\
         <w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\" w:eastAsia=\"Arial\" w:cs=\"Arial\"/>\
         <w:color w:val=\"{INK}\"/><w:sz w:val=\"22\"/><w:szCs w:val=\"22\"/>\
         <w:lang w:val=\"{language}\" w:eastAsia=\"{language}\" w:bidi=\"ar-SA\"/>\
         </w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>",
        super::parts::MAIN
    );
    for style in Style::all() {
        paragraph_style(&mut out, style);
    }
    out.push_str(TABLE_STYLES);
    out.push_str("</w:styles>");
    out
}

fn paragraph_style(out: &mut String, style: Style) {
    let look = style.look();
    let normal = style == Style::Text;
    let default = if normal { " w:default=\"1\"" } else { "" };
    let custom = match style {
        Style::Numbered | Style::Note | Style::Cell | Style::CellHead => " w:customStyle=\"1\"",
        Style::Picture | Style::End => " w:customStyle=\"1\"",
        _ => "",
    };
    let _ = write!(
        out,
        "<w:style w:type=\"paragraph\"{default}{custom} w:styleId=\"{}\"><w:name w:val=\"{}\"/>",
        look.id, look.name
    );
    if !normal {
        out.push_str("<w:basedOn w:val=\"Normal\"/>");
    }
    if look.with_next {
        out.push_str("<w:next w:val=\"Normal\"/>");
    }
    // Captions and what is only for the file's own ends are not offered to whoever writes on.
    if !matches!(style, Style::End | Style::Picture | Style::Footer) {
        out.push_str("<w:qFormat/>");
    }
    out.push_str("<w:pPr>");
    if look.with_next {
        out.push_str("<w:keepNext/><w:keepLines/>");
    }
    out.push_str("<w:widowControl/>");
    if matches!(style, Style::Bullet(_)) {
        out.push_str("<w:numPr><w:numId w:val=\"1\"/></w:numPr>");
    }
    let rule = if matches!(style, Style::End) {
        "exact"
    } else {
        "atLeast"
    };
    let _ = write!(
        out,
        "<w:spacing w:before=\"{}\" w:after=\"{}\" w:line=\"{}\" w:lineRule=\"{rule}\"/>",
        twips(look.before),
        twips(look.after),
        twips(look.row)
    );
    if style == Style::Numbered {
        let number = twips(NUMBER);
        let _ = write!(out, "<w:ind w:left=\"{number}\" w:hanging=\"{number}\"/>");
    }
    if let Some(level) = look.outline {
        let _ = write!(out, "<w:outlineLvl w:val=\"{level}\"/>");
    }
    out.push_str("</w:pPr><w:rPr>");
    if look.letters.bold {
        out.push_str("<w:b/><w:bCs/>");
    }
    if look.colour != INK {
        let _ = write!(out, "<w:color w:val=\"{}\"/>", look.colour);
    }
    let half_points = decimal((look.letters.size * 2.0).round());
    let _ = write!(
        out,
        "<w:sz w:val=\"{half_points}\"/><w:szCs w:val=\"{half_points}\"/></w:rPr></w:style>"
    );
}

/// Lines between rows and a stronger one under the head; nothing depends on colour.
const TABLE_STYLES: &str = "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\">\
<w:name w:val=\"Normal Table\"/><w:uiPriority w:val=\"99\"/><w:semiHidden/><w:unhideWhenUsed/>\
<w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblCellMar>\
<w:top w:w=\"0\" w:type=\"dxa\"/><w:left w:w=\"100\" w:type=\"dxa\"/>\
<w:bottom w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"100\" w:type=\"dxa\"/>\
</w:tblCellMar></w:tblPr></w:style>\
<w:style w:type=\"table\" w:customStyle=\"1\" w:styleId=\"CommitteeTable\">\
<w:name w:val=\"Committee Table\"/><w:basedOn w:val=\"TableNormal\"/><w:qFormat/>\
<w:tblPr><w:tblBorders>\
<w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"767E88\"/>\
<w:insideH w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"767E88\"/>\
</w:tblBorders><w:tblCellMar>\
<w:top w:w=\"60\" w:type=\"dxa\"/><w:left w:w=\"100\" w:type=\"dxa\"/>\
<w:bottom w:w=\"60\" w:type=\"dxa\"/><w:right w:w=\"100\" w:type=\"dxa\"/>\
</w:tblCellMar></w:tblPr>\
<w:tblStylePr w:type=\"firstRow\"><w:rPr><w:b/><w:bCs/></w:rPr><w:tcPr><w:tcBorders>\
<w:bottom w:val=\"single\" w:sz=\"12\" w:space=\"0\" w:color=\"4D545D\"/>\
</w:tcBorders></w:tcPr></w:tblStylePr></w:style>";
