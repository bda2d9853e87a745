//! Work on other threads while Python's lock is free: one pool a process, waiting that Ctrl-C ends, and panics that become errors.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use pyo3::exceptions::{PyRuntimeError, PyValueError};
use pyo3::prelude::*;
use rayon::{ThreadPool, ThreadPoolBuilder};
use whosaid::{Article, Record};

/// How often a wait looks for Ctrl-C.
const LOOK: Duration = Duration::from_millis(50);

/// The pool of this process and the number of its threads. A child made by `fork` has the memory of its parent and none of its threads,
/// so the pool belongs to a process id.
static POOL: Mutex<Option<(u32, usize, Arc<ThreadPool>)>> = Mutex::new(None);

/// The number of threads an argument asks for; none for one a core.
pub fn threads(argument: Option<usize>) -> PyResult<usize> {
    match argument {
        None => Ok(std::thread::available_parallelism().map_or(1, usize::from)),
        Some(n @ 1..=1024) => Ok(n),
        Some(n) => Err(PyValueError::new_err(format!("threads must be from 1 to 1024, not {n}"))),
    }
}

/// A pool of so many threads. Called with Python's lock held: no other thread then holds ours, even where a process forks.
pub fn pool(_py: Python<'_>, threads: usize) -> PyResult<Arc<ThreadPool>> {
    let mut kept = POOL.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    let process = std::process::id();
    match kept.take() {
        Some((of, count, pool)) if of == process && count == threads => {
            *kept = Some((of, count, pool.clone()));
            return Ok(pool);
        }
        // Its threads are not there to be ended.
        Some((of, _, pool)) if of != process => std::mem::forget(pool),
        _ => {}
    }
    let pool = ThreadPoolBuilder::new()
        .num_threads(threads)
        .thread_name(|i| format!("whosaid-{i}"))
        .build()
        .map_err(|e| PyRuntimeError::new_err(format!("cannot start {threads} threads: {e}")))?;
    let pool = Arc::new(pool);
    *kept = Some((process, threads, pool.clone()));
    Ok(pool)
}

/// Waits for what another thread sends, with Python's lock free.
///
/// # Errors
/// What a signal's handler raises: `KeyboardInterrupt` on Ctrl-C.
pub fn wait<T: Send>(py: Python<'_>, receiver: &Mutex<Receiver<T>>) -> PyResult<T> {
    loop {
        let received = py.detach(|| {
            let receiver = receiver.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
            receiver.recv_timeout(LOOK)
        });
        match received {
            Ok(value) => return Ok(value),
            Err(RecvTimeoutError::Timeout) => py.check_signals()?,
            Err(RecvTimeoutError::Disconnected) => return Err(PyRuntimeError::new_err("a thread of whosaid ended")),
        }
    }
}

/// The quotes of an article, or that the program failed on it: one article must not end a run over millions.
pub fn extract(extractor: &whosaid::Extractor, article: &Article) -> Result<Vec<Record>, String> {
    guarded(|| extractor.extract(article))
}

/// What `work` gives, or that it failed.
pub fn guarded<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    catch_unwind(AssertUnwindSafe(work)).map_err(|panic| {
        let words = panic.downcast_ref::<String>().map(String::as_str);
        let words = words.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("no reason given");
        format!("whosaid failed on this article, which is a mistake in whosaid: {words}")
    })
}
