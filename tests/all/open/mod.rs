//! The project in a browser: who is let in, what is shown, what is changed.

mod adding;
mod asked;
mod books;
mod browser;
mod describing;
mod door;
mod importing;
mod pages;

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// A run of `sourceline open`, ended when it is dropped.
pub struct Served {
    child: Child,
    pub port: u16,
    pub secret: String,
}

/// What came back.
pub struct Answer {
    pub status: u16,
    pub head: String,
    pub body: Vec<u8>,
}

impl Served {
    pub fn begin(project: &Path) -> Served {
        let mut command = Command::new(env!("CARGO_BIN_EXE_sourceline"));
        command.args(["open", "--no-browser", "--project"]).arg(project);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().expect("the program starts");
        let mut line = String::new();
        let out = child.stdout.as_mut().expect("it is piped");
        BufReader::new(out).read_line(&mut line).expect("it says an address");
        let rest = line.trim().strip_prefix("http://127.0.0.1:").expect("it is loopback");
        let (port, secret) = rest.split_once("/enter/").expect("the secret stands in it");
        Served { child, port: port.parse().expect("a port"), secret: secret.to_string() }
    }

    pub fn first_address(&self) -> String {
        format!("http://127.0.0.1:{}/enter/{}", self.port, self.secret)
    }

    pub fn cookie(&self) -> String {
        format!("Cookie: sourceline-{}={}\r\n", self.port, self.secret)
    }

    pub fn host(&self) -> String {
        format!("127.0.0.1:{}", self.port)
    }

    pub fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(("127.0.0.1", self.port)).expect("it listens");
        stream.set_read_timeout(Some(Duration::from_secs(60))).expect("a time can be set");
        stream
    }

    /// Sends bytes as they are, and reads until nothing more comes.
    pub fn send(&self, bytes: &[u8]) -> Answer {
        let mut stream = self.connect();
        // Whoever is refused early has the rest unread.
        let _ = stream.write_all(bytes);
        answer(&mut stream)
    }

    /// As the browser asks that was let in.
    pub fn get(&self, path: &str) -> Answer {
        let (host, cookie) = (self.host(), self.cookie());
        let head =
            format!("GET {path} HTTP/1.1\r\nHost: {host}\r\n{cookie}Connection: close\r\n\r\n");
        self.send(head.as_bytes())
    }

    /// A form as a page of ours sends it.
    pub fn post(&self, path: &str, form: &str) -> Answer {
        let (host, cookie, length) = (self.host(), self.cookie(), form.len());
        let head = format!(
            "POST {path} HTTP/1.1\r\nHost: {host}\r\n{cookie}Origin: http://{host}\r\nConnection: close\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {length}\r\n\r\n{form}"
        );
        self.send(head.as_bytes())
    }

    /// Ends it at once, whatever it does.
    pub fn kill(&self) {
        let ended = Command::new("kill").args(["-KILL", &self.id().to_string()]).status();
        assert!(ended.expect("kill starts").success());
    }

    pub fn id(&self) -> u32 {
        self.child.id()
    }

    pub fn is_there(&mut self) -> bool {
        self.child.try_wait().expect("it can be asked").is_none()
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

pub fn answer(stream: &mut TcpStream) -> Answer {
    let mut bytes = Vec::new();
    let mut buffer = [0; 1 << 16];
    // A connection that is cut may have an answer before it.
    while let Ok(read @ 1..) = stream.read(&mut buffer) {
        bytes.extend_from_slice(&buffer[..read]);
    }
    let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").unwrap_or(bytes.len());
    let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
    let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or(0);
    let body = bytes.get(end + 4..).unwrap_or_default();
    let chunked = head.to_ascii_lowercase().contains("transfer-encoding: chunked");
    let body = if chunked { unchunked(body) } else { body.to_vec() };
    Answer { status, head, body }
}

fn unchunked(mut body: &[u8]) -> Vec<u8> {
    let mut whole = Vec::new();
    while let Some(end) = body.windows(2).position(|two| two == b"\r\n") {
        let size = usize::from_str_radix(&String::from_utf8_lossy(&body[..end]), 16).unwrap_or(0);
        let Some(chunk) = body.get(end + 2..end + 2 + size).filter(|_| size > 0) else { break };
        whole.extend_from_slice(chunk);
        body = &body[end + 4 + size..];
    }
    whole
}

impl Answer {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}
