//! What a page is called, and who stands behind it.

use std::collections::BTreeSet;

use super::super::ris::in_full;
use super::super::{Behind, Reference, names};
use super::linked::text;
use super::tags::unmarked;
use super::view::{PageView, TagSays};

/// Where a title ends and the name of the site begins.
const SEPARATORS: [&str; 8] = [" - ", " | ", " – ", " — ", " :: ", " · ", " » ", " : "];

/// Accounts by which sites are kept, which are nobody's name.
const ACCOUNTS: [&str; 6] = ["admin", "administrator", "editor", "webmaster", "root", "wordpress"];

/// The title, without the name of the site behind it.
pub(super) fn title(view: &PageView, reference: &mut Reference, sites: &[String]) {
    let mut all = view.metas(&["citation_title", "dcterms.title", "dc.title", "eprints.title"]);
    all.extend(view.linked_text(&["headline", "name"]));
    all.extend(view.metas(&["og:title", "parsely-title"]));
    let whole = TagSays::new(&unmarked(&view.tags.title), "<title>");
    // What a title of several parts ends in is the site, which many have in a heading, too.
    let in_title = |heading: &&String| {
        let (title, heading) = (whole.text.to_lowercase(), heading.to_lowercase());
        let is_site = title.ends_with(&heading) && title != heading;
        !heading.is_empty() && title.contains(&heading) && !is_site
    };
    let heading = view.tags.headings.iter().find(in_title);
    all.extend(heading.map(|heading| TagSays::new(heading, "<h1>")));
    all.push(whole);
    all.extend(view.metas(&["twitter:title"]));
    all.retain(|said| !said.text.is_empty());
    for said in &mut all {
        let bare = without_site(&said.text, sites);
        if bare.len() < said.text.len() {
            said.tag += &format!(", without `{}`", &said.text[bare.len()..].trim_start());
            said.text = bare.to_string();
        }
    }
    let is_site = |said: &TagSays| sites.iter().any(|site| site.eq_ignore_ascii_case(&said.text));
    let Some(first) = all.iter().find(|said| !is_site(said)).or(all.first()) else { return };
    // Some cut what is longer than a search engine shows.
    let stem = first.text.trim_end_matches(['…', '.', ' ']);
    let is_cut = first.text.ends_with('…') || first.text.ends_with("...");
    let longer =
        |said: &&TagSays| said.text.len() > first.text.len() && said.text.starts_with(stem);
    let kept = all.iter().find(|said| is_cut && longer(said)).unwrap_or(first);
    let bare = |text: &str| {
        let letters = text.chars().filter(|letter| letter.is_alphanumeric());
        letters.flat_map(char::to_lowercase).collect::<String>()
    };
    let own = bare(&kept.text);
    let differs = |said: &&TagSays| {
        let other = bare(&said.text);
        !is_site(said) && !own.contains(&other) && !other.contains(&own)
    };
    if let Some(other) = all.iter().find(differs) {
        reference.doubt("title", format!("the title is `{}` in {}", other.text, other.tag));
    }
    reference.title = kept.text.clone();
    reference.find("title", &kept.tag);
}

fn without_site<'t>(title: &'t str, sites: &[String]) -> &'t str {
    let mut bare = title;
    loop {
        let cut = SEPARATORS.iter().find_map(|separator| {
            let (start, end) = bare.rsplit_once(separator)?;
            let is_site = sites.iter().any(|site| site.eq_ignore_ascii_case(end.trim()));
            (is_site && !start.trim().is_empty()).then(|| start.trim_end())
        });
        match cut {
            Some(shorter) => bare = shorter,
            None => return bare,
        }
    }
}

/// What the site or the journal calls itself; the best known first.
pub(super) fn sites(view: &PageView) -> Vec<TagSays> {
    let mut all = view.metas(&[
        "citation_journal_title",
        "citation_conference_title",
        "citation_inbook_title",
        "prism.publicationname",
        "dcterms.ispartof",
        "og:site_name",
    ]);
    let parts = view.linked_names("isPartOf").into_iter();
    all.extend(parts.map(|(name, _)| TagSays::new(&name, "JSON-LD isPartOf")));
    let own = view
        .linked
        .of_type("WebSite")
        .map(|site| TagSays::new(&text(site, "name"), "JSON-LD WebSite"));
    all.extend(own);
    all.extend(view.metas(&["application-name"]));
    all.retain(|said| !said.text.is_empty());
    all
}

/// Who is named as publisher; the best known first.
pub(super) fn publishers(view: &PageView) -> Vec<TagSays> {
    let mut all = view.metas(&[
        "govuk:primary-publishing-organisation",
        "citation_publisher",
        "citation_technical_report_institution",
        "citation_dissertation_institution",
        "dcterms.publisher",
        "dc.publisher",
    ]);
    let named = view.linked_names("publisher").into_iter();
    all.extend(named.map(|(name, _)| TagSays::new(&name, "JSON-LD publisher")));
    // Where no article says who publishes it, the site says whose it is.
    for kind in ["NewsMediaOrganization", "GovernmentOrganization", "NGO", "Organization"] {
        let named = view.linked.of_type(kind).map(|thing| text(thing, "name"));
        all.extend(named.map(|name| TagSays::new(&name, &format!("JSON-LD {kind}"))));
    }
    all.extend(view.metas(&["article:publisher", "publisher"]));
    all.retain(|said| !said.text.is_empty() && !said.text.contains("://"));
    all
}

