//! How much room a chart has where it was typed into a document of Word, in English Metric Units.

use roxmltree::Node;

/// Twentieths of a point, in which Word measures.
const TWENTIETH: f64 = 635.0;
/// Of A4, between usual margins.
const USUAL: (f64, f64) = (5_731_510.0, 8_863_330.0);
/// What a cell of a table and a text box keep free on both sides.
const CELL_MARGINS: f64 = 216.0 * TWENTIETH;
const BOX_MARGINS: f64 = 182_880.0;

/// Width and height.
pub fn room(paragraph: Node) -> (f64, f64) {
    let (page_wide, page_high) = of_section(paragraph).unwrap_or(USUAL);
    let inner = paragraph.ancestors().find_map(|node| match node.tag_name().name() {
        "tc" => of_cell(node),
        "txbxContent" => of_box(node),
        _ => None,
    });
    let indent = paragraph.children().find(|node| node.tag_name().name() == "pPr");
    let indent = indent.and_then(|about| child(about, "ind"));
    let side = |names: [&str; 2]| {
        names.into_iter().find_map(|name| number(indent?, name)).unwrap_or(0.0).max(0.0) * TWENTIETH
    };
    let indents = side(["left", "start"]) + side(["right", "end"]);
    let wide = inner.unwrap_or(page_wide).min(page_wide) - indents;
    // As wide as a thumb at least, whatever is said.
    (wide.max(720_000.0), page_high.max(720_000.0))
}

/// Between the margins of the section, or of one of its columns.
fn of_section(paragraph: Node) -> Option<(f64, f64)> {
    let after = |node: &Node| node.range().start > paragraph.range().start;
    let mut all = paragraph.document().descendants().filter(after);
    let section = all.find(|node| node.tag_name().name() == "sectPr")?;
    let (page, margins) = (child(section, "pgSz")?, child(section, "pgMar")?);
    let wide = number(page, "w")? - number(margins, "left")? - number(margins, "right")?;
    let high =
        number(page, "h")? - number(margins, "top")?.abs() - number(margins, "bottom")?.abs();
    let columns = child(section, "cols").and_then(|columns| {
        let count = number(columns, "num").filter(|count| *count > 1.0)?;
        let space = number(columns, "space").unwrap_or(720.0);
        Some((wide - (count - 1.0) * space) / count)
    });
    Some((columns.unwrap_or(wide) * TWENTIETH, high * TWENTIETH))
}

fn of_cell(cell: Node) -> Option<f64> {
    let said = child(cell, "tcPr").and_then(|about| child(about, "tcW"));
    let said = said.filter(|width| text(*width, "type").is_none_or(|kind| kind == "dxa"));
    if let Some(wide) = said.and_then(|width| number(width, "w")).filter(|wide| *wide > 0.0) {
        return Some(wide * TWENTIETH - CELL_MARGINS);
    }
    let table = cell.ancestors().find(|node| node.tag_name().name() == "tbl")?;
    let spans = |cell: Node| {
        let about = child(cell, "tcPr").and_then(|about| child(about, "gridSpan"));
        about.and_then(|span| number(span, "val")).unwrap_or(1.0) as usize
    };
    let before = cell.parent()?.children().filter(|node| node.tag_name().name() == "tc");
    let before: usize = before.take_while(|node| *node != cell).map(spans).sum();
    let grid =
        child(table, "tblGrid")?.children().filter(|node| node.tag_name().name() == "gridCol");
    let wide: Option<Vec<f64>> =
        grid.skip(before).take(spans(cell)).map(|column| number(column, "w")).collect();
    Some(wide?.iter().sum::<f64>())
        .filter(|wide| *wide > 0.0)
        .map(|wide| wide * TWENTIETH - CELL_MARGINS)
}

/// The form of a text box for older programs is as wide as the one beside it.
fn of_box(content: Node) -> Option<f64> {
    let whole = content.ancestors().find(|node| node.tag_name().name() == "AlternateContent");
    let whole =
        whole.or_else(|| content.ancestors().find(|node| node.tag_name().name() == "drawing"))?;
    let extent = whole.descendants().find(|node| node.tag_name().name() == "extent")?;
    Some(number(extent, "cx")? - BOX_MARGINS)
}

fn child<'d>(node: Node<'d, 'd>, name: &str) -> Option<Node<'d, 'd>> {
    node.children().find(|child| child.tag_name().name() == name)
}

fn text<'d>(node: Node<'d, 'd>, name: &str) -> Option<&'d str> {
    node.attributes().find(|one| one.name() == name).map(|one| one.value())
}

fn number(node: Node, name: &str) -> Option<f64> {
    text(node, name)?.parse().ok()
}
