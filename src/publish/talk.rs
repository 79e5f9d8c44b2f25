//! Slides: every structure, two side by side, and every change on the way.

use super::content::Desk;
use super::{Progress, PublishError, What};
use crate::describe::TextVersion;
use crate::export::Slide;
use crate::say::Phrase;
use crate::scene::{self, MorphSlide, Scene};

impl Desk<'_> {
    /// The pictures of the slides with their words.
    pub(super) fn talk(&mut self) -> Result<Vec<MorphSlide>, PublishError> {
        let whole = |scene: Scene, words: TextVersion| MorphSlide {
            scene,
            words,
            shown: None,
        };
        let What::Talk(structures, pair) = &self.order.what else {
            return Ok(vec![whole(self.scene()?, self.text_version()?)]);
        };
        let mut out = Vec::new();
        let pair = pair.as_ref();
        let beside = pair.map(|(from, to)| What::Compare(from.clone(), to.clone()));
        for what in structures.iter().cloned().map(What::Diagram).chain(beside) {
            out.push(whole(self.draw(&what)?, self.in_words(&what)?));
        }
        if let Some((from, to)) = pair {
            self.tell(Progress::Drawing)?;
            let options = self.options();
            let mut before = || self.tell(Progress::Drawing);
            let project = self.project;
            let slides = scene::morph_slides(project, (from, to), &options, &mut before);
            out.extend(slides?);
        }
        Ok(out)
    }

    /// The same as slides.
    pub(super) fn slides(&mut self) -> Result<Vec<Slide>, PublishError> {
        let project = self.project;
        let talk = self.talk()?.into_iter();
        let slides = talk.flat_map(|slide| {
            let shown = slide.shown.as_deref().unwrap_or(project);
            Slide::of(slide.scene, &slide.words, shown)
        });
        Ok(slides.collect())
    }

    /// What the presentation is called.
    pub(super) fn title(&self) -> &str {
        let title = self.project.head.title.as_deref().map(str::trim);
        title
            .filter(|title| !title.is_empty())
            .unwrap_or(Phrase::Untitled.in_language(self.project.language))
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;
    use std::ops::ControlFlow;

    use super::*;
    use crate::publish::{Format, Order, plan};
    use crate::store;

    #[test]
    fn whoever_listens_is_asked_before_every_slide_and_can_stop_there() {
        let sample = store::samples().iter().find(|s| s.name == "redcar");
        let project = store::load(sample.unwrap().json.as_bytes()).unwrap();
        let project = project.project;
        let [from, to] = [0, 1].map(|n| project.structures[n].id().clone());
        let order = Order {
            what: What::Talk(Vec::new(), Some((from.clone(), to.clone()))),
            format: Format::Pptx,
            options: scene::Options::default(),
        };
        let steps = scene::morph(&project, &from, &to, &order.options).unwrap();
        let steps = steps.steps().len();
        assert!(steps > 2);
        let run = |stop: usize| {
            let heard = Cell::new(0);
            let planned = plan(&project, &order, &|_| {
                heard.set(heard.get() + 1);
                if heard.get() > stop {
                    ControlFlow::Break(())
                } else {
                    ControlFlow::Continue(())
                }
            });
            (planned, heard.get())
        };
        let (planned, heard) = run(usize::MAX);
        assert_eq!(planned.unwrap().pages.len(), steps + 1);
        // The two side by side and their words, the way, each of its slides.
        assert_eq!(heard, steps + 3);
        for stop in [2, 3, 5] {
            let (stopped, heard) = run(stop);
            assert!(matches!(stopped, Err(PublishError::Cancelled)));
            assert_eq!(heard, stop + 1, "nothing is done after that");
        }
    }
}
