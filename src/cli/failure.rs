//! Why a command was not carried out: there is no such file, no such name, no room on the disk; or
//! what was asked for would be wrong.

use std::{fmt, io};

use sourceline::nearest::ask;
use sourceline::store::{StoreError, is_held, reason};

use super::exit::Exit;
use super::hint::Hint;
use super::refusal::Unchanged;
use super::screen::{Screen, visible};

#[derive(Debug)]
pub enum Failure {
    /// What was asked for may not be had; all else could not be done.
    Refused(Unchanged),
    /// The disk would not have it.
    Store(StoreError),
    /// Another program writes the file again and again.
    Restless(String),
    /// The person did not go on.
    Cancelled,
    /// A name that is not in the project.
    Unknown {
        what: &'static str,
        name: String,
        likely: Vec<String>,
        /// The command that tells which names there are.
        list: &'static str,
    },
    /// What was typed makes no sense together.
    Usage(String),
    /// No page could be served to a browser.
    #[cfg(feature = "page")]
    Serve(io::Error),
    /// The words for the person could not be written.
    Print(io::Error),
}

impl Failure {
    pub fn exit(&self) -> Exit {
        match self {
            Failure::Refused(_) => Exit::Problems,
            _ => Exit::Unable,
        }
    }

    pub fn print(&self, screen: &mut Screen) {
        self.print_as(screen, Hint::to_string);
    }

    /// The same as somebody says it.
    pub fn print_as(&self, screen: &mut Screen, said: impl Fn(&Hint) -> String) {
        if let Failure::Refused(refusal) = self {
            refusal.print_problems(screen);
        }
        let title = screen.bold_red("error");
        let message = match self {
            Failure::Refused(refusal) => visible(&said(&refusal.message)).into_owned(),
            failure => failure.to_string(),
        };
        screen.say(format_args!("{title}: {message}\n"));
        if let Some(hint) = self.hint() {
            screen.say(format_args!("  = help: {}\n", visible(&said(&hint))));
        }
    }

    fn hint(&self) -> Option<Hint> {
        match self {
            Failure::Refused(refusal) => refusal.hint.clone(),
            Failure::Store(error) => store_hint(error).map(Hint::from),
            Failure::Unknown { likely, list, .. } => Some(ask(likely).map_or_else(
                || Hint::default().command(*list).words(" names them all"),
                Hint::from,
            )),
            Failure::Restless(_) => Some("nothing was changed".into()),
            #[cfg(feature = "page")]
            Failure::Serve(error) if error.kind() == io::ErrorKind::AddrInUse => {
                Some("leave --port out for one that is free, or end what listens there".into())
            }
            #[cfg(feature = "page")]
            Failure::Serve(error) if error.kind() == io::ErrorKind::PermissionDenied => {
                Some("leave --port out for one that is free, or name one above 1023".into())
            }
            _ => None,
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Failure::Refused(refusal) => f.write_str(&visible(&refusal.message.to_string())),
            Failure::Store(error) => f.write_str(&visible(&error.to_string())),
            Failure::Restless(file) => {
                write!(f, "`{}` is written by another program again and again", visible(file))
            }
            Failure::Cancelled => f.write_str("stopped; nothing was written"),
            Failure::Unknown { what, name, .. } => {
                write!(f, "there is no {what} `{}`", visible(name))
            }
            Failure::Usage(message) => f.write_str(message),
            #[cfg(feature = "page")]
            Failure::Serve(error) => write!(f, "could not listen: {}", reason(error)),
            Failure::Print(error) => write!(f, "could not print: {}", reason(error)),
        }
    }
}

impl std::error::Error for Failure {}

impl From<Unchanged> for Failure {
    fn from(refusal: Unchanged) -> Failure {
        Failure::Refused(refusal)
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Failure {
        Failure::Store(error)
    }
}

fn store_hint(error: &StoreError) -> Option<String> {
    let unchanged = "nothing was changed";
    Some(match error {
        StoreError::NoProject { asked: false, .. } => {
            "change into a folder of the project, or name it with --project DIR; `sourceline \
             init DIR` begins one"
                .to_string()
        }
        StoreError::NoProject { asked: true, .. } => {
            "name the folder that holds data/ and charts/; `sourceline init DIR` begins a project"
                .to_string()
        }
        StoreError::Unnameable(_) => {
            "name another folder, or say with --path what the document calls it".to_string()
        }
        StoreError::NoFolder(_) => "name a folder; it is made if it is not there".to_string(),
        StoreError::Link(path) if path.file_name().is_some_and(|name| name == "charts") => {
            "put the folder that it points to in place of the link; `render` and `embed` also \
             write elsewhere, with --out DIR"
                .to_string()
        }
        StoreError::LinkOut(_, target) => {
            format!(
                "delete the link; or name what it points to, if you mean that: --out {}",
                visible(&target.to_string_lossy())
            )
        }
        StoreError::Link(_) => "delete the link; what it points to stays".to_string(),
        StoreError::Write(_, error) if is_held(error, cfg!(windows)) => HELD.to_string(),
        StoreError::Read(_, error) | StoreError::Write(_, error)
            if error.kind() == io::ErrorKind::InvalidFilename =>
        {
            "give the file it is made from a shorter name".to_string()
        }
        StoreError::Unchanged(error) => match store_hint(error) {
            Some(hint) => format!("{hint}; {unchanged}"),
            None => unchanged.to_string(),
        },
        StoreError::Watch(..) => {
            "end another program that watches folders; or leave --watch out, and draw after each save"
                .to_string()
        }
        StoreError::Lock(..) => unchanged.to_string(),
        StoreError::InUse { mark, .. } => format!(
            "close it there and try again; {unchanged}. If it is not open, delete `{}`",
            mark.to_string_lossy()
        ),
        StoreError::Halfway { .. } => {
            "mend the cause and give the same command again: it goes on from here".to_string()
        }
        StoreError::Read(..)
        | StoreError::Keep(..)
        | StoreError::NoFile(..)
        | StoreError::NamedPipe(_)
        | StoreError::TooLarge(_)
        | StoreError::Write(..) => return None,
    })
}

const HELD: &str = "another program may have it open, such as Excel: close it there and try again";
