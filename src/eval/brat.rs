//! Gold in brat standoff: `.ann` files beside their texts, as brat keeps them and `-f brat` writes them, or in the folders `text` and
//! `attributions`, as PolNeAR has them. Acts of speech are events whose arguments are a *Content*, a *Source* and a *Cue*, or spans of
//! these types joined by relations.

use std::collections::{BTreeMap, HashMap, HashSet, btree_map};
use std::ops::Range;
use std::path::{Path, PathBuf};

use super::gold::{Document, Entry, Gold, Marked};
use crate::input::{Problem, display, plain_error};

/// What a type or an argument stands for; annotators' names for the three, without case.
const PARTS: &[(&str, Part)] = &[
    ("content", Part::Content),
    ("quote", Part::Content),
    ("quotation", Part::Content),
    ("source", Part::Source),
    ("speaker", Part::Source),
    ("cue", Part::Cue),
];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Content,
    Source,
    Cue,
}

/// Reads a folder.
pub(super) fn read_folder(folder: &Path) -> Result<Gold, Problem> {
    let below = |name: &str| Some(folder.join(name)).filter(|p| p.is_dir()).unwrap_or_else(|| folder.to_owned());
    let texts = files(&below("text"), "txt")?;
    let annotations = files(&below("attributions"), "ann")?;
    if annotations.is_empty() {
        return Err(Problem {
            source: display(folder),
            line: None,
            message: "holds no .ann files: name a folder in brat standoff, or a table".to_owned(),
        });
    }
    Ok(pair(texts, annotations))
}

/// Reads one `.ann` file, with the text beside it.
pub(super) fn read_file(path: &Path) -> Gold {
    let text = path.with_extension("txt");
    pair(if text.is_file() { vec![text] } else { Vec::new() }, vec![path.to_owned()])
}

fn files(folder: &Path, ending: &str) -> Result<Vec<PathBuf>, Problem> {
    let mut out = Vec::new();
    for entry in ignore::WalkBuilder::new(folder).standard_filters(false).sort_by_file_path(Path::cmp).build() {
        let entry = entry.map_err(|e| Problem {
            source: display(folder),
            line: None,
            message: format!("cannot be read: {}", e.io_error().map_or_else(|| e.to_string(), plain_error)),
        })?;
        if entry.path().extension().is_some_and(|e| e == ending) {
            out.push(entry.into_path());
        }
    }
    Ok(out)
}

