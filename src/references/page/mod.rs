//! A saved web page as a source: what its tags say of it. Nothing is fetched.
//!
//! A page says most things several times. The first of these that says one is taken: the
//! `citation_` and Dublin Core tags made for reference managers, what GOV.UK says of its own pages,
//! JSON-LD in the words of schema.org, OpenGraph and its kin, and at last what browsers show.

mod dates;
mod kinds;
mod linked;
mod names;
mod place;
mod tags;
mod view;

use crate::problem::Lines;
use serde_json::Map;

use self::linked::LinkedThings;
use self::view::{PageView, TagSays};
use super::xml::{MOST_OF_A_TAG, is_overfull};
use super::{Listed, Reference, Unreadable};

/// A page has so many bytes at most; one that is saved with its pictures in it has several million.
pub const MOST_BYTES: usize = 64 << 20;

/// The page as the one source of a list.
pub fn page(text: &str) -> Listed {
    let whole = |reason: String| Unreadable { line: 1, key: String::new(), reason };
    if text.len() > MOST_BYTES {
        let most = MOST_BYTES >> 20;
        return whole(format!("the page has more than {most} MiB; save it without its pictures"))
            .into();
    }
    if is_overfull(text) {
        return whole(format!("a tag of the page has more than {MOST_OF_A_TAG} attributes")).into();
    }
    let tags = tags::tags(text);
    if !tags.is_page || text.starts_with("From: ") || text.starts_with("MIME-Version:") {
        let reason = "this is no page of HTML; save it as \u{201c}web page, HTML only\u{201d}";
        return whole(reason.into()).into();
    }
    let mut reference = Reference { line: 1, ..Reference::default() };
    if tags.is_full() {
        let most = tags::MOST_TAGS;
        reference.doubt("", format!("what stands behind {most} tags of one kind is not looked at"));
    }
    let linked = LinkedThings::of(&tags.linked);
    let lines = Lines::of(text);
    for (at, why) in &linked.broken {
        let line = lines.line(*at);
        reference.doubt("", format!("the JSON-LD on line {line} cannot be read: {why}"));
    }
    let mut view = PageView { tags, linked, main: Map::new() };
    let places = places(&view);
    let (main, is_chosen) =
        view.linked.main(|address| places.iter().any(|here| place::is_same(&here.text, address)));
    let main = main.cloned().unwrap_or_default();
    view.main = main;
    if is_chosen {
        let words = "JSON-LD speaks of several articles, none with the address of the page, and \
                     the first is taken";
        reference.doubt("", words);
    }
    described(&view, places, &mut reference);
    Listed { references: vec![reference], unread: Vec::new() }
}

fn described(view: &PageView, mut places: Vec<TagSays>, reference: &mut Reference) {
    let of_main = linked::addresses(&view.main).into_iter();
    places.extend(of_main.map(|address| TagSays::new(&address, "JSON-LD url")));
    // Only for want of the address of the page itself.
    let mut others: Vec<TagSays> = saved_from(&view.tags.comments).into_iter().collect();
    others.extend(view.metas(&["citation_public_url", "citation_abstract_html_url"]));
    let dois = view.metas(&["citation_doi", "prism.doi", "dc.identifier", "dcterms.identifier"]);
    others.extend(dois.into_iter().map(|said| TagSays { text: place::of_doi(&said.text), ..said }));
    others.retain(|said| !said.text.is_empty());
    let base = Some(&view.tags.base).into_iter();
    let base = base.chain(places.iter().chain(&others).map(|said| &said.text));
    let base = base.into_iter().find(|text| !place::host(text).is_empty()).cloned();
    place::settle(reference, &places, &others, &base.unwrap_or_default());

    let (sites, named) = (names::sites(view), names::publishers(view));
    kinds::settle(view, reference, &sites);
    names::who(view, reference, &sites, &named);
    let known: Vec<String> = sites.iter().chain(&named).map(|said| said.text.clone()).collect();
    names::title(view, reference, &known);
    reference.published = dates::published(reference, &dates_of(view));
    dates::changed(
        reference,
        view.metas(&["govuk:public-updated-at"])
            .into_iter()
            .chain(view.linked_text(&["dateModified"]))
            .chain(view.metas(&["article:modified_time", "dcterms.modified", "dc.date.modified"])),
    );
    if reference.published.is_none()
        && let Some(date) = place::date_in(&reference.url)
    {
        let words = format!("the address has {date} in it, and --published {date} takes it");
        reference.doubt("published", words);
    }
    if let Some(date) = view.tags.comments.iter().find_map(|comment| after(comment, "saved date:"))
    {
        reference.accessed = reference.settle_date("accessed", &dates::in_iso(date));
        reference.find("accessed", "the comment of SingleFile");
    }
    if let Some(licence) = licences(view).into_iter().next() {
        reference.licence = place::licence(&licence.text);
        reference.find("licence", &licence.tag);
    }
    let cells = [
        ("title", reference.title.clone()),
        ("author", reference.author.clone()),
        ("publisher", reference.publisher.clone()),
    ];
    for (column, _) in cells.iter().filter(|(_, text)| text.contains('\u{fffd}')) {
        let words = format!("a letter of the {column} is broken, and stands as \u{fffd}");
        reference.doubt(column, words);
    }
}

