//! A document to what can be said of the charts in it.

use std::path::Path;

use sourceline::chart::Look;
use sourceline::documents::{
    self, DocumentKind, FoundCharts, FoundPicture, FoundWords, MOST_BYTES, Unlooked,
};
use sourceline::draw::scene::Stamp;
use sourceline::embed::chart_tag;
use sourceline::store::{read_named_within, read_within};

use super::beside::{WordsJudge, WordsVerdict, bare_charts};
use super::judge::{CopyJudge, JudgedCopy, NO_STAMP, Verdict};
use super::row::VerdictRow;
use super::typed::ExpressionJudge;
use super::unmarked::older_words;
use super::words::ChangedWords;

/// Of pictures, and of the words beside them.
pub type Judges<'j> = (&'j CopyJudge<'j>, &'j WordsJudge<'j>);

/// The charts of one document. One that was found in a folder and holds none is no row.
pub fn document(
    judges: Judges,
    path: &Path,
    named: bool,
    without: &mut Vec<String>,
) -> Vec<VerdictRow> {
    charts_of(judges, path, looked(path), named, without)
}

/// What a document is, and what was found in it; else why it cannot be told.
pub type Looked = Result<(Vec<u8>, FoundCharts), String>;

/// The same of a document that was looked at already.
pub fn charts_of(
    (judge, words): Judges,
    path: &Path,
    looked: Looked,
    named: bool,
    without: &mut Vec<String>,
) -> Vec<VerdictRow> {
    let (bytes, found) = match looked {
        Ok(both) => both,
        Err(why) => return vec![VerdictRow::untold(path, why)],
    };
    // The paragraphs of an office's document that holds a chart.
    let paragraphs = match found.pictures.is_empty() {
        true => Vec::new(),
        false => documents::plain_paragraphs(&path.to_string_lossy(), &bytes),
    };
    let mut rows: Vec<VerdictRow> = Vec::new();
    let mut tags = Vec::new();
    for picture in &found.pictures {
        let JudgedCopy { stamp, verdict } = judge.picture(picture);
        tags.push(stamp.as_ref().map(|stamp| chart_tag(&stamp.project, &stamp.chart)));
        let (chart, look) = stamp
            .map(|stamp| (words_of(&stamp), stamp))
            .map(|(look, stamp)| (stamp.chart, look))
            .unwrap_or_default();
        let place = picture.place.clone();
        rows.push(VerdictRow { place, chart, look, verdict, ..VerdictRow::of(path) });
    }
    for said in &found.alternatives {
        let Some((_, changes)) = words.alternative(said, &found.pictures) else { continue };
        let at = found.pictures.iter().position(|picture| said.is_of(picture));
        let Some(row) = at.map(|at| &mut rows[at]) else { continue };
        // What has changed is told of the picture.
        if matches!(row.verdict, Verdict::Current(_)) {
            let told = |one| format!("alternative text beside it ({}): {one}", said.place);
            row.verdict = Verdict::Stale(changes.into_iter().map(told).collect());
        }
    }
    for said in &found.sizes {
        let Some(at) = found.pictures.iter().position(|picture| said.is_of(picture)) else {
            continue;
        };
        let verdict = &mut rows[at].verdict;
        let Some(height) = words.height(said, &found.pictures[at], verdict) else { continue };
        // A style of the page may say otherwise; and of a stale one the picture is what is told.
        if let Verdict::Current(remarks) = verdict {
            remarks.push(format!(
                "its height ({}) is {}, and {height} at its width: without a style that says otherwise it is \
                 squeezed or stretched; `sourceline update` writes the height",
                said.place, said.height
            ));
        }
    }
    let is_current = |at: usize, _: &FoundPicture| matches!(rows[at].verdict, Verdict::Current(_));
    for (at, older) in older_words(judge, &found, &paragraphs, &is_current) {
        let told = older.changes.into_iter().map(|ChangedWords { was, is }| {
            let place = &older.place;
            format!("words beside it without marks of `embed` ({place}): was “{was}”, is “{is}”")
        });
        match &mut rows[at].verdict {
            Verdict::Stale(all) => all.extend(told),
            verdict => *verdict = Verdict::Stale(told.collect()),
        }
    }
    let typed = ExpressionJudge(judge);
    for found in &found.expressions {
        let Some(verdict) = typed.told(found) else { continue };
        let (place, chart) = (found.place.clone(), found.words.clone());
        tags.push(None);
        rows.push(VerdictRow { place, chart, verdict, ..VerdictRow::of(path) });
    }
    for found in &found.elsewhere {
        let Some(told) = typed.elsewhere(found, path) else { continue };
        let (place, chart) = (found.place.clone(), found.words.clone());
        tags.push(None);
        rows.push(VerdictRow {
            place,
            chart,
            verdict: Verdict::Stale(vec![told]),
            ..VerdictRow::of(path)
        });
    }
    let more = words_beside(words, &found.words, path, &tags, &mut rows);
    rows.extend(more);
    let said = match found.others > 0 || found.pictures.is_empty() {
        true => documents::said_of_pictures(&path.to_string_lossy(), &bytes),
        false => Vec::new(),
    };
    let alike = if said.is_empty() { Vec::new() } else { judge.titles().shown_by(&said) };
    for chart in alike {
        if rows.iter().any(|row| row.chart == chart) {
            continue;
        }
        let why = format!(
            "by its words a picture looks like the chart `{chart}`, and it carries no stamp, so that it \
             cannot be told: read it, or put the chart in anew"
        );
        rows.push(VerdictRow { chart, ..VerdictRow::untold(path, why) });
    }
    for remark in found.remarks.into_iter().chain(found.missing) {
        rows.push(VerdictRow::untold(path, remark));
    }
    if rows.is_empty() && named {
        let is_picture =
            DocumentKind::named(&path.to_string_lossy()).is_some_and(DocumentKind::is_picture);
        let why = if is_picture { NO_STAMP } else { "it holds no chart with a stamp" };
        rows.push(VerdictRow::untold(path, why.into()));
    } else if rows.is_empty() {
        without.push(path.to_string_lossy().into_owned());
    }
    rows
}

