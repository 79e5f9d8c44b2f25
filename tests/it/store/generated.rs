//! Generated projects come back as they were; damaged bytes never make the loader panic.

use dotted_line::model::{
    Body, BodyId, BodyKind, Certainty, ClassCount, Extra, Fate, Grid, GridId, Head, KindId,
    LineageRow, Link, LinkId, LinkKind, LinkKindId, Meetings, Pin, Project, Question, Rule,
    RuleTest, Seat, SeatNumber, ShortText, Standing, Step, Structure, StructureId, Tier, TierId,
    Word, is_id,
};
use dotted_line::model::{InSecond, Language, TRANSLATED};
use dotted_line::store::{load, sample, save};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => vec(prop::char::range(' ', '~'), 0..40).prop_map(String::from_iter),
        1 => vec(any::<char>(), 0..12).prop_map(String::from_iter),
    ]
}

fn maybe() -> impl Strategy<Value = Option<String>> {
    of(text())
}

fn id() -> impl Strategy<Value = String> {
    let letters: Vec<char> = "abcXYZ019._-ŵé".chars().collect();
    vec(prop::sample::select(letters), 1..9).prop_map(String::from_iter)
}

/// Unknown fields: keys that no record knows, values of any JSON.
fn extra() -> impl Strategy<Value = Extra> {
    let raw = prop::sample::select(vec![
        "1",
        "null",
        "{ \"a\":1, \"a\":2 }",
        "[\n1e999]",
        "\"\\ud800\"",
        "99999999999999999999999999",
    ]);
    of((id(), raw)).prop_map(|found| {
        Extra(
            found
                .map(|(key, raw)| (format!("later {key}"), raw.to_owned()))
                .into_iter()
                .collect(),
        )
    })
}

fn certainty() -> impl Strategy<Value = Word<Certainty>> {
    prop_oneof![
        prop::sample::select(Certainty::ALL).prop_map(Word::Known),
        text().prop_map(|t| Word::<Certainty>::read(&t)),
    ]
}

fn seat() -> impl Strategy<Value = Seat> {
    let number = prop_oneof![
        Just(SeatNumber::Open),
        any::<u32>().prop_map(SeatNumber::Exactly),
        any::<u32>().prop_map(SeatNumber::AtLeast),
    ];
    (
        maybe(),
        maybe(),
        maybe(),
        number,
        maybe(),
        of(id()),
        maybe(),
        (extra(), in_second()),
    )
        .prop_map(
            |(post, organisation, sector, number, condition, through, note, more)| Seat {
                post,
                organisation,
                sector,
                number,
                condition,
                through: through.map(|id| BodyId::new(&id)),
                note,
                in_second: more.1,
                extra: more.0,
            },
        )
}

fn meetings() -> impl Strategy<Value = Meetings> {
    let per_year = prop_oneof![
        (0_u32..400).prop_map(f64::from),
        0.0..1e6_f64,
        Just(1e-300),
        Just(1e6)
    ];
    (of(per_year), maybe(), extra()).prop_map(|(per_year, as_stated, extra)| Meetings {
        per_year,
        as_stated,
        extra,
    })
}

