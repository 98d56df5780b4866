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
    prevention: &'static str,
    name: &'static str,
    is_sound: bool,
    /// It is given one of so many seats.
    one_of: usize,
    sell_out: fn(seats: usize, windows: usize) -> Sample,
}

const CONTENDERS: [Contender; 6] = [
    Contender {
        is_sound: false,
        ..sound::<OversoldShop>("none", "check, then act")
    },
    sound::<LockedShop>("locks", "one lock"),
    sound::<DividedShop>("avoid shared state", "seats divided"),
    Contender {
        // Each sale wakes two threads, and takes as long as some hundred others.
        one_of: 10,
        ..sound::<QueuedShop>("thread synchronization", "queue, one seller")
    },
    sound::<ExchangedShop>("atomic operations", "compare-exchange"),
    sound::<MappedShop>("thread-safe structures", "map, one call"),
];

const fn sound<S: Shop>(prevention: &'static str, name: &'static str) -> Contender {
    Contender {
        prevention,
        name,
        is_sound: true,
        one_of: 1,
        sell_out: sell_out::<S>,
    }
}

impl Contender {
    /// How many of all seats it is given to sell.
    fn part_of(&self, seats: usize) -> usize {
        seats.div_ceil(self.one_of)
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
                let seats = contender.part_of(seats as usize);
                samples.push((contender.sell_out)(seats, windows as usize));
            }
        }
        Self {
            seats: seats as usize,
            windows,
            samples,
        }
    }

    pub fn is_exact(&self) -> bool {
        let mut rows = CONTENDERS.iter().zip(&self.samples);
        rows.all(|(contender, samples)| {
            let seats = contender.part_of(self.seats);
            let is_exact = |sample: &Sample| sample.sold == seats && sample.different == seats;
            !contender.is_sound || samples.iter().all(is_exact)
        })
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
            Column::left("prevention"),
            Column::left("shop"),
            Column::right("a sale takes"),
            Column::right("most sold again"),
            Column::right("unsold"),
        ];
        let mut table = Table::new(page.style, columns);
        for (contender, samples) in CONTENDERS.iter().zip(&self.samples) {
            let (again, unsold) = (
                most_sold_again(samples),
                self.most_unsold(contender, samples),
            );
            let tone = |wrong| if wrong == 0 { Tone::Good } else { Tone::Bad };
            table.push([
                Cell::from(contender.prevention),
                Cell::from(contender.name),
                Cell::from(told(nanoseconds(samples))),
                Cell::toned(numbers::thousands(again as u64), tone(again)),
                Cell::toned(numbers::thousands(unsold as u64), tone(unsold)),
            ]);
        }
        page.drawing(table)?;
        writeln!(page.out)?;
        if most_sold_again(&self.samples[0]) == 0 {
            page.text(
                "The broken shop sold no seat twice, this time: the windows have hardly met. More seats, and a release build, \
                 make it likelier.",
            )?;
        }
        page.text(
            "A queue to one seller costs two wakeups a sale, so that shop is given one seat of ten; it leaves the seller alone \
             with the seats. Nothing shared costs nothing, and a window that has sold out sends buyers away though another has \
             seats left.",
        )
    }

    fn most_unsold(&self, contender: &Contender, samples: &[Sample]) -> usize {
        let seats = contender.part_of(self.seats);
        let unsold = samples.iter().map(|sample| seats - sample.different);
        unsold.max().unwrap_or(0)
    }

    pub fn json(&self) -> Value {
        let row = |(contender, samples): (&Contender, &Vec<Sample>)| {
            json!({
                "prevention": contender.prevention,
                "shop": contender.name,
                "seats": contender.part_of(self.seats),
                "is_sound": contender.is_sound,
                "nanoseconds_a_sale": nanoseconds(samples),
                "most_sold_again": most_sold_again(samples),
                "most_unsold": self.most_unsold(contender, samples),
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

fn told(nanoseconds: f64) -> String {
    if nanoseconds < 1.0 {
        "under 1 ns".to_owned()
    } else {
        numbers::thousands(nanoseconds.round() as u64) + " ns"
    }
}
