//! What columns are called.

/// What stands between the names of a heading of several rows.
pub const BETWEEN: &str = " / ";

/// `UNIT_MULT` of `UNIT_MULT: Unit of multiplier` or `UNIT_MULT:Unit of multiplier`, as SDMX writes
/// names and cells with their labels.
pub fn code_of(name: &str) -> &str {
    parted_label(name).map_or(name, |(code, _)| code)
}

/// `Arcadia` of `AUS: Arcadia`: the label of a cell that has both, or the whole cell.
pub fn label_of(cell: &str) -> &str {
    parted_label(cell).map_or(cell, |(_, label)| label)
}

/// A code and its label; without a blank between them, only a code in capitals is one.
fn parted_label(text: &str) -> Option<(&str, &str)> {
    let capital = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_';
    let (code, label) = text.split_once(':')?;
    let is_code = code.starts_with(|c: char| c.is_ascii_uppercase() || c == '_');
    let fits = label.starts_with(' ')
        || is_code && code.chars().all(capital) && label.starts_with(char::is_alphabetic);
    fits.then(|| (code, label.trim_start()))
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
    let name = code_of(name).to_lowercase().replace(['_', '.'], " ");
    let name = name.trim().trim_end_matches(" label");
    let known = [
        "series",
        "series name",
        "indicator",
        "indicator name",
        "measure",
        "measures name",
        "variable",
        "statistic",
        "statistics",
    ];
    known.contains(&name)
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
    let known = [
        "unit",
        "units",
        "unit of measure",
        "unit of measurement",
        "unit measure",
        "measure unit",
        "measurement unit",
        "uom",
        "einheit",
        "eenheid",
        "unité",
    ];
    known.contains(&name.as_str())
}

/// Does a column say something of the file, the row or the number, and nothing of what is counted:
/// its source, its frequency, the kind of its period, when it was published?
pub fn is_of_the_file(name: &str) -> bool {
    const WORDS: [&str; 16] = [
        "source",
        "sources",
        "publisher",
        "provider",
        "freq",
        "frequency",
        "identifier",
        "dataset",
        "dataflow",
        "structure",
        "licence",
        "license",
        "updated",
        "update",
        "vintage",
        "decimals",
    ];
    let name = code_of(name).to_lowercase();
    let words: Vec<&str> =
        name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    match words[..] {
        [only] => WORDS.contains(&only),
        [_, last] if WORDS.contains(&last) => true,
        ["release" | "publication" | "update" | "published", "date"] => true,
        ["date", "published" | "released" | "updated" | "of", ..] => true,
        _ => false,
    }
}

/// Does a column say by its name where each number is from: `source`, `Publisher`, `URL`?
pub fn names_a_source(name: &str) -> bool {
    const WORDS: [&str; 12] = [
        "source",
        "sources",
        "source id",
        "publisher",
        "url",
        "source url",
        "reference",
        "citation",
        "quelle",
        "bron",
        "fuente",
        "fonte",
    ];
    WORDS.contains(&name.trim().to_lowercase().replace('_', " ").as_str())
}

/// Does a column say by its name that `2022/23` in it is a financial year, and no academic one?
pub fn names_financial_years(name: &str) -> bool {
    let name = name.to_lowercase();
    let mut words = name.split(|c: char| !c.is_alphanumeric());
    words.any(|word| matches!(word, "financial" | "fiscal" | "fy"))
}

/// Does a column hold codes, by its name?
pub fn is_named_code(name: &str) -> bool {
    let name = name.to_lowercase();
    let words: Vec<&str> = name.split(|c: char| !c.is_alphanumeric()).collect();
    ["code", "id", "rank", "index", "freq", "decimals", "coordinate", "vector"]
        .iter()
        .any(|word| words.contains(word))
}

/// `Week number`, `ISO week`, `Month`, `No.`: a column that may only count the periods or the rows.
pub fn is_named_count(name: &str) -> bool {
    const WORDS: [&str; 24] = [
        "week",
        "mmwr",
        "cdc",
        "wk",
        "month",
        "quarter",
        "qtr",
        "no",
        "number",
        "num",
        "nr",
        "iso",
        "epi",
        "reporting",
        "epidemiological",
        "calendar",
        "kw",
        "woche",
        "semaine",
        "maand",
        "row",
        "line",
        "of",
        "year",
    ];
    let name = name.to_lowercase();
    let mut words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let first = words.clone().next().unwrap_or("no");
    !matches!(first, "number" | "year") && words.all(|word| WORDS.contains(&word))
}

/// `Codes`, as the French office calls the letters beside its numbers.
pub fn is_named_letters(name: &str) -> bool {
    matches!(name.trim().to_lowercase().as_str(), "code" | "codes" | "qualité" | "quality")
}

/// Is it a column of marks, by its name?
pub fn is_named_status(name: &str) -> bool {
    let name = name.to_lowercase();
    let words: Vec<&str> = name.split(|c: char| !c.is_alphanumeric()).collect();
    [
        "flag",
        "flags",
        "status",
        "symbol",
        "marker",
        "markers",
        "provisional",
        "shorthand",
        "suppression",
        "marking",
        "markings",
    ]
    .iter()
    .any(|word| words.contains(word))
}

/// Does a column hold notes, by its name?
pub fn is_named_note(name: &str) -> bool {
    let end = name.find(['(', '[']).unwrap_or(name.len());
    let name = name[..end].to_lowercase();
    let mut words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let says = |word: &str| {
        ["note", "remark", "comment", "caveat", "reliability"].iter().any(|own| word.contains(own))
            && !word.starts_with("bank")
    };
    // `Notes and coin`, `Comments received` are counted.
    let counts = |word: &str| matches!(word, "and" | "in" | "of" | "received" | "issued" | "made");
    words.clone().any(says) && !words.any(counts)
}
