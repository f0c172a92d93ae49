//! Who is let in, and what nobody may do: sent as bytes, as whoever means harm sends them.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, Instant};

use super::{Served, answer};
use crate::common::Faults;
use crate::documents::sourceline;

const INDEX: &str = "/charts/index.html";

fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cli/project")
}

fn served() -> Served {
    Served::begin(&project())
}

#[test]
fn a_port_that_is_taken_is_told_with_what_to_do() {
    let first = served();
    let (told, code) =
        sourceline(&project(), &["open", "--no-browser", "--port", &first.port.to_string()]);
    assert_eq!(code, 2, "{told}");
    assert!(told.contains("could not listen") && told.contains("leave --port out"), "{told}");
}

#[test]
fn only_the_browser_that_was_let_in_is_answered() {
    let (served, earlier) = (served(), served());
    let (host, cookie) = (served.host(), served.cookie());
    let origin = format!("Origin: http://{host}\r\n");
    let old = format!("Cookie: sourceline-{}={}\r\n", served.port, earlier.secret);
    let wrong = format!("Cookie: sourceline-{}={}\r\n", served.port, "0".repeat(64));
    let other_name = format!("Cookie: sourceline={}\r\n", served.secret);
    let ask = |method: &str, path: &str, heads: &str| {
        let text = format!(
            "{method} {path} HTTP/1.1\r\n{heads}Connection: close\r\nContent-Length: 0\r\n\r\n"
        );
        let answer = served.send(text.as_bytes());
        (answer.status, answer.text())
    };
    let heads = |more: &str| format!("Host: {host}\r\n{cookie}{more}");
    let local = |name: &str| format!("Host: {name}:{}\r\n{cookie}", served.port);
    let mut faults = Faults::default();
    for (why, method, path, heads, status) in [
        ("it is let in", "GET", INDEX, heads(""), 200),
        ("by another name of this machine", "GET", INDEX, local("localhost"), 200),
        ("as a page of ours asks", "GET", INDEX, heads("Sec-Fetch-Site: same-origin\r\n"), 200),
        (
            "somebody follows a link",
            "GET",
            INDEX,
            heads("Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\n"),
            200,
        ),
        ("without the secret", "GET", INDEX, format!("Host: {host}\r\n"), 403),
        (
            "without the secret, a part of a page",
            "GET",
            "/assets/htmx.js",
            format!("Host: {host}\r\n"),
            403,
        ),
        ("the secret of an earlier run", "GET", INDEX, format!("Host: {host}\r\n{old}"), 403),
        ("a guess", "GET", INDEX, format!("Host: {host}\r\n{wrong}"), 403),
        (
            "the secret under another name",
            "GET",
            INDEX,
            format!("Host: {host}\r\n{other_name}"),
            403,
        ),
        (
            "the first address of another run",
            "GET",
            &format!("/enter/{}", earlier.secret),
            format!("Host: {host}\r\n"),
            403,
        ),
        (
            "the first address, cut",
            "GET",
            &format!("/enter/{}", &served.secret[..63]),
            format!("Host: {host}\r\n"),
            403,
        ),
        ("another host", "GET", INDEX, format!("Host: evil.example\r\n{cookie}"), 421),
        (
            "another host that ends in ours",
            "GET",
            INDEX,
            format!("Host: evil.{host}\r\n{cookie}"),
            421,
        ),
        (
            "another port",
            "GET",
            INDEX,
            format!("Host: 127.0.0.1:{}\r\n{cookie}", earlier.port),
            421,
        ),
        ("two hosts", "GET", INDEX, format!("Host: {host}\r\nHost: evil.example\r\n{cookie}"), 421),
        (
            "the first address by another host",
            "GET",
            &format!("/enter/{}", served.secret),
            "Host: evil.example\r\n".into(),
            421,
        ),
        ("another origin", "GET", INDEX, heads("Origin: http://evil.example\r\n"), 403),
        ("no origin that is said", "GET", INDEX, heads("Origin: null\r\n"), 403),
        (
            "a part of another site's page",
            "GET",
            INDEX,
            heads("Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: no-cors\r\n"),
            403,
        ),
        (
            "a program of another port",
            "GET",
            INDEX,
            heads("Sec-Fetch-Site: same-site\r\nSec-Fetch-Mode: cors\r\n"),
            403,
        ),
        ("a change without an origin", "POST", "/undo", heads(""), 403),
        (
            "a form of another site",
            "POST",
            "/undo",
            heads(
                "Origin: http://evil.example\r\nSec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\n",
            ),
            403,
        ),
        (
            "a form of another port",
            "POST",
            "/undo",
            heads(&format!("Origin: http://127.0.0.1:{}\r\n", earlier.port)),
            403,
        ),
        (
            "a form whose site is told",
            "POST",
            "/undo",
            heads(&format!("{origin}Sec-Fetch-Site: same-site\r\nSec-Fetch-Mode: navigate\r\n")),
            403,
        ),
        ("a change without the secret", "POST", "/undo", format!("Host: {host}\r\n{origin}"), 403),
        ("another method", "DELETE", INDEX, heads(&origin), 405),
        ("what may be asked before", "OPTIONS", "/undo", heads(&origin), 405),
    ] {
        let (found, text) = ask(method, path, &heads);
        faults.check(found == status, || format!("{why}: {found} and not {status}: {text}"));
        faults
            .check(status == 200 || !text.contains("<html"), || format!("{why}: a page is shown"));
    }
    faults.none();
}

