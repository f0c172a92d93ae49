//! What stands out in the text of a spec, and what stands beside its marks: read there, and written as a person
//! would write it, every other byte as it was.

use toml_edit::{Array, DocumentMut, InlineTable, Item, RawString, TableLike, Value, value};

/// A spec whose text is TOML.
pub struct SpecWords(DocumentMut);

/// Words beside a mark: which panel of the spec, whose figure, of which period.
#[derive(Clone, Copy)]
pub struct BesideMark<'m> {
    pub panel: usize,
    pub series: &'m str,
    pub period: &'m str,
}

impl SpecWords {
    pub fn read(text: &str) -> Option<SpecWords> {
        text.parse().ok().map(SpecWords)
    }

    /// Does it draw a chart for each of several series?
    pub fn is_of_each(&self) -> bool {
        self.0.contains_key("each")
    }

    /// How many panels it describes.
    pub fn panels(&self) -> usize {
        self.0.get("panels").map_or(0, |panels| match panels {
            Item::ArrayOfTables(panels) => panels.len(),
            panels => panels.as_array().map_or(0, Array::len),
        })
    }

    /// The ids of what stands out.
    pub fn emphasis(&self) -> Vec<&str> {
        let named = self.0.get("emphasis").and_then(Item::as_array);
        named.map_or(Vec::new(), |named| named.iter().filter_map(Value::as_str).collect())
    }

    /// Lets it stand out, or no longer; once nothing is named, nothing is grey.
    pub fn turn(&mut self, id: &str) {
        let mut named =
            self.0.get("emphasis").and_then(Item::as_array).cloned().unwrap_or_default();
        let own = named.iter().position(|one| one.as_str() == Some(id));
        match own {
            Some(own) => take(&mut named, own),
            None => push(&mut named, Value::from(id)),
        }
        match named.is_empty() {
            true => drop(self.0.remove("emphasis")),
            false => put(self.0.as_table_mut(), "emphasis", named),
        }
    }

    /// The words beside a mark.
    pub fn beside(&self, mark: BesideMark) -> Option<&str> {
        let panel: &dyn TableLike = match self.0.get("panels")? {
            Item::ArrayOfTables(panels) => panels.get(mark.panel)?,
            panels => panels.as_array()?.get(mark.panel)?.as_inline_table()?,
        };
        let said = panel.get("annotate")?.as_array()?.iter().filter_map(Value::as_inline_table);
        said.into_iter().find(|one| mark.is(one))?.get("text")?.as_str()
    }

    /// Puts words beside a mark, or takes them away where there are none.
    pub fn say_beside(&mut self, mark: BesideMark, words: &str) -> Option<()> {
        let panel: &mut dyn TableLike = match self.0.get_mut("panels")? {
            Item::ArrayOfTables(panels) => panels.get_mut(mark.panel)?,
            panels => panels.as_array_mut()?.get_mut(mark.panel)?.as_inline_table_mut()?,
        };
        let mut said = panel.get("annotate").and_then(Item::as_array).cloned().unwrap_or_default();
        let own = said.iter().position(|one| one.as_inline_table().is_some_and(|one| mark.is(one)));
        match (own, words) {
            (Some(own), "") => take(&mut said, own),
            (None, "") => {}
            (Some(own), words) => {
                let one = said.get_mut(own).and_then(Value::as_inline_table_mut)?;
                put(one, "text", words);
            }
            (None, words) => {
                let mut one = InlineTable::new();
                one.insert("series", mark.series.into());
                one.insert("period", mark.period.into());
                one.insert("text", words.into());
                push(&mut said, Value::InlineTable(one));
            }
        }
        match said.is_empty() {
            true => drop(panel.remove("annotate")),
            false => put(panel, "annotate", said),
        }
        Some(())
    }

    pub fn text(&self) -> String {
        self.0.to_string()
    }
}

impl BesideMark<'_> {
    fn is(&self, said: &InlineTable) -> bool {
        let of = |key: &str| said.get(key).and_then(Value::as_str);
        of("series") == Some(self.series) && of("period") == Some(self.period)
    }
}

/// In the place of what was there, with the blanks and remarks around that.
fn put(table: &mut dyn TableLike, key: &str, new: impl Into<Value>) {
    let mut new = new.into();
    match table.get_mut(key).and_then(Item::as_value_mut) {
        Some(old) => {
            *new.decor_mut() = old.decor().clone();
            *old = new;
        }
        None => {
            // What an inline table has before its brace stays there.
            if let Some(last) = table.iter_mut().last().and_then(|(_, last)| last.as_value_mut())
                && let Some(blank) = said_in(last.decor().suffix()).filter(|said| is_blank(said))
            {
                last.decor_mut().set_suffix("");
                new.decor_mut().set_suffix(blank);
            }
            table.insert(key, value(new));
        }
    }
}

