//! Cuts files into articles on one thread, reads and works on them on all others, and hands what came of them on in order. Memory is
//! bounded by what is under way at once, and the order of output never depends on the number of threads.

use std::any::Any;
use std::collections::{BTreeMap, VecDeque};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::PathBuf;
use std::sync::atomic::Ordering;
use std::sync::{Arc, Mutex, PoisonError, mpsc};

use whosaid::input::{self, Found, Item, Pending, Problem};
use whosaid::{Article, silence};

use super::faults;
use super::progress::Progress;

/// How much text a batch holds, in bytes, and how many articles at most: enough that handing it on costs nothing beside the work.
const BATCH_BYTES: usize = 64 << 10;
const BATCH_ARTICLES: usize = 64;
/// How many batches a thread may be ahead of the one that is written next.
const AHEAD: usize = 8;

/// What came of one item.
pub(super) enum Outcome<T> {
    Done(Article, T),
    Problem(Problem),
}

/// Reads the files (standard input for `-` or none) and calls `work` for each article on any thread, then `each` with every outcome in
/// order on this one. Stops at the first error of `each`.
pub(super) fn run<T: Send, E>(
    paths: &[PathBuf],
    options: &input::Options,
    progress: &Progress,
    work: impl Fn(&Article) -> T + Sync + Send,
    mut each: impl FnMut(Outcome<T>) -> Result<(), E>,
) -> Result<(), E> {
    let options = &progress.counting(options);
    let failed = |source: &str, place: String| {
        let problem = Problem { source: source.to_owned(), line: None, message: faults::message(&place) };
        Some(Outcome::Problem(problem))
    };
    let on_item = |pending: Pending| {
        let source = pending.path().unwrap_or("<stdin>").to_owned();
        match faults::caught(|| pending.read()) {
            Ok(Item::Article(mut article)) => {
                article.silences = silence::take(&mut article);
                match faults::caught(|| work(&article)) {
                    Ok(done) => Some(Outcome::Done(article, done)),
                    Err(place) => failed(&article.source, place),
                }
            }
            Ok(Item::Problem(problem)) => Some(Outcome::Problem(problem)),
            Ok(Item::Skipped) => None,
            Err(place) => failed(&source, place),
        }
    };
    let threads = rayon::current_num_threads();
    // Each batch has a permit from when it is read until it is written.
    let (permit, written) = mpsc::sync_channel::<()>(AHEAD * threads);
    let (send, receive) = mpsc::channel::<Batch>();
    std::thread::scope(|scope| {
        scope.spawn(move || {
            read(paths, options, progress, &|batch| permit.send(()).is_ok() && send.send(batch).is_ok())
        });
        // With it the permits go, and so the reader stops, once this thread does.
        let mut write = move |reached: Reached, outcomes: Vec<Outcome<T>>| {
            progress.reached(reached.bytes, reached.files);
            let result = outcomes.into_iter().try_for_each(&mut each);
            let _ = written.recv();
            result
        };
        if threads == 1 {
            return receive.into_iter().try_for_each(|batch| {
                let outcomes = batch.articles.into_iter().filter_map(on_item).collect();
                write(batch.reached, outcomes)
            });
        }
        let batches = Arc::new(Mutex::new(receive.into_iter().enumerate()));
        let (done, outcomes) = mpsc::channel();
        for _ in 0..threads {
            let (batches, done, on_item) = (batches.clone(), done.clone(), &on_item);
            scope.spawn(move || {
                let next = || batches.lock().unwrap_or_else(PoisonError::into_inner).next();
                while let Some((number, batch)) = next() {
                    let reached = batch.reached;
                    let worked = catch_unwind(AssertUnwindSafe(|| {
                        batch.articles.into_iter().filter_map(on_item).collect::<Vec<_>>()
                    }));
                    if done.send((number, reached, worked)).is_err() {
                        return;
                    }
                }
            });
        }
        drop((batches, done));
        in_order(outcomes, write)
    })
}

/// What a thread made of a batch: its number, how far the files were read with it, the outcomes or the panic that stopped it.
type Worked<T> = (usize, Reached, Result<Vec<Outcome<T>>, Box<dyn Any + Send>>);

