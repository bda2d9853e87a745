//! Who a mention is: the one place that turns *Kirby*, *he*, *the official* or *the poll* into a speaker. Rules of attribution only say
//! which words stand for the source.

mod bare;
mod bearers;
mod beside;
mod bodies;
mod byline;
mod called;
mod candidate;
mod candidates;
mod descriptions;
mod discourse;
mod gender;
mod he_or_she;
mod joint;
mod kin;
mod labels;
mod lede;
mod office;
mod people;
mod pronouns;
mod recall;
mod roles;
mod same_name;
mod seen;
mod signs;

use std::ops::Range;

use crate::attribution::Statement;
use crate::attribution::transcript::Role;
use crate::landmarks::NameHit;
use crate::landmarks::names::{is_group_name, name_in};
use crate::lexicon::{Date, Lexicon};
use crate::record::Flag;
use crate::records::clean;
use crate::text::{ChunkKind, Tag, Text};
use crate::words::Class;

use discourse::Discourse;
use people::People;
pub(crate) use seen::people;
pub use seen::{Proof, Seen};

/// Who a statement's source is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Identity {
    /// Canonical name, or the words for an unnamed source.
    pub speaker: Option<String>,
    /// Index of the lexicon's speaker.
    pub lexicon: Option<usize>,
    /// The article's own words for the role.
    pub stated_role: Option<String>,
    /// What to know before trusting it.
    pub flags: Vec<Flag>,
}

/// The speakers of all statements, in their order.
pub(crate) fn identify(text: &Text, names: &[NameHit], lexicon: &Lexicon, statements: &[Statement]) -> Vec<Identity> {
    let people = People::collect(text, names, lexicon);
    let mut discourse = Discourse::new(text, &people, statements);
    let interviewee = labels::interviewee(text, &people, statements);
    let mut roles = roles::Roles::default();
    let whos: Vec<Result<Option<Who>, Flag>> = statements
        .iter()
        .map(|statement| {
            let who = match labels::role(text, statement) {
                Some(Role::Asks) => return Err(Flag::Anonymous),
                Some(Role::Answers) => interviewee.clone(),
                _ => statement.mention.as_ref().map(|m| discourse.resolve(m)),
            };
            discourse.spoke(statement, who.as_ref());
            Ok(who)
        })
        .collect();
    // All is read: what somebody is called further on is known here too.
    whos.into_iter()
        .map(|who| match who {
            Ok(who) => identity(text, &people, &discourse, &mut roles, who),
            Err(flag) => Identity { flags: vec![flag], ..Identity::default() },
        })
        .collect()
}

/// What a mention was resolved to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Who {
    /// A person of the article, found by name or through other words.
    Person { person: usize, through: bool, ambiguous: bool },
    /// Words that stand for themselves: an unnamed source, a body, a text; `through` where a later mention led back to them.
    Words { tokens: Range<usize>, through: bool, kind: WordsKind },
    /// A pronoun or description that could be nobody or several.
    Dangling { tokens: Range<usize> },
}

/// What kind of source words stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum WordsKind {
    Anonymous,
    Group,
    Document,
    /// Nothing that speaks; met when subjects are read, and as a source only through a mistake.
    Thing,
}

fn identity(
    text: &Text,
    people: &People,
    discourse: &Discourse,
    roles: &mut roles::Roles,
    who: Option<Who>,
) -> Identity {
    let words = |tokens: Range<usize>| clean(text.span(tokens).of(text.src));
    match who {
        None => Identity::default(),
        Some(Who::Person { person, through, ambiguous }) => {
            let entry = &people.people[person];
            let mut flags = Vec::new();
            if through {
                flags.push(Flag::Resolved);
            }
            if ambiguous {
                flags.push(Flag::AmbiguousSpeaker);
                return Identity { speaker: Some(entry.surname().to_owned()), flags, ..Identity::default() };
            }
            let is_body = entry.is_body();
            if is_body {
                flags.insert(0, Flag::Group);
            }
            Identity {
                speaker: Some(entry.name()),
                lexicon: entry.speaker,
                stated_role: (!is_body)
                    .then(|| roles.stated(text, people, person).or_else(|| discourse.description_of(person)))
                    .flatten()
                    .map(words)
                    .map(without_last_comma),
                flags,
            }
        }
        Some(Who::Words { tokens, through, kind }) => {
            if let Some(names) = joint::names(text, people, &tokens) {
                let flags = if through { vec![Flag::Resolved] } else { Vec::new() };
                return Identity { speaker: Some(names), flags, ..Identity::default() };
            }
            let mut flags = vec![match kind {
                WordsKind::Anonymous => Flag::Anonymous,
                WordsKind::Group => Flag::Group,
                WordsKind::Document => Flag::Document,
                WordsKind::Thing => Flag::Dangling,
            }];
            if through {
                flags.push(Flag::Resolved);
            }
            let body = if kind == WordsKind::Anonymous { None } else { bodies::described(text, &tokens) };
            let name = body.map_or(tokens, |b| b.name);
            Identity { speaker: Some(words(name)), flags, ..Identity::default() }
        }
        // "she", who could be anybody, is no speaker; a description is words for one.
        Some(Who::Dangling { tokens }) => {
            let bare = tokens.len() == 1 && BARE.iter().any(|w| w.eq_ignore_ascii_case(text.word(tokens.start)));
            let speaker = (!bare).then(|| words(tokens));
            Identity { speaker, flags: vec![Flag::Dangling], ..Identity::default() }
        }
    }
}

