//! A document or a picture: the charts in it, whether they are current, and where their figures come
//! from.

use std::path::Path;

use serde_json::{Value, json};
use sourceline::chart::{StampedFigure, in_full};
use sourceline::documents::FoundPicture;
use sourceline::draw::scene::Stamp;
use sourceline::figure::FigureKey;
use sourceline::locale::EN_GB;

use super::findings::{Findings, TextLine};
use super::trace::Inquiry;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::verify::document::look;
use crate::cli::verify::judge::{CopyJudge, JudgedCopy};
use crate::cli::verify::row::VerdictRow;

impl Inquiry<'_> {
    pub fn document(&self, path: &Path, in_order: bool) -> Result<Findings, Failure> {
        let found = look(path).map_err(|why| {
            Failure::Usage(format!("`{}` cannot be looked at: {why}", path.display()))
        })?;
        let judge = CopyJudge::new(self.project, self.easel, in_order);
        let mut findings = Findings {
            details: vec![("what", json!("document")), ("id", json!(path.to_string_lossy()))],
            figures: Vec::new(),
            before: (&["place", "chart", "verdict", "said_here"], Vec::new()),
            text: Vec::new(),
            exit: Exit::Fine,
        };
        let mut charts = Vec::new();
        for picture in &found.pictures {
            charts.push(self.picture(path, picture, &judge, &mut findings));
        }
        let mut remarks = found.remarks;
        remarks.extend(found.missing);
        if charts.is_empty() {
            remarks.push("no chart with a stamp was found in it".to_string());
        }
        if !remarks.is_empty() {
            findings.exit = Exit::Unable;
        }
        findings.text.extend(remarks.iter().map(|remark| TextLine::Plain(remark.clone())));
        findings.details.extend([("charts", Value::Array(charts)), ("remarks", json!(remarks))]);
        Ok(findings)
    }

    /// What programs are told of one chart; what people are told, and its figures, are added.
    fn picture(
        &self,
        path: &Path,
        picture: &FoundPicture,
        judge: &CopyJudge,
        findings: &mut Findings,
    ) -> Value {
        let data = self.data();
        let JudgedCopy { stamp, verdict } = judge.picture(picture);
        let row = VerdictRow::judged(path, verdict);
        let (word, reasons) = (row.word(), row.reasons());
        findings.exit = findings.exit.max(row.exit());
        let Some(Stamp { chart, figures, said, project, .. }) = stamp else {
            findings.text.extend(reasons.iter().cloned().map(TextLine::Plain));
            return json!({ "place": picture.place, "verdict": word, "reasons": reasons });
        };
        if !findings.text.is_empty() {
            findings.text.push(TextLine::Blank);
        }
        let place =
            if picture.place.is_empty() { String::new() } else { format!(", {}", picture.place) };
        findings.text.push(TextLine::Head(format!("{}{place}: {chart}, {word}", path.display())));
        findings.text.extend(reasons.iter().map(|reason| TextLine::Plain(format!("  {reason}"))));
        let told = json!({
            "place": picture.place, "project": project, "chart": chart, "verdict": word,
            "reasons": reasons, "figures": figures,
        });
        if project != self.project.name {
            return told;
        }
        let here = |key: FigureKey| -> String {
            let at = figures.iter().position(|id| **id == *data.figure(key).id);
            let said = at.and_then(|at| StampedFigure::read(said.get(at)?));
            let series = data.series(data.figure(key).series);
            let is_derived = data.figure(key).is_derived();
            match said {
                Some(said) if said != StampedFigure::of(data, data.figure(key)) => {
                    let number = said.quantity.map(|one| in_full(&EN_GB, series, &one, is_derived));
                    let words = said.status.words().map(String::from);
                    number.into_iter().chain(words).collect::<Vec<_>>().join(", ")
                }
                _ => String::new(),
            }
        };
        let known = self.in_order(figures.iter().filter_map(|id| data.find_figure(id)).collect());
        findings.text.extend(self.each(&known, |key| match here(key) {
            said if said.is_empty() => said,
            said => format!("the copy says {said}"),
        }));
        for id in figures.iter().filter(|id| data.find_figure(id).is_none()) {
            findings.text.push(TextLine::Blank);
            findings.text.push(TextLine::Plain(format!("{id}: gone from the data")));
        }
        for key in known {
            findings.figures.push(key);
            let cells = [&*picture.place, &chart, word, &here(key)].map(Value::from);
            findings.before.1.push(cells.to_vec());
        }
        told
    }
}
