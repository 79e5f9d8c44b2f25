//! What becomes of bodies: fates from rows, and stated ones that contradict them.

use super::*;

#[test]
fn fates_follow_from_rows() {
    for (lineage, fate) in [
        ("a => a", "retained"),
        ("a => x", "renamed name"),
        ("a b => a", "merged"),
        ("a b => x", "merged name"),
        ("a => a x", "split name"),
        ("a b => x y", "replaced name"),
        ("a b c => x y", "merged name"),
        ("a b => x y z", "split name"),
        ("a =>", "ended"),
        ("=> x", "created"),
        ("=>", "retained"),
        ("a a => a a", "retained"),
        ("a => a : under-review", "under-review"),
        ("a => x : replaced", "replaced name"),
        ("a => a : abolished", "retained"),
        ("a => nowhere", "retained"),
    ] {
        let project = project("a; b; c", "a; x; y; z", lineage);
        assert_eq!(rows(&project), [fate], "{lineage}");
    }
}

#[test]
fn contradictions_of_stated_fates_are_found() {
    use Contradiction as C;
    for (lineage, expected) in [
        ("a => a : retained", None),
        ("a b => x : replaced", None),
        ("a b => x : merged", None),
        ("a b => x : renamed", Some(C::Several)),
        ("a b => x : retained", Some(C::Several)),
        ("a => a : renamed", Some(C::SameName)),
        ("a => x : merged", Some(C::OnlyOneBefore)),
        ("a => x : merged; b => x : merged", None),
        ("a => x : split", Some(C::OnlyOneAfter)),
        ("a => x : split; a => y : split", None),
        ("a => x : ended", Some(C::HasAfter)),
        ("a => x : created", Some(C::HasBefore)),
        ("a => : renamed", Some(C::NoAfter)),
        ("=> x : retained", Some(C::NoBefore)),
        ("a => x : vanished", None),
    ] {
        let project = project("a; b", "a; x; y", lineage);
        let row = &project.lineage[0];
        let found = contradiction(
            row,
            project.lineage.iter().skip(1),
            &bodies_of(&project.structures[0]),
            &bodies_of(&project.structures[1]),
        );
        assert_eq!(found, expected, "{lineage}");
    }
}
