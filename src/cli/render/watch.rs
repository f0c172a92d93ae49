//! `render --watch`: draws again what a save changes, until somebody ends it. The disk alone says what
//! that is: whenever something happens there, all that is read is read again and held against what was
//! drawn from.

use std::collections::{BTreeSet, HashMap};
use std::path::PathBuf;

use sourceline::chart::ChartSpec;
use sourceline::dataset::{Dataset, Files};
use sourceline::output::kit::Kit;
use sourceline::problem::Problem;
use sourceline::store::{Folder, Watch};

use super::args::Render;
use super::plan::{DrawnChart, RenderPlan, fate_of, marks};
use crate::cli::context::{Context, in_order_within};
use crate::cli::drawing::{self, Easel};
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::fate::FileFate;
use crate::cli::left_over::LeftFiles;

/// Draws until nobody listens any more. What fails from the start fails as without `--watch`; what
/// fails later is told, and tried again.
pub fn watch(render: &Render, context: &mut Context) -> Result<Exit, Failure> {
    // The folder itself may be replaced by another of its name.
    let root = context.project()?.root;
    context.project = Some(std::path::absolute(&root).unwrap_or(root));
    let mut watching = Watching { render, told: None };
    loop {
        let (watch, ground) = watching.ground(context)?;
        let ground = match ground {
            Ok(ground) => ground,
            Err(failure) => {
                watching.tell_failure(failure, context)?;
                watch.wait();
                continue;
            }
        };
        let begun = watching.told.is_some();
        if begun {
            context.out.clear();
            watching.told = Some(OnScreen::Nothing);
        }
        let mut waiting = Some(watch);
        let known = |project: &Folder, files: &Files, context: &mut Context| {
            render.as_of.of(project, files, context)
        };
        let read = (&ground.project, &ground.files);
        let drawn = in_order_within(read, context, known, |data, context| {
            let watch = waiting.take().expect("it is called once");
            watching.while_it_stands(&ground, data, watch, context)
        });
        let Some(watch) = waiting else {
            if context.out.is_closed() {
                return drawn;
            }
            drawn?;
            continue;
        };
        // There are errors in the data, or it cannot be read as it is asked for.
        match drawn {
            Err(failure) if !begun => return Err(failure),
            Err(failure) => watching.tell_failure(failure, context)?,
            Ok(_) => watching.told_all(OnScreen::Errors, context),
        }
        watching.until_it_differs(&ground, watch, context)?;
        if context.out.is_closed() {
            return Ok(Exit::Fine);
        }
    }
}

struct Watching<'a> {
    render: &'a Render,
    /// What stands on the screen, once something does.
    told: Option<OnScreen>,
}

#[derive(PartialEq)]
enum OnScreen {
    /// It is to be said in any case.
    Nothing,
    Failure(String),
    Errors,
    /// The errors, the files, what is left over.
    Charts(Vec<Problem>, Vec<(String, FileFate)>, Vec<LeftFiles>),
}

/// What every chart depends on, as it was read.
#[derive(PartialEq)]
struct WatchedInputs {
    project: Folder,
    files: Files,
    fonts: Vec<Vec<u8>>,
}

/// What was drawn.
#[derive(Default)]
struct DrawnBefore {
    /// Which charts there were: twins may be called as one of them is.
    all: Vec<ChartKey>,
    charts: HashMap<ChartKey, (ChartSpec, DrawnChart)>,
}

