//! The ticket shop of the course: windows sell for a while, and each seat that is sold must have been sold once.

use bench::{Case, Contender, Contest, Own, Sample, Side, timed};
use std::sync::Mutex;
use std::time::Duration;
use thread_safe_structures::machine::shop::Shop;
use thread_safe_structures::machine::shop::divided::DividedShop;
use thread_safe_structures::machine::shop::exchanged::ExchangedShop;
use thread_safe_structures::machine::shop::locked::LockedShop;
use thread_safe_structures::machine::shop::mapped::MappedShop;
use thread_safe_structures::machine::shop::oversold::OversoldShop;
use thread_safe_structures::machine::shop::queued::QueuedShop;

/// The contender that sells a seat twice as soon as there are two windows.
pub const OVERSOLD: &str = "check, then act";

/// More than anybody sells in a turn.
const SEATS: usize = 1 << 40;

/// The shop as lesson 01 left it, and mended in five ways.
pub fn contest(threads: usize) -> Contest {
    Contest {
        title: "**The ticket shop**, mended in five ways, and the one that is not",
        case: Case::outside("nothing"),
        threads,
        contenders: vec![
            entry(OVERSOLD, turn::<OversoldShop>),
            Contender {
                side: Side::Base,
                ..entry("lock", turn::<LockedShop>)
            },
            entry("compare-exchange", turn::<ExchangedShop>),
            entry("queue, one seller", turn::<QueuedShop>),
            entry("shared map, one call", turn::<MappedShop>),
            entry("nothing shared", |windows, span| {
                sold::<DividedShop>(windows, span, each_has_its_own)
            }),
        ],
    }
}

fn entry(name: &'static str, turn: fn(usize, Duration) -> Sample) -> Contender {
    let side = Side::Ours;
    Contender { name, side, turn }
}

fn turn<S: Shop>(windows: usize, span: Duration) -> Sample {
    sold::<S>(windows, span, all_have_the_same)
}

/// What each window has sold: how many seats, and the sum of their numbers.
type Sold = Vec<(u64, u64)>;

/// Sells for a while; the sums must be what `expected` makes of the numbers sold.
fn sold<S: Shop>(windows: usize, span: Duration, expected: fn(&Sold) -> u64) -> Sample {
    let opened: Vec<_> = S::open(SEATS, windows).into_iter().map(Own::new).collect();
    let sold = Mutex::new(vec![(0, 0); windows]);
    let sample = timed(windows, span, |here, signal| {
        let (mut window, mut sum) = (opened[here].take(), 0_u64);
        let count = signal.count(|| {
            let seat = window.sell().expect("there are seats enough");
            sum = sum.wrapping_add(seat as u64);
        });
        sold.lock().expect("nobody panics with it")[here] = (count, sum);
        count
    });
    let sold = sold.into_inner().expect("nobody panics with it");
    let sum = sold
        .iter()
        .fold(0, |sum: u64, (_, one)| sum.wrapping_add(*one));
    let right = sum == expected(&sold);
    Sample { right, ..sample }
}

/// The first seats, each once, whoever sold which.
fn all_have_the_same(sold: &Sold) -> u64 {
    up_to(sold.iter().map(|(count, _)| count).sum())
}

/// The first seats of each window's own.
fn each_has_its_own(sold: &Sold) -> u64 {
    let windows = sold.len();
    let own = |(window, (count, _)): (usize, &(u64, u64))| {
        let first = (SEATS * window / windows) as u64;
        first.wrapping_mul(*count).wrapping_add(up_to(*count))
    };
    sold.iter().enumerate().map(own).fold(0, u64::wrapping_add)
}

/// The sum of so many numbers, from 0.
fn up_to(count: u64) -> u64 {
    count * count.saturating_sub(1) / 2
}
