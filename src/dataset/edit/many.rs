//! Many new rows in one place, written in one go.

use std::borrow::Cow;

use super::{Editor, NoColumn, RowSpot, Splice, needs_quotes};
use crate::dataset::scan::quoted;

/// New rows for one place of a file, each with the same columns.
#[derive(Debug)]
pub struct NewRows<'e, 'd, 't> {
    editor: &'e Editor<'d, 't>,
    spot: RowSpot,
    columns: Vec<&'static str>,
    /// Those of them that the file lacks, by their place.
    lacking: Vec<usize>,
    /// Of each column of the file: which of the columns it is, and how it is quoted there.
    cells: Vec<(Option<usize>, bool, bool)>,
    rows: String,
    ending: String,
}

impl<'d, 't> Editor<'d, 't> {
    /// Rows that are to stand there, in the order in which they are put.
    pub fn rows_at<'e>(&'e self, spot: RowSpot, columns: &[&'static str]) -> NewRows<'e, 'd, 't> {
        let near = self.near(spot);
        let cell = |position| {
            let own = columns.iter().position(|column| self.position(column) == Some(position));
            (own, self.is_always_quoted(position, &near), self.is_empty_quoted(position, &near))
        };
        let ending = self.put(spot, String::new()).with;
        NewRows {
            editor: self,
            spot,
            columns: columns.to_vec(),
            lacking: (0..columns.len())
                .filter(|at| self.position(columns[*at]).is_none())
                .collect(),
            cells: (0..self.table.width).map(cell).collect(),
            rows: String::new(),
            ending: String::from_utf8_lossy(&ending).into_owned(),
        }
    }
}

impl NewRows<'_, '_, '_> {
    /// One more row, a text for each of the columns.
    pub fn put(&mut self, texts: &[Cow<str>]) -> Result<(), NoColumn> {
        let mut row = std::mem::take(&mut self.rows);
        let done = self.write(texts, &mut row);
        self.rows = row;
        done
    }

    /// A row behind others in a text of its own, to be put there by [`NewRows::put_all`].
    pub fn write(&self, texts: &[Cow<str>], into: &mut String) -> Result<(), NoColumn> {
        if let Some(at) = self.lacking.iter().find(|at| !texts[**at].is_empty()) {
            let column = self.columns[*at];
            return Err(NoColumn { layout: self.editor.table.layout, column });
        }
        if !into.is_empty() {
            into.push_str(&self.ending);
        }
        let separator = char::from(self.editor.table.separator);
        for (at, (own, always, empty)) in self.cells.iter().enumerate() {
            if at > 0 {
                into.push(separator);
            }
            match own.map_or("", |own| &*texts[own]) {
                "" if *empty => into.push_str("\"\""),
                "" => {}
                text if *always || needs_quotes(text, self.editor.table.separator) => {
                    into.push_str(&quoted(text));
                }
                text => into.push_str(text),
            }
        }
        Ok(())
    }

    /// The rows of such texts, with room for all of them at once.
    pub fn put_all(&mut self, texts: &[String]) {
        let bytes: usize = texts.iter().map(|text| text.len() + self.ending.len()).sum();
        self.rows.reserve_exact(bytes + self.ending.len());
        texts.iter().for_each(|text| self.put_written(text));
    }

    /// The rows of such a text.
    fn put_written(&mut self, rows: &str) {
        if !self.rows.is_empty() && !rows.is_empty() {
            self.rows.push_str(&self.ending);
        }
        self.rows.push_str(rows);
    }

    /// All of them; `None` if there are none.
    pub fn splice(self) -> Option<Splice> {
        (!self.rows.is_empty()).then(|| self.editor.put(self.spot, self.rows))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::edit::apply;
    use crate::dataset::edit::tests::table;
    use crate::dataset::layout::EVENTS;

    #[test]
    fn many_rows_stand_as_one_by_one() {
        let manners = [
            "id,date,label\na,2019,A\nb,2021,B\n",
            "\"id\",\"date\",\"label\",\"note\"\r\n\"a\",\"2019\",\"A\",\"\"\r\n\"b\",\"2021\",\"B\",\"\"",
            "id,date,label\ra,2019,A\rb,2021,B\r",
        ];
        let rows = [["n", "2020", "New, or"], ["m", "2020", ""]];
        for text in manners {
            let table = table(&EVENTS, text.as_bytes());
            let editor = Editor::new(&table, None);
            let row = editor.find("id", "a")[0];
            for spot in [RowSpot::Before(row), RowSpot::After(row), RowSpot::End] {
                let mut many = editor.rows_at(spot, &["id", "date", "label"]);
                let mut single = Vec::new();
                for row in rows {
                    many.put(&row.map(Cow::Borrowed)).unwrap();
                    let cells = [("id", row[0]), ("date", row[1]), ("label", row[2])];
                    let cells = cells.map(|(column, text)| (column, text.to_string()));
                    single.push(editor.insert(spot, &cells).unwrap());
                }
                let many = apply(text.as_bytes(), &[many.splice().unwrap()]);
                let single = apply(text.as_bytes(), &single);
                assert_eq!(String::from_utf8(many), String::from_utf8(single), "{spot:?}");
            }
            let mut none = editor.rows_at(RowSpot::End, &["id", "source"]);
            assert!(none.put(&["x".into(), "y".into()]).is_err());
        }
    }
}
