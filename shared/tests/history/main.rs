//! Laws of the judge of histories, and of the recorders that give it some.

mod in_model;
mod structures;
