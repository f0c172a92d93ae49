//! The files that pages show and offer, made when they are asked for. None is looked up on the disk: a
//! name is that of a chart, in a look and a format, or there is no such file.

use axum::response::Response;
use sourceline::chart::Look;
use sourceline::output::catalogue::Catalogue;
use sourceline::output::format::SVG;
use sourceline::output::kit::ChartFile;
use sourceline::output::looks::Looks;

use super::answer::{file, not_there};
use super::desk::PageDesk;
use crate::cli::drawing::Easel;
use crate::cli::failure::Failure;
use crate::cli::refusal::Unchanged;

const NONE: &str = "There is no such file of a chart.";

/// `NAME-narrow-dark.svg`, `NAME.bare.svg`, `NAME.csv`, `NAME.docx`.
pub fn of_chart(desk: &PageDesk, name: &str, asked: &str) -> Result<Response, Failure> {
    let project = desk.project()?;
    let read = project.data();
    if !project.errors(&read).is_empty() {
        return Ok(not_there("Nothing is drawn while there are errors in the data."));
    }
    let data = &read.value;
    // Those that pages show are drawn already.
    let seen = project.charts(data).iter().find(|chart| chart.spec.name == name);
    let drawings = seen.and_then(|chart| chart.drawings.as_ref());
    let Some(drawings) = drawings else { return Ok(not_there(NONE)) };
    let mut shown = drawings.whole.iter().chain(&drawings.bare);
    if let Some(drawing) = shown.find(|drawing| SVG.file(&drawing.stem) == asked) {
        return Ok(file(asked, drawing.svg.clone().into_bytes()));
    }
    let plain = &drawings.whole[0];
    let named = ChartFile::named(asked);
    let look = named.and_then(|kind| Some((kind, plain.looks.look_of(name, kind.stem(asked))?)));
    let Some((kind, look)) = look else { return Ok(not_there(NONE)) };
    let catalogue: Catalogue = project.catalogue(data);
    let easel = Easel::new(&project.folder, data, &catalogue);
    let only = |_: &Looks, _| -> Vec<Look> { vec![look] };
    let mut drawn = easel.draw_all(&plain.spec, false, &only);
    let texts = || {
        let label = plain.spec.label.clone();
        vec![(label, plain.spec.text.as_bytes().to_vec())]
    };
    let Some(drawing) = drawn.value.drawn.pop() else {
        let message = "the chart cannot be drawn so";
        return Err(Unchanged::problems(drawn.problems, texts(), message).into());
    };
    match project.kit(data).file(&drawing, &kind) {
        Ok(bytes) => Ok(file(asked, bytes)),
        Err(problem) => {
            let message = format!("{asked} cannot be made");
            Err(Unchanged::problems(vec![*problem], texts(), &message).into())
        }
    }
}

/// What counts and cites the figures of all charts.
pub fn of_all(desk: &PageDesk, asked: &str) -> Result<Response, Failure> {
    let project = desk.project()?;
    let read = project.data();
    if !project.errors(&read).is_empty() {
        return Ok(not_there("Nothing is drawn while there are errors in the data."));
    }
    let (data, site) = (&read.value, project.site(&read.value));
    let charts = project.summaries(&site, data);
    let found = site.evidence(&charts).into_iter().find(|one| one.path == asked);
    Ok(found.map_or_else(|| not_there(NONE), |one| file(asked, one.bytes)))
}
