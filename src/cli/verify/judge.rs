//! A chart as it was found, held against what would be drawn now.

use std::cell::{OnceCell, RefCell};
use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::rc::Rc;

use sourceline::chart::first_spec::{first_spec, series_named};
use sourceline::chart::{ChartSpec, Look};
use sourceline::dataset::Dataset;
use sourceline::documents::{CarriedStamp, FormSays, FoundPicture};
use sourceline::draw::scene::Stamp;
use sourceline::encode::copy::PictureCopy;
use sourceline::encode::imprint::Imprint;
use sourceline::encode::intricate::is_intricate;
use sourceline::encode::stamp;
use sourceline::figure::Day;
use sourceline::output::catalogue::spec_label;
use sourceline::output::looks::Looks;
use sourceline::output::rendering::Rendering;
use sourceline::store::Folder;

use super::super::as_of::as_known;
use super::super::drawing::{Easel, catalogue};
use super::chart_titles::ChartTitles;
use super::now::Now;
use super::{altered, stale};

/// What can be said of a copy, and why.
#[derive(Clone, Debug, PartialEq)]
pub enum Verdict {
    Current(Vec<String>),
    Stale(Vec<String>),
    Altered(Vec<String>),
    /// First what has changed since, then what was altered.
    Both(Vec<String>, Vec<String>),
    Unknown(String),
}

/// The chart that a stamp names, and what can be said of the copy.
pub struct JudgedCopy {
    pub stamp: Option<Stamp>,
    pub verdict: Verdict,
}

/// Draws each chart once, whatever number of copies there is.
pub struct CopyJudge<'a> {
    project: &'a Folder,
    easel: Easel<'a>,
    in_order: bool,
    drawn: RefCell<BTreeMap<DrawnKey, Rc<DrawnNow>>>,
    titles: OnceCell<ChartTitles>,
}

/// A chart, its look, and the day as of which it is drawn.
type DrawnKey = (String, Look, Option<Day>);

/// What would be drawn under a name: with and without its title, or from a series alone.
#[derive(Default)]
struct DrawnNow {
    is_chart: bool,
    drawings: Vec<Now>,
    series: Option<Now>,
}

/// So many charts are kept as drawn.
const KEPT: usize = 64;

