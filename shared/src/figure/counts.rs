//! How much there is: states, steps, schedules, and how many of them go wrong or reach the goal.

use super::Figure;
use crate::explore::Graph;

/// Holds what was counted in a figure's graph.
pub struct Counts {
    pub states: usize,
    pub steps: usize,
    /// `None` where a loop can repeat for ever.
    pub schedules: Option<Schedules>,
}

/// Holds how many schedules there are, and how many of some kinds.
pub struct Schedules {
    pub total: u128,
    pub wrong: u128,
    pub reached: u128,
}

impl Counts {
    pub fn of(figure: &Figure, graph: &Graph) -> Self {
        let schedules = graph.schedules().ok().map(|all| Schedules {
            total: all.total(),
            wrong: all.ending(figure.fault.is),
            reached: all.ending(figure.goal.is),
        });
        Self {
            states: graph.states().len(),
            steps: graph.edge_count(),
            schedules,
        }
    }

    /// Tells everything, once the whole graph is shown.
    pub fn told(&self, figure: &Figure, is_reachable: bool) -> String {
        let Self { states, steps, .. } = self;
        let graph = format!("{states} states, {steps} steps between them");
        let mut told = match &self.schedules {
            Some(schedules) => format!("{graph}, {}", schedules.told(figure)),
            None => format!(
                "{graph}; a loop can repeat for ever, so there are infinitely many schedules."
            ),
        };
        if !is_reachable {
            told += &format!(
                " The goal: no schedule of this program reaches it: all {states} states were visited."
            );
        }
        told
    }
}

impl Schedules {
    fn told(&self, figure: &Figure) -> String {
        let Self {
            total,
            wrong,
            reached,
        } = *self;
        let does = if wrong == 1 {
            figure.fault.one
        } else {
            figure.fault.many
        };
        let mut told = format!("{total} schedules; {} of them {does}", number(wrong));
        if reached != wrong && reached > 0 {
            let reach = if reached == 1 { "reaches" } else { "reach" };
            told += &format!(", and {reached} {reach} the goal");
        }
        told += ".";
        if wrong > 0 {
            told += " That is not a probability: no machine draws its schedule by lot.";
        }
        told
    }
}

fn number(count: u128) -> String {
    if count == 0 {
        "none".to_owned()
    } else {
        count.to_string()
    }
}
