//! Runs the checks: article by article as they are read, on any thread; then, over what was kept of each, those that look across
//! articles. Puts in severities, takes out what is silenced, and orders the findings, always in the same way.

use std::cell::OnceCell;
use std::collections::HashMap;

use rustc_hash::FxHashMap;

use super::across::Pairs;
use super::baseline::{Baseline, Comparison};
use super::finding::{Finding, Location, Severity};
use super::name_index::NameIndex;
use super::on_record::Verdict;
use super::place::Locator;
use super::{CHECKS, Check, Run, Settings, unused_silence};
use crate::evidence::Index;
use crate::fnv;
use crate::lexicon::Lexicon;
use crate::record::{Flag, Kind, Place, Record};
use crate::{Reading, silence::Silence};

/// Holds articles against the checks. Build it once; it can be shared between threads.
#[derive(Debug)]
pub struct Checker<'l> {
    lexicon: &'l Lexicon,
    names: NameIndex,
    evidence: Option<Index>,
    keep_all: bool,
    general: Settings,
}

/// One article as a check sees it.
pub(crate) struct View<'a> {
    pub reading: &'a Reading<'a>,
    pub lexicon: &'a Lexicon,
    pub names: &'a NameIndex,
    pub settings: &'a Settings,
    pub evidence: Option<&'a Index>,
    locator: Locator<'a>,
    verdicts: OnceCell<Vec<Verdict>>,
}

impl View<'_> {
    pub fn records(&self) -> &[Record] {
        &self.reading.records
    }

    pub fn locate(&self, bytes: std::ops::Range<usize>) -> Location {
        self.locator.locate(bytes)
    }

    /// The first words of a quote.
    pub fn quote(&self, record: &Record) -> Location {
        self.locate(record.segments.first().map_or(0..0, |s| s.bytes.clone()))
    }

    /// The words for the source, else the quote.
    pub fn mention(&self, record: &Record) -> Location {
        record.mention.as_ref().map_or_else(|| self.quote(record), |m| self.locate(m.bytes.clone()))
    }

    /// What the record says of each quote; worked out once for all checks that ask.
    pub fn verdicts(&self) -> &[Verdict] {
        self.verdicts.get_or_init(|| super::on_record::verdicts(self))
    }
}

/// What is kept of an article until all are read.
#[derive(Debug)]
pub struct Checked {
    pub(crate) source: String,
    pub(crate) settings: Settings,
    pub(crate) quotes: Vec<Quote>,
    findings: Vec<Finding>,
    silences: Vec<Comment>,
}

impl Checked {
    /// The article as exports call it.
    pub fn source(&self) -> &str {
        &self.source
    }
}

/// A quote as the checks across articles need it.
#[derive(Clone, Debug)]
pub(crate) struct Quote {
    pub text: String,
    pub speaker: Option<String>,
    pub speaker_id: Option<String>,
    pub role: Option<String>,
    /// The speaker is a person with a name.
    pub named: bool,
    pub location: Location,
    /// Each stretch of words with its place.
    pub segments: Vec<(String, Location)>,
}

/// A silencing comment with the stretch of the article it speaks for.
#[derive(Debug)]
struct Comment {
    silence: Silence,
    paragraph: std::ops::Range<usize>,
    location: Location,
}

/// What was kept of all articles.
pub(crate) struct Corpus<'a> {
    pub articles: &'a [Checked],
    pub baseline: Option<&'a Baseline>,
    pairs: OnceCell<Pairs>,
    comparison: OnceCell<Comparison>,
}

impl Corpus<'_> {
    /// Quotes with the same or nearly the same words; worked out once for all checks that ask.
    pub fn pairs(&self) -> &Pairs {
        self.pairs.get_or_init(|| Pairs::of(self))
    }

    /// What the baseline has and the articles have not, and the other way round.
    pub fn comparison(&self) -> &Comparison {
        self.comparison.get_or_init(|| Comparison::of(self))
    }
}

impl<'l> Checker<'l> {
    /// A checker for articles that were read with `lexicon`; `evidence` is the record to hold quotes against, if there is one.
    pub fn new(lexicon: &'l Lexicon, evidence: Option<Index>) -> Self {
        Checker { lexicon, names: NameIndex::new(lexicon), evidence, keep_all: false, general: Settings::default() }
    }

    /// Keeps quotes of all kinds, which a comparison with a baseline needs.
    pub fn keep_all_quotes(mut self) -> Self {
        self.keep_all = true;
        self
    }

    /// Settings for what concerns no article that was read: one that is gone.
    pub fn general_settings(mut self, settings: Settings) -> Self {
        self.general = settings;
        self
    }

    /// Checks one article by itself.
    pub fn article(&self, reading: &Reading, settings: &Settings) -> Checked {
        let view = View {
            reading,
            lexicon: self.lexicon,
            names: &self.names,
            settings,
            evidence: self.evidence.as_ref(),
            locator: Locator::new(reading.article),
            verdicts: OnceCell::new(),
        };
        let mut findings = Vec::new();
        for check in CHECKS.iter().filter(|c| settings.severity(c.id) > Severity::Off) {
            for run in check.run {
                match run {
                    Run::Article(run) => run(&view, &mut findings),
                    Run::Record(run) if self.evidence.is_some() => run(&view, &mut findings),
                    _ => {}
                }
            }
        }
        let quotes = view.records().iter().filter(|r| self.keep_all || r.kind == Kind::Direct).map(|r| quote(&view, r));
        Checked {
            source: reading.article.source.clone(),
            settings: settings.clone(),
            quotes: quotes.collect(),
            silences: reading.article.silences.iter().map(|s| comment(&view, s)).collect(),
            findings,
        }
    }

