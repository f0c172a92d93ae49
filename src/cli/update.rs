//! `sourceline update`: newer pictures in place of the stale ones of a document.

mod outcome;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use clap::Args;
use sourceline::documents::{
    self, DocumentKind, ExpressionFilling, FormSays, FoundAlternative, FoundCharts,
    FoundExpression, FoundForm, FoundPicture, FoundSize, FoundWords, MOST_BYTES, NewPicture, Newer,
    Unlooked,
};
use sourceline::embed::{OwnPart, chart_tag};
use sourceline::encode::copy::PictureCopy;
use sourceline::output::format::{self, Format};
use sourceline::output::kit::Kit;
use sourceline::output::rendering::Rendering;
use sourceline::store::{
    FileStanding, files_below, read_within, refuse_open, replace_keeping, standing,
};

use self::outcome::DocumentUpdate;
use super::context::{Context, in_order};
use super::drawing::{self, Easel};
use super::exit::Exit;
use super::failure::Failure;
use super::fonts::FontFolder;
use super::import::shell::shell;
use super::screen::visible;
use super::verify::beside::{WordsJudge, WordsVerdict, bare_charts};
use super::verify::document::look;
use super::verify::judge::{CopyJudge, JudgedCopy, Verdict};
use super::verify::typed::{ExpressionJudge, ExpressionVerdict, by_hand};
use super::verify::unmarked::{OlderWords, older_words};
use super::verify::words::ChangedWords;
use super::{outputs, report};

/// Replaces stale charts in documents, and leaves all else as it is
///
/// In Word (docx), PowerPoint (pptx), OpenDocument (odt, odp), HTML, Markdown, SVG, PNG, and a PDF that is one
/// chart as it was written. A picture
/// keeps its look and its width; its height follows, and its alternative text where nobody wrote
/// another. So do the title, the sources, the description and the table that `embed` wrote beside it,
/// unless somebody changed them. Sentences are left: what changed is told, to be looked for there.
/// Type `{{ chart NAME }}` or `{{ latest("series") }}`, and whatever else a chart's words may compute, into
/// a document of your own (docx, pptx): each becomes the chart or the words, and from then on is
/// brought up to date; Word keeps the expression in the tag of a content control, PowerPoint in the alternative text of
/// the shape. A chart takes the place of the text box in which it stands alone. Elsewhere nothing is filled in, and what
/// was typed is told.
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
                        context.out.say(format_args!("{word} {name}\n"));
                        for line in why.lines() {
                            context.out.say(format_args!("  {}\n", visible(line)));
                        }
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
        if let Some(why) = a_folder(path) {
            return Err(why);
        }
        refuse_open(path).map_err(failed)?;
        let bytes = read_within(path, MOST_BYTES).map_err(failed)?;
        if bytes.len() > MOST_BYTES {
            return Err(Unlooked::Large.to_string());
        }
        let name = path.to_string_lossy();
        let mut found = look(path).unwrap_or_default();
        let unlooked = std::mem::take(&mut found.remarks);
        let typed = std::mem::take(&mut found.elsewhere);
        let mut renewal = Renewal {
            judge,
            kit,
            beside: &WordsJudge::new(judge, kit),
            bare: bare_charts(&found.words),
            marked: found.words.iter().map(|words| words.mark.chart.clone()).collect(),
            said_then: Vec::new(),
            undrawn: None,
            pictures: found.pictures.clone(),
            done: DocumentUpdate::default(),
        };
        let refreshed = documents::refreshed(&name, &bytes, &mut renewal)?;
        if let Some(why) = renewal.undrawn {
            return Err(why);
        }
        renewal.linked(found, path);
        let older = renewal.older(&name, &refreshed.bytes);
        if older.is_empty() {
            renewal.unmarked(&documents::plain_words(&name, &bytes));
        }
        renewal.done.left.extend(older);
        let mut done = renewal.done;
        for one in &typed {
            let told = ExpressionJudge(judge).elsewhere(one, path).into_iter();
            done.left
                .extend(told.map(|told| format!("{}, {{{{ {} }}}}: {told}", one.place, one.words)));
        }
        done.pictures = refreshed.pictures;
        done.words = refreshed.words;
        done.heights = refreshed.heights;
        done.count = refreshed.filled;
        done.remarks.extend(refreshed.remarks);
        done.left.extend(refreshed.left);
        // Of the files that a page shows only the first look knows.
        done.unlooked = unlooked;
        done.unlooked.extend(refreshed.unlooked);
        done.unlooked.sort();
        done.unlooked.dedup();
        if done.is_changed() && !self.dry_run {
            let folder = path.parent().unwrap_or(Path::new(""));
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if standing(path, &bytes).map_err(failed)? != FileStanding::Same {
                return Err("it was changed while it was read; try again".into());
            }
            let kept = replace_keeping(folder, &name, &bytes, &refreshed.bytes).map_err(failed)?;
            done.kept = kept;
            let entered = outputs::rewritten(judge.project(), path, &bytes, &refreshed.bytes);
            let told = entered.err().map(|error| outputs::not_entered("it is", &error));
            done.remarks.extend(told);
        }
        Ok(done)
    }
}

