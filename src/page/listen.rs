//! Listens on loopback, and holds who connects to how many there may be and how long they may take
//! to say what they want.

use std::future::Future;
use std::io;
use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::middleware::from_fn_with_state;
use hyper::server::conn::http1::{self, Connection};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::{sleep, timeout};

use super::door::{Door, pass};
use super::keys::RunSecret;

/// Until the head of a request is there, the first or the next one.
const HEAD_WITHIN: Duration = Duration::from_secs(5);

/// Of all heads; also what is read at a time.
const MOST_OF_HEAD: usize = 32 << 10;

/// Who comes when so many are here waits until another goes.
const MOST_CONNECTIONS: usize = 64;

/// Whoever is being answered when it ends is answered to the end, unless it takes longer.
const ENDS_WITHIN: Duration = Duration::from_secs(5);

/// The server of one run.
pub struct PageServer {
    listeners: Vec<TcpListener>,
    door: Arc<Door>,
}

impl PageServer {
    /// Listens on a port of this machine that nobody else can reach; 0 is one that is free.
    pub async fn begin(port: u16) -> io::Result<PageServer> {
        let first = TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, port))).await?;
        let port = first.local_addr()?.port();
        let mut listeners = vec![first];
        // Not every machine has the other one, and the printed address is the first.
        listeners.extend(TcpListener::bind(SocketAddr::from((Ipv6Addr::LOCALHOST, port))).await);
        Ok(PageServer { listeners, door: Arc::new(Door::new(RunSecret::new()?, port)) })
    }

    /// The address that lets a browser in.
    pub fn first_address(&self) -> String {
        self.door.first_address()
    }

    /// Answers until it is told to end; what was begun is ended first.
    pub async fn serve(self, routes: Router, end: impl Future<Output = ()>) {
        let routes = guarded(self.door.clone(), routes);
        let places = Arc::new(Semaphore::new(MOST_CONNECTIONS));
        let ending = GracefulShutdown::new();
        tokio::pin!(end);
        loop {
            tokio::select! {
                () = &mut end => break,
                (stream, place) = next(&self.listeners, &places) => {
                    let connection = ending.watch(connection(stream, routes.clone()));
                    tokio::spawn(async move {
                        // Who sends no request, or goes, has nothing to be told.
                        let _ = connection.await;
                        drop(place);
                    });
                }
            }
        }
        drop(self.listeners);
        let _ = timeout(ENDS_WITHIN, ending.shutdown()).await;
    }
}

/// The routes, with the door before them.
pub fn guarded(door: Arc<Door>, routes: Router) -> Router {
    routes.layer(from_fn_with_state(door, pass))
}

/// What is said over one connection, held to how long a head is and how long it takes.
pub fn connection<S: AsyncRead + AsyncWrite + Unpin>(
    stream: S,
    routes: Router,
) -> Connection<TokioIo<S>, TowerToHyperService<Router>> {
    http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD_WITHIN)
        .max_buf_size(MOST_OF_HEAD)
        .serve_connection(TokioIo::new(stream), TowerToHyperService::new(routes))
}

/// The next who comes, once there is a place.
async fn next(
    listeners: &[TcpListener],
    places: &Arc<Semaphore>,
) -> (TcpStream, OwnedSemaphorePermit) {
    let place = places.clone().acquire_owned().await.expect("the places are never taken away");
    loop {
        let came = match listeners {
            [one, other, ..] => tokio::select! {
                came = one.accept() => came,
                came = other.accept() => came,
            },
            one => one[0].accept().await,
        };
        match came {
            Ok((stream, _)) => return (stream, place),
            // Too many files are open, or who came is gone: neither is a reason to end.
            Err(_) => sleep(Duration::from_millis(20)).await,
        }
    }
}
