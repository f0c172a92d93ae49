//! Where a page stands: its own address, and that of the copy that was saved.

use super::super::address::is_address;
use super::super::{Reference, address};
use super::view::TagSays;

/// The first address that one may write down; other ones that the page has for itself are told,
/// and so are those that lead nowhere.
pub(super) fn settle(reference: &mut Reference, own: &[TagSays], others: &[TagSays], base: &str) {
    let mut there: Vec<TagSays> = Vec::new();
    for said in own.iter().chain(others) {
        let is_other = others.iter().any(|other| std::ptr::eq(other, said));
        if is_other && !there.is_empty() {
            break;
        }
        match absolute(&said.text, base) {
            Ok(address) => there.push(TagSays { text: address, tag: said.tag.clone() }),
            Err(why) => {
                let words =
                    format!("the address `{}` ({}) is left out: {why}", said.text, said.tag);
                reference.doubt("url", words);
            }
        }
    }
    // A copy in the web archive knows where the original stood.
    let copy = there.iter().find_map(|said| Some((said.clone(), original(&said.text)?)));
    if let Some((said, original)) = copy {
        reference.find("archive_url", &said.tag);
        reference.archive_url = said.text;
        there.insert(
            0,
            TagSays { text: original.to_string(), tag: "the address of the copy".into() },
        );
        there.retain(|said| self::original(&said.text).is_none());
    }
    let Some(first) = there.first() else { return };
    let mut others: Vec<&TagSays> = Vec::new();
    for other in &there {
        let told = |told: &&TagSays| is_same(&told.text, &other.text);
        if !is_same(&first.text, &other.text) && !others.iter().any(told) {
            others.push(other);
        }
    }
    for other in others {
        let words = format!("the page also says that it stands at {} ({})", other.text, other.tag);
        reference.doubt("url", words);
    }
    reference.url = first.text.clone();
    reference.find("url", &first.tag);
}

/// An address whole, or why it is none that leads anywhere.
fn absolute(text: &str, base: &str) -> Result<String, &'static str> {
    let scheme = text.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
    let scheme = scheme.filter(|scheme| scheme.bytes().all(|byte| byte.is_ascii_alphanumeric()));
    let whole = match scheme.as_deref() {
        Some(scheme @ ("http" | "https")) => format!("{scheme}{}", &text[scheme.len()..]),
        Some("file" | "blob" | "data") => return Err("it is of the computer that saved the page"),
        Some(_) => return Err("one begins with https:// or http://"),
        None => match (text.strip_prefix("//"), site(base)) {
            (Some(rest), _) => format!("https://{rest}"),
            (None, Some(site)) if text.starts_with('/') => format!("{site}{text}"),
            _ => return Err("it does not say of which site it is"),
        },
    };
    match is_address(&whole) {
        true => Ok(whole),
        false => Err("one begins with https:// or http:// and has no blanks"),
    }
}

/// `https://example.org` of an address there.
fn site(address: &str) -> Option<&str> {
    let start = address.find("://")? + 3;
    let end = address[start..].find('/').map_or(address.len(), |end| start + end);
    is_address(address).then(|| &address[..end])
}

/// The host of an address, without `www.`
pub(super) fn host(address: &str) -> &str {
    let host = site(address).and_then(|site| site.split_once("://")).map_or("", |(_, host)| host);
    host.strip_prefix("www.").unwrap_or(host)
}

/// Do two addresses lead to one page, whatever is counted on the way?
pub(super) fn is_same(one: &str, other: &str) -> bool {
    let bare = |address: &str| {
        let bare = address.split(['?', '#']).next().unwrap_or_default();
        let bare = bare.split_once("://").map_or(bare, |(_, rest)| rest);
        bare.strip_prefix("www.").unwrap_or(bare).trim_end_matches('/').to_lowercase()
    };
    // The page of such a site is told by what stands behind the question mark.
    let query = |address: &str| address.split('#').next().unwrap_or_default().to_string();
    bare(one) == bare(other) && (bare(one).contains('/') || query(one) == query(other))
}

/// `https://web.archive.org/web/20180903120000/https://example.org/a`: the address at its end.
fn original(text: &str) -> Option<&str> {
    let rest = ["https://web.archive.org/web/", "http://web.archive.org/web/"];
    let rest = rest.iter().find_map(|start| text.strip_prefix(start))?;
    let (date, original) = rest.split_once('/')?;
    (date.starts_with(|c: char| c.is_ascii_digit()) && is_address(original)).then_some(original)
}

