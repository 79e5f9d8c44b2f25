//! The closed sets of words that a file uses, and the place for words of later versions.

use std::fmt;

/// A word of a closed set, or one that this version does not know and keeps as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Word<T> {
    /// A word of this version.
    Known(T),
    /// Any other word: kept and written back, shown as it is.
    Other(String),
}

impl<T: Copy> Word<T> {
    /// The known word, if it is one.
    #[must_use]
    pub fn known(&self) -> Option<T> {
        match self {
            Self::Known(word) => Some(*word),
            Self::Other(_) => None,
        }
    }
}

impl<T: Default> Default for Word<T> {
    fn default() -> Self {
        Self::Known(T::default())
    }
}

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $text:literal,)* })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$vdoc])* $variant,)* }

        impl $name {
            /// All of them, in their order.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The word as in the file.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text,)* }
            }

            /// The word for a text of the file, if there is one.
            #[must_use]
            pub fn parse(text: &str) -> Option<Self> {
                match text { $($text => Some(Self::$variant),)* _ => None }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl Word<$name> {
            /// The word as in the file.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    Self::Known(word) => word.as_str(),
                    Self::Other(text) => text,
                }
            }

            /// Reads a word of a file; an unknown one is kept.
            #[must_use]
            pub fn read(text: &str) -> Self {
                $name::parse(text).map_or_else(|| Self::Other(text.to_owned()), Self::Known)
            }
        }
    )*};
}

words! {
    /// Where a body stands.
    #[derive(Default)]
    Standing {
        /// In the structure; the usual case, left out of the file.
        #[default]
        InStructure = "in-structure",
        /// In the family: may have seats, has no reporting line.
        Family = "family",
        /// Outside the framework but aligned with it.
        Outside = "outside",
    }
    /// How sure a fact is.
    #[derive(Default)]
    Certainty {
        /// The source says so; the usual case, left out of the file.
        #[default]
        Stated = "stated",
        /// Read from the source, not said in it.
        Implied = "implied",
        /// Not decided yet; drawn dashed.
        Undecided = "undecided",
    }
    /// What becomes of a body.
    Fate {
        /// Goes on as it is.
        Retained = "retained",
        /// Goes on; its terms are being reviewed.
        UnderReview = "under-review",
        /// Goes on under another name.
        Renamed = "renamed",
        /// Becomes one body with others.
        Merged = "merged",
        /// Becomes several bodies.
        Split = "split",
        /// Its place is taken by another body.
        Replaced = "replaced",
        /// Has no successor.
        Ended = "ended",
        /// Has no predecessor.
        Created = "created",
    }
}

impl Fate {
    /// The word as people read it on screen and paper.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Retained => "Retained",
            Self::UnderReview => "Under review",
            Self::Renamed => "Renamed",
            Self::Merged => "Merged",
            Self::Split => "Split",
            Self::Replaced => "Replaced",
            Self::Ended => "Ended",
            Self::Created => "New",
        }
    }
}
