//! What programs read to follow a site: an Atom feed of changes (RFC 4287), and the list of pages for
//! search engines.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

use super::changes_page::anchor_of_day;
use super::history::HistoryStep;
use super::site::{SiteFile, StaticSite};
use super::way;
use crate::export::escape::html as escape;
use crate::figure::Unit;

/// So many entries a feed has at most; the page of changes has all.
const MOST_ENTRIES: usize = 50;

impl StaticSite<'_> {
    pub(super) fn feed(&self) -> Option<SiteFile> {
        let steps = &self.history.steps;
        let first = steps.first()?;
        let words = &self.data.language.website;
        let mut text = format!(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n\
             <title>{}</title>\n<id>{}</id>\n<updated>{}</updated>\n<author><name>{}</name></author>\n",
            self.data.language.tag,
            escape(&words.changes_of(self.title())),
            urn(&["feed", self.project]),
            moment(first.day),
            escape(self.title()),
        );
        if let Some(address) = self.address() {
            let own = escape(&way::on_the_web(address, way::FEED));
            let _ =
                writeln!(text, "<link rel=\"self\" type=\"application/atom+xml\" href=\"{own}\"/>");
        }
        let _ = writeln!(
            text,
            "<link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>",
            self.place("")
        );
        for step in steps.iter().take(MOST_ENTRIES) {
            text += &self.entry(step);
        }
        text += "</feed>\n";
        Some(SiteFile { path: way::FEED.to_string(), bytes: text.into_bytes() })
    }

    fn entry(&self, step: &HistoryStep) -> String {
        let words = &self.data.language.website;
        let comma = self.data.language.small.comma();
        let mut counts = Vec::new();
        if !step.rows.is_empty() {
            counts.push(words.of_figures(step.rows.len()));
        }
        if !step.specs.is_empty() {
            counts.push(words.of_charts(step.specs.len()));
        }
        let title = format!("{}: {}", self.data.language.date(step.day), counts.join(comma));
        let mut told = String::new();
        for row in &step.rows {
            let both = [row.was.as_str(), row.is.as_str()];
            let both: Vec<&str> = both.into_iter().filter(|said| !said.is_empty()).collect();
            let _ = writeln!(
                told,
                "{}{comma}{}{comma}{}: {}",
                row.what,
                row.period,
                self.how(row.how),
                both.join(" → ")
            );
        }
        for (name, how) in &step.specs {
            let _ = writeln!(told, "{name}: {}", self.spec_changed(*how));
        }
        // Line breaks are kept in a text.
        let told: Vec<String> = told.lines().map(escape).collect();
        format!(
            "<entry>\n<title>{}</title>\n<id>{}</id>\n<updated>{}</updated>\n<link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>\n<summary>{}</summary>\n</entry>\n",
            escape(&title),
            urn(&["entry", self.project, &step.day.to_string()]),
            moment(step.day),
            self.place(&format!("#{}", anchor_of_day(step.day))),
            told.join("\n")
        )
    }

    /// The page of changes, and a place in it.
    fn place(&self, within: &str) -> String {
        let page = match self.address() {
            Some(address) => way::on_the_web(address, way::CHANGES),
            None => way::CHANGES.to_string(),
        };
        escape(&(page + within))
    }

    /// All pages, if the site has an address: the list takes no relative ones.
    pub(super) fn sitemap(&self, charts: &[String], files: &[SiteFile]) -> Option<SiteFile> {
        let address = self.address()?;
        let mut text = String::from(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
        );
        let others = files.iter().map(|file| &file.path).filter(|path| path.ends_with(".html"));
        for page in charts.iter().chain(others) {
            let place = escape(&way::on_the_web(address, page));
            let _ = writeln!(text, "<url><loc>{place}</loc></url>");
        }
        text += "</urlset>\n";
        Some(SiteFile { path: way::SITEMAP.to_string(), bytes: text.into_bytes() })
    }
}

/// A day has no time: its beginning.
fn moment(day: Unit) -> String {
    format!("{}T00:00:00Z", day.span().start)
}

/// A name that is the same in every run and for no other thing, as feeds want it.
fn urn(parts: &[&str]) -> String {
    let mut bytes: [u8; 16] = [0; 16];
    bytes.copy_from_slice(&Sha256::digest(parts.join("\0"))[..16]);
    // RFC 9562, version 8: made in a way of one's own.
    bytes[6] = bytes[6] & 0x0f | 0x80;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    format!(
        "urn:uuid:{}-{}-{}-{}-{}",
        &hex[..8],
        &hex[8..12],
        &hex[12..16],
        &hex[16..20],
        &hex[20..]
    )
}