impl<'a> CopyJudge<'a> {
    pub fn new(project: &'a Folder, easel: Easel<'a>, in_order: bool) -> CopyJudge<'a> {
        CopyJudge { project, easel, in_order, drawn: RefCell::default(), titles: OnceCell::new() }
    }

    /// Each form is judged; where they differ, that is told of each.
    pub fn picture(&self, picture: &FoundPicture) -> JudgedCopy {
        let mut judged: Vec<(&str, JudgedCopy)> = Vec::new();
        let mut bare = Vec::new();
        for form in &picture.forms {
            match &form.says {
                FormSays::Svg(text) => judged.push(("SVG", self.svg(text))),
                FormSays::Stamp(carried) => judged.push((carried.kind, self.carried(carried))),
                FormSays::Nothing => bare.push(form.part.as_str()),
            }
        }
        let mut whole = together(judged);
        if let (Verdict::Current(remarks), [part, ..]) = (&mut whole.verdict, &bare[..]) {
            remarks.push(format!(
                "{part}, the same picture for other programs, carries no stamp: of that it cannot be told"
            ));
        }
        whole
    }

    /// What would be drawn now in place of a picture, in its look, with its title or without.
    pub fn fresh(&self, picture: &FoundPicture) -> Option<Rendering> {
        let carried = picture.forms.iter().find_map(|form| match &form.says {
            FormSays::Svg(text) => stamp::carried(text),
            FormSays::Stamp(carried) => Some((carried.stamp.clone(), carried.imprint.clone())),
            FormSays::Nothing => None,
        });
        let (stamp, imprint) = carried?;
        let count = imprint.as_ref().map_or(usize::MAX, |imprint| imprint.traits.count);
        Some(self.drawn(&stamp).nearest(&stamp, imprint.as_ref(), count)?.drawing.clone())
    }

    /// The chart of a name as it is drawn now, with its title or without.
    pub fn named(&self, name: &str, bare: bool) -> Option<Rendering> {
        if !self.in_order {
            return None;
        }
        let stamp = Stamp {
            project: self.project.name.clone(),
            chart: name.to_string(),
            ..Stamp::default()
        };
        let drawn = self.drawn(&stamp);
        let alike = drawn.drawings.iter().find(|now| now.drawing.chart.bare == bare);
        let alone = drawn.series.as_ref().filter(|_| !drawn.is_chart);
        Some(alike.or(drawn.drawings.first()).or(alone)?.drawing.clone())
    }

    /// All that may be drawn: charts, and series alone.
    pub fn names(&self) -> Vec<String> {
        let charts = self.chart_names();
        let series = self.easel.studio.data.series.iter().map(|series| series.id.to_string());
        charts.chain(series).collect()
    }

    /// What charts are called, for pictures without a stamp.
    pub fn titles(&self) -> &ChartTitles {
        self.titles.get_or_init(|| {
            let titled = |name: String| Some((self.named(&name, false)?.chart.title, name));
            ChartTitles::of(
                self.chart_names().filter_map(titled).map(|(title, name)| (name, title)),
            )
        })
    }

    pub fn chart_names(&self) -> impl Iterator<Item = String> {
        self.easel.catalogue.charts().iter().map(|chart| chart.name.clone())
    }

    pub fn data(&self) -> &Dataset<'_> {
        self.easel.studio.data
    }

    /// Are there no errors, so that it may be drawn and said?
    pub fn is_in_order(&self) -> bool {
        self.in_order
    }

    pub fn project(&self) -> &Folder {
        self.project
    }

    fn svg(&self, text: &str) -> JudgedCopy {
        if let Some(stamp) = self.drawn_so(text) {
            return JudgedCopy { stamp: Some(stamp), verdict: Verdict::Current(Vec::new()) };
        }
        match PictureCopy::read(text) {
            Some(Ok(copy)) => JudgedCopy {
                stamp: Some(copy.stamp.clone()),
                verdict: {
                    let copied = (&copy.stamp, copy.imprint.as_ref(), Some(copy.title.as_str()));
                    self.drawn_for(copied, |drawn| self.of_copy(text, &copy, drawn))
                },
            },
            None if is_intricate(text) => {
                JudgedCopy { stamp: None, verdict: Verdict::Unknown(INTRICATE.into()) }
            }
            _ => JudgedCopy { stamp: None, verdict: Verdict::Unknown(NO_STAMP.into()) },
        }
    }

    /// The stamp of a picture that was drawn already, to the byte: there is no need to read it.
    fn drawn_so(&self, text: &str) -> Option<Stamp> {
        let known = self.drawn.borrow();
        let mut known = known.values().flat_map(|drawn| drawn.all());
        known.find(|now| now.drawing.svg == text).map(|now| now.drawing.chart.stamp.clone())
    }

    fn carried(&self, carried: &CarriedStamp) -> JudgedCopy {
        let copied = (&carried.stamp, carried.imprint.as_ref(), carried.title.as_deref());
        let verdict = self.drawn_for(copied, |drawn| self.of_stamp(carried, drawn));
        JudgedCopy { stamp: Some(carried.stamp.clone()), verdict }
    }

    /// The stamp, what it says of the drawing, and the title as it stands there.
    fn drawn_for(
        &self,
        (stamp, imprint, title): (&Stamp, Option<&Imprint>, Option<&str>),
        judge: impl Fn(&DrawnNow) -> Verdict,
    ) -> Verdict {
        let own = &self.project.name;
        if stamp.project != *own {
            let why =
                format!("it was drawn in the project `{}`, and this is `{own}`", stamp.project);
            return Verdict::Unknown(why);
        }
        if !self.in_order {
            return Verdict::Unknown(IN_DISORDER.into());
        }
        let drawn = self.drawn(stamp);
        let alone = drawn.is_of_series(imprint, title);
        if !drawn.is_chart && !alone {
            return Verdict::Unknown(format!("there is no chart `{}` any more", stamp.chart));
        }
        if drawn.drawings.is_empty() && !alone {
            return Verdict::Unknown(format!(
                "the chart `{}` cannot be drawn now; `sourceline check` tells why",
                stamp.chart
            ));
        }
        judge(&drawn)
    }

    fn drawn(&self, stamp: &Stamp) -> Rc<DrawnNow> {
        let key = (stamp.chart.clone(), stamp.look, stamp.as_of);
        if let Some(known) = self.drawn.borrow().get(&key) {
            return known.clone();
        }
        let drawn = Rc::new(match stamp.as_of {
            None => drawn_with(&self.easel, stamp),
            Some(day) => self.drawn_as_of(day, stamp).unwrap_or_default(),
        });
        let mut kept = self.drawn.borrow_mut();
        if kept.len() >= KEPT {
            kept.clear();
        }
        kept.insert(key, drawn.clone());
        drawn
    }

    /// From what had been published by a day.
    fn drawn_as_of(&self, day: Day, stamp: &Stamp) -> Option<DrawnNow> {
        let files = self.project.files().ok()?;
        let known = as_known(self.project, &files, day)?;
        let read = known.read(self.project.settings.financial_year_starts);
        let catalogue = catalogue(self.project, &read.value).ok()?;
        Some(drawn_with(&Easel::new(self.project, &read.value, &catalogue), stamp))
    }

    fn of_copy(&self, text: &str, copy: &PictureCopy, drawn: &DrawnNow) -> Verdict {
        if drawn.all().any(|now| now.drawing.svg == text) {
            return Verdict::Current(Vec::new());
        }
        match drawn.nearest(&copy.stamp, copy.imprint.as_ref(), copy.pieces.len()) {
            Some(now) => compare(self.easel.studio.data, copy, now),
            None => Verdict::Unknown(NO_STAMP.into()),
        }
    }

    /// Of a picture that carries a stamp and no shapes that could be held against anything.
    fn of_stamp(&self, carried: &CarriedStamp, drawn: &DrawnNow) -> Verdict {
        let CarriedStamp { kind, stamp, imprint, title } = carried;
        let picture = imprint.as_ref().map(|imprint| imprint.picture.as_str());
        let count = imprint.as_ref().map_or(0, |imprint| imprint.traits.count);
        let Some(now) = drawn.nearest(stamp, imprint.as_ref(), count) else {
            return Verdict::Unknown(NO_STAMP.into());
        };
        let known = format!("known by its stamp: what a {kind} paints is not compared");
        if picture == Some(now.imprint.picture.as_str()) {
            return Verdict::Current(vec![known]);
        }
        let is = &now.drawing.chart.stamp;
        let mut changes = stale::values(self.easel.studio.data, stamp, now);
        if let Some(title) = title.as_ref().filter(|title| **title != now.drawing.chart.title) {
            changes.push(format!("title: was “{title}”, is “{}”", now.drawing.chart.title));
        }
        let older = imprint.as_ref().map(|imprint| imprint.drawing);
        let looks_same = stamp.font == is.font
            && imprint.as_ref().is_some_and(|imprint| imprint.traits.agrees(&now.imprint.traits));
        if changes.is_empty() && (stamp.inputs == is.inputs || looks_same) {
            let how = match older.unwrap_or(0).cmp(&now.imprint.drawing) {
                Ordering::Less => OLDER,
                Ordering::Equal => OTHER,
                Ordering::Greater => NEWER,
            };
            return Verdict::Current(vec![how.into(), known]);
        }
        if changes.is_empty() {
            changes
                .push("its figures are the same; its words, its order or its look are not".into());
        }
        Verdict::Stale(changes)
    }
}

