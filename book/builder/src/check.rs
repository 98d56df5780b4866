//! The checks: each looks for one kind of fault that mdBook lets pass.

mod contrast;
mod fences;
mod fragments;
mod ids;
mod includes;
mod links;
mod outside;
mod page;
mod size;
mod spelling;
mod summary;

pub(crate) use links::decode;

use crate::finding::Finding;
use crate::site::Site;
use crate::sources::Sources;

/// The checks that need only what was written.
const OF_SOURCES: &[fn(&Sources) -> Vec<Finding>] = &[
    includes::findings,
    fences::findings,
    fragments::findings,
    size::findings,
    summary::findings,
    spelling::findings,
];

/// The checks that look at what mdBook made of it.
const OF_SITE: &[fn(&Sources, &Site) -> Vec<Finding>] = &[
    links::findings,
    ids::findings,
    outside::findings,
    contrast::findings,
];

/// Checks what was written, before mdBook is asked.
pub fn sources(sources: &Sources) -> Vec<Finding> {
    in_order(OF_SOURCES.iter().flat_map(|check| check(sources)))
}

/// Checks the built book.
pub fn site(sources: &Sources, site: &Site) -> Vec<Finding> {
    in_order(OF_SITE.iter().flat_map(|check| check(sources, site)))
}

fn in_order(findings: impl Iterator<Item = Finding>) -> Vec<Finding> {
    let mut findings: Vec<_> = findings.collect();
    findings.sort();
    findings.dedup();
    findings
}
