//! Tells the picture in sentences, for whoever does not see it.

use std::collections::BTreeMap;

use super::super::study::Study;
use super::place::Places;

/// Names the picture.
pub fn title(study: &Study<'_>) -> String {
    let mut title = study.figure.title.chars();
    let first: String = title
        .next()
        .into_iter()
        .flat_map(char::to_uppercase)
        .collect();
    format!(
        "{first}{}: every state that a schedule reaches",
        title.as_str()
    )
}

/// Tells what is drawn, and what is to be seen in it.
pub fn description(study: &Study<'_>, places: &Places) -> String {
    let (counts, last) = (
        &study.counts,
        places.layers.iter().max().map_or(0, |last| last + 1),
    );
    let mut told = vec![format!(
        "{} states in {last} rows, one for each step taken, from the start at the top; {} steps lead from one to another.",
        counts.states, counts.steps,
    )];
    if let Some(schedule) = &study.witness {
        told.push(format!(
            "The shortest schedule to the goal is {schedule}: {}.",
            steps(study, schedule)
        ));
    }
    let fault = study.figure.fault.one;
    told.push(match study.doomed.len() {
        0 => format!("From no state every continuation {fault}."),
        1 => format!("From one state, drawn square, every continuation {fault}."),
        doomed => format!("From {doomed} states, drawn square, every continuation {fault}."),
    });
    told.push(format!("The ends: {}.", ends(places)));
    told.join(" ")
}

/// Tells each step of a schedule: "A: let seen = counter.load(), then …".
fn steps(study: &Study<'_>, schedule: &str) -> String {
    let mut state = study.graph.state(0);
    let told = schedule.chars().map(|letter| {
        let text = study.step(&state, letter);
        state = state.after(letter).expect("a witness can be followed");
        format!("{}: {text}", letter.to_ascii_uppercase())
    });
    told.collect::<Vec<_>>().join(", then ")
}

/// Counts the ends by their labels.
fn ends(places: &Places) -> String {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for shape in places.shapes.iter().filter(|shape| shape.is_end) {
        *counts.entry(&shape.label).or_default() += 1;
    }
    let told = counts
        .into_iter()
        .map(|(label, count)| match (label, count) {
            ("", 1) => "one without a name".to_owned(),
            ("", _) => format!("{count} without a name"),
            (_, 1) => label.to_owned(),
            _ => format!("{label} ({count} states)"),
        });
    told.collect::<Vec<_>>().join(", ")
}
