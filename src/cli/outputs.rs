//! Files that are made from the project and lie where people keep their own: none of those is
//! written over, and what will be looked for later is entered into `embedded.toml`.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use clap::Args;
use sourceline::documents::{self, DocumentKind};
use sourceline::output::register::{self, Register, WrittenFile};
use sourceline::store::{FileStanding, Folder, StoreError, SweptFolders, put_over, read, way_from};

use super::context::Context;
use super::exit::Exit;
use super::failure::Failure;
use super::refusal::Unchanged;
use super::report;
use super::screen::visible;

/// Whether what is in the way may be written over.
#[derive(Args, Clone, Copy, Debug, Default)]
pub struct Force {
    /// Write over files that somebody else made, or edited
    #[arg(long)]
    force: bool,
}

impl Force {
    pub fn is_given(self) -> bool {
        self.force
    }
}

/// Writes the one file that was asked for where it differs, unless it would be one of the project's own or
/// lie among those, whatever is forced; tells what became of it. `elsewhere` could be asked for instead, and
/// `may` says whether what stands there and differs may be written over.
pub fn put_one(
    project: &Folder,
    path: &Path,
    bytes: &[u8],
    dry_run: bool,
    (elsewhere, may): (&str, impl FnOnce(&Path) -> Result<bool, StoreError>),
    context: &mut Context,
) -> Result<Exit, Failure> {
    project.refuse_links_out(path.parent().unwrap_or(path))?;
    if project.is_own_file(path) {
        let named = path.to_string_lossy();
        let named = visible(&named);
        let message = format!(
            "`{named}` is a file of the project itself, or would lie among its files: nothing that is \
             made from those is written over or beside them"
        );
        let hint = match project.is_own_file(Path::new(elsewhere)) {
            true => {
                "name a file outside of `data`, `charts` and `imports`: --out ../FILE".to_string()
            }
            false => format!("name another file: --out {elsewhere}"),
        };
        return Err(Unchanged::new(message).hint(hint).into());
    }
    let folder = path.parent().unwrap_or("".as_ref());
    let file = path.file_name().unwrap_or(path.as_os_str());
    let Some(standing) = put_over(folder, file, bytes, dry_run, may)? else {
        tell_not_ours(&[path.to_string_lossy().into_owned()], context);
        return Ok(Exit::Problems);
    };
    let word = report::written(standing, dry_run);
    context.err.say(format_args!("{word:14}{}\n", visible(&path.to_string_lossy())));
    Ok(Exit::Fine)
}

/// Where files go, and what was written there.
pub struct Outputs<'a> {
    project: &'a Folder,
    folder: PathBuf,
    register: Register,
    entered: Mutex<Vec<WrittenFile>>,
    swept: SweptFolders,
    /// The folder of the specs, where `render` finds pictures by their names.
    beside_specs: bool,
    passing: bool,
    force: bool,
    dry_run: bool,
}

/// What became of a file.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Delivery {
    /// It is as it ought to be, or would be; so it stood before.
    Done(FileStanding),
    /// Another stands in its place, which stays.
    NotOurs,
}

