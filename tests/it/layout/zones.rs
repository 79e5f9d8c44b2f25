//! Zoned drawings of random structures: the same gates, and those of panels and words.

use dotted_line::layout::{
    Cell, Edge, Many, Request, Route, ZoneSpec, ZonedLayout, ZonedRequest, arrange_zoned,
};
use proptest::prelude::*;

use super::gates::{overlap, routes};
use super::random::structure;

/// A random structure put into up to six zones, with lines between them.
fn zoned() -> impl Strategy<Value = ZonedRequest> {
    structure(14).prop_flat_map(|request| {
        let n = request.nodes.len();
        let zones = prop::collection::vec(0..6usize, n);
        let many = prop::collection::vec((0..n + 6, 0..n + 6, 0..3u32), 0..5);
        (zones, many, 0..4usize)
            .prop_map(move |(zones, many, bands)| in_zones(&request, &zones, &many, bands))
    })
}

fn in_zones(
    request: &Request,
    zone_of: &[usize],
    many: &[(usize, usize, u32)],
    bands: usize,
) -> ZonedRequest {
    let n = request.nodes.len();
    let members = |zone: usize| (0..n).filter(|&i| zone_of[i] == zone).collect();
    let zones: Vec<ZoneSpec> = (0..6)
        .map(|zone| ZoneSpec {
            members: members(zone),
            title: (40 + 30 * i32::try_from(zone).unwrap(), 13),
            band: (zone < bands).then_some(zone),
            outside: zone == 5,
        })
        .collect();
    let sizes: Vec<(i32, i32)> = request.nodes.iter().map(|node| (node.w, node.h)).collect();
    let narrow = sizes.iter().map(|(w, h)| (w - w / 4, h + h / 4)).collect();
    let full = |end: usize| end < n || !zones[end - n].members.is_empty();
    let many = many
        .iter()
        .filter(|(from, to, _)| from != to && full(*from) && full(*to));
    let many = many.map(|&(from, to, class)| Many {
        line: Edge {
            from,
            to,
            hierarchy: false,
            class: 10 + class,
            clear_from: 4,
            clear_to: 8,
        },
        words: vec![(120, 13), (70, 26)],
    });
    ZonedRequest {
        many: many.collect(),
        sizes: vec![sizes, narrow],
        edges: request.edges.clone(),
        zones,
        room: request.room,
        readable: 0.8,
    }
}

/// Everything that is wrong with a zoned drawing.
fn faults(request: &ZonedRequest, layout: &ZonedLayout) -> Vec<String> {
    let mut out = cards(request, layout);
    out.extend(panels(request, layout));
    out.extend(routes(&request.edges, &layout.cells, &layout.routes));
    for (i, (many, route)) in request.many.iter().zip(&layout.many).enumerate() {
        out.extend(
            collective(&many.line, route, layout)
                .into_iter()
                .map(|f| format!("line {i}: {f}")),
        );
    }
    if layout.many.len() != request.many.len() || layout.words.len() != request.many.len() {
        out.push("a collective line is missing".to_owned());
    }
    out.extend(words(layout));
    out
}

fn cards(request: &ZonedRequest, layout: &ZonedLayout) -> Vec<String> {
    let mut out = Vec::new();
    for (at, zone) in request.zones.iter().enumerate() {
        let sizes = &request.sizes[layout.sets[at]];
        for &member in &zone.members {
            let (cell, panel) = (layout.cells[member], layout.panels[at]);
            if cell.w < sizes[member].0 || cell.h < sizes[member].1 {
                out.push(format!("card {member} is too small: {cell:?}"));
            }
            if !inside(&cell, &panel) {
                out.push(format!("card {member} leaves its panel {at}"));
            }
            if overlap(&cell, &layout.titles[at]) {
                out.push(format!("card {member} lies on the words of {at}"));
            }
        }
    }
    out.extend(apart("cards", &layout.cells));
    out
}

fn panels(request: &ZonedRequest, layout: &ZonedLayout) -> Vec<String> {
    let drawn: Vec<Cell> = layout.panels.iter().copied().filter(|p| p.w > 0).collect();
    let zones = request
        .zones
        .iter()
        .filter(|z| !z.members.is_empty())
        .count();
    let mut out = apart("panels", &drawn);
    if drawn.len() != zones {
        out.push(format!("{} panels for {zones} zones", drawn.len()));
    }
    out
}

fn apart(what: &str, cells: &[Cell]) -> Vec<String> {
    let mut out = Vec::new();
    for (i, a) in cells.iter().enumerate() {
        for (j, b) in cells.iter().enumerate().skip(i + 1) {
            if overlap(a, b) {
                out.push(format!("{what} {i} and {j} overlap"));
            }
        }
    }
    out
}

