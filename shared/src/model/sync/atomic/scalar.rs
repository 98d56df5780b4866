//! What an atomic variable can hold: numbers, truth values and pointers, each kept as 64 bits.

use crate::model::record;
use crate::timeline::Value;

/// Converts between a value, its 64 bits, and the form in which a timeline shows it.
pub trait Scalar: Copy {
    fn to_bits(self) -> u64;
    fn of_bits(bits: u64) -> Self;
    fn shown(self) -> Value;
}

impl Scalar for bool {
    fn to_bits(self) -> u64 {
        self.into()
    }
    fn of_bits(bits: u64) -> Self {
        bits != 0
    }
    fn shown(self) -> Value {
        Value::Bool(self)
    }
}

impl<T> Scalar for *mut T {
    fn to_bits(self) -> u64 {
        self.expose_provenance() as u64
    }
    fn of_bits(bits: u64) -> Self {
        std::ptr::with_exposed_provenance_mut(bits as usize)
    }
    fn shown(self) -> Value {
        Value::Pointer(record::pointer(self.addr()))
    }
}

macro_rules! number {
    ($shown:ident as $wide:ty: $($number:ty)+) => {$(
        impl Scalar for $number {
            fn to_bits(self) -> u64 {
                self as u64
            }
            fn of_bits(bits: u64) -> Self {
                bits as $number
            }
            fn shown(self) -> Value {
                Value::$shown(self as $wide)
            }
        }
    )+};
}

number!(Unsigned as u64: u8 u16 u32 u64 usize);
number!(Signed as i64: i8 i16 i32 i64 isize);
