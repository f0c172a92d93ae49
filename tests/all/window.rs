//! The program in a pseudo-terminal, driven as a person would.
#![cfg(unix)]

use std::fs;
use std::io::{Read, Write};
use std::path::Path;
use std::process::Command;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use ptyprocess::{PtyProcess, WaitStatus};

/// What is added is flushed to the disk, which takes its time where other tests write hundreds of megabytes.
const PATIENCE: Duration = Duration::from_secs(240);

/// The program in a pseudo-terminal, and what its window shows.
pub struct Window {
    process: PtyProcess,
    keys: fs::File,
    output: Receiver<Vec<u8>>,
    pub screen: vt100::Parser,
}

impl Window {
    pub fn open(folder: &Path, words: &[&str], columns: u16, rows: u16) -> Window {
        // The program asks for the size of its window once that is settled.
        let mut command = Command::new("sh");
        let sized = format!("until [ \"$(stty size)\" = '{rows} {columns}' ]; do sleep 0.01; done");
        let start = format!("{sized}; exec \"$0\" \"$@\"");
        command.args(["-c", &start, env!("CARGO_BIN_EXE_sourceline")]);
        command.args(words).current_dir(folder).env("TERM", "xterm");
        command.env_remove("NO_COLOR");
        let mut process = PtyProcess::spawn(command).unwrap();
        process.set_window_size(columns, rows).unwrap();
        let mut terminal = process.get_raw_handle().unwrap();
        let (sender, output) = channel();
        std::thread::spawn(move || {
            let mut buffer = [0; 4096];
            while let Ok(length) = terminal.read(&mut buffer) {
                if length == 0 || sender.send(buffer[..length].to_vec()).is_err() {
                    break;
                }
            }
        });
        let keys = process.get_raw_handle().unwrap();
        Window { process, keys, output, screen: vt100::Parser::new(rows, columns, 0) }
    }

    pub fn text(&self) -> String {
        self.screen.screen().contents()
    }

    /// Waits until the window shows this.
    pub fn wait(&mut self, text: &str) {
        let until = Instant::now() + PATIENCE;
        while !self.text().contains(text) {
            let left = until.saturating_duration_since(Instant::now());
            match self.output.recv_timeout(left) {
                Ok(bytes) => self.screen.process(&bytes),
                Err(_) => panic!("`{text}` does not come:\n{}", self.text()),
            }
        }
        // The keys are read as they are as soon as the question stands.
        std::thread::sleep(Duration::from_millis(50));
    }

    pub fn press(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).unwrap();
        self.keys.flush().unwrap();
    }

    /// Waits for a question, and answers it.
    pub fn answer(&mut self, question: &str, answer: &str) {
        self.wait(question);
        self.press(answer);
        if !answer.is_empty() {
            self.wait(answer);
        }
        self.press("\r");
    }

    /// Waits for the end; gives the exit code, if it was no signal.
    pub fn end(&mut self) -> Option<i32> {
        let until = Instant::now() + PATIENCE;
        while let Ok(bytes) =
            self.output.recv_timeout(until.saturating_duration_since(Instant::now()))
        {
            self.screen.process(&bytes);
        }
        match self.process.wait().unwrap() {
            WaitStatus::Exited(_, code) => Some(code),
            _ => None,
        }
    }
}
