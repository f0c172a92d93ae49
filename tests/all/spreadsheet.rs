//! A colleague opens the files in LibreOffice and saves them: nothing they mean changes, or it is
//! said loudly. Needs `soffice`.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::common::outside::is_here;
use crate::common::read_files;
use sourceline::dataset::{Dataset, Files};
use sourceline::problem::{Level, Problem};

/// Opened and saved, each cell as LibreOffice takes it; `None` where there is no LibreOffice.
fn saved(data: &Path) -> Option<Files> {
    if !is_here(&["soffice"]) {
        return None;
    }
    let folder = tempfile::tempdir().unwrap();
    let names: Vec<_> = ["figures", "series", "sources", "events"]
        .iter()
        .map(|name| data.join(format!("{name}.csv")))
        .filter(|path| path.exists())
        .collect();
    let output = Command::new("soffice")
        .arg(format!("-env:UserInstallation=file://{}/profile", folder.path().display()))
        .args(["--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76"])
        .args(["--infilter=CSV:44,34,76", "--outdir"])
        .arg(folder.path())
        .args(&names)
        .output()
        .expect("the program starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Some(read_files(folder.path()))
}

/// Everything that is said, but for marks between thousands in quoted words, and noughts at the
/// end of decimals: `1,644` becomes 1644, and 0.30 becomes 0.3.
fn meaning(data: &Dataset) -> Vec<String> {
    let plain = |words: &str| words.replace(',', "");
    let figures = data.figures.iter().map(|f| {
        let source = data.source(f.source).id;
        let quantity = f.quantity().and_then(|quantity| quantity.map(|one| Some(one.normalize())));
        let claim = (quantity, f.claim.formula());
        let origin = f.origin.map_or("", |origin| data.source(origin).id);
        format!(
            "{} {} {} {:?} {} {source} {origin} {} {} {} {}",
            f.id,
            data.series(f.series).id,
            f.period,
            claim,
            f.status,
            plain(&f.stated),
            plain(&f.locator),
            f.rank.word(),
            plain(&f.note)
        )
    });
    let series = data.series.iter().map(|one| format!("{one:?}"));
    let sources = data.sources.iter().map(|one| format!("{one:?}"));
    let events = data.events.iter().map(|one| format!("{one:?}"));
    figures.chain(series).chain(sources).chain(events).collect()
}

fn errors(problems: &[Problem]) -> Vec<&Problem> {
    problems.iter().filter(|problem| problem.level() == Level::Error).collect()
}

#[test]
fn what_libreoffice_saves_means_the_same() {
    for project in [
        "data",
        "tests/charts/data",
        "tests/cli/project/data",
        "assets/project/data",
        "assets/templates/police/data",
        "assets/templates/survey/data",
        "assets/templates/quarterly/data",
    ] {
        let data = Path::new(env!("CARGO_MANIFEST_DIR")).join(project);
        let before = read_files(&data);
        let Some(after) = saved(&data) else { return };
        let (before, after) = (Dataset::read(&before, 4), Dataset::read(&after, 4));
        assert_eq!(errors(&before.problems).len(), 0, "{project}");
        if errors(&after.problems).is_empty() {
            for (one, other) in meaning(&before.value).iter().zip(&meaning(&after.value)) {
                assert_eq!(one, other, "in {project}");
            }
            assert_eq!(meaning(&before.value).len(), meaning(&after.value).len(), "{project}");
        }
    }
}

/// What a spreadsheet can spoil, it does not spoil in silence.
#[test]
fn what_libreoffice_rewrites_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    write(
        "figures.csv",
        "id,series,period,value,source,stated\n\
         a,s,2017,5,x,\n\
         b,s,2018-06-30,1234567890123,x,\n\
         c,s,2017-Q2,0.50,x,007\n\
         d,s,2009-04/2010-03,5,x,3/4\n\
         e,s,2018-09~,5,x,=1+1\n",
    );
    write("series.csv", "id,title,unit,nature\ns,S,things,ratio\n");
    write("sources.csv", "id,publisher,title,published\nx,X,X,2019-01\n");
    let before = read_files(folder.path());
    let Some(after) = saved(folder.path()) else { return };
    let (before, after) = (Dataset::read(&before, 4), Dataset::read(&after, 4));
    assert_eq!(before.value.figures.len(), 5);
    for figure in &after.value.figures {
        let key = before.value.find_figure(&figure.id).unwrap();
        let own = before.value.figure(key);
        assert_eq!(figure.period, own.period, "{}", figure.id);
        assert_eq!(figure.value(), own.value(), "{}", figure.id);
    }
    let lost = before.value.figures.len() - after.value.figures.len();
    assert!(lost == 0 || !errors(&after.problems).is_empty(), "{:?}", after.problems);
    let dates =
        |data: &Dataset| data.sources.iter().map(|source| source.published).collect::<Vec<_>>();
    assert!(dates(&before.value) == dates(&after.value) || !errors(&after.problems).is_empty());
}
