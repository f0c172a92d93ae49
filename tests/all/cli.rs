//! The commands as a person drives them. A session in `tests/cli/*.txt` is text with commands and
//! what they print, as in a terminal: both are indented by two blanks, a command begins with `$`,
//! `[1]` is an exit code other than 0. Each runs in a new copy of `tests/cli/project`. To take
//! over what is printed now, run with `APPROVE=1` and read what changed.
#![cfg(unix)]

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use crate::common::folder::{copy, project};
use crate::common::outside::is_here;
use crate::unprivileged::unprivileged;
use tempfile::TempDir;

fn here(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// A command in that folder, with nothing of this machine around it but the programs.
fn command(program: &str, folder: &Path) -> Command {
    let binary = Path::new(env!("CARGO_BIN_EXE_sourceline")).parent().unwrap();
    let path = std::env::var("PATH").unwrap_or_default();
    let mut command = Command::new(program);
    command.current_dir(folder).env_clear().env("PATH", format!("{}:{path}", binary.display()));
    command
}

fn sourceline(folder: &Path, words: &str) -> Output {
    command("sourceline", folder).args(words.split(' ')).output().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// With the sed and the devices of Linux.
#[cfg_attr(not(target_os = "linux"), ignore)]
#[test]
fn sessions() {
    let sessions = sessions_in("tests/cli");
    assert!(sessions.len() > 5, "the sessions are gone");
    held(&sessions, project);
}

/// The same in a copy of the project that is shipped.
#[cfg_attr(not(target_os = "linux"), ignore)]
#[test]
fn sessions_of_the_shipped_project() {
    let sessions = sessions_in("tests/cli/shipped");
    assert!(!sessions.is_empty(), "the sessions are gone");
    held(&sessions, shipped_project);
}

fn sessions_in(folder: &str) -> Vec<PathBuf> {
    let mut sessions: Vec<PathBuf> =
        fs::read_dir(here(folder)).unwrap().map(|entry| entry.unwrap().path()).collect();
    sessions.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    sessions.sort();
    sessions
}

fn held(sessions: &[PathBuf], project: impl Fn() -> TempDir) {
    let mut differing = Vec::new();
    for path in sessions {
        let written = fs::read_to_string(path).unwrap();
        let played = play(&written, project().path());
        if played == written {
            continue;
        }
        if std::env::var_os("APPROVE").is_some() {
            fs::write(path, &played).unwrap();
        } else {
            differing.push(format!("{}:\n{}", path.display(), difference(&written, &played)));
        }
    }
    assert!(differing.is_empty(), "{}", differing.join("\n\n"));
}

/// The session with what its commands print now in that folder.
pub fn play(session: &str, folder: &Path) -> String {
    let mut played = String::new();
    let mut lines = session.lines().peekable();
    while let Some(line) = lines.next() {
        played.push_str(&format!("{line}\n"));
        let Some(first) = line.strip_prefix("  $ ") else { continue };
        let mut script = first.to_string();
        while let Some(more) = lines.next_if(|line| line.starts_with("  > ")) {
            script.push_str(&format!("\n{}", &more[4..]));
            played.push_str(&format!("{more}\n"));
        }
        let printed = |line: &&str| line.starts_with("  ") && !line.starts_with("  $ ");
        while lines.next_if(printed).is_some() {}
        played.push_str(&run(&script, folder));
    }
    played
}

fn run(script: &str, folder: &Path) -> String {
    let script = format!("exec 2>&1\n{script}");
    let output = command("sh", folder).args(["-c", &script]).output().unwrap();
    let place = folder.to_string_lossy().into_owned();
    let text = out(&output).replace(&place, "/PROJECT");
    let mut printed: String = text.lines().map(|line| format!("  {line}\n")).collect();
    match output.status.code() {
        Some(0) => {}
        code => {
            printed.push_str(&format!("  [{}]\n", code.map_or("killed".into(), |c| c.to_string())))
        }
    }
    printed
}

/// From the first line that differs on, a little of both.
pub fn difference(written: &str, played: &str) -> String {
    let same = written.lines().zip(played.lines()).take_while(|(a, b)| a == b).count();
    let part = |text: &str| {
        text.lines().skip(same.saturating_sub(3)).take(14).collect::<Vec<_>>().join("\n")
    };
    format!("--- line {}, written\n{}\n--- played\n{}", same + 1, part(written), part(played))
}

#[test]
fn a_second_render_does_not_touch_the_files() {
    let folder = project();
    let chart = folder.path().join("charts/nests.svg");
    assert_eq!(sourceline(folder.path(), "render").status.code(), Some(0));
    let (bytes, first) = (fs::read(&chart).unwrap(), fs::metadata(&chart).unwrap());
    assert_eq!(sourceline(folder.path(), "render").status.code(), Some(0));
    let second = fs::metadata(&chart).unwrap();
    assert_eq!((first.ino(), first.mtime_nsec()), (second.ino(), second.mtime_nsec()));
    assert_eq!(fs::read(&chart).unwrap(), bytes);
}

#[test]
fn the_mode_of_a_file_is_kept_and_a_new_one_is_as_any() {
    let folder = project();
    let (old, new) =
        (folder.path().join("charts/nests.svg"), folder.path().join("charts/boxes.svg"));
    fs::write(&old, "").unwrap();
    fs::set_permissions(&old, fs::Permissions::from_mode(0o640)).unwrap();
    let beside = folder.path().join("any");
    fs::write(&beside, "").unwrap();
    assert_eq!(sourceline(folder.path(), "render").status.code(), Some(0));
    let mode = |path: &Path| fs::metadata(path).unwrap().mode() & 0o777;
    assert_eq!((mode(&old), mode(&new)), (0o640, mode(&beside)));
    assert!(fs::read_to_string(&old).unwrap().starts_with("<svg"));
    let entries = fs::read_dir(folder.path().join("charts")).unwrap();
    let left: Vec<_> = entries.map(|entry| entry.unwrap().file_name()).collect();
    assert!(!left.iter().any(|name| name.to_string_lossy().starts_with('.')), "{left:?}");
}

#[test]
fn a_folder_that_may_not_be_written_is_named() {
    let folder = project();
    let charts = folder.path().join("charts");
    fs::set_permissions(&charts, fs::Permissions::from_mode(0o555)).unwrap();
    let output = unprivileged(folder.path()).arg("render").output().unwrap();
    fs::set_permissions(&charts, fs::Permissions::from_mode(0o755)).unwrap();
    assert_eq!(output.status.code(), Some(2));
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.contains("could not write") && told.contains("nests.svg"), "{told}");
}

#[test]
fn a_reader_that_stops_listening_is_no_failure() {
    let folder = project();
    for words in ["list figures", "man", "completions bash", "check --format json"] {
        let mut child = command("sourceline", folder.path())
            .args(words.split(' '))
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{words}");
        assert_eq!(String::from_utf8(output.stderr).unwrap(), "", "{words}");
    }
}

#[test]
fn colour_is_for_terminals_or_where_it_is_asked_for() {
    let folder = project();
    fs::write(folder.path().join("sourceline.toml"), "colour = true\n").unwrap();
    let escapes = |words: &str, no_color: bool| {
        let mut command = command("sourceline", folder.path());
        if no_color {
            command.env("NO_COLOR", "1");
        }
        out(&command.args(words.split(' ')).output().unwrap()).contains('\u{1b}')
    };
    assert!(!escapes("check", false), "a pipe is no terminal");
    assert!(!escapes("--color never check", false));
    assert!(!escapes("check", true));
    assert!(escapes("check --color always", false));
}

#[test]
fn check_tells_programs_in_one_array() {
    let folder = project();
    fs::write(folder.path().join("sourceline.toml"), "colour = true\n").unwrap();
    let output = sourceline(folder.path(), "check --format json");
    assert_eq!(output.status.code(), Some(1));
    let told: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let keys: Vec<&String> = told[0].as_object().unwrap().keys().collect();
    assert_eq!(keys, ["cell", "column", "file", "hint", "level", "line", "message", "rule"]);
    assert_eq!((&told[0]["line"], &told[0]["column"]), (&1.into(), &1.into()));
    assert_eq!(told[0]["file"], "sourceline.toml");
}

#[test]
fn the_same_bytes_on_one_thread_and_two_and_from_any_folder() {
    let folder = project();
    for copy in 0..20 {
        let text = fs::read(folder.path().join("charts/nests.toml")).unwrap();
        fs::write(folder.path().join(format!("charts/copy{copy}.toml")), text).unwrap();
    }
    let render = |threads: &str, out: &str, from: &str| {
        let output = command("sourceline", &folder.path().join(from))
            .env("RAYON_NUM_THREADS", threads)
            .env("LANG", "tr_TR.UTF-8")
            .env("TZ", "Pacific/Kiritimati")
            .args(["render", "--out", folder.path().join(out).to_str().unwrap()])
            .output();
        assert_eq!(output.unwrap().status.code(), Some(0));
    };
    render("1", "one", ".");
    render("2", "two", "data");
    for entry in fs::read_dir(folder.path().join("one")).unwrap().map(Result::unwrap) {
        let other = folder.path().join("two").join(entry.file_name());
        assert_eq!(fs::read(entry.path()).unwrap(), fs::read(other).unwrap());
    }
}

#[test]
fn letters_that_our_font_lacks_come_from_the_folder_that_is_named() {
    let font = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf";
    if !is_here(&[font]) {
        return;
    }
    let folder = project();
    let chart = folder.path().join("charts/boxes.toml");
    let spec = fs::read_to_string(&chart).unwrap().replace("Nest boxes", "✓ Nest boxes");
    fs::write(&chart, spec).unwrap();
    let render = |more: &str| sourceline(folder.path(), &format!("render boxes{more}"));
    let refused = render(" --format png,pdf");
    assert_eq!(refused.status.code(), Some(1));
    assert!(String::from_utf8(refused.stderr).unwrap().contains("no font has the character `✓`"));

    fs::create_dir(folder.path().join("fonts")).unwrap();
    fs::copy(font, folder.path().join("fonts/a.ttf")).unwrap();
    let drawn = render(" --format png,pdf --fonts fonts --out one");
    assert_eq!(drawn.status.code(), Some(0), "{}", String::from_utf8_lossy(&drawn.stderr));
    let setting = "fallback_fonts = \"fonts\"\n";
    fs::write(folder.path().join("sourceline.toml"), setting).unwrap();
    let drawn = render(" --format png,pdf --out two");
    assert_eq!(drawn.status.code(), Some(0), "{}", String::from_utf8_lossy(&drawn.stderr));
    for file in ["boxes.png", "boxes.pdf"] {
        let read = |from: &str| fs::read(folder.path().join(from).join(file)).unwrap();
        assert_eq!(read("one"), read("two"), "{file}");
    }
    let pdf = String::from_utf8_lossy(&fs::read(folder.path().join("one/boxes.pdf")).unwrap())
        .into_owned();
    assert!(pdf.contains("DejaVuSans"), "the letter is not set in the font that has it");
    let nowhere = render(" --format pdf --fonts nowhere");
    assert_eq!(nowhere.status.code(), Some(2));
}

/// A copy of the project that the program is shipped with.
fn shipped_project() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for part in ["data", "charts"] {
        copy(&here(part), &folder.path().join(part));
    }
    folder
}

