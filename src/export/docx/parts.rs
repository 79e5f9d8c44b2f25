//! The parts of the file besides its text.

use std::fmt::{Display, Formatter, Result as Written, Write as _};

use super::style::{DEEPEST_LIST, Style, twips};
use crate::export::Publication;
use crate::export::document::one_line;
use crate::export::svg::xml;
use crate::model::Language;
use crate::say::Phrase;

/// Names of the vocabularies.
pub(super) const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
pub(super) const RELATIONSHIPS: &str =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
pub(super) const WORD_DRAWING: &str =
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
pub(super) const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
pub(super) const PICTURES: &str = "http://schemas.openxmlformats.org/drawingml/2006/picture";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const TYPES: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// The relationship to a foot, from 0.
pub(super) struct FooterId(pub(super) usize);

impl Display for FooterId {
    fn fmt(&self, f: &mut Formatter<'_>) -> Written {
        write!(f, "rIdFooter{}", self.0 + 1)
    }
}

/// What every part is, by its name.
pub(super) fn content_types(footers: usize) -> String {
    let mut out = format!(
        "<Types xmlns=\"{PACKAGE}/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
         <Default Extension=\"png\" ContentType=\"image/png\"/>\
         <Default Extension=\"svg\" ContentType=\"image/svg+xml\"/>\
         <Override PartName=\"/word/document.xml\" ContentType=\"{TYPES}.document.main+xml\"/>\
         <Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>\
         <Override PartName=\"/docProps/app.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.extended-properties+xml\"/>"
    );
    for name in ["styles", "settings", "numbering"] {
        let _ = write!(
            out,
            "<Override PartName=\"/word/{name}.xml\" ContentType=\"{TYPES}.{name}+xml\"/>"
        );
    }
    for number in 1..=footers {
        let _ = write!(
            out,
            "<Override PartName=\"/word/footer{number}.xml\" ContentType=\"{TYPES}.footer+xml\"/>"
        );
    }
    out + "</Types>"
}

/// Where the file begins.
pub(super) fn package_relationships() -> String {
    format!(
        "<Relationships xmlns=\"{PACKAGE}/relationships\">\
         <Relationship Id=\"rId1\" Type=\"{RELATIONSHIPS}/officeDocument\" Target=\"word/document.xml\"/>\
         <Relationship Id=\"rId2\" Type=\"{PACKAGE}/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>\
         <Relationship Id=\"rId3\" Type=\"{RELATIONSHIPS}/extended-properties\" Target=\"docProps/app.xml\"/>\
         </Relationships>"
    )
}

/// What the text refers to.
pub(super) fn document_relationships(footers: usize, pictures: usize) -> String {
    let mut out = format!("<Relationships xmlns=\"{PACKAGE}/relationships\">");
    let mut add = |id: &str, kind: &str, target: &str| {
        let _ = write!(
            out,
            "<Relationship Id=\"{id}\" Type=\"{RELATIONSHIPS}/{kind}\" Target=\"{target}\"/>"
        );
    };
    for name in ["styles", "settings", "numbering"] {
        add(&format!("rId-{name}"), name, &format!("{name}.xml"));
    }
    for at in 0..footers {
        let target = format!("footer{}.xml", at + 1);
        add(&FooterId(at).to_string(), "footer", &target);
    }
    for number in 1..=pictures {
        let target = format!("media/picture{number}");
        add(
            &format!("rIdPng{number}"),
            "image",
            &format!("{target}.png"),
        );
        add(
            &format!("rIdSvg{number}"),
            "image",
            &format!("{target}.svg"),
        );
    }
    out + "</Relationships>"
}

/// Language and the way of laying out that today's Word has.
pub(super) fn settings(language: &str) -> String {
    format!(
        "<w:settings xmlns:w=\"{MAIN}\"><w:zoom w:percent=\"100\"/><w:defaultTabStop w:val=\"720\"/>\
         <w:characterSpacingControl w:val=\"doNotCompress\"/><w:compat>\
         <w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/>\
         </w:compat><w:themeFontLang w:val=\"{language}\"/><w:decimalSymbol w:val=\".\"/>\
         <w:listSeparator w:val=\",\"/></w:settings>"
    )
}

