//! Builds an article's text from the input and remembers each difference, so that offsets find their way back. Repairs mojibake as it
//! goes: UTF-8 that was read as Windows-1252 (`â€œ`), Latin-1 (U+0093) or Mac Roman (`‚Äú`) before it came here.

use crate::article::{Article, Cause, Repair};

/// An article whose text is `input`, repaired.
pub(super) fn article(source: impl Into<String>, input: String) -> Article {
    let mut article = Article::new(source, String::new());
    if !has_mojibake(&input) {
        article.body = input;
        return article;
    }
    let mut body = Body::new(&input);
    body.keep(&input);
    body.into_article(&mut article);
    article
}

/// A text that is being built.
#[derive(Debug, Default)]
pub(super) struct Body {
    text: String,
    repairs: Vec<Repair>,
    /// Whether the input has mojibake at all, and of letters: both are read off the whole of it.
    marks: bool,
    letters: bool,
    count: usize,
}

impl Body {
    /// The beginning of the text of `input`.
    pub fn new(input: &str) -> Self {
        let marks = has_mojibake(input);
        Body {
            text: String::with_capacity(input.len()),
            marks,
            letters: marks && has_broken_letters(input),
            ..Body::default()
        }
    }

    /// The text so far.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Takes words of the input as they are, but for mojibake.
    pub fn keep(&mut self, words: &str) {
        if !self.marks {
            return self.text.push_str(words);
        }
        let mut from = 0;
        let mut at = 0;
        while at < words.len() {
            let rest = &words[at..];
            match broken(rest, self.letters) {
                Some((length, good)) => {
                    self.text.push_str(&words[from..at]);
                    self.edit(&words[at..at + length], good.encode_utf8(&mut [0; 4]), Cause::Mojibake);
                    self.count += 1;
                    at += length;
                    from = at;
                }
                None => at += rest.chars().next().map_or(1, char::len_utf8),
            }
        }
        self.text.push_str(&words[from..]);
    }

    /// Takes `new` instead of the input's `original`; either may be empty.
    pub fn replace(&mut self, original: &str, new: &str) {
        if original == new {
            self.keep(new);
        } else {
            self.edit(original, new, Cause::Markup);
        }
    }

    fn edit(&mut self, original: &str, new: &str, cause: Cause) {
        let chars = new.chars().count();
        match self.repairs.last_mut() {
            // Only what is left out joins on: a replacement keeps its own way back.
            Some(last) if last.cause == cause && last.chars == 0 && chars == 0 && last.at == self.text.len() => {
                last.original.push_str(original);
            }
            _ => self.repairs.push(Repair { at: self.text.len(), chars, original: original.to_owned(), cause }),
        }
        self.text.push_str(new);
    }

    /// Puts the text and the way back into an article.
    pub fn into_article(self, article: &mut Article) {
        article.body = self.text;
        article.repairs = self.repairs;
        if self.count > 0 {
            article.notes.push(format!("mojibake repaired: {}", self.count));
        }
    }
}

/// Marks as other programs break them, where decoding backwards does not find them: UTF-8 read as Mac Roman; Windows-1252 whose
/// undefined byte 0x9D was dropped or became U+FFFD.
const TABLE: &[(&str, char)] = &[
    ("‚Äú", '“'),
    ("‚Äù", '”'),
    ("‚Äò", '‘'),
    ("‚Äô", '’'),
    ("‚Äì", '–'),
    ("‚Äî", '—'),
    ("‚Ä¶", '…'),
    ("¬´", '«'),
    ("¬ª", '»'),
    ("â€\u{fffd}", '”'),
];

fn has_mojibake(text: &str) -> bool {
    // Each broken sequence begins with one of these. The bytes they begin with are rare, and told fast.
    let bytes = text.as_bytes();
    let suspect = memchr::memchr2(0xc2, 0xc3, bytes).is_some() || memchr::memmem::find(bytes, "‚".as_bytes()).is_some();
    suspect && text.contains(['â', 'Â', 'Ã', '‚', '¬', '\u{91}', '\u{92}', '\u{93}', '\u{94}', '\u{96}', '\u{97}'])
}

/// Letters are repaired only where it is plain that the whole text is broken: `Ã` before a sign can be Portuguese.
fn has_broken_letters(text: &str) -> bool {
    let mut letters = 0;
    for (at, c) in text.char_indices() {
        match c {
            'â' | '‚' if broken(&text[at..], false).is_some() => return true,
            'Ã' | 'Â' if broken(&text[at..], true).is_some() => letters += 1,
            _ => {}
        }
    }
    letters >= 2
}

