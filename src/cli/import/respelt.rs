//! Names that the next edition of a table spells otherwise: in capitals, dashes, blanks and marks of footnotes.

use sourceline::tables::names::BETWEEN;
use sourceline::tables::{NoSuchColumn, PublishedTable};

use super::options::ImportOptions;

/// `Argyll & Bute` of `Argyll & Bute [note 1]`.
pub fn without_note(cell: &str) -> &str {
    let raised = |c: char| matches!(c, '¹' | '²' | '³' | '⁰' | '⁴'..='⁹');
    let bare = cell.trim_end_matches(raised).trim_end();
    let Some((before, mark)) = bare.strip_suffix(']').and_then(|rest| rest.rsplit_once('[')) else {
        return bare;
    };
    let small = mark.to_lowercase();
    let is_note = small.starts_with("note")
        || small.bytes().all(|byte| byte.is_ascii_digit())
        || small.len() == 1;
    if is_note && !before.trim().is_empty() { before.trim_end() } else { bare }
}

/// What two spellings of one name have in common. Digits that something parts stay apart: `1-2` is no `12`.
pub fn letters(name: &str) -> String {
    let mut letters = String::new();
    let mut is_parted = false;
    for c in name.split(BETWEEN).map(without_note).flat_map(|part| part.chars().chain([' '])) {
        if !(c.is_alphanumeric() || "%£€$+&<>≤≥=".contains(c)) {
            is_parted = true;
            continue;
        }
        if is_parted && c.is_numeric() && letters.ends_with(char::is_numeric) {
            letters.push(' ');
        }
        letters.extend(c.to_lowercase());
        is_parted = false;
    }
    letters
}

/// The columns that a recipe names, each by the one heading that spells it now; what was found so, in words.
pub fn respelt(table: &PublishedTable, options: &mut ImportOptions) -> Vec<String> {
    let mut told = Vec::new();
    let mut respell = |name: &mut String| {
        let unknown = table.find(name) == Err(NoSuchColumn::Unknown);
        if let Some(now) = unknown.then(|| spelt_now(table, name)).flatten() {
            told.push(format!("`{name}` of the recipe is the column `{now}`"));
            *name = now;
        }
    };
    let single = [
        &mut options.period_column,
        &mut options.and,
        &mut options.value_column,
        &mut options.series_column,
        &mut options.source_column,
        &mut options.note_column,
        &mut options.multiplier_column,
        &mut options.low_column,
        &mut options.high_column,
    ];
    single.into_iter().flatten().for_each(&mut respell);
    let several = [
        &mut options.status_column,
        &mut options.fill_down,
        &mut options.ignore,
        &mut options.series_and,
    ];
    several.into_iter().flatten().for_each(&mut respell);
    for condition in &mut options.only {
        let cuts: Vec<usize> = condition.match_indices('=').map(|(at, _)| at).collect();
        let is_known = |at: &&usize| table.find(condition[..**at].trim_end_matches('!')).is_ok();
        if cuts.iter().any(|at| is_known(&at)) {
            continue;
        }
        let Some(cut) = cuts.last().copied() else { continue };
        let mut name = condition[..cut].trim_end_matches('!').to_string();
        let rest = condition[name.len()..].to_string();
        respell(&mut name);
        *condition = name + &rest;
    }
    told
}

/// The one column that is called so in another spelling.
pub fn spelt_now(table: &PublishedTable, name: &str) -> Option<String> {
    let wanted = letters(name);
    let fits = |at: &usize| letters(&table.outline.columns[*at]) == wanted;
    let mut found = (0..table.width()).filter(fits);
    let at = found.next().filter(|_| !wanted.is_empty())?;
    found.next().is_none().then(|| table.word(at))
}

#[cfg(test)]
mod tests {
    use super::letters;

    #[test]
    fn spellings_of_one_name_have_their_letters_in_common() {
        for (one, other) in [
            ("Theft – from  Shops", "theft from shops"),
            ("Offences¹ / Men", "OFFENCES / men [note 2]"),
            ("Aged 16-24", "Aged 16 – 24"),
        ] {
            assert_eq!(letters(one), letters(other), "{one}");
        }
        for (one, other) in [
            ("Ages 1-2", "Ages 12"),
            ("<5 years", ">5 years"),
            ("Income (£m)", "Income (£000)"),
            ("Rate", "Rate (2)"),
        ] {
            assert_ne!(letters(one), letters(other), "{one}");
        }
    }
}
