//! Quotation marks: those that are never closed, those that do not belong together, and articles that mix two styles.

use super::engine::View;
use super::finding::{Edit, Fix};
use super::{Check, Default, Example, Finding, Run, Said, Sample, Setting, Severity, person};
use crate::record::Record;
use crate::text::Passage;

pub(super) const UNCLOSED: Check = Check {
    id: "unclosed-quote",
    finds: "An opening quotation mark without its closing one.",
    why: "Where the quote ends is then anyone’s guess: the reporter’s words pass for the speaker’s.",
    remedy: "Close the quote where the speaker’s words end.",
    severity: Severity::Error,
    settings: &[],
    examples: &[
        Example {
            articles: &[Sample::new("“It will hold, Anna Berg said. She left early.", &[])],
            finds: &["“It will hold,"],
            ..Example::NONE
        },
        Example {
            articles: &[Sample::new(
                "Anna Berg spoke first. “It will hold.\n\n“It will not,” said Carl Moe.",
                &[Said::by("Anna Berg", "It will hold."), Said::by("Carl Moe", "It will not,")],
            )],
            finds: &["“It will hold."],
            ..Example::NONE
        },
        Example {
            articles: &[Sample::new(
                // A quote of several paragraphs is closed only in the last; inches are no marks.
                "“It will hold,” Anna Berg said. “It held last year.\n\n“It will hold next year.”\n\nThe plank is 6'2\" long.",
                &[],
            )],
            ..Example::NONE
        },
    ],
    run: &[Run::Article(unclosed)],
};

pub(super) const MISMATCHED: Check = Check {
    id: "mismatched-marks",
    finds: "Quotation marks that do not belong together (straight and curly), or a closing mark where the quote opens.",
    why: "Programs that read quotes, and readers who copy them, take the wrong words for the quote.",
    remedy: "Write the mark that belongs there. `--fix` does.",
    severity: Severity::Warning,
    settings: &[],
    examples: &[
        Example {
            articles: &[Sample::new("\"It will hold,” Anna Berg said. “It must,” she added.", &[])],
            finds: &["\"It will hold,”"],
            ..Example::NONE
        },
        Example {
            articles: &[Sample::new(
                "“It will hold,” Anna Berg said. “It ‘must’,” she added. He said „ja“ and «oui».",
                &[],
            )],
            ..Example::NONE
        },
    ],
    run: &[Run::Article(mismatched)],
};

pub(super) const MIXED: Check = Check {
    id: "mixed-mark-styles",
    finds: "An article that quotes with straight marks here and curly ones there. Reported once, where the rarer style begins.",
    why: "It looks careless, and it often shows where text was pasted in without being edited.",
    remedy: "Use one style throughout. `--fix` does.",
    severity: Severity::Note,
    settings: &[Setting {
        name: "style",
        about: "The style to keep: that of most marks in the article, or always one of the two.",
        default: Default::Choice(&["majority", "curly", "straight"]),
    }],
    examples: &[
        Example {
            articles: &[Sample::new(
                "“It will hold,” Anna Berg said. “It must,” she added. \"It may,\" said Carl Moe.",
                &[],
            )],
            finds: &["\"It may,\""],
            ..Example::NONE
        },
        Example {
            articles: &[Sample::new("“It's 5'10\",” Anna Berg said. “It must,” she added.", &[])],
            ..Example::NONE
        },
    ],
    run: &[Run::Article(mixed)],
};

/// A double mark of a passage.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Style {
    Straight,
    Curly,
    Other,
}

fn style(mark: &str) -> Style {
    match mark {
        "\"" => Style::Straight,
        "“" | "”" => Style::Curly,
        _ => Style::Other,
    }
}

/// The mark of a style on one side of a quote.
fn mark(style: Style, opens: bool) -> &'static str {
    match (style, opens) {
        (Style::Curly, true) => "“",
        (Style::Curly, false) => "”",
        _ => "\"",
    }
}

/// Each mark of a passage: its token, and whether it opens.
fn marks_of(passage: &Passage) -> impl Iterator<Item = (usize, bool)> + use<> {
    passage.open.map(|o| (o, true)).into_iter().chain(passage.close.map(|c| (c, false)))
}

/// The bytes of a passage with its marks.
fn with_marks(view: &View, passage: &Passage) -> std::ops::Range<usize> {
    let token = |i: usize| view.reading.text.tokens[i].span.range();
    let inner = passage.inner.range();
    passage.open.map_or(inner.start, |o| token(o).start)..passage.close.map_or(inner.end, |c| token(c).end)
}

/// The style of most double marks of the article, curly in doubt.
fn majority(view: &View) -> Style {
    let text = &view.reading.text;
    let (mut straight, mut curly) = (0, 0);
    for (token, _) in text.passages.iter().filter(|p| !p.single).flat_map(marks_of) {
        match style(text.word(token)) {
            Style::Straight => straight += 1,
            Style::Curly => curly += 1,
            Style::Other => {}
        }
    }
    if straight > curly { Style::Straight } else { Style::Curly }
}

