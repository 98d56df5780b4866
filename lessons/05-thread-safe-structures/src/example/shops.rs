//! The ticket shop, as lesson 01 left it and mended in five ways: what each sells, and what a sale costs.

use serde_json::{Value, json};
use shared::terminal::{Args, Cell, Column, Page, Table, Tone, numbers};
use shared::trial::together;
use std::io;
use std::sync::Mutex;
use thread_safe_structures::machine::shop::divided::DividedShop;
use thread_safe_structures::machine::shop::exchanged::ExchangedShop;
use thread_safe_structures::machine::shop::locked::LockedShop;
use thread_safe_structures::machine::shop::mapped::MappedShop;
use thread_safe_structures::machine::shop::oversold::OversoldShop;
use thread_safe_structures::machine::shop::queued::QueuedShop;
use thread_safe_structures::machine::shop::{Seat, Shop};

/// A shop, and how it is run.
struct Contender {
    name: &'static str,
    is_sound: bool,
    sell_out: fn(seats: usize, windows: usize) -> Sample,
}

const CONTENDERS: [Contender; 6] = [
    Contender {
        name: "check, then act",
        is_sound: false,
        sell_out: sell_out::<OversoldShop>,
    },
    sound::<LockedShop>("lock"),
    sound::<ExchangedShop>("compare-exchange"),
    sound::<QueuedShop>("queue, one seller"),
    sound::<MappedShop>("shared map, one call"),
    sound::<DividedShop>("nothing shared"),
];

const fn sound<S: Shop>(name: &'static str) -> Contender {
    Contender {
        name,
        is_sound: true,
        sell_out: sell_out::<S>,
    }
}

/// What one sale of all seats came to.
struct Sample {
    sold: usize,
    /// Seats that were sold at least once.
    different: usize,
    nanoseconds_a_sale: f64,
}

fn sell_out<S: Shop>(seats: usize, windows: usize) -> Sample {
    let opened = S::open(seats, windows).into_iter();
    let windows: Vec<_> = opened.map(|window| Mutex::new(Some(window))).collect();
    let run = together(windows.len(), |here| -> Vec<Seat> {
        let window = windows[here].lock().expect("nobody panics").take();
        let mut window = window.expect("each window is one thread's");
        std::iter::from_fn(|| window.sell()).collect()
    });
    let mut sold: Vec<_> = run.results.into_iter().flatten().collect();
    let all = sold.len();
    sold.sort_unstable();
    sold.dedup();
    Sample {
        sold: all,
        different: sold.len(),
        nanoseconds_a_sale: run.elapsed.as_nanos() as f64 / all as f64,
    }
}

/// Holds what all runs came to, by contender.
pub struct Shops {
    seats: usize,
    windows: u64,
    samples: [Vec<Sample>; CONTENDERS.len()],
}

impl Shops {
    pub fn run(args: &Args) -> Self {
        let [windows, runs, seats] = ["threads", "runs", "seats"].map(|name| args.number(name));
        let mut samples = [const { Vec::new() }; CONTENDERS.len()];
        for _ in 0..runs {
            for (contender, samples) in CONTENDERS.iter().zip(&mut samples) {
                samples.push((contender.sell_out)(seats as usize, windows as usize));
            }
        }
        Self {
            seats: seats as usize,
            windows,
            samples,
        }
    }

    pub fn is_exact(&self) -> bool {
        let is_exact =
            |sample: &Sample| sample.sold == self.seats && sample.different == self.seats;
        let mut rows = CONTENDERS.iter().zip(&self.samples);
        rows.all(|(contender, samples)| !contender.is_sound || samples.iter().all(is_exact))
    }

    pub fn tell(&self, page: &mut Page<'_>) -> io::Result<()> {
        page.heading("The ticket shop, mended in five ways")?;
        page.text(&format!(
            "Each shop sells {} at {} at once, in {}, the shops in turn. Medians of this one run. Here is {} build.",
            numbers::count(self.seats as u64, "seat"),
            numbers::count(self.windows, "window"),
            numbers::count(self.samples[0].len() as u64, "run"),
            if cfg!(debug_assertions) {
                "an unoptimised"
            } else {
                "a release"
            },
        ))?;
        let columns = [
            Column::left("shop"),
            Column::right("a sale takes"),
            Column::right("most sold again"),
            Column::right("unsold"),
        ];
        let mut table = Table::new(page.style, columns);
        for (contender, samples) in CONTENDERS.iter().zip(&self.samples) {
            let (again, unsold) = (most_sold_again(samples), self.most_unsold(samples));
            let tone = |wrong| if wrong == 0 { Tone::Good } else { Tone::Bad };
            table.push([
                Cell::from(contender.name),
                Cell::from(format!("{:.0} ns", nanoseconds(samples))),
                Cell::toned(numbers::thousands(again as u64), tone(again)),
                Cell::toned(numbers::thousands(unsold as u64), tone(unsold)),
            ]);
        }
        page.drawing(table)?;
        writeln!(page.out)?;
        page.text(
            "A queue to one seller costs two wakeups a sale, and leaves the seller alone with the seats. \
             Nothing shared costs nothing, and a window that has sold out sends buyers away though another has seats left.",
        )
    }

    fn most_unsold(&self, samples: &[Sample]) -> usize {
        let unsold = samples.iter().map(|sample| self.seats - sample.different);
        unsold.max().unwrap_or(0)
    }

    pub fn json(&self) -> Value {
        let row = |(contender, samples): (&Contender, &Vec<Sample>)| {
            json!({
                "shop": contender.name,
                "is_sound": contender.is_sound,
                "nanoseconds_a_sale": nanoseconds(samples),
                "most_sold_again": most_sold_again(samples),
                "most_unsold": self.most_unsold(samples),
            })
        };
        json!({
            "seats": self.seats,
            "windows": self.windows,
            "optimised": !cfg!(debug_assertions),
            "shops": CONTENDERS.iter().zip(&self.samples).map(row).collect::<Value>(),
        })
    }
}

fn most_sold_again(samples: &[Sample]) -> usize {
    let again = samples.iter().map(|sample| sample.sold - sample.different);
    again.max().unwrap_or(0)
}

fn nanoseconds(samples: &[Sample]) -> f64 {
    let mut values: Vec<_> = samples
        .iter()
        .map(|sample| sample.nanoseconds_a_sale)
        .collect();
    values.sort_by(f64::total_cmp);
    values[(values.len() - 1) / 2]
}
