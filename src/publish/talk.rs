//! Slides: every structure, two side by side, and every change on the way.

use super::content::Desk;
use super::{Progress, PublishError, What};
use crate::describe::TextVersion;
use crate::export::Slide;
use crate::say::Phrase;
use crate::scene::{self, Scene};

impl Desk<'_> {
    /// The pictures of the slides with their words.
    pub(super) fn talk(&mut self) -> Result<Vec<(Scene, TextVersion)>, PublishError> {
        let What::Talk(structures, pair) = &self.order.what else {
            return Ok(vec![(self.scene()?, self.text_version()?)]);
        };
        let mut out = Vec::new();
        let pair = pair.as_ref();
        let beside = pair.map(|(from, to)| What::Compare(from.clone(), to.clone()));
        for what in structures.iter().cloned().map(What::Diagram).chain(beside) {
            out.push((self.draw(&what)?, self.in_words(&what)?));
        }
        if let Some((from, to)) = pair {
            self.tell(Progress::Drawing)?;
            out.extend(scene::morph_slides(
                self.project,
                from,
                to,
                &self.options(),
            )?);
        }
        Ok(out)
    }

    /// The same as slides.
    pub(super) fn slides(&mut self) -> Result<Vec<Slide>, PublishError> {
        let project = self.project;
        let talk = self.talk()?.into_iter();
        let slides = talk.flat_map(|(scene, words)| Slide::of(scene, &words, project));
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
