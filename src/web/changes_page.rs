//! What changed with each revision, as a page of its own and as a table in others.

use maud::{Markup, html};

use super::claims::anchor;
use super::history::{HistoryStep, SpecChange};
use super::page::WebPage;
use super::site::{SiteChart, SiteFile, StaticSite};
use super::way;
use crate::dataset::changes::FigureChange;
use crate::export::ChangeRow;
use crate::figure::Unit;
use crate::output::catalogue::spec_label;

impl StaticSite<'_> {
    pub(super) fn changes_page(&self, charts: &[SiteChart]) -> Option<SiteFile> {
        let words = &self.data.language.website;
        let body = html! {
            h1 { (words.changes()) }
            @for step in &self.history.steps {
                section id=(anchor_of_day(step.day)) {
                    h2 { (self.data.language.date(step.day)) }
                    (self.charts_changed(step, charts))
                    (self.change_table(way::CHANGES, step.day, &step.rows.iter().collect::<Vec<_>>()))
                }
            }
            @if self.history.begins_later { p { (words.earlier_changes()) } }
        };
        self.has_history().then(|| SiteFile {
            path: way::CHANGES.to_string(),
            bytes: self.page(&WebPage {
                path: way::CHANGES,
                title: words.changes(),
                about: &words.changes_of(self.title()),
                linked_data: serde_json::Value::Null,
                card: None,
                body,
            }),
        })
    }

    /// The charts that are there now and whose specs changed.
    fn charts_changed(&self, step: &HistoryStep, charts: &[SiteChart]) -> Markup {
        let words = &self.data.language.website;
        let of = |how: SpecChange| {
            let names = step.specs.iter().filter(move |(_, changed)| *changed == how);
            let labels: Vec<String> = names.map(|(name, _)| spec_label(name)).collect();
            charts.iter().filter(|chart| labels.contains(&chart.label)).collect::<Vec<_>>()
        };
        let both = [
            (words.charts_first(), of(SpecChange::First)),
            (words.charts_edited(), of(SpecChange::Other)),
        ];
        html! {
            @for (head, charts) in both.into_iter().filter(|(_, charts)| !charts.is_empty()) {
                h3 { (head) }
                ul {
                    @for chart in charts {
                        // Its title of that day is not known, and that of today may say what nobody knew then.
                        li { a href=(way::of_chart(&chart.name)) { (words.now_titled(&chart.name, &chart.title)) } }
                    }
                }
            }
            @if !step.rows.is_empty() { h3 { (words.figures_changed()) } }
        }
    }

    pub(super) fn how(&self, how: FigureChange) -> &'static str {
        let words = &self.data.language.website;
        match how {
            FigureChange::Added(_) => words.added(),
            FigureChange::Revised(..) => words.revised(),
            FigureChange::Corrected(..) => words.corrected(),
            FigureChange::WorkedOutAnew(..) => words.worked_out_anew(),
            FigureChange::Withdrawn(_) => words.withdrawn(),
        }
    }

    pub(super) fn change_table(&self, path: &str, day: Unit, rows: &[&ChangeRow]) -> Markup {
        let label = self.data.language.website.figures_changed_on(self.data.language.date(day));
        let (table, words) = (&self.data.language.table, &self.data.language.website);
        html! {
            @if !rows.is_empty() {
                section.wide tabindex="0" aria-label=(label) {
                    table {
                        caption { span.unseen { (label) } }
                        thead {
                            tr {
                                @for head in [table.series(), table.period(), words.change(), words.was(), words.is(), words.stated_by()] {
                                    th scope="col" { (head) }
                                }
                            }
                        }
                        tbody { @for row in rows { (self.change_row(path, row)) } }
                    }
                }
            }
        }
    }

    fn change_row(&self, path: &str, row: &ChangeRow) -> Markup {
        let language = self.data.language;
        let with_old = |now: &str, old: &Option<String>| match old {
            Some(old) => language.website.formerly(now, old),
            None => now.to_string(),
        };
        let what = with_old(&row.what, &row.was_of);
        // What is gone has no place to lead to.
        let series = self.data.find_series(&row.series).map(|_| way::of_series(&row.series));
        let page = series.map(|file| match self.data.find_figure(&row.id) {
            Some(_) => format!("{}#{}", way::from(path, &file), anchor(&row.id)),
            None => way::from(path, &file),
        });
        html! {
            tr {
                th scope="row" {
                    @if let Some(page) = page { a href=(page) { (what) } } @else { (what) }
                }
                td { (with_old(&row.period, &row.was_for)) }
                td { (self.how(row.how)) }
                td.number { (row.was) }
                td.number { (row.is) }
                td { (row.by.as_deref().unwrap_or(language.foot.worked_out())) }
            }
        }
    }
}

/// The element of a day on the page of changes.
pub fn anchor_of_day(day: Unit) -> String {
    format!("day-{}", day.span().start)
}
