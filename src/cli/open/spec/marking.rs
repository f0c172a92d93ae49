//! What a mark of the picture is given by hand: it stands out, or its series does, or words stand beside it. The
//! text of the spec says so then.

use maud::{Markup, html};
use sourceline::chart::{Against, Chart, Panel};
use sourceline::dataset::Dataset;
use sourceline::export;
use sourceline::figure::FigureKey;

use super::super::fields::Fields;
use super::spec_words::{BesideMark, SpecWords};

/// A mark that can be chosen.
struct MarkOffered {
    key: FigureKey,
    /// `2017: 82,109, Referrals`.
    words: String,
    /// Which panel of the spec draws it; none where no words can stand beside it.
    panel: Option<usize>,
}

/// The form; `chosen` is the id of the figure that is chosen.
pub fn form(data: &Dataset, chart: Option<&Chart>, text: &str, chosen: &str) -> Markup {
    let Some((chart, spec)) = chart.zip(SpecWords::read(text)) else { return html! {} };
    if spec.is_of_each() {
        return html! {
            p { "This spec draws a chart for each of several series: what stands out, and what is said beside marks, is written in its text." }
        };
    }
    let offered = offered(data, chart, &spec);
    let Some(first) = offered.first() else { return html! {} };
    let is_chosen = |one: &&MarkOffered| data.figure(one.key).id == chosen;
    let now = offered.iter().find(is_chosen).unwrap_or(first);
    let several = offered.iter().any(|one| one.series(data) != now.series(data));
    let out = spec.emphasis();
    let figure_out = |one: &MarkOffered| out.contains(&&*data.figure(one.key).id);
    let series_out = |one: &MarkOffered| out.contains(&one.series(data));
    let beside = |one: &MarkOffered| one.beside(data, &spec);
    html! {
        form.entry #marking hidden novalidate hx-post="/spec/marked" hx-include="#spec" hx-target="#text" hx-swap="outerHTML"
            hx-sync="#spec:replace" aria-labelledby="marking-head" autocomplete="off" {
            h2 #marking-head { "One mark of it" }
            p.aside { "Click a mark of the picture, or choose it here. In the picture the arrow keys step from mark to mark, and Enter chooses." }
            div.field {
                label for="mark" { "Mark" }
                select #mark name="figure" {
                    @for one in &offered {
                        option value=(data.figure(one.key).id) selected[std::ptr::eq(one, now)]
                            data-words=[beside(one)]
                            data-out=[figure_out(one).then_some("figure")] data-series=[series_out(one).then_some("out")] {
                            (one.words)
                        }
                    }
                }
            }
            div.field {
                label for="words" { "Words beside it, at most 50 letters" }
                input #words type="text" name="words" value=(beside(now).unwrap_or_default());
            }
            p {
                button #annotate type="submit" name="do" value="annotate" { "Put them there" }
                " "
                button.second #emphasise-figure type="submit" name="do" value="figure" aria-pressed=(figure_out(now)) { "Let it stand out" }
                @if several {
                    " "
                    button.second #emphasise-series type="submit" name="do" value="series" aria-pressed=(series_out(now)) { "Let its series stand out" }
                }
            }
        }
    }
}

/// The text of the spec once that is done; nothing where it cannot be done to such a text.
pub fn marked(data: &Dataset, chart: &Chart, text: &str, fields: &Fields) -> Option<String> {
    let said = |name: &str| fields.get(name).map_or("", |text| text.trim());
    let key = data.find_figure(said("figure"))?;
    let mut spec = SpecWords::read(text).filter(|spec| !spec.is_of_each())?;
    match said("do") {
        "figure" => spec.turn(&data.figure(key).id),
        "series" => spec.turn(data.series(data.figure(key).series).id),
        "annotate" => {
            let one = offered(data, chart, &spec).into_iter().find(|one| one.key == key)?;
            let period = data.figure(key).period.to_string();
            spec.say_beside(one.place(data, &period)?, said("words"))?;
        }
        _ => return None,
    }
    Some(spec.text())
}

impl MarkOffered {
    fn series<'d>(&self, data: &Dataset<'d>) -> &'d str {
        data.series(data.figure(self.key).series).id
    }

    fn beside(&self, data: &Dataset, spec: &SpecWords) -> Option<String> {
        let period = data.figure(self.key).period.to_string();
        spec.beside(self.place(data, &period)?).map(str::to_string)
    }

    fn place<'m>(&self, data: &Dataset<'m>, period: &'m str) -> Option<BesideMark<'m>> {
        self.panel.map(|panel| BesideMark { panel, series: self.series(data), period })
    }
}

/// Each figure that is drawn, in the order of the table.
fn offered(data: &Dataset, chart: &Chart, spec: &SpecWords) -> Vec<MarkOffered> {
    let mut offered: Vec<MarkOffered> = Vec::new();
    for row in export::rows(chart, data) {
        let Some(key) = data.find_figure(&row.figure) else { continue };
        if row.quantity.is_none() || offered.iter().any(|one| one.key == key) {
            continue;
        }
        let words = format!("{}: {}, {}", row.period, row.said, row.title);
        offered.push(MarkOffered { key, words, panel: panel_of(chart, spec, &row.figure) });
    }
    offered
}

/// The panel of the spec: small multiples come of one.
fn panel_of(chart: &Chart, spec: &SpecWords, figure: &str) -> Option<usize> {
    let draws = |panel: &Panel| {
        let mut points =
            panel.layers.iter().flat_map(|layer| layer.points.iter().chain(&layer.targets));
        !matches!(panel.form, Against::Claims(_)) && points.any(|point| point.figure == figure)
    };
    let at = chart.panels.iter().position(draws)?;
    Some(if spec.panels() == 1 { 0 } else { at })
}
