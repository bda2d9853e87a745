//! Cuts files into articles on one thread and reads and works on them on all others, in batches, so that memory stays bounded and the
//! order of output never depends on the number of threads.

use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::atomic::Ordering;
use std::sync::mpsc;

use rayon::prelude::*;
use whosaid::input::{self, Found, Item, Pending, Problem};
use whosaid::{Article, silence};

use super::progress::Progress;

/// How much text a batch holds, in bytes, and how many articles at most.
const BATCH_BYTES: usize = 2 << 20;
const BATCH_ARTICLES: usize = 1024;

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
    let (send, receive) = mpsc::sync_channel::<Batch>(2);
    let on_batch = |batch: Batch| -> Vec<Outcome<T>> {
        progress.begin(batch.reached, batch.size, batch.files);
        let outcomes: Vec<Option<Outcome<T>>> = batch
            .articles
            .into_par_iter()
            .map(|pending| {
                let size = pending.size();
                let outcome = match pending.read() {
                    Item::Article(mut article) => {
                        article.silences = silence::take(&mut article);
                        let done = work(&article);
                        Some(Outcome::Done(article, done))
                    }
                    Item::Problem(problem) => Some(Outcome::Problem(problem)),
                    Item::Skipped => None,
                };
                progress.worked(size);
                outcome
            })
            .collect();
        outcomes.into_iter().flatten().collect()
    };
    std::thread::scope(|scope| {
        scope.spawn(move || read(paths, options, progress, &send));
        if rayon::current_num_threads() == 1 {
            return receive.into_iter().try_for_each(|batch| on_batch(batch).into_iter().try_for_each(&mut each));
        }
        // The next batch is worked on while this thread writes the last.
        let (done, worked) = mpsc::sync_channel(0);
        scope.spawn(move || receive.into_iter().map(on_batch).all(|outcomes| done.send(outcomes).is_ok()));
        worked.into_iter().flatten().try_for_each(&mut each)
    })
}

/// Articles that are read and worked on at once.
#[derive(Default)]
struct Batch {
    articles: Vec<Pending>,
    /// Bytes they hold.
    size: usize,
    /// Bytes of the files that were read when it was complete.
    reached: u64,
    /// Files that were read when it was complete.
    files: usize,
}

/// One of the things named on the command line.
enum Source {
    Stdin,
    File(Found),
}

fn read(paths: &[PathBuf], options: &input::Options, progress: &Progress, send: &mpsc::SyncSender<Batch>) {
    let mut batch = Batch::default();
    let mut open = true; // whether anybody still wants to read
    let reached = || options.progress.as_ref().map_or(0, |p| p.load(Ordering::Relaxed));
    let mut push = |pending: Pending, files: usize| {
        batch.size += pending.size();
        batch.articles.push(pending);
        if batch.size >= BATCH_BYTES || batch.articles.len() >= BATCH_ARTICLES {
            (batch.reached, batch.files) = (reached(), files);
            open &= send.send(std::mem::take(&mut batch)).is_ok();
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
        (batch.reached, batch.files) = (reached(), files);
        let _ = send.send(batch);
    }
}
