//! Reads articles on one thread and works on them on all others, in batches, so that memory stays bounded and the order of output
//! never depends on the number of threads.

use std::path::PathBuf;
use std::sync::mpsc;

use rayon::prelude::*;
use whosaid::input::{self, Item, Problem};
use whosaid::{Article, silence};

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
    work: impl Fn(&Article) -> T + Sync,
    mut each: impl FnMut(Outcome<T>) -> Result<(), E>,
) -> Result<(), E> {
    let (send, receive) = mpsc::sync_channel::<Vec<Item>>(2);
    std::thread::scope(|scope| {
        scope.spawn(move || read(paths, options, &send));
        for batch in receive {
            let outcomes: Vec<Outcome<T>> = batch
                .into_par_iter()
                .map(|item| match item {
                    Item::Article(article) => {
                        let done = work(&article);
                        Outcome::Done(article, done)
                    }
                    Item::Problem(problem) => Outcome::Problem(problem),
                })
                .collect();
            outcomes.into_iter().try_for_each(&mut each)?;
        }
        Ok(())
    })
}

fn read(paths: &[PathBuf], options: &input::Options, send: &mpsc::SyncSender<Vec<Item>>) {
    let mut batch = Vec::new();
    let mut size = 0;
    let mut open = true; // whether anybody still wants to read
    let mut push = |mut item: Item| {
        if let Item::Article(article) = &mut item {
            article.silences = silence::take(article);
            size += article.body.len();
        }
        batch.push(item);
        if size >= BATCH_BYTES || batch.len() >= BATCH_ARTICLES {
            size = 0;
            open &= send.send(std::mem::take(&mut batch)).is_ok();
        }
        open
    };
    let stdin = [PathBuf::from("-")];
    let paths = if paths.is_empty() { &stdin } else { paths };
    'paths: for path in paths {
        if path.as_os_str() == "-" {
            input::read_stream("<stdin>", std::io::stdin().lock(), options, &mut |item| {
                push(item);
            });
            continue;
        }
        for found in input::files(std::slice::from_ref(path)) {
            let mut go_on = true;
            match found {
                Ok(file) => input::read_file(&file, options, &mut |item| go_on &= push(item)),
                Err(problem) => go_on = push(Item::Problem(problem)),
            }
            if !go_on {
                break 'paths;
            }
        }
    }
    if !batch.is_empty() {
        let _ = send.send(batch);
    }
}
