//! What kind of source a page is.

use super::super::{Reference, kind};
use super::linked::types;
use super::place;
use super::view::{PageView, TagSays};

/// Sites of parliaments: whatever stands there is theirs.
const PARLIAMENTS: [&str; 4] =
    ["parliament.uk", "parliament.scot", "senedd.wales", "niassembly.gov.uk"];

/// By what the page says of its type, and by the site of a parliament.
pub(super) fn settle(view: &PageView, reference: &mut Reference, sites: &[TagSays]) {
    let host = place::host(&reference.url).to_lowercase();
    let is_of = |site: &&&str| host == **site || host.ends_with(&format!(".{site}"));
    let said = [
        PARLIAMENTS.iter().find(is_of).map(|site| ("parliament", format!("the site {site}"))),
        govuk(view),
        of_tags(view),
        of_things(view),
        view.metas(&["og:type"]).into_iter().find_map(|said| {
            let kind = kind::of_page_type(&said.text.to_lowercase());
            (!kind.is_empty()).then(|| (kind, format!("og:type {}", said.text)))
        }),
    ];
    let Some((kind, tag)) = said.into_iter().flatten().next() else { return };
    let paper = sites.first().filter(|site| kind == "web" && kind::is_a_paper(&site.text));
    let is_article = tag.to_lowercase().ends_with("article");
    reference.kind = kind.to_string();
    if let Some(site) = paper.filter(|_| is_article) {
        reference.kind = "news".into();
        let words = format!("`{}` is taken for a newspaper, and the page for news", site.text);
        reference.doubt("kind", words);
    }
    reference.find("kind", &tag);
}

/// GOV.UK says of each page which of its own types it is.
fn govuk(view: &PageView) -> Option<(&'static str, String)> {
    let said = view.metas(&["govuk:format"]).into_iter().next()?;
    let kind = match kind::of_page_type(&said.text) {
        "" => match kind::in_words(&said.text) {
            "" => "web",
            words => words,
        },
        known => known,
    };
    Some((kind, format!("govuk:format {}", said.text)))
}

/// Tags for reference managers stand on papers and reports; some say which.
fn of_tags(view: &PageView) -> Option<(&'static str, String)> {
    let typed = view.metas(&["dcterms.type", "dc.type", "citation_article_type"]).into_iter();
    let mut typed = typed.map(|said| (kind::in_words(&said.text), said));
    if let Some((kind, said)) = typed.find(|(kind, _)| !kind.is_empty()) {
        return Some((kind, format!("{} {}", said.tag, said.text)));
    }
    let numbered = [
        "citation_journal_title",
        "citation_conference_title",
        "citation_technical_report_institution",
        "citation_dissertation_institution",
        "citation_isbn",
    ];
    view.metas(&numbered).into_iter().next().map(|said| ("report", said.tag))
}

/// The type in JSON-LD, and what stands beside it in words.
fn of_things(view: &PageView) -> Option<(&'static str, String)> {
    let types = types(&view.main);
    let mut kinds = types
        .iter()
        .map(|name| (kind::of_page_type(name), name))
        .filter(|(kind, _)| !kind.is_empty());
    // `["Article", "NewsArticle"]`: any page is of the web.
    let first = kinds.next()?;
    let (kind, name) = match first.0 {
        "web" => kinds.find(|(kind, _)| *kind != "web").unwrap_or(first),
        _ => first,
    };
    let beside = ["genre", "articleSection"]
        .iter()
        .flat_map(|property| view.linked_names(property))
        .find(|(said, _)| matches!(kind::in_words(said), "press_release" | "speech"));
    Some(match beside {
        Some((said, _)) => (kind::in_words(&said), format!("JSON-LD {name}, {said}")),
        None => (kind, format!("JSON-LD {name}")),
    })
}
