//! Projects in a few words, for tests.

use crate::model::{
    Body, BodyId, Fate, LineageRow, Link, LinkId, LinkKindId, Project, Structure, StructureId, Word,
};

/// A structure from words: `"board; a > board; b tasked-by a"`.
///
/// Bodies are made where they are first named, named like their id; `>` is *reports to*.
pub(crate) fn structure(id: &str, text: &str) -> Structure {
    let mut out = Structure::new(id.into(), id);
    for part in text.split(';').map(str::trim).filter(|p| !p.is_empty()) {
        let words: Vec<&str> = part.split_whitespace().collect();
        let (from, link) = match words.as_slice() {
            [body] => (*body, None),
            [from, kind, to] => (*from, Some((*kind, *to))),
            _ => panic!("not understood: {part}"),
        };
        for body in [Some(from), link.map(|(_, to)| to)].into_iter().flatten() {
            if out.body(&body.into()).is_none() {
                out.bodies.push(Body::new(body.into(), body));
            }
        }
        if let Some((kind, to)) = link {
            let kind = if kind == ">" { "reports-to" } else { kind };
            let mut id = format!("{from}.{kind}.{to}");
            while out.link(&LinkId::new(&id)).is_some() {
                id.push_str(".2");
            }
            out.links.push(Link::new(
                LinkId::new(&id),
                from.into(),
                LinkKindId::new(kind),
                to.into(),
            ));
        }
    }
    out
}

/// Two structures `old` and `new` with rows: `"a b => c; d => ; => e; f => g : merged"`.
pub(crate) fn project(old: &str, new: &str, rows: &str) -> Project {
    Project {
        structures: vec![structure("old", old), structure("new", new)],
        lineage: rows
            .split(';')
            .filter(|row| !row.trim().is_empty())
            .map(row)
            .collect(),
        ..Project::default()
    }
}

/// Several structures by id, and rows between pairs of them, as in [`project`].
pub(crate) fn stages(structures: &[(&str, &str)], lineage: &[(&str, &str, &str)]) -> Project {
    let rows = lineage.iter().flat_map(|(from, to, rows)| {
        let rows = rows.split(';').filter(|row| !row.trim().is_empty());
        rows.map(move |text| {
            let mut row = row(text);
            row.from_structure = (*from).into();
            row.to_structure = (*to).into();
            row
        })
    });
    Project {
        structures: structures
            .iter()
            .map(|(id, text)| structure(id, text))
            .collect(),
        lineage: rows.collect(),
        ..Project::default()
    }
}

fn row(text: &str) -> LineageRow {
    let (ends, fate) = match text.split_once(':') {
        Some((ends, fate)) => (ends, Some(fate.trim())),
        None => (text, None),
    };
    let (from, to) = ends.split_once("=>").expect("a row has =>");
    let ids = |text: &str| text.split_whitespace().map(BodyId::new).collect();
    let mut row = LineageRow::new("old".into(), "new".into());
    row.from = ids(from);
    row.to = ids(to);
    row.fate = fate.map(Word::<Fate>::read);
    row
}

/// A body of a structure, to be changed.
pub(crate) fn body<'a>(project: &'a mut Project, structure: &str, id: &str) -> &'a mut Body {
    project
        .structures
        .iter_mut()
        .find(|s| s.head.id == StructureId::new(structure))
        .and_then(|s| s.bodies.iter_mut().find(|b| b.id == BodyId::new(id)))
        .expect("the body exists")
}