fn inside(cell: &Cell, panel: &Cell) -> bool {
    panel.x <= cell.x
        && panel.y <= cell.y
        && cell.right() <= panel.right()
        && cell.bottom() <= panel.bottom()
}

/// A collective line runs at right angles from edge to edge and through no card but its ends.
fn collective(line: &Edge, route: &Route, layout: &ZonedLayout) -> Vec<String> {
    let n = layout.cells.len();
    let end = |i: usize| {
        if i < n {
            layout.cells[i]
        } else {
            layout.panels[i - n]
        }
    };
    let (Some(&first), Some(&last)) = (route.points.first(), route.points.last()) else {
        return vec!["no line".to_owned()];
    };
    let (a, b) = if route.starts_at_from {
        (end(line.from), end(line.to))
    } else {
        (end(line.to), end(line.from))
    };
    let mut out = Vec::new();
    if !on_edge(first, &a) || !on_edge(last, &b) {
        out.push(format!(
            "{first:?} to {last:?} does not end on {a:?} and {b:?}"
        ));
    }
    for piece in pieces(&route.points) {
        if piece.w > 0 && piece.h > 0 {
            out.push("not at right angles".to_owned());
        }
        for (i, cell) in layout.cells.iter().enumerate() {
            if i != line.from && i != line.to && through(&piece, cell) {
                out.push(format!("runs through card {i}"));
            }
        }
    }
    out
}

fn on_edge((x, y): (i32, i32), cell: &Cell) -> bool {
    let within = cell.x <= x && x <= cell.right() && cell.y <= y && y <= cell.bottom();
    within && (x == cell.x || x == cell.right() || y == cell.y || y == cell.bottom())
}

fn pieces(points: &[(i32, i32)]) -> Vec<Cell> {
    let piece = |pair: &[(i32, i32)]| Cell {
        x: pair[0].0.min(pair[1].0),
        y: pair[0].1.min(pair[1].1),
        w: (pair[0].0 - pair[1].0).abs(),
        h: (pair[0].1 - pair[1].1).abs(),
    };
    points.windows(2).map(piece).collect()
}

/// Whether a piece of a line has a point strictly inside a box.
fn through(piece: &Cell, cell: &Cell) -> bool {
    piece.x < cell.right()
        && cell.x < piece.right().max(piece.x + 1)
        && piece.y < cell.bottom()
        && cell.y < piece.bottom().max(piece.y + 1)
        && !(piece.w == 0 && piece.x <= cell.x)
        && !(piece.h == 0 && piece.y <= cell.y)
}

/// Words touch no card, no title, no line, no other words.
fn words(layout: &ZonedLayout) -> Vec<String> {
    let mut taken: Vec<(String, Cell)> = Vec::new();
    let mut add = |what: &str, cells: &[Cell]| {
        taken.extend(
            cells
                .iter()
                .enumerate()
                .map(|(i, c)| (format!("{what} {i}"), *c)),
        );
    };
    add("card", &layout.cells);
    let titles: Vec<Cell> = layout.titles.iter().copied().filter(|t| t.w > 0).collect();
    add("title", &titles);
    for route in layout.routes.iter().chain(&layout.many) {
        let grown = pieces(&route.points).into_iter().map(|c| Cell {
            x: c.x - 1,
            y: c.y - 1,
            w: c.w + 2,
            h: c.h + 2,
        });
        add("line", &grown.collect::<Vec<_>>());
    }
    let mut out = Vec::new();
    for (i, words) in layout.words.iter().enumerate() {
        let Some(words) = words else { continue };
        for (what, cell) in &taken {
            if overlap(&words.cell, cell) {
                out.push(format!("words {i} lie on {what}"));
            }
        }
        taken.push((format!("words {i}"), words.cell));
    }
    out
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_gate_holds(request in zoned()) {
        let layout = arrange_zoned(&request);
        let found = faults(&request, &layout);
        prop_assert!(found.is_empty(), "{:#?}", found);
        prop_assert_eq!(&layout, &arrange_zoned(&request));
    }
}