fn body(id: String) -> impl Strategy<Value = Body> {
    let standing = prop_oneof![
        prop::sample::select(Standing::ALL).prop_map(Word::Known),
        text().prop_map(|t| Word::<Standing>::read(&t)),
    ];
    let count = of(prop_oneof![
        Just(ClassCount::Unknown),
        any::<u32>().prop_map(ClassCount::Number)
    ]);
    let pin = of((any::<i32>(), any::<i32>(), extra()));
    (
        (
            text(),
            maybe(),
            vec(text(), 0..3),
            of(self::id()),
            of(self::id()),
        ),
        (standing, certainty(), maybe(), count),
        (
            maybe(),
            maybe(),
            maybe(),
            maybe(),
            maybe(),
            vec(text(), 0..3),
        ),
        (
            vec(seat(), 0..3),
            meetings(),
            maybe(),
            maybe(),
            maybe(),
            maybe(),
            maybe(),
        ),
        (maybe(), pin, extra(), in_second()),
    )
        .prop_map(move |(a, b, c, d, e)| {
            let mut body = Body::new(BodyId::new(&id), a.0);
            (body.short, body.aliases) = (a.1, a.2);
            body.kind = a.3.map(|id| KindId::new(&id));
            body.tier = a.4.map(|id| TierId::new(&id));
            (body.standing, body.certainty, body.state, body.count) = b;
            (body.from, body.until, body.shadow_from) = (c.0, c.1, c.2);
            (body.statutory_from, body.purpose, body.roles) = (c.3, c.4, c.5);
            (body.seats, body.meetings, body.chair, body.lead) = (d.0, d.1, d.2, d.3);
            (body.quorum, body.review, body.note) = (d.4, d.5, d.6);
            (body.source, body.extra, body.in_second) = (e.0, e.2, e.3);
            if let Some((x, y, extra)) = e.1 {
                (body.pin, body.pin_extra) = (Some(Pin { x, y }), extra);
            }
            body
        })
}

fn structure(id: String) -> impl Strategy<Value = Structure> {
    let ids = prop::collection::btree_set(self::id(), 0..5);
    ids.prop_flat_map(move |ids| {
        let ids: Vec<String> = ids.into_iter().collect();
        let bodies: Vec<_> = ids.iter().cloned().map(body).collect();
        let links = if ids.is_empty() { 0..1 } else { 0..4 };
        let ends = (0..ids.len().max(1), 0..ids.len().max(1));
        let link = (
            ends,
            self::id(),
            of(any::<u32>()),
            maybe(),
            any::<bool>(),
            certainty(),
            maybe(),
            extra(),
        );
        let id = id.clone();
        (
            bodies,
            vec(link, links),
            text(),
            maybe(),
            maybe(),
            maybe(),
            extra(),
            (grids(), short_texts(), in_second()),
        )
            .prop_map(
                move |(
                    bodies,
                    links,
                    title,
                    status,
                    date,
                    note,
                    extra,
                    (grids, short_texts, in_second),
                )| {
                    let mut out = Structure::new(StructureId::new(&id), title);
                    (out.head.status, out.head.date, out.head.note) = (status, date, note);
                    (out.head.extra, out.bodies, out.grids) = (extra, bodies, grids);
                    (out.head.short_texts, out.head.in_second) = (short_texts, in_second);
                    for (n, (ends, kind, seats, label, permission, certainty, source, extra)) in
                        links.into_iter().enumerate()
                    {
                        let end = |at: usize| BodyId::new(&ids[at]);
                        let id = LinkId::new(&format!("link.{n}"));
                        let kind = LinkKindId::new(&kind);
                        let mut link = Link::new(id, end(ends.0), kind, end(ends.1));
                        (link.seats, link.label, link.permission) = (seats, label, permission);
                        (link.certainty, link.source, link.extra) = (certainty, source, extra);
                        link.in_second.set("label", link.label.clone());
                        out.links.push(link);
                    }
                    out
                },
            )
    })
}

fn ids() -> impl Strategy<Value = Vec<BodyId>> {
    vec(id().prop_map(|id| BodyId::new(&id)), 0..3)
}

fn grids() -> impl Strategy<Value = Vec<Grid>> {
    let kinds = vec(id().prop_map(|id| LinkKindId::new(&id)), 0..2);
    let none = vec((ids_one(), ids_one()), 0..3);
    let grid = (
        text(),
        ids(),
        ids(),
        kinds,
        none,
        certainty(),
        maybe(),
        (extra(), in_second()),
    );
    prop::collection::btree_map(id(), grid, 0..3).prop_map(|grids| {
        let grids = grids.into_iter();
        let grid = |(
            id,
            (title, rows, columns, kinds, none, certainty, source, (extra, in_second)),
        ): (String, _)| {
            Grid {
                id: GridId::new(&id),
                title,
                rows,
                columns,
                kinds,
                none,
                certainty,
                source,
                in_second,
                extra,
            }
        };
        grids.map(grid).collect()
    })
}

