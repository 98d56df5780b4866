//! Adding first and checking afterwards: those who are refused are counted too, until the count wraps around.

use super::bounded_sale::Sale;
use super::world::sync::atomic::{AtomicU8, Ordering::Relaxed};

/// Counts each attempt as a seat sold, and takes back none.
///
/// # Examples
///
/// After 255 visitors in vain the count is at 0 again, and the only seat is sold once more:
///
/// ```
/// use atomic::machine::{bounded_sale::Sale, wrapping_sales::WrappingSales};
///
/// let sale = WrappingSales::open(1);
/// assert!(sale.sell());
/// for _ in 0..255 {
///     assert!(!sale.sell());
/// }
/// assert!(sale.sell());
/// ```
#[derive(Debug)]
pub struct WrappingSales {
    seats: u8,
    sold: AtomicU8,
}

impl Sale for WrappingSales {
    fn open(seats: u8) -> Self {
        Self {
            seats,
            sold: AtomicU8::new(0),
        }
    }

    // ANCHOR: sell
    fn sell(&self) -> bool {
        // The step is indivisible. It is the wrong step: what is checked afterwards has been done already.
        self.sold.fetch_add(1, Relaxed) < self.seats
    }
    // ANCHOR_END: sell

    fn sold(&self) -> u8 {
        self.sold.load(Relaxed)
    }
}
