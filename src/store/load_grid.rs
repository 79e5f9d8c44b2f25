//! Reading of the grids of a structure.
//!
//! A grid may name bodies and kinds of link that are not there: a finding tells, nothing is lost.

use serde::de::Deserializer as _;
use serde_json::value::RawValue;

use super::load::{body_ids, records, word};
use super::raw::Items;
use super::reader::{At, Reader, Record, Seen, sort};
use crate::model::{BodyId, Certainty, Grid, GridId, LinkKindId, Word};

pub(super) fn grids<'a>(reader: &mut Reader<'a>, structure: &mut Record<'a, '_>) -> Vec<Grid> {
    let mut seen = Seen::default();
    records(reader, structure, "grids", "grid", |reader, record| Grid {
        id: GridId::new(&reader.own_id(record, "grids of this structure", &mut seen)),
        title: reader.text(record, "title").unwrap_or_default(),
        rows: body_ids(reader, record, "rows"),
        columns: body_ids(reader, record, "columns"),
        kinds: kinds(reader, record),
        none: pairs(reader, record),
        certainty: word(reader, record, "certainty", Word::<Certainty>::read),
        source: reader.text(record, "source"),
        in_second: reader.in_second(record),
        extra: reader.rest(record),
    })
}

fn kinds<'a>(reader: &mut Reader<'a>, record: &mut Record<'a, '_>) -> Vec<LinkKindId> {
    let ids = reader.ids(record, "kinds");
    ids.iter().map(|id| LinkKindId::new(id)).collect()
}

/// Pairs of a row and a column.
fn pairs<'a>(reader: &mut Reader<'a>, record: &mut Record<'a, '_>) -> Vec<(BodyId, BodyId)> {
    let items = reader.list(record, "none", None);
    let at = record.at();
    let at = at.key("none");
    items
        .into_iter()
        .enumerate()
        .filter_map(|(i, raw)| pair(reader, raw, at.item(i)))
        .collect()
}

fn pair<'a>(reader: &mut Reader<'a>, raw: &'a RawValue, at: At<'_>) -> Option<(BodyId, BodyId)> {
    let mut items = serde_json::Deserializer::from_str(raw.get());
    let found = if raw.get().starts_with('[') {
        items.deserialize_seq(Items(2)).unwrap_or_default()
    } else {
        Default::default()
    };
    let ([row, column], 0) = (found.0.as_slice(), found.1) else {
        let what = if raw.get().starts_with('[') {
            "a list of another length".to_owned()
        } else {
            sort(raw).to_owned()
        };
        reader.fault(
            raw,
            at,
            format!("Each entry of “none” must name a row and a column, but it is {what}."),
            "Write two ids in square brackets: the body of the row, then that of the column.",
        );
        return None;
    };
    let row = reader.id_of(row, at.item(0))?;
    let column = reader.id_of(column, at.item(1))?;
    Some((BodyId::new(&row), BodyId::new(&column)))
}