/// Words that differ from what their chart would now say make it stale, too; those whose chart is not
/// there have a row of their own.
fn words_beside(
    judge: &WordsJudge,
    words: &[FoundWords],
    path: &Path,
    tags: &[Option<String>],
    rows: &mut [VerdictRow],
) -> Vec<VerdictRow> {
    let bare = bare_charts(words);
    let mut more: Vec<VerdictRow> = Vec::new();
    for found in words {
        let (place, what) = (&found.place, found.mark.called());
        let beside = |one: &String| format!("{what} beside it ({place}): {one}");
        let (stale, mut altered) = match judge.judge(found, &bare) {
            WordsVerdict::Right => continue,
            WordsVerdict::Reworded(changes) => {
                let own = rows
                    .iter_mut()
                    .zip(tags)
                    .find(|(_, tag)| tag.as_ref() == Some(&found.mark.chart));
                if let Some((VerdictRow { verdict: Verdict::Current(remarks), .. }, _)) = own {
                    remarks.extend(changes.iter().map(beside));
                }
                continue;
            }
            WordsVerdict::Stale(_, changes) => (changes.iter().map(beside).collect(), Vec::new()),
            WordsVerdict::ByHand(changes) => {
                (Vec::new(), changes.iter().map(beside).collect::<Vec<_>>())
            }
        };
        let at = tags.iter().position(|tag| tag.as_ref() == Some(&found.mark.chart));
        let Some(row) = at.map(|at| &mut rows[at]) else {
            more.push(VerdictRow {
                place: place.clone(),
                chart: judge.chart(found).unwrap_or_default().to_string(),
                verdict: both(stale, altered),
                ..VerdictRow::of(path)
            });
            continue;
        };
        let is_told = |told: &[String]| told.iter().all(|one| !one.contains(" beside it ("));
        row.verdict = match std::mem::replace(&mut row.verdict, Verdict::Current(Vec::new())) {
            Verdict::Current(_) => both(stale, altered),
            // What has changed is told of the picture.
            Verdict::Stale(told) if is_told(&told) => both(told, altered),
            Verdict::Stale(told) => both([told, stale].concat(), altered),
            Verdict::Altered(told) => both(stale, [told, altered].concat()),
            Verdict::Both(told, mut more) => {
                more.append(&mut altered);
                Verdict::Both(told, more)
            }
            Verdict::Unknown(why) => Verdict::Unknown(why),
        };
    }
    more
}

/// What has changed since, and what was changed by hand.
fn both(stale: Vec<String>, altered: Vec<String>) -> Verdict {
    match (stale.is_empty(), altered.is_empty()) {
        (false, false) => Verdict::Both(stale, altered),
        (true, false) => Verdict::Altered(altered),
        (_, true) => Verdict::Stale(stale),
    }
}

/// What a file holds; else why it cannot be told.
pub fn look(path: &Path) -> Result<FoundCharts, String> {
    looked(path).map(|(_, found)| found)
}

fn looked(path: &Path) -> Looked {
    let bytes = read_named_within(path, MOST_BYTES).map_err(|failure| failure.to_string())?;
    if bytes.len() > MOST_BYTES {
        return Err(Unlooked::Large.to_string());
    }
    let folder = path.parent().unwrap_or(Path::new(""));
    let mut beside = |address: &str| {
        // Whatever a document names, no pipe is waited for.
        read_within(&folder.join(address), MOST_BYTES).ok()
    };
    let found = documents::find(&path.to_string_lossy(), &bytes, &mut beside);
    found.map(|found| (bytes, found)).map_err(|why| why.to_string())
}

/// `narrow dark`; nothing for the usual look of what is known now.
fn words_of(stamp: &Stamp) -> String {
    let look = stamp.look;
    let plain = Look::default();
    let size = (look.size != plain.size).then(|| look.size.word().to_string());
    let theme = (look.theme != plain.theme).then(|| look.theme.word().to_string());
    let width = look.lengths.width.map(|pixels| format!("{pixels} px wide"));
    let height = look.lengths.height.map(|pixels| format!("{pixels} px high"));
    let day = stamp.as_of.map(|day| format!("as known on {day}"));
    [size, theme, width, height, day].into_iter().flatten().collect::<Vec<_>>().join(" ")
}
