//! An explanation as text: paragraphs and sentences with what was found in each. Styles are always written; the stream drops them where
//! nobody sees them.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::ops::Range;

use anstyle::{AnsiColor, Style};
use whosaid::attribution::{CueStory, Outcome, Passed, Rule};
use whosaid::explain::{Explanation, Fate, Proof};
use whosaid::lexicon::{CueClass, CueForm, Lexicon};
use whosaid::output::{inert, one_line};
use whosaid::text::{ChunkKind, Passage, Text};
use whosaid::{Flag, Record};

const TITLE: Style = Style::new().bold();
const LABEL: Style = Style::new().dimmed();
const YES: Style = AnsiColor::Green.on_default().bold();
const NO: Style = AnsiColor::Yellow.on_default();
const WORDS: Style = AnsiColor::Cyan.on_default();

/// How much of a content is shown.
const MOST: usize = 120;

/// An article's explanation, and which of the wanted lines it has text at.
pub(super) struct Rendered {
    pub text: String,
    pub lines: BTreeSet<usize>,
}

/// Renders the paragraphs at the wanted lines; all if none are wanted.
pub(super) fn render(
    explanation: &Explanation,
    lexicon: &Lexicon,
    wanted: Option<&BTreeSet<usize>>,
    tags: bool,
) -> Rendered {
    let text = &explanation.reading.text;
    // The first and the last word of each paragraph tell its lines.
    let ends: Vec<Range<usize>> =
        text.paragraphs.iter().flat_map(|p| [p.start..p.start + 1, p.end - 1..p.end]).collect();
    let places = explanation.places(&ends);
    let starts = explanation.places(&(0..text.tokens.len()).map(|i| i..i + 1).collect::<Vec<_>>());
    let mut page = Page { explanation, text, lexicon, starts, out: String::new() };
    let mut lines = BTreeSet::new();
    for (number, place) in places.chunks(2).enumerate() {
        let (first, last) = (place[0].0, place[1].0);
        if let Some(wanted) = wanted {
            let here: Vec<usize> = wanted.range(first..=last).copied().collect();
            if here.is_empty() {
                continue;
            }
            lines.extend(here);
        }
        if page.out.is_empty() {
            page.line(format_args!("{TITLE}{}{TITLE:#}", inert(&explanation.reading.article.source)));
        }
        page.paragraph(number, tags);
    }
    Rendered { text: page.out, lines }
}

struct Page<'e, 'a> {
    explanation: &'e Explanation<'a>,
    text: &'e Text<'a>,
    lexicon: &'e Lexicon,
    /// Line and column of each token.
    starts: Vec<(usize, usize)>,
    out: String,
}

impl Page<'_, '_> {
    fn line(&mut self, line: std::fmt::Arguments) {
        // Writing to a string cannot fail.
        let _ = writeln!(self.out, "{line}");
    }

    /// A line of a sentence: what it is about, and what there is.
    fn item(&mut self, label: &str, what: &str) {
        self.line(format_args!("  {LABEL}{label:8}{LABEL:#} {what}"));
    }

    fn under(&mut self, what: &str) {
        self.line(format_args!("           {what}"));
    }

    fn words(&self, tokens: &Range<usize>) -> String {
        one_line(self.text.span(tokens.clone()).of(self.text.src), MOST)
    }

    fn quoted(&self, tokens: &Range<usize>) -> String {
        format!("{WORDS}“{}”{WORDS:#}", self.words(tokens))
    }

    fn place(&self, token: usize) -> String {
        self.starts.get(token).map(|(line, column)| format!("{line}:{column}")).unwrap_or_default()
    }

    fn paragraph(&mut self, number: usize, tags: bool) {
        self.line(format_args!("\n{LABEL}paragraph {}{LABEL:#}", number + 1));
        let text = self.text;
        for sentence in (0..text.sentences.len()).filter(|&s| text.sentences[s].paragraph == number) {
            self.sentence(sentence, tags);
        }
    }

