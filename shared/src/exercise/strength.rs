//! Tells which memory orderings of an answer are stronger than they need be: each weaker one is tried in the model.

use super::Refusal;
use super::refusal::is_check;
use crate::accounted::{is_refuted, sites};
use crate::model::{Model, Site, Weakening};
use std::sync::atomic::Ordering::Relaxed;

/// Lists the memory orderings of an answer that its laws meet, line by line; those of its check are left out.
///
/// # Errors
///
/// Refuses the answer if a law does not hold.
///
/// # Examples
///
/// ```
/// use shared::exercise::orderings;
/// use shared::model::{Mode, Model, sync::atomic::{AtomicU32, Ordering::{AcqRel, Relaxed}}};
///
/// let law = || {
///     let sold = AtomicU32::new(0);
///     sold.fetch_add(1, AcqRel);
///     assert_eq!(sold.load(Relaxed), 1);
/// };
/// let met = orderings(&[(Model::new(Mode::Weak), law)]).unwrap();
/// assert_eq!([met[0].order, met[1].order], [AcqRel, Relaxed]);
/// ```
pub fn orderings(laws: &[(Model, fn())]) -> Result<Vec<Site>, Refusal> {
    Ok(sites(laws, |path| !is_check(path))?)
}

/// Makes each memory ordering of an answer weaker, one at a time and one step at a time, and returns how many it tried.
///
/// # Errors
///
/// Refuses the answer if a law does not hold; and if none refutes a weaker ordering, naming all of which that is true,
/// each with the weakest that would do beside the others.
pub fn none_is_too_strong(laws: &[(Model, fn())]) -> Result<usize, Refusal> {
    let sites = orderings(laws)?;
    let weaker = weakest(laws, &sites);
    let how_many = match weaker.len() {
        0 => return Ok(sites.iter().map(|site| site.weakenings().len()).sum()),
        1 => "1 ordering is stronger than need be: as".to_owned(),
        count => format!("{count} orderings are stronger than need be: with all of them as"),
    };
    let could: Vec<_> = weaker.iter().map(could).collect();
    Err(Refusal::because(format!(
        "{how_many} weak as told here, no execution of this model fails\n{}",
        could.join("\n")
    )))
}

/// Weakens all orderings as far as no law refutes it, and returns those that could be weaker.
///
/// They go down by one step in each round: an ordering that is too strong may do the work of another.
fn weakest(laws: &[(Model, fn())], sites: &[Site]) -> Vec<Weakening> {
    let as_it_is = |&site: &Site| Weakening {
        site,
        order: site.order,
    };
    let mut all: Vec<_> = sites.iter().map(as_it_is).collect();
    let mut open: Vec<_> = (0..all.len()).collect();
    while !open.is_empty() {
        // What was refuted stays so when others are weaker, too.
        open.retain(|&at| {
            let Weakening { site, order } = all[at];
            let mut next = Site { order, ..site }.weakenings().into_iter();
            next.any(|weaker| {
                all[at].order = weaker.order;
                let holds = !is_refuted(laws, &all);
                if !holds {
                    all[at].order = order;
                }
                holds
            })
        });
    }
    all.retain(|one| one.order != one.site.order);
    all
}

/// Says what an ordering could be instead.
fn could(Weakening { site, order }: &Weakening) -> String {
    let could = match order {
        Relaxed if site.operation == "fence" => "go".to_owned(),
        order => format!("be `{order:?}`"),
    };
    let (line, operation, order) = (site.place.line(), site.operation, site.order);
    let failure = if site.is_failure { ", on failure," } else { "" };
    format!("line {line}: `{operation}({order:?})`{failure} could {could}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::sync::atomic::{AtomicBool, AtomicU32, fence};
    use crate::model::{Mode, thread};
    use std::sync::Arc;
    use std::sync::atomic::Ordering::{self, Acquire, Release, SeqCst};

    const WEAK: Model = Model::new(Mode::Weak);

    /// Publishes a number by a flag with these orderings, and counts who has asked.
    fn publishes(up: Ordering, seen: Ordering, asked: Ordering) {
        let shared = Arc::new((AtomicU32::new(0), AtomicBool::new(false)));
        let seller = thread::spawn({
            let shared = Arc::clone(&shared);
            move || {
                shared.0.store(42, Relaxed);
                shared.1.store(true, up);
            }
        });
        if shared.1.load(seen) {
            assert_eq!(shared.0.load(Relaxed), 42, "the number is old");
        }
        seller.join().unwrap();
        AtomicU32::new(0).fetch_add(1, asked);
    }

    fn reason(law: fn()) -> String {
        let refusal = none_is_too_strong(&[(WEAK, law)]).unwrap_err();
        refusal.reason().to_owned()
    }

    #[test]
    fn what_cannot_be_weaker_is_as_it_should_be() {
        let law = || publishes(Release, Acquire, Relaxed);
        assert_eq!(none_is_too_strong(&[(WEAK, law)]), Ok(2));
    }

    #[test]
    fn each_ordering_that_is_too_strong_is_named_with_what_would_do() {
        let told = reason(|| publishes(SeqCst, SeqCst, SeqCst));
        let lines: Vec<_> = told.lines().collect();
        assert!(lines[0].starts_with("3 orderings are stronger than need be"));
        let ends = [
            "`store(SeqCst)` could be `Release`",
            "`load(SeqCst)` could be `Acquire`",
            "`fetch_add(SeqCst)` could be `Relaxed`",
        ];
        for (line, end) in lines[1..].iter().zip(ends) {
            assert!(line.starts_with("line ") && line.ends_with(end), "{told}");
        }
    }

    #[test]
    fn a_fence_that_does_nothing_is_named() {
        let told = reason(|| fence(Acquire));
        assert!(told.ends_with("`fence(Acquire)` could go"), "{told}");
        assert!(told.starts_with("1 ordering is "), "{told}");
    }

    #[test]
    fn what_is_too_weak_is_refuted_before_anything_is_called_too_strong() {
        let told = reason(|| publishes(Relaxed, Acquire, SeqCst));
        assert!(told.contains("the number is old"), "{told}");
    }
}
