//! A project read in its second language: which texts are exchanged, and which lack words in it.

use super::{
    Body, Grid, InSecond, Language, LineageRow, Link, Project, Question, Rule, Seat, Step,
    Structure, StructureId, free_words, known_words,
};

/// A text of a record as it may be given in the second language.
#[derive(Debug)]
pub(super) enum Text<'a> {
    /// One that is always there.
    One(&'a mut String),
    /// One that may be absent.
    Maybe(&'a mut Option<String>),
    /// Several; in the second language each on a line.
    Lines(&'a mut Vec<String>),
}

/// States that the program says in its own words: they are no text of a person.
const STATES: [&str; 3] = ["not-established", "shadow", "time-limited"];

impl Text<'_> {
    /// Puts the words of the second language in its place; what is not stated has no translation.
    fn exchange(self, field: &str, second: &mut InSecond) {
        match self {
            Self::One(own) => second.exchange(field, own),
            Self::Maybe(own) => {
                let own = own.as_mut().filter(|own| !own.trim().is_empty());
                if let Some(own) = own.filter(|own| !STATES.contains(&own.as_str())) {
                    second.exchange(field, own);
                }
            }
            Self::Lines(own) => {
                if own.is_empty() {
                    return;
                }
                let mut whole = own.join("\n");
                second.exchange(field, &mut whole);
                *own = whole.lines().map(str::to_owned).collect();
            }
        }
    }

    /// Its words; nothing where none are needed.
    pub(super) fn words(self) -> Option<String> {
        let words = match self {
            Self::One(own) => own.trim().to_owned(),
            Self::Maybe(own) => own.as_deref().unwrap_or_default().trim().to_owned(),
            Self::Lines(own) => own.join("\n").trim().to_owned(),
        };
        (!words.is_empty() && !STATES.contains(&words.as_str())).then_some(words)
    }
}

/// What sort of record a text stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextOf {
    /// The project.
    Project,
    /// A kind of body, a kind of link or a tier.
    Kind,
    /// A structure.
    Structure,
    /// A body.
    Body,
    /// A seat.
    Seat,
    /// A link.
    Link,
    /// A grid.
    Grid,
    /// A row of lineage.
    Row,
    /// A step.
    Step,
    /// A question.
    Question,
    /// A rule.
    Rule,
}

