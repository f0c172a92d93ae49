//! LaTeX: a `figure` with the PDF, which keeps its fonts and its words. LaTeX itself writes the
//! alternative text into the document only where it tags it, which is new; `accsupp` always does.

use super::host::{Gives, Host, NamedFiles};
use super::piece::Embedded;
use crate::export::escape::{latex, latex_alt, latex_url};
use crate::locale::phrases::Pages;
use crate::locale::words;

/// LaTeX.
pub static LATEX: Host = Host {
    word: "latex",
    also: &["tex"],
    ending: "tex",
    used_for: Some(Pages::for_latex),
    names: NamedFiles::Pdf,
    gives: Gives::Snippet(snippet),
    own: None,
    inline: None,
};

fn snippet(piece: &Embedded<'_>) -> String {
    let chart = piece.chart;
    let title = latex(&words::sentence(&chart.title));
    let subtitle = match chart.bare && !chart.subtitle.is_empty() {
        true => format!(" {}", latex(&words::sentence(&chart.subtitle))),
        false => String::new(),
    };
    let alt = latex_alt(&chart.alt);
    format!(
        "% Needs \\usepackage{{graphicx,hyperref}}; with \\usepackage{{accsupp}} the alternative text is in\n\
         % the PDF, too. Where \\DocumentMetadata tags the document, `alt` does it without.\n\
         \\begin{{figure}}[htbp]\n  \\centering\n  \
         \\ifdefined\\BeginAccSupp\\BeginAccSupp{{method=pdfstringdef,unicode,Alt={{{alt}}}}}\\fi\n  \
         \\includegraphics[width=\\linewidth,alt={{{alt}}}]{{{}}}\n  \
         \\ifdefined\\EndAccSupp\\EndAccSupp{{}}\\fi\n  \
         \\caption[{{{title}}}]{{{title}{subtitle}}}\n  \
         \\label{{fig:{}}}\n  \
         {{\\footnotesize\\raggedright {}{}\\par}}\n\\end{{figure}}\n",
        path(&piece.pictures.pdf),
        piece.label(),
        piece.apart(latex),
        piece.sources(latex, link, |number| format!("[{number}]")),
    )
}

fn link(citation: &crate::chart::Citation) -> String {
    match citation.url.as_str() {
        "" => latex(&citation.text),
        url => format!("\\href{{{}}}{{{}}}", latex_url(url), latex(&citation.text)),
    }
}

/// A path is taken as it stands, but for what would end it or begin a comment.
fn path(path: &str) -> String {
    path.replace('\\', "/").replace('%', "\\%").replace('#', "\\#")
}

#[cfg(test)]
mod tests {
    use super::path;

    #[test]
    fn a_path_does_not_become_a_comment() {
        assert_eq!(path("50% done\\a.pdf"), "50\\% done/a.pdf");
    }
}