    fn sentence(&mut self, sentence: usize, tags: bool) {
        let (explanation, text) = (self.explanation, self.text);
        let range = text.sentences[sentence].tokens.clone();
        let source = text.span(range.clone()).of(text.src);
        let whole = one_line(source, usize::MAX);
        let place = self.place(range.start);
        self.line(format_args!("{TITLE}{place}{TITLE:#} {whole}"));
        if tags {
            let chunks = self.chunks(sentence);
            self.item("phrases", &chunks);
        }
        let mut label = "names";
        for person in &explanation.people {
            for mention in person.mentions.iter().filter(|m| range.contains(&m.start)) {
                let proof = match person.proof {
                    Proof::Lexicon => format!("in the lexicon as {}", person.id.as_deref().unwrap_or_default()),
                    Proof::Context => "a person: title, given name or description".to_owned(),
                    Proof::Look => "a person by the look of the name".to_owned(),
                    Proof::Nothing => "nothing says that it is a person".to_owned(),
                };
                let pronoun = person.pronoun.map(|p| format!(", {p}")).unwrap_or_default();
                let what = format!("{}: {}, {proof}{pronoun}", self.quoted(mention), inert(&person.name));
                self.item(std::mem::take(&mut label), &what);
            }
        }
        let mut label = "marks";
        for p in text.passages_in(&range) {
            let what = self.passage(&text.passages[p], explanation.passages[p], text.blocks[p]);
            self.item(std::mem::take(&mut label), &what);
        }
        let cues: Vec<&CueStory> = explanation.cues.iter().filter(|c| c.sentence == sentence).collect();
        for cue in &cues {
            self.cue(cue);
        }
        let mut has_quotes = false;
        for (number, statement) in explanation.statements.iter().enumerate() {
            for record in explanation.records(number) {
                let start = record.segments[0].bytes.start;
                let first =
                    statement.contents.iter().flat_map(Range::clone).find(|&i| text.tokens[i].span.range().end > start);
                if first.is_some_and(|i| range.contains(&i)) {
                    self.quote(record, statement.mention.as_ref());
                    has_quotes = true;
                }
            }
        }
        if !has_quotes && cues.is_empty() && text.passages_in(&range).is_empty() {
            self.item("nothing", "no cue and no marks");
        }
    }

    /// The chunks of a sentence with the tag of each word.
    fn chunks(&self, sentence: usize) -> String {
        let mut out: Vec<String> = Vec::new();
        for c in self.text.chunks_of(sentence) {
            let words: Vec<String> = (c.start..c.end)
                .map(|i| format!("{}/{:?}", inert(self.text.word(i)), self.text.tokens[i].tag))
                .collect();
            out.push(match c.kind {
                ChunkKind::Verb => {
                    let passive = if c.passive { " passive" } else { "" };
                    let negated = if c.negated { " negated" } else { "" };
                    format!("[Verb {:?}{passive}{negated}: {}]", c.form, words.join(" "))
                }
                ChunkKind::Quote => format!("[Quote: {}]", self.words(&(c.start..c.end))),
                kind => format!("[{kind:?}: {}]", words.join(" ")),
            });
        }
        out.join(" ")
    }

    fn passage(&self, passage: &Passage, fate: Fate, is_block: bool) -> String {
        let mut signs = Vec::new();
        for (set, sign) in [
            (passage.single, "single marks"),
            (passage.mismatched, "marks that do not belong together"),
            (passage.unclosed, "never closed"),
            (passage.continued, "goes on from the paragraph before"),
            (passage.continues, "goes on in the next paragraph"),
        ] {
            if set {
                signs.push(sign);
            }
        }
        signs.push(if is_block { "a sentence of its own" } else { "part of the sentence" });
        let fate = match fate {
            Fate::Content(n) => format!("{YES}act of speech {}{YES:#}", n + 1),
            Fate::Passed(Passed::Single) => format!("{NO}left alone:{NO:#} single marks inside a sentence"),
            Fate::Passed(Passed::NotSpeech(sign)) => format!("{NO}no speech, {}:{NO:#} {}", sign.id, sign.says),
            Fate::Undecided => format!("{NO}nobody's:{NO:#} no rule applies"),
        };
        format!("{} {}; {fate}", self.quoted(&passage.tokens), signs.join(", "))
    }