/// From this drawing on a stamp says whether a picture has its title.
const SAYS_BARE: u32 = 9;

impl DrawnNow {
    fn all(&self) -> impl Iterator<Item = &Now> {
        self.drawings.iter().chain(&self.series)
    }

    /// Is a copy of this title what `render --series` drew, and no chart whose spec is gone or in disorder
    /// and that has the name of a series?
    fn is_of_series(&self, imprint: Option<&Imprint>, title: Option<&str>) -> bool {
        let picture = imprint.map(|imprint| imprint.picture.as_str());
        let fits = |now: &Now| {
            let titled = title.is_none_or(|title| title.trim().is_empty() || title == now.title());
            Some(now.imprint.picture.as_str()) == picture || !self.is_chart && titled
        };
        self.series.as_ref().is_some_and(fits)
    }

    /// The same picture, or else the one that has its title, or has none, as this stamp says. Of an
    /// older drawing, which did not say it, the one with nearly as many pieces.
    fn nearest(&self, stamp: &Stamp, imprint: Option<&Imprint>, pieces: usize) -> Option<&Now> {
        let picture = imprint.map(|imprint| imprint.picture.as_str());
        let says = imprint.is_some_and(|imprint| imprint.drawing >= SAYS_BARE);
        let same = self.all().find(|now| Some(now.imprint.picture.as_str()) == picture);
        let nearest = || self.drawings.iter().min_by_key(|now| now.pieces.len().abs_diff(pieces));
        let alike = || self.drawings.iter().find(|now| now.drawing.chart.bare == stamp.bare);
        let told = || if says { alike() } else { None };
        same.or_else(told).or_else(nearest).or(self.series.as_ref())
    }
}

