//! Why words cannot be worked out.

/// Why a function has no answer, and what to write instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoAnswer {
    /// What is wrong, without a full stop.
    pub message: String,
    /// What to write instead.
    pub hint: String,
}

pub fn no_answer<T>(message: impl Into<String>, hint: impl Into<String>) -> Result<T, NoAnswer> {
    Err(NoAnswer { message: message.into(), hint: hint.into() })
}
