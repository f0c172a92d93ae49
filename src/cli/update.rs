//! `sourceline update`: newer pictures in place of the stale ones of a document.

use std::path::{Path, PathBuf};

use clap::Args;
use sourceline::documents::{self, DocumentKind, FoundPicture, MOST_BYTES, NewPicture, Unlooked};
use sourceline::output::format::{self, Format};
use sourceline::output::kit::Kit;
use sourceline::store::{FileStanding, read_within, refuse_open, replace_keeping, standing};

use super::context::{Context, in_order};
use super::drawing::{self, Easel};
use super::exit::Exit;
use super::failure::Failure;
use super::fonts::FontFolder;
use super::report;
use super::screen::visible;
use super::verify::judge::{CopyJudge, JudgedCopy, Verdict};
use super::verify::look;

/// Replaces stale charts in documents, and leaves all else as it is
///
/// In Word (docx), PowerPoint (pptx), OpenDocument (odt, odp), HTML, Markdown, SVG and PNG. A picture
/// keeps its look and its width; its height follows, and its alternative text where nobody wrote
/// another. Captions, tables and sentences are left: what changed is told, to be looked for there.
/// Every other part of the document stays byte for byte, and the document as it was is kept as
/// NAME.before, or NAME.before-2 where there is one. What was altered by hand, is signed or has tracked changes round a chart is left and
/// told.
#[derive(Args)]
#[command(
    after_help = "Examples:\n  sourceline update report.docx --dry-run\n  sourceline update report.docx slides.pptx"
)]
pub struct Update {
    /// The documents
    #[arg(value_name = "DOCUMENT", required = true)]
    documents: Vec<PathBuf>,
    #[command(flatten)]
    fonts: FontFolder,
    /// Write nothing; say what would be replaced
    #[arg(long)]
    dry_run: bool,
}

impl Update {
    pub fn run(self, context: &mut Context) -> Result<Exit, Failure> {
        in_order(context, |project, data, context| {
            let catalogue = drawing::catalogue(project, data)?;
            let kit = self.fonts.kit(data, project)?;
            let judge = CopyJudge::new(project, Easel::new(project, data, &catalogue), true);
            let mut exit = Exit::Fine;
            for path in &self.documents {
                let done = self.document(&judge, &kit, path);
                let name = visible(&path.to_string_lossy()).into_owned();
                exit = exit.max(match done {
                    Ok(done) => done.tell(&name, self.dry_run, context),
                    Err(why) => {
                        let word = context.out.yellow("left");
                        context.out.say(format_args!("{word} {name}\n  {}\n", visible(&why)));
                        Exit::Unable
                    }
                });
            }
            Ok(exit)
        })
    }

    /// Else why it is left alone.
    fn document(
        &self,
        judge: &CopyJudge,
        kit: &Kit,
        path: &Path,
    ) -> Result<DocumentUpdate, String> {
        let failed = |error: sourceline::store::StoreError| error.to_string();
        refuse_open(path).map_err(failed)?;
        let bytes = read_within(path, MOST_BYTES).map_err(failed)?;
        if bytes.len() > MOST_BYTES {
            return Err(Unlooked::Large.to_string());
        }
        let mut done = DocumentUpdate::default();
        let mut undrawn = None;
        let refreshed = documents::refreshed(&path.to_string_lossy(), &bytes, &mut |picture| {
            if !done.wants(judge, picture) {
                return None;
            }
            new_picture(judge, kit, picture).map_err(|why| undrawn = Some(why)).ok()
        })?;
        if let Some(why) = undrawn {
            return Err(why);
        }
        done.linked(judge, path);
        done.pictures = refreshed.pictures;
        done.remarks.extend(refreshed.remarks);
        if refreshed.pictures > 0 && !self.dry_run {
            let folder = path.parent().unwrap_or(Path::new(""));
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if standing(path, &bytes).map_err(failed)? != FileStanding::Same {
                return Err("it was changed while it was read; try again".into());
            }
            let kept = replace_keeping(folder, &name, &bytes, &refreshed.bytes).map_err(failed)?;
            done.kept = kept;
        }
        Ok(done)
    }
}

