//! Pictures and pages that come back.

use std::sync::LazyLock;

use sourceline::documents::{
    ExpressionFilling, FoundAlternative, FoundExpression, FoundPicture, FoundSize, FoundWords,
    NewPicture, Newer,
};
use sourceline::embed::OwnPart;
use sourceline::encode::compare::faults;
use sourceline::encode::copy::PictureCopy;
use sourceline::encode::imprint::LastingTraits;
use sourceline::encode::piece::{PicturePiece, pieces};
use sourceline::encode::{self, stamp};
use sourceline::{Project, ProjectTexts, embed};

use super::archives::document;
use super::data::project;
use super::files;

const SPEC: &str = "title = \"Nests of swifts\"\n[[panels]]\n\
    series = [{ id = \"swift-nests\", mark = \"points\" }]\n";

static TEXTS: LazyLock<ProjectTexts> = LazyLock::new(|| ProjectTexts {
    name: "swifts".into(),
    data: project(),
    charts: vec![("nests".into(), SPEC.into())],
    ..ProjectTexts::default()
});

/// A picture of ours.
pub static SVG: LazyLock<String> = LazyLock::new(|| {
    let project = Project::read(&TEXTS).expect("the project is in order");
    project.chart("nests").expect("the chart is drawn").svg().to_string()
});

/// What it paints.
static PIECES: LazyLock<Vec<PicturePiece>> = LazyLock::new(|| {
    let project = Project::read(&TEXTS).expect("the project is in order");
    pieces(&project.chart("nests").expect("the chart is drawn").pictures[0].scene)
});

static PNG: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let project = Project::read(&TEXTS).expect("the project is in order");
    project.chart("nests").expect("the chart is drawn").png().expect("it is painted")
});

/// The same picture, whatever is asked for.
pub struct NewerPicture;

impl Newer for NewerPicture {
    fn picture(&mut self, _: &FoundPicture) -> Option<NewPicture> {
        Some(NewPicture { svg: SVG.clone(), png: Some(PNG.clone()), pdf: Some(b"%PDF-".to_vec()) })
    }

    fn alternative(&mut self, _: &FoundAlternative) -> Option<String> {
        Some("Newer & better".to_string())
    }

    fn height(&mut self, found: &FoundSize) -> Option<u32> {
        Some(found.height.wrapping_add(7))
    }

    fn expression(&mut self, found: &FoundExpression) -> Result<Option<ExpressionFilling>, String> {
        let new =
            NewPicture { svg: SVG.clone(), png: Some(PNG.clone()), pdf: Some(b"%PDF-".to_vec()) };
        Ok(Some(match found.chart() {
            Some(name) => ExpressionFilling::Picture(name.to_string(), Box::new(new)),
            None => ExpressionFilling::Words(format!("<{}> & better", found.told())),
        }))
    }

    fn words(&mut self, found: &FoundWords) -> Option<OwnPart> {
        let markup = "<p>Newer &amp; better</p>".to_string();
        Some(OwnPart { mark: found.mark.clone(), markup })
    }
}

/// As `verify` looks at an SVG.
pub fn verify(bytes: &[u8]) {
    let Ok(text) = str::from_utf8(bytes) else { return };
    let _ = encode::intricate::is_intricate(text);
    drop((stamp::carried(text), stamp::read(text)));
    if let Some(Ok(copy)) = PictureCopy::read(text) {
        drop(faults(&PIECES, &copy.pieces));
        drop(LastingTraits::of(copy.head(), &copy.pieces));
        let _ = copy.view();
    }
}

pub fn verify_seeds() -> Vec<Vec<u8>> {
    let mut seeds = vec![SVG.clone().into_bytes()];
    seeds.extend(files("charts", &[".svg"]));
    seeds.extend(files("tests/verify", &[".svg"]));
    seeds.extend(files("tests/gallery/claims", &[".svg"]));
    seeds
}

/// The first byte says what the document is called.
const NAMES: [&str; 10] =
    ["a.html", "a.md", "a.tex", "a.typ", "a.ipynb", "a.fodt", "a.svg", "a.png", "a.pdf", "a.qmd"];

pub fn documents(bytes: &[u8]) {
    let Some((first, rest)) = bytes.split_first() else { return };
    let name = NAMES[usize::from(first.wrapping_sub(b'0')) % NAMES.len()];
    document(name, rest);
}

pub fn documents_seeds() -> Vec<Vec<u8>> {
    let project = Project::read(&TEXTS).expect("the project is in order");
    let chart = project.chart("nests").expect("the chart is drawn");
    let mut seeds = Vec::new();
    let mut seed = |kind: u8, bytes: &[u8]| seeds.push([&[b'0' + kind], bytes].concat());
    for (kind, host) in [
        (0, &embed::HTML),
        (1, &embed::MARKDOWN),
        (2, &embed::LATEX),
        (3, &embed::TYPST),
        (9, &embed::QUARTO),
    ] {
        let snippet = chart.hand_out(host, "charts/").expect("it is handed out").snippet;
        seed(kind, snippet.unwrap_or_default().as_bytes());
    }
    seed(0, format!("<!doctype html><p>Words</p><figure>{}</figure>", *SVG).as_bytes());
    let notebook = "{\"cells\":[{\"cell_type\":\"markdown\",\"source\":[\"![a](nests.svg)\\n\"]},{\"cell_type\":\
        \"code\",\"outputs\":[{\"data\":{\"image/svg+xml\":[\"<svg/>\"],\"image/png\":\"iVBORw0KGgo=\"}}]}]}";
    seed(4, notebook.as_bytes());
    let flat = "<office:document xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
        xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\"><office:body><draw:frame><draw:image>\
        <office:binary-data>PHN2Zy8+</office:binary-data></draw:image></draw:frame></office:body></office:document>";
    seed(5, flat.as_bytes());
    seed(6, SVG.as_bytes());
    seed(7, &PNG);
    seed(8, &chart.pdf().expect("it is printed"));
    seeds.extend(
        files("tests/pages", &[".html"]).into_iter().map(|page| [b"0", &page[..]].concat()),
    );
    seeds
}
