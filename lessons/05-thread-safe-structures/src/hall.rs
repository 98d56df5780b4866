//! A hall whose taken seats are counted while a visitor changes from one to another.

/// Promises a count of the seats that were taken at one moment.
pub trait Hall: Send + Sync + 'static {
    /// Opens the hall with a visitor in one seat.
    fn with_a_visitor_in(seat: u32) -> Self;

    /// Takes a seat.
    fn sit(&self, seat: u32);

    /// Leaves a seat.
    fn rise(&self, seat: u32);

    /// Counts the seats that are taken.
    fn taken(&self) -> usize;

    /// Takes the new seat, then leaves the old one: never without a seat.
    fn change_seats(&self, from: u32, to: u32) {
        self.sit(to);
        self.rise(from);
    }
}
