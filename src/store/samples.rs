//! The built-in samples: real restructures, taken from published council papers.

/// A worked example that comes with the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sample {
    /// Its name on the command line.
    pub name: &'static str,
    /// Its title as people read it.
    pub title: &'static str,
    /// Why to open it, one sentence.
    pub why: &'static str,
    /// The project file.
    pub json: &'static str,
}

/// All samples, the most complete one first.
#[must_use]
pub fn samples() -> &'static [Sample] {
    &SAMPLES
}

/// The sample of this name.
#[must_use]
pub fn sample(name: &str) -> Option<&'static Sample> {
    SAMPLES.iter().find(|sample| sample.name == name)
}

static SAMPLES: [Sample; 5] = [
    Sample {
        name: "redcar",
        title: "Redcar and Cleveland, 2011",
        why: "A board of 29 becomes a forum of 25, two bodies merge and two groups change their line.",
        json: include_str!("../../assets/samples/redcar.json"),
    },
    Sample {
        name: "cheltenham",
        title: "Cheltenham, 2011",
        why: "A partnership closes on the day its successor starts, and two groups are left without a stated fate.",
        json: include_str!("../../assets/samples/cheltenham.json"),
    },
    Sample {
        name: "west-cheshire",
        title: "West Cheshire, 2011",
        why: "Nine changes at once: mergers, endings, a shadow board and national bodies that come later.",
        json: include_str!("../../assets/samples/west-cheshire.json"),
    },
    Sample {
        name: "cumbria",
        title: "Cumbria, 2009",
        why: "Leadership moves to a new forum while five thematic partnerships answer along two lines.",
        json: include_str!("../../assets/samples/cumbria.json"),
    },
    Sample {
        name: "carlisle",
        title: "Carlisle, 2009",
        why: "No body is new or ends, but six are under review.",
        json: include_str!("../../assets/samples/carlisle.json"),
    },
];
