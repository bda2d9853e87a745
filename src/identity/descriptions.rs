//! *the senator*, *the 38-year-old*, *the official*: whom a description means, by what the article has called people before.

use std::ops::Range;

use super::discourse::{Discourse, Prominent};
use super::people::Gender;
use super::pronouns::{MEMORY, REACH};
use super::{Who, WordsKind, bodies, kin};
use crate::text::Tag;
use crate::text::clause::Clause;
use crate::words::Class;

impl Discourse<'_> {
    /// *the senator*, *the official*: the last person of that role, or the last unnamed source with the same noun.
    pub(super) fn description(&self, tokens: &Range<usize>, head: usize) -> Option<Who> {
        let text = self.text;
        let noun = text.word(head).to_ascii_lowercase();
        let class = text.tokens[head].class;
        // "the 38-year-old", "the 34-year-old center"
        let age = self.has_age(tokens, false);
        if !(class.intersects(Class::ROLE | Class::PERSON | Class::NATIONALITY | Class::HONORIFIC) || age)
            || self.is_plural(tokens)
        {
            return self.met_before(tokens, &noun);
        }
        let sentence = text.sentence_at(tokens.start);
        // An unnamed source met before with the same noun: "a State Department official … The official said".
        let called = self.called(tokens, head, &noun);
        let end = self.prominent.partition_point(|p| p.token < tokens.start);
        let near = self.prominent.partition_point(|p| p.sentence + REACH <= sentence).min(end);
        // "Berg wants more, the diplomat said": of whom they speak does not say it.
        let spoken_of = |p: &Prominent| p.sentence == sentence && self.in_content(p.token);
        let person = self.prominent[near..end].iter().rev().find_map(|p| match p.who {
            Who::Person { person, .. } if called.binary_search(&person).is_ok() && !spoken_of(p) => {
                Some((p.token, person))
            }
            _ => None,
        });
        // "Pilot in the dock": whom the headline meant, the lede tells again.
        let told_again = self.introduced.as_ref().filter(|lede| text.word(lede.head).eq_ignore_ascii_case(&noun));
        let after = person.map_or(told_again.map_or(0, |lede| lede.tokens.start), |(token, _)| token);
        let mut several = false;
        for at in self.recall.sources(&noun, tokens.start).take_while(|&at| at >= after) {
            let p = &self.prominent[self.prominent.partition_point(|p| p.token < at)];
            if let Who::Words { tokens: other, kind: WordsKind::Anonymous, .. } = &p.who {
                // "A harbor master … Ines Varga, 61, … the harbor master": whom the first words meant was named since.
                let named_since = !p.spoke && self.named_since(at, tokens.start);
                // "Both sources said so": the one source stands for itself.
                let meant = self.agrees(tokens, other) && !named_since;
                let plural = meant && self.heads_plural(other);
                several |= plural && p.spoke;
                if meant && !plural {
                    let through = !self.is_headline_noun(other);
                    let words = if through { other } else { tokens };
                    return Some(Who::Words { tokens: words.clone(), through, kind: WordsKind::Anonymous });
                }
            }
        }
        if let Some((_, person)) = person {
            return Some(Who::Person { person, through: true, ambiguous: false });
        }
        // Nobody prominent: anybody named before with that role, the nearest first.
        let last_before = |&person: &usize| {
            let mentions = &self.people.people[person].mentions;
            let before = mentions.partition_point(|&m| self.people.mentions[m].tokens.start < tokens.start);
            mentions[..before].last()
        };
        if let Some(&m) = called.iter().filter_map(last_before).max() {
            return Some(Who::Person { person: self.people.mentions[m].person, through: true, ambiguous: false });
        }
        // "The judge said so. Here was Judge Varga": named right behind it, and nobody else.
        const SOON: usize = 6; // sentences
        let plain = head > tokens.start && matches!(text.tokens[head - 1].tag, Tag::Det | Tag::Genitive | Tag::Poss);
        let unmet = class.contains(Class::TITLE) && !self.meant.contains_key(&noun);
        if let [person] = called[..] {
            let first = self.people.people[person].mentions.first().map(|&m| self.people.mentions[m].sentence);
            // "The Oslo harbor master": the same words stand beside the name.
            let beside = |i: usize| self.is_called(person, &text.word(i).to_ascii_lowercase());
            let qualified = head > tokens.start + 1 && (tokens.start + 1..head).all(beside);
            let unmet = unmet && (plain || qualified);
            if unmet && first.is_some_and(|first| first <= sentence + SOON) {
                return Some(Who::Person { person, through: true, ambiguous: false });
            }
        }
        if several {
            return None;
        }
        // "the Turkish leader" is not Russian President Berg.
        let named = (tokens.start..head).find_map(|i| self.nation_at(i));
        self.uncalled(tokens, head, &noun).filter(|who| match who {
            Who::Person { person, .. } => named.is_none_or(|nation| !self.is_of_another(*person, nation)),
            _ => true,
        })
    }

    /// *Student held over shooting*: a noun without its article, in the headline, is no word for whom the text calls *the student*.
    fn is_headline_noun(&self, tokens: &Range<usize>) -> bool {
        let first = &self.text.tokens[tokens.start];
        self.text.sentences[self.text.sentence_at(tokens.start)].paragraph == 0
            && tokens.len() == 1
            && first.tag == Tag::Noun
            && !first.is(Class::PLURAL)
    }

    /// *our correspondent*, behind *the BBC's Ines Varga*: the last whom the article brought in as an outlet's.
    pub(super) fn own_reporter(&self, tokens: &Range<usize>, head: usize) -> Option<usize> {
        const LOOKED_AT: usize = 64; // names
        let text = self.text;
        let own = text.word(tokens.start).eq_ignore_ascii_case("our");
        if !own || !matches!(text.word(head), "correspondent" | "reporter") {
            return None;
        }
        let of_outlet = |at: usize| at >= 2 && text.is_possessor(at - 1) && text.tokens[at - 2].is(Class::OUTLET);
        let mentions = &self.people.mentions;
        let before = &mentions[..mentions.partition_point(|m| m.tokens.start < tokens.start)];
        before.iter().rev().take(LOOKED_AT).find(|m| of_outlet(m.tokens.start)).map(|m| m.person)
    }

    /// Whom a description means that the article calls nobody by.
    fn uncalled(&self, tokens: &Range<usize>, head: usize, noun: &str) -> Option<Who> {
        let text = self.text;
        let class = text.tokens[head].class;
        let sentence = text.sentence_at(tokens.start);
        // "the official", where no unnamed one has come up: the minister who has just spoken.
        if head + 1 == tokens.end && HOLDERS.contains(&noun) && self.recall.sources(noun, tokens.start).next().is_none()
        {
            return self.office_holder(tokens.start, sentence);
        }
        let gender = Gender::of_class(class);
        // Whom the noun meant before, it means again.
        let bare = gender.is_none() && tokens.len() == 2 && text.word(tokens.start).eq_ignore_ascii_case("the");
        if let Some(&Some(person)) = self.meant.get(noun).filter(|_| bare) {
            return Some(Who::Person { person, through: true, ambiguous: false });
        }
        // "the president" is not the attorney general.
        if noun == "president" && tokens.len() == 2 {
            let lately = self.lately(tokens.start, sentence);
            return self.nearest_person(lately, gender).filter(|who| !self.holds_another(who, noun));
        }
        // "his father": none of those named, as the article calls nobody so.
        if kin::noun(noun).is_some() && self.is_owned(tokens) {
            return None;
        }
        // "her translator", "the 38-year-old's manager": somebody else.
        let owned = text.tokens[tokens.start].tag == Tag::Poss || self.has_age(tokens, true);
        let office = OFFICES.contains(&noun);
        // "the actress", "the Austrian", "the 38-year-old": nothing but a person can be meant; the nearest whom it fits.
        let fits_anybody = !office && (gender.is_some() || !owned);
        if fits_anybody || self.has_age(tokens, false) || class.contains(Class::NATIONALITY) {
            // "The actress", "the 14-year-old": whom the text is about, though a sentence between names nobody.
            let gendered = tokens.len() == 2 && gender.is_some() && kin::noun(noun).is_none();
            let short = gendered || tokens.len() <= 3 && self.has_age(tokens, false);
            let spoken_of = if short { Self::lately } else { Self::recent };
            let nearest = self.nearest_person(spoken_of(self, tokens.start, sentence), gender);
            // "the Portuguese", where two have been spoken of: nothing says which.
            let nation = class.contains(Class::NATIONALITY) && gender.is_none();
            let only = self.only_name(tokens.start, sentence);
            if !nation {
                let owned = tokens.clone().any(|i| text.tokens[i].tag == Tag::Genitive);
                // "The state's attorney general" is not the president whom the sentence before brought in; who leads may be.
                let another = class.contains(Class::TITLE) && noun != "leader" || owned;
                let only = only.filter(|_| !another);
                return self.newcomer(only, tokens.start, sentence, gender).or(nearest);
            }
            return only.or_else(|| nearest.filter(|_| self.is_only_person(tokens.start, sentence)));
        }
        None
    }

    /// Whether a phrase tells an age, of its own noun or of whoever owns it: *the 38-year-old*, *the 38-year-old's manager*.
    fn has_age(&self, tokens: &Range<usize>, of_owner: bool) -> bool {
        let tells = |i: usize| self.text.word(i).ends_with("-year-old") && self.text.is_possessor(i + 1) == of_owner;
        tokens.clone().any(tells)
    }

    /// *the report* after *a report by the consultants*: the longer words met before.
    fn met_before(&self, tokens: &Range<usize>, noun: &str) -> Option<Who> {
        let text = self.text;
        // "The officials" may be others than the two officials before.
        if !text.word(tokens.start).eq_ignore_ascii_case("the") || tokens.len() != 2 || self.is_plural(tokens) {
            return None;
        }
        self.recall
            .sources(noun, tokens.start)
            .find_map(|at| {
                let p = &self.prominent[self.prominent.partition_point(|p| p.token < at)];
                let Who::Words { tokens: other, kind, .. } = &p.who else { return None };
                // A body keeps the name it is called by, as "the court" may be another, but "the firm" is "the security firm Lundtec".
                if !matches!(kind, WordsKind::Anonymous | WordsKind::Document) {
                    let body = bodies::described(text, other).filter(|_| other.end <= tokens.start)?;
                    let same = text.word(body.kind).eq_ignore_ascii_case(noun);
                    return same.then(|| Who::Words { tokens: other.clone(), through: true, kind: *kind });
                }
                // A text is called by the words at the place, but "the Post" is "The Oslo Post".
                if *kind == WordsKind::Document && !text.tokens[tokens.end - 1].is_capital() {
                    return None;
                }
                let clause = Clause::of(text, text.sentence_at(other.start));
                let head = clause.chunks[clause.chunk_at(other.start)?].head;
                let same = other.contains(&head) && text.word(head).eq_ignore_ascii_case(noun);
                let longer = other.len() > tokens.len() && other.end <= tokens.start;
                (same && longer).then(|| Who::Words { tokens: other.clone(), through: true, kind: *kind })
            })
            .or_else(|| self.named_body(tokens, noun))
    }

    /// Whether one person, and one only, was named with an age or a title behind a place.
    fn named_since(&self, after: usize, before: usize) -> bool {
        let from = self.prominent.partition_point(|p| p.token <= after);
        let to = self.prominent.partition_point(|p| p.token < before).max(from);
        let mut people = self.prominent[from..to].iter().take(REACH).filter_map(|p| match p.who {
            Who::Person { person, .. } if self.is_someone(person) => Some(person),
            _ => None,
        });
        let first = people.next();
        first.is_some() && people.all(|p| Some(p) == first)
    }

    /// Who has been spoken of before token `at` in the nearest sentence that names somebody and the two before it.
    fn lately(&self, at: usize, sentence: usize) -> &[Prominent] {
        let before = &self.prominent[..self.prominent.partition_point(|p| p.sentence < sentence && p.token < at)];
        let person = |p: &&Prominent| matches!(p.who, Who::Person { .. });
        let nearest = before
            .iter()
            .rev()
            .take(MEMORY)
            .find(person)
            .map_or(sentence, |p| (p.sentence + 1).max(sentence.saturating_sub(REACH)));
        self.recent(at, nearest)
    }

    /// Who has been spoken of before token `at`, in its sentence and the two before it.
    fn recent(&self, at: usize, sentence: usize) -> &[Prominent] {
        let from = self.prominent.partition_point(|p| p.sentence + 3 <= sentence);
        &self.prominent[from..self.prominent.partition_point(|p| p.token < at).max(from)]
    }

    /// Whether but one person has been spoken of in this sentence and the two before it.
    fn is_only_person(&self, at: usize, sentence: usize) -> bool {
        let mut people = self.recent(at, sentence).iter().rev().take(MEMORY).filter_map(|p| match p.who {
            Who::Person { person, .. } => Some(person),
            _ => None,
        });
        let first = people.next();
        people.all(|p| Some(p) == first)
    }

    /// *The message came from Ines Varga. The leader of the party wrote*: the only person named here, if the article has just brought
    /// them in and nobody else is what these sentences are about.
    fn newcomer(&self, only: Option<Who>, at: usize, sentence: usize, gender: Option<Gender>) -> Option<Who> {
        let Some(Who::Person { person, .. }) = only else { return None };
        let first = &self.people.mentions[*self.people.people[person].mentions.first()?];
        let is_new = first.sentence + 1 >= sentence
            && self.people.people[person].signs.is_person
            && self.text.passage_at(first.tokens.start).is_none()
            && gender.is_none_or(|g| self.fits(person, g));
        let is_person = |p: &Prominent| matches!(p.who, Who::Person { .. });
        let about = |p: &Prominent| p.sentence + 1 >= sentence && is_person(p);
        if is_new && !self.recent(at, sentence).iter().any(about) { only } else { None }
    }

    /// The only person named in this sentence and the one before it, in the same paragraph.
    fn only_name(&self, at: usize, sentence: usize) -> Option<Who> {
        let paragraph = self.text.paragraphs.partition_point(|p| p.end <= at);
        let start = self.text.paragraphs[paragraph].start;
        let named = self.people.mentions[self.people.mentions.partition_point(|m| m.tokens.start < start)..]
            .iter()
            .take_while(|m| m.tokens.start < at)
            .filter(|m| m.sentence + 1 >= sentence && self.is_someone(m.person))
            .map(|m| m.person);
        // Those who are surely people, before names that only look so: "Bellandi" beside "Crayford Athletic".
        let sure = named.clone().any(|p| self.people.people[p].signs.is_person);
        let mut named = named.filter(|&p| !sure || self.people.people[p].signs.is_person);
        let person = named.next()?;
        named.all(|p| p == person).then_some(Who::Person { person, through: true, ambiguous: false })
    }

    /// Whether the article gives somebody a title, and not this one.
    fn holds_another(&self, who: &Who, noun: &str) -> bool {
        let Who::Person { person, .. } = who else { return false };
        self.titles(*person).any(|title| title != noun)
    }

    /// The titles that stand beside a person's first mentions.
    fn titles(&self, person: usize) -> impl Iterator<Item = String> + '_ {
        let titles = self.people.role_words(self.text, person);
        let titles = titles.filter(|&i| self.text.tokens[i].is(Class::TITLE | Class::TITLE_PHRASE));
        titles.map(|i| self.text.word(i).to_ascii_lowercase())
    }

    /// The last person who spoke in this sentence or the two before it, if the article gives them a title.
    fn office_holder(&self, at: usize, sentence: usize) -> Option<Who> {
        let last = self.recent(at, sentence).iter().rev().find(|p| p.spoke)?;
        let Who::Person { person, .. } = last.who else { return None };
        let titled = self.titles(person).next().is_some();
        titled.then_some(Who::Person { person, through: true, ambiguous: false })
    }

    /// The last of those spoken of who is a person, of this gender if one is known.
    fn nearest_person(&self, spoken_of: &[Prominent], gender: Option<Gender>) -> Option<Who> {
        spoken_of.iter().rev().find_map(|p| match p.who {
            Who::Person { person, .. } if gender.map_or_else(|| self.is_someone(person), |g| self.fits(person, g)) => {
                Some(Who::Person { person, through: true, ambiguous: false })
            }
            _ => None,
        })
    }

    /// Whether a later description adds nothing the earlier words contradict: every name in it stands in them too, and so does what
    /// qualifies its noun, if theirs is qualified (*the prime minister*, *Scotland's first minister*).
    fn agrees(&self, later: &Range<usize>, earlier: &Range<usize>) -> bool {
        let tokens = &self.text.tokens;
        let has = |word: &str| earlier.clone().any(|j| self.text.word(j).eq_ignore_ascii_case(word));
        let named = |i: usize| tokens[i].tag == Tag::Name && !tokens[i].is(Class::ROLE);
        // "The DOT official" after "a Department of Tides official"
        let stands_for = |letters: &str| {
            let initials = earlier.clone().filter_map(|j| self.text.word(j).chars().next());
            let all = letters.len() > 1 && letters.bytes().all(|b| b.is_ascii_uppercase());
            all && initials.collect::<String>().to_ascii_uppercase().contains(letters)
        };
        let agrees = |word: &str| has(word) || stands_for(word);
        let names_agree = later.clone().filter(|&i| named(i)).all(|i| agrees(self.text.word(i)));
        let noun = self.text.word(later.end - 1);
        let qualifier = |end: usize, range: &Range<usize>| {
            let before = end.checked_sub(1).filter(|b| range.contains(b))?;
            matches!(tokens[before].tag, Tag::Adj | Tag::Noun).then_some(before)
        };
        let theirs = earlier.clone().find(|&j| self.text.word(j).eq_ignore_ascii_case(noun));
        let differ = theirs.and_then(|t| qualifier(t, earlier)).is_some()
            && qualifier(later.end - 1, later).is_some_and(|q| !has(self.text.word(q)));
        names_agree && !differ
    }
}