fn new_picture(judge: &CopyJudge, kit: &Kit, picture: &FoundPicture) -> Result<NewPicture, String> {
    let drawing = judge.fresh(picture).ok_or("its chart cannot be drawn now")?;
    let formats: Vec<&Format> =
        format::ALL.iter().copied().filter(|format| format.word == "png").collect();
    let files = kit.files(&drawing, &formats).map_err(|problem| problem.message.to_string())?;
    let png = files.into_iter().next().map(|(_, bytes)| bytes);
    Ok(NewPicture { svg: drawing.svg, png })
}

/// What became of one document, or would.
#[derive(Default)]
struct DocumentUpdate {
    pictures: usize,
    /// The name of the copy of what it was.
    kept: String,
    /// Of each stale chart, with what has changed.
    changes: Vec<(String, Vec<String>)>,
    /// What is left as it is and ought not to be.
    left: Vec<String>,
    remarks: Vec<String>,
    /// Pictures that are named and are not there.
    missing: Vec<String>,
}

impl DocumentUpdate {
    /// Is it to be replaced? Else it is told why not.
    fn wants(&mut self, judge: &CopyJudge, picture: &FoundPicture) -> bool {
        let JudgedCopy { stamp, verdict } = judge.picture(picture);
        let chart = stamp.map(|stamp| stamp.chart).unwrap_or_default();
        let place = match picture.place.as_str() {
            "" => chart,
            place => format!("{place}, {chart}"),
        };
        match verdict {
            Verdict::Current(_) => false,
            Verdict::Stale(reasons) => {
                self.changes.push((place, reasons));
                true
            }
            Verdict::Altered(reasons) | Verdict::Both(_, reasons) => {
                let first = reasons.first().cloned().unwrap_or_default();
                self.left.push(format!("{place}: altered by hand, and left as it is ({first})"));
                false
            }
            Verdict::Unknown(why) => {
                self.left.push(format!("{place}: left as it is; {why}"));
                false
            }
        }
    }

    /// Files of their own that a page shows.
    fn linked(&mut self, judge: &CopyJudge, path: &Path) {
        let kind = DocumentKind::named(&path.to_string_lossy());
        if !matches!(kind, Some(DocumentKind::Html | DocumentKind::Markdown)) {
            return;
        }
        let Ok(found) = look(path) else { return };
        self.missing.extend(found.missing);
        for picture in &found.pictures {
            let part = &picture.forms[0].part;
            if part.is_empty() || !matches!(judge.picture(picture).verdict, Verdict::Stale(_)) {
                continue;
            }
            let file = path.parent().unwrap_or(Path::new("")).join(part);
            let file = file.to_string_lossy();
            self.left.push(format!("{}: stale, a file of its own: update {file}", picture.place));
        }
    }

    fn tell(self, name: &str, dry_run: bool, context: &mut Context) -> Exit {
        let out = &mut context.out;
        let charts = report::count(self.pictures, "chart", "charts");
        match (self.pictures, dry_run) {
            (0, _) => {
                let word = out.bold("unchanged");
                out.say(format_args!("{word} {name}\n"));
            }
            (_, true) => {
                let word = out.bold("would update");
                out.say(format_args!("{word} {name}: {charts}\n"));
            }
            (_, false) => {
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
        for told in self.remarks.iter().chain(&self.left).chain(&self.missing) {
            out.say(format_args!("  {}\n", visible(told)));
        }
        match (self.left.is_empty(), self.missing.is_empty()) {
            (_, false) => Exit::Unable,
            (false, true) => Exit::Problems,
            (true, true) => Exit::Fine,
        }
    }
}
