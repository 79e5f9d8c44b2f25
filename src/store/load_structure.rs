//! Reading of a structure: its bodies with their seats, then its links.

use super::load::{records, word};
use super::reader::{Reader, Record, Seen, shorten};
use super::{MAX_BODIES, MAX_LINKS};
use crate::model::{
    Body, BodyId, Certainty, ClassCount, Extra, KindId, Link, LinkId, LinkKindId, Meetings, Pin,
    Seat, SeatNumber, ShortText, Standing, Structure, StructureHead, StructureId, TierId, Word,
};

/// The most meetings a year.
const MAX_MEETINGS: f64 = 1e6;

/// Reads one structure.
pub(super) fn structure<'a>(
    reader: &mut Reader<'a>,
    record: &mut Record<'a, '_>,
    seen: &mut Seen,
) -> Structure {
    let id = StructureId::new(&reader.own_id(record, "structures", seen));
    let title = reader.text(record, "title").unwrap_or_default();
    let status = reader.text(record, "status");
    let date = reader.text(record, "date");
    let note = reader.text(record, "note");
    let short_texts = short_texts(reader, record);
    let in_second = reader.in_second(record);
    let mut bodies_seen = Seen::default();
    let bodies = bodies(reader, record, &mut bodies_seen);
    let links = links(reader, record, &bodies_seen);
    let grids = super::load_grid::grids(reader, record);
    Structure {
        head: StructureHead {
            id,
            title,
            status,
            date,
            note,
            short_texts,
            in_second,
            extra: reader.rest(record),
        },
        bodies,
        links,
        grids,
    }
}

fn short_texts<'a>(reader: &mut Reader<'a>, record: &mut Record<'a, '_>) -> Vec<ShortText> {
    records(
        reader,
        record,
        "short_texts",
        "short text",
        |reader, record| ShortText {
            with: reader.id(record, "with").map(|id| StructureId::new(&id)),
            text: reader.required(record, "text"),
            generated: reader.text(record, "generated"),
            extra: reader.rest(record),
        },
    )
}

fn bodies<'a>(reader: &mut Reader<'a>, record: &mut Record<'a, '_>, seen: &mut Seen) -> Vec<Body> {
    let left = MAX_BODIES.saturating_sub(reader.bodies);
    let items = reader.list(record, "bodies", Some(left));
    reader.bodies += items.len();
    let at = record.at();
    let at = at.key("bodies");
    items
        .into_iter()
        .enumerate()
        .filter_map(|(i, raw)| {
            let mut record = reader.open(raw, at.item(i), "body", true)?;
            Some(body(reader, &mut record, seen))
        })
        .collect()
}

fn body<'a>(reader: &mut Reader<'a>, record: &mut Record<'a, '_>, seen: &mut Seen) -> Body {
    let id = BodyId::new(&reader.own_id(record, "bodies of this structure", seen));
    let name = reader.required(record, "name");
    let (pin, pin_extra) = pin(reader, record);
    Body {
        id,
        name,
        short: reader.text(record, "short"),
        aliases: reader.texts(record, "aliases"),
        kind: reader.id(record, "kind").map(|id| KindId::new(&id)),
        tier: reader.id(record, "tier").map(|id| TierId::new(&id)),
        standing: word(reader, record, "standing", Word::<Standing>::read),
        certainty: word(reader, record, "certainty", Word::<Certainty>::read),
        state: reader.text(record, "state"),
        count: class_count(reader, record),
        from: reader.text(record, "from"),
        until: reader.text(record, "until"),
        shadow_from: reader.text(record, "shadow_from"),
        statutory_from: reader.text(record, "statutory_from"),
        purpose: reader.text(record, "purpose"),
        roles: reader.texts(record, "roles"),
        seats: seats(reader, record),
        meetings: meetings(reader, record),
        chair: reader.text(record, "chair"),
        lead: reader.text(record, "lead"),
        quorum: reader.text(record, "quorum"),
        review: reader.text(record, "review"),
        note: reader.text(record, "note"),
        source: reader.text(record, "source"),
        pin,
        pin_extra,
        in_second: reader.in_second(record),
        extra: reader.rest(record),
    }
}

fn class_count<'a>(reader: &mut Reader<'a>, record: &mut Record<'a, '_>) -> Option<ClassCount> {
    let raw = record.take("count")?;
    let at = record.at();
    let at = at.key("count");
    if raw.get() == "\"unknown\"" {
        return Some(ClassCount::Unknown);
    }
    if raw.get().starts_with('"') {
        reader.fault(
            raw,
            at,
            "“count” of a body must be a number or “unknown”.",
            "Write a number without quotation marks, or \"unknown\".",
        );
        return None;
    }
    reader
        .whole_of(raw, at, "count", (0, i64::from(u32::MAX)))
        .and_then(|n| u32::try_from(n).ok())
        .map(ClassCount::Number)
}