fn short_texts() -> impl Strategy<Value = Vec<ShortText>> {
    let text = (of(id()), text(), maybe(), extra());
    vec(text, 0..3).prop_map(|texts| {
        let text = |(with, text, generated, extra): (Option<String>, _, _, _)| ShortText {
            with: with.map(|id| StructureId::new(&id)),
            text,
            generated,
            extra,
        };
        texts.into_iter().map(text).collect()
    })
}

fn in_second() -> impl Strategy<Value = InSecond> {
    let words = vec((prop::sample::select(TRANSLATED.to_vec()), text()), 0..3);
    (words, extra()).prop_map(|(words, extra)| {
        let mut out = InSecond::default();
        for (field, words) in words {
            out.set(field, Some(words));
        }
        out.extra = extra;
        out
    })
}

fn ids_one() -> impl Strategy<Value = BodyId> {
    id().prop_map(|id| BodyId::new(&id))
}

fn lineage_row() -> impl Strategy<Value = LineageRow> {
    let fate = of(prop_oneof![
        prop::sample::select(Fate::ALL).prop_map(Word::Known),
        text().prop_map(|t| Word::<Fate>::read(&t)),
    ]);
    (
        id(),
        id(),
        ids(),
        ids(),
        fate,
        (maybe(), maybe(), maybe(), maybe()),
        certainty(),
        (extra(), in_second()),
    )
        .prop_map(|(a, b, from, to, fate, texts, certainty, more)| {
            let mut row = LineageRow::new(StructureId::new(&a), StructureId::new(&b));
            (row.from, row.to, row.fate) = (from, to, fate);
            (row.reason, row.source, row.date, row.lead) = texts;
            row.certainty = certainty;
            (row.extra, row.in_second) = more;
            row
        })
}

fn rule() -> impl Strategy<Value = Rule> {
    let test = of(prop_oneof![
        (id(), ids()).prop_map(|(tier, bodies)| RuleTest::OnlyTierReportsTo {
            tier: TierId::new(&tier),
            bodies
        }),
        Just(RuleTest::Other(
            "{\"kind\": \"later\",  \"x\":[1e999]}".to_owned()
        )),
    ]);
    (text(), test, in_second(), extra()).prop_map(|(text, test, in_second, extra)| Rule {
        text,
        test,
        in_second,
        extra,
    })
}

fn project() -> impl Strategy<Value = Project> {
    let version = of((2_u32..99).prop_map(|minor| format!("1.{minor}")));
    let head = (
        version,
        maybe(),
        maybe(),
        maybe(),
        maybe(),
        maybe(),
        in_second(),
    );
    let structures = prop::collection::btree_set(id(), 0..3)
        .prop_flat_map(|ids| ids.into_iter().map(structure).collect::<Vec<_>>());
    let kinds = prop::collection::btree_map(
        id(),
        (text(), maybe(), of(any::<u32>()), in_second(), extra()),
        0..3,
    );
    let named = || prop::collection::btree_map(id(), (text(), in_second(), extra()), 0..3);
    let more = || (extra(), in_second());
    let step = (text(), maybe(), maybe(), maybe(), ids(), maybe(), more());
    let question = (text(), maybe(), ids(), maybe(), maybe(), more());
    (
        (head, kinds, named(), named()),
        (structures, vec(lineage_row(), 0..4)),
        (
            vec(step, 0..3),
            vec(question, 0..3),
            vec(rule(), 0..3),
            extra(),
        ),
    )
        .prop_map(
            |((head, kinds, links, tiers), (structures, lineage), rest)| Project {
                head: Head {
                    version: head.0,
                    title: head.1,
                    place: head.2,
                    date: head.3,
                    note: head.4,
                    second_language: head.5,
                    in_second: head.6,
                },
                body_kinds: kinds
                    .into_iter()
                    .map(|(id, (name, plural, look, in_second, extra))| BodyKind {
                        id: KindId::new(&id),
                        name,
                        plural,
                        look,
                        in_second,
                        extra,
                    })
                    .collect(),
                link_kinds: links
                    .into_iter()
                    .map(|(id, (name, in_second, extra))| LinkKind {
                        id: LinkKindId::new(&id),
                        name,
                        in_second,
                        extra,
                    })
                    .collect(),
                tiers: tiers
                    .into_iter()
                    .map(|(id, (name, in_second, extra))| Tier {
                        id: TierId::new(&id),
                        name,
                        in_second,
                        extra,
                    })
                    .collect(),
                structures,
                lineage,
                steps: rest
                    .0
                    .into_iter()
                    .map(
                        |(what, date, when, lead, bodies, source, (extra, in_second))| Step {
                            what,
                            date,
                            when,
                            lead,
                            bodies,
                            source,
                            in_second,
                            extra,
                        },
                    )
                    .collect(),
                questions: rest
                    .1
                    .into_iter()
                    .map(
                        |(text, by, bodies, status, response, (extra, in_second))| Question {
                            text,
                            by,
                            bodies,
                            status,
                            response,
                            in_second,
                            extra,
                        },
                    )
                    .collect(),
                rules: rest.2,
                language: Language::English,
                extra: rest.3,
            },
        )
}

