//! `std::cell::UnsafeCell` with the access methods that the model can watch.

/// Holds plain memory that may be changed through a shared reference.
///
/// # Examples
///
/// ```
/// use shared::machine::cell::UnsafeCell;
///
/// let cell = UnsafeCell::new(1);
/// // SAFETY: the cell is not shared.
/// cell.with_mut(|value| unsafe { *value += 1 });
/// assert_eq!(cell.into_inner(), 2);
/// ```
#[derive(Debug, Default)]
#[repr(transparent)]
pub struct UnsafeCell<T>(std::cell::UnsafeCell<T>);

impl<T> UnsafeCell<T> {
    /// Creates a cell that holds `value`.
    #[must_use]
    pub const fn new(value: T) -> Self {
        Self(std::cell::UnsafeCell::new(value))
    }

    /// Returns the value and ends the cell.
    #[must_use]
    pub fn into_inner(self) -> T {
        self.0.into_inner()
    }

    /// Calls `read` with a pointer to read through, valid as long as the cell is; the model watches until `read` returns.
    #[inline(always)]
    pub fn with<R>(&self, read: impl FnOnce(*const T) -> R) -> R {
        read(self.0.get())
    }

    /// Calls `write` with a pointer to write through, valid as long as the cell is; the model watches until `write` returns.
    #[inline(always)]
    pub fn with_mut<R>(&self, write: impl FnOnce(*mut T) -> R) -> R {
        write(self.0.get())
    }
}

impl<T> From<T> for UnsafeCell<T> {
    fn from(value: T) -> Self {
        Self::new(value)
    }
}
