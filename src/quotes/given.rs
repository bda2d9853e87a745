//! Names that a clause gives (*Islanders call this “Slow Time”*) and words that stand on things (*a card that says “Do Not Tap”*): what
//! the verb before a passage shows. How the words themselves are written is in `view`.

use super::is_one_of;
use super::view::View;
use crate::text::{Tag, Token, TokenKind};
use crate::words::Class;

/// Words before *to* with which a verb tells what is done again and again.
const HABITS: &[&str] =
    &["come", "like", "likes", "liked", "love", "loves", "taken", "took", "used", "prefer", "prefers"];

/// Those whom nobody counts when they call a thing something.
const ALL: &[&str] = &[
    "everyone",
    "everybody",
    "people",
    "locals",
    "villagers",
    "fans",
    "they",
    "popularly",
    "locally",
    "commonly",
    "affectionately",
];

/// What writing does on a thing.
const READS: &[&str] = &[
    "say",
    "says",
    "said",
    "saying",
    "read",
    "reads",
    "reading",
    "bear",
    "bears",
    "bearing",
    "bore",
    "proclaim",
    "proclaims",
    "proclaimed",
    "proclaiming",
    "declare",
    "declares",
    "declared",
    "declaring",
    "announces",
    "announced",
    "announcing",
    "warns",
    "warned",
    "warning",
    "promises",
    "promised",
    "promising",
    "asks",
    "asked",
    "asking",
];

/// What a hand does to a thing that it writes on.
const WRITES: &[&str] =
    &["written", "wrote", "carved", "scrawled", "chalked", "painted", "daubed", "scribbled", "scratched"];

/// Who calls a thing by the words in marks, and how often.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Naming {
    /// *Islanders call this*, *known as*: its name, if it is written like one.
    Name,
    /// *what pilots call*, *which bankers liked to call a*: what a trade calls a thing.
    Term,
    /// *against what he calls*: his word for it, unless it is a title.
    Word,
}

