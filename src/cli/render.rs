//! `sourceline render`: from the specs in `charts/` to the pictures beside them.

mod args;
mod plan;
mod watch;

use super::as_of::in_order_as_of;
use super::context::Context;
use super::drawing::{self, Easel};
use super::exit::Exit;
use super::failure::Failure;
pub use args::Render;

impl Render {
    pub fn run(self, context: &mut Context) -> Result<Exit, Failure> {
        if self.watch {
            return watch::watch(&self, context);
        }
        in_order_as_of(context, &self.as_of, |project, data, context| {
            let catalogue = drawing::catalogue(project, data)?;
            let plan = self.settle(project, data, &catalogue)?;
            let kit = self.fonts.kit(data, project)?;
            plan.carry_out(project, &Easel::new(project, data, &catalogue), &kit, context)
        })
    }
}
