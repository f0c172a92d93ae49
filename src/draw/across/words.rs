//! What the rows of a panel say and show, whatever they are of.

use super::super::glyph::finish::Caveat;
use super::super::style::Style;
use super::super::text::Face;
use crate::chart::{
    Against, BarRow, BesideBar, ClaimRow, Hue, Layer, Panel, Point, RowShows, Standing,
};
use crate::figure::Quantity;

/// How high rows are, and what stands between them.
#[derive(Clone, Copy)]
pub struct Measures {
    /// Above and below the words of each.
    pub padding: f64,
    /// The least a row is high where mark and words stand side by side.
    pub least: f64,
    /// Lines lie between the rows.
    pub ruled: bool,
}

const CLAIMS: Measures = Measures { padding: 7.0, least: 30.0, ruled: true };
const BARS: Measures = Measures { padding: 3.0, least: 25.0, ruled: false };

/// What a row says and shows.
pub struct RowWords<'c> {
    /// Empty where it is of none.
    pub figure: &'c str,
    /// At the left: who, where or when.
    pub name: String,
    pub bold: bool,
    /// Below the name.
    pub remark: String,
    /// BesideBar the mark.
    pub said: Vec<BesideBar>,
    pub quantity: Option<&'c Quantity>,
    /// A line parts it from the rows above.
    pub apart: bool,
    /// What is aimed at in the same row.
    pub aimed: Option<&'c Point>,
    pub caveat: Caveat,
    pub shape: RowShape,
    pub hue: Hue,
    /// It stands back.
    pub faded: bool,
}

/// What stands for the number of a row.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum RowShape {
    Dot,
    Bar,
    /// What is aimed at.
    Level,
}

/// The rows of a panel of claims, or of bars that lie across; `None` of a panel over time.
pub fn words(panel: &Panel) -> Option<(Measures, Vec<RowWords<'_>>)> {
    match &panel.form {
        Against::Time => None,
        Against::Claims(claims) => Some((CLAIMS, claims.iter().map(of_claim).collect())),
        Against::Rows(rows) => {
            let rows = rows.iter().filter_map(|row| of_bar(row, panel.layers.get(row.layer)?));
            Some((BARS, rows.collect()))
        }
    }
}

fn of_claim(claim: &ClaimRow) -> RowWords<'_> {
    RowWords {
        figure: &claim.figure,
        name: claim.who_cited(),
        bold: claim.strong,
        remark: claim.remark.clone(),
        said: vec![BesideBar {
            figure: claim.figure.clone(),
            text: claim.said.clone(),
            is_value: true,
            strong: true,
        }],
        quantity: claim.quantity.as_ref(),
        apart: false,
        aimed: None,
        caveat: Caveat::of_claim(claim),
        shape: RowShape::Dot,
        hue: claim.hue,
        faded: claim.standing == Standing::Superseded,
    }
}

fn of_bar<'c>(row: &BarRow, layer: &'c Layer) -> Option<RowWords<'c>> {
    let name = row.name.clone();
    let (point, shape) = match row.shows {
        RowShows::Point(at) => (layer.points.get(at)?, RowShape::Bar),
        RowShows::Target(at) => (layer.targets.get(at)?, RowShape::Level),
        RowShows::Gap(_) | RowShows::Missing => {
            let gap = match row.shows {
                RowShows::Gap(at) => layer.gaps.get(at),
                _ => None,
            };
            return Some(RowWords {
                figure: gap.map_or("", |gap| &gap.figure),
                name,
                bold: false,
                remark: String::new(),
                said: row.said.clone(),
                quantity: None,
                apart: false,
                aimed: None,
                caveat: Caveat::default(),
                shape: RowShape::Bar,
                hue: layer.hue,
                faded: false,
            });
        }
    };
    Some(RowWords {
        figure: &point.figure,
        name,
        bold: row.strong,
        remark: String::new(),
        said: row.said.clone(),
        quantity: Some(&point.quantity),
        apart: row.apart,
        aimed: row.target.and_then(|at| layer.targets.get(at)),
        caveat: Caveat::of(point),
        shape,
        hue: point.hue,
        faded: false,
    })
}

impl RowWords<'_> {
    /// The preferred one stands out.
    pub fn face(&self, style: &Style) -> Face {
        style.below.bold_if(self.bold)
    }
}
