//! Words that no verb table can settle, since a whole phrase decides: *the estimated 11 million*, *defending champion Ines Varga*. One row
//! a phrase; the first that fits decides.

use super::Word;
use crate::text::tag::{Tag, may_be_nominal};
use crate::text::token::{Token, TokenKind};
use crate::words::Class;

/// A phrase in which a word is what its row says.
pub(super) struct Exception {
    /// Whether a word stands in such a phrase.
    pub is: fn(&Word) -> bool,
    /// What it is then; none for a noun or whatever else its class says.
    pub tag: Option<Tag>,
}

pub(super) const EXCEPTIONS: &[Exception] = &[
    // "Sources close to the talks"
    Exception { is: is_close_to, tag: Some(Tag::Adj) },
    // "the alleged contacts", "the forecast models": behind an article stands no past tense.
    Exception { is: |w| w.noun && is_past_behind_article(w), tag: None },
    Exception { is: is_past_behind_article, tag: Some(Tag::Adj) },
    // "the estimated 11 million", "400 pledged delegates", "the most telling sign"
    Exception { is: is_attributive, tag: None },
    // "state Sen. Olaf Lund", "“Q,” retired Air Force general Olaf Lund said", "“Q,” acting mayor Olaf Lund said"
    Exception { is: |w| w.noun && is_before_title(w), tag: None },
    Exception { is: is_before_title, tag: Some(Tag::Adj) },
    // "Ines Varga, associate media director at", "senior research associate at"
    Exception { is: |w| w.is("associate") && (modifies(w) || hangs(w)), tag: None },
    // "founding director of", "a Democratic ranking member of"
    Exception { is: is_of_office, tag: Some(Tag::Adj) },
    // "defending champion Ines Varga"
    Exception { is: is_of_holder, tag: Some(Tag::Adj) },
    // "Oslo News anchor Ines Varga"
    Exception { is: is_role_before_name, tag: None },
    // "Retired surgeon Ines Varga said", "one guest, syndicated radio host Ines Varga"
    Exception { is: is_past_role, tag: Some(Tag::Adj) },
    // "a Norwegian think tank"
    Exception { is: |w| w.is("think") && matches!(w.text(1), "tank" | "tanks"), tag: None },
    // "the rights group Oslo Watch", but "voters trust Berg"
    Exception { is: is_group_before_name, tag: None },
    // "premium brands of the firm"
    Exception { is: is_plural_of, tag: None },
    // "all G20 states", "these member states"
    Exception { is: is_of_several, tag: None },
    // "78 alleged “terror” attacks"
    Exception { is: is_before_marked_noun, tag: Some(Tag::Adj) },
    // "a 2012 audit"
    Exception { is: is_dated, tag: None },
];

fn is_close_to(w: &Word) -> bool {
    let people = || w.word_before().is_some_and(|b| b.is(Class::PLURAL) && b.tag != Tag::Pron);
    w.is("close")
        && people()
        && w.text(1) == "to"
        && w.next(2).is_some_and(|t| t.is(Class::DET | Class::POSS) || t.is_capital())
}

fn is_past_behind_article(w: &Word) -> bool {
    let article = |a: usize| ["the", "a", "an"].iter().any(|word| word.eq_ignore_ascii_case(w.at(a)));
    w.before == Tag::Det
        && w.class.intersects(Class::VERB_PAST | Class::VERB_PART)
        && w.i.checked_sub(1).is_some_and(article)
}

fn is_attributive(w: &Word) -> bool {
    let noun_begins =
        matches!(w.before, Tag::Det | Tag::Num | Tag::Poss | Tag::Genitive | Tag::Adj | Tag::Prep | Tag::That);
    w.class.contains(Class::ADJ)
        && noun_begins
        && w.next(1).is_some_and(|n| {
            n.kind == TokenKind::Number || n.kind == TokenKind::Word && may_be_nominal(n) && !n.is_capital()
        })
}

fn is_before_title(w: &Word) -> bool {
    let nominal = matches!(w.before, Tag::Punct | Tag::VerbPast | Tag::VerbS | Tag::Prep | Tag::And | Tag::Genitive);
    let title = |t: &Token| t.is(Class::TITLE) && t.is_capital() && !t.is(Class::GIVEN);
    let behind_mark = w.i > 0 && w.tokens[w.i - 1].kind == TokenKind::Double;
    let titles = || w.tokens[w.i + 1..].iter().take(3).take_while(|t| t.kind == TokenKind::Word && !t.is(Class::PREP));
    w.noun && nominal && w.next(1).is_some_and(title)
        || (behind_mark || matches!(w.before, Tag::Det | Tag::Punct) && (w.is("acting") || w.is("retired")))
            && w.class.intersects(Class::VERB_PART | Class::VERB_ING)
            && !w.class.contains(Class::CUE)
            && titles().any(|t| t.is(Class::TITLE | Class::ROLE))
}

