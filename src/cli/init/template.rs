//! What a project begins with: invented examples that show how things go together, or none.

use clap::ValueEnum;
use csv::StringRecord;
use sourceline::dataset::layout::{ALL, Layout};

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Template {
    /// A year's visits to a library, one source passing on another
    Library,
    /// Recorded offences by financial year with a break, and a share
    Police,
    /// Shares with their intervals, every second year, and a target
    Survey,
    /// Calls by quarter and staff at the end of each
    Quarterly,
    /// No example
    Blank,
}

/// The texts of a template: the four tables, and specs with their names.
struct Texts {
    tables: [&'static str; 4],
    charts: &'static [(&'static str, &'static str)],
}

macro_rules! texts {
    ($name:literal, $($chart:literal),*) => {
        Texts {
            tables: [
                include_str!(concat!("../../../assets/", $name, "/data/figures.csv")),
                include_str!(concat!("../../../assets/", $name, "/data/series.csv")),
                include_str!(concat!("../../../assets/", $name, "/data/sources.csv")),
                include_str!(concat!("../../../assets/", $name, "/data/events.csv")),
            ],
            charts: &[$((
                concat!("charts/", $chart, ".toml"),
                include_str!(concat!("../../../assets/", $name, "/charts/", $chart, ".toml")),
            )),*],
        }
    };
}

impl Template {
    fn texts(self) -> Texts {
        match self {
            Template::Library => texts!("project", "example"),
            Template::Police => texts!("templates/police", "burglary", "charged"),
            Template::Survey => texts!("templates/survey", "ages", "safe"),
            Template::Quarterly => texts!("templates/quarterly", "calls"),
            Template::Blank => Texts { tables: [""; 4], charts: &[] },
        }
    }

    /// The files of the data and the specs, by their paths from the root.
    pub fn files(self) -> Vec<(String, String)> {
        let Texts { tables, charts } = self.texts();
        let tables = ALL.iter().zip(tables);
        let tables = tables.map(|(layout, text)| (layout.file.label().into(), full(layout, text)));
        tables
            .chain(charts.iter().map(|(path, text)| (path.to_string(), text.to_string())))
            .collect()
    }

    /// How to get rid of the example again, for the README; every row after what names it.
    pub fn without(self) -> String {
        let Texts { tables: [figures, series, sources, events], charts } = self.texts();
        if charts.is_empty() {
            return String::new();
        }
        let mut lines = vec!["rm".to_string()];
        for (path, _) in charts {
            lines[0] += &format!(" {path} {}", path.replace(".toml", ".svg"));
        }
        for (table, file) in
            [(figures, "figures"), (events, "events"), (series, "series"), (sources, "sources")]
        {
            let ids: Vec<String> = rows(table).skip(1).map(|row| row[0].to_string()).collect();
            let ids: Vec<&str> = ids.iter().rev().map(String::as_str).collect();
            let ids = ids.join(" ");
            lines
                .push(format!("for id in {ids}; do sourceline remove \"$id\" --from {file}; done"));
        }
        format!(
            "\n## Without the example\n\nEverything called `example-` is invented. It shows how things \
             go together and may be removed once you\nhave figures of your own:\n\n```sh\n{}\n```\n",
            lines.join("\n")
        )
    }
}

/// A table with every column that its file may have.
fn full(layout: &Layout, text: &str) -> String {
    let mut rows = rows(text);
    let header = rows.next().unwrap_or_default();
    let mut table = csv::Writer::from_writer(Vec::new());
    let mut write = |cells: Vec<&str>| table.write_record(cells).expect("a vector takes all");
    write(layout.columns.to_vec());
    for row in rows {
        let cell = |column: &&'static str| {
            let at = header.iter().position(|known| known == *column);
            at.and_then(|at| row.get(at)).unwrap_or_default().to_string()
        };
        let cells: Vec<String> = layout.columns.iter().map(cell).collect();
        write(cells.iter().map(String::as_str).collect());
    }
    String::from_utf8(table.into_inner().expect("a vector takes all")).expect("texts are UTF-8")
}

fn rows(text: &str) -> impl Iterator<Item = StringRecord> + '_ {
    let reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    reader.into_records().map(|row| row.expect("a template is a table"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_template_has_every_column_and_every_row() {
        let layout = ALL[2];
        let made = full(layout, "title,id\n\"a, b\",x\n");
        assert_eq!(made, format!("{}\nx,,,,\"a, b\",,,,,,,,\n", layout.columns.join(",")));
        assert_eq!(full(layout, ""), format!("{}\n", layout.columns.join(",")));
        for template in Template::value_variants() {
            let figures = &template.files()[0].1;
            assert!(figures.lines().all(|line| line.matches(',').count() >= 14), "{template:?}");
        }
    }
}