    fn cue(&mut self, story: &CueStory) {
        let cue = &story.cue;
        let class = match cue.class {
            CueClass::Speech => "speech",
            CueClass::Document => "what a text shows",
            CueClass::Act => "a stance",
            CueClass::Belief => "a belief",
        };
        let frames: Vec<String> = cue.frames.iter_names().map(|(n, _)| n.to_lowercase().replace('_', "-")).collect();
        let marks = if story.needs_marks { "; counts with words in marks only" } else { "" };
        let frames = if frames.is_empty() { String::new() } else { format!(", with {}", frames.join(", ")) };
        let what = format!("{}: {}, {class}{frames}{marks}", self.quoted(&story.tokens), cue.lemma);
        self.item("cue", &what);
        if !story.declined.is_empty() {
            let declined: Vec<&str> = story.declined.iter().map(|r: &&Rule| r.id).collect();
            self.under(&format!("{LABEL}declined: {}{LABEL:#}", declined.join(", ")));
        }
        match &story.outcome {
            Outcome::NoCue => {
                let what = if story.form == CueForm::Noun { "no noun of saying here" } else { "no verb here" };
                self.under(&format!("{NO}{what}{NO:#}"));
            }
            Outcome::Quoted => self.under(&format!("{NO}stands in marks{NO:#}")),
            Outcome::Governed => self.under(&format!("{NO}stands in what somebody said{NO:#}")),
            Outcome::Declined => {
                let why = match (&story.source, story.form) {
                    (Some(source), _) => format!("source {}, but nothing that is said", self.quoted(source)),
                    (None, CueForm::Noun) => "no possessor, or nothing that is said".to_owned(),
                    (None, _) if story.negated => "the verb is negated, so that nobody says it".to_owned(),
                    (None, _) if story.passive => "the verb is passive, and nobody is named behind it".to_owned(),
                    (None, _) => "no subject that speaks, or what only might be said".to_owned(),
                };
                self.under(&format!("{NO}no rule applies:{NO:#} {why}"));
            }
            Outcome::Decided { rule, found, limits } => {
                self.under(&format!("{YES}decided: {}{YES:#} {LABEL}{}{LABEL:#}", rule.id, rule.says));
                let source = found.mention.as_ref().map_or("nobody is named".to_owned(), |m| self.quoted(m));
                self.under(&format!("source {source}"));
                for (content, limit) in found.contents.iter().zip(limits) {
                    let end =
                        limit.map(|l| format!("; ends by {}: {LABEL}{}{LABEL:#}", l.id, l.says)).unwrap_or_default();
                    self.under(&format!("content {}{end}", self.quoted(content)));
                }
            }
        }
    }

    fn quote(&mut self, record: &Record, mention: Option<&Range<usize>>) {
        let label = format!("quote {}", record.attribution);
        let flags: Vec<&str> = record.flags.iter().map(|f| f.as_str()).collect();
        let flags = if flags.is_empty() { String::new() } else { format!(", {}", flags.join(", ")) };
        let what = format!(
            "{}, {}, right in {:.0} % of its quotes{flags}: {WORDS}“{}”{WORDS:#}",
            record.kind,
            record.rule,
            record.confidence * 100.0,
            one_line(&record.quote, MOST)
        );
        self.item(&label, &what);
        let by = self.speaker(record, mention);
        self.under(&by);
        if let (Some(role), Some(_)) = (&record.role, &record.speaker) {
            let of_lexicon = record.speaker_id.is_some() && record.stated_role.as_ref() != Some(role);
            let from = match (of_lexicon, self.explanation.reading.article.date) {
                (false, _) => "the article's words".to_owned(),
                (true, Some(date)) => format!("the lexicon's on {date}, or its only or latest"),
                (true, None) => "the lexicon's only or latest: the article has no date".to_owned(),
            };
            self.under(&format!("role {}, {from}", inert(role)));
        }
    }

    /// Who it is and how that was found, or why it is nobody.
    fn speaker(&self, record: &Record, mention: Option<&Range<usize>>) -> String {
        let has = |flag: Flag| record.flags.contains(&flag);
        let words = mention.map(|m| self.quoted(m)).unwrap_or_default();
        let Some(speaker) = &record.speaker else {
            let why = if mention.is_some() { format!("{words} names nobody") } else { "nobody is named".to_owned() };
            return format!("{NO}by nobody:{NO:#} {why}");
        };
        let name = inert(speaker);
        if has(Flag::AmbiguousSpeaker) {
            return format!("{NO}by {name}:{NO:#} fits several people and nothing tells them apart");
        }
        if has(Flag::Dangling) {
            return format!("{NO}by {name}:{NO:#} nobody found whom the words could mean");
        }
        let kind = [(Flag::Anonymous, "an unnamed source"), (Flag::Group, "a body"), (Flag::Document, "a text")]
            .into_iter()
            .find(|(flag, _)| has(*flag))
            .map(|(_, kind)| kind);
        let mut how = Vec::new();
        how.extend(kind.map(str::to_owned));
        if has(Flag::Resolved) {
            let before = self.named_before(speaker, mention.map_or(0, |m| m.start));
            let at = before.map(|t| format!(", named at {}", self.place(t))).unwrap_or_default();
            how.push(format!("for {words}{at}"));
        } else if kind.is_none() {
            let same = mention.is_some_and(|m| self.text.span(m.clone()).of(self.text.src) == speaker);
            how.push(if same { "named here".to_owned() } else { format!("the full name for {words}") });
        }
        let entry = record.speaker_id.as_ref().and_then(|id| self.lexicon.speakers.iter().find(|s| s.id == *id));
        how.extend(entry.map(|s| format!("in the lexicon as {}", s.id)));
        format!("{YES}by {name}:{YES:#} {}", how.join(", "))
    }

    /// The token where a speaker was last named before token `at`.
    fn named_before(&self, speaker: &str, at: usize) -> Option<usize> {
        let person = self.explanation.people.iter().find(|p| p.name == speaker)?;
        person.mentions.iter().map(|m| m.start).filter(|&start| start < at).max()
    }
}
