//! From a spec to the pictures of a chart.

use std::ops::Range;

use super::catalogue::spec_label;
use super::looks::{Looks, file_name};
use super::rendering::{Rendering, Renderings};
use super::settings::Settings;
use crate::chart::first_title::first_titles;
use crate::chart::headline::title_advice;
use crate::chart::spec::{Spec, Subject};
use crate::chart::{self, ChartSpec, Look, PictureLengths, Size, Wanted};
use crate::dataset::Dataset;
use crate::draw::{self, Style, Unfit};
use crate::encode::svg;
use crate::problem::{Checked, Place, Problem, Rule, has_errors};

/// What the pictures of a project are drawn from.
#[derive(Clone, Copy)]
pub struct Studio<'a> {
    /// The name of the project, for the stamp.
    pub project: &'a str,
    /// What the project settles.
    pub settings: &'a Settings,
    /// What the charts are drawn from.
    pub data: &'a Dataset<'a>,
}

impl Studio<'_> {
    /// The pictures of a spec that are chosen, and what is wrong with it: none if there is an error.
    /// Where `bare` they are without title and subtitle, whatever the spec says.
    pub fn draw(&self, spec: &ChartSpec, bare: bool, choice: LookChoice) -> Checked<Renderings> {
        let Checked { value: chart, mut problems } =
            chart::resolve_spec(spec, &self.settings.house, self.data, self.project);
        let mut drawings = Renderings::default();
        let name = file_name(&spec.name, self.data);
        let Some(mut chart) = chart.filter(|_| !has_errors(&problems)) else {
            drawings.undrawn.push(name);
            return Checked { value: drawings, problems };
        };
        let ending = if bare && !chart.bare { ".bare" } else { "" };
        chart.bare |= bare;
        let looks = Looks::of(chart.wanted, &self.settings.sizes, &self.settings.themes);
        let mut scenes = Vec::new();
        for look in choice(&looks, chart.wanted) {
            // Lengths are those of the size they were written for.
            let own = if look.size == looks.plain.size {
                chart.wanted.lengths
            } else {
                PictureLengths::default()
            };
            match draw::draw(&chart, &Style::measured(look, own)) {
                Ok(scene) => scenes.push((look, scene)),
                Err(unfit) => {
                    let problem = misfit(&spec.label, &spec.text, &unfit, look);
                    // In another theme it fits no better.
                    if !problems.contains(&problem) {
                        problems.push(problem);
                    }
                    drawings.undrawn.push(looks.stem(&name, look) + ending);
                }
            }
        }
        // The last picture takes the chart itself.
        let charts = std::iter::repeat_n(chart, scenes.len());
        for ((look, scene), chart) in scenes.into_iter().zip(charts) {
            drawings.drawn.push(Rendering {
                chart,
                svg: svg::encode(&scene),
                scene,
                spec: spec.clone(),
                stem: looks.stem(&name, look) + ending,
                look,
                looks: looks.clone(),
                leads: drawings.drawn.is_empty(),
            });
        }
        Checked { value: drawings, problems }
    }
}