/// Changes the marks of these passages that are not of a style, or open where they should close; only straight and curly ones.
fn rewrite<'p>(view: &View, passages: impl Iterator<Item = &'p Passage>, wanted: Style) -> Vec<Edit> {
    let text = &view.reading.text;
    let marks = passages.flat_map(marks_of).filter(|(token, _)| style(text.word(*token)) != Style::Other);
    let edits = marks.filter_map(|(token, opens)| {
        let (old, new) = (text.word(token), mark(wanted, opens));
        let location = view.locate(text.tokens[token].span.range());
        (old != new).then(|| Edit { location, old: old.to_owned(), new: new.to_owned() })
    });
    edits.collect()
}

fn unclosed(view: &View, out: &mut Vec<Finding>) {
    let passages = &view.reading.text.passages;
    for (number, passage) in passages.iter().enumerate() {
        let message = match (passage.unclosed, passage.mismatched) {
            (true, true) => "a closing mark without its opening one",
            (true, false) if !goes_on(view, passage) => "this quote is never closed",
            (false, _)
                if passage.continues
                    && passages.get(number + 1).is_some_and(|next| other_speaks(view, passage, next)) =>
            {
                "this quote is never closed: in the next paragraph somebody else speaks"
            }
            _ => continue,
        };
        out.push(Finding::new(UNCLOSED.id, view.locate(with_marks(view, passage)), message));
    }
}

/// Whether two passages are quotes of two people. What follows an open quote is read as its next paragraph, unless it says whose it is.
fn other_speaks(view: &View, passage: &Passage, next: &Passage) -> bool {
    let speaker = |passage: &Passage| {
        let inner = passage.inner.range();
        let holds = |r: &&Record| r.segments.iter().any(|s| s.bytes.start < inner.end && inner.start < s.bytes.end);
        let record = view.records().iter().find(holds)?;
        // "BERG: It will hold.: a transcript that is quoted whole changes speakers within its marks.
        if record.mention.as_ref().is_some_and(|m| inner.contains(&m.bytes.start)) {
            return None;
        }
        record.speaker.as_deref().filter(|s| person::is_name(s))
    };
    matches!((speaker(passage), speaker(next)), (Some(a), Some(b)) if !person::can_be_same(a, b))
}

/// Whether the next paragraph begins with the same mark as this one: a quote of several paragraphs, whatever marks stand inside.
fn goes_on(view: &View, passage: &Passage) -> bool {
    let text = &view.reading.text;
    let Some(open) = passage.open else { return false };
    let paragraph = text.paragraphs.iter().position(|p| p.start == open);
    let next = paragraph.and_then(|p| text.paragraphs.get(p + 1));
    next.is_some_and(|n| !n.is_empty() && text.word(n.start) == text.word(open))
}

fn mismatched(view: &View, out: &mut Vec<Finding>) {
    let text = &view.reading.text;
    // A stray mark belongs to no pair that could be mended.
    for passage in text.passages.iter().filter(|p| p.mismatched && !p.unclosed) {
        let word = |token: Option<usize>| token.map_or("", |t| text.word(t));
        let (open, close) = (word(passage.open), word(passage.close));
        let message = match (open, close) {
            ("”", _) => "a closing mark opens this quote".to_owned(),
            (_, "“") => "an opening mark closes this quote".to_owned(),
            (open, close) => format!("{open} opens this quote, {close} closes it"),
        };
        let mut finding = Finding::new(MISMATCHED.id, view.locate(with_marks(view, passage)), message);
        let edits = rewrite(view, std::iter::once(passage), majority(view));
        if !edits.is_empty() {
            let new: Vec<&str> = edits.iter().map(|e| e.new.as_str()).collect();
            finding.fix = Some(Fix { title: format!("write {}", new.join(" and ")), edits });
        }
        out.push(finding);
    }
}

fn mixed(view: &View, out: &mut Vec<Finding>) {
    let text = &view.reading.text;
    // A mismatched pair is reported as such.
    let sound = || text.passages.iter().filter(|p| !p.single && !p.mismatched);
    let is = |p: &Passage, wanted: Style| marks_of(p).any(|(token, _)| style(text.word(token)) == wanted);
    let (straight, curly) = (sound().filter(|p| is(p, Style::Straight)), sound().filter(|p| is(p, Style::Curly)));
    let (straight_count, curly_count) = (straight.clone().count(), curly.clone().count());
    let keep = match view.settings.choice(&MIXED, "style") {
        "curly" => Style::Curly,
        "straight" => Style::Straight,
        _ if straight_count == 0 || curly_count == 0 => return,
        _ => majority(view),
    };
    let (wrong, count, name): (Vec<&Passage>, _, _) = match keep {
        Style::Curly => (straight.collect(), curly_count, "straight"),
        _ => (curly.collect(), straight_count, "curly"),
    };
    let Some(first) = wrong.first() else { return };
    let message = match count {
        0 => format!("{} in {name} marks", quotes(wrong.len())),
        _ => format!("{} in {name} marks, {count} in the other style", quotes(wrong.len())),
    };
    let mut finding = Finding::new(MIXED.id, view.locate(with_marks(view, first)), message);
    let edits = rewrite(view, wrong.iter().copied(), keep);
    finding.fix = (!edits.is_empty())
        .then(|| Fix { title: format!("write {} and {} throughout", mark(keep, true), mark(keep, false)), edits });
    out.push(finding);
}

fn quotes(count: usize) -> String {
    if count == 1 { "one quote".to_owned() } else { format!("{count} quotes") }
}