fn drawn_with(easel: &Easel, stamp: &Stamp) -> DrawnNow {
    let chart = easel.catalogue.find(&stamp.chart);
    let mut drawings = Vec::new();
    if let Some(chart) = chart {
        // A copy made for a report may leave its title to the caption.
        for bare in [false, true] {
            let choice = |_: &Looks, _| vec![stamp.look];
            let drawn = easel.draw_all(chart, bare, &choice).value.drawn;
            drawings.extend(drawn.into_iter().next().map(Now::of));
        }
    }
    let series = of_series(easel, &stamp.chart, stamp.look).map(Now::of);
    DrawnNow { is_chart: chart.is_some(), drawings, series }
}

/// What `render --series` draws under this name.
fn of_series(easel: &Easel, name: &str, look: Look) -> Option<Rendering> {
    let data = easel.studio.data;
    let spec = first_spec(data, &series_named(data, name)?, None);
    let choice = |_: &Looks, _| vec![look];
    let spec = ChartSpec::only(name, &spec_label(name), &spec);
    let drawn = easel.studio.draw(&spec, false, &choice).value.drawn;
    drawn.into_iter().next()
}

/// One verdict for the forms of a picture, of which each program shows one.
fn together(mut judged: Vec<(&str, JudgedCopy)>) -> JudgedCopy {
    let plain = |one: &Verdict| match one {
        Verdict::Current(_) => "current",
        Verdict::Stale(_) => "stale",
        Verdict::Altered(_) => "altered",
        Verdict::Both(..) => "stale and altered",
        Verdict::Unknown(_) => "unknown",
    };
    if judged.is_empty() {
        return JudgedCopy { stamp: None, verdict: Verdict::Unknown(NO_STAMP.into()) };
    }
    let agree = judged.iter().all(|(_, one)| plain(&one.verdict) == plain(&judged[0].1.verdict));
    if agree || judged.len() == 1 {
        return judged.swap_remove(0).1;
    }
    let forms: Vec<String> =
        judged.iter().map(|(kind, one)| format!("its {kind} is {}", plain(&one.verdict))).collect();
    let mut reasons = vec![format!("{}: each program shows one of them", forms.join(", "))];
    let stamp = judged.iter().find_map(|(_, one)| one.stamp.clone());
    let (mut stale, mut altered) = (Vec::new(), Vec::new());
    for (_, one) in judged {
        match one.verdict {
            Verdict::Stale(more) if stale.is_empty() => stale = more,
            Verdict::Altered(more) => altered.extend(more),
            Verdict::Both(more, most) => {
                stale.extend(more);
                altered.extend(most);
            }
            _ => {}
        }
    }
    let verdict = match (stale.is_empty(), altered.is_empty()) {
        (false, false) => {
            reasons.extend(stale);
            Verdict::Both(reasons, altered)
        }
        (false, true) => {
            reasons.extend(stale);
            Verdict::Stale(reasons)
        }
        (true, false) => {
            reasons.extend(altered);
            Verdict::Altered(reasons)
        }
        (true, true) => Verdict::Unknown(reasons.remove(0)),
    };
    JudgedCopy { stamp, verdict }
}

