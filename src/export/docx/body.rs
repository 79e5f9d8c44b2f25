//! The text of the file: `word/document.xml`.

use std::fmt::Write;

use super::content::{Content, Grid, Paragraph, Piece, Section};
use super::paging::{self, APART};
use super::parts::{DRAWING, FooterId, MAIN, PICTURES, RELATIONSHIPS, WORD_DRAWING};
use super::picture::Picture;
use super::style::{NUMBER, Style, twips};
use crate::export::OtherLanguage;
use crate::export::svg::{decimal, xml};
use crate::model::Language;
use crate::report::Cell;
use crate::say::{self, Label};

/// How far the foot stands from the edge of the sheet.
const FOOT: f64 = 22.0;
/// English Metric Units, in which drawings are measured.
const EMU: f64 = 12_700.0;

/// Writes the text; `footers` are the widths for which there is a foot.
pub(super) fn document(
    content: &Content,
    language: &str,
    other: &OtherLanguage,
    footers: &[String],
) -> String {
    let mut writer = Writer {
        out: format!(
            "<w:document xmlns:w=\"{MAIN}\" xmlns:r=\"{RELATIONSHIPS}\" xmlns:wp=\"{WORD_DRAWING}\" \
             xmlns:a=\"{DRAWING}\" xmlns:pic=\"{PICTURES}\"><w:body>"
        ),
        language,
        other,
        pictures: &content.pictures,
    };
    let last = content.sections.len();
    for (section, at) in content.sections.iter().zip(1..) {
        let end = section_end(section, footers);
        writer.section(section, if at < last { &end } else { "" });
        if at == last {
            writer.out.push_str(&end);
        }
    }
    writer.out.push_str("</w:body></w:document>");
    writer.out
}

/// Sheet, borders and foot of a section.
fn section_end(section: &Section, footers: &[String]) -> String {
    let width = twips(section.width());
    let footer = footers.iter().position(|found| *found == width);
    let sheet = section.sheet;
    let lies = if sheet.width > sheet.height {
        " w:orient=\"landscape\""
    } else {
        ""
    };
    let border = twips(section.border);
    format!(
        "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"{}\"/>\
         <w:pgSz w:w=\"{}\" w:h=\"{}\"{lies}/>\
         <w:pgMar w:top=\"{border}\" w:right=\"{border}\" w:bottom=\"{border}\" \
         w:left=\"{border}\" w:header=\"{foot}\" w:footer=\"{foot}\" w:gutter=\"0\"/></w:sectPr>",
        FooterId(footer.unwrap_or_default()),
        twips(sheet.width),
        twips(sheet.height),
        foot = twips(FOOT),
    )
}

/// How a cell looks, and whether its row stands on the page of the next one.
#[derive(Clone, Copy)]
struct CellStyle {
    style: Style,
    numeric: bool,
    with_next: bool,
}

struct Writer<'a> {
    out: String,
    language: &'a str,
    other: &'a OtherLanguage,
    pictures: &'a [Picture],
}