/// A date as addresses have it: `/2018/09/03/`, `/2018-09-03/`, `/2018/sep/03/`.
pub(super) fn date_in(address: &str) -> Option<String> {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let parts: Vec<&str> = path.split(['/', '-', '_', '.']).collect();
    parts.windows(3).find_map(|three| {
        let number = |text: &str| text.parse::<u32>().ok();
        let [year, month, day] = three else { return None };
        let year = number(year).filter(|year| year.to_string().len() == 4)?;
        let month = match number(month) {
            Some(number) if month.len() == 2 => Some(number),
            Some(_) => None,
            None => crate::locale::dates::month_named(month),
        }?;
        let day = number(day).filter(|_| day.len() == 2)?;
        let is_likely = (1990..2100).contains(&year);
        let unit = crate::figure::Unit::day(year as i32, month, day).filter(|_| is_likely)?;
        Some(unit.to_string())
    })
}

/// A licence that is given by its address, by its name where that is known to all.
pub(super) fn licence(text: &str) -> String {
    let rest = text.split_once("://").map_or(text, |(_, rest)| rest).trim_end_matches('/');
    let rest = rest.strip_prefix("www.").unwrap_or(rest);
    if let Some(version) =
        rest.strip_prefix("nationalarchives.gov.uk/doc/open-government-licence/version/")
    {
        return format!("OGL-UK-{version}.0");
    }
    let parts: Vec<&str> = rest.split('/').collect();
    match parts[..] {
        ["creativecommons.org", "licenses", kind, version, ..] => {
            format!("CC-{}-{version}", kind.to_uppercase())
        }
        ["creativecommons.org", "publicdomain", "zero", version, ..] => format!("CC0-{version}"),
        _ => text.to_string(),
    }
}

/// A DOI as an address; empty for other numbers.
pub(super) fn of_doi(text: &str) -> String {
    match text.contains("10.") {
        true => address::of_doi(text),
        false => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settled(all: &[&str], base: &str) -> (String, String, Vec<String>) {
        let all: Vec<TagSays> = all.iter().map(|text| TagSays::new(text, "tag")).collect();
        let mut reference = Reference::default();
        settle(&mut reference, &all, &[], base);
        let told = reference.doubts.into_iter().map(|doubt| doubt.words).collect();
        (reference.url, reference.archive_url, told)
    }

    #[test]
    fn addresses_that_lead_nowhere_are_told() {
        let wrong =
            ["javascript:alert(1)", "file:///C:/a.html", "/a", "https://a b", "mailto:a@b.c"];
        for text in wrong {
            let (url, _, told) = settled(&[text, "https://example.org/b"], "");
            assert_eq!((url.as_str(), told.len()), ("https://example.org/b", 1), "{text}");
        }
    }

    #[test]
    fn addresses_are_kept_as_they_are_but_whole() {
        let base = "https://example.org/x/";
        for (text, expected) in [
            ("/a?utm_source=mail&id=1", "https://example.org/a?utm_source=mail&id=1"),
            ("//example.org/a", "https://example.org/a"),
            ("HTTPS://example.org/A", "https://example.org/A"),
        ] {
            assert_eq!(settled(&[text], base), (expected.into(), "".into(), vec![]), "{text}");
        }
        let same =
            ["https://www.example.org/a", "http://example.org/a/?fbclid=1", "https://x.org/"];
        let (url, _, told) = settled(&same, "");
        assert_eq!((url.as_str(), told.len()), ("https://www.example.org/a", 1));
    }

    #[test]
    fn a_copy_in_the_web_archive() {
        let copy = "https://web.archive.org/web/20180903120000/https://example.org/a";
        assert_eq!(settled(&[copy], ""), ("https://example.org/a".into(), copy.into(), vec![]));
    }

    #[test]
    fn licences_by_name() {
        for (address, expected) in [
            (
                "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
                "OGL-UK-3.0",
            ),
            ("http://creativecommons.org/licenses/by-nc/4.0/", "CC-BY-NC-4.0"),
            ("https://creativecommons.org/publicdomain/zero/1.0/", "CC0-1.0"),
            ("https://example.org/terms", "https://example.org/terms"),
        ] {
            assert_eq!(licence(address), expected);
        }
    }

    #[test]
    fn dates_in_addresses() {
        for (address, expected) in [
            ("https://example.org/2018/09/03/a", "2018-09-03"),
            ("https://example.org/uk-news/2018/sep/03/police", "2018-09-03"),
            ("https://hansard.example.org/Commons/2018-09-03/debates/A", "2018-09-03"),
        ] {
            assert_eq!(date_in(address).as_deref(), Some(expected));
        }
        for address in ["https://example.org/1234-56-78", "https://example.org/news-45401891"] {
            assert_eq!(date_in(address), None);
        }
    }
}