/// Publisher, container and authors.
pub(super) fn who(
    view: &PageView,
    reference: &mut Reference,
    sites: &[TagSays],
    named: &[TagSays],
) {
    let authors = authors(view, reference);
    let body = authors.iter().find(|author| author.1 == Some(false)).map(|author| &author.0);
    let first = |all: &[TagSays]| all.first().map_or(String::new(), |said| said.text.clone());
    let (named_first, site) = (first(named), first(sites));
    // A site that is called as its publisher says nothing more.
    let site = if site.eq_ignore_ascii_case(&named_first) { String::new() } else { site };
    reference.settle_publisher(&Behind {
        named: &named_first,
        appeared_in: &site,
        corporate: body.map_or("", |said| &said.text),
        copy: "",
    });
    let all = || named.iter().chain(sites).chain(authors.iter().map(|author| &author.0));
    if let Some(said) = all().find(|said| said.text == reference.publisher) {
        reference.find("publisher", &said.tag);
    }
    if let Some(said) = sites.iter().chain(all()).find(|said| said.text == reference.container) {
        reference.find("container", &said.tag);
    }
    let is_publisher = |said: &TagSays| said.text.eq_ignore_ascii_case(&reference.publisher);
    let people: Vec<&TagSays> =
        authors.iter().map(|author| &author.0).filter(|said| !is_publisher(said)).collect();
    if let Some(first) = people.first() {
        let named: Vec<String> = people.iter().map(|said| said.text.clone()).collect();
        reference.author = names(&named);
        reference.find("author", &first.tag);
    }
}

/// Those that the first tag names which names any, and whether each is a person, where it says so.
fn authors(view: &PageView, reference: &mut Reference) -> Vec<(TagSays, Option<bool>)> {
    let of_metas = |names: &[&str]| view.metas(names).into_iter().map(|said| (said, None));
    let groups: [Vec<(TagSays, Option<bool>)>; 5] = [
        of_metas(&["citation_author"]).chain(of_metas(&["citation_authors"])).collect(),
        of_metas(&["dcterms.creator", "dc.creator"]).collect(),
        ["author", "creator"]
            .iter()
            .flat_map(|property| view.linked_names(property))
            .map(|(name, is_person)| (TagSays::new(&name, "JSON-LD author"), is_person))
            .collect(),
        of_metas(&["article:author", "parsely-author", "byl"]).collect(),
        of_metas(&["author"]).collect(),
    ];
    for group in groups {
        let mut people: Vec<(TagSays, Option<bool>)> = Vec::new();
        let mut known: BTreeSet<String> = BTreeSet::new();
        for (said, is_person) in group.into_iter().filter(|(said, _)| !said.text.contains("://")) {
            for name in said.text.split(';').map(str::trim).filter(|name| !name.is_empty()) {
                let by = name.strip_prefix("By ").or(name.strip_prefix("by ")).unwrap_or(name);
                let one = TagSays { text: flipped(by), tag: said.tag.clone() };
                if ACCOUNTS.contains(&by.to_lowercase().as_str()) {
                    let words =
                        format!("the author `{by}` ({}) is no name, and is left out", one.tag);
                    if reference.doubts.iter().all(|told| !told.words.contains(&format!("`{by}`")))
                    {
                        reference.doubt("author", words);
                    }
                } else if known.insert(one.text.clone()) {
                    people.push((one, is_person));
                }
            }
        }
        if !people.is_empty() {
            return people;
        }
    }
    Vec::new()
}

/// `Bell, Ann` as `Ann Bell`; what has more commas is a list of names or a body.
fn flipped(name: &str) -> String {
    let family = name.split(',').next().unwrap_or_default();
    let is_one = name.matches(',').count() == 1 && family.split_whitespace().count() <= 3;
    let given = name.split(',').nth(1).map_or(0, |given| given.split_whitespace().count());
    // Two whole names with a comma between them are two people.
    let is_two = family.split_whitespace().count() > 1 && given > 1;
    if is_one && !is_two { in_full(name) } else { name.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_lose_the_name_of_their_site() {
        let sites = ["GOV.UK".to_string(), "The Guardian".to_string()];
        for (title, expected) in [
            ("Boxes for swifts - GOV.UK", "Boxes for swifts"),
            ("Swifts | UK news | the guardian", "Swifts | UK news"),
            ("Swifts - a history", "Swifts - a history"),
            ("GOV.UK", "GOV.UK"),
        ] {
            assert_eq!(without_site(title, &sites), expected);
        }
    }

    #[test]
    fn names_with_the_family_first() {
        for (name, expected) in [
            ("Bell, Ann", "Ann Bell"),
            ("van der Berg, Jan", "Jan van der Berg"),
            ("Ann Bell, Carl Dunn", "Ann Bell, Carl Dunn"),
            ("Ann Bell", "Ann Bell"),
        ] {
            assert_eq!(flipped(name), expected);
        }
    }
}
