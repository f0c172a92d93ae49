//! A file as if it had had all along the columns that a later version of it has.

use super::edit::{Editor, apply};
use super::layout::{self, Layout};
use super::open::open;
use super::table::{Limits, Table};
use crate::problem::Gathered;

/// The narrower of two versions of a file with the columns of the wider.
#[derive(Debug, PartialEq, Eq)]
pub struct Widened {
    /// The whole file; the columns are empty in every row.
    pub text: Vec<u8>,
    /// The columns, each with the number of rows in which the wider version says nothing.
    pub columns: Vec<(&'static str, usize)>,
}

impl Widened {
    /// Of two versions of a file that problems call so; `None` where they differ otherwise in their
    /// headers, or not.
    pub fn of(label: &str, narrow: &[u8], wide: &[u8]) -> Option<Widened> {
        let layout = layout::ALL.into_iter().find(|one| one.file.label() == label)?;
        let wider = read(layout, wide);
        let narrower = read(layout, narrow);
        if !wider.readable || !narrower.readable {
            return None;
        }
        let lacks = |column: &usize| {
            narrower.positions[*column].is_none() && wider.positions[*column].is_some()
        };
        let missing: Vec<usize> = (0..layout.columns.len()).filter(lacks).collect();
        let mut widened = Widened { text: narrow.to_vec(), columns: Vec::new() };
        for name in missing.into_iter().map(|column| layout.columns[column]) {
            let more = Editor::new(&read(layout, &widened.text), None).add_column(name);
            let empty = Editor::new(&wider, None).find(name, "").len();
            widened.columns.push((name, empty));
            widened.text = apply(&widened.text, &more);
        }
        let header = |table: &Table| table.bytes[table.start..table.body].to_vec();
        let alike = header(&read(layout, &widened.text)) == header(&wider);
        (alike && !widened.columns.is_empty()).then_some(widened)
    }
}

fn read<'t>(layout: &'static Layout, text: &'t [u8]) -> Table<'t> {
    open(layout, text, Limits::STATED, &mut Gathered::default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_widened_by_the_columns_of_another_and_by_nothing_else() {
        let of = |narrow: &str, wide: &str| {
            let widened = Widened::of("data/series.csv", narrow.as_bytes(), wide.as_bytes())?;
            Some((String::from_utf8(widened.text).unwrap(), widened.columns))
        };
        let narrow = "id,title,unit,nature\na,A,b,flow\nc,\"C\n\",d,flow\n";
        let wide = "id,title,unit,nature,note\na,A,b,flow,\ne,E,f,flow,Odd.\n";
        let text = "id,title,unit,nature,note\na,A,b,flow,\nc,\"C\n\",d,flow,\n";
        assert_eq!(of(narrow, wide), Some((text.to_string(), vec![("note", 1)])));
        assert_eq!(of(narrow, narrow), None);
        assert_eq!(of(wide, narrow), None);
        assert_eq!(of(narrow, "id,unit,title,nature,note\n"), None);
        assert_eq!(of("", wide), None);
        let two = "id,title,unit,nature,geography,year_starts\n";
        let columns = of(narrow, two).unwrap().1;
        assert_eq!(columns, [("geography", 0), ("year_starts", 0)]);
    }
}
