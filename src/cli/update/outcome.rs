//! What became of one document, and how it is told.

use std::path::Path;

use sourceline::documents::FoundPicture;
use sourceline::embed::chart_tag;

use super::super::context::Context;
use super::super::exit::Exit;
use super::super::report;
use super::super::screen::visible;
use super::super::verify::judge::{CopyJudge, JudgedCopy, Verdict};

/// What became of one document, or would.
#[derive(Default)]
pub struct DocumentUpdate {
    pub pictures: usize,
    pub words: usize,
    /// How many heights of pictures in a page.
    pub heights: usize,
    /// How many expressions are filled in, or newer.
    pub count: usize,
    /// Which, and what stands there.
    pub filled: Vec<String>,
    /// The name of the copy of what it was.
    pub kept: String,
    /// Of each stale chart, with what has changed.
    pub changes: Vec<(String, Vec<String>)>,
    /// Of words beside charts, where they stand and what has changed.
    pub beside: Vec<(String, Vec<String>)>,
    /// What is left as it is and ought not to be.
    pub left: Vec<String>,
    pub remarks: Vec<String>,
    /// Pictures that are named and are not there.
    pub missing: Vec<String>,
    /// What was not looked into, and why: there may be a stale chart.
    pub unlooked: Vec<String>,
}

impl DocumentUpdate {
    /// Each once: a text box says its words a second time, for older programs.
    pub fn fills(&mut self, told: String) {
        if !self.filled.contains(&told) {
            self.filled.push(told);
        }
    }

    /// The tag of its chart, if it is to be replaced; else it is told why not.
    pub fn wants(&mut self, judge: &CopyJudge, picture: &FoundPicture) -> Option<String> {
        let JudgedCopy { stamp, verdict } = judge.picture(picture);
        let tag = stamp.as_ref().map(|stamp| chart_tag(&stamp.project, &stamp.chart));
        let chart = stamp.map(|stamp| stamp.chart).unwrap_or_default();
        let place = match picture.place.as_str() {
            "" => chart,
            place => format!("{place}, {chart}"),
        };
        match verdict {
            Verdict::Current(_) => None,
            Verdict::Stale(reasons) => {
                self.changes.push((place, reasons));
                tag
            }
            Verdict::Altered(reasons) | Verdict::Both(_, reasons) => {
                let first = reasons.first().cloned().unwrap_or_default();
                self.left.push(format!("{place}: altered by hand, and left as it is ({first})"));
                None
            }
            Verdict::Unknown(why) => {
                self.left.push(format!("{place}: left as it is; {why}"));
                None
            }
        }
    }

    pub fn is_changed(&self) -> bool {
        self.pictures + self.words + self.heights + self.count > 0
    }

    /// `2 charts and the words beside them, 1 expression`.
    fn counted(&self) -> String {
        let charts = match (self.pictures, self.words) {
            (0, 0) => String::new(),
            (0, _) => "words beside charts".to_string(),
            (_, 0) => report::count(self.pictures, "chart", "charts"),
            _ => report::count(
                self.pictures,
                "chart and the words beside it",
                "charts and the words beside them",
            ),
        };
        let counted = |count: usize, one: &str, many: &str| match count {
            0 => String::new(),
            _ => report::count(count, one, many),
        };
        let heights = counted(self.heights, "height", "heights");
        let typed = counted(self.count, "expression", "expressions");
        let all = [charts, heights, typed].into_iter().filter(|one| !one.is_empty());
        all.collect::<Vec<_>>().join(", ")
    }

    pub fn tell(self, name: &str, dry_run: bool, context: &mut Context) -> Exit {
        let out = &mut context.out;
        let charts = self.counted();
        match (self.is_changed(), dry_run) {
            (false, _) => {
                let word = out.bold("unchanged");
                let but = match self.unlooked.is_empty() {
                    true => "",
                    false => ", but not all of it was looked into:",
                };
                out.say(format_args!("{word} {name}{but}\n"));
            }
            (true, true) => {
                let word = out.bold("would update");
                out.say(format_args!("{word} {name}: {charts}\n"));
            }
            (true, false) => {
                let word = out.bold("updated");
                let kept = Path::new(name).with_file_name(&self.kept);
                let kept = kept.to_string_lossy();
                out.say(format_args!("{word} {name}: {charts}; as it was: {kept}\n"));
            }
        }
        for (place, reasons) in &self.changes {
            for reason in reasons {
                out.say(format_args!("  {}\n", visible(&format!("{place}: {reason}"))));
            }
        }
        for (place, changes) in &self.beside {
            // What changed in a picture is what changed beside it.
            let changes = if self.changes.is_empty() { &changes[..] } else { &[] };
            match changes {
                [] => out.say(format_args!("  {}\n", visible(place))),
                _ => changes.iter().for_each(|change| {
                    out.say(format_args!("  {}\n", visible(&format!("{place}: {change}"))));
                }),
            }
        }
        for told in &self.filled {
            out.say(format_args!("  {}\n", visible(told)));
        }
        for told in self.remarks.iter().chain(&self.left).chain(&self.missing).chain(&self.unlooked)
        {
            out.say(format_args!("  {}\n", visible(told)));
        }
        match (self.left.is_empty(), self.missing.is_empty() && self.unlooked.is_empty()) {
            (_, false) => Exit::Unable,
            (false, true) => Exit::Problems,
            (true, true) => Exit::Fine,
        }
    }
}
