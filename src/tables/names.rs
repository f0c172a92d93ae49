//! What columns are called.

/// What stands between the names of a heading of several rows.
pub const BETWEEN: &str = " / ";

/// `UNIT_MULT` of `UNIT_MULT: Unit of multiplier`, as SDMX writes names and cells with their labels.
pub fn code_of(name: &str) -> &str {
    name.split_once(": ").map_or(name, |(code, _)| code)
}

/// Does a column hold powers of ten, by its name?
pub fn is_named_multiplier(name: &str) -> bool {
    let name = code_of(name).to_lowercase().replace(['_', '-'], " ");
    let known = [
        "unit mult",
        "unit multiplier",
        "unitmult",
        "power code",
        "powercode",
        "multiplier",
        "scalar factor",
    ];
    known.contains(&name.trim())
}

/// Does a column say of each row what to do with it, as `ACTION` of SDMX-CSV 2.0 does? In it `D`
/// withdraws a figure.
pub fn is_named_action(name: &str) -> bool {
    code_of(name).trim() == "ACTION"
}

/// Does a column say what is counted, by its name?
pub fn names_a_measure(name: &str) -> bool {
    let name = name.to_lowercase().replace('_', " ");
    let known = [
        "series",
        "series name",
        "indicator",
        "indicator name",
        "measure",
        "measures name",
        "variable",
        "statistic",
        "statistic label",
    ];
    known.contains(&name.as_str())
}

/// Does a column say where each row was counted, by its name?
pub fn names_a_place(name: &str) -> bool {
    let name = name.to_lowercase();
    let places =
        ["area", "country", "geo", "region", "place", "entity", "nation", "authority", "location"];
    places.iter().any(|place| name.contains(place))
}

/// `Unit`, `Units:`, `Unit of measure`, `UOM`.
pub fn is_unit(name: &str) -> bool {
    let name = code_of(name.trim_end_matches(':')).to_lowercase().replace('_', " ");
    ["unit", "units", "unit of measure", "unit measure", "measure unit", "uom"]
        .contains(&name.as_str())
}

/// Does a column say by its name that `2022/23` in it is a financial year, and no academic one?
pub fn names_financial_years(name: &str) -> bool {
    let name = name.to_lowercase();
    let mut words = name.split(|c: char| !c.is_alphanumeric());
    words.any(|word| matches!(word, "financial" | "fiscal" | "fy"))
}
