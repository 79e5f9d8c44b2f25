//! To the clipboard: the picture, its description, its tables.

use std::ops::Not as _;

use egui::{Color32, ColorImage, Context};

use super::choices::{Choices, Wanted};
use crate::model::Project;
use crate::publish::{self, Format, Order};
use crate::ui::action::Action;
use crate::ui::app::App;
use crate::ui::notice::Notice;
use crate::ui::work::Request;

/// What is to be copied.
#[derive(Clone, Debug)]
pub(crate) enum Clip {
    /// A page of an order, from 0.
    Picture(Box<Order>, usize),
    /// In words.
    Words(Box<Order>),
    /// Its tables.
    Tables(Box<Order>),
}

/// Ready for the clipboard.
#[derive(Debug)]
pub(crate) enum Clipped {
    Picture(ColorImage),
    Words(String),
    Tables(String),
}

/// Makes what is to be copied.
pub(crate) fn clip(clip: &Clip, project: &Project) -> Result<Clipped, String> {
    let none = || "There is nothing here that could be copied.".to_owned();
    let some = |text: String| text.trim().is_empty().not().then_some(text);
    let made = match clip {
        Clip::Picture(order, page) => publish::clip(project, order, *page)
            .map(|pixels| pixels.map(|pixels| Clipped::Picture(image(&pixels)))),
        Clip::Words(order) => {
            publish::in_words(project, &order.what).map(|text| some(text).map(Clipped::Words))
        }
        Clip::Tables(order) => {
            publish::in_tables(project, &order.what).map(|text| some(text).map(Clipped::Tables))
        }
    };
    made.map_err(|error| error.to_string())?.ok_or_else(none)
}

fn image(pixels: &crate::export::Pixels) -> ColorImage {
    let size = [pixels.width, pixels.height].map(|n| usize::try_from(n).unwrap_or_default());
    let colours = pixels.rgb.chunks_exact(3).map(|rgb| match rgb {
        [r, g, b] => Color32::from_rgb(*r, *g, *b),
        _ => Color32::WHITE,
    });
    ColorImage::new(size, colours.collect())
}

impl App {
    /// Copies what the dialog previews, or else what the view shows.
    pub(in crate::ui) fn copy(&mut self, action: Action) {
        let Some(session) = &self.session else { return };
        let (wanted, page) = match &self.export {
            Some(view) => (view.previewed(session), view.preview.page()),
            None => {
                let mut choices = Choices::new(session);
                if choices.what.iter().all(|what| what.subject().is_drawn()) {
                    // The picture alone: nothing else of a file is of interest.
                    choices.formats = vec![Format::Png { dpi: choices.dpi }];
                }
                (choices.files(session).into_iter().next(), 0)
            }
        };
        let Some(Wanted { order, .. }) = wanted else {
            return;
        };
        let order = Box::new(order);
        let clip = match action {
            Action::CopyPicture => Clip::Picture(order, page),
            Action::CopyDescription => Clip::Words(order),
            _ => Clip::Tables(order),
        };
        let project = session.document.snapshot();
        self.worker.send(Request::Clip(clip, project));
    }

    pub(in crate::ui) fn take_clip(&mut self, clipped: Result<Clipped, String>, ctx: &Context) {
        self.notices.push(match clipped {
            Ok(Clipped::Picture(image)) => {
                ctx.copy_image(image);
                let words = "Picture copied: paste it into Word or PowerPoint. Its description \
                             does not travel with it.";
                Notice::done(words).offering(Action::CopyDescription, None)
            }
            Ok(Clipped::Words(words)) => {
                ctx.copy_text(words);
                Notice::done("Description copied: paste it as text.")
            }
            Ok(Clipped::Tables(tables)) => {
                ctx.copy_text(tables);
                Notice::done("Tables copied: paste them into Excel, or into a table of Word.")
            }
            Err(sentence) => Notice::problem(sentence),
        });
    }
}
