//! A folder of charts to hand to a colleague: the page that shows them and the words that tell
//! what is what.

use std::fmt::Write as _;

use super::evidence::{BIBTEX, CSL, PACKAGE, PackedTable};
use super::format::{self, CSV, Format, SVG};
use super::handout::pictures;
use super::kit::Kit;
use super::rendering::Rendering;
use crate::chart::{Chart, Size, ThemeName};
use crate::embed::{self, Embedded, Gives, HTML, Host, Pictures};
use crate::export::DataRow;
use crate::export::escape::{address_of_file, html as escape, markdown, markdown_within};
use crate::locale::Language;
use crate::locale::phrases::Pages;
use crate::problem::Problem;

/// Everything about one chart.
pub struct Packed {
    chart: Chart,
    rows: Vec<DataRow>,
    pictures: Pictures,
    /// With their names, which are those of the folder.
    pub files: Vec<(String, Vec<u8>)>,
}

impl Packed {
    /// Of the chart.
    pub fn name(&self) -> &str {
        &self.chart.name
    }

    /// What it says.
    pub fn title(&self) -> &str {
        &self.chart.title
    }

    /// Its figures, as they lie in the folder.
    pub fn table(&self) -> PackedTable<'_> {
        PackedTable { name: self.name(), title: self.title(), path: CSV.file(self.name()) }
    }

    /// The ids of what it cites.
    pub fn sources(&self) -> impl Iterator<Item = &str> {
        self.chart.sources.iter().map(|citation| citation.source.as_str())
    }

    fn piece(&self) -> Embedded<'_> {
        let Packed { chart, rows, pictures, .. } = self;
        Embedded { chart, rows, pictures }
    }
}

impl Kit<'_> {
    /// Every format and what every host is given, from the pictures of a chart, the plain one first.
    pub fn pack(&self, mut drawings: Vec<Rendering>) -> Result<Packed, Box<Problem>> {
        // In a folder of its own nothing need be told apart.
        for drawing in &mut drawings {
            drawing.stem = drawing.looks.stem(&drawing.chart.name, drawing.look);
        }
        let mut files: Vec<(String, Vec<u8>)> = Vec::new();
        for drawing in &drawings {
            // Dark and narrow twins are for pages, and a page takes SVG.
            let formats = match drawing.looks.serves_pages(drawing.look) {
                true => &[&SVG],
                false => format::ALL,
            };
            files.extend(self.files(drawing, formats)?);
        }
        let pictures = pictures(&drawings, "");
        let plain = drawings.swap_remove(0);
        let rows = self.rows(&plain);
        let piece = Embedded { chart: &plain.chart, rows: &rows, pictures: &pictures };
        let (snippets, documents) = hosts();
        for host in documents {
            files.extend(self.document(host, &plain, &piece)?);
        }
        for host in snippets {
            let snippet = host.snippet(&piece).map(String::into_bytes);
            files.extend(snippet.map(|snippet| (host.file(&plain.stem), snippet)));
        }
        Ok(Packed { rows, pictures, files, chart: plain.chart })
    }
}

/// Those that are given a snippet, and those that are given a document.
fn hosts() -> (Vec<&'static Host>, Vec<&'static Host>) {
    embed::ALL.iter().partition(|host| matches!(host.gives, Gives::Snippet(_)))
}

/// The page and the README of the folder, with their names.
pub fn pages(language: &Language, project: &str, charts: &[Packed]) -> [(String, Vec<u8>); 2] {
    let (index, readme) = (index(language, project, charts), readme(language, project, charts));
    [("index.html".to_string(), index.into_bytes()), ("README.md".to_string(), readme.into_bytes())]
}

/// A plain page with every chart, its figures and the way to its files.
fn index(language: &Language, project: &str, charts: &[Packed]) -> String {
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
    for packed in charts {
        let _ = writeln!(text, "<section>\n<h2>{}</h2>", escape(&packed.chart.title));
        text.extend(HTML.snippet(&packed.piece()));
        let links = packed
            .files
            .iter()
            .map(|(file, _)| format!("<a href=\"{}\">{}</a>", address_of_file(file), escape(file)));
        let links: Vec<String> = links.collect();
        let files = pages.files.marked_up(escape, &[&links.join(language.small.comma())]);
        let _ = writeln!(text, "<p>{files}</p>\n</section>");
    }
    text.push_str("</main>\n</body>\n</html>\n");
    text
}

