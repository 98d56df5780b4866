//! Judges a memory model: litmus programs as data, and enumerators of what they may do.
//!
//! Read in this order. [`c11`] is the oracle, [`sc`] the check on the oracle;
//! [`in_model`] and [`in_explorer`] run the same programs in what is to be judged.

pub mod program;

pub mod outcome;

pub mod random;

pub mod sc;

pub mod c11;

pub mod litmus;

pub mod classics;

pub mod in_model;

pub mod in_explorer;
