//! `sourceline open`: the project in a browser of this machine. A page shows what is on the disk when it
//! is asked for; what it changes, it changes by the commands of this program.

mod add;
mod answer;
mod carried;
mod chart;
mod desk;
mod edited;
mod embedded;
mod fields;
mod files;
mod follow;
mod frame;
mod import;
mod letters;
mod marks;
mod news;
mod overview;
mod problems;
mod review;
mod routes;
mod saved;
mod series;
mod sound;
mod spec;
mod table;
mod undone;

use std::future::{Future, poll_fn};
use std::sync::Arc;
use std::task::Poll;

use clap::Args;
use sourceline::store::show_in_browser;
use tokio::runtime::Builder;
use tokio::signal::ctrl_c;

use self::desk::PageDesk;
use super::context::Context;
use super::exit::Exit;
use super::failure::Failure;
use super::fonts::FontFolder;
use crate::page::PageServer;

/// Shows the project in your browser: charts, figures, sources, what is wrong
///
/// The pages are made anew from the files each time they are asked for. They can be reached from this
/// machine alone, and only by the browser that is opened or given the address that is printed: it holds
/// a secret of this run. Nothing is fetched from elsewhere. What a page changes it changes as the
/// command line does, and `sourceline undo` takes it back.
///
/// Ctrl-C ends it.
#[derive(Args)]
#[command(after_help = "Examples:\n  sourceline open\n  sourceline open --no-browser --port 8200")]
pub struct Open {
    /// Print the address, and open no browser
    #[arg(long)]
    no_browser: bool,
    /// The port to listen on; otherwise one that is free
    #[arg(long, value_name = "PORT", default_value_t = 0, hide_default_value = true)]
    port: u16,
    #[command(flatten)]
    fonts: FontFolder,
}

impl Open {
    pub fn run(self, context: &mut Context) -> Result<Exit, Failure> {
        let project = context.project()?;
        let desk = Arc::new(PageDesk::new(&project.root, self.fonts.clone(), context.command_line));
        let threads = Builder::new_multi_thread().worker_threads(2).enable_all().build();
        threads.map_err(Failure::Serve)?.block_on(self.serve(desk, context))
    }

    async fn serve(&self, desk: Arc<PageDesk>, context: &mut Context) -> Result<Exit, Failure> {
        let server = PageServer::begin(self.port).await.map_err(Failure::Serve)?;
        // Ctrl-C is heard from the first poll on: before anybody can know the address.
        let mut told = Box::pin(ctrl_c());
        let heard = poll_fn(|task| Poll::Ready(told.as_mut().poll(task))).await;
        let address = server.first_address();
        context.out.say(format_args!("{address}\n"));
        context.err.say(format_args!("Ctrl-C ends\n"));
        context.err.flush();
        if !context.out.flush() {
            return Ok(Exit::Fine);
        }
        if !self.no_browser
            && let Err(error) = show_in_browser(&address)
        {
            context.err.say(format_args!(
                "no browser could be opened: {error}; open the address yourself\n"
            ));
            context.err.flush();
        }
        follow::watch(desk.clone());
        let end = async {
            // Where nothing can be waited for, whoever started it ends it.
            let told = match heard {
                Poll::Ready(told) => told,
                Poll::Pending => told.await,
            };
            if told.is_err() {
                std::future::pending::<()>().await;
            }
            desk.changes.end();
        };
        server.serve(routes::routes(desk.clone()), end).await;
        Ok(Exit::Fine)
    }
}