/// A folder is no document; those in it are named.
fn a_folder(path: &Path) -> Option<String> {
    let is_document = |name: &str| DocumentKind::named(name).is_some();
    let found = files_below(path, &is_document).ok()??;
    let name = |file: &PathBuf| file.to_string_lossy().into_owned();
    let told = match &found.files[..] {
        [] => " and holds no document".to_string(),
        [only] => format!("; name the document in it: sourceline update {}", shell(&name(only))),
        [first, second] => format!(
            "; name the documents in it: sourceline update {} {}",
            shell(&name(first)),
            shell(&name(second))
        ),
        [first, second, more @ ..] => format!(
            "; name the documents in it that are meant: sourceline update {} {}, and {}",
            shell(&name(first)),
            shell(&name(second)),
            report::count(more.len(), "more", "more")
        ),
    };
    Some(format!("it is a folder{told}"))
}

fn new_picture(judge: &CopyJudge, kit: &Kit, picture: &FoundPicture) -> Result<NewPicture, String> {
    let is_pdf =
        |form: &FoundForm| matches!(&form.says, FormSays::Stamp(carried) if carried.kind == "PDF");
    let word = if picture.forms.iter().any(is_pdf) { "pdf" } else { "png" };
    drawn(kit, judge.fresh(picture).ok_or("its chart cannot be drawn now")?, word)
}

/// As SVG, and in the format of this word.
fn drawn(kit: &Kit, drawing: Rendering, word: &str) -> Result<NewPicture, String> {
    let formats: Vec<&Format> =
        format::ALL.iter().copied().filter(|format| format.word == word).collect();
    let files = kit.files(&drawing, &formats).map_err(|problem| problem.message.to_string())?;
    let made = files.into_iter().next().map(|(_, bytes)| bytes);
    let (png, pdf) = if word == "pdf" { (None, made) } else { (made, None) };
    Ok(NewPicture { svg: drawing.svg, png, pdf })
}

/// What is asked for each chart of a document and for the words beside it.
struct Renewal<'u> {
    judge: &'u CopyJudge<'u>,
    kit: &'u Kit<'u>,
    beside: &'u WordsJudge<'u>,
    /// The charts whose titles stand in the document.
    bare: BTreeSet<String>,
    /// Those of which words stand between marks.
    marked: BTreeSet<String>,
    /// Where a chart without such stands, and texts of which one stands beside it if `embed` wrote it.
    said_then: Vec<SaidThen>,
    undrawn: Option<String>,
    /// All of the document, and the files that it shows.
    pictures: Vec<FoundPicture>,
    done: DocumentUpdate,
}

impl Newer for Renewal<'_> {
    fn alternative(&mut self, found: &FoundAlternative) -> Option<String> {
        let (new, changes) = self.beside.alternative(found, &self.pictures)?;
        self.done.beside.push((format!("{}, alternative text", found.place), changes));
        Some(new)
    }

    fn height(&mut self, found: &FoundSize) -> Option<u32> {
        let picture = self.pictures.iter().find(|picture| found.is_of(picture))?;
        let JudgedCopy { verdict, .. } = self.judge.picture(picture);
        let new = self.beside.height(found, picture, &verdict)?;
        let told = format!("was {}, is {new}", found.height);
        self.done.beside.push((format!("{}, height", found.place), vec![told]));
        Some(new)
    }

    fn picture(&mut self, found: &FoundPicture) -> Option<NewPicture> {
        let tag = self.done.wants(self.judge, found)?;
        if !self.marked.contains(&tag) {
            let (place, said) = (found.place.clone(), said_by(found));
            self.said_then.push(SaidThen { place, said, is_older: true });
        }
        let new = new_picture(self.judge, self.kit, found);
        new.map_err(|why| self.undrawn = Some(why)).ok()
    }

    fn expression(&mut self, found: &FoundExpression) -> Result<Option<ExpressionFilling>, String> {
        let place = format!("{}, {{{{ {} }}}}", found.place, found.words);
        let was = found.filled.as_ref().map(|filled| filled.text.as_str());
        let judge = ExpressionJudge(self.judge);
        let verdict = judge.judge(found);
        if matches!(verdict, ExpressionVerdict::Right | ExpressionVerdict::Words(_)) {
            let told = judge.beside(found).into_iter();
            self.done.left.extend(told.map(|told| format!("{place}: {told}")));
        }
        match verdict {
            ExpressionVerdict::Right => Ok(None),
            ExpressionVerdict::OfOthers => {
                self.done
                    .remarks
                    .push(format!("{place}: names nothing of ours, and is left as it is"));
                Ok(None)
            }
            ExpressionVerdict::Words(now) => {
                self.done.fills(match was {
                    Some(was) => format!("{place}: was “{was}”, is “{now}”"),
                    None => format!("{place}: “{now}”"),
                });
                Ok(Some(ExpressionFilling::Words(now)))
            }
            ExpressionVerdict::ByHand(now) => {
                let told = by_hand(was, &now);
                self.done.left.push(format!("{place}: left as it is; {told}"));
                Ok(None)
            }
            ExpressionVerdict::Chart(name) => {
                let drawing = self.judge.named(&name, false).ok_or_else(|| {
                    format!("the chart `{name}` cannot be drawn now; `sourceline check` tells why")
                })?;
                let new = drawn(self.kit, drawing, "png")?;
                self.done.fills(format!("{place}: the chart"));
                Ok(Some(ExpressionFilling::Picture(name, Box::new(new))))
            }
            ExpressionVerdict::Wrong(why) => Err(why),
        }
    }

    fn words(&mut self, found: &FoundWords) -> Option<OwnPart> {
        let (place, what) = (&found.place, found.mark.called());
        match self.beside.judge(found, &self.bare) {
            WordsVerdict::Right | WordsVerdict::Reworded(_) => None,
            WordsVerdict::Stale(part, changes) => {
                self.done.beside.push((format!("{place}, {what}"), changes));
                Some(part)
            }
            WordsVerdict::ByHand(_) => {
                self.done.left.push(format!(
                    "{place}, {what}: changed by hand, and left as they are; read them, or take \
                     the marks round them away"
                ));
                None
            }
        }
    }
}

