//! The form of a workbook of ours that comes back.

use maud::{Markup, html};

use super::super::carried::{self, Carried};
use super::form::{carried_along, name_of, why_field};
use super::more::{CHANGED, NAMES};
use super::said::SaidOfTable;
use crate::cli::import::on_page::BookLook;

/// What was changed in it, what only a person can say of that, and what would be written.
pub fn form(table: &str, said: &SaidOfTable, look: &BookLook, carried: &Carried) -> Markup {
    let is_said =
        |word: &str| said.of_book.iter().any(|said| said.strip_prefix("--") == Some(word));
    html! {
        p { "A workbook of this project: what was changed in it is brought back, cell by cell." }
        form.entry #import method="post" action="/import/look" autocomplete="off" {
            (carried_along(table, said))
            @if look.changes_figures {
                fieldset {
                    legend { "Figures with another number, period, series or source" }
                    @for (word, label) in CHANGED {
                        p.choice {
                            input type="radio" id=(word) name="changed" value=(word) checked[is_said(word)] required;
                            label for=(word) { (label) }
                        }
                    }
                    (why_field(said))
                }
            }
            @if look.lacks_rows {
                p.choice {
                    input type="checkbox" id="remove" name="remove" value="yes" checked[is_said("remove")];
                    label for="remove" { (name_of("--remove")) }
                }
            }
            div #preview aria-live="polite" {
                @if let Some(Err(failure)) = &look.tried { (carried::quiet(failure, NAMES)) }
                (carried::said(&carried.told))
                (carried::said(&carried.said))
                @if let Some(seal) = &carried.seal {
                    input type="hidden" name="agreed" value=(seal.clone() + &said.seal());
                }
            }
            p {
                @if carried.seal.is_some() { button type="submit" name="do" value="save" { "Save" } " " }
                button.second type="submit" name="do" value="look" { "Look again" }
            }
        }
    }
}
