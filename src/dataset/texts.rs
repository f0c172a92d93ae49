//! The rows of a file as it says them, cell by cell: for those who pass the whole of it on.

use std::borrow::Cow;

use super::Dataset;
use super::encoding::shows_nothing;
use super::layout::Layout;
use super::table::inner;

impl<'t> Dataset<'t> {
    /// The rows of a file in its order, which is that of its keys. Each has a text for every column
    /// of the layout, empty where the file lacks the column or shows nothing; rows that cannot be used are left out.
    pub fn texts(&self, layout: &'static Layout) -> impl Iterator<Item = Vec<Cow<'t, str>>> {
        self.sheet(layout.file).into_iter().flat_map(move |sheet| {
            sheet.ids.starts.iter().map(move |start| {
                let cells = sheet.table.record(*start as usize).0;
                let text = |position: &Option<usize>| {
                    let cell = position.and_then(|position| cells.get(position));
                    cell.map_or(Cow::Borrowed(""), |cell| {
                        let said = cell.unescaped(sheet.table.raw(inner(*cell)));
                        if shows_nothing(&said) { Cow::Borrowed("") } else { said }
                    })
                };
                sheet.table.positions.iter().map(text).collect()
            })
        })
    }
}
