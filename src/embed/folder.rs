//! A folder of charts to hand to a colleague: the page that shows them and the words that tell
//! what is what.

use std::fmt::Write as _;

use super::{Host, Piece, html};
use crate::export::escape::{html as escape, markdown};

/// What a snippet for a host is called beside the other files of a chart.
pub fn snippet_file(host: Host, stem: &str) -> Option<String> {
    let ending = match host {
        Host::Html => "html",
        Host::Markdown => "snippet.md",
        Host::Github => "github.md",
        Host::Quarto => "qmd",
        Host::Pandoc => "pandoc.md",
        Host::Latex => "tex",
        Host::Typst => "typ",
        Host::Word => return None,
    };
    Some(format!("{stem}.{ending}"))
}

/// One chart of the folder.
pub struct Entry<'a> {
    pub piece: Piece<'a>,
    /// The names of its files.
    pub files: Vec<String>,
}

/// A plain page with every chart, its figures and the way to its files.
pub fn index(project: &str, entries: &[Entry]) -> String {
    let mut text = format!(
        "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>Charts of {name}</title>\n<style>\n\
         :root {{ color-scheme: light dark; background: Canvas; color: CanvasText; }}\n\
         body {{ font-family: Arial, 'Liberation Sans', sans-serif; max-width: 46rem; \
         margin: 0 auto; padding: 1rem; }}\n\
         figure {{ margin: 0; }}\nimg {{ max-width: 100%; height: auto; }}\n\
         table {{ border-collapse: collapse; }}\n\
         th, td {{ border: 1px solid; padding: 0.25rem 0.5rem; text-align: left; }}\n\
         @media (max-width: 30rem) {{ body {{ padding: 0; }} h1, h2, p, details {{ margin-left: \
         0.9rem; margin-right: 0.9rem; }} }}\n\
         </style>\n</head>\n<body>\n<main>\n<h1>Charts of {name}</h1>\n",
        name = escape(project)
    );
    for entry in entries {
        let _ = writeln!(text, "<section>\n<h2>{}</h2>", escape(&entry.piece.chart.title));
        text.push_str(&html::snippet(&entry.piece));
        let links = entry.files.iter().map(|file| {
            let file = escape(file);
            format!("<a href=\"{file}\">{file}</a>")
        });
        let links: Vec<String> = links.collect();
        let _ = writeln!(text, "<p>Files: {}</p>\n</section>", links.join(", "));
    }
    text.push_str("</main>\n</body>\n</html>\n");
    text
}

const FILES: [(&str, &str); 19] = [
    (".svg", "web pages and anything else that takes SVG; sharp at any size"),
    ("-dark.svg", "the same for dark pages"),
    ("-narrow.svg", "the same for phones and narrow columns"),
    ("-narrow-dark.svg", "the same for phones in the dark"),
    ("-print.svg", "the same in greys, for paper"),
    ("-slide.svg", "the same for a slide"),
    (".png", "where SVG is not taken"),
    (".pdf", "LaTeX, Typst and print; the data is attached to it"),
    (".docx", "Word: open it and copy the picture with its caption"),
    (".alt.txt", "the alternative text, wherever a program asks for one"),
    (".md", "the description, every figure drawn, the notes and all sources"),
    (".csv", "the figures drawn, for a spreadsheet"),
    (".html", "to paste into a web page"),
    (".snippet.md", "to paste into Markdown"),
    (".github.md", "to paste into GitHub"),
    (".qmd", "to paste into Quarto"),
    (".pandoc.md", "to paste into a text for Pandoc"),
    (".tex", "to paste into LaTeX"),
    (".typ", "to paste into Typst"),
];

/// What is what, for whoever opens the folder.
pub fn readme(project: &str, entries: &[Entry]) -> String {
    let mut text = format!("# Charts of {}\n\n", markdown(project));
    text.push_str(
        "Open `index.html` to see them all. Each chart has files of the same name:\n\n\
         | File | For |\n|---|---|\n",
    );
    let has = |ending: &str| {
        let names = entries.iter().flat_map(|entry| &entry.files);
        names.into_iter().any(|name| name.ends_with(ending))
    };
    for (ending, use_for) in FILES {
        if has(ending) {
            let _ = writeln!(text, "| `NAME{ending}` | {use_for} |");
        }
    }
    text.push_str(
        "\n\
         The snippets name the files as if they lay in the same folder as your document.\n\n\
         Please keep the source line with the picture, and the alternative text where there is a \
         place for it. Every number on a chart has its source: see `NAME.md`.\n\n\
         The charts:\n\n",
    );
    for entry in entries {
        let chart = entry.piece.chart;
        let _ = writeln!(text, "- `{}`: {}", chart.name, markdown(&chart.title));
    }
    text
}
