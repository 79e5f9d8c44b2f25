//! Bodies in bands.

use dotted_line::layout::{self, Bands, Layout, Place, Request};
use proptest::prelude::*;

use super::gates::faults;
use super::random::structure;
use super::{cards, reports, request, tasked};

/// What is wrong with the bands of a drawing.
fn band_faults(request: &Request, layout: &Layout) -> Vec<String> {
    let placement = &layout.placement;
    let mut out = Vec::new();
    let stripes: Vec<_> = placement.bands.iter().filter(|b| b.h > 0).collect();
    for pair in stripes.windows(2) {
        if pair[0].bottom() != pair[1].y || (pair[0].x, pair[0].w) != (pair[1].x, pair[1].w) {
            out.push(format!("{:?} does not lie on {:?}", pair[0], pair[1]));
        }
    }
    let bands = request.bands.as_ref().unwrap();
    for (i, cell) in placement.cells.iter().enumerate() {
        let node = &request.nodes[i];
        if node.pin.is_some() || request.nodes.iter().any(|n| n.pin.is_some()) {
            continue;
        }
        let inside = |b: &layout::Cell| {
            b.x <= cell.x
                && cell.right() <= b.right()
                && b.y <= cell.y
                && cell.bottom() <= b.bottom()
        };
        let hung = request
            .edges
            .iter()
            .any(|e| e.hierarchy && e.from != e.to && [e.from, e.to].contains(&i));
        if node.place == Place::Outside && !hung {
            if placement
                .bands
                .iter()
                .any(|b| b.h > 0 && b.bottom() > cell.y)
            {
                out.push(format!("{i} is outside and stands in a band"));
            }
        } else if let Some(band) = bands.of[i] {
            if !inside(&placement.bands[band]) {
                out.push(format!("{i} leaves its band {band}"));
            }
        } else if !placement.bands.iter().any(inside) {
            out.push(format!("{i} stands in no band"));
        }
    }
    out
}

fn banded() -> impl Strategy<Value = Request> {
    structure(14).prop_flat_map(|request| {
        let n = request.nodes.len();
        let of = prop::collection::vec(prop::option::weighted(0.8, 0..4usize), n);
        of.prop_map(move |of| Request {
            bands: Some(Bands {
                of,
                titles: vec![(60, 13), (140, 13), (40, 13), (90, 13)],
            }),
            ..request.clone()
        })
    })
}

fn in_bands(n: usize, of: &[usize], edges: Vec<layout::Edge>) -> Request {
    Request {
        bands: Some(Bands {
            of: of.iter().map(|&b| (b < 9).then_some(b)).collect(),
            titles: vec![(60, 13); 3],
        }),
        ..request(cards(n), edges)
    }
}

#[test]
fn a_tier_goes_before_a_reporting_line() {
    // The second body reports to the first, which stands in a lower band.
    let request = in_bands(2, &[2, 0], vec![reports(1, 0)]);
    let layout = layout::arrange(&request);
    let [first, second] = [0, 1].map(|i| layout.placement.cells[i]);
    assert!(second.bottom() < first.y, "{second:?} {first:?}");
    assert_eq!(band_faults(&request, &layout), Vec::<String>::new());
    assert_eq!(
        layout.placement.bands[1].h, 0,
        "nobody stands in the second"
    );
}

#[test]
fn who_has_no_band_stands_with_the_nearest_relation_or_last() {
    let edges = vec![reports(1, 0), reports(2, 1), tasked(2, 3)];
    let request = in_bands(5, &[0, 9, 9, 2, 9], edges);
    let layout = layout::arrange(&request);
    let (cells, bands) = (&layout.placement.cells, &layout.placement.bands);
    let band = |i: usize| {
        bands
            .iter()
            .position(|b| b.y <= cells[i].y && cells[i].y < b.bottom())
    };
    assert_eq!([0, 1, 2, 3, 4].map(band), [0, 0, 0, 2, 3].map(Some));
}

#[test]
fn a_wide_band_has_several_rows() {
    let of: Vec<usize> = (0..30).map(|i| usize::from(i > 0)).collect();
    let edges = (1..30).map(|i| reports(i, 0)).collect();
    let request = in_bands(30, &of, edges);
    let layout = layout::arrange(&request);
    assert_eq!(band_faults(&request, &layout), Vec::<String>::new());
    let rows: std::collections::BTreeSet<i32> =
        layout.placement.cells.iter().map(|c| c.y).collect();
    assert!(rows.len() > 3, "{rows:?}");
}

#[test]
fn pins_hold_in_bands() {
    let mut request = in_bands(3, &[0, 1, 2], vec![reports(1, 0), reports(2, 1)]);
    request.nodes[2].pin = Some((400, 20));
    let layout = layout::arrange(&request);
    let cell = layout.placement.cells[2];
    assert_eq!((cell.x, cell.y), (400, 20));
    assert_eq!(faults(&request, &layout), Vec::<String>::new());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_gate_holds_in_bands(mut request in banded(), pin in prop::option::of((0..14usize, 0..600i32, 0..400i32))) {
        let pinned = pin.and_then(|(node, x, y)| Some((request.nodes.get_mut(node)?, (x, y))));
        if let Some((node, at)) = pinned {
            node.pin = Some(at);
        }
        let layout = layout::arrange(&request);
        let mut found = faults(&request, &layout);
        found.extend(band_faults(&request, &layout));
        prop_assert!(found.is_empty(), "{:#?}", found);
        prop_assert_eq!(&layout, &layout::arrange(&request));
    }
}
