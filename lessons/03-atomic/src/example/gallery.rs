//! The litmus gallery: each outcome of each shape, how often this machine showed it, and what makes it possible.

use atomic::{machine, model};
use serde_json::{Value, json};
use shared::model::{Mode, check, outcomes};
use shared::terminal::{Args, Cell, Column, Page, Progress, Table, Tone, wrap};
use shared::trial::{Effort, OutcomeTable, Outcomes, litmus};
use std::collections::BTreeSet;
use std::io;
use std::time::Duration;

use machine::litmus::{Actor, Litmus, Memory, Weakest};
use model::litmus::{Fenced, Publishing};

/// Holds the tables of all shapes.
pub struct Gallery {
    shapes: Vec<Shape>,
}

/// One shape: its table with Relaxed throughout, and what stronger orderings allow.
struct Shape {
    test: Litmus,
    table: OutcomeTable,
    /// Whether the weak outcome is allowed, with Relaxed, with Release and Acquire, and with fences.
    allowed: [Allowed; 3],
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Allowed {
    No,
    Yes,
    /// C11 allows it, and the model cannot show it.
    BeyondTheModel,
}

impl Gallery {
    pub fn collect(args: &Args) -> Self {
        let effort = Effort {
            trials: args.number("trials"),
            stride: 8192,
            at_most: Some(Duration::from_millis(400)),
        };
        let tests = machine::litmus::gallery::<Weakest>();
        let progress = Progress::new("litmus test", tests.len() as u64);
        let shapes = tests.into_iter().enumerate().map(|(index, test)| {
            let shape = Shape::look(index, test, effort);
            progress.advance();
            shape
        });
        Self {
            shapes: shapes.collect(),
        }
    }

    pub fn has_forbidden(&self) -> bool {
        let mut shapes = self.shapes.iter();
        shapes.any(|shape| shape.table.forbidden_seen().next().is_some())
    }

    pub fn tell(&self, page: &mut Page<'_>) -> io::Result<()> {
        page.heading("The litmus gallery")?;
        page.text(
            "Tiny programs, all accesses Relaxed, x and y 0 at first. \
             Samples are from this machine; the verdict is the model's: \
             it ran each program in every interleaving, and looked for what weak memory adds.",
        )?;
        for shape in &self.shapes {
            let title = format!("{}, {}", shape.test.name, shape.test.title);
            writeln!(page.out)?;
            for line in wrap(&title, page.style.width) {
                writeln!(page.out, "{}", page.style.paint(Tone::Strong, &line))?;
            }
            page.text(shape.test.program)?;
            page.drawing(shape.table.table(page.style))?;
        }
        writeln!(page.out)?;
        page.text(
            "LB and 2+2W: C11 allows their weak outcome, which is why it stands in the table, but the model cannot show it. \
             There a load never sees a store that is made later, and each store is the newest when it is made.",
        )?;
        page.text(&format!(
            "This machine is {}. An x86 lets a load overtake an earlier store of its own thread and keeps every other order: \
             of these weak outcomes it shows SB's, and none of the others, ever. \
             The compiler may still reorder what is Relaxed, on any machine.",
            std::env::consts::ARCH
        ))?;
        self.tell_strengths(page)
    }

    fn tell_strengths(&self, page: &mut Page<'_>) -> io::Result<()> {
        page.heading("What forbids them")?;
        page.text(
            "Whether the weak outcome of each shape is possible, by the orderings of its accesses:",
        )?;
        let columns = [
            Column::left("shape"),
            Column::left("outcome"),
            Column::left("Relaxed"),
            Column::left("Release, Acquire"),
            Column::left("SeqCst fences"),
        ];
        let mut table = Table::new(page.style, columns);
        for Shape { test, allowed, .. } in &self.shapes {
            let [relaxed, publishing, fenced] = allowed.map(Allowed::cell);
            let outcome = format!("{:?}", test.weak);
            table.push([
                test.name.into(),
                outcome.into(),
                relaxed,
                publishing,
                fenced,
            ]);
        }
        page.drawing(table)?;
        writeln!(page.out)?;
        page.text("C11 alone: the model cannot show it.")
    }