#[test]
fn the_first_address_gives_a_cookie_that_no_script_reads_and_leaves_the_address() {
    let served = served();
    let path = format!("/enter/{}", served.secret);
    let text =
        format!("GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", served.host());
    let answer = served.send(text.as_bytes());
    let head = answer.head.to_lowercase();
    assert_eq!(answer.status, 303, "{head}");
    assert!(head.contains("\r\nlocation: /\r\n"), "{head}");
    assert!(head.contains("; path=/; httponly; samesite=strict"), "{head}");
    assert!(!served.get(INDEX).text().contains(&served.secret), "the page says the secret");
}

#[test]
fn no_way_leads_to_a_file() {
    let served = served();
    let mut faults = Faults::default();
    let up = ["..", "%2e%2e", "%2E%2e", "..%2f..", "..%5c..", "%252e%252e", "....//", "..;"];
    let ways = up.iter().flat_map(|up| {
        let many = format!("{up}/").repeat(12);
        ["", "assets/", "charts/", "charts/nests/", "charts/series/", "charts/sources/"]
            .map(|from| format!("/{from}{many}etc/passwd"))
    });
    let own = [
        "/charts/nests.toml",
        "/charts/nests/nests.toml",
        "/data/figures.csv",
        "/charts/../data/figures.csv",
        "/assets/..%2f..%2fCargo.toml",
        "//etc/passwd",
        "/charts/nests/%00",
        "/charts/%ff/index.html",
        "/charts/nests/..%2findex.html",
        "/file:///etc/passwd",
        "/.sourceline/undo",
    ];
    for way in ways.chain(own.map(String::from)) {
        let answer = served.get(&way);
        let text = answer.text();
        faults.check([400, 404].contains(&answer.status), || format!("{way}: {}", answer.status));
        let shown = ["root:", "id,series,period", "[[panels]]", "[package]"];
        faults.check(!shown.iter().any(|one| text.contains(one)), || {
            format!("{way}: a file is shown")
        });
    }
    faults.none();
}