/// What anybody who holds an office is called.
const HOLDERS: &[&str] = &["official", "diplomat"];

/// Roles that come up with somebody new: *the spokesman* may be one whom nobody has named. Other roles (*the nominee*, *the striker*)
/// stand for whom the text is about.
const OFFICES: &[&str] = &[
    "official",
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "aide",
    "adviser",
    "advisor",
    "source",
    "lawyer",
    "attorney",
    "diplomat",
    "witness",
    "officer",
    "agent",
    "reporter",
    "prosecutor",
    "staffer",
    "person",
    "people",
    "crowd",
    "family",
    "couple",
    "team",
    "audience",
    "public",
    "judge",
    "police",
    "marshal",
    "sheriff",
    "coroner",
    "interviewer",
    "journalist",
    "host",
    "moderator",
    "questioner",
    "caller",
    "reader",
    "reviewer",
    "critic",
    "columnist",
    "correspondent",
    "bystander",
    "onlooker",
    "bartender",
    "umpire",
    "referee",
    "doctor",
    "nurse",
    "conductor",
    "driver",
    "clerk",
    "neighbor",
    "neighbour",
    "defendant",
    "solicitor",
    "translator",
    "interpreter",
    "friend",
    "pal",
    "insider",
    "stranger",
    "passenger",
    "customer",
    "caddie",
    "owner",
    "delegate",
    "victim",
    "suspect",
    "attacker",
    "assailant",
    "gunman",
    "shooter",
    "killer",
    "murderer",
    "intruder",
    "robber",
    "burglar",
    "thief",
    "hijacker",
    "kidnapper",
];
