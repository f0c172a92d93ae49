//! A mistake that breaks a rule, with what to write instead. Most are the cases of the tests
//! themselves, so that there is one set of them and every example is tried.

/// Some files of a project in which one rule is broken, and the same files mended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// The mistake, a file each.
    pub wrong: Vec<Part>,
    /// Only the files that must change.
    pub right: Vec<Part>,
}

/// One file of an example. In a spec all stands as it is; elsewhere `\t`, `\x92` (a byte) and
/// `\u{200b}` (a character) stand for what could not be seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// As messages name it: `data/figures.csv`.
    pub file: String,
    /// What it holds.
    pub text: &'static str,
}

/// Where an example comes from.
#[derive(Clone, Copy)]
pub(super) enum Told {
    /// A case of `tests/checks`: sections that begin with `--- `, the name of a data file or
    /// `mended` and its name.
    Case(&'static str),
    /// A spec of `tests/specs` and its mended twin.
    Spec(&'static str, &'static str),
    /// Files with their names.
    Files(&'static [NamedText], &'static [NamedText]),
    /// A few lines cannot bring it about.
    Nothing,
}

type NamedText = (&'static str, &'static str);

/// The case of this name.
macro_rules! case {
    ($name:literal) => {
        Told::Case(include_str!(concat!("../../tests/checks/", $name, ".case")))
    };
}

/// The spec of this name and its twin.
macro_rules! spec {
    ($name:literal) => {
        Told::Spec(
            include_str!(concat!("../../tests/specs/", $name, ".toml")),
            include_str!(concat!("../../tests/specs/", $name, ".mended.toml")),
        )
    };
}

pub(super) use {case, spec};

/// What a spec is called where its name does not matter.
const SPEC: &str = "charts/bicycles.toml";

impl Told {
    pub(super) fn example(self) -> Option<Example> {
        let files = |files: &[NamedText]| {
            files.iter().map(|(file, text)| Part { file: file.to_string(), text }).collect()
        };
        match self {
            Told::Case(text) => {
                let (right, wrong): (Vec<Section>, Vec<Section>) =
                    sections(text).partition(|section| section.mended);
                let parts = |some: Vec<Section>| some.into_iter().map(Section::part).collect();
                Some(Example { wrong: parts(wrong), right: parts(right) })
            }
            Told::Spec(wrong, right) => {
                Some(Example { wrong: files(&[(SPEC, wrong)]), right: files(&[(SPEC, right)]) })
            }
            Told::Files(wrong, right) => Some(Example { wrong: files(wrong), right: files(right) }),
            Told::Nothing => None,
        }
    }
}

struct Section {
    mended: bool,
    file: &'static str,
    text: &'static str,
}

impl Section {
    fn part(self) -> Part {
        Part { file: format!("data/{}", self.file), text: self.text }
    }
}

/// The data files of a case; not what is said of them.
fn sections(case: &'static str) -> impl Iterator<Item = Section> {
    case.split("--- ").skip(1).filter_map(|section| {
        let (name, text) = section.split_once('\n')?;
        let mended = name.strip_prefix("mended ");
        let file = mended.unwrap_or(name);
        file.ends_with(".csv").then_some(Section { mended: mended.is_some(), file, text })
    })
}

// What only the whole program can say, and what the tests of specs leave out.

pub(super) const ENCODING: Told = Told::Files(
    &[(
        "sourceline.toml",
        "# The financial year of Anytown\\x92s council\nfinancial_year_starts = 4\n",
    )],
    &[(
        "sourceline.toml",
        "# The financial year of Anytown’s council\nfinancial_year_starts = 4\n",
    )],
);

pub(super) const SETTINGS: Told = Told::Files(
    &[("sourceline.toml", "financial_year_starts = 13\n")],
    &[("sourceline.toml", "financial_year_starts = 4\n")],
);

pub(super) const DATAPACKAGE: Told = Told::Files(
    &[("data/datapackage.json", "{\n  \"name\": \"bicycles\",\n}\n")],
    &[("data/datapackage.json", "{\n  \"name\": \"bicycles\"\n}\n")],
);

const SOLD: &str = "title = \"Shops sell bicycles\"

[[panels]]
series = [{ id = \"bikes\", mark = \"points\" }]
";

pub(super) const TWIN: Told = Told::Files(
    &[
        ("sourceline.toml", "themes = [\"light\", \"dark\"]\n"),
        (SPEC, SOLD),
        ("charts/bicycles-dark.toml", SOLD),
    ],
    &[
        ("sourceline.toml", "themes = [\"light\", \"dark\"]\n"),
        (SPEC, SOLD),
        ("charts/bicycles-by-night.toml", SOLD),
    ],
);

const FOR_EACH: &str = "title = 'Shops sold {{ latest(\"each\") }} bicycles'

[each]
ids = \"shop-0*\"

[[panels]]
series = [{ id = \"each\", mark = \"points\" }]
";

pub(super) const ONE_CHART: Told = Told::Files(
    &[("charts/bicycles.toml", FOR_EACH), ("charts/bicycles-shop-01.toml", SOLD)],
    &[("charts/bicycles.toml", FOR_EACH), ("charts/first-shop.toml", SOLD)],
);

pub(super) const ZERO_IS_NEAR: Told = Told::Files(
    &[(
        SPEC,
        "title = \"Shops sell scooters\"

[[panels]]
zero = false
series = [{ id = \"scooters\", mark = \"points\" }]
",
    )],
    &[(
        SPEC,
        "title = \"Shops sell scooters\"

[[panels]]
series = [{ id = \"scooters\", mark = \"points\" }]
",
    )],
);

pub(super) const DIFFERENT_THINGS: Told = Told::Files(
    &[(
        SPEC,
        "title = 'Shops sold {{ first(\"scooters\") }}, {{ first(\"bikes\") }} in all'

[[panels]]
series = [{ id = \"scooters\", mark = \"points\" }]
",
    )],
    &[(
        SPEC,
        "title = 'Shops sold {{ first(\"scooters\") }} scooters and {{ first(\"bikes\") }} bicycles'

[[panels]]
series = [{ id = \"scooters\", mark = \"points\" }]
",
    )],
);

pub(super) const NOTHING_JOINED: Told = Told::Files(
    &[(
        SPEC,
        "title = \"People take rides\"

[[panels]]
series = [{ id = \"rides\", mark = \"line\" }]
",
    )],
    &[(
        SPEC,
        "title = \"People take rides\"

[[panels]]
series = [{ id = \"rides\", mark = \"points\" }]
",
    )],
);

pub(super) const FAR_EVENT: Told = Told::Files(
    &[
        ("data/events.csv", "id,date,label\ntunnel,1890,Tunnel opens\n"),
        (
            SPEC,
            "title = \"Shops sell bicycles\"

[[panels]]
events = [\"tunnel\"]
series = [{ id = \"bikes\", mark = \"points\" }]
",
        ),
    ],
    &[(SPEC, SOLD)],
);

pub(super) const UNFIT: Told = Told::Files(
    &[(
        SPEC,
        "title = \"Shops sell bicycles\"
height = 200

[[panels]]
series = [{ id = \"bikes\", mark = \"points\" }]

[[panels]]
series = [{ id = \"shops\", mark = \"points\" }]
",
    )],
    &[(
        SPEC,
        "title = \"Shops sell bicycles\"

[[panels]]
series = [{ id = \"bikes\", mark = \"points\" }]

[[panels]]
series = [{ id = \"shops\", mark = \"points\" }]
",
    )],
);

pub(super) const MISSING_GLYPH: Told = Told::Files(
    &[(
        SPEC,
        "title = \"Shops sell bicycles (自転車)\"

[[panels]]
series = [{ id = \"bikes\", mark = \"points\" }]
",
    )],
    &[(SPEC, SOLD)],
);

pub(super) const ALT_FIGURES: Told = Told::Files(
    &[(
        SPEC,
        "title = 'Shops sold {{ latest(\"scooters\") }} scooters'
alt = 'Sales of scooters, a dot for each year.'

[[panels]]
series = [{ id = \"scooters\", mark = \"points\" }]
",
    )],
    &[(
        SPEC,
        "title = 'Shops sold {{ latest(\"scooters\") }} scooters'
alt = 'Sales of scooters, a dot for each year, {{ latest(\"scooters\") }} in the last.'

[[panels]]
series = [{ id = \"scooters\", mark = \"points\" }]
",
    )],
);

pub(super) const TYPED_PERIOD: Told = Told::Files(
    &[(
        SPEC,
        "title = 'In 2019 shops sold {{ latest(\"scooters\") }} scooters'

[[panels]]
series = [{ id = \"scooters\", mark = \"points\" }]
",
    )],
    &[(
        SPEC,
        "title = 'In {{ period(\"scooters\") }} shops sold {{ latest(\"scooters\") }} scooters'

[[panels]]
series = [{ id = \"scooters\", mark = \"points\" }]
",
    )],
);

pub(super) const LONG_TITLE: Told = Told::Files(
    &[(
        SPEC,
        "title = 'Shops in the county sold {{ latest(\"scooters\") }} electric scooters to people of all ages in the latest of the years'

[[panels]]
series = [{ id = \"scooters\", mark = \"points\" }]
",
    )],
    &[(
        SPEC,
        "title = 'Shops sold {{ latest(\"scooters\") }} scooters in {{ period(\"scooters\") }}'

[[panels]]
series = [{ id = \"scooters\", mark = \"points\" }]
",
    )],
);

pub(super) const LONG_FOOT: Told = Told::Files(
    &[(
        SPEC,
        "title = 'Shops sold {{ latest(\"scooters\") }} scooters in {{ period(\"scooters\") }}'
notes = [
  \"The shops that answer are all in the county. They are asked by letter and count what they sell by hand.\",
  \"A shop that sells scooters and bicycles counts both, and says so. What is sold to another shop is not counted.\",
  \"Scooters for children are left out, as they are no vehicles. So are those that are lent and come back.\",
  \"What is bought from elsewhere and sent by post is not known to the shops, and nobody else counts it.\",
  \"A scooter that is returned is taken off. Old ones that are sold again are counted as often as they are sold.\",
]

[[panels]]
series = [{ id = \"scooters\", mark = \"points\" }]
",
    )],
    &[(
        SPEC,
        "title = 'Shops sold {{ latest(\"scooters\") }} scooters in {{ period(\"scooters\") }}'
notes = [\"Scooters for children are left out. Old ones that are sold again are counted.\"]

[[panels]]
series = [{ id = \"scooters\", mark = \"points\" }]
",
    )],
);

pub(super) const TWO_FACTS: Told = Told::Files(
    &[(
        SPEC,
        "title = 'Shops sold {{ latest(\"scooters\") }} scooters; most of them are electric'

[[panels]]
series = [{ id = \"scooters\", mark = \"points\" }]
",
    )],
    &[(
        SPEC,
        "title = 'Shops sold {{ latest(\"scooters\") }} scooters'

[[panels]]
series = [{ id = \"scooters\", mark = \"points\" }]
",
    )],
);

pub(super) const UNHELD_WORD: Told = Told::Files(
    &[(
        SPEC,
        "title = 'Sales of scooters fluctuated'

[[panels]]
series = [{ id = \"scooters\", mark = \"points\" }]
",
    )],
    &[(
        SPEC,
        "title = 'Shops sold {{ latest(\"scooters\") }} scooters'

[[panels]]
series = [{ id = \"scooters\", mark = \"points\" }]
",
    )],
);

pub(super) const NO_FINDING: Told = Told::Files(
    &[(
        SPEC,
        "title = \"Scooters sold, by year\"

[[panels]]
series = [{ id = \"scooters\", mark = \"points\" }]
",
    )],
    &[(
        SPEC,
        "title = 'Scooters sold: {{ latest(\"scooters\") }} in {{ period(\"scooters\") }}'

[[panels]]
series = [{ id = \"scooters\", mark = \"points\" }]
",
    )],
);

pub(super) const ONLY_DIFFERS: Told = Told::Files(
    &[(
        SPEC,
        "title = \"Sales of scooters differ from year to year\"

[[panels]]
series = [{ id = \"scooters\", mark = \"points\" }]
",
    )],
    &[(
        SPEC,
        "title = 'Shops sold {{ latest(\"scooters\") }} scooters in {{ period(\"scooters\") }}'

[[panels]]
series = [{ id = \"scooters\", mark = \"points\" }]
",
    )],
);
