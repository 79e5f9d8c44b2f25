//! One arm for each format: content in, bytes out.

use super::content::Desk;
use super::{Format, Progress, PublishError, Subject};
use crate::export;
use crate::scene::{Page, Scene};

/// The bytes of each file.
pub(super) fn print(desk: &mut Desk<'_>) -> Result<Vec<Vec<u8>>, PublishError> {
    let subject = desk.order.what.subject();
    let (drawn, paper) = (subject.is_drawn(), subject == Subject::Pack);
    let bytes = match desk.order.format {
        Format::Svg(text) => {
            return pages(desk, |scene, page| {
                Ok(export::svg_page(scene, page, text).into_bytes())
            });
        }
        Format::Png { dpi } => {
            return pages(desk, |scene, page| Ok(export::png_page(scene, page, dpi)?));
        }
        Format::Pdf => {
            let publication = desk.publication()?;
            desk.tell(Progress::Binding)?;
            export::pdf(&publication)?
        }
        Format::Docx => {
            let publication = desk.publication()?;
            desk.tell(Progress::Binding)?;
            export::docx(&publication)?
        }
        Format::Pptx => {
            let slides = desk.slides()?;
            desk.tell(Progress::Binding)?;
            export::pptx(desk.title(), &slides)?
        }
        Format::Html(text) if drawn && desk.also.is_none() => {
            let scene = desk.scene()?;
            let (words, tables) = (desk.text_version()?, desk.document()?);
            let page = export::page(&scene, text, &words, &tables);
            desk.other.in_html(page).into_bytes()
        }
        Format::Html(text) if paper || drawn => {
            let publication = desk.publication()?;
            desk.tell(Progress::Binding)?;
            let page = export::bound_html(&publication, text);
            desk.other.in_html(page).into_bytes()
        }
        Format::Html(_) => desk
            .other
            .in_html(export::html(&desk.document()?))
            .into_bytes(),
        Format::Markdown if drawn => {
            let mut words = desk.text_version()?.to_markdown();
            if let Some(also) = &desk.also {
                words.push('\n');
                words.push_str(&also.text_version()?.to_markdown());
            }
            words.into_bytes()
        }
        Format::Markdown if paper => export::bound_markdown(&desk.publication()?).into_bytes(),
        Format::Markdown => export::markdown(&desk.document()?).into_bytes(),
        Format::Csv => export::csv(&desk.document()?).into_bytes(),
        Format::Xlsx => export::xlsx(&desk.document()?)?,
        Format::DrawIo => desk.chart()?.drawio().into_bytes(),
        Format::GraphMl => desk.chart()?.graphml().into_bytes(),
        Format::Dot => desk.chart()?.dot().into_bytes(),
        Format::Mermaid => desk.chart()?.mermaid().into_bytes(),
    };
    Ok(vec![bytes])
}

/// A file for each page of the picture.
fn pages(
    desk: &mut Desk<'_>,
    print: impl Fn(&Scene, &Page) -> Result<Vec<u8>, PublishError>,
) -> Result<Vec<Vec<u8>>, PublishError> {
    let scenes = desk.scenes()?;
    let pages = scenes
        .iter()
        .flat_map(|scene| scene.pages.iter().map(move |page| (scene, page)));
    let of = pages.clone().count();
    let mut files = Vec::with_capacity(of);
    for ((scene, page), number) in pages.zip(1..) {
        desk.tell(Progress::Page(number, of))?;
        files.push(print(scene, page)?);
    }
    Ok(files)
}
