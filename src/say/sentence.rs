//! Welsh sentences where English has verbs that agree with their subject.
//!
//! The impersonal forms ("Unir A a B") hold for every gender and number, and a name after them
//! keeps its first letter. They await the eye of a Welsh speaker.

macro_rules! sentences {
    ($($name:ident: $welsh:literal;)*) => {
        /// A Welsh sentence or clause. `{0}` and `{1}` stand for names and numbers.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[expect(missing_docs, reason = "each variant is named after what it says")]
        pub enum Sentence {
            $($name,)*
        }

        impl Sentence {
            /// The sentence with names and numbers in the places of `{0}` and `{1}`.
            #[must_use]
            pub fn with(self, parts: &[&str]) -> String {
                super::filled(self.words(), parts)
            }

            /// Its words.
            #[must_use]
            pub fn words(self) -> &'static str {
                match self {
                    $(Self::$name => $welsh,)*
                }
            }
        }
    };
}

sentences! {
    // What becomes of bodies. {2} is when, in words or nothing.
    NoBody: "Nid yw’r rhes hon yn enwi unrhyw gorff";
    Retained: "Cedwir {0}{2}";
    RetainedAs: "Cedwir {0} fel {1}{2}";
    UnderReview: "Cedwir {0}{2}, gyda’r telerau dan adolygiad";
    UnderReviewAs: "Cedwir {0} fel {1}{2}, gyda’r telerau dan adolygiad";
    Renamed: "Ailenwir {0} yn {1}{2}";
    Merged: "Unir {0} i ffurfio {1}{2}";
    MergedInto: "Unir {0} â {1}{2}, sy’n parhau";
    Split: "Rhennir {0} yn {1}{2}";
    Replaced: "Disodlir {0} gan {1}{2}";
    ReplacedThere: "Disodlir {0} gan {1}{2}, sydd yno eisoes";
    Ended: "Daw {0} i ben{2}, heb olynydd";
    EndedBefore: "Daw {0} i ben{2}; fe’i dilynir gan {1}";
    Created: "Newydd: {0}{2}";
    CreatedAfter: "Newydd: {0}{2}, ar ôl {1}";
    Possible: "Newydd o bosibl: {0}{2}; nid oes dim wedi’i benderfynu";
    NoSuccessor: "{0}: {1}{2}, ond ni enwir olynydd";
    NoPredecessor: "{0}: {1}{2}, ond ni enwir rhagflaenydd";
    // What changes on top of it.
    LineMoves: "symudir y llinell adrodd o {0} i {1}";
    NowReports: "adroddir bellach i {0}";
    NoLineBefore: "cynt: dim llinell adrodd wedi’i nodi";
    NoLineNow: "ni nodir llinell adrodd (cynt: i {0})";
    LineChanges: "newidir y llinell adrodd";
    NowCalled: "yr enw bellach yw {0}";
    Changes: "{0}: newid o {1} i {2}";
    IsNow: "{0}: {1} bellach (cynt: heb ei nodi)";
    IsNoMore: "{0}: heb ei nodi bellach (cynt: {1})";
    IsNotStated: "{0}: heb ei nodi";
    SeatListChanges: "newidir y rhestr o seddi";
    NewRoles: "rolau newydd: {0}";
    RolesGone: "rolau sy’n dod i ben: {0}";
    LinksChange: "cysylltiadau: {0}";
    LinksNew: "{0} newydd";
    LinksGone: "{0} wedi diflannu";
    LinksChanged: "{0} wedi newid";
    OpenBefore: "ni ddywedir beth a ddaw cyn {0} yn “{1}”";
    OpenAfter: "ni ddywedir beth a ddaw o {0} yn “{1}”";
    // The schedule.
    NothingAfter: "Ni nodir beth a ddaw o {0}";
    NothingBefore: "Ni nodir beth oedd cyn {0}";
    Implied: "Ymhlyg yw hyn, nid datganedig.";
    NotDecided: "Nid yw hyn wedi’i benderfynu.";
    HowCertain: "Pa mor sicr yw hyn: {0}.";
    NotEstablished: "Heb ei sefydlu eto.";
    ReportsTo: "Adroddir i {0}.";
    GainsLine: "Adroddir bellach i {0}; ni nodir llinell adrodd cyn hynny.";
    MovesLine: "Symudir y llinell adrodd o {0} i {1}.";
    AddsLine: "Adroddir bellach i {0} yn ogystal ag i {1}.";
    KeepsLine: "Adroddir bellach i {0} yn unig (cynt: {1}).";
    LosesLine: "Ni nodir llinell adrodd bellach (cynt: i {0}).";
    LineChangesAlone: "Newidir y llinell adrodd.";
    FollowsName: "Adroddir i {0}, sef {1} gynt.";
    FollowsLine: "Mae’r llinell adrodd yn dilyn {1} i {0}.";
    Followers: "Yn dilyn o dan y corff newydd, ar ôl adrodd i {1}: {0}.";
    Reason: "Y rheswm a roddir: {0}.";
    Lead: "Yr arweinydd a nodir: “{0}”.";
    ForSome: "Ar gyfer {0}: {1}";
    Standing: "Lle yn y fframwaith: {1} yn lle {0}.";
    TurnChanges: "{0}: newid o {1} i {2}.";
    TurnIsNow: "{0}: {1} bellach; cynt, heb ei nodi.";
    TurnIsNoMore: "{0}: heb ei nodi bellach; cynt, {1}.";
    NotStatedFor: "Heb eu nodi: {0}.";
    HasEach: "{0}: {1} yr un.";
    Has: "{0}: {1}.";
    ListChanges: "Newidir y rhestr o seddi.";
    Range: "{0} i {1}";
    // Numbers of bodies.
    Same: "Yr un strwythur yw’r ddau, “{0}”: nid oes dim yn newid.";
    NoBodies: "Nid oes cyrff yn “{0}”.";
    NoFate: "Ni nodir beth a ddaw o unrhyw un o {0} “{1}”.";
    AllFates: "Nodir beth a ddaw o bob un o {0} “{1}”.";
    SomeFates: "O {0} “{1}”, nodir beth a ddaw o {2}.";
    AfterNotStated: "Ni nodir beth a ddaw o {0} “{1}”.";
    BeforeNotStated: "Ni nodir beth oedd cyn {0} “{1}”.";
    AlsoMove: " O’r rhain, mae {0} hefyd yn symud i linell adrodd arall.";
    Entries: "Mae {0} yn yr atodlen: {1}.";
    GoOn: "Cedwir {0}.";
    GoOnMoved: "Cedwir {0}, gan symud {1} ohonynt i linell adrodd arall.";
    AlsoReviewed: " Mae {0} dan adolygiad hefyd.";
    OnlyReviewed: "Mae {0} dan adolygiad.";
    // Together, on the front page.
    TogetherReplaced: "Disodlir {0}.";
    TogetherMerged: "Unir {0} ag eraill.";
    TogetherSplit: "Rhennir {0}.";
    TogetherRenamed: "Rhoddir enw newydd ar {0}.";
    TogetherMoved: "Symudir {0} i linell adrodd arall.";
    TogetherNew: "Newydd: {0}.";
    PossibleOnly: " Posibl yn unig yw {0} ohonynt; nid oes dim wedi’i benderfynu.";
    TogetherEnded: "Daw {0} i ben.";
    // Dates.
    On: " ar {0}";
    In: " ym mis {0}";
    InYear: " yn {0}";
    // Plan and questions.
    PlanHas: "Mae {0} yn y cynllun; {1}.";
    AllDated: "mae dyddiad i bob un";
    OneUndated: "nid oes dyddiad i 1";
    SomeUndated: "nid oes dyddiad i {0}";
    OpenCount: "Cwestiynau agored: {0}.";
    ToldCount: "Sylwadau a chwestiynau a atebwyd: {0}.";
    Waiting: " O’r rhain, nid oes ymateb eto i {0}.";
    // Terms, rules and figures.
    NoTerms: "Ni nodir cylch gorchwyl ar gyfer unrhyw gorff yn “{0}”.";
    SomeTerms: "O {0} “{1}”, mae rhan o’r cylch gorchwyl wedi’i nodi ar gyfer {2}.";
    NeverStated: " Heb eu nodi ar gyfer unrhyw gorff: {0}.";
    AYear: "{0} y flwyddyn";
    Through: "drwy {0}";
    LeftOut: "Wedi’u gadael allan: {0} o resi am gyrff heb seddi na chyfarfodydd wedi’u nodi. {1}";
    FigureInBoth: "{0} yn {1}: {2}. Yn {3}: {4}.";
    AsFarAsStated: "{0} hyd y nodir (heb ei nodi ar gyfer {1} o {2})";
    NotStatedForAny: "heb ei nodi ar gyfer unrhyw gorff";
    NoneHere: "dim corff";
    NotInPack: "Nid yn y pecyn hwn, gan nad yw’r prosiect yn nodi dim: {0}.";
    // Slides.
    FromTo: "O {0} i {1}.";
    After: "Ar ôl y newid hwn: {0}";
    AfterIt: "{0}: {1} {2} wedyn.";
}
