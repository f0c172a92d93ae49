//! THE DISK: finds a project, reads it, locks it, writes whole files or none, and waits for changes. Nobody else in
//! the program opens a file. Knows no chart and says nothing to a person.

mod below;
#[cfg(feature = "page")]
mod browser;
mod change;
mod clear;
mod error;
mod folder;
mod git_folder;
mod keeping;
mod links;
#[cfg(feature = "cli")]
mod mark;
mod open_elsewhere;
mod read;
mod registered;
mod revisions;
mod swept;
mod undo;
#[cfg(feature = "cli")]
mod watch;
mod way;
mod write;

pub use below::{FilesBelow, files_below};
#[cfg(feature = "page")]
pub use browser::show_in_browser;
pub use change::{DataLock, FileEdit, Groundwork};
pub use clear::take_away;
pub use error::{StoreError, is_held, reason};
pub use folder::{Folder, SpecText};
pub use keeping::replace_keeping;
#[cfg(feature = "cli")]
pub use mark::FileMark;
pub use open_elsewhere::refuse_open;
pub use read::{fonts_of, is_there, read, read_named, read_named_within, read_whole, read_within};
pub use revisions::{Commit, NoRevision, RevisionReader, Revisions};
pub use swept::SweptFolders;
pub use undo::{Deed, DeedFile, DeedStands, FirstFile, new_run};
#[cfg(feature = "cli")]
pub use watch::Watch;
pub use way::{from_root, way_from, way_to};
pub use write::{FileStanding, put, put_over, standing};