impl View<'_> {
    /// Whether the words are what a thing is called, by habit or by all.
    pub fn is_given_name(&self) -> bool {
        const LONGEST: usize = 3; // words
        let words = self.words().count();
        words <= LONGEST
            && self.naming().is_some_and(|naming| match naming {
                Naming::Name => self.is_like_name(),
                Naming::Term => true,
                Naming::Word => words <= 2 && self.is_title_case(),
            })
    }

    /// The verb of naming in the clause before the passage, if it tells a habit: *likes to call*, *have taken to calling*, *known as*.
    fn naming(&self) -> Option<Naming> {
        const REACH: usize = 9; // words
        let before = self.before()?;
        let text = self.text;
        let clause = (before.saturating_sub(REACH)..=before).rev();
        let mut clause = clause.take_while(|&i| !matches!(text.tokens[i].kind, TokenKind::Stop | TokenKind::Comma));
        let verb = clause.find(|&i| text.tokens[i].tag.is_verb())?;
        let is = |words| is_one_of(text.word(verb), words);
        let link = |n: usize, words| verb.checked_sub(n).is_some_and(|l| is_one_of(text.word(l), words));
        let again = link(1, &["to"]) && link(2, HABITS);
        let names = match text.tokens[verb].tag {
            Tag::VerbS => is(&["calls", "nicknames", "knows", "terms", "labels"]),
            Tag::VerbIng => is(&["calling"]) && (again || link(1, &["is", "are", "was", "were"])),
            Tag::VerbPart => is(&["known", "nicknamed"]) || is(&["dubbed"]) && self.is_title_case(),
            Tag::VerbPast => is(&["nicknamed"]) || is(&["called"]) && (link(1, ALL) || self.is_nickname_of(verb)),
            _ => is(&["call", "nickname", "know", "term", "label", "refer"]) && (again || self.is_plain_present(verb)),
        };
        if !names {
            return None;
        }
        // "which executives liked to call a": the thing stands before the verb.
        let extracted = (verb + 1..=before).all(|i| text.tokens[i].tag == Tag::Det);
        // "what the team is calling a “packed lunch”", but "Berg is calling it “the worst”"
        let progressive = text.tokens[verb].tag == Tag::VerbIng && !again;
        let what = (1..=4).any(|n| link(n, &["what"]));
        let trade =
            verb.checked_sub(1).map(|s| &text.tokens[s]).is_some_and(|s| s.tag == Tag::Noun && !s.is(Class::DOCUMENT));
        Some(match (extracted, what) {
            (true, true) if trade => Naming::Term,
            (true, _) if again => Naming::Term,
            (_, true) => Naming::Word,
            _ if progressive => return None,
            _ => Naming::Name,
        })
    }

    /// *who called her “Sarge”*: one word with a capital, straight behind the verb and a pronoun.
    fn is_nickname_of(&self, verb: usize) -> bool {
        let pronoun = self.before().filter(|&b| b == verb + 1).map(|b| &self.text.tokens[b]);
        pronoun.is_some_and(|t| matches!(t.tag, Tag::Pron | Tag::Poss))
            && self.words().count() == 1
            && self.is_title_case()
    }

    /// *they call*, as against *to call*, *would call*, *does not call*
    fn is_plain_present(&self, verb: usize) -> bool {
        let before = verb.checked_sub(1).map(|i| self.text.tokens[i].tag);
        !matches!(before, Some(Tag::To | Tag::Modal | Tag::Do | Tag::Not | Tag::Have | Tag::Be))
    }

    /// *the lawn*, *Duchess time*: an article that says there is one, or a capital on its first word.
    fn is_like_name(&self) -> bool {
        let the = |i: usize| is_one_of(self.text.word(i), &["the"]);
        let first = &self.text.tokens[self.passage.tokens.start];
        let capital = first.is_capital() && !first.is_small_in_titles() && !first.is(Class::FIRST_PERSON);
        capital || the(self.passage.tokens.start) || self.before().is_some_and(the)
    }

    /// *“Do Not Tap,” read a card*, *“Do Not Tap,” other cards said*
    fn is_on_surface_behind(&self) -> bool {
        const LONGEST: usize = 4; // words of the phrase
        let text = self.text;
        let reads = |i: usize| {
            i < text.tokens.len() && is_one_of(text.word(i), &["read", "reads", "said", "says", "proclaimed"])
        };
        let Some(after) = self.after() else { return false };
        let is_inside = |&i: &usize| matches!(text.tokens[i].tag, Tag::Adj | Tag::Noun);
        let is_first = |i: usize| text.tokens.get(i).is_some_and(|t| matches!(t.tag, Tag::Det | Tag::Num));
        let start = after + reads(after) as usize;
        let first = start + is_first(start) as usize;
        let Some(head) = (first..text.tokens.len()).take(LONGEST).take_while(is_inside).last() else { return false };
        text.tokens[head].is(Class::SURFACE) && if reads(after) { is_first(start) } else { reads(head + 1) }
    }

    /// *A card on the tank says*, *buttons that said*, *whose placard read*, *somebody has carved*: the subject of the verb before the
    /// passage is a thing that words are written on, or nobody in particular.
    pub fn is_inscribed(&self) -> bool {
        const REACH: usize = 12; // words
        let text = self.text;
        if self.is_on_surface_behind() {
            return true;
        }
        let Some(before) = self.before() else { return false };
        let is_comma = |i: usize| matches!(text.tokens[i].kind, TokenKind::Comma | TokenKind::Colon);
        let skipped = |i: &usize| is_comma(*i) || matches!(text.tokens[*i].tag, Tag::Adv | Tag::To);
        let sentence = text.sentences[text.sentence_at(before)].tokens.start;
        let from = |reach: usize| before.saturating_sub(reach).max(sentence);
        let clause = |end: usize| {
            (from(REACH)..end).rev().take_while(move |&i| {
                let t = &text.tokens[i];
                let ends =
                    matches!(t.kind, TokenKind::Stop | TokenKind::Semicolon | TokenKind::Double | TokenKind::Dash);
                // "the billboard, which promises"
                let aside = is_comma(i) && i + 2 == end && text.tokens[i + 1].tag == Tag::Wh;
                !ends && t.tag != Tag::And && (!is_comma(i) || aside)
            })
        };
        if let Some(hand) = (from(8)..=before).rev().find(|&i| is_one_of(text.word(i), WRITES)) {
            return clause(hand).take(4).any(|i| is_one_of(text.word(i), &["somebody", "someone"]));
        }
        let Some(verb) = (from(2)..=before).rev().find(|i| !skipped(i)) else { return false };
        if !is_one_of(text.word(verb), READS) {
            return false;
        }
        // "placards reading": taken for two nouns
        let mut relative = text.tokens[verb].tag == Tag::VerbIng || is_one_of(text.word(verb), &["reading"]);
        // The subject is the first noun of the clause, with what stands before its first preposition.
        let mut head: Option<(usize, &Token)> = None;
        for i in clause(verb) {
            let t = &text.tokens[i];
            let reduced = t.tag == Tag::VerbPast && text.tokens[i + 1].tag == Tag::Prep;
            match t.tag {
                Tag::Wh | Tag::That if head.is_none() => relative = true,
                // "last year's poster": what stands before is the owner.
                Tag::Genitive if head.is_some() => break,
                Tag::Wh | Tag::That | Tag::Sub => break,
                Tag::Noun | Tag::Name if relative && t.is(Class::SURFACE) => return true,
                Tag::Noun | Tag::Name | Tag::Pron => {
                    let run = head.filter(|&(last, _)| last == i + 1);
                    head = Some(run.map_or((i, t), |(_, end)| (i, end)));
                }
                Tag::VerbPast | Tag::VerbS if !reduced => break,
                _ => {}
            }
        }
        !relative && head.is_some_and(|(_, t)| t.is(Class::SURFACE))
    }
}
