use super::plots;
use crate::{Case, Contender, Contest, Rounds, Score, Side};

fn contest(threads: usize, sides: &[(&'static str, Side)]) -> Contest {
    let contender = |&(name, side)| Contender {
        name,
        side,
        turn: |_, _| unreachable!("the scores are given"),
    };
    Contest {
        title: "**Locks < latches**, and more",
        case: Case::outside("nothing"),
        threads,
        contenders: sides.iter().map(contender).collect(),
    }
}

/// A launch of three like rounds with such throughputs; a negative one came out wrong.
fn launch(throughputs: &[f64]) -> Vec<Rounds> {
    let score = |&throughput: &f64| Score {
        throughput: throughput.abs(),
        fairness: 1.0,
        right: throughput >= 0.0,
        lost: 0.0,
    };
    vec![Rounds {
        scores: vec![throughputs.iter().map(score).collect(); 3],
        ..Rounds::default()
    }]
}

const SIDES: [(&str, Side); 4] = [
    ("`Ours<u64>`", Side::Ours),
    ("slow & steady", Side::Peer),
    ("fast", Side::Peer),
    ("beside", Side::Context),
];

/// Draws the only plot of these contests.
fn drawn(contests: &[Contest], found: &[Vec<Rounds>]) -> String {
    let plots = plots(contests, found);
    assert_eq!(plots.len(), 1);
    plots[0].1.fragment("Measured with `cargo bench`.")
}

/// The numbers that follow `before`, in order.
fn numbers(svg: &str, before: &str) -> Vec<f64> {
    let after = svg.split(before).skip(1);
    let number = |text: &str| {
        let end = text.find(|c: char| !c.is_ascii_digit() && c != '.');
        text[..end.unwrap_or(text.len())].parse().unwrap()
    };
    after.map(number).collect()
}

#[test]
fn every_contender_appears() {
    let svg = drawn(&[contest(2, &SIDES)], &[launch(&[3., 1., 2., 9.])]);
    for name in [
        "Ours&lt;u64&gt;</tspan>",
        "slow &amp; steady",
        "fast",
        "beside",
    ] {
        assert!(svg.contains(&format!("{name} <tspan")), "{name}");
    }
    assert!(svg.contains("Ours&lt;u64&gt;: threads 2, 1.50 times (1.50 to 1.50)."));
    assert!(svg.contains("beside: threads 2, 4.50 times (4.50 to 4.50)."));
}

#[test]
fn a_ratio_of_one_sits_on_the_rule_and_a_greater_one_right_of_it() {
    let found = [launch(&[2., 1., 2., 9.])];
    let svg = drawn(&[contest(2, &SIDES)], &found);
    let (rules, dots) = (
        numbers(&svg, r#"class="rule" d="M"#),
        numbers(&svg, "cx=\""),
    );
    assert_eq!(dots[0], rules[0]);
    assert!(dots[1] < rules[0]);
    let faster = [launch(&[4., 1., 2., 9.])];
    let svg = drawn(&[contest(2, &SIDES)], &faster);
    assert!(numbers(&svg, "cx=\"")[0] > numbers(&svg, r#"class="rule" d="M"#)[0]);
}

#[test]
fn each_case_has_a_lane_and_the_peer_of_all_cases_has_none() {
    let contests = [1, 2, 4].map(|threads| contest(threads, &SIDES));
    let found = [[2., 1., 2., 9.], [2., 1., 3., 9.], [1., 1., 2., 9.]].map(|one| launch(&one));
    let svg = drawn(&contests, &found);
    assert_eq!(
        numbers(&svg, "cx=\"").len(),
        3 * 3,
        "ours, the slow peer, and what is beside"
    );
    assert!(svg.contains("fast: is the rule at 1."));
    assert!(svg.contains("Throughput in terms of fast."));
}

#[test]
fn a_lane_says_what_sets_its_case_apart_where_something_does() {
    let some = Contest {
        case: Case::outside("some"),
        ..contest(2, &SIDES)
    };
    let found = [[3., 1., 2., 9.]; 2].map(|one| launch(&one));
    let svg = drawn(&[contest(2, &SIDES), some], &found);
    assert!(svg.contains(">threads, outside</text>"));
    assert!(svg.contains(">2, nothing</text>") && svg.contains(">2, some</text>"));
}

#[test]
fn what_nothing_can_be_divided_by_has_no_place() {
    let svg = drawn(&[contest(2, &SIDES)], &[launch(&[2., 0., 0., 9.])]);
    assert!(!svg.contains("NaN") && !svg.contains("inf"), "{svg}");
    assert!(svg.contains("threads 2, no ratio."));
}

#[test]
fn wrong_work_is_a_cross_and_in_words() {
    let svg = drawn(&[contest(2, &SIDES)], &[launch(&[-2., 1., 2., 9.])]);
    assert!(svg.contains("1.00 times (1.00 to 1.00), wrong."));
    assert!(svg.contains("a cross a wrong result"));
    assert_eq!(numbers(&svg, "cx=\"").len(), 2, "the rings of the others");
}

#[test]
fn a_fragment_is_one_block_for_markdown_that_says_where_it_comes_from() {
    let svg = drawn(&[contest(2, &SIDES)], &[launch(&[2., 1., 2., 9.])]);
    assert!(svg.lines().all(|line| !line.trim().is_empty()));
    assert!(svg.starts_with("<figure ") && svg.ends_with("</figure>\n"));
    assert!(svg.contains("<title>Locks &lt; latches, and more</title>"));
    assert!(svg.contains("Measured with <code>cargo bench</code>."));
    assert!(!svg.contains(" id="));
}

#[test]
fn a_file_is_named_for_what_is_bold() {
    let plots = plots(&[contest(2, &SIDES)], &[launch(&[2., 1., 2., 9.])]);
    assert_eq!(plots[0].0, "locks-latches");
}

#[test]
fn where_nothing_is_compared_nothing_is_drawn() {
    let beside = contest(2, &SIDES[3..]);
    assert!(plots(&[beside], &[launch(&[1.])]).is_empty());
}
