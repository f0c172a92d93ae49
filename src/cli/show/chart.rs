//! One chart: every figure on it, with where it comes from.

use serde_json::json;
use sourceline::chart::resolve_spec;
use sourceline::figure::{FigureKey, SeriesKey};

use super::findings::{Findings, TextLine};
use super::trace::Inquiry;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::refusal::Unchanged;

impl Inquiry<'_> {
    pub fn chart(&self, name: &str) -> Result<Findings, Failure> {
        let studio = &self.easel.studio;
        let spec = self.easel.catalogue.find(name);
        let resolved = spec
            .map(|spec| resolve_spec(spec, &studio.settings.house, studio.data, studio.project));
        let Some(chart) = resolved.and_then(|resolved| resolved.value) else {
            let message = format!("the chart `{name}` cannot be drawn");
            return Err(Unchanged::new(message).hint("`sourceline check` tells why").into());
        };
        let figures: Vec<FigureKey> =
            chart.stamp.figures.iter().filter_map(|id| self.data().find_figure(id)).collect();
        let figures = self.in_order(figures);
        let mut text = vec![TextLine::Head(chart.title.clone())];
        text.push(TextLine::Plain(chart.subtitle.clone()));
        let spec = spec.map_or(String::new(), |spec| spec.label.clone());
        text.push(TextLine::Labelled("chart", format!("{name}, as {spec} says")));
        let embedded = self.embedded(&[name.to_string()])?;
        text.extend(TextLine::of_documents(&embedded));
        text.extend(self.each(&figures, |key| {
            let is_drawn =
                self.on_charts.drawn(&self.data().figure(key).id).contains(&name.to_string());
            if is_drawn { String::new() } else { "told of in words".to_string() }
        }));
        Ok(Findings {
            details: vec![
                ("what", json!("chart")),
                ("id", json!(name)),
                ("title", json!(chart.title)),
                ("subtitle", json!(chart.subtitle)),
                ("spec", json!(spec)),
                ("embedded_in", json!(embedded)),
            ],
            figures,
            before: (&[], Vec::new()),
            text,
            exit: Exit::Fine,
        })
    }

    /// By series, and of each by time.
    pub fn in_order(&self, mut figures: Vec<FigureKey>) -> Vec<FigureKey> {
        let data = self.data();
        figures
            .sort_by_key(|key| (data.figure(*key).series, data.figure(*key).period.span(), *key));
        figures
    }

    /// Each of these figures with where it comes from, under the titles of their series; with what
    /// is to be remarked of it.
    pub fn each(
        &self,
        figures: &[FigureKey],
        remark: impl Fn(FigureKey) -> String,
    ) -> Vec<TextLine> {
        let data = self.data();
        let mut text = Vec::new();
        let mut series: Option<SeriesKey> = None;
        for key in figures {
            let figure = data.figure(*key);
            if series != Some(figure.series) {
                series = Some(figure.series);
                let row = data.series(figure.series);
                text.push(TextLine::Blank);
                text.push(TextLine::Head(format!("{} ({})", row.title, row.id)));
            }
            text.push(TextLine::Blank);
            text.push(TextLine::Plain(format!("{}: {}", self.period(*key), self.value(*key))));
            text.push(TextLine::Labelled("figure", figure.id.to_string()));
            let told = self.provenance(*key).into_iter();
            text.extend(told.map(|(label, said)| TextLine::Labelled(label, said)));
            let remark = remark(*key);
            if !remark.is_empty() {
                text.push(TextLine::Labelled("here", remark));
            }
        }
        text
    }
}
