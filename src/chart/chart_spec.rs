//! Which chart is asked for: its name, and the spec that describes it.

use std::sync::Arc;

use crate::problem::Problem;

/// A chart before it is resolved. A spec may describe one for each of several series.
#[derive(Clone, Debug, PartialEq)]
pub struct ChartSpec {
    /// That of its files: `referrals`.
    pub name: String,
    /// What problems call the file of the spec: `charts/referrals.toml`.
    pub label: String,
    /// What stands in it.
    pub text: Arc<str>,
    /// The id of its own series, where the spec has a chart for each of several.
    pub each: Option<String>,
    /// What is wrong before the spec is read; with an error among it there is no chart.
    pub problems: Vec<Problem>,
}

impl ChartSpec {
    /// The one chart of a spec.
    pub fn only(name: &str, label: &str, text: &str) -> ChartSpec {
        ChartSpec {
            name: name.to_string(),
            label: label.to_string(),
            text: text.into(),
            each: None,
            problems: Vec::new(),
        }
    }
}
