//! What becomes of each row of a table.

use maud::{Markup, html};
use serde_json::Value;

use crate::cli::table::Listing;

/// A table of texts, the wrong ones marked.
pub fn rows(listing: &Listing) -> Markup {
    let text = |cell: &Value| match cell {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    let what = listing.columns.iter().position(|column| *column == "what");
    html! {
        section.wide tabindex="0" aria-label="What becomes of each row" {
            table.fates {
                caption { span.unseen { "What becomes of each row" } }
                thead { tr { @for head in listing.columns { th scope="col" { (head) } } } }
                tbody {
                    @for row in &listing.rows {
                        @let fate = what.and_then(|at| row.get(at)).map(text).unwrap_or_default();
                        tr .wrong[matches!(fate.as_str(), "unread" | "conflict")] {
                            @for (at, cell) in row.iter().enumerate() {
                                @if at == 0 { th scope="row" { (text(cell)) } } @else { td { (text(cell)) } }
                            }
                        }
                    }
                }
            }
        }
    }
}
