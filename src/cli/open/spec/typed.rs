//! The text of a spec as a form sends it.

use sha2::{Digest, Sha256};

use super::super::fields::Fields;

/// What stands in the form.
pub struct TypedSpec {
    pub name: String,
    pub text: String,
    /// That of the text that was shown first; empty where there is no file yet.
    pub before: String,
}

impl TypedSpec {
    pub fn of(fields: &Fields) -> TypedSpec {
        let said = |name: &str| fields.get(name).cloned().unwrap_or_default();
        TypedSpec {
            name: said("name").trim().to_string(),
            text: in_lines(&said("text")),
            before: said("before"),
        }
    }
}

/// By which a text is known again.
pub fn hash(text: &[u8]) -> String {
    Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// As a person sees lines; a form sends others.
pub fn in_lines(text: &str) -> String {
    text.replace("\r\n", "\n")
}