impl Studio<'_> {
    /// What is worth a look in the words of a spec of which these are the pictures.
    pub fn advice(&self, spec: &ChartSpec, drawn: &[Rendering]) -> Vec<Problem> {
        let (label, text) = (&*spec.label, &*spec.text);
        let Some(read) = Spec::read(label, text).value else { return Vec::new() };
        let mut advice =
            title_advice((label, text), &read, self.data, || self.first_title(spec, &read));
        let house = &self.settings.house;
        advice.extend(chart::unheld_words(spec, house, self.data, self.project));
        let report = drawn.iter().find(|one| one.look.size == Size::Report);
        advice.extend(report.and_then(|drawn| long_foot(spec, &read, drawn)));
        advice
    }

    /// The spec with a title that says what its one series shows, if one can be worked out; else the
    /// same.
    pub fn with_finding(&self, name: &str, text: String) -> String {
        let spec = ChartSpec::only(name, &spec_label(name), &text);
        let read = Spec::read(&spec.label, &text).value;
        let title = read.as_ref().and_then(|read| self.first_title(&spec, read));
        match title.zip(read) {
            Some((title, read)) => with_title(&text, &read, &title),
            None => text,
        }
    }

    /// The first title of those proposed for its one series that the data bear out, and that leaves
    /// nothing to be said of it.
    fn first_title(&self, spec: &ChartSpec, read: &Spec) -> Option<String> {
        let [panel] = &read.panels[..] else { return None };
        let [line] = &panel.series[..] else { return None };
        let Subject::Series(id) = &line.subject else { return None };
        let titles = first_titles(self.data, self.data.find_series(&id.text)?);
        let before = self.draw(spec, false, PLAIN).problems.len();
        titles.into_iter().map(|title| in_toml(&title)).find(|title| {
            let text = with_title(&spec.text, read, title);
            let own = Spec::read(&spec.label, &text).value;
            let advice =
                own.map(|own| title_advice((&spec.label, &text), &own, self.data, || None));
            let drawn = self.draw(&ChartSpec { text: text.into(), ..spec.clone() }, false, PLAIN);
            !drawn.value.drawn.is_empty()
                && drawn.problems.len() <= before
                && advice.is_some_and(|advice| advice.is_empty())
        })
    }
}

/// Where the notes of the author make the foot longer than it is meant to be.
fn long_foot(spec: &ChartSpec, read: &Spec, drawn: &Rendering) -> Option<Problem> {
    let note = read.notes.iter().max_by_key(|note| note.text.chars().count())?;
    let style = Style::measured(drawn.look, drawn.chart.wanted.lengths);
    let (lines, meant) = draw::foot_lines(&drawn.chart, &style, &drawn.scene);
    let place = Place::in_text(&spec.label, &spec.text, note.bytes.clone());
    let message = format!(
        "what stands below the chart takes {lines} lines of words, and readers are used to {meant}"
    );
    let hint = "say in a few words what a reader would be misled without, here the longest note; the rest is for the text around the chart";
    (lines > meant).then(|| Rule::LongFoot.at(place, message).hint(hint))
}

/// As a spec writes a text with functions in it: without a backslash where it can be.
fn in_toml(text: &str) -> String {
    match text.contains('\'') {
        false => format!("'{text}'"),
        true => format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"")),
    }
}

/// The text of a spec with another title, quotes included.
fn with_title(spec: &str, read: &Spec, title: &str) -> String {
    let mut text = spec.to_string();
    text.replace_range(read.title.bytes.clone(), title);
    text
}

/// Which looks of a chart are to be drawn.
pub type LookChoice<'a> = &'a (dyn Fn(&Looks, Wanted) -> Vec<Look> + Sync);

/// `NAME.svg` alone.
pub const PLAIN: LookChoice = &|looks, _| vec![looks.plain];

/// Points to what in the spec fixes the height, if that is the matter.
fn misfit(label: &str, text: &str, unfit: &Unfit, look: Look) -> Problem {
    let spec = Spec::read(label, text).value;
    let height = spec.as_ref().and_then(|spec| Some(spec.height.as_ref()?.bytes.clone()));
    let size = spec.as_ref().and_then(|spec| Some(spec.size.as_ref()?.bytes.clone()));
    let problem = |bytes: Option<Range<usize>>| {
        let place = Place::in_text(label, text, bytes.unwrap_or_default());
        Rule::Unfit.at(place, unfit.to_string())
    };
    match unfit {
        Unfit::TooLow { needed, .. } if look.lengths.height.is_some() => {
            problem(None).hint(format!("say --height {needed:.0}, or leave it out"))
        }
        Unfit::TooLow { needed, .. } if height.is_some() => {
            problem(height).hint(format!("write height = {needed:.0}, or leave it out"))
        }
        Unfit::TooLow { height, .. } => problem(size).hint(format!(
            "a {size} is {height:.0} pixels high: say less, take a panel out, or write size = \"report\" where the chart need not be a {size}",
            size = look.size.noun()
        )),
        _ => problem(None),
    }
}