fn seats<'a>(reader: &mut Reader<'a>, record: &mut Record<'a, '_>) -> Vec<Seat> {
    let items = reader.list(record, "seats", None);
    let at = record.at();
    let at = at.key("seats");
    items
        .into_iter()
        .enumerate()
        .filter_map(|(i, raw)| {
            let mut record = reader.open(raw, at.item(i), "seat row", false)?;
            Some(seat(reader, &mut record))
        })
        .collect()
}

fn seat<'a>(reader: &mut Reader<'a>, record: &mut Record<'a, '_>) -> Seat {
    let post = reader.text(record, "post");
    let organisation = reader.text(record, "organisation");
    let sector = reader.text(record, "sector");
    let exactly = reader.count(record, "count");
    let at_least = reader.count(record, "at_least");
    let number = match (exactly, at_least) {
        (Some(n), None) => SeatNumber::Exactly(n),
        (None, Some(n)) => SeatNumber::AtLeast(n),
        (None, None) => SeatNumber::Open,
        (Some(n), Some(_)) => {
            reader.fault(
                record.raw(),
                record.at(),
                "A seat row has both “count” and “at_least”.",
                "Keep “count” for an exact number, “at_least” for a minimum.",
            );
            SeatNumber::Exactly(n)
        }
    };
    Seat {
        post,
        organisation,
        sector,
        number,
        condition: reader.text(record, "condition"),
        through: reader.id(record, "through").map(|id| BodyId::new(&id)),
        note: reader.text(record, "note"),
        in_second: reader.in_second(record),
        extra: reader.rest(record),
    }
}

fn meetings<'a>(reader: &mut Reader<'a>, record: &mut Record<'a, '_>) -> Meetings {
    let Some(raw) = record.take("meetings") else {
        return Meetings::default();
    };
    let at = record.at();
    let Some(mut record) = reader.open(raw, at.key("meetings"), "“meetings”", false) else {
        return Meetings::default();
    };
    Meetings {
        per_year: reader.float(&mut record, "per_year", MAX_MEETINGS),
        as_stated: reader.text(&mut record, "as_stated"),
        extra: reader.rest(&mut record),
    }
}

fn pin<'a>(reader: &mut Reader<'a>, record: &mut Record<'a, '_>) -> (Option<Pin>, Extra) {
    let none = (None, Extra::default());
    let Some(raw) = record.take("pin") else {
        return none;
    };
    let at = record.at();
    let at = at.key("pin");
    let Some(mut record) = reader.open(raw, at, "“pin”", false) else {
        return none;
    };
    let mut side = |key: &str| {
        if let Some(raw) = record.take(key) {
            let at = at.key(key);
            let bounds = (i64::from(i32::MIN), i64::from(i32::MAX));
            reader
                .whole_of(raw, at, key, bounds)
                .and_then(|n| i32::try_from(n).ok())
        } else {
            reader.fault(
                raw,
                at,
                format!("The pin has no “{key}”."),
                "Give both x and y, or take the pin out.",
            );
            None
        }
    };
    let (x, y) = (side("x"), side("y"));
    let extra = reader.rest(&mut record);
    match (x, y) {
        (Some(x), Some(y)) => (Some(Pin { x, y }), extra),
        _ => none,
    }
}

fn links<'a>(reader: &mut Reader<'a>, record: &mut Record<'a, '_>, bodies: &Seen) -> Vec<Link> {
    let left = MAX_LINKS.saturating_sub(reader.links);
    let items = reader.list(record, "links", Some(left));
    reader.links += items.len();
    let at = record.at();
    let at = at.key("links");
    let mut seen = Seen::default();
    items
        .into_iter()
        .enumerate()
        .filter_map(|(i, raw)| {
            let mut record = reader.open(raw, at.item(i), "link", true)?;
            Some(link(reader, &mut record, &mut seen, bodies))
        })
        .collect()
}

fn link<'a>(
    reader: &mut Reader<'a>,
    record: &mut Record<'a, '_>,
    seen: &mut Seen,
    bodies: &Seen,
) -> Link {
    Link {
        id: LinkId::new(&reader.own_id(record, "links of this structure", seen)),
        from: end(reader, record, "from", bodies),
        to: end(reader, record, "to", bodies),
        kind: LinkKindId::new(&reader.required_id(record, "kind").0),
        seats: reader.count(record, "seats"),
        label: reader.text(record, "label"),
        permission: reader.flag(record, "permission"),
        certainty: word(reader, record, "certainty", Word::<Certainty>::read),
        source: reader.text(record, "source"),
        in_second: reader.in_second(record),
        extra: reader.rest(record),
    }
}

/// One end of a link: a body of the same structure.
fn end<'a>(
    reader: &mut Reader<'a>,
    record: &mut Record<'a, '_>,
    key: &str,
    bodies: &Seen,
) -> BodyId {
    let (id, raw) = reader.required_id(record, key);
    if !id.is_empty() && !bodies.has(&id) {
        reader.fault(
            raw,
            record.at().key(key),
            format!(
                "The link's “{key}” names “{}”, but this structure has no such body.",
                shorten(&id)
            ),
            "Add the body, correct the id or take the link out.",
        );
    }
    BodyId::new(&id)
}
