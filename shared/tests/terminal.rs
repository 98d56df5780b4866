//! Laws of what lesson binaries print.

use shared::terminal::{Cell, Column, Histogram, Opt, Program, Style, Table, Tone};

const PROGRAM: Program = Program {
    name: "race",
    about: "Two threads add to one counter, and some of what they add is lost.",
    options: &[
        Opt::number("threads", "Threads that add at once", 2, 1..=64),
        Opt::number(
            "increments",
            "Increments of each thread",
            1_000_000,
            1..=1_000_000_000,
        ),
        Opt::JSON,
    ],
};

fn ascii(width: usize) -> Style {
    Style {
        width,
        ..Style::PLAIN
    }
}

#[test]
fn help_puts_options_beside_what_they_do_in_80_columns() {
    assert_eq!(
        PROGRAM.help(ascii(80)).to_string(),
        "\
Two threads add to one counter, and some of what they add is lost.

Usage: cargo run -p race -- [OPTIONS]

Options:
  --threads N     Threads that add at once (default 2, from 1 to 64)
  --increments N  Increments of each thread (default 1_000_000, from 1 to
                  1_000_000_000)
  --json          Print one JSON object instead of text
  --help          Print this help (also -h)
"
    );
}

#[test]
fn help_puts_options_above_what_they_do_in_20_columns() {
    assert_eq!(
        PROGRAM.help(ascii(20)).to_string(),
        "\
Two threads add to
one counter, and
some of what they
add is lost.

Usage: cargo run -p
race -- [OPTIONS]

Options:
  --threads N
    Threads that add
    at once (default
    2, from 1 to 64)
  --increments N
    Increments of
    each thread
    (default
    1_000_000, from
    1 to
    1_000_000_000)
  --json
    Print one JSON
    object instead
    of text
  --help
    Print this help
    (also -h)
"
    );
}

fn table(style: Style) -> Table {
    let columns = [
        Column::left("outcome"),
        Column::right("samples"),
        Column::left("meaning"),
    ];
    let mut table = Table::new(style, columns);
    table.push(["(0, 1)", "9,498", "the first actor ran first"].map(Cell::from));
    table.push([
        Cell::from("(0, 0)"),
        Cell::from("2"),
        Cell::toned("both stores were still buffered", Tone::Warning),
    ]);
    table
}

#[test]
fn a_table_keeps_its_columns_in_80() {
    assert_eq!(
        table(ascii(80)).to_string(),
        "\
outcome  samples  meaning
-------  -------  -------------------------------
(0, 1)     9,498  the first actor ran first
(0, 0)         2  both stores were still buffered
"
    );
}

#[test]
fn a_table_wraps_its_widest_text_in_40() {
    assert_eq!(
        table(ascii(40)).to_string(),
        "\
outcome  samples  meaning
-------  -------  ----------------------
(0, 1)     9,498  the first actor ran
                  first
(0, 0)         2  both stores were still
                  buffered
"
    );
}

#[test]
fn a_table_stacks_its_rows_in_20() {
    assert_eq!(
        table(ascii(20)).to_string(),
        "\
outcome: (0, 1)
samples: 9,498
meaning: the first
  actor ran first

outcome: (0, 0)
samples: 2
meaning: both stores
  were still
  buffered
"
    );
}

#[test]
fn colour_changes_no_column() {
    let colourful = Style {
        colour: true,
        ..ascii(40)
    };
    let painted = table(colourful).to_string();
    assert!(
        painted.contains("\x1b[33mboth stores were still\x1b[0m\n"),
        "{painted}"
    );
    let codes = ["\x1b[1m", "\x1b[33m", "\x1b[0m"];
    let bare = codes
        .iter()
        .fold(painted, |text, code| text.replace(code, ""));
    assert_eq!(bare, table(ascii(40)).to_string());
}

#[test]
fn a_histogram_draws_bars_beside_their_ranges_in_40() {
    assert_eq!(histogram(ascii(40)).to_string(), BESIDE);
}

// No `"\` here, which would swallow the spaces before the heading.
const BESIDE: &str = "     updates lost  runs
      0 -  49,999     3  #########
 50,000 -  99,999     0
100,000 - 149,999     0
150,000 - 199,999     0
200,000 - 249,999     0
250,000 - 299,999     0
300,000 - 349,999     0
350,000 - 399,999     5  ###############
";

#[test]
fn a_histogram_draws_bars_below_their_ranges_in_20() {
    let few = Histogram::new(ascii(20), "updates lost", "runs", &[0, 9, 9, 23]);
    assert_eq!(
        few.to_string(),
        "\
updates lost: runs
0 - 4
  1  #######
5 - 9
  2  ###############
10 - 14
  0
15 - 19
  0
20 - 24
  1  #######
"
    );
}

fn histogram(style: Style) -> Histogram {
    let lost = [0, 0, 12_000, 376_000, 381_000, 384_000, 390_000, 399_999];
    Histogram::new(style, "updates lost", "runs", &lost)
}

#[test]
fn a_histogram_of_nothing_says_so() {
    let empty = Histogram::new(ascii(80), "updates lost", "runs", &[]);
    assert_eq!(empty.to_string(), "updates lost: no runs\n");
}

#[test]
fn nothing_is_wider_than_its_style_or_ends_in_spaces() {
    for (width, unicode) in (20..=100).flat_map(|width| [(width, false), (width, true)]) {
        let style = Style {
            unicode,
            ..ascii(width)
        };
        let help = PROGRAM.help(style).to_string();
        let all = [help, table(style).to_string(), histogram(style).to_string()].concat();
        for line in all.lines() {
            assert!(line.chars().count() <= width, "{width}: {line:?}");
            assert_eq!(line, line.trim_end(), "{width}");
        }
        assert!(unicode || all.is_ascii(), "{width}: {all}");
    }
}