/// Takes one out with the remark behind it; what stands behind the one before it stays there.
fn take(list: &mut Array, own: usize) {
    let taken = list.remove(own);
    let before = said_in(taken.decor().prefix()).unwrap_or_default();
    // A remark behind one is kept in front of the next.
    let Some((stays, _)) = before.split_once('\n') else {
        if let Some(next) = list.get_mut(own).filter(|_| own == 0) {
            next.decor_mut().set_prefix(before);
        }
        return;
    };
    let moved = |after: String| after.find('\n').map(|line| format!("{stays}{}", &after[line..]));
    match list.get_mut(own) {
        Some(next) => {
            let after = said_in(next.decor().prefix()).and_then(moved);
            after.into_iter().for_each(|after| next.decor_mut().set_prefix(after));
        }
        None => {
            let after = list.trailing().as_str().map(str::to_string).and_then(moved);
            after.into_iter().for_each(|after| list.set_trailing(after));
        }
    }
}

fn said_in(raw: Option<&RawString>) -> Option<String> {
    raw?.as_str().map(str::to_string)
}

fn is_blank(said: &str) -> bool {
    said.trim().is_empty()
}

/// At the end, on a line of its own where the others are.
fn push(list: &mut Array, mut new: Value) {
    if let Some(last) = list.iter().last() {
        let prefix = said_in(last.decor().prefix()).unwrap_or_default();
        let own_line = prefix.rfind('\n').map(|at| prefix[at..].to_string());
        new.decor_mut().set_prefix(own_line.unwrap_or_else(|| " ".into()));
    }
    list.push_formatted(new);
}

#[cfg(test)]
mod tests {
    use super::*;

    const NESTS: &str = "# Ours.\ntitle = 'Nests' # short\n\n[[panels]]\nseries = [{ id = \"nests\", mark = \"bars\" }]\n";
    const MARK: BesideMark = BesideMark { panel: 0, series: "nests", period: "2019" };

    fn turned(text: &str, id: &str) -> String {
        let mut spec = SpecWords::read(text).expect("it is TOML");
        spec.turn(id);
        spec.text()
    }

    fn said(text: &str, words: &str) -> String {
        let mut spec = SpecWords::read(text).expect("it is TOML");
        spec.say_beside(MARK, words).expect("there is such a panel");
        spec.text()
    }

    #[test]
    fn what_stands_out_is_a_list_above_the_panels() {
        let one = turned(NESTS, "nests-2019");
        assert_eq!(one, NESTS.replace("# short\n", "# short\nemphasis = [\"nests-2019\"]\n"));
        let two = turned(&one, "nests");
        assert_eq!(two, one.replace("2019\"]", "2019\", \"nests\"]"));
        assert_eq!(SpecWords::read(&two).expect("TOML").emphasis(), ["nests-2019", "nests"]);
        assert_eq!(turned(&turned(&two, "nests"), "nests-2019"), NESTS);
        let lines = "emphasis = [ # why\n  \"a\", # first\n  \"b\",\n] # all\n";
        assert_eq!(turned(lines, "c"), lines.replace("\"b\",\n", "\"b\",\n  \"c\",\n"));
        assert_eq!(turned(lines, "b"), lines.replace("  \"b\",\n", ""));
        let each = "emphasis = [\n  \"a\", # first\n  \"b\", # second\n  \"c\", # third\n]\n";
        for (id, line) in [("a", "first"), ("b", "second"), ("c", "third")] {
            let own = format!("  \"{id}\", # {line}\n");
            assert_eq!(turned(each, id), each.replace(&own, ""));
        }
        assert_eq!(turned("emphasis = [\"a\", \"b\"] # all\n", "a"), "emphasis = [\"b\"] # all\n");
    }

    #[test]
    fn words_beside_a_mark_stand_in_its_panel() {
        let one = said(NESTS, "a \"wet\" year");
        let own =
            "annotate = [{ series = \"nests\", period = \"2019\", text = 'a \"wet\" year' }]\n";
        assert_eq!(one, format!("{NESTS}{own}"));
        assert_eq!(SpecWords::read(&one).expect("TOML").beside(MARK), Some("a \"wet\" year"));
        assert_eq!(said(&one, "dry"), one.replace("'a \"wet\" year'", "\"dry\""));
        assert_eq!(said(&one, ""), NESTS);
        assert_eq!(said(NESTS, ""), NESTS);
        let inline = "panels = [{ series = [] }]\n";
        let own = "panels = [{ series = [], annotate = [{ series = \"nests\", period = \"2019\", text = \"dry\" }] }]\n";
        assert_eq!(said(inline, "dry"), own);
        let below = "title = \"N\"\n[[panels]]\ntitle = \"n\"\n[[panels.series]]\nid = \"nests\"\n";
        assert!(said(below, "dry").contains("title = \"n\"\nannotate = [{"));
        let mut none = SpecWords::read("title = 'x'\n").expect("TOML");
        assert!(none.say_beside(MARK, "x").is_none() && none.beside(MARK).is_none());
    }
}
