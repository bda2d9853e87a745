//! The labels of a transcript's paragraphs, *EARNEST:*, *Q.*, *Anna Berg (off camera):*: where they end, and whether they can name a
//! speaker. Which of them make turns is decided in `transcript`.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::text::{Shape, Text, Token, TokenKind};
use crate::words::{self, Class};

/// What a label says of the speaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// Somebody who asks and whom the text does not name: *Q*, *REPORTER*.
    Asks,
    /// Whoever is interviewed: *A*.
    Answers,
    /// A name, or a part in the conversation: *MODERATOR*.
    Named,
}

/// The role that the label at `tokens` gives a speaker.
pub(crate) fn role(text: &Text, label: &Range<usize>) -> Role {
    const ASKS: &[&str] = &["q", "question", "reporter", "interviewer", "journalist"];
    let word = text.word(label.start).trim_end_matches(|c: char| c == '.' || c.is_ascii_digit());
    let is = |words: &[&str]| label.len() == 1 && words.iter().any(|w| w.eq_ignore_ascii_case(word));
    match () {
        () if is(ASKS) => Role::Asks,
        () if is(&["a", "answer"]) => Role::Answers,
        () => Role::Named,
    }
}

/// The beginning of a paragraph up to its colon.
pub(super) struct Label {
    /// The name in it.
    pub name: Range<usize>,
    /// What it says of the speaker.
    pub role: Role,
    /// The paragraph behind it.
    pub rest: Range<usize>,
}

impl Label {
    /// All in capitals.
    pub fn is_upper(&self, text: &Text) -> bool {
        text.tokens[self.name.clone()].iter().all(is_upper)
    }

    /// Whether the words can be a speaker's name or part in a conversation.
    pub fn is_name(&self, text: &Text, surnames: &Surnames) -> bool {
        let class = |i: usize| words::lookup(&text.word(i).to_lowercase());
        let common = Class::FUNCTION | Class::ANY_VERB | Class::NOUN | Class::ADJ | Class::TIME | Class::DOCUMENT;
        let spoken = Class::GIVEN | Class::TITLE | Class::ROLE | Class::PERSON | Class::PARTICLE;
        let is_common = |i: usize| {
            let class = class(i);
            class.intersects(common) && !class.intersects(spoken) || NO_NAMES.contains(&&*text.word(i).to_lowercase())
        };
        if self.is_upper(text) {
            return surnames.hold(text, &self.name) || !self.name.clone().any(is_common);
        }
        // Small letters need more: a given name, or the name in full somewhere else.
        let first = &class(self.name.start);
        !self.name.clone().any(|i| NO_NAMES.contains(&&*text.word(i).to_lowercase()))
            && (surnames.hold(text, &self.name)
                || self.name.len() > 1 && first.intersects(Class::GIVEN) && !self.name.clone().any(is_common)
                || self.name.len() == 1 && first.intersects(Class::ROLE) && !first.intersects(Class::GROUP))
    }
}

/// Headings that look like labels.
const NO_NAMES: &[&str] = &[
    "related",
    "read",
    "watch",
    "more",
    "update",
    "photo",
    "photos",
    "video",
    "note",
    "correction",
    "who",
    "what",
    "where",
    "when",
    "why",
    "how",
    "file",
    "also",
    "see",
    "fact",
    "claim",
    "truth",
    "verdict",
    "source",
    "sources",
    "pictured",
    "contributing",
    "poll",
    "polls",
    "byline",
    "breaking",
    "twitter",
    "facebook",
    "online",
    "latest",
    "exclusive",
    "opinion",
    "analysis",
    "live",
    "caption",
    "image",
    "email",
    "phone",
    "tel",
    "address",
    "price",
    "tickets",
    "venue",
    "report",
    "summary",
    "background",
    "location",
    "date",
    "time",
    "rating",
    "subject",
    "re",
    "from",
    "to",
];

/// Letters that are capitals but for the *c* of *McCAIN*.
fn is_upper(token: &Token) -> bool {
    token.shape.contains(Shape::ALL_CAPS)
        || token.kind == TokenKind::Number
        || token.is_capital() && token.span.len() == 1
}

/// The words of an article that stand behind another capitalised word, as in *Josh Earnest* or *Mr. Earnest*: the first and the last
/// place of each, by the word in small letters.
pub(super) struct Surnames(FxHashMap<String, (usize, usize)>);

impl Surnames {
    pub fn of(text: &Text) -> Self {
        let mut places: FxHashMap<String, (usize, usize)> = FxHashMap::default();
        for i in 1..text.tokens.len() {
            let (before, token) = (&text.tokens[i - 1], &text.tokens[i]);
            let named = token.is_capital() && before.kind == TokenKind::Word && before.is_capital();
            if named && !words::lookup(&text.word(i - 1).to_lowercase()).intersects(Class::FUNCTION) {
                places.entry(text.word(i).to_ascii_lowercase()).or_insert((i, i)).1 = i;
            }
        }
        Surnames(places)
    }

