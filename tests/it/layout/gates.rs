//! What must hold of every drawing, as a list of faults in words.

use dotted_line::layout::{Cell, Edge, Grows, Layout, Request, Route, STEP};

type Pt = (i32, i32);

/// Everything that is wrong with a drawing of a request; empty when all gates hold.
pub(super) fn faults(request: &Request, layout: &Layout) -> Vec<String> {
    let mut out = cells(request, layout);
    out.extend(routes(
        &request.edges,
        &layout.placement.cells,
        &layout.routes,
    ));
    out.extend(wrong_side(request.grows, layout));
    out
}

/// Cards: one each, large enough, on the lattice, apart from each other.
fn cells(request: &Request, layout: &Layout) -> Vec<String> {
    let cells = &layout.placement.cells;
    let mut out = Vec::new();
    if cells.len() != request.nodes.len() {
        out.push(format!(
            "{} cards for {} bodies",
            cells.len(),
            request.nodes.len()
        ));
    }
    for (i, (cell, asked)) in cells.iter().zip(&request.nodes).enumerate() {
        if [cell.x, cell.y, cell.w, cell.h]
            .iter()
            .any(|v| v.rem_euclid(STEP) != 0)
        {
            out.push(format!("card {i} is off the lattice: {cell:?}"));
        }
        if cell.w < asked.w || cell.h < asked.h {
            out.push(format!("card {i} is smaller than asked: {cell:?}"));
        }
        for (j, other) in cells.iter().enumerate().skip(i + 1) {
            if overlap(cell, other) {
                out.push(format!("cards {i} and {j} overlap"));
            }
        }
    }
    out
}

/// Lines: each drawn, at right angles, from edge to edge, clear of every other card.
pub(super) fn routes(edges: &[Edge], cells: &[Cell], routes: &[Route]) -> Vec<String> {
    let mut out = Vec::new();
    if routes.len() != edges.len() {
        out.push(format!("{} lines for {} links", routes.len(), edges.len()));
    }
    for (i, (edge, route)) in edges.iter().zip(routes).enumerate() {
        let (Some(from), Some(to)) = (cells.get(edge.from), cells.get(edge.to)) else {
            if !route.points.is_empty() {
                out.push(format!("link {i} has no end, but a line"));
            }
            continue;
        };
        let points = &route.points;
        let (Some(&first), Some(&last)) = (points.first(), points.last()) else {
            out.push(format!("link {i} has no line"));
            continue;
        };
        let (start, end) = if route.starts_at_from {
            (from, to)
        } else {
            (to, from)
        };
        if !on_edge(start, first) || !on_edge(end, last) {
            out.push(format!("link {i} misses its cards: {points:?}"));
        }
        if points.len() < 2 {
            out.push(format!("link {i} has one point"));
        }
        for (a, b) in pieces(points) {
            if a == b || (a.0 != b.0 && a.1 != b.1) {
                out.push(format!("link {i} runs askew: {a:?} {b:?}"));
            }
            for (j, cell) in cells.iter().enumerate() {
                let own = j == edge.from || j == edge.to;
                if enters(a, b, cell, !own) {
                    out.push(format!("link {i} runs through card {j}: {a:?} {b:?}"));
                }
            }
        }
    }
    out
}

/// A card never stands above the card that it hangs from; at its left where the drawing grows to the right.
pub(super) fn wrong_side(grows: Grows, layout: &Layout) -> Vec<String> {
    let placement = &layout.placement;
    let hangs = placement.hangs.iter().enumerate();
    hangs
        .filter_map(|(child, hang)| Some((child, (*hang)?.parent)))
        .filter(|&(child, parent)| {
            let (child, parent) = (placement.cells[child], placement.cells[parent]);
            match grows {
                Grows::Down => child.y < parent.bottom(),
                Grows::Right => child.x < parent.right(),
            }
        })
        .map(|(child, parent)| format!("card {child} is on the wrong side of card {parent}"))
        .collect()
}

