//! WHICH FILES a chart becomes: formats as rows, the looks of its pictures with their names, and
//! the bytes. What the command line can write, a program can. Opens no file.

mod bench;
pub mod catalogue;
pub mod evidence;
pub mod folder;
pub mod font_files;
pub mod format;
#[cfg(any(feature = "png", feature = "pdf"))]
mod glyph;
pub mod handout;
pub mod kit;
pub mod looks;
mod organisation;
pub mod project;
pub mod register;
pub mod rendering;
pub mod settings;
pub mod site_settings;
pub mod studio;
mod style_settings;
