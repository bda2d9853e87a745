//! `whosaid explain`: each stage of an article, and which rule decided what. How it looks is in `render`.

mod render;

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::path::PathBuf;

use anyhow::Result;
use whosaid::{Extractor, Options};

use super::inputs::Inputs;
use super::pipeline::{self, Outcome};
use super::progress::Progress;
use super::report::complain;
use super::{Status, lexicon};

/// Show each stage of an article: names, marks, cues, and which rule decided or why none did
#[derive(clap::Args)]
#[command(after_help = EXAMPLES, mut_arg("paths", |a| a.value_name("PATH[:LINE]").help("Articles, or folders of them, :LINE for the paragraph at that line; none or - reads standard input")))]
pub(super) struct Args {
    #[command(flatten)]
    inputs: Inputs,

    /// Only the paragraph at this line, of each article; may be given several times
    #[arg(long, value_name = "LINE", help_heading = "Output")]
    line: Vec<usize>,

    /// Show what each word is taken for, and the phrases they make
    #[arg(long, help_heading = "Output")]
    tags: bool,

    /// Count beliefs (he thinks, she wants) as indirect speech too
    #[arg(long, help_heading = "Which quotes")]
    beliefs: bool,
}

const EXAMPLES: &str = "\
Examples:
  whosaid explain article.txt            all of it
  whosaid explain article.txt:12 --tags  the paragraph at line 12, word by word
  whosaid explain --line 3 < article.txt  standard input";

/// Lines of the input that somebody asked about, by the path as articles have it, which standard input has none of.
type Lines = BTreeMap<Option<String>, BTreeSet<usize>>;

/// Takes `:LINE` off the paths; a path without it is wanted whole, unless `everywhere` names lines.
fn lines(paths: &mut Vec<PathBuf>, everywhere: &[usize]) -> Lines {
    let mut lines = Lines::new();
    if paths.is_empty() {
        paths.push(PathBuf::from("-"));
    }
    let mut all: BTreeSet<Option<String>> = BTreeSet::new();
    let mut out: Vec<PathBuf> = Vec::new();
    for path in paths.drain(..) {
        let split = path.to_str().filter(|_| !path.exists()).and_then(|p| p.rsplit_once(':'));
        let parsed = split.and_then(|(file, line)| Some((PathBuf::from(file), line.parse::<usize>().ok()?)));
        let (file, line) = match parsed.filter(|(file, _)| file.exists()) {
            Some((file, line)) => (file, Some(line)),
            None => (path, None),
        };
        let key = Some(whosaid::input::display(&file)).filter(|f| f != "-");
        match line {
            Some(line) => lines.entry(key).or_default().extend([line]),
            None if everywhere.is_empty() => all.extend([key]),
            None => lines.entry(key).or_default().extend(everywhere),
        }
        if !out.contains(&file) {
            out.push(file);
        }
    }
    lines.retain(|file, _| !all.contains(file));
    *paths = out;
    lines
}

/// Runs the command.
pub(super) fn run(mut args: Args, quiet: bool) -> Result<Status> {
    let input = args.inputs.options()?;
    let wanted = lines(&mut args.inputs.paths, &args.line);
    let extractor = Extractor::with_options(
        lexicon::load(args.inputs.lexicon.as_deref())?,
        Options { beliefs: args.beliefs, ..Options::default() },
    );
    let mut out = anstream::AutoStream::auto(std::io::stdout());
    let mut status = Status::Done;
    let mut met: BTreeSet<(Option<String>, usize)> = BTreeSet::new();
    let mut longest: BTreeMap<Option<String>, usize> = BTreeMap::new();
    let mut is_first = true;
    let progress = Progress::watched(quiet, false);
    pipeline::run(
        &args.inputs.paths,
        &input,
        &progress,
        |article| {
            let explanation = extractor.explain(article);
            render::render(&explanation, extractor.lexicon(), wanted.get(&article.path), args.tags)
        },
        |outcome| -> Result<()> {
            match outcome {
                Outcome::Done(article, rendered) => {
                    let length = article.original().lines().count();
                    let longest = longest.entry(article.path.clone()).or_default();
                    *longest = length.max(*longest);
                    met.extend(rendered.lines.into_iter().map(|l| (article.path.clone(), l)));
                    if !rendered.text.is_empty() {
                        if !std::mem::take(&mut is_first) {
                            writeln!(out)?;
                        }
                        out.write_all(rendered.text.as_bytes())?;
                    }
                }
                Outcome::Problem(problem) => {
                    progress.apart(|| complain(&problem.to_string()));
                    status = Status::Incomplete;
                }
            }
            Ok(())
        },
    )?;
    progress.finish();
    out.flush()?;
    for (file, lines) in &wanted {
        let Some(length) = longest.get(file) else { continue };
        for line in lines.iter().filter(|l| !met.contains(&(file.clone(), **l))) {
            let name = file.as_deref().unwrap_or("<stdin>");
            let why = if (1..=*length).contains(line) {
                "no text stands at this line".to_owned()
            } else {
                format!("the article ends at line {length}")
            };
            complain(&format!("{name}:{line}: {why}"));
            status = Status::Incomplete;
        }
    }
    Ok(status)
}
