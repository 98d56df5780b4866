//! A fence that costs nothing where the processor has made it already.

use std::sync::atomic::Ordering::SeqCst;

/// Does what `fence(SeqCst)` does, right behind an atomic read-modify-write of the same thread.
///
/// On x86 a locked instruction, which every such update becomes, is a full barrier by itself (*Intel 64 and IA-32
/// Architectures Software Developer's Manual*, volume 3A, 8.2.3.9: loads and stores are not reordered with locked
/// instructions). There only the compiler is told; a fence of its own would take as long as the update.
/// That is a promise of the processor, not of the language: the model, and every other processor, gets the fence.
#[inline(always)]
pub fn fence_behind_update() {
    if cfg!(target_arch = "x86_64") {
        std::sync::atomic::compiler_fence(SeqCst);
    } else {
        std::sync::atomic::fence(SeqCst);
    }
}
