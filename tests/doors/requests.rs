//! What somebody says to the server of `sourceline open`, who may be anybody's page or program.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use axum::Router;
use axum::extract::Request;
use axum::http::Method;
use tokio::io::{AsyncReadExt, AsyncWriteExt, duplex};
use tokio::runtime::{Builder, Runtime};
use tokio::time::timeout;

// The room of the server knows no project, so that it can be opened here by itself.
#[allow(dead_code, reason = "here nobody listens on a port")]
#[path = "../../src/page"]
mod page {
    pub mod door;
    pub mod keys;
    pub mod listen;
}

use self::page::door::Door;
use self::page::keys::RunSecret;
use self::page::listen::{connection, guarded};

const PORT: u16 = 8200;
/// Stands in an input for the secret of the run, so that some requests are let in.
const SECRET: &str = "SECRET";
/// Every answer has this policy.
const POLICY: &str = "content-security-policy: default-src 'none'";
/// What is answered takes no longer, whatever is said.
const ANSWERS_WITHIN: Duration = Duration::from_secs(20);

/// Whoever does not know the secret comes to nothing behind the door; whoever does is answered, and every answer
/// holds the browser to what is its own.
pub fn requests(bytes: &[u8]) {
    let knows = find(bytes, SECRET.as_bytes()).is_some();
    let secret = RunSecret::new().expect("the system has chance");
    let said = replaced(bytes, SECRET.as_bytes(), secret.text().as_bytes());
    let came = Arc::new(AtomicUsize::new(0));
    let routes = behind(came.clone());
    let answered = runtime().block_on(async move {
        let routes = guarded(Arc::new(Door::new(secret, PORT)), routes);
        let (mut ours, theirs) = duplex(1 << 16);
        let served = tokio::spawn(async move {
            // Who speaks no HTTP is not answered.
            let _ = connection(theirs, routes).await;
        });
        let mut answered = Vec::new();
        let spoken = async {
            let (mut hear, mut say) = tokio::io::split(&mut ours);
            let speaks = async {
                // Whoever is refused early has the rest unread.
                let _ = say.write_all(&said).await;
                let _ = say.shutdown().await;
            };
            let hears = async { hear.read_to_end(&mut answered).await };
            let _ = tokio::join!(speaks, hears);
        };
        timeout(ANSWERS_WITHIN, spoken).await.expect("what is said is answered or cut off");
        served.await.expect("no panic passes the door");
        answered
    });
    let came = came.load(Ordering::Relaxed);
    assert!(knows || came == 0, "somebody came in without the secret");
    let text = String::from_utf8_lossy(&answered);
    // Whoever speaks the older version is answered in it.
    let said = |status: &str| {
        ["1.0", "1.1"].map(|one| text.matches(&format!("HTTP/{one} {status}")).count())
    };
    let count = |status: &str| said(status).iter().sum::<usize>();
    let answers = count("");
    assert!(came <= answers, "{came} came in, and {answers} were answered");
    // What is no HTTP at all is refused by hyper, and never comes to the door.
    let refused_unread = count("400 ") + count("431 ");
    let held = text.matches(POLICY).count();
    assert!(held + refused_unread >= answers, "an answer without its policy: {text}");
}

/// Something to come to, which reads what is sent.
fn behind(came: Arc<AtomicUsize>) -> Router {
    Router::new().fallback(move |request: Request| {
        came.fetch_add(1, Ordering::Relaxed);
        async move {
            assert!(matches!(*request.method(), Method::GET | Method::HEAD | Method::POST));
            let sent = axum::body::to_bytes(request.into_body(), usize::MAX).await;
            format!("{} bytes", sent.map_or(0, |sent| sent.len()))
        }
    })
}

/// One for all, with a clock that the timers need.
fn runtime() -> &'static Runtime {
    static RUNTIME: std::sync::OnceLock<Runtime> = std::sync::OnceLock::new();
    RUNTIME.get_or_init(|| {
        Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .expect("threads can be had")
    })
}

fn find(text: &[u8], part: &[u8]) -> Option<usize> {
    text.windows(part.len()).position(|window| window == part)
}

fn replaced(text: &[u8], part: &[u8], new: &[u8]) -> Vec<u8> {
    let mut whole = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = find(rest, part) {
        whole.extend_from_slice(&rest[..at]);
        whole.extend_from_slice(new);
        rest = &rest[at + part.len()..];
    }
    whole.extend_from_slice(rest);
    whole
}

pub fn requests_seeds() -> Vec<Vec<u8>> {
    let host = "Host: 127.0.0.1:8200\r\n";
    let cookie = "Cookie: sourceline-8200=SECRET\r\n";
    let origin = "Origin: http://127.0.0.1:8200\r\n";
    let form = "Content-Type: application/x-www-form-urlencoded\r\n";
    [
        format!("GET /enter/SECRET HTTP/1.1\r\n{host}\r\n"),
        format!("GET /charts/index.html HTTP/1.1\r\n{host}{cookie}\r\n"),
        format!("GET / HTTP/1.1\r\n{host}Cookie: a=b; sourceline-8200=SECRET; c\r\n\r\n"),
        format!("HEAD /charts/%2e%2e/x HTTP/1.1\r\n{host}{cookie}Connection: close\r\n\r\n"),
        format!("POST /add HTTP/1.1\r\n{host}{cookie}{origin}{form}Content-Length: 11\r\n\r\nperiod=2019"),
        format!("POST /add HTTP/1.1\r\n{host}{cookie}{form}Content-Length: 3\r\n\r\na=b"),
        format!("POST /add HTTP/1.1\r\n{host}{cookie}Origin: null\r\nContent-Length: 3\r\n\r\na=b"),
        format!("POST /undo HTTP/1.1\r\n{host}{cookie}{origin}Transfer-Encoding: chunked\r\n\r\n4\r\na=bc\r\n0\r\n\r\n"),
        format!("GET / HTTP/1.1\r\n{host}{cookie}\r\nGET /add HTTP/1.1\r\n{host}\r\n"),
        format!("GET / HTTP/1.1\r\n{host}{cookie}Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\n\r\n"),
        format!("GET / HTTP/1.1\r\nHost: example.org\r\n{cookie}\r\n"),
        format!("GET / HTTP/1.1\r\n{host}{host}{cookie}\r\n"),
        format!("GET http://example.org/ HTTP/1.1\r\n{host}{cookie}\r\n"),
        format!("PUT /add HTTP/1.1\r\n{host}{cookie}{origin}Expect: 100-continue\r\nContent-Length: 9\r\n\r\n"),
        format!("CONNECT 127.0.0.1:8200 HTTP/1.1\r\n{host}\r\n"),
        "GET / HTTP/1.0\r\n\r\n".to_string(),
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".to_string(),
        format!("GET / HTTP/1.1\r\n{host}X: {}\r\n\r\n", "x".repeat(40_000)),
    ]
    .map(String::into_bytes)
    .to_vec()
}