/// Writes batches in the order of their numbers, whichever comes first.
fn in_order<T, E>(
    worked: mpsc::Receiver<Worked<T>>,
    mut write: impl FnMut(Reached, Vec<Outcome<T>>) -> Result<(), E>,
) -> Result<(), E> {
    let mut waiting = BTreeMap::new();
    let mut next = 0;
    for (number, reached, outcomes) in worked {
        waiting.insert(number, (reached, outcomes));
        while let Some((reached, outcomes)) = waiting.remove(&next) {
            write(reached, outcomes.unwrap_or_else(|panic| resume_unwind(panic)))?;
            next += 1;
        }
    }
    Ok(())
}

/// Articles that are read and worked on by one thread.
#[derive(Default)]
struct Batch {
    articles: Vec<Pending>,
    /// Bytes they hold.
    size: usize,
    reached: Reached,
}

/// How far the files were read when a batch was complete.
#[derive(Clone, Copy, Default)]
struct Reached {
    bytes: u64,
    files: usize,
}

/// One of the things named on the command line.
enum Source {
    Stdin,
    File(Found),
}

/// Cuts the files into batches and gives each to `send`, until that says that nobody wants more.
fn read(paths: &[PathBuf], options: &input::Options, progress: &Progress, send: &dyn Fn(Batch) -> bool) {
    let mut batch = Batch::default();
    let mut open = true; // whether anybody still wants to read
    let reached = || options.progress.as_ref().map_or(0, |p| p.load(Ordering::Relaxed));
    let mut push = |pending: Pending, files: usize| {
        batch.size += pending.size();
        batch.articles.push(pending);
        if batch.size >= BATCH_BYTES || batch.articles.len() >= BATCH_ARTICLES {
            batch.reached = Reached { bytes: reached(), files };
            open &= send(std::mem::take(&mut batch));
        }
        open
    };
    let mut sources = VecDeque::new();
    for path in paths {
        if path.as_os_str() == "-" {
            sources.push_back(Source::Stdin);
        } else {
            sources.extend(input::files(std::slice::from_ref(path), options).into_iter().map(Source::File));
        }
    }
    if paths.is_empty() {
        sources.push_back(Source::Stdin);
    }
    progress.expect(sources.iter().filter_map(|s| match s {
        Source::File(Ok(path)) => Some(path.as_path()),
        _ => None,
    }));
    let mut files = 0;
    for source in sources {
        let mut go_on = true;
        match source {
            Source::Stdin => {
                input::pend_stream("<stdin>", std::io::stdin().lock(), options, &mut |pending| {
                    go_on = push(pending, files);
                    go_on
                });
            }
            Source::File(Ok(file)) => {
                input::pend_file(&file, options, &mut |pending| {
                    go_on = push(pending, files);
                    go_on
                });
                files += 1;
            }
            Source::File(Err(problem)) => go_on = push(problem.into(), files),
        }
        if !go_on {
            return;
        }
    }
    if !batch.articles.is_empty() {
        batch.reached = Reached { bytes: reached(), files };
        send(batch);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_other_articles_are_read_where_one_meets_a_fault() {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in [("a.txt", "Boats."), ("b.txt", "Tide."), ("c.txt", "Kelp.")] {
            std::fs::write(folder.path().join(name), text).unwrap();
        }
        let (options, progress) = (input::Options::default(), Progress::none());
        let mut told = Vec::new();
        let work = |article: &Article| {
            assert!(article.body != "Tide.", "a fault");
            article.body.clone()
        };
        let each = |outcome| -> Result<(), ()> {
            told.push(match outcome {
                Outcome::Done(_, body) => body,
                Outcome::Problem(problem) => problem.to_string(),
            });
            Ok(())
        };
        run(&[folder.path().to_owned()], &options, &progress, work, each).unwrap();
        assert_eq!([told[0].as_str(), told[2].as_str()], ["Boats.", "Kelp."]);
        assert!(told[1].contains("b.txt: whosaid itself failed here, at src/cli/pipeline.rs:"), "{}", told[1]);
    }
}
