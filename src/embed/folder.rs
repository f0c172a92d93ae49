//! A folder of charts to hand to a colleague: the page that shows them and the words that tell
//! what is what.

use std::fmt::Write as _;

use super::{Host, Piece, html};
use crate::export::escape::{html as escape, markdown, markdown_within};
use crate::locale::Language;
use crate::locale::phrases::Pages;

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
pub fn index(language: &Language, project: &str, entries: &[Entry]) -> String {
    let pages = &language.pages;
    let mut text = format!(
        "<!DOCTYPE html>\n<html lang=\"{tag}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{name}</title>\n<style>\n\
         :root {{ color-scheme: light dark; background: Canvas; color: CanvasText; }}\n\
         body {{ font-family: Arial, 'Liberation Sans', sans-serif; max-width: 46rem; \
         margin: 0 auto; padding: 1rem; }}\n\
         figure {{ margin: 0; }}\nimg {{ max-width: 100%; height: auto; }}\n\
         table {{ border-collapse: collapse; }}\n\
         th, td {{ border: 1px solid; padding: 0.25rem 0.5rem; text-align: left; }}\n\
         @media (max-width: 30rem) {{ body {{ padding: 0; }} h1, h2, p, details {{ margin-left: \
         0.9rem; margin-right: 0.9rem; }} }}\n\
         </style>\n</head>\n<body>\n<main>\n<h1>{name}</h1>\n",
        tag = language.tag,
        name = escape(&pages.charts_of(project))
    );
    for entry in entries {
        let _ = writeln!(text, "<section>\n<h2>{}</h2>", escape(&entry.piece.chart.title));
        text.push_str(&html::snippet(&entry.piece));
        let links = entry.files.iter().map(|file| {
            let file = escape(file);
            format!("<a href=\"{file}\">{file}</a>")
        });
        let links: Vec<String> = links.collect();
        let files = pages.files.marked_up(escape, &[&links.join(language.small.comma())]);
        let _ = writeln!(text, "<p>{files}</p>\n</section>");
    }
    text.push_str("</main>\n</body>\n</html>\n");
    text
}

/// The endings of the files, and what each is for.
fn uses(pages: &Pages) -> [(&'static str, &'static str); 19] {
    [
        (".svg", pages.for_pages()),
        ("-dark.svg", pages.for_dark_pages()),
        ("-narrow.svg", pages.for_phones()),
        ("-narrow-dark.svg", pages.for_dark_phones()),
        ("-print.svg", pages.for_paper()),
        ("-slide.svg", pages.for_a_slide()),
        (".png", pages.for_png()),
        (".pdf", pages.for_pdf()),
        (".docx", pages.for_docx()),
        (".alt.txt", pages.for_alt()),
        (".md", pages.for_markdown_document()),
        (".csv", pages.for_csv()),
        (".html", pages.for_html()),
        (".snippet.md", pages.for_markdown()),
        (".github.md", pages.for_github()),
        (".qmd", pages.for_quarto()),
        (".pandoc.md", pages.for_pandoc()),
        (".tex", pages.for_latex()),
        (".typ", pages.for_typst()),
    ]
}

/// What is what, for whoever opens the folder.
pub fn readme(language: &Language, project: &str, entries: &[Entry]) -> String {
    let pages = &language.pages;
    let mut text = format!("# {}\n\n", markdown(&pages.charts_of(project)));
    let open = pages.open_the_page.marked_up(markdown_within, &[&"`index.html`"]);
    let heads = [pages.file(), pages.file_for()].map(markdown).join(" | ");
    let _ = write!(text, "{open}\n\n| {heads} |\n|---|---|\n");
    let has = |ending: &str| {
        let names = entries.iter().flat_map(|entry| &entry.files);
        names.into_iter().any(|name| name.ends_with(ending))
    };
    for (ending, use_for) in uses(pages) {
        if has(ending) {
            let _ = writeln!(text, "| `NAME{ending}` | {} |", markdown(use_for));
        }
    }
    let _ = write!(
        text,
        "\n{}\n\n{}\n\n{}\n\n",
        markdown(pages.beside_the_document()),
        pages.keep_the_source_line.marked_up(markdown_within, &[&"`NAME.md`"]),
        markdown(pages.the_charts())
    );
    for entry in entries {
        let chart = entry.piece.chart;
        let _ = writeln!(text, "- `{}`: {}", chart.name, markdown(&chart.title));
    }
    text
}
