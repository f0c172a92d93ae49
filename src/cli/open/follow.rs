//! Tells the pages that are open when something changed on the disk. What, they see when they ask again.

use std::sync::Arc;
use std::thread;
use std::time::Duration;

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use sourceline::store::{Folder, Watch};
use tokio::task::spawn_blocking;
use tokio::time::{Instant, timeout_at};

use super::desk::PageDesk;

/// So long a page waits until it asks again.
const ASKED_AGAIN: Duration = Duration::from_secs(20);

/// Looks on as long as the program runs; where the system cannot tell of changes, pages are as new as
/// when they were asked for.
pub fn watch(desk: Arc<PageDesk>) {
    thread::spawn(move || {
        loop {
            let Ok(folder) = Folder::find(Some(desk.root())) else {
                // It may come back.
                thread::sleep(Duration::from_secs(1));
                continue;
            };
            let places = folder.places();
            let Ok(watch) = Watch::over(&places) else { return };
            // What changed while nobody looked on is told as well.
            desk.changes.one_more();
            watch.wait();
        }
    });
}

/// Answers with the number of the state of the files once it is another than the one that is known, or
/// after a while with nothing.
pub async fn changed(desk: Arc<PageDesk>, known: String) -> Response {
    let mut told = desk.changes.told();
    let until = Instant::now() + ASKED_AGAIN;
    loop {
        let so_far = desk.changes.so_far();
        let own = desk.clone();
        let now = spawn_blocking(move || own.project().ok().map(|project| project.number)).await;
        match now {
            Ok(Some(now)) if now.to_string() != known => return now.to_string().into_response(),
            _ => {}
        }
        let more = timeout_at(until, told.wait_for(|count| *count != so_far)).await;
        if !matches!(more, Ok(Ok(_))) || desk.changes.has_ended() {
            return StatusCode::NO_CONTENT.into_response();
        }
    }
}