/// Pairs of links without a common body that run on each other for more than 1 pt.
pub(super) fn ambiguous(edges: &[Edge], routes: &[Route]) -> Vec<(usize, usize)> {
    overlaps(edges, routes)
        .into_iter()
        .filter(|&(i, j)| !common(&edges[i], &edges[j]))
        .collect()
}

/// Pairs of links of different classes that run on each other for more than 1 pt.
pub(super) fn mixed(edges: &[Edge], routes: &[Route]) -> Vec<(usize, usize)> {
    overlaps(edges, routes)
        .into_iter()
        .filter(|&(i, j)| edges[i].class != edges[j].class)
        .collect()
}

fn overlaps(edges: &[Edge], routes: &[Route]) -> Vec<(usize, usize)> {
    let mut out = Vec::new();
    for i in 0..edges.len().min(routes.len()) {
        for j in 0..i {
            let meet = pieces(&routes[i].points)
                .any(|p| pieces(&routes[j].points).any(|q| shared_length(p, q) > 1));
            if meet {
                out.push((j, i));
            }
        }
    }
    out
}

fn common(a: &Edge, b: &Edge) -> bool {
    [a.from, a.to]
        .iter()
        .any(|end| [b.from, b.to].contains(end))
}

fn pieces(points: &[Pt]) -> impl Iterator<Item = (Pt, Pt)> + '_ {
    points.windows(2).map(|pair| (pair[0], pair[1]))
}

fn shared_length(p: (Pt, Pt), q: (Pt, Pt)) -> i32 {
    let run = |a: i32, b: i32, c: i32, d: i32| a.max(b).min(c.max(d)) - a.min(b).max(c.min(d));
    let across = |s: (Pt, Pt)| s.0.1 == s.1.1;
    let along = |s: (Pt, Pt)| s.0.0 == s.1.0;
    if across(p) && across(q) && p.0.1 == q.0.1 {
        run(p.0.0, p.1.0, q.0.0, q.1.0)
    } else if along(p) && along(q) && p.0.0 == q.0.0 {
        run(p.0.1, p.1.1, q.0.1, q.1.1)
    } else {
        0
    }
}

pub(super) fn overlap(a: &Cell, b: &Cell) -> bool {
    a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom()
}

fn on_edge(cell: &Cell, (x, y): Pt) -> bool {
    let within = (cell.x..=cell.right()).contains(&x) && (cell.y..=cell.bottom()).contains(&y);
    within && (x == cell.x || x == cell.right() || y == cell.y || y == cell.bottom())
}

/// Whether a piece of a line comes inside a card, or with `touch` onto its edge.
fn enters(a: Pt, b: Pt, cell: &Cell, touch: bool) -> bool {
    let slack = i32::from(touch);
    a.0.min(b.0) < cell.right() + slack
        && a.0.max(b.0) > cell.x - slack
        && a.1.min(b.1) < cell.bottom() + slack
        && a.1.max(b.1) > cell.y - slack
}

#[test]
fn the_gates_see_what_is_wrong() {
    let cell = |x: i32, y: i32| Cell { x, y, w: 8, h: 8 };
    let cells = [cell(0, 0), cell(40, 0), cell(20, 0)];
    let edge = super::tasked(0, 1);
    let line = |points: &[Pt]| Route {
        points: points.to_vec(),
        starts_at_from: true,
    };
    let found = |points: &[Pt]| routes(&[edge], &cells, &[line(points)]);
    assert!(found(&[(8, 4), (40, 4)])[0].contains("through card 2"));
    assert!(found(&[(4, 8), (4, 12), (44, 16), (44, 8)])[0].contains("askew"));
    assert!(found(&[(4, 9), (4, 12), (44, 12), (44, 8)])[0].contains("misses"));
    assert!(found(&[])[0].contains("no line"));
    assert_eq!(
        found(&[(4, 8), (4, 12), (44, 12), (44, 8)]),
        Vec::<String>::new()
    );
    let two = [super::tasked(0, 1), super::tasked(2, 3)];
    let same = [line(&[(4, 8), (4, 40)]), line(&[(4, 30), (4, 60)])];
    assert_eq!(ambiguous(&two, &same), [(0, 1)]);
}
