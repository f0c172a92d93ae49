//! The few bytes in every output that say which chart, which figures and which inputs it was
//! drawn from: one line of JSON.

use serde::Deserialize;
use serde_json::json;

use crate::chart::{Look, Size, ThemeName};
use crate::draw::scene::Stamp;

/// The stamp as JSON, its keys in a fixed order. A light picture for a report does not say so.
pub fn write(stamp: &Stamp) -> String {
    let text = |value: &str| json!(value).to_string();
    let (plain, own) = (Look::default(), stamp.look);
    let other = |key: &str, word: &str, differs: bool| match differs {
        true => format!(r#","{key}":"{word}""#),
        false => String::new(),
    };
    format!(
        r#"{{"sourceline":1,"project":{},"chart":{},"figures":{},"inputs":{}{}{}}}"#,
        text(&stamp.project),
        text(&stamp.chart),
        json!(stamp.figures),
        text(&stamp.inputs),
        other("size", own.size.word(), own.size != plain.size),
        other("theme", own.theme.word(), own.theme != plain.theme),
    )
}

#[derive(Deserialize)]
struct Written {
    sourceline: u32,
    project: String,
    chart: String,
    figures: Vec<String>,
    inputs: String,
    size: Option<String>,
    theme: Option<String>,
}

/// The stamp from its JSON; `None` if it is none, or of a kind that is not known yet.
pub fn read(json: &str) -> Option<Stamp> {
    let found: Written = serde_json::from_str(json).ok()?;
    let Written { sourceline, project, chart, figures, inputs, size, theme } = found;
    let look = Look {
        size: size.map_or(Some(Size::default()), |word| Size::named(&word))?,
        theme: theme.map_or(Some(ThemeName::default()), |word| ThemeName::named(&word))?,
    };
    (sourceline == 1).then_some(Stamp { project, chart, figures, inputs, look })
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
            look: Look { size: Size::Narrow, theme: ThemeName::Dark },
        };
        let text = write(&stamp);
        let value: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert!(!text.contains('\n') && !text.contains('\u{1}'));
        assert_eq!(value["project"], "a \"b\"\n");
        assert_eq!(value["figures"][1], "g\u{1}");
        assert_eq!(value["inputs"], "00ff");
        assert_eq!(read(&text).as_ref(), Some(&stamp));
        assert_eq!(read(&text.replace("dark", "pink")), None);
        assert_eq!(read("{}"), None);
        let plain = Stamp { look: Look::default(), ..stamp };
        assert_eq!(read(&write(&plain)), Some(plain));
    }
}
