//! Where PNG and PDF may look for characters further.

use std::path::PathBuf;

use clap::Args;
use sourceline::dataset::Dataset;
use sourceline::output::kit::Kit;
use sourceline::store::{Folder, fonts_of};

use super::failure::Failure;

#[derive(Args, Clone, Debug)]
pub struct FontFolder {
    /// A folder of fonts for the characters that the fonts of PNG and PDF lack
    #[cfg(any(feature = "png", feature = "pdf"))]
    #[arg(long, value_name = "DIR")]
    fonts: Option<PathBuf>,
}

impl FontFolder {
    /// With the fonts of this folder, or of that which the settings name.
    pub fn kit<'a>(&self, data: &'a Dataset<'a>, project: &Folder) -> Result<Kit<'a>, Failure> {
        Ok(Kit::new(data, &project.settings.house.style, self.read(project)?))
    }

    pub fn read(&self, project: &Folder) -> Result<Vec<Vec<u8>>, Failure> {
        Ok(self.folder(project).as_deref().map_or(Ok(Vec::new()), fonts_of)?)
    }

    pub fn folder(&self, project: &Folder) -> Option<PathBuf> {
        let settled = project.settings.fallback_fonts.as_ref();
        self.typed().or_else(|| settled.map(|folder| project.root.join(folder)))
    }

    #[cfg(any(feature = "png", feature = "pdf"))]
    fn typed(&self) -> Option<PathBuf> {
        self.fonts.clone()
    }

    #[cfg(not(any(feature = "png", feature = "pdf")))]
    fn typed(&self) -> Option<PathBuf> {
        None
    }
}
