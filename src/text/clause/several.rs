//! Three people or more in a row, who share a verb: *Ines Berg, Ole Lund and Carl Moe said*. Two are joined where subjects and objects are
//! read; who they are is decided in `identity`.

use super::Clause;
use crate::text::ChunkKind;
use crate::words::Class;

/// How many people a list may have: more are read as those nearest to the verb.
const LONGEST: usize = 12;

impl Clause<'_> {
    /// Where the list begins whose last two names *and* joins, the first of them chunk `joined`; there, if it has no more.
    pub(super) fn list_start(&self, joined: usize) -> usize {
        let mut first = joined;
        for _ in 0..LONGEST {
            let before =
                first.checked_sub(2).filter(|&b| self.kind(b + 1) == Some(ChunkKind::Comma) && self.is_listed(b));
            let Some(before) = before else { break };
            first = before;
        }
        // "with Ines Berg, Ole Lund and Carl Moe", "met Ines Berg, Ole Lund and Carl Moe"
        let governed = first > 0 && matches!(self.kind(first - 1), Some(ChunkKind::Prep | ChunkKind::Verb));
        if governed || !self.is_listed(joined) || !self.is_listed(joined + 2) { joined } else { first }
    }

    /// Behind the list of three names or more that begins with chunk `first`.
    pub fn list_end(&self, first: usize) -> Option<usize> {
        let mut last = first;
        for _ in 0..LONGEST {
            if self.kind(last + 1) != Some(ChunkKind::Comma) || !self.is_listed(last + 2) {
                break;
            }
            last += 2;
        }
        let and = last + 1 + (self.kind(last + 1) == Some(ChunkKind::Comma)) as usize;
        let joined = last > first && self.is_word(and, &["and"]) && self.is_listed(and + 1);
        let mut end = and + 2;
        // "Ms Ines Berg, Mr Ole Lund and Messrs Carl Moe and Tom Varga"
        while end < first + 2 * LONGEST && self.is_word(end, &["and"]) && self.is_listed(end + 1) {
            end += 2;
        }
        (joined && self.is_listed(first)).then_some(end)
    }

    /// A person's whole name, with a title or without: what a list may be of.
    fn is_listed(&self, i: usize) -> bool {
        self.is_name(i) && {
            let chunk = &self.chunks[i];
            let tokens = &self.text.tokens[chunk.start..chunk.end];
            tokens.len() > 1
                && !tokens[0].is(Class::DET | Class::POSS)
                && tokens.iter().any(|t| t.is(Class::GIVEN | Class::HONORIFIC))
        }
    }
}