/// The length of the broken sequence that `text` begins with, and the character it was.
fn broken(text: &str, letters: bool) -> Option<(usize, char)> {
    let mut chars = text.chars();
    let first = chars.next()?;
    let c1 = match first {
        '\u{91}' => Some('‘'),
        '\u{92}' => Some('’'),
        '\u{93}' => Some('“'),
        '\u{94}' => Some('”'),
        '\u{96}' => Some('–'),
        '\u{97}' => Some('—'),
        _ => None,
    };
    if let Some(good) = c1 {
        return Some((first.len_utf8(), good));
    }
    if !matches!(first, 'â' | 'Â' | 'Ã' | '‚' | '¬') {
        return None;
    }
    if let Some((bad, good)) = TABLE.iter().find(|(bad, _)| text.starts_with(bad)) {
        return Some((bad.len(), *good));
    }
    let lead = byte(first)?;
    let length = if lead >= 0xe0 { 3 } else { 2 };
    if length == 2 && !letters {
        return None;
    }
    let mut bytes = [lead, 0, 0];
    let mut used = first.len_utf8();
    for b in &mut bytes[1..length] {
        let c = chars.next()?;
        *b = byte(c).filter(|b| (0x80..0xc0).contains(b))?;
        used += c.len_utf8();
    }
    let good = std::str::from_utf8(&bytes[..length]).ok()?.chars().next()?;
    // Three bytes that begin with â are general punctuation; anything else there is no mark.
    (length == 2 || matches!(good, '\u{2010}'..='\u{203f}' | '€' | '™')).then_some((used, good))
}

/// The byte that Windows-1252 reads as this character; its five undefined bytes stand for themselves.
fn byte(c: char) -> Option<u8> {
    match c as u32 {
        0x80..=0xff => Some(c as u8),
        0x100.. => {
            let mut one = [0; 4];
            let (bytes, _, failed) = encoding_rs::WINDOWS_1252.encode(c.encode_utf8(&mut one));
            (!failed && bytes.len() == 1).then(|| bytes[0])
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mojibake_is_repaired_and_the_input_remembered() {
        for (input, want) in [
            ("â€œYes,â€\u{9d} she said.", "“Yes,” she said."),
            ("â€œYes,â€\u{fffd} she said.", "“Yes,” she said."),
            ("â€˜Itâ€™s late,â€™ he said â€” or â€“ so â€¦", "‘It’s late,’ he said — or – so …"),
            ("\u{93}Yes,\u{94} she said. It\u{92}s so.", "“Yes,” she said. It’s so."),
            ("‚ÄúIt‚Äôs late,‚Äù he said.", "“It’s late,” he said."),
            ("â€œOui,â€\u{9d} said RenÃ©e LefÃ¨vre.", "“Oui,” said Renée Lefèvre."),
            ("RenÃ©e LefÃ¨vre", "Renée Lefèvre"),
            ("â€œYesâ€\u{9d}\u{20}Â«noÂ»", "“Yes” «no»"),
            // Not broken.
            ("Ã© alone", "Ã© alone"),
            ("À l’âge de dix ans", "À l’âge de dix ans"),
            ("SÃO PAULO, «não»", "SÃO PAULO, «não»"),
            ("naïve “marks” are fine", "naïve “marks” are fine"),
            ("a low mark ‚so‘ stays", "a low mark ‚so‘ stays"),
            ("pay 5 â€ now", "pay 5 â€ now"),
        ] {
            let article = article("a", input.to_owned());
            assert_eq!(article.body, want);
            assert_eq!(article.original(), input);
            assert_eq!(article.notes.is_empty(), input == want, "{input}");
        }
    }

    #[test]
    fn what_is_left_out_is_remembered() {
        let mut body = Body::new("# “A” **b** â€œc");
        for (original, new) in [("# ", ""), ("“A”", "“A”"), (" ", " "), ("*", ""), ("*", ""), ("b", "b"), ("**", "")]
        {
            body.replace(original, new);
        }
        body.keep(" â€œc");
        let mut article = Article::default();
        body.into_article(&mut article);
        assert_eq!(article.body, "“A” b “c");
        assert_eq!(article.original(), "# “A” **b** â€œc");
        assert_eq!(article.repairs.len(), 4);
    }
}
