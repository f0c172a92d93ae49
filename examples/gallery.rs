//! Writes one page of all pictures, for review by eye: those of the project, of `tests/charts` and
//! of `tests/gallery`. Where a picture is no longer the approved one, both stand side by side at
//! the top.
//!
//! ```sh
//! cargo run --example gallery             # target/gallery.html
//! cargo run --example gallery -- page.html
//! ```

#[path = "../tests/all/common/mod.rs"]
mod common;

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use common::{Case, projects};

fn main() -> ExitCode {
    let path = std::env::args_os().nth(1).map_or_else(default_path, PathBuf::from);
    let shown: Vec<Shown> = projects()
        .iter()
        .flat_map(|project| project.cases.iter().map(|case| Shown::of(&project.folder, case)))
        .collect();
    if let Some(folder) = path.parent() {
        let _ = fs::create_dir_all(folder);
    }
    match fs::write(&path, page(&shown)) {
        Ok(()) => {
            println!("{}: {}", path.display(), told(&shown));
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{}: {error}", path.display());
            ExitCode::from(2)
        }
    }
}

fn default_path() -> PathBuf {
    let own = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/target"));
    std::env::var_os("CARGO_TARGET_DIR").map_or(own, PathBuf::from).join("gallery.html")
}

/// One picture as it was approved and as it is drawn now.
struct Shown<'c> {
    /// Where its project is, and what it is called.
    name: String,
    spec: &'c str,
    before: Option<String>,
    /// Otherwise what stands in its way.
    after: Result<&'c str, &'c str>,
}

impl<'c> Shown<'c> {
    fn of(project: &Path, case: &'c Case) -> Shown<'c> {
        Shown {
            name: name_of(project, case),
            spec: &case.spec,
            before: fs::read_to_string(&case.approved).ok(),
            after: case.drawn.as_ref().map(|drawn| &*drawn.svg).map_err(|told| &**told),
        }
    }

    fn changed(&self) -> bool {
        self.before.as_deref() != self.after.ok()
    }

    /// What the spec says of itself in its first line.
    fn situation(&self) -> &str {
        let first = self.spec.lines().next().unwrap_or_default();
        first.strip_prefix("# ").unwrap_or_default()
    }
}

fn name_of(project: &Path, case: &Case) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = project.strip_prefix(root).unwrap_or(project);
    let whole = if folder.ends_with(&case.name) { folder.into() } else { folder.join(&case.name) };
    whole.display().to_string()
}

fn told(shown: &[Shown]) -> String {
    let changed = shown.iter().filter(|one| one.changed()).count();
    let pictures = format!("{} pictures", shown.len());
    match changed {
        0 => format!("{pictures}, each as it was approved"),
        1 => format!("{pictures}, one of them not as it was approved"),
        _ => format!("{pictures}, {changed} of them not as they were approved"),
    }
}

fn page(shown: &[Shown]) -> String {
    let mut page = String::from(HEAD);
    let _ = writeln!(page, "<h1>Gallery</h1>\n<p>{}.</p>", told(shown));
    if shown.iter().any(Shown::changed) {
        page.push_str("<h2>Not as approved</h2>\n");
        for one in shown.iter().filter(|one| one.changed()) {
            change(&mut page, one);
        }
    }
    page.push_str("<h2>All</h2>\n<ul>\n");
    for one in shown {
        let anchor = escaped(&one.name);
        let _ = writeln!(page, "<li><a href=\"#{anchor}\">{anchor}</a></li>");
    }
    page.push_str("</ul>\n");
    for one in shown {
        let _ = writeln!(page, "<section id=\"{}\">", escaped(&one.name));
        heading(&mut page, one);
        page.push_str(one.after.unwrap_or_default());
        let _ = writeln!(
            page,
            "<details><summary>Spec</summary><pre>{}</pre></details>\n</section>",
            escaped(one.spec)
        );
    }
    page.push_str("</main></body></html>\n");
    page
}

fn change(page: &mut String, one: &Shown) {
    page.push_str("<section>\n");
    heading(page, one);
    page.push_str("<div class=\"sides\">\n");
    let none = "<p>Never approved.</p>".to_string();
    side(page, "Before", one.before.as_ref().unwrap_or(&none));
    match one.after {
        Ok(svg) => side(page, "After", svg),
        Err(told) => side(page, "After", &format!("<pre>{}</pre>", escaped(told))),
    }
    page.push_str("</div>\n</section>\n");
}

fn side(page: &mut String, name: &str, picture: &str) {
    let _ = writeln!(page, "<div><h4>{name}</h4>\n{picture}</div>");
}

fn heading(page: &mut String, one: &Shown) {
    let _ = writeln!(page, "<h3>{}</h3>", escaped(&one.name));
    if !one.situation().is_empty() {
        let _ = writeln!(page, "<p>{}</p>", escaped(one.situation()));
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

const HEAD: &str = r#"<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Gallery</title>
<meta name="viewport" content="width=device-width">
<style>
body { font: 16px/1.5 Arial, "Liberation Sans", sans-serif; color: #1d2433; background: #f4f5f7; margin: 2rem; }
section { margin: 2.5rem 0; }
section svg { display: block; max-width: 100%; height: auto; }
h3, h4 { margin: 0; }
section > p { margin: 0 0 .5rem; color: #4a5263; }
ul { columns: 17rem; padding-left: 1.2rem; }
.sides { display: flex; flex-wrap: wrap; gap: 1rem; }
pre { font-size: 13px; overflow-x: auto; background: #fff; padding: .75rem; max-width: 720px; }
</style></head><body><main>
"#;