fn readme() -> String {
    fs::read_to_string(here("README.md")).unwrap()
}

/// Every `sourceline` command in the README does what it says, on the project it stands in.
#[test]
fn the_commands_of_the_readme_work() {
    let folder = shipped_project();
    fs::copy(here("tests/pages/charity.html"), folder.path().join("page.html")).unwrap();
    let commands = commands(&readme());
    assert!(commands.len() >= 8, "{commands:?}");
    for script in commands {
        let script = script.replace("cargo run --release --", "sourceline");
        let output = command("sh", folder.path()).args(["-c", &script]).output().unwrap();
        let told = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(0), "{script}\n{told}");
    }
}

/// The lines of the README's shell blocks that are ours to run.
fn commands(readme: &str) -> Vec<String> {
    let mut blocks = readme.split("```");
    let mut found = Vec::new();
    while let (Some(_), Some(block)) = (blocks.next(), blocks.next()) {
        let lines = block.strip_prefix("sh\n").unwrap_or("").lines();
        let lines = lines.map(|line| line.split(" #").next().unwrap_or("").trim());
        let ours = |line: &&str| line.starts_with("sourceline ") || line.starts_with("cargo run ");
        found.extend(lines.filter(ours).map(String::from));
    }
    found
}

/// The problem that the README shows is told as it shows it, and its spec is drawn.
#[test]
fn the_examples_of_the_readme_are_true() {
    let (folder, readme) = (shipped_project(), readme());
    let block = |language: &str| {
        let start = readme.find(&format!("```{language}\n")).unwrap() + language.len() + 4;
        readme[start..].split("```").next().unwrap()
    };
    fs::write(folder.path().join("charts/readme.toml"), block("toml")).unwrap();
    let drawn = sourceline(folder.path(), "render readme");
    assert_eq!(drawn.status.code(), Some(0), "{}", String::from_utf8_lossy(&drawn.stderr));

    let told = block("text");
    let row = told.lines().find_map(|line| line.strip_prefix("312 | ")).unwrap();
    let figures = folder.path().join("data/figures.csv");
    let mut text = fs::read_to_string(&figures).unwrap();
    text.push_str(&format!("{row}\n"));
    let line = text.lines().count().to_string();
    fs::write(&figures, text).unwrap();
    let checked = out(&sourceline(folder.path(), "check")).replace(&line, "312");
    assert!(checked.contains(told), "{checked}");
}

