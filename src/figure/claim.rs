//! What a figure says: a quantity, a formula, or that there is none.

use super::formula::Formula;
use super::quantity::Quantity;
use super::status::Absence;

/// What a figure says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Claim {
    /// As the source states it.
    Stated(Quantity),
    /// Worked out by us; what it comes to stands beside it.
    Derived(Box<Derived>),
    /// No number, and the word why.
    Absent(Absence),
}

/// A formula, and what it comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Derived {
    /// Over other figures.
    pub formula: Formula,
    /// Unrounded.
    pub quantity: Quantity,
}

impl Claim {
    /// The number, stated or worked out; none where there is none.
    pub fn quantity(&self) -> Option<&Quantity> {
        match self {
            Claim::Stated(quantity) => Some(quantity),
            Claim::Derived(derived) => Some(&derived.quantity),
            Claim::Absent(_) => None,
        }
    }

    /// How it is worked out, if it is.
    pub fn formula(&self) -> Option<&Formula> {
        match self {
            Claim::Derived(derived) => Some(&derived.formula),
            _ => None,
        }
    }
}
