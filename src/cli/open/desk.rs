//! What lies on the desk: the project as it is on the disk, read again for every page, and the
//! pictures that were drawn of it, as long as it stays so.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use rayon::prelude::*;
use sha2::{Digest, Sha256};
use sourceline::chart::ChartSpec;
use sourceline::check::check;
use sourceline::dataset::{Dataset, Files};
use sourceline::output::catalogue::Catalogue;
use sourceline::output::kit::Kit;
use sourceline::problem::{Checked, Level, Problem};
use sourceline::store::{FileMark, Folder, SpecText};
use sourceline::web::{ChartDrawings, SiteChart, SiteHistory, SitePackage, StaticSite};

use super::news::FileChanges;
use crate::cli::context::{Context, PagePlan};
use crate::cli::drawing::Easel;
use crate::cli::failure::Failure;
use crate::cli::fonts::FontFolder;
use crate::cli::screen::{KeptWords, Screen};

/// What all pages are made from.
pub struct PageDesk {
    root: PathBuf,
    fonts: FontFolder,
    command_line: fn() -> clap::Command,
    last: Mutex<Option<Arc<ReadProject>>>,
    /// Pictures of what is not on the disk, for a while, the last at the end.
    kept: Mutex<VecDeque<(String, String)>>,
    /// Tables that are not imported yet, the last at the end.
    tables: Mutex<VecDeque<(String, KeptTable)>>,
    pub changes: FileChanges,
}

/// A table that came to a page.
#[derive(Clone)]
pub struct KeptTable {
    /// The name of its file.
    pub label: String,
    pub bytes: Vec<u8>,
}

/// The project as it was read.
pub struct ReadProject {
    pub folder: Folder,
    pub files: Files,
    pub specs: Vec<SpecText>,
    fonts: Vec<Vec<u8>>,
    /// How the files beside the specs are known again.
    pictures: Vec<Option<FileMark>>,
    drawn: Arc<OnceLock<Vec<SeenChart>>>,
    /// Which state it is since the program began.
    pub number: u64,
}

/// A chart as pages show it.
pub struct SeenChart {
    pub spec: ChartSpec,
    /// None if there is an error in its spec.
    pub drawings: Option<ChartDrawings>,
    pub problems: Vec<Problem>,
}

impl PageDesk {
    pub fn new(root: &Path, fonts: FontFolder, command_line: fn() -> clap::Command) -> PageDesk {
        // The folder that was meant stays the one that is meant.
        let root = std::path::absolute(root).unwrap_or_else(|_| root.to_path_buf());
        PageDesk {
            root,
            fonts,
            command_line,
            last: Mutex::default(),
            kept: Mutex::default(),
            tables: Mutex::default(),
            changes: FileChanges::default(),
        }
    }

    /// What is on the disk now.
    pub fn project(&self) -> Result<Arc<ReadProject>, Failure> {
        let folder = Folder::find(Some(&self.root))?;
        let now = ReadProject {
            files: folder.files()?,
            specs: folder.spec_texts()?,
            fonts: self.fonts.read(&folder)?,
            pictures: pictures(&folder)?,
            folder,
            drawn: Arc::default(),
            number: 1,
        };
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        let now = match last.as_ref() {
            Some(last) if last.is_as(&now) && last.pictures == now.pictures => {
                return Ok(last.clone());
            }
            // What is drawn of it is the same.
            Some(last) if last.is_as(&now) => {
                ReadProject { drawn: last.drawn.clone(), number: last.number + 1, ..now }
            }
            Some(last) => ReadProject { number: last.number + 1, ..now },
            None => now,
        };
        Ok(last.insert(Arc::new(now)).clone())
    }

    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Keeps a picture for a page that shows it next, and says where it lies.
    pub fn keep(&self, svg: &str) -> String {
        let name = name_of(svg.as_bytes());
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.retain(|(known, _)| *known != name);
        kept.push_back((name.clone(), svg.to_string()));
        while kept.len() > KEPT {
            kept.pop_front();
        }
        format!("/kept/{name}.svg")
    }

    /// A picture that was kept.
    pub fn kept(&self, name: &str) -> Option<String> {
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let found = kept.iter().find(|(known, _)| *known == name);
        found.map(|(_, svg)| svg.clone())
    }

