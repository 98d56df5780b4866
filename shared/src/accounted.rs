//! Holds every memory ordering of a structure to account: made weaker, it must break a law, or stand in a list with the reason.

use crate::model::{Counterexample, Model, Site, Weakening};
use crate::timeline::FailureKind;

/// A structure whose orderings are in question, and the laws that they are for.
#[derive(Clone, Copy, Debug)]
pub struct Structure {
    /// The file, without its folder.
    pub file: &'static str,
    /// The laws, each with the limits within which the model checks it.
    pub laws: &'static [(Model, fn())],
}

/// A weakening that no law refutes, and why the model cannot see what it does.
#[derive(Clone, Copy, Debug)]
pub struct Unrefuted {
    /// As `barrier.rs: store(Release) as Relaxed`.
    pub weakening: &'static str,
    /// The reason.
    pub because: &'static str,
}

/// Weakens each memory ordering of each structure, one at a time and one step at a time, and prints what came of it.
///
/// `cargo xtask check` reads the lines that begin with `ordering`, and shows those listed.
///
/// # Panics
///
/// Panics if a law does not hold as the source stands; if a structure has no ordering that could be weaker;
/// and if the weakenings that nothing refutes are not those listed.
pub fn assert_orderings_are_accounted_for(structures: &[Structure], listed: &[Unrefuted]) {
    let mut unrefuted = Vec::new();
    for structure in structures {
        let weakenings = structure.weakenings();
        assert!(
            !weakenings.is_empty(),
            "{}: nothing to weaken",
            structure.file
        );
        for weakening in weakenings {
            let is_refuted = is_refuted(structure.laws, &[weakening]);
            let told = if is_refuted { "refuted" } else { "not refuted" };
            println!("ordering {told}: {weakening}");
            if !is_refuted {
                unrefuted.push(structure.named(weakening));
            }
        }
    }
    for Unrefuted { weakening, because } in listed {
        println!("ordering listed: {weakening}: {because}");
    }
    let mut expected: Vec<_> = listed.iter().map(|one| one.weakening.to_owned()).collect();
    unrefuted.sort_unstable();
    expected.sort_unstable();
    assert_eq!(
        unrefuted, expected,
        "what no law refutes is not what is listed"
    );
}

impl Structure {
    /// Lists what could be weaker in this file, of all that its laws meet.
    fn weakenings(&self) -> Vec<Weakening> {
        let met = sites(self.laws, |path| is_in(path, self.file));
        let met = met.unwrap_or_else(|failed| panic!("{failed}"));
        met.iter().flat_map(Site::weakenings).collect()
    }

    /// Names a weakening without its line, which changes too often to be listed.
    fn named(&self, Weakening { site, order }: Weakening) -> String {
        let failure = if site.is_failure { " on failure" } else { "" };
        format!(
            "{}: {}({:?}){failure} as {order:?}",
            self.file, site.operation, site.order
        )
    }
}

/// Lists the orderings that laws meet, in files that are in question, by their places.
pub(crate) fn sites(
    laws: &[(Model, fn())],
    is_in_question: impl Fn(&str) -> bool,
) -> Result<Vec<Site>, Counterexample> {
    let mut sites: Vec<Site> = Vec::new();
    for &(model, law) in laws {
        for site in model.orderings(law)? {
            if is_in_question(site.place.file()) && !sites.contains(&site) {
                sites.push(site);
            }
        }
    }
    sites.sort_by_key(|site| (site.place.line(), site.place.column()));
    Ok(sites)
}

/// Returns whether one of the laws refutes weakenings that are made at once.
///
/// # Panics
///
/// Panics if the model comes to no verdict.
pub(crate) fn is_refuted(laws: &[(Model, fn())], weakenings: &[Weakening]) -> bool {
    let breaks = |(model, law): &(Model, fn())| {
        let Err(found) = model.check_weakened(weakenings, *law) else {
            return false;
        };
        let kind = found.failure().kind;
        let has_verdict = !matches!(kind, FailureKind::TooMany | FailureKind::TooLong);
        let told = || weakenings.iter().map(Weakening::to_string);
        assert!(
            has_verdict,
            "{}: no verdict: {found}",
            told().collect::<Vec<_>>().join(", ")
        );
        true
    };
    laws.iter().any(breaks)
}

fn is_in(path: &str, file: &str) -> bool {
    path.rsplit(['/', '\\']).next() == Some(file)
}
