//! The five shops that are sound sell each seat once: in the model, and on real threads.

use shared::assert_holds;
use shared::model::{Mode, Model};
use thread_safe_structures::machine::{self, laws as on_the_machine};
use thread_safe_structures::model::laws::a_seat_is_sold_once_and_every_seat_is_sold as law;
use thread_safe_structures::model::shop::divided::DividedShop;
use thread_safe_structures::model::shop::exchanged::ExchangedShop;
use thread_safe_structures::model::shop::locked::LockedShop;
use thread_safe_structures::model::shop::mapped::MappedShop;
use thread_safe_structures::model::shop::queued::QueuedShop;

#[track_caller]
fn holds(mode: Mode, law: impl Fn() + Send + Sync + 'static) {
    let explored = assert_holds(mode, law);
    println!("{explored}");
    assert!(explored.executions > 1);
}

fn holds_on_the_machine<S: machine::shop::Shop>() {
    on_the_machine::a_seat_is_sold_once_and_every_seat_is_sold::<S>(1_000, 4);
}

// ANCHOR: locked
#[test]
fn the_locked_shop_sells_each_seat_once() {
    holds(Mode::Interleaving, || law::<LockedShop>(3, 2));
    holds_on_the_machine::<machine::shop::locked::LockedShop>();
}
// ANCHOR_END: locked

#[test]
fn the_shop_by_compare_exchange_sells_each_seat_once() {
    holds(Mode::Weak, || law::<ExchangedShop>(2, 2));
    holds_on_the_machine::<machine::shop::exchanged::ExchangedShop>();
}

/// Two windows, a seller and `main`: too many executions for all of them.
#[test]
fn the_shop_with_a_queue_sells_each_seat_once() {
    let model = Model {
        preemptions: Some(2),
        ..Model::new(Mode::Interleaving)
    };
    let explored = model.check(|| law::<QueuedShop>(1, 2)).unwrap();
    println!("{explored}");
    assert!(explored.executions > 1);
    holds_on_the_machine::<machine::shop::queued::QueuedShop>();
}

#[test]
fn the_shop_in_a_map_sells_each_seat_once() {
    holds(Mode::Interleaving, || law::<MappedShop>(2, 2));
    holds_on_the_machine::<machine::shop::mapped::MappedShop>();
}

/// Windows that share nothing cannot meet: their executions differ only in who is started and who ends first.
#[test]
fn the_divided_shop_sells_each_seat_once() {
    holds(Mode::Interleaving, || law::<DividedShop>(5, 2));
    holds_on_the_machine::<machine::shop::divided::DividedShop>();
}
