//! What a host is given of a chart: the files its snippet names and the snippet, or a document.

use super::format::{self, Format, SVG};
use super::kit::Kit;
use super::looks::Looks;
use super::rendering::Rendering;
use crate::chart::{Look, Size};
use crate::embed::{self, Embedded, Host, NamedFiles, OwnPart, PictureFile, Pictures, Twin};
use crate::problem::Problem;

/// Files with their names, and what to paste.
pub struct Handout {
    /// Each with its name and its bytes.
    pub files: Vec<(String, Vec<u8>)>,
    /// None where the file is the document itself.
    pub snippet: Option<String>,
}

/// The looks of the pictures that a host is given, the plain one first.
pub fn looks_for(host: &Host, looks: &Looks) -> Vec<Look> {
    let mut of_pages = looks.for_pages();
    match host.names {
        NamedFiles::Twins => {}
        NamedFiles::DarkTwin => of_pages.retain(|look| !looks.is_narrow(*look)),
        NamedFiles::Svg | NamedFiles::Pdf | NamedFiles::SvgOrPdf => of_pages.truncate(1),
        NamedFiles::Slide => {
            of_pages = looks.asked(&[Size::Slide], &[]);
            of_pages.truncate(1);
        }
    }
    of_pages
}

impl Kit<'_> {
    /// From the pictures of a chart, the plain one first. `prefix` stands before the names of the
    /// files in the snippet.
    pub fn hand_out(
        &self,
        host: &Host,
        drawings: &[Rendering],
        prefix: &str,
    ) -> Result<Handout, Box<Problem>> {
        let plain = &drawings[0];
        let (rows, pictures) = (self.rows(plain), pictures(drawings, prefix));
        let piece = Embedded { chart: &plain.chart, rows: &rows, pictures: &pictures };
        if let Some(document) = self.document(host, plain, &piece)? {
            return Ok(Handout { files: vec![document], snippet: None });
        }
        let formats = named(host);
        let files = drawings.iter().map(|drawing| self.files(drawing, &formats));
        let files = files.collect::<Result<Vec<_>, _>>()?.concat();
        Ok(Handout { files, snippet: host.snippet(&piece) })
    }

    /// What a host is given to paste; nothing where it is given a document.
    pub fn paste(&self, host: &Host, drawings: &[Rendering], prefix: &str) -> Option<String> {
        let looks = looks_for(host, &drawings[0].looks);
        let named = drawings.iter().filter(|one| one.is_plain() || looks.contains(&one.look));
        let named: Vec<Rendering> = named.cloned().collect();
        let (rows, pictures) = (self.rows(&named[0]), pictures(&named, prefix));
        let chart = &named[0].chart;
        host.snippet(&Embedded { chart, rows: &rows, pictures: &pictures })
    }

    /// The words that hosts write beside a picture, between marks.
    pub fn own_parts(&self, drawing: &Rendering) -> Vec<OwnPart> {
        let pictures = pictures(std::slice::from_ref(drawing), "");
        let rows = self.rows(drawing);
        let piece = Embedded { chart: &drawing.chart, rows: &rows, pictures: &pictures };
        let of_hosts = embed::ALL.iter().filter_map(|host| host.own).flat_map(|own| own(&piece));
        of_hosts.chain([format::document(&drawing.chart, &rows, self.data)]).collect()
    }

    /// A snippet with the picture itself in it, where the host takes one.
    pub fn inline(&self, host: &Host, plain: &Rendering) -> Option<String> {
        let pictures = pictures(std::slice::from_ref(plain), "");
        let piece = Embedded { chart: &plain.chart, rows: &self.rows(plain), pictures: &pictures };
        Some(host.inline?(&piece, &plain.svg))
    }
}

/// The formats of the files that a snippet names.
fn named(host: &Host) -> Vec<&'static Format> {
    match host.names {
        NamedFiles::Twins | NamedFiles::DarkTwin | NamedFiles::Svg | NamedFiles::Slide => {
            vec![&SVG]
        }
        #[cfg(feature = "pdf")]
        NamedFiles::SvgOrPdf => vec![&SVG, &super::format::PDF],
        #[cfg(not(feature = "pdf"))]
        NamedFiles::SvgOrPdf => vec![&SVG],
        #[cfg(feature = "pdf")]
        NamedFiles::Pdf => vec![&super::format::PDF],
        // There is no such host then.
        #[cfg(not(feature = "pdf"))]
        NamedFiles::Pdf => Vec::new(),
    }
}

/// Of the drawings of a chart, the plain one first.
pub fn pictures(drawings: &[Rendering], prefix: &str) -> Pictures {
    let picture = |drawing: &Rendering| PictureFile {
        path: format!("{prefix}{}", SVG.file(&drawing.stem)),
        width: drawing.scene.width,
        height: drawing.scene.height,
    };
    let plain = &drawings[0];
    let twin = |drawing: &Rendering| {
        let (dark, narrow) =
            (plain.looks.is_dark(drawing.look), plain.looks.is_narrow(drawing.look));
        Twin { picture: picture(drawing), dark, narrow }
    };
    let twins = drawings[1..].iter().filter(|twin| plain.looks.serves_pages(twin.look));
    Pictures {
        svg: picture(plain),
        twins: twins.map(twin).collect(),
        pdf: format!("{prefix}{}.pdf", plain.stem),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::{ThemeName, Wanted};
    use crate::embed::{GITHUB, HTML, MARKDOWN, QUARTO};

    #[test]
    fn what_a_document_has_no_place_for_is_not_drawn() {
        let (sizes, themes) = ([Size::Report, Size::Narrow], [ThemeName::Light, ThemeName::Dark]);
        let looks = Looks::of(Wanted::default(), &sizes, &themes);
        let stems = |host| {
            let looks_for = looks_for(host, &looks);
            looks_for.into_iter().map(|look| looks.stem("a", look)).collect::<Vec<_>>()
        };
        assert_eq!(stems(&HTML), ["a", "a-dark", "a-narrow", "a-narrow-dark"]);
        assert_eq!(stems(&GITHUB), ["a", "a-dark"]);
        assert_eq!(stems(&MARKDOWN), ["a", "a-dark"]);
        assert_eq!(stems(&QUARTO), ["a"]);
    }
}