    /// Keeps a table until it is imported or others come, and says by which name.
    pub fn keep_table(&self, table: KeptTable) -> String {
        let name = name_of(&[table.label.as_bytes(), b"\0", &table.bytes].concat());
        let mut tables = self.tables.lock().unwrap_or_else(PoisonError::into_inner);
        tables.retain(|(known, _)| *known != name);
        tables.push_back((name.clone(), table));
        while tables.len() > KEPT_TABLES {
            tables.pop_front();
        }
        name
    }

    /// A table that was kept.
    pub fn kept_table(&self, name: &str) -> Option<KeptTable> {
        let tables = self.tables.lock().unwrap_or_else(PoisonError::into_inner);
        let found = tables.iter().find(|(known, _)| *known == name);
        found.map(|(_, table)| table.clone())
    }

    /// What a command is given that a page calls, with the words that it says.
    pub fn context(&self, typed: String, agreed: Option<String>) -> (Context, [KeptWords; 2]) {
        let ((out, said), (err, told)) = (Screen::kept(), Screen::kept());
        let context = Context {
            project: Some(self.root.clone()),
            typed,
            run: sourceline::store::new_run(),
            command_line: self.command_line,
            out,
            err,
            on_page: Some(PagePlan { agreed, ..PagePlan::default() }),
        };
        (context, [said, told])
    }
}

/// So many pictures are kept.
const KEPT: usize = 400;
/// So many tables are, none larger than what a page may send.
const KEPT_TABLES: usize = 4;

/// By what is in it.
fn name_of(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}

fn pictures(folder: &Folder) -> Result<Vec<Option<FileMark>>, Failure> {
    let charts = folder.charts()?;
    let names = folder.chart_files()?;
    Ok(names.iter().map(|name| FileMark::of(&charts.join(name))).collect())
}

impl ReadProject {
    fn is_as(&self, other: &ReadProject) -> bool {
        self.folder == other.folder
            && self.files == other.files
            && self.specs == other.specs
            && self.fonts == other.fonts
    }

    /// The data, with whatever is wrong with it.
    pub fn data(&self) -> Checked<Dataset<'_>> {
        check(&self.files, self.folder.settings.financial_year_starts)
    }

    /// What is wrong with the data and the settings.
    pub fn errors(&self, read: &Checked<Dataset>) -> Vec<Problem> {
        let mut errors = self.folder.problems.clone();
        errors.extend(read.problems.iter().cloned());
        errors.retain(|problem| problem.level() == Level::Error);
        errors
    }

    pub fn catalogue(&self, data: &Dataset) -> Catalogue {
        Catalogue::of(self.specs.iter().cloned(), data)
    }

    /// Every chart, drawn for pages; once as long as nothing changes.
    pub fn charts(&self, data: &Dataset) -> &[SeenChart] {
        self.drawn.get_or_init(|| {
            let catalogue = self.catalogue(data);
            let easel = Easel::new(&self.folder, data, &catalogue);
            let seen = |spec: &ChartSpec| {
                let Checked { value: drawings, mut problems } = easel.draw_for_pages(spec, false);
                let whole = drawings.as_ref().map_or(&[][..], |drawings| &drawings.whole);
                problems.extend(easel.studio.advice(spec, whole));
                SeenChart { spec: spec.clone(), drawings, problems }
            };
            catalogue.charts().par_iter().map(seen).collect()
        })
    }

    pub fn kit<'d>(&self, data: &'d Dataset<'d>) -> Kit<'d> {
        Kit::new(data, &self.folder.settings.house.style, self.fonts.clone())
    }

    /// The same pages as those of a site, but for what is around them.
    pub fn site<'d>(&'d self, data: &'d Dataset<'d>) -> StaticSite<'d> {
        StaticSite {
            data,
            settings: &self.folder.settings,
            project: &self.folder.name,
            package: SitePackage::of(None),
            history: SiteHistory::default(),
        }
    }

    /// What lists say of the charts that could be drawn.
    pub fn summaries(&self, site: &StaticSite, data: &Dataset) -> Vec<SiteChart> {
        let drawn = self.charts(data).iter().filter_map(|chart| chart.drawings.as_ref());
        drawn.map(|drawings| site.summary(drawings)).collect()
    }
}