impl Renewal<'_> {
    /// Files of their own that a page shows.
    fn linked(&mut self, found: FoundCharts, path: &Path) {
        let kind = DocumentKind::named(&path.to_string_lossy());
        if !matches!(kind, Some(DocumentKind::Html | DocumentKind::Markdown)) {
            return;
        }
        self.done.missing.extend(found.missing);
        for picture in &found.pictures {
            let part = &picture.forms[0].part;
            if part.is_empty() {
                continue;
            }
            let JudgedCopy { stamp, verdict } = self.judge.picture(picture);
            let tag = stamp.map(|stamp| chart_tag(&stamp.project, &stamp.chart));
            if tag.is_some_and(|tag| !self.marked.contains(&tag)) {
                let (place, said) = (picture.place.clone(), said_by(picture));
                let is_older = matches!(verdict, Verdict::Stale(_));
                self.said_then.push(SaidThen { place, said, is_older });
            }
            if !matches!(verdict, Verdict::Stale(_)) {
                continue;
            }
            let file = path.parent().unwrap_or(Path::new("")).join(part);
            let file = file.to_string_lossy();
            let told = format!("{}: stale, a file of its own: update {file}", picture.place);
            self.done.left.push(told);
        }
    }

    /// Older words beside charts, without marks, in the document as it becomes.
    fn older(&self, name: &str, bytes: &[u8]) -> Vec<String> {
        let paragraphs = documents::plain_paragraphs(name, bytes);
        let found = documents::find(name, bytes, &mut |_| None).unwrap_or_default();
        let is_current = |_: usize, picture: &FoundPicture| {
            matches!(self.judge.picture(picture).verdict, Verdict::Current(_))
        };
        let older = older_words(self.judge, &found, &paragraphs, &is_current).into_iter();
        let told = |(_, OlderWords { place, changes }): (usize, OlderWords)| {
            changes.into_iter().map(move |ChangedWords { was, is }| {
                format!(
                    "{place}: words without marks of `embed` stay as they are, and so does a table beside \
                     them: they say “{was}”, and the chart says “{is}”; write that, or embed the chart anew"
                )
            })
        };
        older.flat_map(told).collect()
    }

    /// Tells of words that an older `embed` wrote without marks.
    fn unmarked(&mut self, words: &str) {
        let one_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        for SaidThen { place, said, is_older } in std::mem::take(&mut self.said_then) {
            let is_there = |text: &String| !text.is_empty() && words.contains(&one_line(text));
            if said.iter().any(is_there) {
                let told = format!(
                    "{place}: title, sources, description or table beside it have no marks of \
                     `embed` and were neither compared nor updated: read them, or embed the chart \
                     anew"
                );
                // Beside a picture that was stale they are older, too.
                if is_older { &mut self.done.left } else { &mut self.done.remarks }.push(told);
            }
        }
    }
}

/// What a chart without marks said.
struct SaidThen {
    place: String,
    said: Vec<String>,
    /// Was it another chart than now?
    is_older: bool,
}

/// The title and the description of a picture as it was.
fn said_by(picture: &FoundPicture) -> Vec<String> {
    let mut said = Vec::new();
    for form in &picture.forms {
        match &form.says {
            FormSays::Svg(text) => {
                if let Some(Ok(copy)) = PictureCopy::read(text) {
                    said.extend([copy.title, copy.description]);
                }
            }
            FormSays::Stamp(carried) => said.extend(carried.title.clone()),
            FormSays::Nothing => {}
        }
    }
    said
}