/// Words that name nobody by themselves, unlike *some* and *others*; who says *I* and *we* is the text's own.
const BARE: &[&str] =
    &["he", "him", "his", "she", "her", "it", "its", "they", "them", "their", "who", "which", "that", "this", "these"];

/// *the author of “Polk”* of *the author of “Polk,”*: the comma is the sentence's.
fn without_last_comma(mut role: String) -> String {
    if let Some(closed) = role.strip_suffix(['"', '”', '\'', '’']).filter(|closed| closed.ends_with(',')) {
        role.remove(closed.len() - 1);
    }
    role
}

/// The role for export: the lexicon's that was valid on `date`, else the article's own words.
pub(crate) fn role(identity: &Identity, lexicon: &Lexicon, date: Option<Date>) -> Option<String> {
    let from_lexicon = identity.lexicon.and_then(|s| lexicon.speakers[s].role_on(date)).map(str::to_owned);
    from_lexicon.or_else(|| identity.stated_role.clone())
}

/// What kind of source a noun phrase is that names no person.
fn words_kind(text: &Text, tokens: &Range<usize>) -> WordsKind {
    // The head of the first noun phrase tells: "officials with the committee" are people.
    let sentence = text.sentence_at(tokens.start);
    let chunk = text.chunks_of(sentence).iter().find(|c| c.kind == ChunkKind::Np && c.end > tokens.start);
    let (start, end) = chunk.map_or((tokens.start, tokens.end), |c| (c.start.max(tokens.start), c.end.min(tokens.end)));
    let head = chunk.map_or(tokens.start, |c| c.head.min(end.saturating_sub(1)).max(start));
    let class = text.tokens[works_for(text, tokens, head).unwrap_or(head)].class;
    let named_group = text.tokens[head].tag == Tag::Name
        && name_in(text, start..end, head).is_none_or(|n| is_group_name(text, &n) || text.tokens[start].is(Class::DET));
    if class.intersects(Class::ROLE | Class::PERSON) && !class.contains(Class::DOCUMENT_ONLY) {
        WordsKind::Anonymous
    } else if class.contains(Class::DOCUMENT_ONLY) || class.contains(Class::DOCUMENT) && !class.contains(Class::GROUP) {
        WordsKind::Document
    } else if named_group || class.intersects(Class::GROUP | Class::OUTLET | Class::PLACE) {
        WordsKind::Group
    } else if class.intersects(Class::NUMBER | Class::SUBJECT | Class::PLURAL | Class::NATIONALITY)
        || is_of_people(text, tokens)
    {
        WordsKind::Anonymous
    } else {
        WordsKind::Thing
    }
}

/// *a Department of Tides official*: the noun behind the body's name, which is what the source is.
fn works_for(text: &Text, tokens: &Range<usize>, head: usize) -> Option<usize> {
    let [of, body] = [head + 1, head + 2];
    let noun = tokens.end.checked_sub(1).filter(|&noun| noun > body && noun < head + 6)?;
    let joined = text.word(of) == "of" && text.tokens[head].is_capital() && text.tokens[body].is_capital();
    let within = text.tokens[body..noun].iter().all(|t| t.is_capital() || t.is_small_in_titles());
    let somebody = text.tokens[noun].tag == Tag::Noun && text.tokens[noun].is(Class::ROLE | Class::PERSON);
    (joined && within && somebody).then_some(noun)
}

/// *one of his aides*, *62 percent of voters*: people further on in the phrase.
fn is_of_people(text: &Text, tokens: &Range<usize>) -> bool {
    text.tokens[tokens.clone()].iter().any(|t| {
        matches!(t.tag, Tag::Noun | Tag::Name) && t.is(Class::ROLE | Class::PERSON | Class::PLURAL) || t.tag == Tag::Num
    })
}
