//! What a figure says of goals and faults is what the graph says.

use crate::cases;
use crate::page::Page;
use shared::figure::{End, Figure, Goal, Unfit};

#[test]
fn every_doomed_state_says_so_and_no_other() {
    for figure in cases::all() {
        let (page, graph) = (
            Page::of(&figure),
            figure.program.explore().expect("it is small"),
        );
        let doomed = graph.doomed(figure.fault.is);
        let doom = format!("From here every continuation {}.", figure.fault.one);
        for state in graph
            .states()
            .filter(|state| !state.is_end() && !(figure.goal.is)(state))
        {
            let verdict = page.state(state.number()).verdict;
            let is_doomed = doomed.contains(&state.number());
            assert_eq!(
                verdict.starts_with(&doom),
                is_doomed,
                "{} {state:?}: {verdict}",
                figure.path()
            );
        }
    }
}

#[test]
fn the_goal_is_said_where_it_is_reached_and_its_loss_where_it_is_out_of_reach() {
    for figure in cases::all()
        .iter()
        .filter(|figure| figure.goal.end != End::InVain)
    {
        let (page, graph) = (
            Page::of(figure),
            figure.program.explore().expect("it is small"),
        );
        let near = graph.can_reach(figure.goal.is);
        for state in graph.states() {
            let verdict = page.state(state.number()).verdict;
            let is_goal = (figure.goal.is)(&state);
            assert_eq!(verdict.starts_with("Goal reached: "), is_goal, "{state:?}");
            let is_lost = !state.is_end() && !near.contains(&state.number());
            assert_eq!(
                verdict.ends_with("goal is out of reach."),
                is_lost,
                "{state:?}: {verdict}"
            );
        }
    }
}

#[test]
fn a_hunt_in_vain_is_not_given_away_before_the_whole_graph_is_shown() {
    let page = Page::of(&cases::one_order());
    let told = |list: &str| page.graph[list].to_string();
    assert_eq!(told("verdicts"), r#"["","Finished, and nobody waits."]"#);
    let counts = told("counts");
    assert!(
        counts.contains("no schedule of this program reaches it: all 16 states were visited."),
        "{counts}"
    );
    assert!(!page.html.contains("proved") && !page.html.contains("witness"));
}

#[test]
fn a_goal_that_is_not_as_reachable_as_it_claims_is_an_error() {
    let with = |figure: Figure, end| Figure {
        goal: Goal { end, ..figure.goal },
        ..figure
    };
    let lost = with(cases::lost_update(1), End::InVain);
    let (figure, schedule) = (lost.path(), "AABABB".to_owned());
    assert_eq!(lost.draw(), Err(Unfit::WithinReach { figure, schedule }));
    let order = with(cases::one_order(), End::Reached("nothing."));
    let figure = order.path();
    assert_eq!(order.draw(), Err(Unfit::OutOfReach { figure }));
}

#[test]
fn predictions_are_graded_by_the_graph() {
    let choices = |figure: &Figure| {
        let page = Page::of(figure);
        let choices = page.graph["predict"]["choices"]
            .as_array()
            .expect("a list")
            .clone();
        choices
            .iter()
            .map(|choice| {
                (
                    choice["can"] == true,
                    choice["said"].as_str().expect("a text").to_owned(),
                )
            })
            .collect::<Vec<_>>()
    };
    assert_eq!(
        choices(&cases::philosophers(3)),
        [
            (true, "It can: some schedule ends so. Some do.".to_owned()),
            (true, "It can: some schedule ends so.".to_owned()),
        ]
    );
    let cannot =
        "It cannot: no schedule of this program ends so, and all 16 states were visited. Some do.";
    assert_eq!(choices(&cases::one_order())[0], (false, cannot.to_owned()));
}

#[test]
fn a_count_of_schedules_says_that_it_is_no_probability() {
    let counts = |figure: &Figure| {
        Page::of(figure).graph["counts"]
            .as_str()
            .expect("a text")
            .to_owned()
    };
    let lost = counts(&cases::lost_update(1));
    assert!(
        lost.starts_with(
            "21 states, 28 steps between them, 20 schedules; 18 of them lose an update"
        ),
        "{lost}"
    );
    assert!(lost.contains("That is not a probability: no machine draws its schedule by lot."));
    let spinning = cases::all()
        .into_iter()
        .find(|figure| figure.name == "spinning");
    let spinning = counts(&spinning.expect("it is a case"));
    assert!(spinning.contains("infinitely many schedules"), "{spinning}");
}
