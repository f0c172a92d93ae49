//! HTML: a `<figure>` that needs no script and no `id`, so that it may stand in a page twice. The picture is
//! no wider than its column, which only a style can say; pages whose content security policy forbids styles
//! are given the same without, as wide as it was drawn. All of it is XML too, as EPUB wants.

use std::fmt::Write as _;

use super::host::{Gives, Host, NamedFiles};
use super::own::{self, OwnPart};
use super::piece::{Embedded, PictureFile, Pictures, Twin};
use crate::export::DataRow;
use crate::export::escape::{address_of_file, html};
use crate::locale::phrases::Pages;
use crate::locale::{Language, words};

/// HTML, a page of its own or a part of one.
pub static HTML: Host = Host {
    word: "html",
    also: &["htm", "xhtml"],
    ending: "html",
    used_for: Some(Pages::for_html),
    names: NamedFiles::Twins,
    gives: Gives::Snippet(snippet),
    own: Some(own),
    inline: Some(inline),
};

/// The same for pages that forbid styles.
pub static STRICT_HTML: Host = Host {
    word: "strict-html",
    also: &[],
    ending: "strict.html",
    used_for: Some(Pages::for_strict_html),
    names: NamedFiles::Twins,
    gives: Gives::Snippet(strict_snippet),
    // Its words are those of HTML.
    own: None,
    inline: Some(strict_inline),
};

/// What a page may say of its looks.
#[derive(Clone, Copy)]
struct Styles {
    /// Of the figure, with a blank before.
    figure: &'static str,
    /// Of the picture, with a blank before.
    picture: &'static str,
}

const NO_STYLES: Styles = Styles { figure: "", picture: "" };
/// Browsers set a figure in by 40 pixels on both sides, half of what a phone has beside a column.
const IN_ITS_COLUMN: Styles =
    Styles { figure: " style=\"margin:1em 0\"", picture: " style=\"max-width:100%;height:auto\"" };

/// Pages up to this width, in pixels, are given the narrow twin.
const NARROW: u32 = 480;

fn snippet(piece: &Embedded<'_>) -> String {
    in_page(piece, IN_ITS_COLUMN)
}

fn strict_snippet(piece: &Embedded<'_>) -> String {
    in_page(piece, NO_STYLES)
}

fn in_page(piece: &Embedded<'_>, styles: Styles) -> String {
    let picture = picture(piece.pictures, &piece.chart.alt, styles.picture);
    whole(piece, &picture, styles)
}

/// The picture, with its twins for pages that are dark or narrow; `more` is what else is said of it,
/// with a blank before.
pub fn picture(pictures: &Pictures, alt: &str, more: &str) -> String {
    let mut picture = String::from("<picture>\n");
    // The first that fits is taken, so the most particular comes first.
    let mut twins: Vec<&Twin> = pictures.twins.iter().collect();
    twins.sort_by_key(|twin| (!(twin.dark && twin.narrow), !twin.narrow, !twin.dark));
    for twin in twins {
        let _ = writeln!(picture, "{}", source(twin));
    }
    let _ = writeln!(picture, "{}\n</picture>", image(&pictures.svg, alt, more));
    picture
}

fn inline(piece: &Embedded<'_>, svg: &str) -> String {
    let styled = svg.replacen("<svg", &format!("<svg{}", IN_ITS_COLUMN.picture), 1);
    whole(piece, &format!("{}\n", styled.trim_end()), IN_ITS_COLUMN)
}

fn strict_inline(piece: &Embedded<'_>, svg: &str) -> String {
    whole(piece, &format!("{}\n", svg.trim_end()), NO_STYLES)
}

fn whole(piece: &Embedded<'_>, picture: &str, styles: Styles) -> String {
    format!(
        "<figure lang=\"{}\"{}>\n{picture}<figcaption>\n{}{}</figcaption>\n</figure>\n{}",
        piece.chart.language.tag,
        styles.figure,
        title(piece).map_or(String::new(), |title| title.in_html()),
        sources(piece).in_html(),
        figures(piece).in_html()
    )
}

fn source(twin: &Twin) -> String {
    let mut asked = Vec::new();
    if twin.narrow {
        asked.push(format!("(max-width: {NARROW}px)"));
    }
    if twin.dark {
        asked.push("(prefers-color-scheme: dark)".to_string());
    }
    let (width, height) = Embedded::size(&twin.picture);
    format!(
        "<source type=\"image/svg+xml\" media=\"{}\" srcset=\"{}\" width=\"{width}\" height=\"{height}\" />",
        asked.join(" and "),
        html(&address_of_file(&twin.picture.path))
    )
}

/// `more` is what else is said of it, with a blank before.
pub fn image(picture: &PictureFile, alt: &str, more: &str) -> String {
    let (width, height) = Embedded::size(picture);
    format!(
        "<img src=\"{}\" width=\"{width}\" height=\"{height}\" alt=\"{}\"{more} />",
        html(&address_of_file(&picture.path)),
        html(alt)
    )
}