/// One damage of a file.
#[derive(Clone, Debug)]
enum Damage {
    Set(usize, u8),
    Insert(usize, u8),
    Delete(usize, usize),
    Double(usize, usize),
    Cut(usize),
}

fn damage() -> impl Strategy<Value = Damage> {
    let at = 0..usize::MAX;
    let byte = prop_oneof![
        any::<u8>(),
        prop::sample::select(b"{}[]\",:\\0-e\0 \n".to_vec())
    ];
    prop_oneof![
        4 => (at.clone(), byte.clone()).prop_map(|(at, b)| Damage::Set(at, b)),
        4 => (at.clone(), byte).prop_map(|(at, b)| Damage::Insert(at, b)),
        2 => (at.clone(), 1_usize..60).prop_map(|(at, n)| Damage::Delete(at, n)),
        2 => (at.clone(), 1_usize..60).prop_map(|(at, n)| Damage::Double(at, n)),
        1 => at.prop_map(Damage::Cut),
    ]
}

fn apply(bytes: &mut Vec<u8>, damage: &Damage) {
    let place = |at: usize| at % bytes.len().max(1);
    let range = |at: usize, n: usize| place(at)..(place(at) + n).min(bytes.len());
    match damage {
        Damage::Set(at, byte) => {
            let at = place(*at);
            if let Some(here) = bytes.get_mut(at) {
                *here = *byte;
            }
        }
        Damage::Insert(at, byte) => bytes.insert(place(*at).min(bytes.len()), *byte),
        Damage::Delete(at, n) => drop(bytes.drain(range(*at, *n))),
        Damage::Double(at, n) => {
            let range = range(*at, *n);
            let copy = bytes[range.clone()].to_vec();
            bytes.splice(range.start..range.start, copy);
        }
        Damage::Cut(at) => bytes.truncate(place(*at)),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn a_saved_project_loads_as_it_was(project in project()) {
        let text = save(&project);
        let loaded = load(text.as_bytes()).unwrap_or_else(|e| panic!("{e}\n{text}"));
        prop_assert_eq!(&loaded.project, &project);
        prop_assert_eq!(save(&loaded.project), text);
    }

    #[test]
    fn damaged_files_never_panic(damages in vec(damage(), 1..5)) {
        let mut bytes = sample("cheltenham").unwrap().json.as_bytes().to_vec();
        for damage in &damages {
            apply(&mut bytes, damage);
        }
        match load(&bytes) {
            Ok(loaded) => {
                let text = save(&loaded.project);
                prop_assert_eq!(load(text.as_bytes()).unwrap().project, loaded.project);
            }
            Err(error) => prop_assert!(!error.to_string().is_empty()),
        }
    }

    #[test]
    fn any_bytes_never_panic(bytes in vec(any::<u8>(), 0..300)) {
        let _ = load(&bytes);
    }
}

#[test]
fn generated_ids_are_ids() {
    proptest!(|(id in id())| prop_assert!(is_id(&id)));
}