const INTRICATE: &str = "it is more intricate than any picture of ours, and is not looked into: over 32 MiB, \
     10,000 texts, 64 KiB of styles, or over 100 elements inside each other, attributes at one, or entities";
pub const IN_DISORDER: &str = "there are errors in the project; `sourceline check` tells";
pub const NO_STAMP: &str = "it carries no stamp: another program may have dropped it";
const FORM: &str = "only its file form differs: it shows and says the same";
const OLDER: &str = "it was drawn by an older version, and says the same";
const NEWER: &str = "it was drawn by a newer version, and says the same";
const REWORDED: &str = "its figures are the same and other words are not, and its stamp is too old to tell whether the data or only the wording changed";
const OTHER: &str = "it was drawn by another version, and says the same";

fn compare(data: &Dataset, copy: &PictureCopy, now: &Now) -> Verdict {
    let against_now = altered::against(data, copy, now);
    if against_now.is_empty() {
        return Verdict::Current(vec![FORM.into()]);
    }
    let changes = stale::changes(data, copy, now);
    let Some(imprint) = &copy.imprint else {
        let says_the_same = stale::words_of(&copy.pieces) == stale::words_of(&now.pieces)
            && copy.title == now.title();
        return match (copy.strange.is_empty(), says_the_same) {
            (false, _) => Verdict::Altered(copy.strange.clone()),
            (true, true) => Verdict::Unknown(
                "it says the same, but its shapes are others, and its stamp is too old to tell whether they were altered".into(),
            ),
            (true, false) if stale::values_and_title(data, copy, now).is_empty() => {
                Verdict::Unknown(REWORDED.into())
            }
            (true, false) => Verdict::Stale(changes),
        };
    };
    if imprint.picture == now.imprint.picture {
        return Verdict::Altered(against_now);
    }
    let altered = altered::against_itself(copy, imprint);
    let same_inputs = copy.stamp.inputs == now.drawing.chart.stamp.inputs;
    let newer = imprint.drawing != now.imprint.drawing;
    let says_the_same = stale::words_of(&copy.pieces) == stale::words_of(&now.pieces);
    let is_stale = copy.stamp.said != now.drawing.chart.stamp.said
        || copy.stamp.figures != now.drawing.chart.stamp.figures
        || !same_inputs && (!newer || !says_the_same)
        || !newer && !says_the_same && altered.is_empty();
    match (is_stale, altered.is_empty()) {
        (false, true) => {
            let how = match imprint.drawing.cmp(&now.imprint.drawing) {
                Ordering::Less => OLDER,
                Ordering::Equal => OTHER,
                Ordering::Greater => NEWER,
            };
            Verdict::Current(vec![how.into()])
        }
        (false, false) => Verdict::Altered(altered),
        (true, true) => Verdict::Stale(changes),
        (true, false) => Verdict::Both(changes, altered),
    }
}
