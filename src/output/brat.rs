//! brat standoff: two files an article, its text and its annotations, with the names that the PolNeAR corpus uses: an *Attribution*
//! with its *Source*, *Cue* and *Content*. Goes into a folder.

use std::collections::HashSet;
use std::fmt::Write;
use std::io;

use super::{Folder, Format, Open, Options, Sink, inert};
use crate::article::Article;
use crate::record::{Place, Record};

pub(super) const FORMAT: Format = Format {
    id: "brat",
    endings: &[],
    about: "brat standoff, a .txt and an .ann an article, into a folder: -f brat -o FOLDER",
    binary: false,
    open: Open::Folder(|mut folder, _: &Options| {
        folder.add_new("annotation.conf", CONFIGURATION.as_bytes())?;
        Ok(Box::new(Brat { folder, taken: HashSet::new() }))
    }),
};

/// What brat must know to show the annotations.
const CONFIGURATION: &str = "\
[entities]
Content
Source
Cue

[relations]
<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>

[events]
Attribution\tContent+:Content, Source?:Source, Cue?:Cue

[attributes]
Kind\tArg:<EVENT>, Value:direct|mixed|indirect
";

struct Brat<'a> {
    folder: Box<dyn Folder + Send + 'a>,
    taken: HashSet<String>,
}

impl Sink for Brat<'_> {
    fn article(&mut self, article: &Article, records: &[Record]) -> io::Result<()> {
        let name = self.name(&article.source);
        self.folder.add(&format!("{name}.txt"), article.original().as_bytes())?;
        self.folder.add(&format!("{name}.ann"), annotations(records).as_bytes())
    }

    fn finish(self: Box<Self>) -> io::Result<()> {
        Ok(())
    }
}

impl Brat<'_> {
    /// A file name that every system takes and that no other article has.
    fn name(&mut self, source: &str) -> String {
        let is_plain = |c: char| c.is_ascii_alphanumeric() || c == '-';
        let stem = match source.rsplit_once('.') {
            Some((stem, ending))
                if ending.len() <= 8 && ending.chars().all(char::is_alphanumeric) && !stem.is_empty() =>
            {
                stem
            }
            _ => source,
        };
        let plain: String = stem.chars().map(|c| if is_plain(c) { c } else { '_' }).collect();
        let plain = plain.trim_matches('_');
        // The end of a path or an address says more than its beginning.
        let tail: String = plain.chars().skip(plain.len().saturating_sub(100)).collect();
        let base = match tail.trim_matches('_') {
            "" => "article".to_owned(),
            // Names that Windows keeps for devices.
            t if matches!(t.to_ascii_lowercase().as_str(), "con" | "prn" | "aux" | "nul") || is_port(t) => {
                format!("_{t}")
            }
            t => t.to_owned(),
        };
        let name = (1..).map(|n| if n == 1 { base.clone() } else { format!("{base}-{n}") });
        let free = name.into_iter().find(|n| self.taken.insert(n.to_ascii_lowercase()));
        free.unwrap_or(base)
    }
}

fn is_port(name: &str) -> bool {
    name.len() == 4
        && ["com", "lpt"].iter().any(|p| name.to_ascii_lowercase().starts_with(p))
        && name.ends_with(|c: char| c.is_ascii_digit())
}

fn annotations(records: &[Record]) -> String {
    let mut out = String::new();
    let mut number = 0;
    let mut text_bound = |out: &mut String, label: &str, places: &[Place]| {
        number += 1;
        let pieces: Vec<(usize, usize, &str)> = places.iter().flat_map(lines).collect();
        let spans: Vec<String> = pieces.iter().map(|(start, end, _)| format!("{start} {end}")).collect();
        let text: Vec<&str> = pieces.iter().map(|(_, _, text)| *text).collect();
        let _ = writeln!(out, "T{number}\t{label} {}\t{}", spans.join(";"), one_line(&text.join(" ")));
        number
    };
    for (event, record) in (1..).zip(records) {
        let content = text_bound(&mut out, "Content", &record.segments);
        let source = record.mention.as_ref().map(|m| text_bound(&mut out, "Source", std::slice::from_ref(m)));
        let cue = record.cue.as_ref().map(|c| text_bound(&mut out, "Cue", std::slice::from_ref(c)));
        // An event needs words that stand for it.
        let trigger =
            text_bound(&mut out, "Attribution", record.cue.as_ref().map_or(&record.segments, std::slice::from_ref));
        let _ = write!(out, "E{event}\tAttribution:T{trigger} Content:T{content}");
        for (role, number) in [("Source", source), ("Cue", cue)] {
            if let Some(number) = number {
                let _ = write!(out, " {role}:T{number}");
            }
        }
        let _ = writeln!(out, "\nA{event}\tKind E{event} {}", record.kind);
        let mut note = format!("speaker: {}", record.speaker.as_deref().unwrap_or("nobody found"));
        if let Some(role) = &record.role {
            let _ = write!(note, "; role: {role}");
        }
        let _ = write!(note, "; rule: {}; confidence: {:.2}; id: {}", record.rule, record.confidence, record.id);
        let _ = writeln!(out, "#{event}\tAnnotatorNotes E{event}\t{}", one_line(&note));
    }
    out
}

/// A place line by line: brat's spans may not hold line ends.
fn lines(place: &Place) -> Vec<(usize, usize, &str)> {
    let mut out = Vec::new();
    let mut start = place.start;
    for line in place.text.split('\n') {
        let kept = line.trim_matches(['\r', ' ']);
        let before = line.chars().take_while(|c| matches!(c, '\r' | ' ')).count();
        if !kept.is_empty() {
            let from = start + before;
            out.push((from, from + kept.chars().count(), kept));
        }
        start += line.chars().count() + 1;
    }
    out
}

fn one_line(text: &str) -> String {
    inert(text).replace(['\n', '\r', '\t'], " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Nowhere;

    impl Folder for Nowhere {
        fn add(&mut self, _: &str, _: &[u8]) -> io::Result<()> {
            Ok(())
        }
        fn add_new(&mut self, _: &str, _: &[u8]) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn names_stay_in_the_folder_and_apart() {
        let mut brat = Brat { folder: Box::new(Nowhere), taken: HashSet::new() };
        for (source, want) in [
            ("a.txt", "a"),
            ("news/a.txt", "news_a"),
            ("A.html", "A-2"),
            ("../../etc/passwd", "etc_passwd"),
            ("https://x.example/a?b=1", "https___x_example_a_b_1"),
            ("CON.txt", "_CON"),
            ("…", "article"),
            ("", "article-2"),
        ] {
            assert_eq!(brat.name(source), want, "{source:?}");
        }
    }

    #[test]
    fn spans_hold_no_line_ends() {
        let place = Place { start: 5, end: 17, text: "one two\r\n  é x".to_owned(), bytes: 0..0 };
        assert_eq!(lines(&place), [(5, 12, "one two"), (16, 19, "é x")]);
    }
}
