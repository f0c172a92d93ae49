//! What `embedded.toml` names, when nobody names a path; and what is known by its bytes alone.

use std::path::{Path, PathBuf};

use sourceline::documents::DocumentKind;
use sourceline::figure::Day;
use sourceline::nearest::likely;
use sourceline::output::format::{self, Format};
use sourceline::output::kit::Kit;
use sourceline::output::register::{self, WrittenFile, with_plain_ends};
use sourceline::store::{Folder, is_there, read, way_from};

use super::document::{Judges, document};
use super::judge::{CopyJudge, IN_DISORDER, Verdict};
use super::row::VerdictRow;
use crate::cli::as_of::as_known;
use crate::cli::context::Context;
use crate::cli::drawing::{Easel, catalogue};
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::outputs::register_of;
use crate::cli::report;
use crate::cli::said::date;

/// Of every file that was written for a document.
pub fn rows(project: &Folder, judges: Judges, kit: &Kit) -> Result<Vec<VerdictRow>, Failure> {
    let register = register_of(project)?;
    let mut rows = Vec::new();
    for file in register.files() {
        // As whoever asks would name it.
        let path = PathBuf::from(way_from(Path::new("."), &project.root.join(&file.path))?);
        if !is_there(&path) {
            rows.push(VerdictRow { chart: file.chart.clone(), ..gone(&path, &file.path) });
        } else if let Some(known) = OfDay::named_by(file) {
            let verdict = known.judge(judges.0, file, &path);
            rows.push(VerdictRow { chart: known.chart, ..VerdictRow::judged(&path, verdict) });
        } else if let Some(format) = words_format(file) {
            let verdict = words(judges.0, kit, (&file.chart, file), format, &path);
            rows.push(VerdictRow {
                chart: file.chart.clone(),
                ..VerdictRow::judged(&path, verdict)
            });
        } else if DocumentKind::named(&file.path).is_some() {
            // A README among the pictures holds none, and needs none.
            let needs = file.hash.is_empty();
            rows.extend(document(judges, &path, needs, &mut Vec::new()));
        }
    }
    Ok(rows)
}

fn gone(path: &Path, way: &str) -> VerdictRow {
    let why = format!(
        "it is not there; `sourceline verify --forget {way}` takes it out of {}",
        register::FILE
    );
    VerdictRow::judged(path, Verdict::Unknown(why))
}

/// The format of a file of words or data beside a picture.
fn words_format(file: &WrittenFile) -> Option<&'static Format> {
    let name = file.path.rsplit('/').next().unwrap_or_default();
    let mut formats = format::ALL.iter().copied().filter(|format| !format.has_looks);
    formats.find(|format| name == format.file(&file.chart) && !file.hash.is_empty())
}

/// What was written beside a picture that is drawn from what was known on a day: its name says which.
struct OfDay {
    chart: String,
    day: Day,
    format: &'static Format,
}

impl OfDay {
    fn named_by(file: &WrittenFile) -> Option<OfDay> {
        let name = file.path.rsplit('/').next().unwrap_or_default();
        let (chart, rest) = name.rsplit_once(AS_OF)?;
        let typed = rest.get(..DAY)?;
        let day = date(Some(typed)).ok()??.span().end;
        let stem = name.get(..chart.len() + AS_OF.len() + DAY)?;
        let mut formats = format::ALL.iter().copied().filter(|format| !format.has_looks);
        let format = formats.find(|format| name == format.file(stem) && !file.hash.is_empty())?;
        Some(OfDay { chart: chart.to_string(), day, format })
    }

    fn judge(&self, judge: &CopyJudge, file: &WrittenFile, path: &Path) -> Verdict {
        let project = judge.project();
        let unknown = |why: String| Verdict::Unknown(why);
        if !judge.is_in_order() {
            return unknown(IN_DISORDER.into());
        }
        let files = match project.files() {
            Ok(files) => files,
            Err(error) => return unknown(error.to_string()),
        };
        let Some(known) = as_known(project, &files, self.day) else {
            return unknown(IN_DISORDER.into());
        };
        let read = known.read(project.settings.financial_year_starts);
        let catalogue = match catalogue(project, &read.value) {
            Ok(catalogue) => catalogue,
            Err(_) => return unknown(IN_DISORDER.into()),
        };
        let kit = Kit::new(&read.value, &project.settings.house.style, Vec::new());
        let judge = CopyJudge::new(project, Easel::new(project, &read.value, &catalogue), true);
        words(&judge, &kit, (&self.chart, file), self.format, path)
    }
}

/// Between the name of a chart and a day, `2019-06-30`.
const AS_OF: &str = "-as-of-";
const DAY: usize = "2019-06-30".len();

/// They carry no stamp: they are what would be written now, what was written then, or neither.
fn words(
    judge: &CopyJudge,
    kit: &Kit,
    (chart, file): (&String, &WrittenFile),
    format: &'static Format,
    path: &Path,
) -> Verdict {
    let bytes = match read(path) {
        Ok(bytes) => bytes,
        Err(error) => return Verdict::Unknown(error.to_string()),
    };
    let mut now = [false, true].into_iter().filter_map(|bare| judge.named(chart, bare));
    let mut drawn = false;
    let same = now.any(|drawing| {
        drawn = true;
        let made = kit.files(&drawing, &[format]);
        made.is_ok_and(|files| {
            files.iter().any(|(_, made)| with_plain_ends(made) == with_plain_ends(&bytes))
        })
    });
    match (same, drawn, file.is_of(&bytes)) {
        (true, ..) => Verdict::Current(Vec::new()),
        (_, false, _) if !judge.names().contains(chart) => {
            Verdict::Unknown(format!("there is no chart `{chart}` any more"))
        }
        (_, false, _) => Verdict::Unknown(format!(
            "its chart `{chart}` cannot be drawn now; `sourceline check` tells why"
        )),
        (_, _, true) => {
            Verdict::Stale(vec!["its chart says something else now: write it again".into()])
        }
        (_, _, false) => Verdict::Altered(vec![
            "it was edited since it was written, and is not what would be written now".into(),
        ]),
    }
}

/// Takes files out of `embedded.toml`; what is not in it is told, and then nothing is changed.
pub fn forget(project: &Folder, paths: &[PathBuf], context: &mut Context) -> Result<Exit, Failure> {
    let register = register_of(project)?;
    let mut ways = Vec::new();
    for path in paths {
        let typed = path.to_string_lossy().into_owned();
        let way = match register.find(&typed) {
            Some(_) => typed,
            None => way_from(&project.root, path)?,
        };
        match register.find(&way) {
            Some(_) => ways.push(way),
            None => {
                let known = register.files().map(|file| (file.path.as_str(), String::new()));
                let likely = likely(&way, known).into_iter().map(str::to_string).collect();
                let what = "file in embedded.toml";
                return Err(Failure::Unknown {
                    what,
                    name: way,
                    likely,
                    list: "sourceline verify",
                });
            }
        }
    }
    project.change_register(Vec::new(), &ways)?;
    let many = report::count(ways.len(), "file", "files");
    context.out.say(format_args!("{many} taken out of {}\n", register::FILE));
    Ok(Exit::Fine)
}