/// Hears every text: of what and which field, with the words of its record in the second language.
pub(super) type Each<'a> = &'a mut dyn FnMut(&mut InSecond, (TextOf, &'static str), Text<'_>);

impl Project {
    /// The project as it reads in a language: names and texts that are given in it stand in the
    /// place of the others, and the others where those were. Never saved.
    #[must_use]
    pub fn read_in(&self, language: Language) -> Self {
        let mut out = self.clone();
        if language == self.language {
            return out;
        }
        if self.language == Language::English {
            known_words::spread(&mut out);
        }
        out.language = language;
        each_text(&mut out, &mut |second, (_, field), text| {
            text.exchange(field, second);
        });
        for structure in &mut out.structures {
            structure.head.in_second.turn();
            // A person's words for the picture are in the language of the project.
            structure.head.short_texts.clear();
        }
        out
    }

    /// The texts that the second language lacks, each once, as far as they are wanted: of these
    /// structures, of what becomes of their bodies, and of the steps, questions and rules. Dates
    /// and certainties in words of a person are among them: they have no second language.
    #[must_use]
    pub fn texts_without_second(
        &self,
        structures: &[&StructureId],
        wanted: impl Fn(TextOf, &str) -> bool,
    ) -> Vec<String> {
        let mut of = Self {
            structures: Vec::new(),
            ..self.clone()
        };
        of.lineage.retain(|row| {
            let joined = |id| structures.contains(&id);
            joined(&row.from_structure) && joined(&row.to_structure)
        });
        let found = structures.iter().filter_map(|id| self.structure(id));
        of.structures.extend(found.cloned());
        let mut out: Vec<String> = Vec::new();
        let mut add = |(of, field), words: String| {
            if wanted(of, field) && !out.contains(&words) {
                out.push(words);
            }
        };
        free_words::each(&of, &mut |place, words| add(place, words.to_owned()));
        each_text(&mut of, &mut |second, place, text| {
            let words = text.words().filter(|_| second.get(place.1).is_none());
            words.into_iter().for_each(|words| add(place, words));
        });
        out
    }

    /// The names of a structure's picture that the second language lacks, each once.
    #[must_use]
    pub fn without_second<'a>(&'a self, structure: &'a Structure) -> Vec<&'a str> {
        let head = &structure.head;
        let bodies = structure.bodies.iter();
        let mut names = vec![(&head.in_second, "title", head.title.as_str())];
        if let Some(title) = self.head.title.as_deref() {
            names.push((&self.head.in_second, "title", title));
        }
        if let Some(status) = head.status.as_deref() {
            names.push((&head.in_second, "status", status));
        }
        names.extend(
            bodies
                .clone()
                .map(|b| (&b.in_second, "name", b.name.as_str())),
        );
        let kinds = self.body_kinds.iter();
        let used = kinds.filter(|kind| bodies.clone().any(|b| b.kind.as_ref() == Some(&kind.id)));
        names.extend(used.map(|kind| (&kind.in_second, "name", kind.name.as_str())));
        let tiers = self.tiers.iter();
        let used = tiers.filter(|tier| bodies.clone().any(|b| b.tier.as_ref() == Some(&tier.id)));
        names.extend(used.map(|tier| (&tier.in_second, "name", tier.name.as_str())));
        let links = self.link_kinds.iter();
        let used = links.filter(|kind| structure.links.iter().any(|l| l.kind == kind.id));
        names.extend(used.map(|kind| (&kind.in_second, "name", kind.name.as_str())));
        let labels = structure.links.iter();
        names.extend(labels.filter_map(|l| Some((&l.in_second, "label", l.label.as_deref()?))));
        let mut out: Vec<&str> = Vec::new();
        for (second, field, name) in names {
            let name = name.trim();
            if !name.is_empty() && second.get(field).is_none() && !out.contains(&name) {
                out.push(name);
            }
        }
        out
    }
}

fn each_text(project: &mut Project, each: Each<'_>) {
    let head = &mut project.head;
    let second = &mut head.in_second;
    each(
        second,
        (TextOf::Project, "title"),
        Text::Maybe(&mut head.title),
    );
    each(
        second,
        (TextOf::Project, "place"),
        Text::Maybe(&mut head.place),
    );
    each(
        second,
        (TextOf::Project, "note"),
        Text::Maybe(&mut head.note),
    );
    for kind in &mut project.body_kinds {
        each(
            &mut kind.in_second,
            (TextOf::Kind, "name"),
            Text::One(&mut kind.name),
        );
        let plural = Text::Maybe(&mut kind.plural);
        each(&mut kind.in_second, (TextOf::Kind, "plural"), plural);
    }
    for kind in &mut project.link_kinds {
        each(
            &mut kind.in_second,
            (TextOf::Kind, "name"),
            Text::One(&mut kind.name),
        );
    }
    for tier in &mut project.tiers {
        each(
            &mut tier.in_second,
            (TextOf::Kind, "name"),
            Text::One(&mut tier.name),
        );
    }
    for structure in &mut project.structures {
        of_structure(structure, each);
    }
    for row in &mut project.lineage {
        of_row(row, each);
    }
    for step in &mut project.steps {
        of_step(step, each);
    }
    for question in &mut project.questions {
        of_question(question, each);
    }
    for Rule {
        text, in_second, ..
    } in &mut project.rules
    {
        each(in_second, (TextOf::Rule, "text"), Text::One(text));
    }
}

fn of_structure(structure: &mut Structure, each: Each<'_>) {
    let head = &mut structure.head;
    let second = &mut head.in_second;
    each(
        second,
        (TextOf::Structure, "title"),
        Text::One(&mut head.title),
    );
    each(
        second,
        (TextOf::Structure, "status"),
        Text::Maybe(&mut head.status),
    );
    each(
        second,
        (TextOf::Structure, "note"),
        Text::Maybe(&mut head.note),
    );
    for body in &mut structure.bodies {
        of_body(body, each);
    }
    for Link {
        label,
        source,
        in_second,
        ..
    } in &mut structure.links
    {
        each(in_second, (TextOf::Link, "label"), Text::Maybe(label));
        each(in_second, (TextOf::Link, "source"), Text::Maybe(source));
    }
    for Grid {
        title,
        source,
        in_second,
        ..
    } in &mut structure.grids
    {
        each(in_second, (TextOf::Grid, "title"), Text::One(title));
        each(in_second, (TextOf::Grid, "source"), Text::Maybe(source));
    }
}

pub(super) fn of_body(body: &mut Body, each: Each<'_>) {
    let second = &mut body.in_second;
    each(second, (TextOf::Body, "name"), Text::One(&mut body.name));
    each(
        second,
        (TextOf::Body, "aliases"),
        Text::Lines(&mut body.aliases),
    );
    each(
        second,
        (TextOf::Body, "roles"),
        Text::Lines(&mut body.roles),
    );
    for (field, text) in [
        ("short", &mut body.short),
        ("state", &mut body.state),
        ("as_stated", &mut body.meetings.as_stated),
        ("purpose", &mut body.purpose),
        ("chair", &mut body.chair),
        ("lead", &mut body.lead),
        ("quorum", &mut body.quorum),
        ("review", &mut body.review),
        ("note", &mut body.note),
        ("source", &mut body.source),
    ] {
        each(second, (TextOf::Body, field), Text::Maybe(text));
    }
    for Seat {
        post,
        organisation,
        sector,
        condition,
        note,
        in_second,
        ..
    } in &mut body.seats
    {
        for (field, text) in [
            ("post", post),
            ("organisation", organisation),
            ("sector", sector),
            ("condition", condition),
            ("note", note),
        ] {
            each(in_second, (TextOf::Seat, field), Text::Maybe(text));
        }
    }
}

fn of_row(row: &mut LineageRow, each: Each<'_>) {
    let second = &mut row.in_second;
    each(
        second,
        (TextOf::Row, "reason"),
        Text::Maybe(&mut row.reason),
    );
    each(
        second,
        (TextOf::Row, "source"),
        Text::Maybe(&mut row.source),
    );
    each(second, (TextOf::Row, "lead"), Text::Maybe(&mut row.lead));
}

fn of_step(step: &mut Step, each: Each<'_>) {
    let second = &mut step.in_second;
    each(second, (TextOf::Step, "what"), Text::One(&mut step.what));
    each(second, (TextOf::Step, "when"), Text::Maybe(&mut step.when));
    each(second, (TextOf::Step, "lead"), Text::Maybe(&mut step.lead));
    each(
        second,
        (TextOf::Step, "source"),
        Text::Maybe(&mut step.source),
    );
}

fn of_question(question: &mut Question, each: Each<'_>) {
    let second = &mut question.in_second;
    each(
        second,
        (TextOf::Question, "text"),
        Text::One(&mut question.text),
    );
    each(
        second,
        (TextOf::Question, "by"),
        Text::Maybe(&mut question.by),
    );
    each(
        second,
        (TextOf::Question, "status"),
        Text::Maybe(&mut question.status),
    );
    each(
        second,
        (TextOf::Question, "response"),
        Text::Maybe(&mut question.response),
    );
}