impl<'a> Outputs<'a> {
    /// Into a folder that was asked for: not that of the data, whose files no `--force` writes over.
    pub fn into(
        project: &'a Folder,
        folder: &Path,
        force: Force,
        dry_run: bool,
    ) -> Result<Outputs<'a>, Failure> {
        project.refuse_links_out(folder)?;
        match project.holds_data(folder) {
            true => Err(Failure::Usage(format!(
                "charts are drawn from what lies in `{}`, and nothing is written beside it: name \
                 another folder",
                visible(&folder.to_string_lossy())
            ))),
            false => Outputs::at(project, folder, force, dry_run),
        }
    }

    /// Where some lie already.
    pub fn at(
        project: &'a Folder,
        folder: &Path,
        force: Force,
        dry_run: bool,
    ) -> Result<Outputs<'a>, Failure> {
        Ok(Outputs {
            register: register_of(project)?,
            beside_specs: project.charts().is_ok_and(|charts| charts == folder),
            passing: project.is_passing(folder),
            folder: folder.to_path_buf(),
            entered: Mutex::default(),
            swept: SweptFolders::default(),
            force: force.force,
            project,
            dry_run,
        })
    }

    pub fn path(&self, file: &str) -> PathBuf {
        self.folder.join(file)
    }

    /// Writes a file of a chart where it differs from what stands there, if that is ours.
    pub fn put(&self, chart: &str, file: &str, bytes: &[u8]) -> Result<Delivery, StoreError> {
        let way = || way_from(&self.project.root, &self.folder.join(file));
        let may = |there: &Path| Ok(self.force || self.is_ours(there, &way()?)?);
        let Some(stood) = put_over(&self.folder, file, bytes, self.dry_run, may)? else {
            return Ok(Delivery::NotOurs);
        };
        if stood != FileStanding::Same && !self.dry_run {
            self.swept.sweep_beside(&self.path(file));
        }
        let stamped = DocumentKind::named(file).is_some_and(DocumentKind::is_picture);
        let found_anyway = self.beside_specs && stamped;
        if !(self.dry_run || self.passing || found_anyway) {
            let hash = if stamped { String::new() } else { register::hash(bytes) };
            let written = WrittenFile { path: way()?, chart: chart.to_string(), hash };
            if self.register.find(&written.path) != Some(&written) {
                self.entered.lock().unwrap_or_else(PoisonError::into_inner).push(written);
            }
        }
        Ok(Delivery::Done(stood))
    }

    /// Did we write what stands there, as it is? Nothing is lost of an empty file, and what is no file
    /// is not written over in any case.
    fn is_ours(&self, there: &Path, way: &str) -> Result<bool, StoreError> {
        let bytes = match read(there) {
            Err(StoreError::NoFile(..)) => return Ok(true),
            bytes => bytes?,
        };
        if bytes.is_empty() {
            return Ok(true);
        }
        Ok(self.register.find(way).is_some_and(|written| written.is_of(&bytes))
            || documents::is_known_by_stamp(&there.to_string_lossy(), &bytes))
    }

    /// Enters what was written. A project that may not be changed is told to be without that.
    pub fn finish(self, context: &mut Context) {
        let entered = self.entered.into_inner().unwrap_or_else(PoisonError::into_inner);
        if entered.is_empty() {
            return;
        }
        let many = report::count(entered.len(), "file", "files");
        if let Err(error) = self.project.change_register(entered, &[]) {
            context.err.say(format_args!("{}\n", visible(&not_entered(&many, &error))));
        }
    }
}

/// A document that we wrote and that nobody edited stays ours with newer charts in it; one of somebody's own
/// is looked at from now on. Should that not be entered, the first is taken for edited, which is the safe
/// side; that the second is not is given back.
pub fn rewritten(
    project: &Folder,
    path: &Path,
    before: &[u8],
    after: &[u8],
) -> Result<(), StoreError> {
    let Ok(register) = register_of(project) else { return Ok(()) };
    let way = way_from(&project.root, path)?;
    match register.find(&way) {
        Some(file) if file.is_of(before) => {
            let newer = WrittenFile { hash: register::hash(after), ..file.clone() };
            let _ = project.change_register(vec![newer], &[]);
            Ok(())
        }
        Some(_) => Ok(()),
        None => {
            let is_picture = DocumentKind::named(&way).is_some_and(DocumentKind::is_picture);
            match is_picture || project.is_passing(path) {
                true => Ok(()),
                false => project.change_register(vec![WrittenFile::of_somebody(way)], &[]),
            }
        }
    }
}

/// Said where nothing could be entered.
pub fn not_entered(what: &str, error: &StoreError) -> String {
    format!(
        "{what} not entered into {}, so that `sourceline verify` without a path does not look at it: {error}",
        register::FILE
    )
}

/// What was written before.
pub fn register_of(project: &Folder) -> Result<Register, Failure> {
    project.register()?.map_err(|problems| {
        let text = read(&project.root.join(register::FILE)).unwrap_or_default();
        let texts = vec![(register::FILE.to_string(), text)];
        Unchanged::problems(problems, texts, "nothing was done").into()
    })
}

/// Said of all files that stood in the way.
pub fn tell_not_ours(files: &[String], context: &mut Context) {
    if files.is_empty() {
        return;
    }
    const BY: &str = "made or edited by somebody else, and";
    match files {
        [one] => context.err.say(format_args!(
            "{} was {BY} stays: move it away, or write over it with --force\n",
            visible(one)
        )),
        many => context.err.say(format_args!(
            "{} files were {BY} stay: move them away, or write over them with --force\n",
            many.len()
        )),
    }
}