/// What the README shows of commands that only tell something is what they print.
#[test]
fn what_the_readme_shows_is_printed() {
    let (folder, readme) = (shipped_project(), readme());
    let blocks = readme.split("```console\n").skip(1).filter_map(|rest| rest.split("```").next());
    let told = blocks.filter(|block| {
        ["show", "quote"].iter().any(|one| block.starts_with(&format!("$ sourceline {one} ")))
    });
    let told: Vec<&str> = told.collect();
    assert!(!told.is_empty(), "the README shows none");
    for block in told {
        let (line, shown) = block.split_once('\n').unwrap();
        let output = command("sh", folder.path()).args(["-c", &line[2..]]).output().unwrap();
        assert_eq!(out(&output), shown, "{line}");
    }
}

/// The shells that are here, as they complete what was typed of a command.
#[test]
fn fish_and_zsh_complete_ids_and_commands() {
    let folder = project();
    let complete = |shell: &str, script: &str| {
        out(&command(shell, folder.path()).args(["-c", script]).output().unwrap())
    };
    if is_here(&["/usr/bin/fish"]) {
        let script = "sourceline completions fish | source; \
                      complete -C 'sourceline edit source cl'; complete -C 'sourceline rend'";
        let said = complete("fish", script);
        assert!(said.starts_with("club-2022\nclub-2024\nrender\t"), "{said}");
    }
    if is_here(&["/usr/bin/zsh"]) {
        // Outside of a completion its builtin is not there: it is told what it would be given.
        let script = "compdef() { : }; source =(sourceline completions zsh); \
                      compadd() { print -l -- $@ }; _sourceline_words() { print words }; \
                      words=(sourceline edit source cl); CURRENT=4; _sourceline; \
                      words=(sourceline rend); CURRENT=2; _sourceline";
        let said = complete("zsh", script);
        assert_eq!(said, "-a\nids\nwords\n");
    }
}