impl Watching<'_> {
    /// What there is now, and what tells of the changes since.
    fn ground(
        &self,
        context: &Context,
    ) -> Result<(Watch, Result<WatchedInputs, Failure>), Failure> {
        let mut places = self.places(context);
        loop {
            let watch = Watch::over(&places)?;
            let ground = self.read(context);
            let now = self.places(context);
            if now == places {
                return Ok((watch, ground));
            }
            places = now;
        }
    }

    fn read(&self, context: &Context) -> Result<WatchedInputs, Failure> {
        let project = context.project()?;
        let fonts = self.render.fonts.read(&project)?;
        Ok(WatchedInputs { files: project.files()?, project, fonts })
    }

    fn places(&self, context: &Context) -> BTreeSet<PathBuf> {
        let asked = context.project.iter().flat_map(|root| [root.clone(), root.join("data")]);
        let mut places: BTreeSet<PathBuf> = asked.collect();
        if let Ok(project) = context.project() {
            places.extend(project.places());
            places.extend(self.render.fonts.folder(&project));
        }
        places.extend(self.render.elsewhere());
        places
    }

    /// Draws as long as nothing changes but specs and pictures.
    fn while_it_stands(
        &mut self,
        ground: &WatchedInputs,
        data: &Dataset,
        mut watch: Watch,
        context: &mut Context,
    ) -> Result<Exit, Failure> {
        let kit = Kit::new(data, &ground.project.settings.house.style, ground.fonts.clone());
        let mut kept = DrawnBefore::default();
        loop {
            match self.look(ground, data, &kit, &mut kept, context) {
                Err(failure) if self.told.is_none() => return Err(failure),
                Err(failure) => self.tell_failure(failure, context)?,
                Ok(()) => {}
            }
            watch.wait();
            let (next, now) = self.ground(context)?;
            if context.out.is_closed() || !now.is_ok_and(|now| now == *ground) {
                return Ok(Exit::Fine);
            }
            watch = next;
        }
    }

    fn until_it_differs(
        &mut self,
        ground: &WatchedInputs,
        mut watch: Watch,
        context: &mut Context,
    ) -> Result<(), Failure> {
        loop {
            watch.wait();
            let (next, now) = self.ground(context)?;
            if !now.is_ok_and(|now| now == *ground) {
                return Ok(());
            }
            watch = next;
        }
    }

    /// Draws what is not as it was drawn, and says how all stand if that is news.
    fn look(
        &mut self,
        ground: &WatchedInputs,
        data: &Dataset,
        kit: &Kit,
        kept: &mut DrawnBefore,
        context: &mut Context,
    ) -> Result<(), Failure> {
        let WatchedInputs { project, .. } = ground;
        let catalogue = drawing::catalogue(project, data)?;
        let plan = self.render.settle(project, data, &catalogue)?;
        let easel = Easel::new(project, data, &catalogue);
        let mut before = std::mem::take(&mut kept.charts);
        let all: Vec<ChartKey> = catalogue.charts().iter().map(key).collect();
        if kept.all != all {
            kept.all = all;
            before.clear();
        }
        let there = plan.there(project, &easel)?;
        let stands = |chart: &ChartSpec| {
            let before = before.get(&key(chart)).filter(|(spec, _)| spec == chart);
            before.is_some_and(|(_, drawn)| stands(drawn, there.paths(chart)))
        };
        let changed: Vec<ChartSpec> =
            plan.charts.iter().filter(|chart| !stands(chart)).cloned().collect();
        let drawn = plan.draw(project, &easel, kit, &changed, context)?;
        let fresh = changed.into_iter().zip(drawn).map(|drawn| (key(&drawn.0), drawn));
        before.extend(fresh);
        kept.charts =
            plan.charts.iter().filter_map(|chart| before.remove_entry(&key(chart))).collect();
        let left = plan.left_over(project, &easel)?;
        self.tell(&plan, &easel, project, kept, left, context)?;
        for (_, drawn) in kept.charts.values_mut() {
            for (_, fate) in &mut drawn.files {
                if let Ok(fate @ (FileFate::Differed | FileFate::Missed)) = fate {
                    *fate = FileFate::Same;
                }
            }
        }
        Ok(())
    }

    fn tell(
        &mut self,
        plan: &RenderPlan,
        easel: &Easel,
        project: &Folder,
        kept: &DrawnBefore,
        left: Vec<LeftFiles>,
        context: &mut Context,
    ) -> Result<(), Failure> {
        let drawn = plan
            .charts
            .iter()
            .filter_map(|chart| kept.charts.get(&key(chart)).map(|(_, drawn)| (chart, drawn)));
        let drawn: Vec<(&ChartSpec, &DrawnChart)> = drawn.collect();
        let errors = drawn.iter().flat_map(|(_, drawn)| drawn.errors.clone()).collect();
        let files = drawn.iter().flat_map(|(_, drawn)| &drawn.files);
        let fates: Vec<(String, FileFate)> =
            files.map(|(name, fate)| (name.clone(), fate_of(fate))).collect();
        let written = |fate: &FileFate| matches!(fate, FileFate::Differed | FileFate::Missed);
        let news = fates.iter().any(|(_, fate)| written(fate));
        let settled = fates
            .into_iter()
            .map(|(name, fate)| (name, if written(&fate) { FileFate::Same } else { fate }));
        let now = OnScreen::Charts(errors, settled.collect(), left.clone());
        if !news && self.told.as_ref() == Some(&now) {
            return Ok(());
        }
        if !matches!(self.told, None | Some(OnScreen::Nothing)) {
            context.out.clear();
        }
        match plan.charts.is_empty() {
            true => plan.tell_none(easel, context),
            false => {
                plan.tell(project, &drawn, &left, context)?;
            }
        }
        self.told_all(now, context);
        Ok(())
    }

    fn tell_failure(&mut self, failure: Failure, context: &mut Context) -> Result<(), Failure> {
        if self.told.is_none() {
            return Err(failure);
        }
        let now = OnScreen::Failure(failure.to_string());
        if self.told.as_ref() != Some(&now) {
            context.out.clear();
            failure.print(&mut context.err);
            self.told_all(now, context);
        }
        Ok(())
    }

    /// All is said; the rest is waiting.
    fn told_all(&mut self, now: OnScreen, context: &mut Context) {
        context.err.flush();
        let line = context.out.dim("Waiting for changes; Ctrl-C ends\n");
        context.out.say(format_args!("{line}"));
        context.out.flush();
        self.told = Some(now);
    }
}

/// The label of its spec, and its name.
type ChartKey = (String, String);

fn key(chart: &ChartSpec) -> ChartKey {
    (chart.label.clone(), chart.name.clone())
}

/// Is all as it was left, and nothing there besides? What could not be written is tried again.
fn stands(drawn: &DrawnChart, there: Vec<PathBuf>) -> bool {
    let done = |fate| !matches!(fate, FileFate::NotWritten | FileFate::NotOurs);
    let own = drawn.marks.iter().map(|(path, _)| path.clone()).collect();
    drawn.files.iter().all(|(_, fate)| done(fate_of(fate))) && marks(own, there) == drawn.marks
}