/// The bullets of lists, each level further in than the one around it.
pub(super) fn numbering() -> String {
    let mut out = format!(
        "<w:numbering xmlns:w=\"{MAIN}\"><w:abstractNum w:abstractNumId=\"1\">\
         <w:multiLevelType w:val=\"hybridMultilevel\"/>"
    );
    for depth in 0..=DEEPEST_LIST {
        let (left, hanging) = Style::Bullet(depth).indent(false);
        let bullet = if depth % 2 == 0 { "•" } else { "–" };
        let own = if depth == 0 {
            "<w:pStyle w:val=\"ListBullet\"/>"
        } else {
            ""
        };
        let _ = write!(
            out,
            "<w:lvl w:ilvl=\"{depth}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"bullet\"/>{own}\
             <w:lvlText w:val=\"{bullet}\"/><w:lvlJc w:val=\"left\"/><w:pPr>\
             <w:ind w:left=\"{}\" w:hanging=\"{}\"/></w:pPr>\
             <w:rPr><w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\" w:cs=\"Arial\"/></w:rPr></w:lvl>",
            twips(left),
            twips(hanging)
        );
    }
    out + "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num></w:numbering>"
}

/// The foot of pages of this width: the title, and "Page 2 of 5" at the right.
pub(super) fn footer(title: &str, language: &str, width: f64, pages: usize) -> String {
    let foot = Phrase::PageFoot.in_language(Language::of_tag(language));
    let (before, between) = foot.split_once("{0}").unwrap_or((foot, ""));
    let between = between.trim_end_matches("{1}");
    let look = Style::Footer.look();
    let title = look.letters.clipped(&one_line(title), width - 90.0);
    let run =
        |inside: &str| format!("<w:r><w:rPr><w:lang w:val=\"{language}\"/></w:rPr>{inside}</w:r>");
    let words = |text: &str| run(&format!("<w:t xml:space=\"preserve\">{}</w:t>", xml(text)));
    let sign = |kind: &str| run(&format!("<w:fldChar w:fldCharType=\"{kind}\"/>"));
    let field = |name: &str, shown: &str| {
        let code = run(&format!(
            "<w:instrText xml:space=\"preserve\"> {name} </w:instrText>"
        ));
        [
            sign("begin"),
            code,
            sign("separate"),
            words(shown),
            sign("end"),
        ]
        .concat()
    };
    format!(
        "<w:ftr xmlns:w=\"{MAIN}\"><w:p><w:pPr><w:pStyle w:val=\"{}\"/><w:tabs>\
         <w:tab w:val=\"right\" w:pos=\"{}\"/></w:tabs></w:pPr>{}{}{}{}{}{}</w:p></w:ftr>",
        look.id,
        twips(width),
        words(&title),
        run("<w:tab/>"),
        words(before),
        field("PAGE", "1"),
        words(between),
        field("NUMPAGES", &pages.to_string()),
    )
}

/// Title, language and date; no person and no machine is named.
pub(super) fn core_properties(publication: &Publication) -> String {
    let date = date(publication.date.as_deref());
    format!(
        "<cp:coreProperties xmlns:cp=\"{PACKAGE}/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{}</dc:title>\
         <dc:creator>Dotted Line</dc:creator><dc:language>{}</dc:language>\
         <dcterms:created xsi:type=\"dcterms:W3CDTF\">{date}T00:00:00Z</dcterms:created>\
         <dcterms:modified xsi:type=\"dcterms:W3CDTF\">{date}T00:00:00Z</dcterms:modified>\
         </cp:coreProperties>",
        xml(&one_line(&publication.title)),
        xml(publication.language),
    )
}

/// The program and the number of pages.
pub(super) fn app_properties(pages: usize) -> String {
    format!(
        "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">\
         <Application>Dotted Line</Application><Pages>{pages}</Pages></Properties>"
    )
}

/// The day that the project states; the first of its month or year where it states no more, and
/// the first day that computers know where it states none.
fn date(stated: Option<&str>) -> String {
    let mut parts = stated.unwrap_or_default().split('-').map(str::parse::<u16>);
    let year = match parts.next() {
        Some(Ok(year)) if (1..=9999).contains(&year) => year,
        _ => return "1970-01-01".to_owned(),
    };
    let mut part = |most: u16| {
        let part = parts.next().and_then(Result::ok);
        part.filter(|n| (1..=most).contains(n))
    };
    let month = part(12);
    let days = match month {
        Some(2) if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        Some(2) => 28,
        Some(4 | 6 | 9 | 11) => 30,
        _ => 31,
    };
    let day = month.and_then(|_| part(days)).unwrap_or(1);
    format!("{year:04}-{:02}-{day:02}", month.unwrap_or(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_whole_days() {
        for (stated, expected) in [
            (Some("2011-07-22"), "2011-07-22"),
            (Some("2011-07"), "2011-07-01"),
            (Some("2010"), "2010-01-01"),
            (Some("2011-13-40"), "2011-01-01"),
            (Some("2011-02-29"), "2011-02-01"),
            (Some("2012-02-29"), "2012-02-29"),
            (Some("soon"), "1970-01-01"),
            (None, "1970-01-01"),
        ] {
            assert_eq!(date(stated), expected, "{stated:?}");
        }
    }
}
