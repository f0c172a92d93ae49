//! What a first look proposes of texts that turn the direction of what is read.

use sourceline::dataset::direction::{straight, turning};

use super::options::ImportOptions;

/// Leaves such characters out of the title and the unit of a new series, and says so. What was typed stays:
/// it is refused as `add` refuses it.
pub fn straightened(options: &mut ImportOptions, given: &ImportOptions) -> Option<String> {
    let mut told = Vec::new();
    for (name, own, typed) in
        [("title", &mut options.title, &given.title), ("unit", &mut options.unit, &given.unit)]
    {
        let Some(turn) = own.as_deref().filter(|_| typed.is_none()).and_then(turning) else {
            continue;
        };
        let straight = straight(own.as_deref().unwrap_or_default());
        *own = Some(straight.trim().to_string()).filter(|text| !text.is_empty());
        told.push((name, turn));
    }
    let (_, turn) = *told.first()?;
    let names: Vec<&str> = told.iter().map(|(name, _)| *name).collect();
    let code = u32::from(turn);
    Some(format!(
        "U+{code:04X}, which turns the direction of what follows, is left out of the {} of the new series",
        names.join(" and the ")
    ))
}
