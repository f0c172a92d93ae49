//! E-mail: a page to open in a browser and to copy into a message. The picture is in it, as PNG, since mail
//! programs drop SVG; what it says stands below it in a table without styles, which they keep.

use std::fmt::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::host::{BothForms, Gives, Host, NamedFiles};
use super::html;
use super::own::{self, OwnPart};
use super::piece::Embedded;
use crate::export::escape::html as escape;
use crate::locale::phrases::Pages;

/// E-mail.
pub static EMAIL: Host = Host {
    word: "email",
    also: &["mail", "e-mail", "eml", "msg", "outlook", "gmail", "newsletter"],
    ending: "email.html",
    used_for: Some(Pages::for_email),
    names: NamedFiles::Svg,
    gives: Gives::Document(document),
    own: Some(own),
    inline: None,
};

/// Messages are hardly wider, in pixels.
const WIDEST: u64 = 600;

fn document(piece: &Embedded<'_>, picture: BothForms<'_>) -> Result<Vec<u8>, String> {
    let chart = piece.chart;
    let (width, _) = Embedded::size(&piece.pictures.svg);
    let title = title(piece).map_or(String::new(), |title| title.in_html());
    let page = format!(
        "<!DOCTYPE html>\n<html lang=\"{tag}\">\n<head>\n<meta charset=\"utf-8\" />\n\
         <title>{}</title>\n</head>\n<body>\n{title}\
         <p><img src=\"data:image/png;base64,{}\" width=\"{}\" alt=\"{}\" /></p>\n{}{}</body>\n</html>\n",
        escape(&chart.title),
        STANDARD.encode(picture.png),
        width.min(WIDEST),
        escape(&chart.alt),
        sources(piece).in_html(),
        figures(piece).in_html(),
        tag = chart.language.tag,
    );
    Ok(page.into_bytes())
}

fn own(piece: &Embedded<'_>) -> Vec<OwnPart> {
    title(piece).into_iter().chain([sources(piece), figures(piece)]).collect()
}

/// Where the picture lacks it.
fn title(piece: &Embedded<'_>) -> Option<OwnPart> {
    let text = html::title_text(piece);
    piece.chart.bare.then(|| OwnPart::of(piece.chart, EMAIL.word, own::TITLE, text))
}

fn sources(piece: &Embedded<'_>) -> OwnPart {
    OwnPart::of(piece.chart, EMAIL.word, own::SOURCES, html::sources_text(piece))
}

/// The description is the alternative text at length: who sees neither picture nor that has the table.
fn figures(piece: &Embedded<'_>) -> OwnPart {
    let chart = piece.chart;
    let mut text = String::new();
    for group in piece.rows.chunk_by(|a, b| a.panel == b.panel) {
        if !group[0].panel.is_empty() {
            let _ = writeln!(text, "<p><strong>{}</strong></p>", escape(&group[0].panel));
        }
        text.push_str("<table border=\"1\" cellpadding=\"4\" cellspacing=\"0\">\n<tr>");
        for head in chart.language.table.heads().map(escape) {
            let _ = write!(text, "<th align=\"left\" scope=\"col\">{head}</th>");
        }
        text.push_str("</tr>\n");
        for row in group {
            let [first, rest @ ..] = html::cells(row, chart.language);
            let _ = write!(text, "<tr><th align=\"left\" scope=\"row\">{first}</th>");
            rest.iter().for_each(|cell| {
                let _ = write!(text, "<td valign=\"top\">{cell}</td>");
            });
            text.push_str("</tr>\n");
        }
        text.push_str("</table>\n");
    }
    for note in &chart.notes {
        let _ = writeln!(text, "<p>{}</p>", escape(note.as_str()));
    }
    OwnPart::of(chart, EMAIL.word, own::FIGURES, text)
}