#[test]
fn odd_requests_are_drawn() {
    let card = |n: usize| vec![vec![(140, 44); n]];
    let zone = |members: Vec<usize>, band| ZoneSpec {
        members,
        title: (60, 13),
        band,
        outside: false,
    };
    let reports = |from, to| super::link(from, to, true, 0);
    let of = |n: usize, zones: Vec<ZoneSpec>, edges: Vec<Edge>| ZonedRequest {
        sizes: card(n),
        zones,
        edges,
        readable: 0.8,
        ..ZonedRequest::default()
    };
    let chain = (1..300).map(|i| reports(i, i - 1)).collect();
    let star = (1..60).map(|i| reports(i, 0)).collect();
    for (what, request) in [
        ("nothing", ZonedRequest::default()),
        (
            "an empty zone",
            of(0, vec![zone(Vec::new(), Some(0))], Vec::new()),
        ),
        ("one body", of(1, vec![zone(vec![0], None)], Vec::new())),
        (
            "a body that reports to itself",
            of(1, vec![zone(vec![0], Some(0))], vec![reports(0, 0)]),
        ),
        (
            "a loop",
            of(
                2,
                vec![zone(vec![0], Some(0)), zone(vec![1], Some(1))],
                vec![reports(0, 1), reports(1, 0)],
            ),
        ),
        (
            "a long chain in one zone",
            of(300, vec![zone((0..300).collect(), Some(0))], chain),
        ),
        (
            "a star",
            of(
                60,
                vec![zone(vec![0], Some(0)), zone((1..60).collect(), Some(1))],
                star,
            ),
        ),
    ] {
        let found = faults(&request, &arrange_zoned(&request));
        assert!(found.is_empty(), "{what}: {found:#?}");
    }
}

/// A card of the columns' band that carries others in its own panel stays as high as it is.
#[test]
fn a_card_with_others_under_it_does_not_grow_over_them() {
    let zone = |members: Vec<usize>, band| ZoneSpec {
        members,
        title: (60, 13),
        band: Some(band),
        outside: false,
    };
    let request = ZonedRequest {
        sizes: vec![vec![(112, 28), (112, 88), (112, 28), (112, 28), (112, 28)]],
        zones: vec![zone(vec![0, 1, 2], 0), zone(vec![3, 4], 1)],
        edges: [(2, 0), (3, 1), (4, 0)]
            .map(|(a, b)| super::link(a, b, true, 0))
            .to_vec(),
        room: Some((780, 480)),
        readable: 0.8,
        ..ZonedRequest::default()
    };
    assert_eq!(
        faults(&request, &arrange_zoned(&request)),
        Vec::<String>::new()
    );
}

/// What reports to a column's body hangs under it, and its line is straight.
#[test]
fn bodies_stand_under_those_they_report_to() {
    let members = |range: std::ops::Range<usize>| range.collect::<Vec<usize>>();
    let zone = |members: Vec<usize>, band| ZoneSpec {
        members,
        title: (60, 13),
        band: Some(band),
        outside: false,
    };
    let mut edges: Vec<Edge> = (1..4).map(|i| super::link(i, 0, true, 0)).collect();
    edges.extend([(4, 1), (5, 1), (6, 2), (7, 3)].map(|(a, b)| super::link(a, b, true, 0)));
    let request = ZonedRequest {
        sizes: vec![vec![(112, 44); 8]],
        zones: vec![
            zone(vec![0], 0),
            zone(members(1..4), 1),
            zone(members(4..8), 2),
        ],
        edges,
        room: Some((780, 480)),
        readable: 0.8,
        ..ZonedRequest::default()
    };
    let layout = arrange_zoned(&request);
    assert_eq!(faults(&request, &layout), Vec::<String>::new());
    for (child, above) in [(4, 1), (5, 1), (6, 2), (7, 3)] {
        let (child, above) = (layout.cells[child], layout.cells[above]);
        assert!(
            above.x < child.x && child.x < above.right(),
            "{child:?} {above:?}"
        );
        assert!(above.bottom() < child.y);
    }
    for route in &layout.routes[3..] {
        assert_eq!(route.points.len(), 3, "down the trunk and in: {route:?}");
    }
}

#[test]
fn a_narrow_card_that_many_report_to_is_reached_by_all_lines() {
    let sizes = [
        (155, 45),
        (144, 63),
        (57, 40),
        (137, 33),
        (156, 81),
        (152, 85),
        (99, 79),
        (85, 89),
        (162, 43),
        (18, 83),
        (110, 81),
        (144, 49),
        (79, 8),
    ];
    let ends = [
        (0, 3),
        (1, 9),
        (2, 9),
        (3, 5),
        (4, 1),
        (5, 9),
        (6, 6),
        (7, 3),
        (8, 11),
        (9, 12),
        (10, 3),
        (11, 6),
        (12, 11),
    ];
    let mut request = super::request(
        super::cards(sizes.len()),
        ends.map(|(from, to)| super::reports(from, to)).to_vec(),
    );
    for (node, size) in request.nodes.iter_mut().zip(sizes) {
        (node.w, node.h) = size;
    }
    request.room = Some((780, 480));
    let zone_of = [1, 2, 4, 1, 0, 1, 3, 2, 2, 1, 3, 1, 2];
    let request = in_zones(&request, &zone_of, &[], 3);
    let layout = arrange_zoned(&request);
    assert_eq!(
        faults(&request, &layout),
        Vec::<String>::new(),
        "{layout:#?}"
    );
}
