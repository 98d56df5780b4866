//! What the explorer says about small programs: pinned numbers, and laws checked the slow way.

mod aba;
mod agreement;
mod buffers;
mod condvars;
mod contracts;
mod counters;
mod dice;
mod locks;
mod naive;
mod one_step;
mod peterson;
mod program;
mod registers;
mod ring;
mod schedules;
mod text;
