//! Where each page lies, and how the others name it: relative to themselves, so that a site may be
//! put anywhere and is read from a disk too.

use crate::export::escape::address_of_file;
use crate::output::format::CSV;

pub const INDEX: &str = "index.html";
pub const SERIES: &str = "series.html";
pub const SOURCES: &str = "sources.html";
pub const CHANGES: &str = "changes.html";
pub const FEED: &str = "feed.xml";
pub const SITEMAP: &str = "sitemap.xml";
pub const STYLE: &str = "assets/site.css";
pub const SEARCH: &str = "assets/search.js";
pub const SEARCH_INDEX: &str = "assets/search-index.js";

/// The page of a chart has a folder, in which its files lie: `referrals/index.html`.
pub fn of_chart(name: &str) -> String {
    format!("{name}/{INDEX}")
}

/// What other sites frame.
pub fn of_frame(name: &str) -> String {
    format!("{name}/embed.html")
}

/// The figures of a chart.
pub fn of_table(name: &str) -> String {
    format!("{name}/{}", CSV.file(name))
}

pub fn of_series(id: &str) -> String {
    format!("series/{id}.html")
}

pub fn of_source(id: &str) -> String {
    format!("sources/{id}.html")
}

/// How a page names a file of the site; both are told from its root.
pub fn from(page: &str, file: &str) -> String {
    let up = "../".repeat(page.matches('/').count());
    up + &address_of_file(file)
}

/// Where a page is found on the web, below the address of the site; a folder stands for its page.
pub fn on_the_web(address: &str, page: &str) -> String {
    let folder = page.strip_suffix(INDEX).unwrap_or(page);
    format!("{}/{}", address.trim_end_matches('/'), address_of_file(folder))
}

/// What may become a link: an address on the web, and nothing that a browser would run.
pub fn is_link(address: &str) -> bool {
    let begins = |with: &str| {
        address.get(..with.len()).is_some_and(|start| start.eq_ignore_ascii_case(with))
    };
    (begins("https://") || begins("http://")) && !address.contains(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_names_another_from_where_it_lies() {
        assert_eq!(from(INDEX, &of_chart("a b")), "a%20b/index.html");
        assert_eq!(from(&of_chart("a"), &of_series("s")), "../series/s.html");
        assert_eq!(
            on_the_web("https://a.example/b/", &of_chart("c#d")),
            "https://a.example/b/c%23d/"
        );
        assert_eq!(on_the_web("https://a.example", SERIES), "https://a.example/series.html");
    }

    #[test]
    fn only_addresses_on_the_web_become_links() {
        for yes in ["https://a.example", "HTTP://a.example/b?c=d"] {
            assert!(is_link(yes), "{yes}");
        }
        for no in [
            "",
            "javascript:alert(1)",
            "data:text/html,x",
            "//a.example",
            "https:/a",
            " https://a.example",
            "é",
        ] {
            assert!(!is_link(no), "{no}");
        }
    }
}
