//! `replay` follows the schedules of the book's figures, and meets the states that the page shows.

use lock::figures::figures;
use serde_json::Value;
use std::process::{Command, Stdio};

/// A schedule of each figure, and how its end is told: the goal, or where that is in vain an end that is well.
const SCHEDULES: [(&str, &str, &str); 7] = [
    (
        "crossed",
        "AB",
        "Goal reached: each holds the lock that the other waits for.",
    ),
    (
        "one-order",
        "AAAAABBBBB",
        "Finished: both transfers are made, and both locks are free.",
    ),
    (
        "philosophers",
        "ABC",
        "Goal reached: each holds one fork and waits for the next, all the way round.",
    ),
    (
        "split-section",
        "AAABBBAAABBB",
        "Goal reached: both buyers have seen the seat free, each under the lock.",
    ),
    (
        "one-section",
        "BBBBAAA",
        "Finished, and the seat is sold once.",
    ),
    (
        "lost-wakeup",
        "AABBA",
        "Goal reached: the ticket is there, and nobody will wake A.",
    ),
    (
        "predicate-loop",
        "AAABBBBAAA",
        "Finished: the taker is awake, and has seen the ticket.",
    ),
];

/// What the program said, and its exit code.
struct Said {
    code: Option<i32>,
    out: String,
    err: String,
}

fn replay(words: &[&str], width: &str) -> Said {
    let mut command = Command::new(env!("CARGO_BIN_EXE_lock"));
    command.arg("replay").args(words).stdin(Stdio::null());
    command.env("LC_ALL", "C.UTF-8").env("COLUMNS", width);
    let output = command.output().expect("the program starts");
    let text = |bytes| String::from_utf8(bytes).expect("it speaks UTF-8");
    Said {
        code: output.status.code(),
        out: text(output.stdout),
        err: text(output.stderr),
    }
}

/// The graph in the fragment of a figure of the book.
fn page(name: &str) -> Value {
    let path = format!(
        "{}/../../book/figures/lock/{name}.html",
        env!("CARGO_MANIFEST_DIR")
    );
    let fragment = std::fs::read_to_string(path).expect("the figure is recorded");
    let (_, rest) = fragment.split_once("json\">").expect("it holds its graph");
    let (json, _) = rest.split_once("</script>").expect("the graph ends");
    serde_json::from_str(json).expect("it is JSON")
}

/// The values of a state of the page, by full name.
fn values(page: &Value, state: &Value) -> Value {
    let names = page["names"].as_array().expect("a list");
    let threads = page["threads"].as_array().expect("a list").len();
    let full = |name: &Value| {
        let own = name["name"].as_str().expect("a text");
        match name["thread"].as_u64() {
            Some(thread) => format!("{}.{own}", ["A", "B", "C"][thread as usize]),
            None => own.to_owned(),
        }
    };
    let values = names.iter().enumerate();
    values
        .map(|(index, name)| (full(name), state[threads + index].clone()))
        .collect()
}

#[test]
fn every_figure_is_replayed_to_an_end_through_the_states_of_the_page() {
    for (figure, (name, schedule, end)) in figures().iter().zip(SCHEDULES) {
        assert_eq!(figure.name, name);
        let said = replay(&[name, schedule, "--json"], "80");
        let told: Value = serde_json::from_str(&said.out).expect(&said.err);
        let page = page(name);
        let moves = page["threads"].as_array().expect("a list").len()
            + page["names"].as_array().expect("a list").len();
        let mut number = 0;
        for (index, step) in told["steps"].as_array().expect("a list").iter().enumerate() {
            if let Some(letter) = index.checked_sub(1) {
                let thread = usize::from(schedule.as_bytes()[letter] - b'A');
                let position =
                    page["states"][number][thread].as_u64().expect("a position") as usize;
                assert_eq!(step["text"], page["threads"][thread]["steps"][position]);
                number = page["states"][number][moves + thread]
                    .as_u64()
                    .expect("it is not refused") as usize;
            }
            assert_eq!(step["state"], number);
            assert_eq!(step["values"], values(&page, &page["states"][number]));
        }
        assert_eq!(told["is_end"], true);
        assert_eq!(told["end"], end);
    }
}

#[test]
fn a_thread_that_waits_is_told_with_the_lock_and_its_holder() {
    for (words, complaint) in [
        (
            ["crossed", "ABA"],
            "letter 3, `A`, cannot come there: it waits for `bob`, held by B",
        ),
        (
            ["one-order", "AB"],
            "letter 2, `B`, cannot come there: it waits for `alice`, held by A",
        ),
        (
            ["lost-wakeup", "AABBAA"],
            "letter 6, `A`, cannot come there: it sleeps on `arrived` until it is notified",
        ),
    ] {
        let said = replay(&words, "80");
        assert_eq!(said.err, format!("error: {complaint}\n"));
        assert_eq!((said.code, said.out.as_str()), (Some(2), ""));
    }
}

#[test]
fn nothing_is_wider_than_a_narrow_terminal() {
    for words in [&[][..], &["lost-wakeup", "AABBA"], &["philosophers", "ABC"]] {
        let said = replay(words, "40");
        assert_eq!(said.code, Some(0));
        let widest = said.out.lines().map(|line| line.chars().count()).max();
        assert!(widest <= Some(40), "{}", said.out);
    }
}

#[test]
fn without_a_figure_it_lists_them() {
    let said = replay(&[], "80");
    assert_eq!((said.code, said.err.as_str()), (Some(0), ""));
    let all = figures()
        .iter()
        .all(|figure| said.out.contains(figure.name));
    assert!(
        all && said.out.starts_with("Usage: cargo run -p lock -- replay"),
        "{}",
        said.out
    );
}
