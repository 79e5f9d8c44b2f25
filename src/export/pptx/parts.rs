//! The parts of a presentation that are the same in every file, and those that list others.

use std::fmt::Write;

use super::unit::{SLIDE, whole};
use crate::export::svg::xml;

pub(super) const SPACES: &str = concat!(
    r#"xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" "#,
    r#"xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" "#,
    r#"xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main""#
);
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const TYPE: &str = "application/vnd.openxmlformats-officedocument";

/// The empty tree that shapes stand in.
pub(super) const TREE: &str = r#"<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>"#;

const COLOURS: &str = r#"<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>"#;

/// Size of a slide in EMU.
fn size() -> (i64, i64) {
    (
        whole(SLIDE.width * 12_700.0),
        whole(SLIDE.height * 12_700.0),
    )
}

/// Relationships: each the last word of its type, and the target.
pub(super) fn relationships(targets: &[(&str, String)]) -> String {
    let mut out = format!(r#"<Relationships xmlns="{PACKAGE}/relationships">"#);
    for (n, (kind, target)) in targets.iter().enumerate() {
        let kind = match *kind {
            "core-properties" => format!("{PACKAGE}/relationships/metadata/core-properties"),
            kind => format!("{OFFICE}/{kind}"),
        };
        let _ = write!(
            out,
            r#"<Relationship Id="rId{}" Type="{kind}" Target="{target}"/>"#,
            n + 1
        );
    }
    out.push_str("</Relationships>");
    out
}

pub(super) fn content_types(slides: usize) -> String {
    let mut out = format!(
        r#"<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>"#
    );
    let mut part = |name: &str, kind: &str| {
        let _ = write!(out, r#"<Override PartName="{name}" ContentType="{kind}"/>"#);
    };
    let show = |kind: &str| format!("{TYPE}.presentationml.{kind}+xml");
    part("/ppt/presentation.xml", &show("presentation.main"));
    part("/ppt/slideMasters/slideMaster1.xml", &show("slideMaster"));
    part("/ppt/slideLayouts/slideLayout1.xml", &show("slideLayout"));
    part("/ppt/notesMasters/notesMaster1.xml", &show("notesMaster"));
    for n in 1..=slides {
        part(&format!("/ppt/slides/slide{n}.xml"), &show("slide"));
        part(
            &format!("/ppt/notesSlides/notesSlide{n}.xml"),
            &show("notesSlide"),
        );
    }
    let theme = format!("{TYPE}.theme+xml");
    part("/ppt/theme/theme1.xml", &theme);
    part("/ppt/theme/theme2.xml", &theme);
    part(
        "/docProps/core.xml",
        "application/vnd.openxmlformats-package.core-properties+xml",
    );
    part(
        "/docProps/app.xml",
        &format!("{TYPE}.extended-properties+xml"),
    );
    out.push_str("</Types>");
    out
}

/// Title, description and language; neither who made it nor when.
pub(super) fn core(title: &str, description: &str, language: &str) -> String {
    format!(
        r#"<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{}</dc:title><dc:description>{}</dc:description><dc:language>{language}</dc:language></cp:coreProperties>"#,
        xml(title),
        xml(description)
    )
}

pub(super) fn app(slides: usize) -> String {
    format!(
        r#"<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Dotted Line</Application><PresentationFormat>Widescreen</PresentationFormat><Slides>{slides}</Slides><Notes>{slides}</Notes></Properties>"#
    )
}

/// The list of slides; relationships 1 and 2 are the masters.
pub(super) fn presentation(slides: usize, language: &str) -> String {
    let (w, h) = size();
    let mut out = format!(
        r#"<p:presentation {SPACES} saveSubsetFonts="1"><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst><p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst><p:sldIdLst>"#
    );
    for n in 0..slides {
        let _ = write!(out, r#"<p:sldId id="{}" r:id="rId{}"/>"#, 256 + n, n + 4);
    }
    let _ = write!(
        out,
        r#"</p:sldIdLst><p:sldSz cx="{w}" cy="{h}"/><p:notesSz cx="6858000" cy="9144000"/><p:defaultTextStyle>{}</p:defaultTextStyle></p:presentation>"#,
        level(1800, language)
    );
    out
}

/// The look of words of the first level.
fn level(size: u32, language: &str) -> String {
    format!(
        r#"<a:lvl1pPr marL="0" indent="0" algn="l"><a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/><a:defRPr lang="{language}" sz="{size}" kern="1200"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr></a:lvl1pPr>"#
    )
}

/// A placeholder of a master or layout.
fn placeholder(
    id: u32,
    (name, kind): (&str, &str),
    frame: (i64, i64, i64, i64),
    words: &str,
) -> String {
    let (x, y, w, h) = frame;
    let words = if words.is_empty() {
        String::new()
    } else {
        format!(
            r#"<p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0"><a:noAutofit/></a:bodyPr><a:lstStyle/><a:p><a:r><a:rPr lang="en-GB"/><a:t>{words}</a:t></a:r></a:p></p:txBody>"#
        )
    };
    format!(
        r#"<p:sp><p:nvSpPr><p:cNvPr id="{id}" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph {kind}/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>{words}</p:sp>"#
    )
}

const TITLE: (i64, i64, i64, i64) = (304_800, 304_800, 9_144_000, 304_800);
const UNDER: (i64, i64, i64, i64) = (304_800, 622_300, 9_144_000, 203_200);

pub(super) fn master(language: &str) -> String {
    let title = placeholder(2, ("Title", r#"type="title""#), TITLE, "Title");
    let body = placeholder(3, ("Words", r#"type="body" idx="1""#), UNDER, "Words");
    let style = level(1100, language);
    format!(
        r#"<p:sldMaster {SPACES}><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg><p:spTree>{TREE}{title}{body}</p:spTree></p:cSld>{COLOURS}<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/></p:sldLayoutIdLst><p:txStyles><p:titleStyle>{}</p:titleStyle><p:bodyStyle>{style}</p:bodyStyle><p:otherStyle>{}</p:otherStyle></p:txStyles></p:sldMaster>"#,
        level(1800, language).replace("+mn-", "+mj-"),
        level(1800, language)
    )
}

pub(super) fn layout() -> String {
    let title = placeholder(2, ("Title", r#"type="title""#), TITLE, "Title");
    let under = r#"type="body" sz="quarter" idx="10""#;
    let under = placeholder(3, ("Under the title", under), UNDER, "Words");
    format!(
        r#"<p:sldLayout {SPACES} preserve="1" userDrawn="1"><p:cSld name="Picture with a title"><p:spTree>{TREE}{title}{under}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"#
    )
}

pub(super) fn slide(shapes: &str, ground: &str) -> String {
    format!(
        r#"<p:sld {SPACES}><p:cSld><p:bg><p:bgPr>{ground}<a:effectLst/></p:bgPr></p:bg><p:spTree>{TREE}{shapes}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>"#
    )
}

const IMAGE: (i64, i64, i64, i64) = (685_800, 685_800, 5_486_400, 3_086_100);
const SPOKEN: (i64, i64, i64, i64) = (685_800, 4_114_800, 5_486_400, 4_343_400);
const PICTURE: &str = r#"type="sldImg""#;

pub(super) fn notes_master(language: &str) -> String {
    let image = placeholder(2, ("Slide", PICTURE), IMAGE, "");
    let notes = placeholder(3, ("Notes", r#"type="body" idx="1""#), SPOKEN, "Notes");
    format!(
        r#"<p:notesMaster {SPACES}><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg><p:spTree>{TREE}{image}{notes}</p:spTree></p:cSld>{COLOURS}<p:notesStyle>{}</p:notesStyle></p:notesMaster>"#,
        level(1200, language)
    )
}

/// The speaker's notes of a slide, a paragraph each.
pub(super) fn notes(paragraphs: &[String], language: &str) -> String {
    let image = placeholder(2, ("Slide", PICTURE), IMAGE, "");
    let mut words = String::new();
    for paragraph in paragraphs {
        let _ = write!(
            words,
            r#"<a:p><a:r><a:rPr lang="{language}" dirty="0"/><a:t>{}</a:t></a:r></a:p>"#,
            xml(paragraph)
        );
    }
    if words.is_empty() {
        words.push_str("<a:p/>");
    }
    format!(
        r#"<p:notes {SPACES}><p:cSld><p:spTree>{TREE}{image}<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>{words}</p:txBody></p:sp></p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"#
    )
}

/// Arial and plain colours; shapes say their own.
pub(super) fn theme() -> String {
    let colours: String = [
        ("dk2", "1F2933"),
        ("lt2", "F3F2F1"),
        ("accent1", "12436D"),
        ("accent2", "177A71"),
        ("accent3", "801650"),
        ("accent4", "C9480A"),
        ("accent5", "3D3D3D"),
        ("accent6", "6F4FA8"),
        ("hlink", "12436D"),
        ("folHlink", "801650"),
    ]
    .iter()
    .map(|(name, rgb)| format!(r#"<a:{name}><a:srgbClr val="{rgb}"/></a:{name}>"#))
    .collect();
    let fill = r#"<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>"#;
    let line = format!(r#"<a:ln w="9525">{fill}<a:prstDash val="solid"/></a:ln>"#);
    let effect = "<a:effectStyle><a:effectLst/></a:effectStyle>";
    let font = r#"<a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface="Arial"/>"#;
    format!(
        r#"<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Dotted Line"><a:themeElements><a:clrScheme name="Dotted Line"><a:dk1><a:srgbClr val="0B0C0C"/></a:dk1><a:lt1><a:srgbClr val="FFFFFF"/></a:lt1>{colours}</a:clrScheme><a:fontScheme name="Arial"><a:majorFont>{font}</a:majorFont><a:minorFont>{font}</a:minorFont></a:fontScheme><a:fmtScheme name="Plain"><a:fillStyleLst>{}</a:fillStyleLst><a:lnStyleLst>{}</a:lnStyleLst><a:effectStyleLst>{}</a:effectStyleLst><a:bgFillStyleLst>{}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"#,
        fill.repeat(3),
        line.repeat(3),
        effect.repeat(3),
        fill.repeat(3)
    )
}
