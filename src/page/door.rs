//! The door: every request is looked at here before anything answers it, and every answer gets the
//! policy by which a browser holds the page to what is its own.

use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, COOKIE, HOST, LOCATION, ORIGIN,
    REFERRER_POLICY, SET_COOKIE, X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use tokio::time::timeout;

use super::keys::RunSecret;

/// Of what is sent to a page: a table that is dropped is the largest.
const MOST_BYTES: usize = 16 << 20;

/// So long what is sent may take.
const SENT_WITHIN: Duration = Duration::from_secs(5);

/// Nothing that is written into a page runs or looks like anything, and nothing comes from elsewhere.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; \
    form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// The way that begins the first address.
const ENTRY: &str = "/enter/";

/// What the door knows of its own house.
pub struct Door {
    secret: RunSecret,
    port: u16,
}

impl Door {
    pub fn new(secret: RunSecret, port: u16) -> Door {
        Door { secret, port }
    }

    /// The address that lets a browser in.
    pub fn first_address(&self) -> String {
        format!("http://127.0.0.1:{}{ENTRY}{}", self.port, self.secret.text())
    }

    /// Cookies know no ports: each run has one of its own name.
    fn cookie(&self) -> String {
        format!("sourceline-{}", self.port)
    }

    /// The names by which this machine calls itself. Another that leads here is another's page.
    fn is_own_host(&self, host: &str) -> bool {
        ["127.0.0.1", "[::1]", "localhost"].iter().any(|own| host == format!("{own}:{}", self.port))
    }

    fn has_secret(&self, headers: &HeaderMap) -> bool {
        let name = self.cookie();
        let cookies = headers.get_all(COOKIE).iter().filter_map(|value| value.to_str().ok());
        cookies
            .flat_map(|all| all.split(';'))
            .filter_map(|one| one.trim().split_once('='))
            .any(|(known, value)| known == name && self.secret.is(value))
    }

    /// Why a request is not answered; nothing if it is.
    fn refusal(&self, request: &Request) -> Option<(StatusCode, &'static str)> {
        let headers = request.headers();
        let text = |name: HeaderName| headers.get(name).map(|value| value.to_str().unwrap_or("?"));
        let one_host = headers.get_all(HOST).iter().count() == 1;
        let host = text(HOST).unwrap_or_default();
        if !one_host || !self.is_own_host(host) {
            return Some((StatusCode::MISDIRECTED_REQUEST, "this is another host"));
        }
        let changes = match *request.method() {
            Method::GET | Method::HEAD => false,
            Method::POST => true,
            _ => return Some((StatusCode::METHOD_NOT_ALLOWED, "only GET and POST are answered")),
        };
        let from_elsewhere = match text(ORIGIN) {
            Some(origin) => origin != format!("http://{host}"),
            None => changes,
        };
        if from_elsewhere {
            return Some((StatusCode::FORBIDDEN, "this was asked by a page of another origin"));
        }
        // A link that somebody follows brings no cookie along, unless it is our own.
        let site = text(HeaderName::from_static("sec-fetch-site"));
        let followed = text(HeaderName::from_static("sec-fetch-mode")) == Some("navigate");
        let own = site.is_none_or(|site| matches!(site, "same-origin" | "none"));
        if !own && (changes || !followed) {
            return Some((StatusCode::FORBIDDEN, "this was asked by a page of another origin"));
        }
        None
    }
}

/// What everybody meets who asks for something.
pub async fn pass(State(door): State<Arc<Door>>, request: Request, next: Next) -> Response {
    let mut response = answer(&door, request, next).await;
    let headers = response.headers_mut();
    for (name, value) in [
        (CONTENT_SECURITY_POLICY, POLICY),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (X_FRAME_OPTIONS, "DENY"),
        // Without any a form of our own would not say where it is from.
        (REFERRER_POLICY, "same-origin"),
        (CACHE_CONTROL, "no-store"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    response
}

async fn answer(door: &Door, request: Request, next: Next) -> Response {
    if let Some((status, why)) = door.refusal(&request) {
        return no_entry(status, why);
    }
    if let Some(said) = request.uri().path().strip_prefix(ENTRY) {
        return match door.secret.is(said) && request.method() == Method::GET {
            true => let_in(door),
            false => no_secret(),
        };
    }
    if !door.has_secret(request.headers()) {
        return no_secret();
    }
    let (parts, body) = request.into_parts();
    let bytes = match timeout(SENT_WITHIN, to_bytes(body, MOST_BYTES)).await {
        Err(_) => return no_entry(StatusCode::REQUEST_TIMEOUT, "what was sent took too long"),
        Ok(Err(_)) => {
            return no_entry(StatusCode::PAYLOAD_TOO_LARGE, "more was sent than is read");
        }
        Ok(Ok(bytes)) => bytes,
    };
    next.run(Request::from_parts(parts, Body::from(bytes))).await
}

/// The secret leaves the address, so that it stands in no history and on no screen.
fn let_in(door: &Door) -> Response {
    let (name, secret) = (door.cookie(), door.secret.text());
    let cookie = format!("{name}={secret}; Path=/; HttpOnly; SameSite=Strict");
    (StatusCode::SEE_OTHER, [(SET_COOKIE, cookie.as_str()), (LOCATION, "/")]).into_response()
}

fn no_secret() -> Response {
    let why = "this needs the secret of the run: open the address that `sourceline open` printed, or call it again";
    no_entry(StatusCode::FORBIDDEN, why)
}

/// A refusal in one line.
pub fn no_entry(status: StatusCode, why: &str) -> Response {
    let text = format!("{why}\n");
    (status, [(CONTENT_TYPE, "text/plain; charset=utf-8")], text).into_response()
}
