//! How is work done on all cores? Functions that map a list and that do two things at once. WebAssembly
//! has one thread, so there everything is done in turn.

/// The results of `work` on each item, in order.
#[cfg(target_arch = "wasm32")]
pub fn map<T, R>(items: &[T], work: impl Fn(&T) -> R) -> Vec<R> {
    items.iter().map(work).collect()
}

/// The results of `work` on each item, in order, whatever the number of cores.
#[cfg(not(target_arch = "wasm32"))]
pub fn map<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::thread;

    /// How many items a thread takes at a time: few enough that no thread waits long for the last.
    const TAKEN: usize = 16;
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let chunks: Vec<&[T]> = items.chunks(TAKEN).collect();
    if threads == 1 || chunks.len() < 2 {
        return items.iter().map(work).collect();
    }
    let next = AtomicUsize::new(0);
    let run = || {
        let mut done: Vec<(usize, Vec<R>)> = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(chunk) = chunks.get(at) else {
                return done;
            };
            done.push((at, chunk.iter().map(&work).collect()));
        }
    };
    let mut done: Vec<(usize, Vec<R>)> = thread::scope(|scope| {
        let threads: Vec<_> = (0..threads).map(|_| scope.spawn(run)).collect();
        let results = threads.into_iter().map(|thread| match thread.join() {
            Ok(done) => done,
            Err(panic) => std::panic::resume_unwind(panic),
        });
        results.flatten().collect()
    });
    done.sort_unstable_by_key(|(at, _)| *at);
    done.into_iter().flat_map(|(_, results)| results).collect()
}

/// The results of two pieces of work.
#[cfg(target_arch = "wasm32")]
pub fn both<A, B>(one: impl FnOnce() -> A, other: impl FnOnce() -> B) -> (A, B) {
    (one(), other())
}

/// The results of two pieces of work, done at the same time.
#[cfg(not(target_arch = "wasm32"))]
pub fn both<A: Send, B>(one: impl FnOnce() -> A + Send, other: impl FnOnce() -> B) -> (A, B) {
    std::thread::scope(|scope| {
        let one = scope.spawn(one);
        let other = other();
        match one.join() {
            Ok(one) => (one, other),
            Err(panic) => std::panic::resume_unwind(panic),
        }
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn results_are_in_order() {
        for count in [0, 1, 15, 16, 17, 1000] {
            let items: Vec<usize> = (0..count).collect();
            let doubled = super::map(&items, |n| 2 * n);
            assert!(doubled.into_iter().eq((0..count).map(|n| 2 * n)));
        }
    }
}
