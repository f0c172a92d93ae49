//! What was understood of each field, said back while it is typed.

use maud::{Markup, html};
use sourceline::dataset::Dataset;
use sourceline::export::figure_words::figure_in_words;
use sourceline::figure::{Quantity, SeriesKey, SourceKey};
use sourceline::locale::EN_GB;
use sourceline::reading::{self, Measure, Reading, is_about_rounding};

use super::typed::{NAMES, TypedFigure};
use crate::cli::add::exactness::{Exactness, number_and_status};
use crate::cli::add::settle::{
    find_figure, find_source, find_stated_series, judged_status, setting,
};
use crate::cli::ask::Judged;
use crate::cli::open::carried;
use crate::cli::refusal::Unchanged;

/// What is said below a field.
enum SaidBack {
    Nothing,
    Meaning(String),
    Refused(String),
    /// A question, with what could be typed instead.
    Choices(String, Vec<(String, String)>),
}

/// The fields below which something is said.
pub const JUDGED: [&str; 7] =
    ["series", "source", "period", "value", "status", "origin", "repeats"];

/// What is said below each field, to be put there.
pub fn all(data: &Dataset, typed: TypedFigure, anew: bool) -> Markup {
    html! { @for name in JUDGED { (below(data, typed, name, anew)) } }
}

/// What is said below one field; `anew` where the page is open already.
pub fn below(data: &Dataset, typed: TypedFigure, name: &str, anew: bool) -> Markup {
    let said = said(data, typed, name);
    let wrong = matches!(said, SaidBack::Refused(_));
    html! {
        div.said.wrong[wrong] id=(format!("said-{name}")) hx-swap-oob=[anew.then_some("true")] {
            @match said {
                SaidBack::Nothing => {}
                SaidBack::Meaning(meaning) => { "= " (meaning) }
                SaidBack::Refused(why) => { (why) }
                SaidBack::Choices(question, choices) => {
                    (question) "? "
                    // Named, so that the cursor stays on the same choice when this is said again.
                    @for (choice, (label, write)) in choices.into_iter().enumerate() {
                        button.second id=(format!("choice-{name}-{choice}")) type="button" data-field=(name) data-write=(write) { (label) }
                        " "
                    }
                }
            }
        }
    }
}

fn said(data: &Dataset, typed: TypedFigure, name: &str) -> SaidBack {
    let text = typed.text(name);
    if text.is_empty() {
        return SaidBack::Nothing;
    }
    let series = find_stated_series(data, typed.text("series"));
    match name {
        "series" => told(series.map(|key| in_words(data, key))),
        "source" | "origin" => told(find_source(data, text).map(|key| titled(data, key))),
        "repeats" => told(find_figure(data, text).map(|key| figure_in_words(data, key))),
        "status" => match judged_status(text) {
            Judged::Fine(meaning) => SaidBack::Meaning(meaning),
            Judged::Not(why) => SaidBack::Refused(why),
        },
        "period" => match series {
            Ok(series) => {
                let source = find_source(data, typed.text("source")).ok();
                let published = source.and_then(|source| data.source(source).published);
                read(reading::period(text, &setting(data, series, published)))
            }
            Err(_) => SaidBack::Nothing,
        },
        "value" => match series {
            Ok(series) => value(text, typed, &Measure::from(data.series(series))),
            Err(_) => SaidBack::Nothing,
        },
        _ => SaidBack::Nothing,
    }
}

fn told(found: Result<String, Unchanged>) -> SaidBack {
    match found {
        Ok(meaning) => SaidBack::Meaning(meaning),
        Err(refusal) => SaidBack::Refused(carried::refused(&refusal, NAMES)),
    }
}

fn in_words(data: &Dataset, key: SeriesKey) -> String {
    let series = data.series(key);
    let per = series.per.map_or(String::new(), |per| format!(" {}", EN_GB.per(per)));
    format!("{} ({}{per})", series.title, EN_GB.unit_of(series))
}

fn titled(data: &Dataset, key: SourceKey) -> String {
    let source = data.source(key);
    format!("{}, {}", EN_GB.dated(&source.publisher, source.published), source.title)
}

fn read<T>(reading: Reading<T>) -> SaidBack {
    match reading {
        Reading::Refused(refused) => {
            SaidBack::Refused(carried::refused(&Unchanged::from(refused), NAMES))
        }
        Reading::Understood(understood) => SaidBack::Meaning(match understood.note {
            Some(note) => format!("{} ({note})", understood.words),
            None => understood.words,
        }),
        Reading::Ambiguous(ambiguous) => {
            let choices = ambiguous.choices.into_iter().map(|choice| (choice.label, choice.write));
            let question = ambiguous.question.trim_end_matches('?').to_string();
            SaidBack::Choices(question, choices.collect())
        }
    }
}

fn value(text: &str, typed: TypedFigure, of: &Measure) -> SaidBack {
    let sure = typed.text("sure");
    let exactness = Exactness { exact: sure == "exact", about: sure == "about" };
    let (number, status) = number_and_status(text);
    let reading: Reading<Quantity> = exactness.told(&number, reading::quantity(&number, of), of);
    match &reading {
        Reading::Ambiguous(ambiguous) if is_about_rounding(ambiguous) => {
            let question = ambiguous.question.trim_end_matches('?').to_string();
            let choices = [("Exact", "exact"), ("Rounded", "about")];
            let choices =
                choices.map(|(label, write)| (label.to_string(), format!("sure={write}")));
            SaidBack::Choices(question, choices.to_vec())
        }
        _ => match (read(reading), status.words().collect::<Vec<_>>()) {
            (SaidBack::Meaning(meaning), words) if !words.is_empty() => {
                SaidBack::Meaning(format!("{meaning}, {}", EN_GB.list(&words)))
            }
            (said, _) => said,
        },
    }
}
