//! Cuts text into words that can be compared: case, marks, white space, hyphens and punctuation do not count, since a reporter may
//! lawfully change them. What is left out of a quote (`…`) or put into it (`[the plan]`) is told apart, not compared.

use std::ops::Range;

/// A piece of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    /// A word: its bytes.
    Word(Range<usize>),
    /// `…`: words may be left out here.
    Ellipsis,
    /// `[the plan]`: words of the writer's, for any few of the speaker's.
    Bracket,
}

/// What transcripts put between brackets that nobody said.
const STAGE: &[&str] = &[
    "applause",
    "boos",
    "cheers",
    "cross",
    "crosstalk",
    "emphasis",
    "inaudible",
    "indiscernible",
    "interpreter",
    "laughs",
    "laughing",
    "laughter",
    "off-mic",
    "ph",
    "phonetic",
    "pause",
    "sic",
    "sighs",
    "through",
    "unintelligible",
];

/// Iterates over the pieces of a text.
pub(crate) struct Pieces<'a> {
    text: &'a str,
    at: usize,
    /// The text is one escaped string: `\n` stands for a line break.
    escaped: bool,
}

impl<'a> Pieces<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        Pieces { text, at: 0, escaped: memchr::memmem::find(text.as_bytes(), b"\\\"").is_some() }
    }

    fn char_at(&self, at: usize) -> Option<char> {
        match self.text.as_bytes().get(at) {
            Some(&b) if b < 0x80 => Some(b as char),
            Some(_) => self.text[at..].chars().next(),
            None => None,
        }
    }

    /// The end of `[W]` in `[W]e` or of `[s]` in `plan[s]`: a bracket of few letters that is written to a word.
    fn letters_in_brackets(&self, at: usize, in_word: bool) -> Option<usize> {
        let close = self.text[at + 1..].char_indices().take(6).find(|(_, c)| !c.is_alphabetic())?;
        let end = at + 1 + close.0;
        if close.1 != ']' || close.0 == 0 {
            return None;
        }
        let goes_on = self.char_at(end + 1).is_some_and(char::is_alphabetic);
        (in_word || goes_on).then_some(end + 1)
    }

    /// The end of a bracket that opens at `at`, if it closes soon.
    fn bracket_end(&self, at: usize, close: char) -> Option<usize> {
        let end = self.text[at..].char_indices().take(120).find(|(_, c)| *c == close)?.0;
        Some(at + end + close.len_utf8())
    }

    fn word(&mut self, start: usize) -> Range<usize> {
        let mut end = start;
        let mut last = '\0';
        let mut run = 0usize; // letters since the last stop
        let mut stops = false;
        while let Some(c) = self.char_at(end) {
            let next = |n: usize| self.char_at(end + n);
            if is_word(c) {
                run += 1;
            } else if matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}') {
                // Invisible inside a word.
            } else if is_apostrophe(c) && next(c.len_utf8()).is_some_and(char::is_alphabetic) && end > start
                || matches!(c, '.' | ',') && last.is_ascii_digit() && next(1).is_some_and(|n| n.is_ascii_digit())
            {
                run += 1;
            } else if c == '.' && run == 1 && last.is_alphabetic() {
                // U.S.: the stop belongs to it; "a." at the end of a sentence does not.
                if !next(1).is_some_and(char::is_alphabetic) {
                    end += stops as usize;
                    break;
                }
                stops = true;
                run = 0;
            } else if c == '[' {
                match self.letters_in_brackets(end, end > start) {
                    Some(to) => {
                        run += 1;
                        last = 'x';
                        end = to;
                        continue;
                    }
                    None => break,
                }
            } else {
                break;
            }
            last = c;
            end += c.len_utf8();
        }
        self.at = end;
        start..end
    }
}

