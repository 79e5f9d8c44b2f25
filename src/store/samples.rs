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

static SAMPLES: [Sample; 1] = [Sample {
    name: "redcar",
    title: "Redcar and Cleveland, 2011",
    why: "A board of 29 becomes a forum of 25, two bodies merge and two groups change their line.",
    json: include_str!("../../assets/samples/redcar.json"),
}];
