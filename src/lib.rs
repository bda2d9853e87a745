//! Who said what, in which words, in which role, and where did we read it?
//!
//! `whosaid` finds direct, mixed and indirect speech in news articles and gives each quote its speaker.
//!
//! ```
//! use whosaid::{Article, Extractor, lexicon::Lexicon};
//!
//! let extractor = Extractor::new(Lexicon::builtin());
//! let article = Article::new("example.txt", "“We have been clear,” Kirby said on Thursday.");
//! let records = extractor.extract(&article);
//! assert_eq!(records[0].quote, "We have been clear,");
//! ```

// What a user supplies is never unwrapped.
#![cfg_attr(not(test), deny(clippy::unwrap_used))]

mod article;
pub mod attribution;
pub mod check;
pub mod eval;
pub mod evidence;
mod example;
pub mod explain;
mod fnv;
mod identity;
pub mod input;
pub mod landmarks;
pub mod lexicon;
mod marked;
pub mod output;
mod places;
pub mod quotes;
pub mod record;
mod records;
pub mod review;
pub mod silence;
mod span;
pub mod tally;
pub mod text;
pub mod words;

pub use article::{Article, Cause, Element, Repair};
pub use record::{Flag, Kind, Place, Record};
pub use span::Span;

use attribution::{Recorder, Statement, Trace};
use explain::Explanation;
use landmarks::{Matcher, NameHit};
use lexicon::Lexicon;
use text::Text;

/// Settings of an extraction.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Read verbs of believing (*thinks*, *wants*) as cues too.
    pub beliefs: bool,
    /// Give words in marks that nobody is quoted as saying, too, with [`Flag::NotSpeech`].
    pub unattributed: bool,
}

/// Finds the quotes of articles. Build it once; it can be shared between threads.
#[derive(Debug)]
pub struct Extractor {
    lexicon: Lexicon,
    matcher: Matcher,
    options: Options,
}

impl Extractor {
    /// An extractor with the speakers and cues of `lexicon`.
    pub fn new(lexicon: Lexicon) -> Self {
        Self::with_options(lexicon, Options::default())
    }

    /// An extractor with settings.
    pub fn with_options(lexicon: Lexicon, options: Options) -> Self {
        let matcher = Matcher::new(&lexicon);
        Extractor { lexicon, matcher, options }
    }

    /// The lexicon in use.
    pub fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }

    /// The quotes of an article, in reading order.
    ///
    /// # Panics
    /// Where the article is larger than 4 GB; `input` hands no such article on.
    pub fn extract(&self, article: &Article) -> Vec<Record> {
        self.read(article).records
    }

    /// An article's quotes together with the structure they were found in, for checks and reports.
    pub fn read<'a>(&self, article: &'a Article) -> Reading<'a> {
        self.watch(article, &mut ()).0
    }

    /// The same, with all that was decided on the way and why.
    pub fn explain<'a>(&self, article: &'a Article) -> Explanation<'a> {
        let mut recorder = Recorder::default();
        let (reading, names, statements) = self.watch(article, &mut recorder);
        let people = identity::people(&reading.text, &names, &self.lexicon);
        Explanation::new(reading, recorder.cues, people, statements)
    }

    fn watch<'a>(&self, article: &'a Article, trace: &mut impl Trace) -> (Reading<'a>, Vec<NameHit>, Vec<Statement>) {
        assert!(article.body.len() <= span::MOST, "{}: is larger than 4 GB", article.source);
        let mut hits = None;
        let text = Text::parse(&article.body, |src, tokens| hits = Some(self.matcher.mark(&self.lexicon, src, tokens)));
        let hits = hits.unwrap_or_default();
        let statements = attribution::statements(&text, &hits.cues, &self.matcher, self.options.beliefs, trace);
        let identities = identity::identify(&text, &hits.names, &self.lexicon, &statements);
        let mut records = records::records(article, &text, &self.lexicon, &statements, &identities);
        if self.options.unattributed {
            marked::add(article, &text, &statements, &mut records);
        }
        (Reading { article, text, records }, hits.names, statements)
    }
}

/// What was read in one article.
#[derive(Debug)]
pub struct Reading<'a> {
    /// The article.
    pub article: &'a Article,
    /// Its tokens, paragraphs, quoted passages and sentences.
    pub text: Text<'a>,
    /// Its quotes, in reading order.
    pub records: Vec<Record>,
}

/// The README's example, compiled and run with the other documentation.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
