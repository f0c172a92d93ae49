//! `[site]` of `sourceline.toml`: where a site is found, and what its pages say of it.

use std::ops::Range;

use toml::Spanned;
use toml::de::DeValue;

use crate::dataset::direction::{reason, turning};
use crate::dataset::encoding::is_no_character;
use crate::nearest::did_you_mean;

const KEYS: [&str; 4] = ["title", "address", "licence", "contact"];
const OF_LICENCE: [&str; 2] = ["name", "url"];

/// What the pages of a site say of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SiteSettings {
    /// What it is called; empty where it has the name of the project.
    pub title: String,
    /// On what terms its data may be used.
    pub licence: Option<SiteLicence>,
    /// An e-mail address, or where on the web one asks; may be empty.
    pub contact: String,
}

/// A licence has a name or an address, or both.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SiteLicence {
    /// `CC BY 4.0`; may be empty.
    pub name: String,
    /// Where it is read; may be empty.
    pub url: String,
}

impl SiteLicence {
    /// What it is called.
    pub fn called(&self) -> &str {
        if self.name.is_empty() { &self.url } else { &self.name }
    }
}

impl SiteLicence {
    /// The first that a data package names; `None` where it names none.
    pub fn of_package(package: &str) -> Option<SiteLicence> {
        let package: serde_json::Value = serde_json::from_str(package).ok()?;
        let first = package.get("licenses")?.get(0)?;
        let text = |key: &str| first.get(key).and_then(serde_json::Value::as_str);
        let licence = SiteLicence {
            name: text("title").or(text("name")).unwrap_or_default().to_string(),
            url: text("path").filter(|url| is_address(url)).unwrap_or_default().to_string(),
        };
        (!licence.called().is_empty()).then_some(licence)
    }
}

/// What is wrong with one of its settings: where, and what to write.
pub(super) struct SettingMistake {
    pub bytes: Range<usize>,
    pub message: String,
    pub hint: String,
}

/// The address and the rest.
pub(super) fn read(value: &Spanned<DeValue>) -> (String, SiteSettings, Vec<SettingMistake>) {
    let (mut address, mut site, mut mistakes) =
        (String::new(), SiteSettings::default(), Vec::new());
    let Some(table) = value.get_ref().as_table() else {
        let hint = "write [site] on a line of its own, and its settings below";
        mistakes.push(mistake(value.span(), "`site` is a table", hint));
        return (address, site, mistakes);
    };
    for (key, value) in table {
        let read = match key.get_ref().as_ref() {
            // Paths are written behind it.
            "address" => word(value)
                .filter(|text| is_address(text) && !text.contains(['?', '#']))
                .map(|it| address = it).ok_or((
                "`address` is an address on the web, without `?` and `#`: paths of pages follow it",
                "write address = \"https://example.org/charts\" below [site]",
            )),
            "title" => words(value).map(|title| site.title = title).ok_or((
                "`title` is what the site is called",
                "write it in quotes: title = \"Figures on schools\"",
            )),
            "contact" => word(value)
                .filter(|text| is_address(text) || is_mail(text))
                .map(|contact| site.contact = contact)
                .ok_or((
                    "`contact` is an e-mail address, or an address on the web",
                    "write contact = \"figures@example.org\"",
                )),
            "licence" => licence(value, &mut mistakes)
                .map(|licence| site.licence = Some(licence))
                .ok_or((
                    "`licence` has a name or an address",
                    "write licence = \"CC BY 4.0\", or licence = { name = \"CC BY 4.0\", url = \"https://creativecommons.org/licenses/by/4.0/\" }",
                )),
            unknown => {
                mistakes.push(no_key(key.span(), "site", unknown, &KEYS));
                continue;
            }
        };
        if let Err((message, hint)) = read {
            let unfit = value.get_ref().as_str().and_then(unfit);
            mistakes.push(match unfit {
                Some(reason) => mistake(value.span(), &reason, "leave it out"),
                None => mistake(value.span(), message, hint),
            });
        }
    }
    (address, site, mistakes)
}

pub(super) fn mistake(bytes: Range<usize>, message: &str, hint: &str) -> SettingMistake {
    SettingMistake { bytes, message: message.to_string(), hint: hint.to_string() }
}

