//! Words of the second language that one record has and another lacks, though both say the same:
//! what goes on unchanged is the same in every language.

use std::collections::BTreeMap;

use super::translated::{TextOf, of_body};
use super::{BodyId, Classes, Project, Seat, StructureId, fold};

/// Gives every record the words that another one has for the same text.
pub(super) fn spread(project: &mut Project) {
    bodies(project);
    holders(project);
}

impl Project {
    /// The project with the words of the second language that follow from what goes on unchanged.
    /// Never saved: a person has given these words once, for one of the structures.
    #[must_use]
    pub fn with_known_words(&self) -> Self {
        let mut out = self.clone();
        spread(&mut out);
        out
    }
}

/// Gives bodies that become each other the words that one of them has for a text of both.
fn bodies(project: &mut Project) {
    let classes = classes(project);
    let mut known: BTreeMap<(usize, &str, String), String> = BTreeMap::new();
    let all = project.structures.iter_mut().flat_map(|s| &mut s.bodies);
    for (class, body) in classes.iter().zip(all) {
        of_body(body, &mut |second, (of, field), text| {
            if of == TextOf::Body
                && let (Some(words), Some(own)) = (second.get(field), text.words())
            {
                let known = known.entry((*class, field, fold(&own)));
                known.or_insert_with(|| words.to_owned());
            }
        });
    }
    if known.is_empty() {
        return;
    }
    let all = project.structures.iter_mut().flat_map(|s| &mut s.bodies);
    for (class, body) in classes.iter().zip(all) {
        of_body(body, &mut |second, (of, field), text| {
            if of == TextOf::Body
                && second.get(field).is_none()
                && let Some(own) = text.words()
                && let Some(words) = known.get(&(*class, field, fold(&own)))
            {
                second.set(field, Some(words.clone()));
            }
        });
    }
}

/// The class of each body, in the order of the file: bodies with the same id and those of one
/// row of lineage share one, directly or through others.
fn classes(project: &Project) -> Vec<usize> {
    let structures = project.structures.iter();
    let all = structures.flat_map(|s| s.bodies.iter().map(move |body| (s.id(), &body.id)));
    let mut places: BTreeMap<(&StructureId, &BodyId), usize> = BTreeMap::new();
    let mut firsts: BTreeMap<&BodyId, usize> = BTreeMap::new();
    let mut same: Vec<(usize, usize)> = Vec::new();
    let mut count = 0;
    for (place, (structure, body)) in all.enumerate() {
        places.entry((structure, body)).or_insert(place);
        same.push((*firsts.entry(body).or_insert(place), place));
        count += 1;
    }
    for row in &project.lineage {
        let from = row.from.iter().map(|id| (&row.from_structure, id));
        let to = row.to.iter().map(|id| (&row.to_structure, id));
        let ends = from.chain(to).filter_map(|end| places.get(&end).copied());
        let ends: Vec<usize> = ends.collect();
        same.extend(ends.iter().copied().zip(ends.iter().copied().skip(1)));
    }
    let mut classes = Classes::new(count);
    for (a, b) in same {
        classes.join(a, b);
    }
    (0..count).map(|place| classes.of(place)).collect()
}

/// Gives the posts, organisations and sectors of all seats the words that one seat has: who holds
/// two seats is one holder in every language.
fn holders(project: &mut Project) {
    const FIELDS: [&str; 3] = ["post", "organisation", "sector"];
    let stated = |seat: &Seat, field: &str| match field {
        "post" => seat.post.clone(),
        "organisation" => seat.organisation.clone(),
        _ => seat.sector.clone(),
    };
    let key = |field: &'static str, words: &str| (field, fold(words));
    let mut known: BTreeMap<(&str, String), String> = BTreeMap::new();
    let bodies = project.structures.iter().flat_map(|s| &s.bodies);
    for seat in bodies.flat_map(|body| &body.seats) {
        for field in FIELDS {
            if let (Some(own), Some(words)) = (stated(seat, field), seat.in_second.get(field)) {
                let known = known.entry(key(field, &own));
                known.or_insert_with(|| words.to_owned());
            }
        }
    }
    let bodies = project.structures.iter_mut().flat_map(|s| &mut s.bodies);
    for seat in bodies.flat_map(|body| &mut body.seats) {
        for field in FIELDS {
            let words = stated(seat, field).and_then(|own| known.get(&key(field, &own)));
            if let Some(words) = words {
                seat.in_second.set(field, Some(words.clone()));
            }
        }
    }
}
