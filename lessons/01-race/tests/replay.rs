//! `replay` follows the schedules of the book's figures, and meets the states that the page shows.

use race::figures::figures;
use serde_json::Value;
use std::process::{Command, Stdio};

/// What the program said, and its exit code.
struct Said {
    code: Option<i32>,
    out: String,
    err: String,
}

fn replay(words: &[&str], width: &str) -> Said {
    let mut command = Command::new(env!("CARGO_BIN_EXE_race"));
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
        "{}/../../book/figures/race/{name}.html",
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
            Some(thread) => format!("{}.{own}", ["A", "B"][thread as usize]),
            None => own.to_owned(),
        }
    };
    let values = names.iter().enumerate();
    values
        .map(|(index, name)| (full(name), state[threads + index].clone()))
        .collect()
}

#[test]
fn every_figure_is_replayed_to_its_goal_through_the_states_of_the_page() {
    let shortest = ["AABABB", "AAAAABBBBBBA", "ABAB", "ABBA"];
    for (figure, schedule) in figures().iter().zip(shortest) {
        let said = replay(&[figure.name, schedule, "--json"], "80");
        let told: Value = serde_json::from_str(&said.out).expect("it is JSON");
        let page = page(figure.name);
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
        assert!(
            told["end"]
                .as_str()
                .is_some_and(|end| end.starts_with("Goal reached: ")),
            "{told}"
        );
    }
}

#[test]
fn a_schedule_is_told_step_by_step_with_the_moment_of_no_return() {
    let said = replay(&["lost-update", "ABAB"], "80");
    assert_eq!((said.code, said.err.as_str()), (Some(0), ""));
    for part in [
        "race/lost-update: Lose an update: end with counter = 1.",
        "   2  B       let mut seen = counter.load()        0       0       0",
        "Step 2 is the moment of no return: from there every continuation loses an",
        "Not at the end: the next letter may be A or B.",
    ] {
        assert!(
            said.out.contains(part),
            "{part:?} is missing from\n{}",
            said.out
        );
    }
    assert!(!said.out.contains('\x1b'), "a pipe is given no colours");
}

#[test]
fn nothing_is_wider_than_a_narrow_terminal() {
    for words in [&[][..], &["lost-update", "AABABB"], &["double-sale", "AB"]] {
        let said = replay(words, "40");
        assert_eq!(said.code, Some(0));
        let widest = said.out.lines().map(|line| line.chars().count()).max();
        assert!(widest <= Some(40), "{}", said.out);
    }
}

#[test]
fn without_a_figure_it_lists_them() {
    for words in [&[][..], &["--help"]] {
        let said = replay(words, "80");
        assert_eq!((said.code, said.err.as_str()), (Some(0), ""));
        let all = figures()
            .iter()
            .all(|figure| said.out.contains(figure.name));
        assert!(
            all && said.out.starts_with("Usage: cargo run -p race -- replay"),
            "{}",
            said.out
        );
    }
}

#[test]
fn what_cannot_be_followed_is_told_in_one_line_with_the_reason() {
    for (words, complaint) in [
        (
            &["lost-updaet"][..],
            "no figure is called `lost-updaet`; did you mean `lost-update`? \
             (known: lost-update, lost-update-twice, double-sale, early-flag)",
        ),
        (
            &["lost-update", "AAAA"],
            "letter 4, `A`, cannot come there: it has finished",
        ),
        (
            &["lost-update", "AxB"],
            "letter 2, `x`, cannot come there: it is not part of this program",
        ),
        (
            &["lost-update", "AB", "AB"],
            "`AB`: expected one figure and one schedule",
        ),
    ] {
        let said = replay(words, "80");
        assert_eq!(said.err, format!("error: {complaint}\n"));
        assert_eq!((said.code, said.out.as_str()), (Some(2), ""));
    }
}
