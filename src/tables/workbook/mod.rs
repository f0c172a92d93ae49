//! Workbooks: what their cells show, with what is stored where that differs.

mod brackets;
mod date_format;
mod digits;
mod fault;
mod format_code;
mod number_format;
mod ods;
mod package;
mod rich_text;
mod sheet_cells;
mod xlsx;
mod xlsx_styles;
mod xml;

use super::cell_kind::CellKind;
use super::grid::Grid;
use super::outline::Outline;
use super::remark::Remark;
use crate::nearest::did_you_mean;
pub use fault::WorkbookFault;
use package::WorkbookParts;
pub use sheet_cells::{SheetCell, SheetRead};

/// Is it a workbook of any kind?
pub fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xd0\xcf\x11\xe0")
}

/// The sheet of this name, or the one that holds a table.
pub fn read(bytes: &[u8], sheet: Option<&str>) -> Result<Grid, WorkbookFault> {
    let sheets = sheets(bytes)?;
    let mut grids = Vec::new();
    for one in sheets {
        let mut grid = one.cells.grid()?;
        grid.sheet = Some(one.name);
        grids.push(SheetFound::of(grid, one.hidden));
    }
    let chosen = match sheet {
        Some(name) => named(&grids, name)?,
        None => only(&grids)?,
    };
    let found = grids.remove(chosen);
    let mut grid = found.grid;
    if found.hidden {
        grid.remarks.push(Remark::HiddenSheet(grid.sheet.clone().unwrap_or_default()));
    }
    // Asked for by its name, a sheet is not chosen over others.
    let others = grids.iter().filter(|other| sheet.is_none() && other.has_figures);
    grid.remarks.extend(others.map(SheetFound::remark));
    Ok(grid)
}

/// All of its sheets, the hidden ones too.
pub fn sheets(bytes: &[u8]) -> Result<Vec<SheetRead>, WorkbookFault> {
    let other = |what: &str| {
        let hint = "open it in the program that it belongs to and save it as XLSX, ODS or CSV";
        Err(WorkbookFault::Unclear(what.to_string(), hint.into()))
    };
    if !bytes.starts_with(b"PK") {
        return other("the file is a workbook of an old Excel (XLS), or locked by a password");
    }
    let mut package = WorkbookParts::open(bytes)?;
    if package.has("content.xml") {
        return ods::sheets(&mut package);
    }
    if package.has("xl/workbook.bin") {
        return other("the file is a binary workbook of Excel (XLSB)");
    }
    match xlsx::workbook_part(&mut package)? {
        Some(workbook) => xlsx::sheets(&mut package, &workbook),
        None => other("the file is an archive that holds no workbook"),
    }
}

struct SheetFound {
    grid: Grid,
    hidden: bool,
    has_figures: bool,
}

impl SheetFound {
    fn of(grid: Grid, hidden: bool) -> SheetFound {
        let outline = Outline::of(&grid);
        let is_figure =
            |row: usize| grid.cells(row).any(|cell| CellKind::of(cell) == CellKind::Number);
        let has_figures = outline.columns.len() > 1 && outline.body.clone().any(is_figure);
        SheetFound { hidden, has_figures, grid }
    }

    fn name(&self) -> &str {
        self.grid.sheet.as_deref().unwrap_or_default()
    }

    fn remark(&self) -> Remark {
        Remark::OtherSheet {
            name: self.name().to_string(),
            rows: self.grid.height(),
            columns: self.grid.width(),
            hidden: self.hidden,
        }
    }

    /// `Table 1 (30 rows, 5 columns)`.
    fn with_size(&self) -> String {
        let hidden = if self.hidden { ", hidden" } else { "" };
        format!(
            "`{}` ({} rows, {} columns{hidden})",
            self.name(),
            self.grid.height(),
            self.grid.width()
        )
    }
}

fn named(grids: &[SheetFound], name: &str) -> Result<usize, WorkbookFault> {
    let exact = grids.iter().position(|grid| grid.name() == name);
    let alike = || {
        let plain = |name: &str| name.trim().to_lowercase();
        grids.iter().position(|grid| plain(grid.name()) == plain(name))
    };
    exact.or_else(alike).ok_or_else(|| {
        let known = grids.iter().map(SheetFound::name);
        let all = grids.iter().map(SheetFound::with_size).collect::<Vec<_>>().join(", ");
        let hint = did_you_mean(name, known, format!("its sheets are {all}"));
        WorkbookFault::Unclear(format!("the workbook has no sheet `{name}`"), hint)
    })
}

/// The name of a sheet as a command takes it.
fn shell_word(name: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.');
    let is_bare = !name.is_empty() && name.chars().all(plain);
    if is_bare { name.to_string() } else { format!("'{}'", name.replace('\'', "'\\''")) }
}

/// `Contents`, `Cover sheet`, `Notes`: a sheet that says something of the others.
fn is_about_others(name: &str) -> bool {
    const WORDS: [&str; 14] = [
        "contents",
        "content",
        "table of contents",
        "cover",
        "notes",
        "index",
        "information",
        "introduction",
        "metadata",
        "readme",
        "read me",
        "glossary",
        "definitions",
        "contact",
    ];
    let name = name.to_lowercase().replace('_', " ");
    let name = name.trim();
    WORDS.iter().any(|word| {
        name.strip_prefix(word).is_some_and(|rest| matches!(rest, "" | " sheet" | " page"))
    })
}

/// The one visible sheet that holds figures; where none does, the one with anything in it.
fn only(grids: &[SheetFound]) -> Result<usize, WorkbookFault> {
    let of = |fits: &dyn Fn(&SheetFound) -> bool| -> Vec<usize> {
        (0..grids.len()).filter(|at| fits(&grids[*at])).collect()
    };
    let visible = of(&|grid| grid.has_figures && !grid.hidden);
    let of_figures = of(&|grid| grid.has_figures && !grid.hidden && !is_about_others(grid.name()));
    let hidden = of(&|grid| grid.has_figures);
    let any = of(&|grid| grid.grid.height() > 0);
    let candidates = [of_figures, visible, hidden, any].into_iter().find(|all| !all.is_empty());
    match candidates.as_deref() {
        Some([one]) => Ok(*one),
        Some(several) => {
            let all =
                several.iter().map(|at| grids[*at].with_size()).collect::<Vec<_>>().join(", ");
            let message = format!("{} sheets of the workbook hold a table: {all}", several.len());
            let first = shell_word(grids[several[0]].name());
            let hint = format!("say which is meant with --sheet, as in --sheet {first}");
            Err(WorkbookFault::Unclear(message, hint))
        }
        None => {
            let hint = "name a workbook with a table in it".to_string();
            Err(WorkbookFault::Unclear("no cell of the workbook has any content".into(), hint))
        }
    }
}