    pub fn json(&self) -> Value {
        let told = |Shape {
                        test,
                        table,
                        allowed,
                    }: &Shape| {
            let [relaxed, publishing, fenced] = allowed.map(Allowed::word);
            json!({
                "shape": test.name,
                "program": test.program,
                "relaxed": table.json(),
                "weak_outcome": test.weak,
                "weak_outcome_with": { "relaxed": relaxed, "release_acquire": publishing, "seq_cst_fences": fenced },
            })
        };
        self.shapes.iter().map(told).collect()
    }
}

impl Shape {
    fn look(index: usize, test: Litmus, effort: Effort) -> Self {
        let relaxed = &model::litmus::gallery::<model::litmus::Weakest>()[index];
        let interleaving = interleavings(relaxed);
        let allowed = [
            Allowed::of(relaxed),
            Allowed::of(&model::litmus::gallery::<Publishing>()[index]),
            Allowed::of(&model::litmus::gallery::<Fenced>()[index]),
        ];
        // No shape has another outcome than this one that is not an interleaving's: `tests/litmus.rs` counts them.
        let mut weak = interleaving.clone();
        if allowed[0] != Allowed::No {
            weak.insert(test.weak.to_vec());
        }
        let table = OutcomeTable::new(
            &sample(&test, effort),
            &interleaving,
            &weak,
            |outcome| match (outcome == test.weak, test.is_beyond_the_model) {
                (true, true) => "C11 allows it, the model cannot show it",
                (true, false) => test.meaning,
                (false, _) => "",
            },
        );
        Self {
            test,
            table,
            allowed,
        }
    }
}

impl Allowed {
    /// Asks the model, which stops at the first execution that ends so.
    fn of(test: &model::litmus::Litmus) -> Self {
        let ends_otherwise = {
            let test = test.clone();
            move || assert_ne!(model::litmus::run(&test), test.weak)
        };
        match (check(Mode::Weak, ends_otherwise), test.is_beyond_the_model) {
            (Err(_), _) => Self::Yes,
            (Ok(_), true) => Self::BeyondTheModel,
            (Ok(_), false) => Self::No,
        }
    }

    fn word(self) -> &'static str {
        match self {
            Self::No => "forbidden",
            Self::Yes => "possible",
            Self::BeyondTheModel => "C11 alone",
        }
    }

    fn cell(self) -> Cell {
        let tone = match self {
            Self::No => Tone::Good,
            Self::Yes | Self::BeyondTheModel => Tone::Warning,
        };
        Cell::toned(self.word().to_owned(), tone)
    }
}

/// Asks the model for every outcome of every interleaving.
fn interleavings(test: &model::litmus::Litmus) -> BTreeSet<Vec<u8>> {
    let test = test.clone();
    let run = move || model::litmus::run(&test);
    outcomes(Mode::Interleaving, run).expect("a litmus test does not fail")
}

/// Runs a test on this machine as often as the effort allows.
fn sample(test: &Litmus, effort: Effort) -> Outcomes<Vec<u8>> {
    match test.actors[..] {
        [a, b] => sample_of([a, b], test, effort),
        [a, b, c] => sample_of([a, b, c], test, effort),
        [a, b, c, d] => sample_of([a, b, c, d], test, effort),
        _ => unreachable!("a shape has two, three or four threads"),
    }
}

fn sample_of<const N: usize>(
    actors: [Actor; N],
    test: &Litmus,
    effort: Effort,
) -> Outcomes<Vec<u8>> {
    litmus(effort, Memory::default, actors, |memory, reads| {
        (test.outcome)(memory, &reads)
    })
}
