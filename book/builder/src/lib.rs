//! The book's builder: mdBook's library, a server for writing, and the checks that mdBook lacks.
//!
//! A check is a function from the book's texts to findings; only the binary prints.

pub mod build;
pub mod check;
pub mod finding;
pub mod serve;
pub mod site;
pub mod sources;

mod anchors;
mod colour;
mod css;
mod html;
mod include;
mod listen;
mod markdown;
