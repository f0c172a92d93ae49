//! `[style]` in `sourceline.toml`: the colours and the type of a house, and who stands for its pictures.

use toml::Spanned;
use toml::de::DeValue;

use super::font_files::FontFiles;
use super::organisation;
use super::site_settings::{SettingMistake, mistake, no_key};
use crate::chart::{HouseStyle, MOST_SERIES, TypeSize};
use crate::draw::theme::{ColourFault, Sight, faults};

const KEYS: [&str; 5] = ["colours", "font", "font_bold", "organisation", "type_size"];

/// What is settled but for the font, where that lies, and what is wrong.
pub(super) fn read(
    value: &Spanned<DeValue>,
) -> (HouseStyle, Option<FontFiles>, Vec<SettingMistake>) {
    let (mut style, mut mistakes) = (HouseStyle::default(), Vec::new());
    let Some(table) = value.get_ref().as_table() else {
        let hint = "write [style] on a line of its own, and its settings below";
        mistakes.push(mistake(value.span(), "`style` is a table", hint));
        return (style, None, mistakes);
    };
    let (mut regular, mut bold) = (None, None);
    for (key, value) in table {
        match key.get_ref().as_ref() {
            "colours" => style.colours = colours(value, &mut mistakes),
            "font" => regular = Some(value),
            "font_bold" => bold = Some(value),
            "type_size" => match number(value).and_then(TypeSize::of) {
                Some(size) => style.type_size = size,
                None => {
                    let message =
                        "`type_size` is the size of the type at figures in pixels, 12.5 to 16";
                    mistakes.push(mistake(value.span(), message, "write type_size = 14"));
                }
            },
            "organisation" => match organisation::read(value) {
                Ok(name) => style.organisation = name,
                Err(refused) => mistakes.push(refused),
            },
            unknown => mistakes.push(no_key(key.span(), "style", unknown, &KEYS)),
        }
    }
    let font = FontFiles::of(regular, bold).unwrap_or_else(|refused| {
        mistakes.push(refused);
        None
    });
    (style, font, mistakes)
}

fn number(value: &Spanned<DeValue>) -> Option<f64> {
    let value = value.get_ref();
    let whole =
        value.as_integer().filter(|number| number.radix() == 10).map(|number| number.as_str());
    whole.or_else(|| value.as_float().map(|number| number.as_str()))?.parse().ok()
}

fn colours(value: &Spanned<DeValue>, mistakes: &mut Vec<SettingMistake>) -> Vec<[u8; 3]> {
    let hint = "write colours = [\"#12436D\", \"#28A197\"]";
    let Some(list) = value.get_ref().as_array() else {
        mistakes.push(mistake(value.span(), "`colours` is a list of colours", hint));
        return Vec::new();
    };
    if list.len() > MOST_SERIES {
        let message = format!("a picture has no more than {MOST_SERIES} colours");
        mistakes.push(mistake(value.span(), &message, "leave some out"));
        return Vec::new();
    }
    let known = mistakes.len();
    let read: Vec<Option<[u8; 3]>> =
        list.iter().map(|one| one.get_ref().as_str().and_then(hex)).collect();
    for (one, _) in list.iter().zip(&read).filter(|(_, read)| read.is_none()) {
        let message = "a colour is a `#` with six digits from 0 to F: red, green and blue";
        mistakes.push(mistake(one.span(), message, hint));
    }
    let read: Vec<[u8; 3]> = read.into_iter().flatten().collect();
    if mistakes.len() > known {
        return Vec::new();
    }
    for (at, fault, nearest) in faults(&read) {
        let own = written(read[at]);
        let message = match fault {
            ColourFault::Faint(ratio) => format!(
                "{own} stands out from a white page by {ratio:.2} to 1, and marks need 3 to 1"
            ),
            ColourFault::Alike(other, who, far) => format!(
                "{own} and {} are {far:.1} apart for {}, and 10 are needed to tell two series apart",
                written(read[other]),
                seen_by(who)
            ),
        };
        let hint = match nearest {
            Some(nearest) => format!("the nearest colour that does is \"{}\"", written(nearest)),
            None => "leave it out: no colour is apart from all others".to_string(),
        };
        mistakes.push(mistake(list[at].span(), &message, &hint));
    }
    if mistakes.len() > known { Vec::new() } else { read }
}

fn seen_by(sight: Sight) -> &'static str {
    match sight {
        Sight::Full => "everybody",
        Sight::NoRed => "who does not see red (protanopia)",
        Sight::NoGreen => "who does not see green (deuteranopia)",
        Sight::NoBlue => "who does not see blue (tritanopia)",
    }
}

fn hex(text: &str) -> Option<[u8; 3]> {
    let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6 && digits.is_ascii())?;
    let part = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
    // A sign is no digit, whatever reads numbers.
    let plain = digits.chars().all(|digit| digit.is_ascii_hexdigit());
    plain.then_some([part(0)?, part(2)?, part(4)?])
}

fn written([red, green, blue]: [u8; 3]) -> String {
    format!("#{red:02X}{green:02X}{blue:02X}")
}

#[cfg(test)]
mod tests {
    use crate::output::settings::Settings;

    fn told(text: &str) -> Vec<String> {
        let mut problems = Vec::new();
        Settings::parse(text, &mut problems);
        let said = |hint: Option<String>| hint.unwrap_or_default();
        problems.into_iter().map(|one| format!("{} | {}", one.message, said(one.hint))).collect()
    }

    #[test]
    fn colours_are_refused_with_the_ratio_and_one_that_does() {
        let [faint] = &told("[style]\ncolours = [\"#FFE000\"]\n")[..] else { panic!() };
        assert!(faint.starts_with("#FFE000 stands out from a white page by 1.3"), "{faint}");
        let found = faint.rsplit('"').nth(1).expect("a colour");
        assert!(told(&format!("[style]\ncolours = [\"{found}\"]\n")).is_empty(), "{found}");
        let [alike] = &told("[style]\ncolours = [\"#801650\", \"#3D3D3D\"]\n")[..] else {
            panic!()
        };
        assert!(alike.contains("6.3 apart for who does not see green"), "{alike}");
        let found = alike.rsplit('"').nth(1).expect("a colour");
        let mended = format!("[style]\ncolours = [\"#801650\", \"{found}\"]\n");
        assert!(told(&mended).is_empty(), "{found}");
    }

    #[test]
    fn what_is_settled_is_read_and_all_else_told() {
        let mut problems = Vec::new();
        let text =
            "[style]\ncolours = [\"#12436d\", \"#28A197\"]\norganisation = \"Example Charity\"\n";
        let style = Settings::parse(text, &mut problems).house.style;
        assert_eq!(problems, []);
        assert_eq!(style.colours, [[0x12, 0x43, 0x6d], [0x28, 0xa1, 0x97]]);
        assert_eq!(style.organisation, "Example Charity");
        let long = format!("[style]\norganisation = \"{}\"", "a".repeat(61));
        for wrong in [
            "style = \"house\"",
            "[style]\ncolors = []",
            "[style]\ncolours = \"#12436D\"",
            "[style]\ncolours = [\"navy\"]",
            "[style]\ncolours = [\"#12\"]",
            "[style]\ncolours = [\"#+12436\"]",
            "[style]\ncolours = [\"#é2436\"]",
            "[style]\ncolours = [\"#111111\", \"#222222\", \"#333333\", \"#444444\", \"#555555\", \"#666666\", \"#777777\"]",
            "[style]\norganisation = 1",
            &long,
        ] {
            assert_eq!(told(wrong).len(), 1, "{wrong}: {:?}", told(wrong));
        }
    }
}