#[test]
fn what_is_too_large_is_not_read() {
    let served = served();
    let (host, cookie) = (served.host(), served.cookie());
    let head = format!("POST /undo HTTP/1.1\r\nHost: {host}\r\n{cookie}Origin: http://{host}\r\n");
    let told = format!("{head}Content-Length: {}\r\n\r\n", 17 << 20);
    let mut bytes = told.into_bytes();
    bytes.extend(std::iter::repeat_n(b'x', 17 << 20));
    assert_eq!(served.send(&bytes).status, 413, "what says how much it is");
    let mut bytes = format!("{head}Transfer-Encoding: chunked\r\n\r\n").into_bytes();
    for _ in 0..17 {
        bytes.extend(format!("{:x}\r\n", 1 << 20).into_bytes());
        bytes.extend(std::iter::repeat_n(b'x', 1 << 20));
        bytes.extend(b"\r\n");
    }
    bytes.extend(b"0\r\n\r\n");
    assert_eq!(served.send(&bytes).status, 413, "what does not say it");
    let long = "x".repeat(64 << 10);
    let head = format!("GET / HTTP/1.1\r\nHost: {host}\r\n{cookie}X-Long: {long}\r\n\r\n");
    assert_eq!(served.send(head.as_bytes()).status, 431, "a head");
    let many = "X-One: 1\r\n".repeat(200);
    let head = format!("GET / HTTP/1.1\r\nHost: {host}\r\n{cookie}{many}\r\n");
    assert_eq!(served.send(head.as_bytes()).status, 431, "many heads");
    let path = format!("GET /{long} HTTP/1.1\r\nHost: {host}\r\n{cookie}\r\n");
    assert!([414, 431].contains(&served.send(path.as_bytes()).status), "an address");
    assert_eq!(served.get(INDEX).status, 200, "it goes on");
}

/// Until whoever says nothing more is sent away.
const SENT_AWAY: Duration = Duration::from_secs(20);

#[test]
fn who_is_slow_is_sent_away() {
    let served = served();
    let (host, cookie) = (served.host(), served.cookie());
    let begun = Instant::now();
    let mut slow_head = served.connect();
    slow_head.write_all(b"GET / HTTP/1.1\r\nHost: ").unwrap();
    let mut slow_body = served.connect();
    let head = format!(
        "POST /undo HTTP/1.1\r\nHost: {host}\r\n{cookie}Origin: http://{host}\r\nContent-Length: 9\r\n\r\nlast"
    );
    slow_body.write_all(head.as_bytes()).unwrap();
    let mut idle = served.connect();
    let told = answer(&mut slow_body);
    assert_eq!(told.status, 408, "{}", told.head);
    answer(&mut slow_head);
    answer(&mut idle);
    assert!(begun.elapsed() < SENT_AWAY, "{:?}", begun.elapsed());
}

#[test]
fn who_comes_in_numbers_keeps_nobody_out_for_long() {
    let served = served();
    let many: Vec<_> = (0..200).map(|_| served.connect()).collect();
    sleep(Duration::from_millis(200));
    let begun = Instant::now();
    assert_eq!(served.get(INDEX).status, 200);
    assert!(begun.elapsed() < 2 * SENT_AWAY, "{:?}", begun.elapsed());
    drop(many);
}

/// All sockets of this machine that listen on the port, as the system tells them.
#[cfg(target_os = "linux")]
#[test]
fn nothing_but_loopback_is_listened_on() {
    let served = served();
    let port = format!("{:04X}", served.port);
    let mut found = Vec::new();
    for table in ["/proc/net/tcp", "/proc/net/tcp6"] {
        let text = std::fs::read_to_string(table).unwrap_or_default();
        for line in text.lines().skip(1) {
            let fields: Vec<&str> = line.split_whitespace().collect();
            let (address, of) = fields[1].rsplit_once(':').expect("an address and a port");
            // 0A is listening.
            if of == port && fields[3] == "0A" {
                found.push(address.to_string());
            }
        }
    }
    let loopback = ["0100007F", "00000000000000000000000001000000"];
    assert!(!found.is_empty());
    assert!(found.iter().all(|address| loopback.contains(&address.as_str())), "{found:?}");
}

#[cfg(unix)]
#[test]
fn it_ends_when_it_is_told() {
    let mut served = served();
    let told = std::process::Command::new("kill").args(["-INT", &served.id().to_string()]).status();
    assert!(told.expect("kill starts").success());
    for _ in 0..200 {
        if !served.is_there() {
            return;
        }
        sleep(Duration::from_millis(50));
    }
    panic!("it goes on after Ctrl-C");
}
