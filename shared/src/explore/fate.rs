//! What is still possible from a state, and where it stops being so.

use std::collections::BTreeSet;

use super::graph::Graph;
use super::state::State;

impl Graph {
    /// Returns the states from which some schedule leads to a state of this kind, or that are one.
    ///
    /// From every other state the goal is out of reach. With `|state| state.after('A').is_ok()` for
    /// a goal, it is out of reach where thread A will never move again, whatever the others do.
    pub fn can_reach<'g>(&'g self, kind: impl Fn(&State<'g>) -> bool) -> BTreeSet<usize> {
        let predecessors = self.predecessors();
        let goals = self.states().filter(|state| kind(state));
        let mut found: Vec<_> = goals.map(|state| state.number()).collect();
        let mut reaching: BTreeSet<_> = found.iter().copied().collect();
        while let Some(to) = found.pop() {
            for &from in &predecessors[to] {
                if reaching.insert(from) {
                    found.push(from);
                }
            }
        }
        reaching
    }

    /// Returns the states from which every schedule that ends at all ends badly, and some does.
    pub fn doomed<'g>(&'g self, bad: impl Fn(&State<'g>) -> bool) -> BTreeSet<usize> {
        let lost = self.can_reach(|state| state.is_end() && bad(state));
        let saved = self.can_reach(|state| state.is_end() && !bad(state));
        &lost - &saved
    }

    /// Returns the doomed states that are entered from a state which is not: the step that enters
    /// one is the moment at which the bad end could no longer be avoided.
    ///
    /// # Examples
    ///
    /// ```
    /// use shared::explore::{Program, compute, load, store, val};
    ///
    /// let increment = [load("r", "n"), compute("r", val("r") + 1), store("n", "r")];
    /// let program = Program::new().shared("n", 0).thread(increment.clone()).thread(increment);
    /// let graph = program.explore()?;
    /// let points = graph.points_of_no_return(|end| end.value("n") == 1);
    /// let both_have_read = graph.after("AB").unwrap();
    /// assert!(points.contains(&both_have_read.number()));
    /// # Ok::<(), shared::explore::TooManyStates>(())
    /// ```
    pub fn points_of_no_return<'g>(&'g self, bad: impl Fn(&State<'g>) -> bool) -> BTreeSet<usize> {
        let doomed = self.doomed(bad);
        let undecided = (0..self.configs.len()).filter(|state| !doomed.contains(state));
        let next = undecided
            .flat_map(|from| self.edges(from))
            .map(|(_, to)| to);
        next.filter(|to| doomed.contains(to)).collect()
    }
}
