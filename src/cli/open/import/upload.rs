//! What a form sends along: a text that was pasted, or a file.

use axum::extract::Multipart;

use super::super::desk::KeptTable;

/// What a text is called that has no name.
const PASTED: &str = "pasted.tsv";

/// The table, and the series that it is for; why it cannot be read otherwise.
pub async fn uploaded(mut form: Multipart) -> Result<(KeptTable, String), String> {
    let (mut pasted, mut file) = (Vec::new(), None);
    let mut series = String::new();
    while let Some(field) = form.next_field().await.map_err(|error| error.body_text())? {
        let name = field.name().unwrap_or_default().to_string();
        let label = field.file_name().unwrap_or_default().to_string();
        let bytes = field.bytes().await.map_err(|error| error.body_text())?.to_vec();
        match name.as_str() {
            "text" => pasted = bytes,
            "series" => series = String::from_utf8_lossy(&bytes).trim().to_string(),
            "file" if !bytes.is_empty() => file = Some((label, bytes)),
            _ => {}
        }
    }
    let table = match file {
        Some((label, bytes)) => KeptTable { label: plain(&label), bytes },
        // What is blank alone is nothing.
        None if pasted.trim_ascii().is_empty() => KeptTable { label: PASTED.into(), bytes: vec![] },
        None => KeptTable { label: PASTED.into(), bytes: pasted },
    };
    Ok((table, series))
}

/// A name of a file without the way to it, and no name that means more than a file.
fn plain(label: &str) -> String {
    let name = label.rsplit(['/', '\\']).next().unwrap_or_default();
    let name: String = name.chars().filter(|c| !c.is_control()).take(100).collect();
    match name.trim_start_matches(['-', '.']).trim() {
        "" => "table".to_string(),
        name => name.to_string(),
    }
}
