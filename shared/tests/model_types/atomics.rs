//! Atomic variables: each operation does what `std`'s does, on every type and at the ends of its range.

use crate::tried::holds;
use shared::model::sync::Arc;
use shared::model::sync::atomic as model;
use shared::model::sync::atomic::Ordering::{self, AcqRel, Acquire, Relaxed, SeqCst};
use shared::model::thread;
use std::sync::atomic as real;

/// Does to a variable of the model what it does to one of `std`, for each pair of values from the ends of the range.
macro_rules! agrees {
    ($operation:ident on $($atomic:ident of $value:ident)+) => {$(
        holds(|| {
            for (start, operand) in pairs(&[$value::MIN, $value::MIN + 1, 0, 1, $value::MAX - 1, $value::MAX]) {
                let (model, real) = (model::$atomic::new(start), real::$atomic::new(start));
                assert_eq!(model.$operation(operand, SeqCst), real.$operation(operand, SeqCst));
                assert_eq!(model.load(SeqCst), real.load(SeqCst));
                assert_eq!(model.into_inner(), real.into_inner());
            }
        });
    )+};
    ($($law:ident: $operation:ident)+) => {$(
        #[test]
        fn $law() {
            agrees!($operation on AtomicU8 of u8 AtomicU16 of u16 AtomicU32 of u32 AtomicU64 of u64 AtomicUsize of usize);
            agrees!($operation on AtomicI8 of i8 AtomicI16 of i16 AtomicI32 of i32 AtomicI64 of i64 AtomicIsize of isize);
        }
    )+};
}

agrees! {
    adding_wraps_around: fetch_add
    subtracting_wraps_around: fetch_sub
    and_keeps_common_bits: fetch_and
    nand_inverts_common_bits: fetch_nand
    or_sets_bits: fetch_or
    xor_inverts_bits: fetch_xor
    max_keeps_the_larger: fetch_max
    min_keeps_the_smaller: fetch_min
    swap_returns_the_value_before: swap
}

fn pairs<T: Copy>(values: &[T]) -> Vec<(T, T)> {
    let with_each = |&first: &T| values.iter().map(move |&second| (first, second));
    values.iter().flat_map(with_each).collect()
}

type Operation<B> = fn(&B, bool, Ordering) -> bool;

#[test]
fn truth_values_do_what_those_of_std_do() {
    holds(|| {
        for (start, operand) in pairs(&[false, true]) {
            let operations: [(Operation<model::AtomicBool>, Operation<real::AtomicBool>); 5] = [
                (model::AtomicBool::swap, real::AtomicBool::swap),
                (model::AtomicBool::fetch_and, real::AtomicBool::fetch_and),
                (model::AtomicBool::fetch_nand, real::AtomicBool::fetch_nand),
                (model::AtomicBool::fetch_or, real::AtomicBool::fetch_or),
                (model::AtomicBool::fetch_xor, real::AtomicBool::fetch_xor),
            ];
            for (of_model, of_std) in operations {
                let (model, real) = (model::AtomicBool::new(start), real::AtomicBool::new(start));
                assert_eq!(
                    of_model(&model, operand, SeqCst),
                    of_std(&real, operand, SeqCst)
                );
                assert_eq!(model.load(SeqCst), real.load(SeqCst));
            }
            let model = model::AtomicBool::from(start);
            assert_eq!(model.fetch_not(SeqCst), start);
            assert_eq!(model.into_inner(), !start);
        }
    });
}

#[test]
fn compare_exchange_stores_only_over_the_value_it_expects() {
    holds(|| {
        let x = model::AtomicI32::new(-1);
        assert_eq!(x.compare_exchange(5, 7, AcqRel, Acquire), Err(-1));
        assert_eq!(x.load(SeqCst), -1);
        assert_eq!(x.compare_exchange(-1, 7, AcqRel, Acquire), Ok(-1));
        assert_eq!(x.compare_exchange_weak(7, 8, Relaxed, Relaxed), Ok(7));
        assert_eq!(x.load(SeqCst), 8);
    });
}

#[test]
fn fetch_update_returns_the_value_before_or_the_one_it_left() {
    holds(|| {
        let seats = model::AtomicUsize::new(1);
        let sell = |seats: usize| seats.checked_sub(1);
        assert_eq!(seats.fetch_update(SeqCst, SeqCst, sell), Ok(1));
        assert_eq!(seats.fetch_update(SeqCst, SeqCst, sell), Err(0));
    });
}

#[test]
fn fetch_update_loses_no_update() {
    holds(|| {
        let x = Arc::new(model::AtomicU8::new(0));
        let count_up = |x: &model::AtomicU8| x.fetch_update(Relaxed, Relaxed, |x| Some(x + 1));
        let other = thread::spawn({
            let x = Arc::clone(&x);
            move || count_up(&x)
        });
        let mut seen = [count_up(&x).unwrap(), other.join().unwrap().unwrap()];
        seen.sort_unstable();
        assert_eq!((seen, x.load(Relaxed)), ([0, 1], 2));
    });
}

#[test]
fn a_variable_shows_its_newest_value_and_has_a_default() {
    holds(|| {
        assert_eq!(format!("{:?}", model::AtomicU16::from(7)), "7");
        assert_eq!(format!("{:?}", model::AtomicBool::from(true)), "true");
        assert_eq!(model::AtomicIsize::default().into_inner(), 0);
        assert!(!model::AtomicBool::default().into_inner());
        assert!(model::AtomicPtr::<u8>::default().into_inner().is_null());
    });
}