impl Iterator for Pieces<'_> {
    type Item = Piece;

    fn next(&mut self) -> Option<Piece> {
        while let Some(c) = self.char_at(self.at) {
            let start = self.at;
            if is_word(c) {
                return Some(Piece::Word(self.word(start)));
            }
            match c {
                '%' => {
                    self.at += 1;
                    return Some(Piece::Word(start..start + 1));
                }
                '[' if self.letters_in_brackets(start, false).is_some() => {
                    return Some(Piece::Word(self.word(start)));
                }
                '[' => {
                    if let Some(end) = self.bracket_end(start, ']') {
                        self.at = end;
                        return Some(match self.text[start + 1..end - 1].trim() {
                            "…" | "..." | ". . ." => Piece::Ellipsis,
                            _ => Piece::Bracket,
                        });
                    }
                }
                '(' => {
                    if let Some(end) = self.bracket_end(start, ')').filter(|&e| is_stage(&self.text[start..e])) {
                        self.at = end;
                        continue;
                    }
                }
                '\\' if self.escaped && matches!(self.char_at(start + 1), Some('n' | 'r' | 't')) => {
                    self.at += 2;
                    continue;
                }
                '…' => {
                    self.at += c.len_utf8();
                    return Some(Piece::Ellipsis);
                }
                '.' => {
                    let run = self.text[start..].find(|c| c != '.' && c != ' ' && c != '\u{a0}');
                    let run = run.unwrap_or(self.text.len() - start);
                    self.at += run;
                    if self.text[start..start + run].matches('.').count() >= 3 {
                        return Some(Piece::Ellipsis);
                    }
                    continue;
                }
                _ => {}
            }
            self.at += c.len_utf8();
        }
        None
    }
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '$' | '€' | '£' | '\u{300}'..='\u{36f}')
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '‘' | '`' | '´')
}

fn is_stage(bracket: &str) -> bool {
    let first = bracket.trim_start_matches('(').split(|c: char| !c.is_alphabetic() && c != '-').next();
    bracket.len() < 60 && first.is_some_and(|w| STAGE.iter().any(|s| s.eq_ignore_ascii_case(w)))
}

/// Writes the form of a word that comparisons use into `out`.
pub(crate) fn normal(word: &str, out: &mut String) {
    out.clear();
    if word == "%" {
        return out.push_str("percent");
    }
    let digits = word.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '$' | '€' | '£'));
    for c in word.chars() {
        match c {
            '[' | ']' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => {}
            ',' => {}
            '.' if !digits => {}
            c if is_apostrophe(c) => out.push('\''),
            c if c.is_ascii() => out.push(c.to_ascii_lowercase()),
            c => out.extend(c.to_lowercase()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(text: &str) -> String {
        let mut normal_form = String::new();
        Pieces::new(text)
            .map(|p| match p {
                Piece::Word(w) => {
                    normal(&text[w], &mut normal_form);
                    normal_form.clone()
                }
                Piece::Ellipsis => "…".to_owned(),
                Piece::Bracket => "[]".to_owned(),
            })
            .collect::<Vec<_>>()
            .join(" ")
    }

    #[test]
    fn what_counts_and_what_does_not() {
        for (text, want) in [
            ("“We’re not there, — yet,”", "we're not there yet"),
            ("[W]e will stay", "we will stay"),
            ("the plan[s] hold", "the plans hold"),
            ("[The minister] will stay [sic]", "[] will stay []"),
            ("We … will . . . stay... now", "we … will … stay … now"),
            ("We [...] stay", "we … stay"),
            ("a cease-fire, 1,000 men, 3.5%, $5.6 million", "a cease fire 1000 men 3.5 percent $5.6 million"),
            ("the U.S. and the US", "the us and the us"),
            ("a deal.The next", "a deal the next"),
            ("plan a. Then", "plan a then"),
            ("So (Laughter.) we (the people) go", "so we the people go"),
            ("\\\"Yes\\\"\\nMr. Berg", "yes mr berg"),
            ("re\u{ad}sign", "resign"),
            ("an open [bracket", "an open bracket"),
            ("It ended.", "it ended"),
        ] {
            assert_eq!(pieces(text), want, "{text}");
        }
    }
}