#[cfg(test)]
mod tests {
    use super::{PLAIN, Studio};
    use crate::dataset::{Dataset, Files, looked};
    use crate::output::catalogue::Catalogue;
    use crate::output::settings::Settings;

    /// Of each: a series with a dispute, a break and figures that are superseded, a series of which
    /// all are, its sources, an event, a chart.
    fn files(charts: usize) -> Files {
        let mut figures =
            "id,series,period,value,status,source,stated,rank,superseded_by,note\n".to_string();
        let mut series = "id,title,unit,nature,counted_by\n".to_string();
        let mut sources = "id,publisher,title,published\n".to_string();
        let mut events = "id,date,label,source\n".to_string();
        for at in 0..charts {
            let row = |text: &str| text.replace('#', &format!("{at:04}"));
            figures += &row("a#-1,a#,2018,100,,s#,one hundred calls,,,\n\
                a#-2,a#,2019,150,,s#,,,,\na#-3,a#,2019,170,,t#,,,,\n\
                a#-4,a#,2020,210,b,s#,,,,Break: counted by others\n\
                a#-5,a#,2021,290,,t#,,superseded,a#-6,\na#-6,a#,2021,300,,s#,,,,\n\
                a#-7,a#,2015,70,,t#,,superseded,,\n");
            series += &row("a#,Calls of kind #,calls,flow,Office #\n");
            sources += &row("s#,Office #,Calls,2023\nt#,Paper #,More calls,2022\n");
            events += &row("e#,2019-05-01,A line was opened,s#\n");
        }
        Files {
            figures: figures.into(),
            series: series.into(),
            sources: sources.into(),
            events: Some(events.into()),
        }
    }

    fn spec(at: usize) -> String {
        let spec = r##"title = 'Office # took {{ latest("a#") }} calls, and {{ said("s#", "one hundred calls") }}'

[[panels]]
events = ["e#"]
series = [{ id = "a#", mark = "line" }]

[[panels]]
claims = { series = "a#", period = "2021" }
"##;
        spec.replace('#', &format!("{at:04}"))
    }

    /// Its title says nothing, so that a better one is looked for.
    fn silent(at: usize) -> String {
        let spec =
            "title = 'Calls of kind #'\n[[panels]]\nseries = [{ id = \"a#\", mark = \"line\" }]\n";
        spec.replace('#', &format!("{at:04}"))
    }

    #[test]
    fn a_chart_looks_at_as_many_rows_in_a_large_project_as_in_a_small_one() {
        let looked_at = |charts: usize| {
            let files = files(charts);
            let data = Dataset::read(&files, 4).value;
            let specs = (0..charts).map(|at| (format!("c{at:04}"), Ok(spec(at))));
            let silent = (0..charts).map(|at| (format!("d{at:04}"), Ok(silent(at))));
            let made = || Catalogue::of(specs.chain(silent), &data);
            let (catalogue, to_find_charts) = looked::while_doing(made);
            assert_eq!(to_find_charts, 0);
            let settings = Settings::default();
            let studio = Studio { project: "trial", settings: &settings, data: &data };
            let draw = |name: &str| {
                let spec = catalogue.find(name).unwrap();
                let drawn = studio.draw(spec, false, PLAIN);
                assert_eq!(drawn.value.drawn.len(), 1, "{:?}", drawn.problems);
                let advice = studio.advice(spec, &drawn.value.drawn);
                (drawn.value.apart_from(&catalogue), advice)
            };
            // What is made once is made by then.
            draw("c0000");
            draw("d0000");
            let names = ["c0001", "c0020", "c0039", "d0001", "d0020", "d0039"];
            names.map(|name| looked::while_doing(|| draw(name)).1)
        };
        let (few, many) = (looked_at(40), looked_at(2_000));
        assert!(few[0] > 50, "{few:?}");
        assert_eq!(few, many);
    }
}
