//! SVG to PNG and PDF, beside the programs one would otherwise start for it.
//!
//! `cargo bench --bench encode`. The other programs are measured where they are on the path:
//! `resvg` (cargo install resvg --version 0.47.0 --locked), `rsvg-convert`, `inkscape` and
//! `cairosvg`. Theirs is a process that converts the finished SVG; ours is the whole `render`, from
//! the data to the file. In process is the same work as theirs, fonts included. `resvg` is given
//! our fonts and no others, which it would have to look for.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use sourceline::encode::font::Fonts;
use sourceline::encode::{pdf, png};

const ROUNDS: usize = 15;

fn main() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut render = sourceline(root);
    assert!(quiet(render.args(["--format", "svg", "--out"]).arg(folder.path())), "charts");
    for name in ["referrals", "arrests", "iwf-reports"] {
        let path = folder.path().join(format!("{name}.svg"));
        let svg = std::fs::read_to_string(&path).expect("it was just drawn");
        println!("{name}, {} bytes of SVG", svg.len());
        let out = |ending: &str| folder.path().join(format!("{name}.{ending}"));
        report("PNG", "ours, in process", Some(median(|| drop(to_png(&svg)))));
        report("PNG", "ours", ours(root, name, "png", folder.path()));
        let fonts = root.join("assets/fonts");
        let resvg = [fonts, path.clone(), out("png")];
        let words = ["--zoom", "2", "--skip-system-fonts", "--use-fonts-dir"];
        report("PNG", "resvg", other("resvg", &resvg, &words));
        report("PDF", "ours", ours(root, name, "pdf", folder.path()));
        report("PDF", "ours, in process", Some(median(|| drop(to_pdf(&svg)))));
        let to = |ending: &str| [PathBuf::from("-o"), out(ending), path.clone()];
        report("PDF", "rsvg-convert", other("rsvg-convert", &to("pdf"), &["-f", "pdf"]));
        report("PDF", "cairosvg", other("cairosvg", &to("pdf"), &[]));
        let inkscape = [path.clone()];
        let words = ["--export-type=pdf", "--export-filename=/dev/null"];
        report("PDF", "inkscape", other("inkscape", &inkscape, &words));
    }
    for formats in
        [&["--format", "svg"][..], &["--format", "png"], &["--format", "pdf"], &["--all"]]
    {
        let target = folder.path().join("all");
        let whole = median(|| {
            let _ = std::fs::remove_dir_all(&target);
            let mut command = sourceline(root);
            assert!(quiet(command.args(formats).arg("--out").arg(&target)), "charts");
        });
        report("all charts", &formats.join(" "), Some(whole));
    }
}

fn sourceline(root: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sourceline"));
    command.arg("render").current_dir(root);
    command
}

/// The whole command, from the data to the file.
fn ours(root: &Path, name: &str, ending: &str, folder: &Path) -> Option<Duration> {
    let target = folder.join("ours");
    Some(median(|| {
        let _ = std::fs::remove_dir_all(&target);
        let mut command = sourceline(root);
        assert!(quiet(command.args([name, "--format", ending, "--out"]).arg(&target)), "{name}");
    }))
}

fn to_png(svg: &str) -> Vec<u8> {
    let tree = Fonts::default().lay_out(svg).expect("our own SVG");
    png::encode(&tree, &png::PngWords::default()).expect("a picture")
}

fn to_pdf(svg: &str) -> Vec<u8> {
    let tree = Fonts::default().lay_out(svg).expect("our own SVG");
    let data = pdf::Attachment { name: "chart.csv", csv: "a\n" };
    let words = pdf::PdfWords {
        language: &sourceline::locale::EN_GB,
        title: "Title",
        alt: "Alt",
        passages: &[],
        data,
        stamp: "",
    };
    pdf::encode(&tree, &words).expect("a document")
}

/// Nothing where the program is not there.
fn other(program: &str, paths: &[PathBuf], words: &[&str]) -> Option<Duration> {
    let start = || quiet(Command::new(program).args(words).args(paths));
    start().then(|| median(|| assert!(start())))
}

fn quiet(command: &mut Command) -> bool {
    command
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

fn median(mut once: impl FnMut()) -> Duration {
    let mut times: Vec<Duration> = (0..ROUNDS)
        .map(|_| {
            let start = Instant::now();
            once();
            start.elapsed()
        })
        .collect();
    times.sort();
    times[ROUNDS / 2]
}

fn report(what: &str, who: &str, time: Option<Duration>) {
    match time {
        Some(time) => println!("  {what:12}{who:20}{:9.2} ms", time.as_secs_f64() * 1000.0),
        None => println!("  {what:12}{who:20}   not here",),
    }
}