fn own(piece: &Embedded<'_>) -> Vec<OwnPart> {
    title(piece).into_iter().chain([sources(piece), figures(piece)]).collect()
}

/// Where the picture lacks it.
fn title(piece: &Embedded<'_>) -> Option<OwnPart> {
    let text = title_text(piece);
    piece.chart.bare.then(|| OwnPart::of(piece.chart, HTML.word, own::TITLE, text))
}

/// The title and the subtitle.
pub fn title_text(piece: &Embedded<'_>) -> String {
    let chart = piece.chart;
    let mut text = format!("<p><strong>{}</strong>", html(&chart.title));
    if !chart.subtitle.is_empty() {
        let _ = write!(text, "<br />{}", html(&chart.subtitle));
    }
    text.push_str("</p>\n");
    text
}

fn figures(piece: &Embedded<'_>) -> OwnPart {
    OwnPart::of(piece.chart, HTML.word, own::FIGURES, details(piece))
}

fn sources(piece: &Embedded<'_>) -> OwnPart {
    OwnPart::of(piece.chart, HTML.word, own::SOURCES, sources_text(piece))
}

/// The line of sources, with its links.
pub fn sources_text(piece: &Embedded<'_>) -> String {
    let mut text = String::new();
    let link = |citation: &crate::chart::Citation| link(&citation.text, &citation.url);
    let sources = piece.sources(html, link, |number| format!("[{number}]"));
    if !sources.is_empty() {
        let _ = writeln!(text, "<p>{sources}</p>");
    }
    text
}

fn link(text: &str, url: &str) -> String {
    match url {
        "" => html(text),
        url => format!("<a href=\"{}\">{}</a>", html(url), html(text)),
    }
}

/// What the picture says, in words and as a table, for all who want it.
fn details(piece: &Embedded<'_>) -> String {
    let chart = piece.chart;
    let mut text = format!(
        "<details lang=\"{}\">\n<summary>{}</summary>\n",
        chart.language.tag,
        html(&chart.language.pages.description_and_figures(&chart.title))
    );
    for line in chart.description.lines().filter(|line| !line.trim().is_empty()) {
        let _ = writeln!(text, "<p>{}</p>", html(line));
    }
    for group in piece.rows.chunk_by(|a, b| a.panel == b.panel) {
        text.push_str(&table(chart.language, group, &chart.title));
    }
    if !chart.notes.is_empty() {
        text.push_str("<ul>\n");
        for note in &chart.notes {
            let _ = writeln!(text, "<li>{}</li>", html(note.as_str()));
        }
        text.push_str("</ul>\n");
    }
    text.push_str("</details>\n");
    text
}

fn table(language: &Language, rows: &[DataRow], title: &str) -> String {
    let caption = match rows[0].panel.as_str() {
        "" => title,
        panel => panel,
    };
    let mut text = format!("<table>\n<caption>{}</caption>\n<thead>\n<tr>", html(caption));
    for head in language.table.heads().map(html) {
        let _ = write!(text, "<th scope=\"col\">{head}</th>");
    }
    text.push_str("</tr>\n</thead>\n");
    for series in rows.chunk_by(|a, b| a.series == b.series) {
        text.push_str("<tbody>\n");
        body(&mut text, language, series);
        text.push_str("</tbody>\n");
    }
    text.push_str("</table>\n");
    text
}

/// The rows of one series, under what it counts.
fn body(text: &mut String, language: &Language, rows: &[DataRow]) {
    let DataRow { title, definition, .. } = &rows[0];
    if !definition.is_empty() {
        let counts = words::sentence(&language.notes.counts(title, definition));
        let columns = language.table.heads().len();
        let _ = writeln!(
            text,
            "<tr><th colspan=\"{columns}\" scope=\"rowgroup\">{}</th></tr>",
            html(&counts)
        );
    }
    for row in rows {
        let [title, period, said, remarks, source] = cells(row, language);
        let _ = writeln!(
            text,
            "<tr><th scope=\"row\">{title}</th><td>{period}</td><td>{said}</td><td>{remarks}</td><td>{source}</td></tr>",
        );
    }
}

/// What stands in the columns of a row.
pub fn cells(row: &DataRow, language: &Language) -> [String; 5] {
    let number = row.source.number.map_or(String::new(), |number| format!(" [{number}]"));
    let mut source = link(&row.source.text, &row.source.url);
    if !row.source.first.is_empty() {
        let first = html(&row.source.first);
        source = language.table.relaying.marked_up(html, &[&source, &first]);
    }
    let words = [&row.title, &row.period, &row.said, &row.remarks(language)].map(|one| html(one));
    let [title, period, said, remarks] = words;
    [title, period, said, remarks, source + &number]
}
