//! The few bytes in every output that say which chart, which figures and which inputs it was
//! drawn from: one line of JSON.

use serde_json::json;

use crate::draw::scene::Stamp;

/// The stamp as JSON, its keys in a fixed order.
pub(super) fn write(stamp: &Stamp) -> String {
    let text = |value: &str| json!(value).to_string();
    format!(
        r#"{{"sourceline":1,"project":{},"chart":{},"figures":{},"inputs":{}}}"#,
        text(&stamp.project),
        text(&stamp.chart),
        json!(stamp.figures),
        text(&stamp.inputs),
    )
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
    }
}
