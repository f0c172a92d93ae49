//! What every page has around what it is for.

use maud::{DOCTYPE, Markup, PreEscaped, html};
use serde_json::Value;

use super::site::StaticSite;
use super::way;

/// One page, before it is written.
pub struct WebPage<'p> {
    /// Where it lies, from the root of the site.
    pub path: &'p str,
    pub title: &'p str,
    /// One or two sentences, for those who list it.
    pub about: &'p str,
    /// What it says to programs, as schema.org has it.
    pub linked_data: Value,
    /// The picture by which others show it.
    pub card: Option<&'p SiteCard>,
    pub body: Markup,
}

/// A picture for those who show where a link leads.
pub struct SiteCard {
    /// From the root of the site.
    pub path: String,
    /// In pixels.
    pub width: u32,
    pub height: u32,
}

/// What a page may load: pictures and a style sheet of its own site, nothing written into the page
/// itself, and nothing from elsewhere.
const POLICY: &str =
    "default-src 'none'; img-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none'";
/// Of the page that is searched.
const POLICY_OF_SEARCH: &str = "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; base-uri 'none'; form-action 'none'";

impl StaticSite<'_> {
    pub(super) fn page(&self, page: &WebPage) -> Vec<u8> {
        let words = &self.data.language.website;
        let searched = page.path == way::INDEX;
        let link = |file: &str| way::from(page.path, file);
        let title = match searched {
            true => page.title.to_string(),
            false => format!("{} · {}", page.title, self.title()),
        };
        let markup = html! {
            (DOCTYPE)
            html lang=(self.data.language.tag) {
                head {
                    (policy(searched))
                    title { (title) }
                    meta name="description" content=(page.about);
                    meta name="color-scheme" content="light dark";
                    link rel="stylesheet" href=(link(way::STYLE));
                    @if self.has_history() {
                        link rel="alternate" type="application/atom+xml"
                            title=(words.changes()) href=(link(way::FEED));
                    }
                    (self.for_other_sites(page))
                    @if !page.linked_data.is_null() {
                        script type="application/ld+json" { (json(&page.linked_data)) }
                    }
                    @if searched {
                        script src=(link(way::SEARCH_INDEX)) defer {}
                        script src=(link(way::SEARCH)) defer {}
                    }
                }
                body {
                    a.skip href="#content" { (words.skip_to_content()) }
                    (self.header(page.path))
                    main #content { (page.body) }
                    (self.footer())
                }
            }
        };
        lines(markup).into_bytes()
    }

    fn header(&self, path: &str) -> Markup {
        let words = &self.data.language.website;
        let changes = self.has_history().then_some((way::CHANGES, words.changes()));
        let parts = [
            (way::INDEX, words.charts()),
            (way::SERIES, words.series()),
            (way::SOURCES, words.sources()),
        ];
        html! {
            header {
                p.site { a href=(way::from(path, way::INDEX)) { (self.title()) } }
                nav aria-label=(words.parts_of_the_site()) {
                    ul {
                        @for (file, word) in parts.into_iter().chain(changes) {
                            li {
                                @if file == path {
                                    a href=(way::from(path, file)) aria-current="page" { (word) }
                                } @else {
                                    a href=(way::from(path, file)) { (word) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    fn footer(&self) -> Markup {
        let words = &self.data.language.website;
        let site = &self.settings.site;
        html! {
            footer {
                @if let Some(state) = self.state() { p { (state) } }
                @if let Some(licence) = self.licence() {
                    p {
                        (words.licence()) ": "
                        (linked(licence.called(), &licence.url))
                    }
                }
                @if !site.contact.is_empty() {
                    p {
                        (words.contact()) ": "
                        @if way::is_link(&site.contact) {
                            (linked(&site.contact, &site.contact))
                        } @else {
                            a href=(format!("mailto:{}", site.contact)) { (site.contact) }
                        }
                    }
                }
            }
        }
    }

    /// What others show of the page where they link to it.
    fn for_other_sites(&self, page: &WebPage) -> Markup {
        let address = &self.settings.house.address;
        html! {
            @if !address.is_empty() {
                link rel="canonical" href=(way::on_the_web(address, page.path));
                meta property="og:url" content=(way::on_the_web(address, page.path));
            }
            meta property="og:type" content="website";
            meta property="og:site_name" content=(self.title());
            meta property="og:title" content=(page.title);
            meta property="og:description" content=(page.about);
            @if let Some(card) = page.card.filter(|_| !address.is_empty()) {
                meta property="og:image" content=(way::on_the_web(address, &card.path));
                meta property="og:image:width" content=(card.width);
                meta property="og:image:height" content=(card.height);
                meta property="og:image:alt" content=(page.about);
                meta name="twitter:card" content="summary_large_image";
            }
        }
    }
}

/// What comes first in the head of a page.
pub fn policy(with_scripts: bool) -> Markup {
    let policy = if with_scripts { POLICY_OF_SEARCH } else { POLICY };
    html! {
        meta charset="utf-8";
        meta http-equiv="Content-Security-Policy" content=(policy);
        meta name="viewport" content="width=device-width, initial-scale=1";
        meta name="generator" content="sourceline";
    }
}

/// A link where there is an address on the web, and the text alone where there is none.
pub fn linked(text: &str, address: &str) -> Markup {
    html! {
        @if way::is_link(address) { a href=(address) { (text) } } @else { (text) }
    }
}

/// JSON that stays in its element, whatever its texts say.
fn json(value: &Value) -> PreEscaped<String> {
    let text = value.to_string();
    PreEscaped(text.replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026"))
}

/// One line for each block, so that what differs between two versions of a page is seen.
pub fn lines(markup: Markup) -> String {
    markup.into_string() + "\n"
}
