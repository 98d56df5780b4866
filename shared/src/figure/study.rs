//! A figure with its graph: what is doomed, what is the shortest way to the goal, what is to be said of each state.

use std::collections::BTreeSet;

use super::counts::Counts;
use super::names::threads;
use super::{End, Figure, Unfit};
use crate::explore::{Graph, State};

/// The most states that a figure draws; beyond it, a browser is slow and an eye is lost.
pub const MOST_STATES: usize = 500;

/// Holds a figure, and all that the search through its program has found.
pub struct Study<'f> {
    pub figure: &'f Figure,
    pub graph: Graph,
    /// Where each state's moves lead, with their letters.
    pub next: Vec<Vec<(char, usize)>>,
    /// The states from which every schedule that ends goes wrong.
    pub doomed: BTreeSet<usize>,
    /// The states from which the goal can be reached, or that are the goal.
    near: BTreeSet<usize>,
    /// The shortest schedule to the goal, if any reaches it.
    pub witness: Option<String>,
    pub counts: Counts,
}

impl<'f> Study<'f> {
    pub fn of(figure: &'f Figure) -> Result<Self, Unfit> {
        let name = figure.path();
        let too_many = |_| Unfit::TooManyStates {
            figure: figure.path(),
        };
        let graph = figure
            .program
            .explore_up_to(MOST_STATES)
            .map_err(too_many)?;
        let witness = graph.witness(figure.goal.is);
        match (figure.goal.end, &witness) {
            (End::Reached(_), None) => return Err(Unfit::OutOfReach { figure: name }),
            (End::InVain, Some(schedule)) => {
                let schedule = schedule.clone();
                return Err(Unfit::WithinReach {
                    figure: name,
                    schedule,
                });
            }
            _ => {}
        }
        Ok(Self {
            figure,
            doomed: graph.doomed(figure.fault.is),
            near: graph.can_reach(figure.goal.is),
            witness,
            counts: Counts::of(figure, &graph),
            next: graph.states().map(|state| moves(&graph, &state)).collect(),
            graph,
        })
    }

    pub fn is_doomed(&self, state: &State<'_>) -> bool {
        self.doomed.contains(&state.number())
    }

    pub fn is_goal(&self, state: &State<'_>) -> bool {
        (self.figure.goal.is)(state)
    }

    /// Returns the text of the step that a letter takes from a state.
    pub fn step(&self, from: &State<'_>, letter: char) -> String {
        let thread = letter.to_ascii_uppercase();
        if letter != thread {
            let oldest = from
                .buffer(thread)
                .first()
                .map(|(name, value)| format!("{name} ← {value} reaches memory"));
            return oldest.unwrap_or_default();
        }
        let index = threads(&self.graph).position(|name| name == thread);
        let steps = index.map(|index| &self.graph.program().threads()[index]);
        let step = steps.and_then(|steps| steps.get(from.position(thread)));
        step.map(|step| step.text()).unwrap_or_default()
    }

    /// Says what a state means for the goal and for the fault; nothing while all is open.
    pub fn verdict(&self, state: &State<'_>) -> String {
        match self.figure.goal.end {
            End::Reached(what) if self.is_goal(state) => format!("Goal reached: {what}"),
            _ if state.is_end() => self.ended(state),
            _ => self.outlook(state),
        }
    }

    /// Says how a schedule ended that has not reached the goal.
    fn ended(&self, end: &State<'_>) -> String {
        let fault = &self.figure.fault;
        if (fault.is)(end) {
            format!(
                "The end: this schedule {}, but the goal is not reached.",
                fault.one
            )
        } else if end.is_deadlock() {
            format!("Deadlock: {}.", waiting(end))
        } else {
            fault.well.to_owned()
        }
    }

    /// Says what can no longer be avoided, and what can no longer be reached.
    fn outlook(&self, state: &State<'_>) -> String {
        let is_far = self.witness.is_some() && !self.near.contains(&state.number());
        match (self.is_doomed(state), is_far) {
            (true, false) => self.doom(),
            (true, true) => format!("{} The goal is out of reach.", self.doom()),
            (false, true) => "From here the goal is out of reach.".to_owned(),
            (false, false) => String::new(),
        }
    }

    /// Says that the fault can no longer be avoided.
    pub fn doom(&self) -> String {
        format!("From here every continuation {}.", self.figure.fault.one)
    }
}

fn moves(graph: &Graph, from: &State<'_>) -> Vec<(char, usize)> {
    let lead = |letter: char| Some((letter, from.after(letter).ok()?.number()));
    graph.letters().filter_map(lead).collect()
}

/// Says of each thread that cannot move why: "A waits for `ledger`, held by B".
pub fn waiting(state: &State<'_>) -> String {
    let blocked = state.blocked();
    let told = blocked
        .iter()
        .map(|(thread, why)| format!("{thread} {why}"));
    told.collect::<Vec<_>>().join("; ")
}
