//! The few bytes in every output that say which chart, which figures and which inputs it was
//! drawn from: one line of JSON.

use serde::Deserialize;
use serde_json::json;

use crate::draw::scene::Stamp;

/// The stamp as JSON, its keys in a fixed order.
pub fn write(stamp: &Stamp) -> String {
    let text = |value: &str| json!(value).to_string();
    format!(
        r#"{{"sourceline":1,"project":{},"chart":{},"figures":{},"inputs":{}}}"#,
        text(&stamp.project),
        text(&stamp.chart),
        json!(stamp.figures),
        text(&stamp.inputs),
    )
}

#[derive(Deserialize)]
struct Written {
    sourceline: u32,
    project: String,
    chart: String,
    figures: Vec<String>,
    inputs: String,
}

/// The stamp from its JSON; `None` if it is none, or of a kind that is not known yet.
pub fn read(json: &str) -> Option<Stamp> {
    let found: Written = serde_json::from_str(json).ok()?;
    let Written { sourceline, project, chart, figures, inputs } = found;
    (sourceline == 1).then_some(Stamp { project, chart, figures, inputs })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stamp_is_one_line_of_json() {
        let stamp = Stamp {
            project: "a \"b\"\n".into(),
            chart: "c".into(),
            figures: vec!["f".into(), "g\u{1}".into()],
            inputs: "00ff".into(),
        };
        let text = write(&stamp);
        let value: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert!(!text.contains('\n') && !text.contains('\u{1}'));
        assert_eq!(value["project"], "a \"b\"\n");
        assert_eq!(value["figures"][1], "g\u{1}");
        assert_eq!(value["inputs"], "00ff");
        assert_eq!(read(&text), Some(stamp));
        assert_eq!(read("{}"), None);
    }
}
