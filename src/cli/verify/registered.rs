//! What `embedded.toml` names, when nobody names a path; and what is known by its bytes alone.

use std::path::{Path, PathBuf};

use sourceline::documents::DocumentKind;
use sourceline::nearest::likely;
use sourceline::output::format::{self, Format};
use sourceline::output::kit::Kit;
use sourceline::output::register::{self, WrittenFile, with_plain_ends};
use sourceline::store::{Folder, is_there, read, way_from};

use super::document::{Judges, document};
use super::judge::{CopyJudge, Verdict};
use super::row::VerdictRow;
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::outputs::register_of;
use crate::cli::report;

/// Of every file that was written for a document.
pub fn rows(project: &Folder, judges: Judges, kit: &Kit) -> Result<Vec<VerdictRow>, Failure> {
    let register = register_of(project)?;
    let mut rows = Vec::new();
    for file in register.files() {
        // As whoever asks would name it.
        let path = PathBuf::from(way_from(Path::new("."), &project.root.join(&file.path))?);
        if !is_there(&path) {
            rows.push(VerdictRow { chart: file.chart.clone(), ..gone(&path, &file.path) });
        } else if let Some(format) = words_format(file) {
            let verdict = words(judges.0, kit, file, format, &path);
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

/// They carry no stamp: they are what would be written now, what was written then, or neither.
fn words(
    judge: &CopyJudge,
    kit: &Kit,
    file: &WrittenFile,
    format: &'static Format,
    path: &Path,
) -> Verdict {
    let bytes = match read(path) {
        Ok(bytes) => bytes,
        Err(error) => return Verdict::Unknown(error.to_string()),
    };
    let mut now = [false, true].into_iter().filter_map(|bare| judge.named(&file.chart, bare));
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
        (_, false, _) if !judge.names().contains(&file.chart) => {
            Verdict::Unknown(format!("there is no chart `{}` any more", file.chart))
        }
        (_, false, _) => Verdict::Unknown(format!(
            "its chart `{}` cannot be drawn now; `sourceline check` tells why",
            file.chart
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
