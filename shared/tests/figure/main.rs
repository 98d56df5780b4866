//! Laws of figures: their graph is the explorer's, their picture can be read, their words are true.

#[path = "../timeline/contrast.rs"]
mod contrast;
#[path = "../timeline/xml.rs"]
mod xml;

mod cases;
mod fragment;
mod goals;
mod graph;
mod limits;
mod page;
mod picture;
mod recorded;
mod replay;
