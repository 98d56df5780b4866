//! The option that a mistyped name may have meant.

use strsim::levenshtein;

/// Changes that a slip may make: two, since swapped letters count twice.
const FEW: usize = 2;

/// Returns the first name that begins with `given`, or the one that takes the fewest changes to
/// become it, if those are few.
pub(crate) fn closest(
    given: &str,
    names: impl Iterator<Item = &'static str>,
) -> Option<&'static str> {
    let distance = |name| {
        if starts(name, given) {
            0
        } else {
            levenshtein(given, name)
        }
    };
    let near = names.map(|name| (distance(name), name));
    let near = near.filter(|&(distance, _)| distance <= FEW);
    near.min_by_key(|&(distance, _)| distance)
        .map(|(_, name)| name)
}

fn starts(name: &str, given: &str) -> bool {
    !given.is_empty() && name.starts_with(&given.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAMES: [&str; 5] = ["threads", "increments", "runs", "json", "help"];

    #[test]
    fn a_slip_or_a_beginning_finds_its_option() {
        let given = ["thread", "treads", "inc", "R", "increment-s", "jsno"];
        let found = given.map(|given| closest(given, NAMES.into_iter()));
        let expected = [
            "threads",
            "threads",
            "increments",
            "runs",
            "increments",
            "json",
        ];
        assert_eq!(found, expected.map(Some));
    }

    #[test]
    fn a_name_far_from_all_finds_none() {
        let found = ["colour", "x", ""].map(|given| closest(given, NAMES.into_iter()));
        assert_eq!(found, [None; 3]);
    }
}