impl Writer<'_> {
    /// A section; its properties stand in its last paragraph.
    fn section(&mut self, section: &Section, end: &str) {
        let last = section.pieces.len();
        for (piece, at) in section.pieces.iter().zip(1..) {
            let end = if at == last { end } else { "" };
            match piece {
                Piece::Paragraph(paragraph) => {
                    let before = section.before(at - 1);
                    self.paragraph(paragraph, before, end);
                }
                Piece::Table(grid) => self.table(grid, section.width()),
                Piece::Picture(number) => {
                    if let Some(picture) = self.pictures.get(*number) {
                        self.picture(picture, number + 1, end);
                    }
                }
            }
        }
    }

    fn paragraph(&mut self, paragraph: &Paragraph, before: f64, end: &str) {
        let style = paragraph.style;
        let look = style.look();
        let _ = write!(self.out, "<w:p><w:pPr><w:pStyle w:val=\"{}\"/>", look.id);
        if let Style::Bullet(depth) = style {
            let _ = write!(
                self.out,
                "<w:numPr><w:ilvl w:val=\"{depth}\"/><w:numId w:val=\"1\"/></w:numPr>"
            );
        }
        if paragraph.number.is_some() && style != Style::Numbered {
            let number = twips(NUMBER);
            let _ = write!(
                self.out,
                "<w:tabs><w:tab w:val=\"left\" w:pos=\"{number}\"/></w:tabs>"
            );
        }
        let rtl = runs_left(&paragraph.text);
        if rtl {
            self.out.push_str("<w:bidi/>");
        }
        if (before - look.before).abs() > 0.01 {
            let before = twips(before);
            let _ = write!(self.out, "<w:spacing w:before=\"{before}\"/>");
        }
        if paragraph.number.is_some() && style != Style::Numbered {
            let number = twips(NUMBER);
            let _ = write!(
                self.out,
                "<w:ind w:left=\"{number}\" w:hanging=\"{number}\"/>"
            );
        }
        let _ = write!(self.out, "{end}</w:pPr>");
        if let Some(number) = &paragraph.number {
            self.run(number, false);
            self.out.push_str("<w:r><w:tab/></w:r>");
        }
        if !paragraph.text.is_empty() {
            self.run(&paragraph.text, rtl);
        }
        self.out.push_str("</w:p>");
    }

    fn run(&mut self, text: &str, rtl: bool) {
        let direction = if rtl { "<w:rtl/>" } else { "" };
        for (piece, other) in self.other.pieces(text) {
            let language = if other {
                self.other.language().tag()
            } else {
                self.language
            };
            let _ = write!(
                self.out,
                "<w:r><w:rPr>{direction}<w:lang w:val=\"{language}\"/></w:rPr><w:t xml:space=\"preserve\">{}</w:t></w:r>",
                xml(piece)
            );
        }
    }

    fn table(&mut self, grid: &Grid, room: f64) {
        let widths = paging::columns(&grid.table, room);
        let room = widths.iter().sum();
        let name = xml(&grid.name);
        let sides = [grid.table.columns.len(), grid.table.rows.len()].map(|n| n.to_string());
        let [columns, rows] = sides.each_ref().map(String::as_str);
        let language = Language::of_tag(self.language);
        let about = say::with(language, Label::TableOf, &[columns, rows]);
        let _ = write!(
            self.out,
            "<w:tbl><w:tblPr><w:tblStyle w:val=\"CommitteeTable\"/><w:tblW w:w=\"{}\" w:type=\"dxa\"/>\
             <w:tblLayout w:type=\"fixed\"/>\
             <w:tblLook w:val=\"00A0\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"1\" w:lastColumn=\"0\" w:noHBand=\"0\" w:noVBand=\"0\"/>\
             <w:tblCaption w:val=\"{name}\"/>\
             <w:tblDescription w:val=\"{}{name}\"/></w:tblPr><w:tblGrid>",
            twips(room),
            xml(&about),
        );
        for width in &widths {
            let _ = write!(self.out, "<w:gridCol w:w=\"{}\"/>", twips(*width));
        }
        self.out
            .push_str("</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
        for (column, width) in grid.table.columns.iter().zip(&widths) {
            let cell = CellStyle {
                style: Style::CellHead,
                numeric: column.numeric,
                with_next: !grid.table.rows.is_empty(),
            };
            self.cell(&column.label, *width, cell);
        }
        self.out.push_str("</w:tr>");
        let mut rows = grid.table.rows.iter().peekable();
        let mut first = true;
        while let Some(row) = rows.next() {
            let height = |row: &[Cell]| {
                let texts = row.iter().map(|cell| cell.text.as_str());
                paging::row_height(texts, &widths, false)
            };
            let next = rows.peek().map(|next| height(next));
            let with_next = next.is_some_and(|next| paging::keeps_with_next(height(row), next));
            self.row(grid, row, &widths, first && with_next);
            first = false;
        }
        self.out.push_str("</w:tbl>");
    }

    fn row(&mut self, grid: &Grid, row: &[Cell], widths: &[f64], with_next: bool) {
        let texts = row.iter().map(|cell| cell.text.as_str());
        // A row that is higher than a page must be allowed to go on.
        let whole = paging::row_height(texts, widths, false) < paging::WHOLE_ROW;
        let split = if whole {
            "<w:trPr><w:cantSplit/></w:trPr>"
        } else {
            ""
        };
        let _ = write!(self.out, "<w:tr>{split}");
        for (at, (column, width)) in grid.table.columns.iter().zip(widths).enumerate() {
            let style = if at == 0 {
                Style::CellHead
            } else {
                Style::Cell
            };
            let text = row.get(at).map_or("", |cell| cell.text.as_str());
            let cell = CellStyle {
                style,
                numeric: column.numeric,
                with_next,
            };
            self.cell(text, *width, cell);
        }
        self.out.push_str("</w:tr>");
    }

    fn cell(&mut self, text: &str, width: f64, cell: CellStyle) {
        let _ = write!(
            self.out,
            "<w:tc><w:tcPr><w:tcW w:w=\"{}\" w:type=\"dxa\"/></w:tcPr>",
            twips(width)
        );
        let entries = paging::entries(text);
        let last = entries.len();
        for (entry, at) in entries.iter().zip(1..) {
            let _ = write!(
                self.out,
                "<w:p><w:pPr><w:pStyle w:val=\"{}\"/>",
                cell.style.look().id
            );
            if cell.with_next {
                self.out.push_str("<w:keepNext/>");
            }
            let rtl = runs_left(entry);
            if rtl {
                self.out.push_str("<w:bidi/>");
            }
            if at < last {
                let _ = write!(self.out, "<w:spacing w:after=\"{}\"/>", twips(APART));
            }
            if cell.numeric {
                self.out.push_str("<w:jc w:val=\"right\"/>");
            }
            self.out.push_str("</w:pPr>");
            if !entry.is_empty() {
                self.run(entry, rtl);
            }
            self.out.push_str("</w:p>");
        }
        self.out.push_str("</w:tc>");
    }

    /// A picture in a paragraph of its own: lines where the reader's program can, else pixels.
    fn picture(&mut self, picture: &Picture, number: usize, end: &str) {
        let emu = |pt: f64| decimal((pt * EMU).round());
        let (width, height) = (emu(picture.size.width), emu(picture.size.height));
        let style = Style::Picture.look().id;
        let alt = xml(&picture.alt);
        let _ = write!(
            self.out,
            "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{end}</w:pPr><w:r><w:drawing>\
             <wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\">\
             <wp:extent cx=\"{width}\" cy=\"{height}\"/><wp:effectExtent l=\"0\" t=\"0\" r=\"0\" b=\"0\"/>\
             <wp:docPr id=\"{number}\" name=\"Picture {number}\" descr=\"{alt}\"/>\
             <wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect=\"1\"/></wp:cNvGraphicFramePr>\
             <a:graphic><a:graphicData uri=\"{PICTURES}\"><pic:pic><pic:nvPicPr>\
             <pic:cNvPr id=\"{number}\" name=\"Picture {number}\" descr=\"{alt}\"/><pic:cNvPicPr/></pic:nvPicPr>\
             <pic:blipFill><a:blip r:embed=\"rIdPng{number}\"><a:extLst>\
             <a:ext uri=\"{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}\">\
             <asvg:svgBlip xmlns:asvg=\"http://schemas.microsoft.com/office/drawing/2016/SVG/main\" r:embed=\"rIdSvg{number}\"/>\
             </a:ext></a:extLst></a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill>\
             <pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"{width}\" cy=\"{height}\"/></a:xfrm>\
             <a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>\
             </wp:inline></w:drawing></w:r></w:p>"
        );
    }
}

/// Whether a text begins with a script that runs from right to left.
fn runs_left(text: &str) -> bool {
    let first = text.chars().find(|c| c.is_alphabetic());
    first.is_some_and(|c| {
        matches!(c, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}'
            | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
    })
}

#[cfg(test)]
mod tests {
    use super::runs_left;

    #[test]
    fn direction_follows_the_first_letter() {
        for (text, left) in [
            ("شورى Council", true),
            ("2.1 – שלום", true),
            ("Council شورى", false),
            ("12", false),
            ("", false),
        ] {
            assert_eq!(runs_left(text), left, "{text}");
        }
    }
}
