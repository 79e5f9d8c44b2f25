//! What papers, tables and slides say: headings, heads of columns, words in cells.
//!
//! The head of a column of numbers begins with `#`. The Welsh awaits the eye of a Welsh speaker.

use crate::model::Language;

phrases! {
    /// A heading, a head of a column or a word in a cell.
    Label:
    // Titles.
    ChangesFrom: "changes from {0} to {1}", "newidiadau o {0} i {1}";
    MembersFrom: "members from {0} to {1}", "aelodau o {0} i {1}";
    Members: "members", "aelodau";
    MeasuresOf: "measures of {0}", "mesurau {0}";
    TablesOf: "tables of {0}", "tablau {0}";
    TermsOf: "terms of reference of {0}", "cylch gorchwyl cyrff {0}";
    TermsTitle: "terms of reference", "cylch gorchwyl";
    PlanTitle: "plan of the transition", "cynllun y pontio";
    QuestionsTitle: "questions and comments", "cwestiynau a sylwadau";
    RulesTitle: "rules of the partnership", "rheolau’r bartneriaeth";
    AcronymsTitle: "acronyms and other names", "acronymau ac enwau eraill";
    PartnershipStructure: "Partnership structure", "Strwythur partneriaeth";
    LaterName: "{0}, later {1}", "{0}, yna {1}";
    // The front page and the sections of a pack.
    InShort: "In short", "Yn gryno";
    Contents: "Contents", "Cynnwys";
    Section: "Section", "Adran";
    Page: "#Page", "#Tudalen";
    WhatChanges: "What changes", "Beth sy’n newid";
    SeatsAndMeetings: "Seats and meetings", "Seddi a chyfarfodydd";
    BodiesSeatsAndMeetings: "Bodies, seats and meetings", "Cyrff, seddi a chyfarfodydd";
    StepsOfTransition: "Steps of the transition", "Camau’r pontio";
    QuestionsAndComments: "Questions and comments", "Cwestiynau a sylwadau";
    RulesOfPartnership: "Rules of the partnership", "Rheolau’r bartneriaeth";
    TermsOfReference: "Terms of reference", "Cylch gorchwyl";
    Acronyms: "Acronyms and other names", "Acronymau ac enwau eraill";
    MissingChanges: "changes", "newidiadau";
    MissingSeats: "seats and meetings", "seddi a chyfarfodydd";
    MissingSteps: "steps of a transition", "camau pontio";
    MissingQuestions: "questions and comments", "cwestiynau a sylwadau";
    MissingRules: "rules", "rheolau";
    MissingTerms: "terms of reference", "cylch gorchwyl";
    // The schedule.
    Schedule: "Schedule of changes", "Atodlen newidiadau";
    EveryBody: "What becomes of every body", "Beth a ddaw o bob corff";
    YourGroup: "What becomes of your group?", "Beth a ddaw o’ch grŵp chi?";
    FollowsNote: "“(follows)” means that the body to which it reported was renamed, merged, split or replaced; the body itself has not moved.", "Ystyr “(yn dilyn)” yw bod y corff yr adroddai iddo wedi’i ailenwi, ei uno, ei rannu neu ei ddisodli; nid yw’r corff ei hun wedi symud.";
    Follows: "{0} (follows)", "{0} (yn dilyn)";
    Replaced: "Bodies that are replaced", "Cyrff a ddisodlir";
    Merged: "Bodies that merge", "Cyrff sy’n uno";
    Split: "Bodies that split", "Cyrff a rennir";
    Renamed: "Bodies with a new name", "Cyrff ag enw newydd";
    Moved: "Bodies that move to another reporting line", "Cyrff sy’n symud i linell adrodd arall";
    New: "New bodies", "Cyrff newydd";
    Ended: "Bodies that end", "Cyrff sy’n dod i ben";
    NothingStated: "Bodies of which nothing is stated", "Cyrff na nodir dim amdanynt";
    UnderReview: "Bodies under review", "Cyrff dan adolygiad";
    Retained: "Bodies that are retained", "Cyrff a gedwir";
    FateMoved: "Moved", "Symudwyd";
    FatePossible: "{0}, possible", "{0}, posibl";
    FateNotDecided: "{0}, not decided", "{0}, heb ei benderfynu";
    FateAndMoved: "{0}, moved", "{0}, symudwyd";
    Ref: "Ref", "Cyf.";
    From: "From", "O";
    Fate: "Fate", "Tynged";
    To: "To", "I";
    ReportsBefore: "Reports to, before", "Yn adrodd i, cynt";
    ReportsAfter: "Reports to, after", "Yn adrodd i, wedyn";
    Meetings: "Meetings a year", "Cyfarfodydd y flwyddyn";
    Seats: "Seats", "Seddi";
    Source: "Source", "Ffynhonnell";
    Reason: "Reason", "Rheswm";
    Date: "Date", "Dyddiad";
    Lead: "Lead", "Arweinydd";
    Certainty: "Certainty", "Sicrwydd";
    NotStated: "Not stated", "Heb ei nodi";
    SomeNotStated: "{0}; {1} not stated", "{0}; {1} heb eu nodi";
    NumberTo: "{0} to {1}", "{0} i {1}";
    None: "None", "Dim";
    // Standing and certainty.
    InStructure: "in the structure", "yn y strwythur";
    Family: "in the family", "yn y teulu";
    Outside: "outside the framework", "y tu allan i’r fframwaith";
    Kind: "Kind", "Math";
    KindOfBody: "The kind of body", "Y math o gorff";
    // Changes on top, in a list.
    AlsoMoved: "Moved", "Symudwyd";
    AlsoKind: "Kind changed", "Math wedi newid";
    AlsoName: "Name changed", "Enw wedi newid";
    AlsoMeetings: "Meetings changed", "Cyfarfodydd wedi newid";
    AlsoSeats: "Seats changed", "Seddi wedi newid";
    AlsoStanding: "Standing changed", "Lle yn y fframwaith wedi newid";
    AlsoCertainty: "Certainty changed", "Sicrwydd wedi newid";
    AlsoLinks: "Links changed", "Cysylltiadau wedi newid";
    // The text version of a comparison.
    EveryBodyShort: "Every body", "Pob corff";
    Before: "Before", "Cynt";
    After: "After", "Wedyn";
    Change: "Change", "Newid";
    NothingOfAfter: "Nothing is said about what becomes of", "Ni ddywedir dim am yr hyn a ddaw o’r rhain";
    NothingOfBefore: "Nothing is said about what came before", "Ni ddywedir dim am yr hyn oedd cyn y rhain";
    CountOf: "{0}: {1}", "{0}: {1}";
    MovedCount: "Moved to another reporting line: {0}", "Symudwyd i linell adrodd arall: {0}";
    NothingSaidCount: "Bodies of which nothing is said: {0}", "Cyrff na ddywedir dim amdanynt: {0}";
    LeadIs: "Lead: {0}", "Arweinydd: {0}";
    NewLinks: "New links", "Cysylltiadau newydd";
    GoneLinks: "Links that go", "Cysylltiadau sy’n diflannu";
    ChangedLinks: "Links that change", "Cysylltiadau sy’n newid";
    LinkBefore: "{0} Before: {1}.", "{0} Cynt: {1}.";
    WithoutWords: "without these words", "heb y geiriau hyn";
    SeatsNotStated: "seats not stated", "seddi heb eu nodi";
    NoneInCell: "none", "dim";
    // A grid.
    Grid: "Grid", "Grid";
    MayBe: "may be", "lle caniateir";
    NotStatedInCell: "not stated", "heb ei nodi";
    GridFrom: "{0}: {1}", "{0}: {1}";
    // Plan, questions and rules.
    Plan: "Plan of the transition", "Cynllun y pontio";
    When: "When", "Pryd";
    Step: "Step", "Cam";
    Bodies: "Bodies", "Cyrff";
    FromDateTo: "{0} to {1}", "{0} i {1}";
    OpenQuestions: "Open questions", "Cwestiynau agored";
    Question: "Question", "Cwestiwn";
    About: "About", "Ynghylch";
    Status: "Status", "Statws";
    YouSaidWeDid: "You said, we did", "Dywedoch chi, gwnaethom ni";
    YouSaid: "You said", "Dywedoch chi";
    WhoSaid: "Who said it", "Pwy a’i dywedodd";
    WeDid: "We did", "Gwnaethom ni";
    NoResponse: "No response yet", "Dim ymateb eto";
    RulesTested: "Rules that the structures are tested against", "Rheolau y profir y strwythurau yn eu herbyn";
    RulesJudged: "Rules for people to judge", "Rheolau i bobl eu barnu";
    Rule: "Rule", "Rheol";
    RulesMet: "Whether each rule is met", "A yw pob rheol wedi’i bodloni";
    ToJudge: "For people to judge", "I bobl ei barnu";
    NothingToTest: "Nothing to test", "Dim i’w brofi";
    Met: "Met", "Wedi’i bodloni";
    NotMet: "Not met: {0}", "Heb ei bodloni: {0}";
    OneReportsTo: "{0} reports to {1}.", "Mae {0} yn adrodd i {1}.";
    // Terms of reference.
    Term: "Term", "Eitem";
    AsStated: "As stated", "Fel y’i nodir";
    AccountableTo: "Accountable to", "Yn atebol i";
    Purpose: "Purpose", "Diben";
    Roles: "Roles", "Rolau";
    TermMembers: "Members", "Aelodau";
    Chair: "Chair", "Cadeirydd";
    Quorum: "Quorum", "Cworwm";
    Frequency: "Frequency of meetings", "Amlder cyfarfodydd";
    Review: "Review date", "Dyddiad adolygu";
    WithoutTerms: "Bodies without stated terms of reference", "Cyrff heb gylch gorchwyl wedi’i nodi";
    Body: "Body", "Corff";
    AtLeast: "at least {0}", "o leiaf {0}";
    NumberNotStated: "number not stated", "nifer heb ei nodi";
    // Names.
    ShortNames: "Short and other names", "Enwau byr ac enwau eraill";
    Name: "Name", "Enw";
    StandsFor: "Stands for", "Yn sefyll am";
    // Measures.
    Figures: "Figures", "Ffigurau";
    Measure: "Measure", "Mesur";
    Levels: "Levels of reporting", "Lefelau adrodd";
    SeatMeetings: "Seat-meetings a year", "Seddi-gyfarfodydd y flwyddyn";
    FiguresNote: "A record that stands for several bodies counts as one. “Not stated” counts bodies without a number; these are in no sum.", "Mae cofnod sy’n sefyll am sawl corff yn cyfrif fel un. Mae “Heb ei nodi” yn cyfrif cyrff heb rif; nid yw’r rhain mewn unrhyw gyfanswm.";
    ByKind: "By kind", "Yn ôl math";
    ByTier: "By tier", "Yn ôl haen";
    ByStanding: "By standing", "Yn ôl lle yn y fframwaith";
    BodiesByKind: "Bodies by kind", "Cyrff yn ôl math";
    BodiesByTier: "Bodies by tier", "Cyrff yn ôl haen";
    BodiesByStanding: "Bodies by standing", "Cyrff yn ôl lle yn y fframwaith";
    Tier: "Tier", "Haen";
    Standing: "Standing", "Lle yn y fframwaith";
    BodiesOf: "Bodies of {0}", "Cyrff {0}";
    OrganisationsOf: "Organisations of {0}", "Sefydliadau {0}";
    LoadOf: "Load on each organisation of {0}", "Llwyth pob sefydliad yn {0}";
    ReportsTo: "Reports to", "Yn adrodd i";
    ReportToIt: "#Report to it", "#Yn adrodd iddo";
    NumberOfSeats: "#Seats", "#Seddi";
    NumberOfMeetings: "#Meetings a year", "#Cyfarfodydd y flwyddyn";
    NumberOfSeatMeetings: "#Seat-meetings a year", "#Seddi-gyfarfodydd y flwyddyn";
    BlankTerms: "Blank in the terms of reference", "Yn wag yn y cylch gorchwyl";
    Organisation: "Organisation", "Sefydliad";
    Sector: "Sector", "Sector";
    NumberOfBodies: "#Bodies", "#Cyrff";
    // Members.
    LongSeatMeetings: "Seat-meetings a year (seats times meetings)", "Seddi-gyfarfodydd y flwyddyn (seddi wedi’u lluosi â chyfarfodydd)";
    SeatsOfBodies: "Seats and meetings of bodies", "Seddi a chyfarfodydd cyrff";
    WhoKeeps: "Who keeps, gains and loses seats", "Pwy sy’n cadw, yn ennill ac yn colli seddi";
    SeatsOfOrganisations: "Seats and meetings of organisations", "Seddi a chyfarfodydd sefydliadau";
    SeatsOfEachBody: "Seats and meetings of each body and its successors", "Seddi a chyfarfodydd pob corff a’i olynwyr";
    WhoKeepsListed: "Who keeps, gains and loses seats, where both sides list them", "Pwy sy’n cadw, yn ennill ac yn colli seddi, lle mae’r ddwy ochr yn eu rhestru";
    SeatsOfEachOrganisation: "Seats and meetings of each organisation", "Seddi a chyfarfodydd pob sefydliad";
    SeatsBefore: "#Seats before", "#Seddi cynt";
    SeatsAfter: "#Seats after", "#Seddi wedyn";
    Kept: "#Kept", "#Cadw";
    Gained: "#Gained", "#Ennill";
    Lost: "#Lost", "#Colli";
    MeetingsBefore: "#Meetings before", "#Cyfarfodydd cynt";
    MeetingsAfter: "#Meetings after", "#Cyfarfodydd wedyn";
    SeatMeetingsBefore: "#Seat-meetings before", "#Seddi-gyfarfodydd cynt";
    SeatMeetingsAfter: "#Seat-meetings after", "#Seddi-gyfarfodydd wedyn";
    BodiesBefore: "#Bodies before", "#Cyrff cynt";
    BodiesAfter: "#Bodies after", "#Cyrff wedyn";
    Who: "Who", "Pwy";
    HolderNotStated: "Holder not stated", "Deiliad heb ei nodi";
    NumberBefore: "#Before", "#Cynt";
    NumberAfter: "#After", "#Wedyn";
    KeptSeat: "kept", "cadw";
    GainsSeats: "gains {0}", "yn ennill {0}";
    LosesSeats: "loses {0}", "yn colli {0}";
    MembersNote: "Kept, gained and lost compare who holds the seats listed before and after. Where a side lists no seats, or does not say who holds them, this is not stated. A minimum counts as its number.", "Mae cadw, ennill a cholli yn cymharu pwy sy’n dal y seddi a restrir cynt ac wedyn. Lle nad yw ochr yn rhestru seddi, neu heb ddweud pwy sy’n eu dal, ni nodir hyn. Mae isafswm yn cyfrif fel ei rif.";
    // Web pages.
    FindHow: "Type a part of its name; the table then shows only the rows that name it.", "Teipiwch ran o’i enw; bydd y tabl wedyn yn dangos dim ond y rhesi sy’n ei enwi.";
    FoundOne: "{0} of {1} rows names it.", "Mae {0} o {1} o resi yn ei enwi.";
    FoundMany: "{0} of {1} rows name it.", "Mae {0} o {1} o resi yn ei enwi.";
    FoundNone: "No row names it. Try a part of the name.", "Nid oes rhes yn ei enwi. Rhowch gynnig ar ran o’r enw.";
    Show: "Show", "Dangos";
    Both: "Both", "Y ddau";
    TableOf: "Table with {0} columns and {1} rows: ", "Tabl â {0} o golofnau a {1} o resi: ";
    // Slides.
    SheetN: "sheet {0} of {1}", "dalen {0} o {1}";
    LineFromTo: "{0} to {1}", "{0} i {1}";
    LinksIn: "{0} ({1} links)", "{0} ({1} o gysylltiadau)";
    ReportsToShort: "Reports to {0}.", "Yn adrodd i {0}.";
    BodyOf: "A body of {0}.", "Corff yn {0}.";
    ChangesTag: "Changes", "Newid";
    ChangeOf: "Change {0} of {1}", "Newid {0} o {1}";
    NoDate: "No date stated", "Dim dyddiad wedi’i nodi";
}
