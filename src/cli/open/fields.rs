//! What comes with a request.

use std::collections::HashMap;

/// What was typed into a form, or stands behind the question mark.
pub type Fields = HashMap<String, String>;