fn modifies(w: &Word) -> bool {
    matches!(w.before, Tag::Punct | Tag::Det | Tag::Prep | Tag::VerbPast)
        && w.next(1).is_some_and(|t| may_be_nominal(t) && !t.is_capital())
}

fn is_of_office(w: &Word) -> bool {
    let noun = || w.next(1).is_some_and(|t| may_be_nominal(t) && t.is(Class::ROLE | Class::PERSON) && !t.is_capital());
    w.is("founding") && modifies(w)
        || matches!(w.text(0), "ranking" | "Ranking" | "founding" | "presiding" | "sitting" | "managing")
            && !matches!(w.before, Tag::Be | Tag::Noun | Tag::Pron)
            && noun()
}

fn hangs(w: &Word) -> bool {
    matches!(w.before, Tag::Noun | Tag::Adj) && w.next(1).is_some_and(|t| t.is(Class::PREP))
}

fn is_of_holder(w: &Word) -> bool {
    matches!(w.text(0), "defending" | "reigning" | "visiting" | "retiring" | "incoming" | "outgoing")
        && !matches!(w.before, Tag::Be | Tag::Have)
        && begins_with_person(&w.tokens[w.i..])
}

fn is_role_before_name(w: &Word) -> bool {
    w.class.contains(Class::ROLE | Class::VERB)
        && matches!(w.before, Tag::Noun | Tag::Name)
        && w.next(1).is_some_and(|t| t.is_capital() && t.is(Class::GIVEN) && !w.tagger.title_case)
}

fn is_past_role(w: &Word) -> bool {
    let part = w.class.contains(Class::VERB_PART) && !w.class.contains(Class::CUE);
    w.before == Tag::Punct && part && begins_with_person(&w.tokens[w.i..])
}

fn is_group_before_name(w: &Word) -> bool {
    let somebody = || w.word_before().is_some_and(|b| b.is(Class::PERSON | Class::ROLE));
    let named = |t: &Token| t.kind == TokenKind::Word && t.is_capital() && !w.tagger.title_case;
    w.class.contains(Class::GROUP | Class::VERB) && w.before == Tag::Noun && w.next(1).is_some_and(named) && !somebody()
}

fn is_plural_of(w: &Word) -> bool {
    w.noun
        && w.class.contains(Class::VERB_S)
        && !w.class.contains(Class::CUE)
        && w.text(1) == "of"
        && w.before == Tag::Noun
}

fn is_of_several(w: &Word) -> bool {
    const SEVERAL: &[&str] = &["all", "these", "those", "both", "several", "many", "few", "most", "various"];
    let Some([first, kind]) = w.i.checked_sub(2).map(|f| &w.tokens[f..w.i]) else { return false };
    let several = || SEVERAL.iter().any(|s| s.eq_ignore_ascii_case(first.span.of(w.tagger.text)));
    // "all Berg says"
    let letters = || w.at(w.i - 1).ends_with(|c: char| c.is_ascii_uppercase() || c.is_ascii_digit());
    let of_a_kind = matches!(kind.tag, Tag::Noun | Tag::Adj) || letters();
    w.noun && w.class.contains(Class::VERB_S) && of_a_kind && !kind.is(Class::PLURAL) && several()
}

fn is_before_marked_noun(w: &Word) -> bool {
    let [_, open, _, close, noun, ..] = &w.tokens[w.i..] else { return false };
    w.class.contains(Class::ADJ)
        && matches!(w.before, Tag::Num | Tag::Det)
        && [open, close].iter().all(|t| t.kind == TokenKind::Double)
        && noun.kind == TokenKind::Word
        && !noun.is(Class::FUNCTION)
}

fn is_dated(w: &Word) -> bool {
    let number = w.tagger.before_word.filter(|_| w.before == Tag::Num);
    let dated = number.is_some_and(|b| b > 0 && w.tokens[b - 1].tag == Tag::Det);
    dated && w.class.contains(Class::VERB) && (w.noun || !w.opens_object)
}

/// *Retired radio host Ines Varga*: behind the first word a role and straight behind it a name.
fn begins_with_person(tokens: &[Token]) -> bool {
    const LONGEST: usize = 4; // words before the name
    let small = |t: &&Token| t.kind == TokenKind::Word && !t.is_capital() && !t.is(Class::FUNCTION);
    let words = tokens.iter().skip(1).take(LONGEST).take_while(small).count();
    words > 0
        && tokens[words].is(Class::ROLE)
        && !tokens[words].is(Class::PLURAL)
        && tokens.get(words + 1).is_some_and(|t| t.kind == TokenKind::Word && t.is_capital() && t.is(Class::GIVEN))
}
