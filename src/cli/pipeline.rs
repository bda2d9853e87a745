//! Cuts files into articles on one thread and reads and works on them on all others, in batches, so that memory stays bounded and the
//! order of output never depends on the number of threads.

use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::mpsc;

use rayon::prelude::*;
use whosaid::Article;
use whosaid::input::{self, Found, Item, Pending, Problem};

use super::progress::Progress;

/// How much text a batch holds, in bytes, and how many articles at most.
const BATCH_BYTES: usize = 4 << 20;
const BATCH_ARTICLES: usize = 2048;

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
    work: impl Fn(&Article) -> T + Sync,
    mut each: impl FnMut(Outcome<T>) -> Result<(), E>,
) -> Result<(), E> {
    let options = &progress.counting(options);
    let (send, receive) = mpsc::sync_channel::<Vec<Pending>>(2);
    std::thread::scope(|scope| {
        scope.spawn(move || read(paths, options, progress, &send));
        for batch in receive {
            let outcomes: Vec<Option<Outcome<T>>> = batch
                .into_par_iter()
                .map(|pending| match pending.read() {
                    Item::Article(article) => {
                        let done = work(&article);
                        Some(Outcome::Done(article, done))
                    }
                    Item::Problem(problem) => Some(Outcome::Problem(problem)),
                    Item::Skipped => None,
                })
                .collect();
            outcomes.into_iter().flatten().try_for_each(&mut each)?;
        }
        Ok(())
    })
}

/// One of the things named on the command line.
enum Source {
    Stdin,
    File(Found),
}

fn read(paths: &[PathBuf], options: &input::Options, progress: &Progress, send: &mpsc::SyncSender<Vec<Pending>>) {
    let mut batch = Vec::new();
    let mut size = 0;
    let mut open = true; // whether anybody still wants to read
    let mut push = |pending: Pending| {
        size += pending.size();
        batch.push(pending);
        if size >= BATCH_BYTES || batch.len() >= BATCH_ARTICLES {
            size = 0;
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
    for source in sources {
        let mut go_on = true;
        match source {
            Source::Stdin => {
                input::pend_stream("<stdin>", std::io::stdin().lock(), options, &mut |pending| {
                    go_on = push(pending);
                    go_on
                });
            }
            Source::File(Ok(file)) => {
                input::pend_file(&file, options, &mut |pending| {
                    go_on = push(pending);
                    go_on
                });
                progress.file_done();
            }
            Source::File(Err(problem)) => go_on = push(problem.into()),
        }
        if !go_on {
            return;
        }
    }
    if !batch.is_empty() {
        let _ = send.send(batch);
    }
}