pub(super) fn no_key(
    bytes: Range<usize>,
    table: &str,
    unknown: &str,
    known: &[&'static str],
) -> SettingMistake {
    let all = format!("there is `{}`", known.join("`, `"));
    let hint = did_you_mean(unknown, known.iter().copied(), all);
    mistake(bytes, &format!("`{table}` has no key `{unknown}`"), &hint)
}

fn licence(value: &Spanned<DeValue>, mistakes: &mut Vec<SettingMistake>) -> Option<SiteLicence> {
    if let Some(said) = words(value) {
        return Some(match is_address(&said) {
            true => SiteLicence { name: String::new(), url: said },
            false => SiteLicence { name: said, url: String::new() },
        });
    }
    let mut licence = SiteLicence::default();
    for (key, value) in value.get_ref().as_table()? {
        match key.get_ref().as_ref() {
            "name" => licence.name = words(value)?,
            "url" => licence.url = word(value).filter(|text| is_address(text))?,
            unknown => mistakes.push(no_key(key.span(), "licence", unknown, &OF_LICENCE)),
        }
    }
    (!licence.called().is_empty()).then_some(licence)
}

fn word(value: &Spanned<DeValue>) -> Option<String> {
    value.get_ref().as_str().map(str::to_string)
}

/// A text of one line that turns no direction, and says something.
pub(super) fn words(value: &Spanned<DeValue>) -> Option<String> {
    let text = word(value)?.trim().to_string();
    (unfit(&text).is_none() && !text.is_empty()).then_some(text)
}

/// Why a text cannot stand in pages and feeds, for one of its characters.
fn unfit(text: &str) -> Option<String> {
    let code = |letter: char| format!("U+{:04X}", u32::from(letter));
    let control = text.chars().find(|letter| letter.is_control());
    let control = control.map(|letter| format!("it holds the control character {}", code(letter)));
    let nothing = || text.chars().find(|letter| is_no_character(*letter));
    control
        .or_else(|| Some(format!("{} stands for no character", code(nothing()?))))
        .or_else(|| turning(text).map(reason))
}

fn is_address(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let plain = |letter: char| letter.is_ascii_graphic() && !"<>\"'\\^`{|}".contains(letter);
    rest.is_some_and(|rest| !rest.is_empty() && rest.chars().all(plain))
}

fn is_mail(text: &str) -> bool {
    let plain = |letter: char| letter.is_ascii_alphanumeric() || "@.-_+".contains(letter);
    let parts = text.split_once('@');
    parts.is_some_and(|(who, host)| {
        !who.is_empty() && host.contains('.') && !host.contains('@') && text.chars().all(plain)
    })
}

#[cfg(test)]
mod tests {
    use crate::output::settings::Settings;
    use crate::problem::Problem;

    fn read(text: &str) -> (Settings, Vec<Problem>) {
        let mut problems = Vec::new();
        let settings = Settings::parse(text, &mut problems);
        (settings, problems)
    }

    #[test]
    fn a_site_says_its_title_licence_and_contact() {
        let text = "[site]\ntitle = \"Swifts of Anytown\"\ncontact = \"swifts@example.org\"\n\
            licence = { name = \"CC BY 4.0\", url = \"https://example.org/by\" }\n";
        let (settings, problems) = read(text);
        assert_eq!(problems, []);
        let site = settings.site;
        assert_eq!((&*site.title, &*site.contact), ("Swifts of Anytown", "swifts@example.org"));
        let licence = site.licence.unwrap();
        assert_eq!((licence.called(), &*licence.url), ("CC BY 4.0", "https://example.org/by"));
        for (said, called) in [("OGL 3.0", "OGL 3.0"), ("http://a.example/b", "http://a.example/b")]
        {
            let licence = read(&format!("site.licence = \"{said}\"")).0.site.licence.unwrap();
            assert_eq!(licence.called(), called);
        }
    }

    #[test]
    fn what_is_wrong_is_told_at_its_place_with_what_was_meant() {
        for (wrong, at, hint) in [
            ("titel = \"Swifts\"", (2, 1), "did you mean `title`?"),
            ("license = \"CC BY\"", (2, 1), "did you mean `licence`?"),
            ("title = \" \"", (2, 9), "write it in quotes"),
            ("title = \"a \u{202e}b\"", (2, 9), "leave it out"),
            ("title = \"a\u{fffe}\"", (2, 9), "leave it out"),
            ("licence = \"a\u{ffff}\"", (2, 11), "leave it out"),
            ("title = \"a\\nb\"", (2, 9), "leave it out"),
            ("title = \"a\\u202eb\"", (2, 9), "leave it out"),
            ("licence = \"\"", (2, 11), "write licence"),
            ("licence = {}", (2, 11), "write licence"),
            ("licence = true", (2, 11), "write licence"),
            ("licence = { url = \"javascript:alert(1)\" }", (2, 11), "write licence"),
            ("licence = { name = \"a\", adress = \"b\" }", (2, 25), "there is `name`, `url`"),
            ("contact = \"us\"", (2, 11), "write contact"),
            ("contact = \"a@b.example?subject=c\"", (2, 11), "write contact"),
            ("contact = 1", (2, 11), "write contact"),
        ] {
            let (_, problems) = read(&format!("[site]\n{wrong}\n"));
            let [problem] = &problems[..] else { panic!("{wrong}: {problems:?}") };
            assert_eq!((problem.place.line, problem.place.column), at, "{wrong}");
            let told = problem.hint.as_deref().unwrap_or_default();
            assert!(told.starts_with(hint), "{wrong}: {told}");
        }
    }
}
