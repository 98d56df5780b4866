//! How long a learner waits for a verdict: after `cargo xtask check NAME`, and after a save while `watch` runs.
//!
//! `cargo bench -p bench --bench learner`
//!
//! Each exercise is judged as it is given and as it is solved, in a copy of the course that is warm:
//! everything but the answer is built. Each edit moves every line of the answer, so that it is compiled anew.
//! A wrong verdict ends the bench; a time never does.

use bench::{Course, Exercise, Spread, Watch, machine};
use shared::terminal::{Cell, Column, Style, Table};
use std::path::Path;
use std::process::ExitCode;
use std::time::{Duration, Instant};
use std::{env, fs, io, thread};

/// How often each time is taken; odd, so that a median is one of them.
const ROUNDS: usize = 9;

/// How long a verdict may take on an idle machine, as a median.
const CHECK_TARGET: &str = "0.3 s";
const WATCH_TARGET: &str = "0.5 s";

const HELP: &str = "\
How long a learner waits for the verdict on an answer.

Usage: cargo bench -p bench --bench learner [-- NAME…]

  NAME  measure only the exercises whose names contain it
";

/// What is handed in, and what must come of it.
struct Answer<'a> {
    exercise: &'a Exercise,
    which: &'static str,
    text: &'a str,
    verdict: &'static str,
    code: i32,
    /// How the last line begins: the check ends after it.
    last: &'static str,
}

fn main() -> io::Result<ExitCode> {
    let (options, names): (Vec<_>, Vec<_>) =
        env::args().skip(1).partition(|word| word.starts_with('-'));
    // Cargo itself adds `--bench`.
    if let Some(option) = options.iter().find(|option| *option != "--bench") {
        print!("{HELP}");
        let asked = ["-h", "--help"].contains(&option.as_str());
        return Ok(if asked {
            ExitCode::SUCCESS
        } else {
            ExitCode::from(2)
        });
    }
    // Before the copy is built, which is a load itself.
    let circumstances = circumstances();
    let course = Course::copy(Path::new(env!("CARGO_TARGET_TMPDIR")))?;
    let mut exercises = course.exercises()?;
    exercises.retain(|one| names.is_empty() || names.iter().any(|name| one.name.contains(name)));
    print!("{}", measured(&course, &exercises)?);
    println!("\n{ROUNDS} times each. {circumstances}");
    Ok(ExitCode::SUCCESS)
}

/// The machine, and how busy it is.
fn circumstances() -> String {
    let (cores, processor, compiler) =
        (machine::cores(), machine::processor(), machine::compiler());
    let line = format!("{cores} cores of {processor}, {compiler}, dev profile");
    match machine::load() {
        None => line + ".",
        Some(load) if load <= 1.0 => format!("{line}, load average {load:.2} before."),
        Some(load) => format!(
            "{line}, load average {load:.2} before.\n\
             The targets are for an idle machine, which this one was not."
        ),
    }
}

fn measured(course: &Course, exercises: &[Exercise]) -> io::Result<Table> {
    let [left, right] = [Column::left, Column::right];
    let columns = [
        left("exercise"),
        left("answer"),
        left("from … to the verdict"),
        right("median"),
        right("least"),
        right("most"),
        right("target"),
    ];
    let mut table = Table::new(Style::of_stdout(), columns);
    for answer in exercises.iter().flat_map(answers) {
        let mut push = |from: &str, times: Spread, target: &str| {
            let seconds = |time: Duration| Cell::from(format!("{:.3} s", time.as_secs_f64()));
            table.push([
                Cell::from(answer.exercise.name.as_str()),
                Cell::from(answer.which),
                Cell::from(from),
                seconds(times.median()),
                seconds(times.least()),
                seconds(times.most()),
                Cell::from(target),
            ]);
        };
        push("check NAME", checked(course, &answer)?, CHECK_TARGET);
        push("save in watch", watched(course, &answer)?, WATCH_TARGET);
    }
    Ok(table)
}

fn answers(exercise: &Exercise) -> [Answer<'_>; 2] {
    let starter = Answer {
        exercise,
        which: "starter",
        text: &exercise.starter,
        verdict: "refused",
        code: 1,
        last: "hint ",
    };
    let solution = Answer {
        exercise,
        which: "solution",
        text: &exercise.solution,
        verdict: "solved",
        code: 0,
        last: "next ",
    };
    [starter, solution]
}

impl Answer<'_> {
    /// Saves the answer with so many lines more at its head than it has.
    fn save(&self, edit: usize) -> io::Result<()> {
        let text = "// One line more.\n".repeat(edit) + self.text;
        fs::create_dir_all(self.exercise.working.parent().expect("it lies in a folder"))?;
        fs::write(&self.exercise.working, text)
    }

    /// How the line of the verdict begins.
    fn expected(&self) -> String {
        format!("{} {}:", self.verdict, self.exercise.name)
    }
}

/// Times the whole command, from its start to its end, after each edit.
fn checked(course: &Course, answer: &Answer) -> io::Result<Spread> {
    let check = |edit| {
        answer.save(edit)?;
        let began = Instant::now();
        let output = course.xtask(&["check", &answer.exercise.name]).output()?;
        let time = began.elapsed();
        let said = String::from_utf8_lossy(&output.stdout);
        let is_right = said.starts_with(&answer.expected());
        let ended = output.status.code() == Some(answer.code);
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(
            is_right && ended,
            "not {}\n{said}{errors}",
            answer.expected()
        );
        Ok(time)
    };
    // The first builds what the answer needs, and does not count.
    check(0)?;
    let times: io::Result<_> = (1..=ROUNDS).map(check).collect();
    Ok(Spread::of(times?))
}

/// Times from each save to the line with the verdict.
fn watched(course: &Course, answer: &Answer) -> io::Result<Spread> {
    answer.save(0)?;
    let watch = Watch::start(course.xtask(&["watch", &answer.exercise.name]))?;
    watch.line(&answer.expected());
    let save = |edit| {
        watch.line(answer.last);
        // `watch` looks at the file at intervals: the saves fall at all moments between two looks.
        thread::sleep(Duration::from_millis(7) * edit as u32);
        let began = Instant::now();
        answer.save(edit)?;
        watch.line(&answer.expected());
        Ok(began.elapsed())
    };
    let times: io::Result<_> = (1..=ROUNDS).map(save).collect();
    Ok(Spread::of(times?))
}