    /// Whether the last word of a name stands behind another capitalised word somewhere else.
    fn hold(&self, text: &Text, name: &Range<usize>) -> bool {
        let places = self.0.get(&text.word(name.end - 1).to_ascii_lowercase());
        places.is_some_and(|(first, last)| !name.contains(first) || !name.contains(last))
    }
}

/// The label with which a paragraph begins, whatever it names.
pub(super) fn label(text: &Text, paragraph: &Range<usize>) -> Option<Label> {
    let kind = |i: usize| text.tokens[..paragraph.end].get(i).map(|t| t.kind);
    let is_ornament = |i: usize| {
        matches!(kind(i), Some(TokenKind::Symbol | TokenKind::Markup))
            && text.word(i).chars().all(|c| "*_#>".contains(c))
    };
    let skip = |mut i: usize| {
        while i < paragraph.end && is_ornament(i) {
            i += 1;
        }
        i
    };
    // “LUND: We are late.”: a transcript in marks, one before each paragraph.
    let marked = kind(paragraph.start) == Some(TokenKind::Double);
    let start = skip(paragraph.start + marked as usize);
    // "Q." and "A." need no colon.
    let letter = text.tokens.get(start).filter(|_| start < paragraph.end).map(|_| text.word(start));
    if matches!(letter, Some("Q." | "A."))
        || matches!(letter, Some("Q" | "A")) && kind(start + 1) == Some(TokenKind::Stop)
    {
        let behind = start + 1 + (matches!(letter, Some("Q" | "A"))) as usize;
        let rest = skip(behind)..paragraph.end;
        let has_pair = |l: &str| text.paragraphs.iter().any(|p| text.word(skip_in(text, p)).trim_end_matches('.') == l);
        let sentence = rest.start < rest.end && text.tokens[rest.start].kind != TokenKind::Stop;
        return (sentence && has_pair("Q") && has_pair("A")).then(|| {
            let name = start..start + 1;
            Label { role: role(text, &name), name, rest }
        });
    }
    let mut name = start..start;
    let mut at = start;
    let mut depth = 0;
    loop {
        match kind(at)? {
            TokenKind::Colon => break,
            TokenKind::Open => depth += 1,
            TokenKind::Close => depth -= 1,
            TokenKind::Comma if name.end > name.start => depth += 8, // "LUND, HOST:": what follows is no name.
            TokenKind::Word | TokenKind::Number if depth > 0 => {}
            TokenKind::Word if text.tokens[at].is_capital() || text.tokens[at].is(Class::PARTICLE) => name.end = at + 1,
            TokenKind::Number if at > start => name.end = at + 1,
            TokenKind::Symbol if is_ornament(at) => {}
            _ => return None,
        }
        at += 1;
        if at > start + 10 {
            return None;
        }
    }
    // "SEN. ANNA BERG", "Mr. Berg"
    let titles = Class::TITLE | Class::HONORIFIC | Class::TITLE_PHRASE;
    while name.len() > 1
        && words::lookup(&text.word(name.start).to_lowercase()).intersects(titles)
        && !words::lookup(&text.word(name.start).to_lowercase()).intersects(Class::GIVEN)
    {
        name.start += 1;
    }
    let closed = marked && kind(paragraph.end - 1) == Some(TokenKind::Double);
    let rest = skip(at + 1)..(paragraph.end - closed as usize).max(at + 1);
    // "Berg:When I left": a space that the page had lost.
    let spaced = text.tokens.get(rest.start).is_some_and(|t| t.shape.contains(Shape::SPACED) || t.is_capital());
    if name.is_empty() || name.len() > 4 || rest.is_empty() || !(spaced || is_ornament(at + 1)) {
        return None;
    }
    // NAME: “…” is a quote in marks, which another rule knows.
    let quoted = text.tokens[rest.start].kind == TokenKind::Single
        || text.passages_in(&rest).any(|p| {
            let p = &text.passages[p];
            p.open == Some(rest.start) && (p.close.is_none() || p.close.is_some_and(|c| c + 2 >= rest.end))
        });
    let capitals = !marked || text.tokens[name.clone()].iter().all(is_upper);
    (!quoted && capitals).then(|| Label { role: role(text, &name), name, rest })
}

fn skip_in(text: &Text, paragraph: &Range<usize>) -> usize {
    paragraph.clone().find(|&i| text.tokens[i].kind == TokenKind::Word).unwrap_or(paragraph.start)
}