/// The endings of the files, and what each is for: pictures, documents, words and data, snippets.
fn uses(pages: &Pages) -> Vec<(String, &'static str)> {
    let (pictures, others): (Vec<&Format>, Vec<&Format>) =
        format::ALL.iter().partition(|format| format.has_looks);
    let (snippets, documents) = hosts();
    let format = |format: &&Format| (format!(".{}", format.ending), format.used_for);
    let host = |host: &&Host| (format!(".{}", host.ending), host.used_for);
    let rows = pictures.iter().map(format).chain(documents.iter().map(host));
    let rows = rows.chain(others.iter().map(format)).chain(snippets.iter().map(host));
    let rows = rows.filter_map(|(ending, used_for)| Some((ending, used_for?(pages))));
    let mut uses: Vec<_> = rows.collect();
    let (narrow, dark) = (Size::Narrow.word(), ThemeName::Dark.word());
    let twins = [
        (format!("-{dark}"), pages.for_dark_pages()),
        (format!("-{narrow}"), pages.for_phones()),
        (format!("-{narrow}-{dark}"), pages.for_dark_phones()),
        (format!("-{}", ThemeName::Print.word()), pages.for_paper()),
        (format!("-{}", Size::Slide.word()), pages.for_a_slide()),
        (format!("-{}", Size::Card.word()), pages.for_a_card()),
        (format!("-{}", Size::Square.word()), pages.for_a_post()),
        (format!("-{}", Size::Tall.word()), pages.for_a_tall_post()),
    ];
    uses.splice(1..1, twins.map(|(twin, used_for)| (SVG.file(&twin), used_for)));
    uses
}

/// What is what, for whoever opens the folder.
fn readme(language: &Language, project: &str, charts: &[Packed]) -> String {
    let pages = &language.pages;
    let mut text = format!("# {}\n\n", markdown(&pages.charts_of(project)));
    let open = pages.open_the_page.marked_up(markdown_within, &[&"`index.html`"]);
    let heads = [pages.file(), pages.file_for()].map(markdown).join(" | ");
    let _ = write!(text, "{open}\n\n| {heads} |\n|---|---|\n");
    let has = |ending: &str| {
        let mut files = charts.iter().flat_map(|packed| &packed.files);
        files.any(|(name, _)| name.ends_with(ending))
    };
    for (ending, use_for) in uses(pages) {
        if has(&ending) {
            let _ = writeln!(text, "| `NAME{ending}` | {} |", markdown(use_for));
        }
    }
    let evidence =
        [(PACKAGE, pages.for_datapackage()), (BIBTEX, pages.for_bibtex()), (CSL, pages.for_csl())];
    for (file, use_for) in evidence {
        let _ = writeln!(text, "| `{file}` | {} |", markdown(use_for));
    }
    let _ = write!(
        text,
        "\n{}\n\n{}\n\n{}\n\n",
        markdown(pages.beside_the_document()),
        pages.keep_the_source_line.marked_up(markdown_within, &[&"`NAME.md`"]),
        markdown(pages.the_charts())
    );
    for Packed { chart, .. } in charts {
        let _ = writeln!(text, "- `{}`: {}", chart.name, markdown(&chart.title));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_files_of_a_chart_are_called_alike() {
        let formats = format::ALL.iter().map(|format| format.ending);
        let all: Vec<&str> = formats.chain(embed::ALL.iter().map(|host| host.ending)).collect();
        for (at, ending) in all.iter().enumerate() {
            assert!(!all[..at].contains(ending), "{ending}");
        }
        let words: Vec<&str> = embed::ALL.iter().map(|host| host.word).collect();
        for (at, word) in words.iter().enumerate() {
            assert!(!words[..at].contains(word), "{word}");
        }
    }
}