    /// Checks the articles together and gives all findings: article by article in the order given, in each from top to bottom.
    pub fn finish(&self, articles: Vec<Checked>, baseline: Option<&Baseline>) -> Vec<Finding> {
        let corpus = Corpus { articles: &articles, baseline, pairs: OnceCell::new(), comparison: OnceCell::new() };
        let mut found = Vec::new();
        let settings = || articles.iter().map(|a| &a.settings).chain([&self.general]);
        for check in CHECKS.iter().filter(|c| settings().any(|s| s.severity(c.id) > Severity::Off)) {
            for run in check.run {
                if let Run::Corpus(run) = run {
                    run(&corpus, &mut found);
                }
            }
        }
        let mut all: Vec<(usize, Finding)> = Vec::new();
        for (number, article) in articles.iter().enumerate() {
            all.extend(article.findings.iter().map(|f| (number, f.clone())));
        }
        all.extend(found);

        let mut used: Vec<Vec<bool>> = articles.iter().map(|a| vec![false; a.silences.len()]).collect();
        all.retain(|(number, finding)| {
            let Some(article) = articles.get(*number).filter(|_| finding.source.is_empty()) else { return true };
            let mut silenced = false;
            for (i, comment) in article.silences.iter().enumerate() {
                let hit = comment.silence.check == finding.check
                    && !comment.silence.reason.is_empty()
                    && comment.paragraph.start <= finding.location.bytes.start
                    && finding.location.bytes.start <= comment.paragraph.end;
                used[*number][i] |= hit;
                silenced |= hit;
            }
            !silenced
        });
        for (number, article) in articles.iter().enumerate() {
            for (comment, used) in article.silences.iter().zip(&used[number]) {
                let could = |check: &Check| self.could_find(check, &article.settings);
                all.extend(
                    unused_silence::finding(&comment.silence, &comment.location, *used, could).map(|f| (number, f)),
                );
            }
        }

        for (number, finding) in &mut all {
            let article = articles.get(*number);
            finding.severity = article.map_or(&self.general, |a| &a.settings).severity(finding.check);
            if let Some(article) = article.filter(|_| finding.source.is_empty()) {
                finding.source = article.source.clone();
            }
        }
        all.retain(|(_, f)| f.severity > Severity::Off);
        let order: FxHashMap<&str, usize> = CHECKS.iter().enumerate().map(|(i, c)| (c.id, i)).collect();
        all.sort_by(|(a, x), (b, y)| {
            let key = |f: &Finding| (f.location.start, order[f.check], f.location.end);
            a.cmp(b).then(key(x).cmp(&key(y))).then_with(|| x.message.cmp(&y.message))
        });
        let mut findings: Vec<Finding> = all.into_iter().map(|(_, f)| f).collect();
        fingerprints(&mut findings);
        findings
    }

    /// Whether a check would have found something in an article read alone, so that a silence without use is one.
    fn could_find(&self, check: &Check, settings: &Settings) -> bool {
        settings.severity(check.id) > Severity::Off
            && check.run.iter().all(|run| match run {
                Run::Article(_) => true,
                Run::Record(_) => self.evidence.is_some(),
                Run::Corpus(_) | Run::Engine => false,
            })
    }
}

/// A source without the `./` that says only where the run began.
pub(crate) fn bare_path(source: &str) -> &str {
    let mut source = source;
    while let Some(rest) = source.strip_prefix("./") {
        source = rest.trim_start_matches('/');
    }
    source
}

/// Numbers findings by what they are about, not by where they stand.
fn fingerprints(findings: &mut [Finding]) {
    let mut seen: HashMap<u64, usize> = HashMap::new();
    for finding in findings {
        let excerpt = &finding.location.excerpt;
        let words = &excerpt.text[excerpt.marked.clone()];
        let key = fnv::hash(&[finding.check, bare_path(&finding.source), words]);
        let count = seen.entry(key).and_modify(|n| *n += 1).or_insert(0);
        finding.fingerprint = format!("{:016x}", fnv::hash(&[&format!("{key:016x}"), &count.to_string()]));
    }
}

fn quote(view: &View, record: &Record) -> Quote {
    let unsure =
        [Flag::AmbiguousSpeaker, Flag::Anonymous, Flag::Group, Flag::Document, Flag::Dangling, Flag::NotSpeech];
    let speaker = record.speaker.as_deref();
    let segment = |s: &Place| (s.text.clone(), view.locate(s.bytes.clone()));
    Quote {
        text: record.quote.clone(),
        named: speaker.is_some_and(super::person::is_name) && !record.flags.iter().any(|f| unsure.contains(f)),
        speaker: record.speaker.clone(),
        speaker_id: record.speaker_id.clone(),
        role: record.role.clone(),
        location: view.quote(record),
        segments: match record.kind {
            Kind::Direct => record.segments.iter().map(segment).collect(),
            _ => Vec::new(),
        },
    }
}

/// Finds the paragraph a comment speaks for: the one it stands in, or, alone on its line, the next.
fn comment(view: &View, silence: &Silence) -> Comment {
    let text = &view.reading.text;
    let body = text.src;
    let spans = || text.paragraphs.iter().map(|p| text.span(p.clone()).range());
    let line_start = body[..silence.at].rfind('\n').map_or(0, |n| n + 1);
    let line_end = body[silence.end..].find('\n').map_or(body.len(), |n| silence.end + n);
    let around = spans().find(|p| p.start < silence.end.max(silence.at + 1) && silence.at < p.end);
    let beside = || spans().find(|p| !silence.alone && p.start < line_end && line_start < p.end);
    let next = || spans().find(|p| p.start >= silence.at);
    Comment {
        silence: silence.clone(),
        paragraph: around.or_else(beside).or_else(next).unwrap_or(0..0),
        location: view.locate(silence.at..silence.end),
    }
}