/// What a page says of its own address, but for JSON-LD.
fn places(view: &PageView) -> Vec<TagSays> {
    let canonical = view.tags.links.iter().filter(|(rel, _)| rel == "canonical");
    let mut all: Vec<TagSays> =
        canonical.map(|(_, href)| TagSays::new(href, "<link rel=canonical>")).collect();
    all.extend(view.metas(&["og:url"]));
    all
}

fn licences(view: &PageView) -> Vec<TagSays> {
    let mut all: Vec<TagSays> = view.linked_text(&["license"]).into_iter().collect();
    all.extend(view.metas(&["dcterms.license", "dc.rights.license"]));
    let links = view.tags.links.iter().filter(|(rel, _)| rel == "license");
    all.extend(links.map(|(_, href)| TagSays::new(href, "rel=license")));
    all
}

/// What browsers write above a page that they save.
fn saved_from(comments: &[String]) -> Option<TagSays> {
    comments.iter().find_map(|comment| {
        let by_browser = after(comment, "saved from url=").and_then(|rest| rest.split_once(')'));
        let address = match by_browser {
            Some((_, address)) => address,
            None if comment.contains("SingleFile") => after(comment, "url:")?,
            None => return None,
        };
        Some(TagSays::new(address.trim(), "the comment of the browser"))
    })
}

/// The rest of the line behind these words.
fn after<'t>(text: &'t str, words: &str) -> Option<&'t str> {
    let line = text.lines().find(|line| line.contains(words))?;
    line.split_once(words).map(|(_, rest)| rest.trim())
}

/// What is said of the day of publication, the best known first.
fn dates_of(view: &PageView) -> Vec<TagSays> {
    let mut all = view.metas(&[
        "citation_publication_date",
        "citation_date",
        "citation_cover_date",
        "citation_online_date",
        "citation_year",
        "dcterms.issued",
        "dcterms.date",
        "dc.date.issued",
        "dc.date",
        "govuk:first-published-at",
    ]);
    all.extend(view.linked_text(&["datePublished", "uploadDate", "dateCreated"]));
    all.extend(view.metas(&[
        "article:published_time",
        "og:article:published_time",
        "itemprop datepublished",
        "parsely-pub-date",
        "sailthru.date",
        "originalpublicationdate",
        "publish-date",
        "publication_date",
        "pubdate",
        "date",
    ]));
    if all.is_empty() {
        let mut times = view.tags.times.iter().map(|time| TagSays::new(time, "<time>"));
        all.extend(times.next());
        all.extend(times);
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_page_of_nothing_but_tags_has_an_end() {
        let text = "<meta property=og:url content=https://x.org/1>".repeat(30_000);
        let reference = &page(&text).references[0];
        assert_eq!(reference.url, "https://x.org/1");
        assert!(reference.doubts[0].words.contains("10000 tags"), "{:?}", reference.doubts);
        let deep = format!("<script type=application/ld+json>{}", "[".repeat(100_000));
        assert!(page(&deep).references[0].doubts[0].words.contains("cannot be read"));
    }

    #[test]
    fn the_heading_of_the_site_is_no_title() {
        let text = "<title>Calls rise &#8211; Anytown Helpline</title><h1>Anytown Helpline</h1>\
                    <h1>Calls rise</h1>";
        assert_eq!(page(text).references[0].title, "Calls rise");
    }

    proptest! {
        #[test]
        fn any_page_is_read(pieces in prop::collection::vec(prop_oneof![
            "\\PC{0,12}",
            prop::sample::select(vec![
                "<meta name=date content=\"", "<meta property=og:title content=\"", "\">", "<title>", "</title>",
                "<script type=application/ld+json>", "</script>", "{\"@type\":\"NewsArticle\",\"headline\":\"",
                "\",\"author\":[{\"name\":\"", "\"}]}", "<link rel=canonical href=\"", "https://x.org/é",
                "2018-09-03T23:59é", "9018-09-03T23:30Z", "9018-09-04T00:30+01:00", "2018/9", " - ", " | ", "<h1>", "</h1>", "<time>", "<!--", "-->", "<svg>",
                "saved from url=(1)", "url:", "&#8217;", "web.archive.org/web/2018/", ":", "//",
            ]).prop_map(String::from),
        ], 0..24)) {
            let listed = page(&pieces.concat());
            prop_assert!(listed.references.len() + listed.unread.len() == 1);
        }
    }
}
