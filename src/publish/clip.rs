//! What goes to the clipboard: a page in pixels, words, tables.

use std::ops::ControlFlow;

use super::content::Desk;
use super::{Format, Order, PublishError, What, plan, publish};
use crate::export::{self, Pixels};
use crate::model::Project;
use crate::scene::{Options, Page, Scene};

/// Dots per inch of a picture that is pasted.
const DPI: f64 = 300.0;
/// The most pixels: A4 has its 300 dpi, A3 210. More would make the receiving program wait.
const MOST: f64 = 9.0e6;

/// A page of an order in pixels, opaque, fit to be pasted; data are shown as their picture.
///
/// # Errors
/// As [`super::publish`].
pub fn clip(project: &Project, order: &Order, page: usize) -> Result<Option<Pixels>, PublishError> {
    let mut order = order.clone();
    if order.format.is_chart() {
        order.format = Format::Png { dpi: super::DPI };
    }
    let plan = plan(project, &order, &|_| ControlFlow::Continue(()))?;
    let Some(page) = plan.pages.get(page).or(plan.pages.first()).cloned() else {
        return Ok(None);
    };
    let dpi = dpi(&page);
    let scene = Scene {
        lang: "en-GB",
        title: String::new(),
        description: plan.description,
        pages: vec![page],
    };
    let pixels = scene.pages.first();
    let pixels = pixels.map(|page| export::pixels(&scene, page, dpi));
    Ok(pixels.transpose()?)
}

/// As many dots per inch as a page of this size may have.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "between 1 and 300"
)]
fn dpi(page: &Page) -> u32 {
    let inches = (page.size.width / 72.0) * (page.size.height / 72.0);
    (MOST / inches.max(0.01)).sqrt().clamp(1.0, DPI).floor() as u32
}

/// What is wanted, in words with plain marks.
///
/// # Errors
/// When a structure is missing.
pub fn in_words(project: &Project, what: &What) -> Result<String, PublishError> {
    let what = match what {
        What::Talk(_, Some((from, to))) => &What::Compare(from.clone(), to.clone()),
        What::Talk(structures, None) => match structures.first() {
            Some(one) => &What::Diagram(one.clone()),
            None => return Ok(String::new()),
        },
        other => other,
    };
    let order = order(what, Format::Markdown);
    let go_on = |_| ControlFlow::Continue(());
    if order.format.holds(what.subject()).is_err() {
        // One drawing of two structures is no paper of words, but it can be told.
        let desk = Desk::new(project, &order, &go_on);
        return Ok(desk.text_version()?.to_markdown());
    }
    let files = publish(project, &order, &go_on)?.files.into_iter();
    let texts = files.map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    Ok(texts.collect())
}

/// The tables of what is wanted, with tabs between the cells.
///
/// # Errors
/// When a structure is missing.
pub fn in_tables(project: &Project, what: &What) -> Result<String, PublishError> {
    let what = match what {
        What::Pack(from, Some(to)) => &What::Changes(from.clone(), to.clone()),
        What::Pack(one, None) => &What::Tables(vec![one.clone()]),
        What::Talk(_, Some((from, to))) => &What::Changes(from.clone(), to.clone()),
        What::Talk(structures, None) => &What::Tables(structures.clone()),
        other => other,
    };
    let order = order(what, Format::Csv);
    let desk = Desk::new(project, &order, &|_| ControlFlow::Continue(()));
    Ok(export::tabbed(&desk.document()?))
}

fn order(what: &What, format: Format) -> Order {
    Order {
        what: what.clone(),
        format,
        options: Options::default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::SvgText;
    use crate::scene::Paper;
    use crate::store;

    #[test]
    fn a_picture_to_be_pasted_is_opaque_sharp_and_not_too_large() {
        let project = store::load(store::sample("redcar").unwrap().json.as_bytes()).unwrap();
        let project = project.project;
        let what = What::Diagram("proposed".into());
        for (paper, least, most) in [(Paper::A4, 299, 300), (Paper::A3, 200, 220)] {
            let order = Order {
                what: what.clone(),
                format: Format::Svg(SvgText::Paths),
                options: Options {
                    paper,
                    ..Options::default()
                },
            };
            let pixels = clip(&project, &order, 0).unwrap().unwrap();
            let long = f64::from(pixels.width.max(pixels.height));
            let (_, side) = paper.sides().unwrap();
            let dpi = long / (side / 72.0);
            assert!(
                dpi > f64::from(least) && dpi < f64::from(most) + 0.5,
                "{dpi}"
            );
            assert_eq!(
                pixels.rgb.len(),
                (pixels.width * pixels.height * 3) as usize
            );
        }
        assert!(in_words(&project, &what).unwrap().contains("Partnership"));
        let overlay = What::Overlay("current".into(), "proposed".into());
        assert!(
            in_words(&project, &overlay)
                .unwrap()
                .contains("Partnership")
        );
        assert!(in_tables(&project, &what).unwrap().contains('\t'));
        let pair = || ("current".into(), "proposed".into());
        let pack = What::Pack("current".into(), Some("proposed".into()));
        let talk = What::Talk(vec!["current".into()], Some(pair()));
        for what in [pack, talk] {
            assert!(in_words(&project, &what).unwrap().contains("Partnership"));
            assert!(in_tables(&project, &what).unwrap().contains('\t'));
        }
    }
}
