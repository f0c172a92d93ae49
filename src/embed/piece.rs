//! A chart on its way into a document.

use sha2::{Digest, Sha256};

use crate::chart::{Chart, Citation, are_numbered};
use crate::export::DataRow;

/// What a snippet is made from.
#[derive(Clone, Copy, Debug)]
pub struct Embedded<'a> {
    /// The chart in words.
    pub chart: &'a Chart,
    /// Its table.
    pub rows: &'a [DataRow],
    /// Its files.
    pub pictures: &'a Pictures,
}

/// The files of the picture, by their paths as the snippet is to name them.
#[derive(Clone, Debug, PartialEq)]
pub struct Pictures {
    /// The picture of the first look.
    pub svg: PictureFile,
    /// The same chart for dark pages and for narrow ones.
    pub twins: Vec<Twin>,
    /// The path of the PDF.
    pub pdf: String,
}

/// Its size is in pixels of the page.
#[derive(Clone, Debug, PartialEq)]
pub struct PictureFile {
    /// As the document is to name it.
    pub path: String,
    /// In pixels.
    pub width: f64,
    /// In pixels.
    pub height: f64,
}

/// The same chart for other pages.
#[derive(Clone, Debug, PartialEq)]
pub struct Twin {
    /// Its file.
    pub picture: PictureFile,
    /// For dark pages.
    pub dark: bool,
    /// For narrow ones.
    pub narrow: bool,
}

impl Embedded<'_> {
    /// What the document may call the figure: the name of the chart. Where not every host takes
    /// its letters for a label, the others give way to digits that tell it from charts of nearly
    /// the same name: `my-chart-68edf2` for `my chart`.
    pub(super) fn label(&self) -> String {
        let name = self.chart.name.as_str();
        let letter = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
        if !name.is_empty() && name.chars().all(letter) {
            return name.to_string();
        }
        let words = name.split(|c| !letter(c)).filter(|word| !word.is_empty());
        let digits: String =
            Sha256::digest(name).iter().take(3).map(|byte| format!("{byte:02x}")).collect();
        words.chain([digits.as_str()]).collect::<Vec<_>>().join("-")
    }

    /// `Source: ` or `Sources: `, then each source as `link` writes it, numbered as on the chart or
    /// after the name of its event. `escape` writes the words around them.
    pub(super) fn sources(
        &self,
        escape: impl Fn(&str) -> String,
        link: impl Fn(&Citation) -> String,
        bracket: impl Fn(usize) -> String,
    ) -> String {
        let foot = &self.chart.language.foot;
        let numbered = are_numbered(&self.chart.sources);
        let each = self.chart.sources.iter().enumerate().map(|(place, one)| {
            let events = Citation { text: one.only_of.clone(), ..Citation::default() };
            match (numbered, one.only_of.is_empty()) {
                (true, _) => format!("{} {}", bracket(place + 1), link(one)),
                (false, true) => link(one),
                (false, false) => foot.for_events.marked_up(&escape, &[&link(&events), &link(one)]),
            }
        });
        match each.collect::<Vec<_>>().join("; ") {
            none if none.is_empty() => none,
            all if numbered => foot.sources.marked_up(&escape, &[&all]),
            all => foot.source.marked_up(&escape, &[&all]),
        }
    }

    /// Why series of the chart are not compared, with a blank after it: a caption stays where nobody can
    /// read what stands small in the picture. Empty where all may be compared.
    pub(super) fn apart(&self, escape: impl Fn(&str) -> String) -> String {
        self.chart.apart.iter().map(|reason| format!("{} ", escape(reason))).collect()
    }

    /// The sizes of a page's pixels, whole.
    pub(super) fn size(picture: &PictureFile) -> (u64, u64) {
        (picture.width.ceil().max(1.0) as u64, picture.height.ceil().max(1.0) as u64)
    }
}
