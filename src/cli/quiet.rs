//! A terminal that shows no key of its own accord while a question waits. Keys are read one by one,
//! and what is typed between two of them would be echoed into what is drawn.

#[cfg(unix)]
use rustix::termios::{OptionalActions, Termios, tcgetattr, tcsetattr};

/// Ends with the question; the terminal is then as it was.
pub struct Quiet {
    #[cfg(unix)]
    before: Option<Termios>,
}

#[cfg(unix)]
impl Quiet {
    pub fn begin() -> Quiet {
        let before = tcgetattr(std::io::stdin()).ok();
        if let Some(before) = &before {
            let mut quiet = before.clone();
            quiet.make_raw();
            // Lines that are drawn still end as ever.
            quiet.output_modes = before.output_modes;
            let _ = tcsetattr(std::io::stdin(), OptionalActions::Drain, &quiet);
        }
        Quiet { before }
    }
}

#[cfg(unix)]
impl Drop for Quiet {
    fn drop(&mut self) {
        if let Some(before) = &self.before {
            let _ = tcsetattr(std::io::stdin(), OptionalActions::Drain, before);
        }
    }
}

#[cfg(not(unix))]
impl Quiet {
    pub fn begin() -> Quiet {
        Quiet {}
    }
}