/// Every example in a command's help is a command there is.
#[test]
fn the_examples_of_the_help_are_understood() {
    let folder = project();
    let mut commands = subcommands(folder.path(), "");
    commands.extend(subcommands(folder.path(), "add "));
    assert!(commands.len() > 20, "{commands:?}");
    for name in commands {
        let help = out(&sourceline(folder.path(), &format!("{name} --help")));
        let examples = examples(&help);
        assert!(!examples.is_empty(), "{name} has no example");
        for example in examples {
            assert!(example.starts_with(&name), "{example}");
            // Words in quotes are one, as in a shell; where they go from there is the shell's.
            let ours = [" |", " >", " &&"]
                .iter()
                .fold(&*example, |rest, end| rest.split(end).next().unwrap_or_default());
            // What goes on until it is ended is only read: it is asked for its help.
            let goes_on = name == "open" || ours.contains("--watch");
            let rest = if goes_on { " --help" } else { "" };
            let script = format!("sourceline {ours}{rest} < /dev/null");
            let output = command("sh", folder.path()).args(["-c", &script]).output().unwrap();
            let told = String::from_utf8(output.stderr).unwrap();
            assert!(!told.contains("Usage:") && !told.contains("tip:"), "{example}\n{told}");
            assert!(!told.contains("sh:"), "{example}\n{told}");
        }
    }
}

/// The commands that a help names, but for `help` itself.
fn subcommands(folder: &Path, of: &str) -> Vec<String> {
    let help = out(&sourceline(folder, &format!("{of}--help")));
    let (_, listed) = help.split_once("Commands:\n").unwrap();
    let listed = listed.split("\n\n").next().unwrap();
    let names = listed.lines().filter_map(|line| line.split_whitespace().next());
    names.filter(|name| *name != "help").map(|name| format!("{of}{name}")).collect()
}

/// What stands after `sourceline` in the examples of a help; a long one goes on in the next line.
fn examples(help: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let shown = help.split_once("Example").map_or("", |(_, after)| after);
    // They end with the paragraph.
    for line in shown.lines().skip(1).map(str::trim).take_while(|line| !line.is_empty()) {
        match (line.strip_prefix("sourceline "), found.last_mut()) {
            (Some(example), _) => found.push(example.to_string()),
            (None, Some(last)) => *last += &format!(" {line}"),
            (None, None) => {}
        }
    }
    found
}
