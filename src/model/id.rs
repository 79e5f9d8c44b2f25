//! Names of records inside a file: short, readable, stable.

use std::borrow::Borrow;
use std::fmt;
use std::sync::Arc;

/// The longest id in characters.
pub const MAX_ID: usize = 128;

/// Whether a text may serve as an id: 1–128 of letters, digits, `.`, `_`, `-`.
#[must_use]
pub fn is_id(text: &str) -> bool {
    !text.is_empty()
        && text.chars().count() <= MAX_ID
        && text
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '.' | '_' | '-'))
}

/// An id made from a name: "Culture Forum" gives "culture-forum".
///
/// What is no letter or digit becomes one hyphen; nothing left gives `fallback`.
#[must_use]
pub fn id_from_name(name: &str, fallback: &str) -> String {
    let mut out = String::new();
    for c in name.chars().flat_map(char::to_lowercase) {
        if c.is_alphanumeric() {
            out.push(c);
        } else if matches!(c, '\'' | '\u{2019}') {
            // "Children's" reads better as "childrens" than as "children-s".
        } else if !out.is_empty() && !out.ends_with('-') {
            out.push('-');
        }
        if out.chars().count() >= 60 {
            break;
        }
    }
    let out = out.trim_matches('-');
    if out.is_empty() {
        fallback.to_owned()
    } else {
        out.to_owned()
    }
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Arc<str>);

        impl $name {
            /// An id with this text, unchecked: the store checks what it reads.
            #[must_use]
            pub fn new(text: &str) -> Self {
                Self(text.into())
            }

            /// The text of the id, as in the file.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{:?}", &self.0)
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self::new(text)
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }
    )*};
}

ids! {
    /// Names a structure in its project.
    StructureId;
    /// Names a body in its structure.
    BodyId;
    /// Names a link in its structure.
    LinkId;
    /// Names a kind of body in its project.
    KindId;
    /// Id of a grid, unique in its structure.
    GridId;
    /// Names a kind of link in its project.
    LinkKindId;
    /// Names a tier in its project.
    TierId;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_made_from_names() {
        for (name, expected) in [
            ("Culture Forum", "culture-forum"),
            ("Children's Trust", "childrens-trust"),
            ("  Jobs, Skills & Enterprise ", "jobs-skills-enterprise"),
            ("Bwrdd Dŵr Cymru", "bwrdd-dŵr-cymru"),
            ("???", "body"),
        ] {
            assert_eq!(id_from_name(name, "body"), expected);
        }
        assert!(is_id(&id_from_name(&"x y".repeat(900), "body")));
    }
}
