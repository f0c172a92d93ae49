//! The text of a spec, written: if it can be drawn, and if the file still says what was shown.

use axum::http::StatusCode;
use axum::response::Response;
use sourceline::chart::ChartSpec;
use sourceline::check::check;
use sourceline::dataset::edit::Splice;
use sourceline::output::catalogue::{Catalogue, spec_label};
use sourceline::problem::has_errors;
use sourceline::store::{FileEdit, Folder, Groundwork};

use super::super::carried::{self, Carried};
use super::super::desk::PageDesk;
use super::super::fields::Fields;
use super::super::{answer, overview};
use super::editor::page;
use super::typed::{TypedSpec, hash};
use crate::cli::add::chart::is_file_name;
use crate::cli::change::{Job, Plan};
use crate::cli::drawing::{self, Easel};
use crate::cli::failure::Failure;
use crate::cli::refusal::Unchanged;

/// Saves, or looks.
pub fn save(desk: &PageDesk, fields: &Fields) -> Result<Response, Failure> {
    let typed = TypedSpec::of(fields);
    let mut told = maud::html! {};
    let mut status = StatusCode::OK;
    if fields.get("do").is_some_and(|what| what == "save") {
        let Carried { result, .. } = carry(desk, &typed);
        match result {
            Ok(_) => return Ok(answer::on_to(&overview::chart_path(&typed.name))),
            Err(failure) => told = carried::failure(&failure, &[]),
        }
        status = StatusCode::UNPROCESSABLE_ENTITY;
    }
    let project = desk.project()?;
    let read = project.data();
    Ok(page(desk, &project, &read.value, &typed, told, status))
}

fn carry(desk: &PageDesk, typed: &TypedSpec) -> Carried {
    let label = spec_label(&typed.name);
    carried::carried(desk, format!("sourceline open: {label}"), None, |context| {
        let project = context.project()?;
        if typed.name.is_empty() {
            let message = "the chart has no name yet, which its files are to have";
            return Err(Unchanged::new(message).hint("write one above its text").into());
        }
        if !is_file_name(&typed.name) {
            return Err(Unchanged::new(format!("`{}` cannot be the name of a chart", typed.name))
                .hint("write lower-case letters, digits and hyphens, as in nca-referrals")
                .into());
        }
        let job = Job { project: &project, dry_run: false, specs: true };
        job.carry_out(context, |ground| plan(&project, ground, &label, typed))
    })
}

fn plan(
    project: &Folder,
    ground: &Groundwork,
    label: &str,
    typed: &TypedSpec,
) -> Result<Plan, Failure> {
    let there = ground.text(label);
    match (ground.has(label), typed.before.is_empty()) {
        (true, true) => {
            return Err(Unchanged::new(format!("there is a {label} already"))
                .hint("write another name, or edit it")
                .into());
        }
        (false, false) => {
            return Err(Unchanged::new(format!("{label} is there no more"))
                .hint("keep what you typed, and make a new chart of it")
                .into());
        }
        (true, false) if hash(there) != typed.before => {
            return Err(Unchanged::new(format!("{label} was changed since by somebody else"))
                .hint("keep what you typed, load the page anew, and put it there")
                .into());
        }
        _ => {}
    }
    let read = check(&ground.files, project.settings.financial_year_starts);
    let data = &read.value;
    let others = drawing::catalogue(project, data)?;
    if typed.before.is_empty()
        && let Some(other) = others.find(&typed.name)
    {
        let message = format!("{} has a chart `{}` already", other.label, typed.name);
        return Err(Unchanged::new(message).hint("write another name").into());
    }
    let text = ending_as(&typed.text, there);
    let own = Catalogue::of([(typed.name.clone(), Ok(text.clone()))], data);
    let spec = ChartSpec::only(&typed.name, label, &text);
    let spec = own.charts().first().cloned().unwrap_or(spec);
    let drawn = Easel::new(project, data, &own).draw(&spec);
    let texts = vec![(label.to_string(), text.clone().into_bytes())];
    if has_errors(&drawn.problems) || drawn.value.is_none() {
        let message = format!("{label} was not written: the chart could not be drawn");
        return Err(Unchanged::problems(drawn.problems, texts, &message).into());
    }
    let splice = difference(there, text.as_bytes());
    Ok(Plan {
        edits: splice.map(|splice| FileEdit::new(label, vec![splice])).into_iter().collect(),
        ..Plan::default()
    })
}

/// With the ends of lines of the file, and one at the end.
fn ending_as(text: &str, there: &[u8]) -> String {
    let whole = format!("{}\n", text.trim_end_matches('\n'));
    match there.windows(2).any(|two| two == b"\r\n") {
        true => whole.replace('\n', "\r\n"),
        false => whole,
    }
}

/// The one run of bytes that is otherwise.
fn difference(before: &[u8], after: &[u8]) -> Option<Splice> {
    if before == after {
        return None;
    }
    let alike = |(one, other): &(&u8, &u8)| one == other;
    let start = before.iter().zip(after).take_while(alike).count();
    let room = before.len().min(after.len()) - start;
    let end = before.iter().rev().zip(after.iter().rev()).take(room).take_while(alike).count();
    Some(Splice { at: start..before.len() - end, with: after[start..after.len() - end].to_vec() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_differs_is_written() {
        let differs = |before: &str, after: &str| {
            difference(before.as_bytes(), after.as_bytes())
                .map(|one| (one.at, String::from_utf8(one.with).unwrap()))
        };
        assert_eq!(differs("ab", "ab"), None);
        assert_eq!(differs("abc", "axc"), Some((1..2, "x".into())));
        assert_eq!(differs("aa", "aaa"), Some((2..2, "a".into())));
        assert_eq!(differs("aaa", "aa"), Some((2..3, String::new())));
        assert_eq!(differs("", "a\n"), Some((0..0, "a\n".into())));
    }

    #[test]
    fn the_ends_of_lines_stay_those_of_the_file() {
        assert_eq!(ending_as("a\nb", b"x\r\ny\r\n"), "a\r\nb\r\n");
        assert_eq!(ending_as("a\nb\n\n", b"x\n"), "a\nb\n");
    }
}