fn stem(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

/// Gives each annotation its text: that of the same name, or without the annotator behind the last underscore. Where several annotated
/// a text, the first by name counts.
fn pair(texts: Vec<PathBuf>, annotations: Vec<PathBuf>) -> Gold {
    let mut gold = Gold::default();
    let mut stems: HashSet<String> = HashSet::new();
    for text in &texts {
        if !stems.insert(stem(text)) {
            let message = format!("another text is called {:?} too: give each a name of its own", stem(text));
            gold.problems.push(Problem { source: display(text), line: None, message });
        }
    }
    let mut chosen: BTreeMap<String, PathBuf> = BTreeMap::new();
    let mut several: HashSet<String> = HashSet::new();
    for path in annotations {
        let own = stem(&path);
        let name = match own.rsplit_once('_') {
            Some((name, _)) if !stems.contains(&own) && stems.contains(name) => name.to_owned(),
            _ => own,
        };
        if !stems.is_empty() && !stems.contains(&name) {
            let message = format!("no text is called {name}.txt: the annotations were not used");
            gold.problems.push(Problem { source: display(&path), line: None, message });
            continue;
        }
        match chosen.entry(name) {
            btree_map::Entry::Vacant(free) => {
                free.insert(path);
            }
            btree_map::Entry::Occupied(taken) => {
                several.insert(taken.key().clone());
            }
        }
    }
    if !several.is_empty() {
        let (noun, n) = (if several.len() == 1 { "article was" } else { "articles were" }, several.len());
        gold.notes.push(format!("{n} {noun} annotated more than once: the first file by name counts"));
    }
    for (name, path) in chosen {
        let file = display(&path);
        match std::fs::read(&path).map(String::from_utf8) {
            Ok(Ok(text)) => {
                let (entries, problems) = parse(&file, &text);
                gold.problems.extend(problems);
                gold.documents.push(Document { name, file, line: 1, entries });
            }
            Ok(Err(_)) => gold.problems.push(Problem { source: file, line: None, message: "is not UTF-8".to_owned() }),
            Err(e) => gold.problems.push(Problem {
                source: file,
                line: None,
                message: format!("cannot be read: {}", plain_error(&e)),
            }),
        }
    }
    let named: HashSet<&str> = gold.documents.iter().map(|d| d.name.as_str()).collect();
    gold.texts = texts.into_iter().filter(|t| named.contains(stem(t).as_str())).collect();
    gold
}

/// Reads one file's annotations, with the lines that cannot be used.
fn parse(file: &str, text: &str) -> (Vec<Entry>, Vec<Problem>) {
    let mut problems = Vec::new();
    let mut spans: HashMap<&str, (Option<Part>, Marked)> = HashMap::new();
    let mut order: Vec<&str> = Vec::new();
    let mut events: Vec<(usize, &str)> = Vec::new();
    let mut relations: Vec<(usize, &str)> = Vec::new();
    let lines: Vec<&str> = text.split('\n').map(|l| l.trim_end_matches('\r')).collect();
    for (number, line) in (1..).zip(&lines) {
        let mut problem = |message: String| {
            problems.push(Problem { source: file.to_owned(), line: Some(number), message });
        };
        let mut columns = line.splitn(3, '\t');
        let (id, Some(what)) = (columns.next().unwrap_or_default(), columns.next()) else {
            continue; // the rest of covered words that hold a line's end
        };
        match id.as_bytes().first() {
            Some(b'T') => match span(what) {
                Some((kind, ranges)) => {
                    let words = columns.next().unwrap_or_default().to_owned();
                    let is_cut = number + 1 < lines.len() && !lines[number].contains('\t');
                    let marked = Marked { line: number, ranges, words, is_cut, ..Marked::default() };
                    order.push(id);
                    if spans.insert(id, (part(kind), marked)).is_some() {
                        problem(format!("{id} stands twice: give each annotation its own number"));
                    }
                }
                None => problem(format!("{what:?} is no span: write a type and offsets, as in Content 5 17")),
            },
            Some(b'E') => events.push((number, what)),
            Some(b'R') => relations.push((number, what)),
            _ => {} // notes, attributes, equivalences
        }
    }
    let mut entries = Vec::new();
    for (line, what) in &events {
        let mut entry = Entry::default();
        for argument in what.split_whitespace() {
            let (role, id) = argument.split_once(':').unwrap_or((argument, ""));
            let Some((_, marked)) = spans.get(id) else {
                let message = format!("{argument:?} names no span of this file: the argument was not used");
                problems.push(Problem { source: file.to_owned(), line: Some(*line), message });
                continue;
            };
            if let Some(part) = part(role) {
                entry.of(part).push(marked.clone());
            }
        }
        entries.push(entry);
    }
    if events.is_empty() {
        let content = |id: &&&str| spans.get(**id).is_some_and(|s| s.0 == Some(Part::Content));
        let contents: Vec<&str> = order.iter().filter(content).copied().collect();
        let mut joined: Vec<Entry> =
            contents.iter().map(|id| Entry { contents: vec![spans[id].1.clone()], ..Entry::default() }).collect();
        for (line, what) in relations {
            let ids: Vec<&str> = what.split_whitespace().skip(1).filter_map(|a| Some(a.split_once(':')?.1)).collect();
            if ids.len() != 2 || !ids.iter().all(|id| spans.contains_key(id)) {
                let message = format!("{what:?} joins no two spans of this file");
                problems.push(Problem { source: file.to_owned(), line: Some(line), message });
                continue;
            }
            for (one, other) in [(ids[0], ids[1]), (ids[1], ids[0])] {
                let at = contents.iter().position(|c| *c == one);
                if let (Some(at), (Some(part @ (Part::Source | Part::Cue)), marked)) = (at, &spans[other]) {
                    joined[at].of(*part).push(marked.clone());
                }
            }
        }
        entries = joined;
    }
    (entries, problems)
}

impl Entry {
    fn of(&mut self, part: Part) -> &mut Vec<Marked> {
        match part {
            Part::Content => &mut self.contents,
            Part::Source => &mut self.source,
            Part::Cue => &mut self.cue,
        }
    }
}

/// A type or an argument's name; `Content2` is a second content.
fn part(name: &str) -> Option<Part> {
    let name = name.trim_end_matches(|c: char| c.is_ascii_digit()).to_lowercase();
    PARTS.iter().find(|(n, _)| *n == name).map(|(_, part)| *part)
}

/// `Content 5 17;20 31`
fn span(what: &str) -> Option<(&str, Vec<Range<usize>>)> {
    let (kind, offsets) = what.split_once(' ')?;
    let ranges = offsets.split(';').map(|pair| {
        let (start, end) = pair.trim().split_once(' ')?;
        let range = start.parse::<usize>().ok()?..end.trim().parse::<usize>().ok()?;
        (range.start <= range.end).then_some(range)
    });
    Some((kind, ranges.collect::<Option<Vec<_>>>()?))
}

#[cfg(test)]
#[allow(clippy::single_range_in_vec_init)] // ranges are the data here
mod tests {
    use super::*;

    fn contents(ann: &str) -> Vec<(Vec<Range<usize>>, usize, usize)> {
        let (entries, problems) = parse("a.ann", ann);
        assert!(problems.is_empty(), "{problems:?}");
        let all = |e: &Entry| e.contents.iter().flat_map(|m| m.ranges.clone()).collect();
        entries.iter().map(|e| (all(e), e.source.len(), e.cue.len())).collect()
    }

    #[test]
    fn events_and_relations() {
        for (ann, want) in [
            (
                "T1\tSource 0 4\tAnna\nT2\tCue 5 9\tsaid\nT3\tContent 10 14;20 24\tso it\nT4\tAttribution 5 9\tsaid\n\
                 E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1\n#1\tNote E1\tunsure\nA1\tKind E1 direct\n",
                vec![(vec![10..14, 20..24], 1, 1)],
            ),
            (
                "T1\tContent 0 2\tso\nT2\tContent 4 6\tit\nT3\tAttribution 8 9\tx\n\
                 E1\tAttribution:T3 Content:T1 Content2:T2\n",
                vec![(vec![0..2, 4..6], 0, 0)],
            ),
            (
                "T1\tQuote 0 2\tso\nT2\tSpeaker 4 6\tit\nT3\tquote 7 8\tx\nR1\tsays Arg1:T2 Arg2:T1\n",
                vec![(vec![0..2], 1, 0), (vec![7..8], 0, 0)],
            ),
            (
                "T1\tContent 0 5\tso\nit\nT2\tAttribution 8 9\tx\nE1\tAttribution:T2 Content:T1\n",
                vec![(vec![0..5], 0, 0)],
            ),
            ("", vec![]),
        ] {
            assert_eq!(contents(ann), want, "{ann}");
        }
    }

    #[test]
    fn mistakes_are_named_by_line() {
        for (ann, want) in [
            ("T1\tContent 0\tso", "a.ann:1: \"Content 0\" is no span"),
            ("\nT1\tContent 9 3\tso", "a.ann:2: \"Content 9 3\" is no span"),
            ("T1\tContent 0 2\tso\nE1\tAttribution:T9 Content:T1", "a.ann:2: \"Attribution:T9\" names no span"),
            ("T1\tContent 0 2\tso\nT1\tCue 3 4\tx", "a.ann:2: T1 stands twice"),
            ("T1\tContent 0 2\tso\nR1\tsays Arg1:T1 Arg2:T2", "a.ann:2: \"says Arg1:T1 Arg2:T2\" joins no two"),
        ] {
            let problems = parse("a.ann", ann).1;
            assert!(problems.iter().any(|p| p.to_string().starts_with(want)), "{problems:?} lack {want:?}");
        }
    }
}
