//! A small book without a fault: one is planted at a time, and the checks or the server must tell it.

mod built;
mod command;
mod copy;
mod serving;
mod written;
