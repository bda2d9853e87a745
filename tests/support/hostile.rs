//! Texts that no newspaper prints, of any size.

/// A text made on purpose.
pub struct Hostile {
    /// What it is of.
    pub name: &'static str,
    /// Ending of the file, which tells the format.
    pub ending: &'static str,
    /// Makes about so many bytes.
    make: fn(usize) -> Vec<u8>,
}

impl Hostile {
    /// About so many bytes of it.
    pub fn of(&self, bytes: usize) -> Vec<u8> {
        (self.make)(bytes)
    }
}

macro_rules! texts {
    ($($name:literal $ending:ident $make:expr;)*) => {
        &[$(Hostile { name: $name, ending: stringify!($ending), make: $make }),*]
    };
}

/// The texts; news comes first, since it is the measure.
pub const TEXTS: &[Hostile] = texts! {
    "news-article" txt |n| news(n, "\n\n");
    "news-lines" jsonl news_lines;
    "news-one-line" txt |n| flat(news(n, " "));
    "news-json-one-line" jsonl |n| json_line(&news(n, "\n\n"));
    "marks-straight" txt |n| again("\"", n);
    "marks-curly" txt |n| again("“”", n);
    "marks-apostrophes" txt |n| again("'", n);
    "marks-escaped" txt |n| again("\\\"he\\\" ", n);
    "open-never-closed" txt |n| again("“", n);
    "open-spaced" txt |n| again("“ ", n);
    "open-words" txt |n| again("“we wait ", n);
    "open-each-line" txt |n| again("“We wait here\n", n);
    "open-each-paragraph" txt |n| again("“We wait here.\n\n", n);
    "open-single-each-line" txt |n| again("‘We wait here\n", n);
    "close-only" txt |n| again("we wait” ", n);
    "names-apart" txt |n| names(n, " ");
    "names-commas" txt |n| names(n, ", ");
    "names-and" txt |n| names(n, " and ");
    "names-sentences" txt |n| names(n, " came. ");
    "names-lines" txt |n| names(n, "\n");
    "names-said" txt |n| names(n, " said it rained. ");
    "names-labels" txt |n| names(n, ": Yes.\n");
    "surname-of-many" txt |n| namesakes(n, " Berg said so. ");
    "given-of-many" txt |n| given(n);
    "said" txt |n| again("said ", n);
    "said-comma" txt |n| again("said, ", n);
    "he-said" txt |n| again("he said ", n);
    "he-said-that" txt |n| again("he said that ", n);
    "he-said-lines" txt |n| again("he said\n", n);
    "he-said-yes" txt |n| again("“Yes,” he said. ", n);
    "he-said-fragment" txt |n| again("he said “we wait” and ", n);
    "berg-said-fragment" txt |n| again("Anna Berg said “we wait” and ", n);
    "fragments" txt |n| again("the “slow boat” and ", n);
    "titles" txt |n| again("the “Slow Boat” and ", n);
    "quotes-only" txt |n| again("“We wait here.” ", n);
    "quotes-lines" txt |n| again("“We wait here.”\n", n);
    "quotes-of-pieces" txt |n| again("“We wait,” he said, “", n);
    "according-to" txt |n| again("According to ", n);
    "official" txt |n| again("An official came. The official said so. ", n);
    "asked-by" txt |n| again("asked by him whether ", n);
    "who-said" txt |n| again("Berg, who said ", n);
    "who" txt |n| again("who ", n);
    "appositions" txt |n| again("a man, ", n);
    "prepositions" txt |n| again("of the man ", n);
    "ands" txt |n| again("the man and ", n);
    "mister" txt |n| again("Mr. ", n);
    "initials" txt |n| again("A. ", n);
    "label" txt |n| again("BERG: Yes.\n", n);
    "label-q-a" txt |n| again("Q. Is it so?\nA. No.\n", n);
    "colons" txt |n| again("he said: ", n);
    "dashes" txt |n| again("— ", n);
    "minus" txt |n| again("−", n);
    "hyphens" txt |n| again("-", n);
    "hyphenated" txt |n| again("a-", n);
    "underlines" txt |n| again("_", n);
    "signatures" txt |n| again("“We wait here.”\n— Anna Berg\n", n);
    "nested-marks" txt |n| nested(n, "“‘", "’”");
    "nested-words" txt |n| nested(n, "“We said, ‘he ", "came’ so” ");
    "nested-guillemets" txt |n| nested(n, "«a ", "b» ");
    "nested-parentheses" txt |n| nested(n, "(he ", "said) ");
    "nested-brackets" txt |n| nested(n, "[", "]");
    "sentence-of-words" txt sentence;
    "sentence-of-names" txt |n| news_without_stops(n);
    "one-word" txt |n| again("a", n);
    "one-capital-word" txt |n| again("A", n);
    "digits" txt |n| again("1", n);
    "numbers" txt |n| again("1,", n);
    "stops" txt |n| again(".", n);
    "stops-spaced" txt |n| again(". ", n);
    "commas" txt |n| again(", ", n);
    "questions" txt |n| again("?!", n);
    "spaces" txt |n| again(" ", n);
    "newlines" txt |n| again("\n", n);
    "newline-words" txt |n| again("a\n", n);
    "returns" txt |n| again("\r", n);

    "every-byte" txt |n| (1..=255).cycle().take(n).collect();
    "every-character" txt every_character;
    "emoji" txt |n| again("👩‍👩‍👧‍👦 said 🇳🇴 ", n);
    "combining" txt |n| again("e\u{301}\u{302}\u{303}\u{304} ", n);
    "combining-one-word" txt |n| again("\u{301}", n);
    "right-to-left" txt |n| again("אמר הדובר: ״אנחנו מחכים״, והלך. ", n);
    "right-to-left-override" txt |n| again("\u{202e}dias eh ”tiaw eW“ \u{202c}", n);
    "zero-width-spaces" txt |n| again("\u{200b}", n);
    "zero-width-between" txt |n| again("s\u{200b}a\u{200b}i\u{200b}d ", n);
    "no-break-spaces" txt |n| again("he\u{a0}said\u{a0}", n);
    "mojibake" txt |n| again("â€œWe waitâ€\u{9d} he said. ", n);
    "tags" txt |n| again("<a href=\"b\">", n);
    "entities" txt |n| again("&quot;", n);
    "urls" txt |n| again("http://a.b/c?d=e ", n);
    "html-open" html |n| again("<div>", n);
    "html-paragraphs" html |n| again("<p>“We wait,” he said.</p>", n);
    "html-less" html |n| again("<", n);
    "markdown-quotes" md |n| again("> ", n);
    "markdown-stars" md |n| again("*a ", n);
    "markdown-brackets" md |n| again("[a](", n);
    "markdown-lists" md |n| again("- ", n);
    "csv-marks" csv |n| [b"id,text\n1,".to_vec(), again("\"", n)].concat();
    "csv-rows" csv |n| [b"id,text\n".to_vec(), again("1,he said so\n", n)].concat();
    "json-brackets" jsonl |n| again("[", n);
    "json-lines" jsonl |n| again("{\"id\":\"1\",\"text\":\"he said so\"}\n", n);
};

fn again(text: &str, bytes: usize) -> Vec<u8> {
    text.repeat(bytes / text.len()).into_bytes()
}

/// The articles of corpus/, as often as it takes.
fn articles(bytes: usize) -> impl Iterator<Item = String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/corpus");
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .expect("corpus/ can be read")
        .filter_map(|entry| Some(entry.ok()?.path()).filter(|p| p.extension().is_some_and(|e| e == "txt")))
        .collect();
    paths.sort();
    let texts: Vec<String> = paths.iter().filter_map(|p| std::fs::read_to_string(p).ok()).collect();
    let mut left = bytes;
    let mut next = 0;
    std::iter::from_fn(move || {
        let text = texts.get(next % texts.len())?.trim_end();
        next += 1;
        left = left.checked_sub(text.len() + 2)?;
        Some(text.to_owned())
    })
}

fn news(bytes: usize, between: &str) -> Vec<u8> {
    articles(bytes).collect::<Vec<_>>().join(between).into_bytes()
}

fn news_lines(bytes: usize) -> Vec<u8> {
    articles(bytes).flat_map(|a| json_line(a.as_bytes())).collect()
}

fn news_without_stops(bytes: usize) -> Vec<u8> {
    let mut text = news(bytes, " ");
    text.retain(|b| !matches!(b, b'.' | b'?' | b'!' | b':' | b';' | b'\n'));
    text
}

fn json_line(text: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(text);
    (serde_json::json!({ "id": "a", "text": text }).to_string() + "\n").into_bytes()
}

/// In one line.
fn flat(mut text: Vec<u8>) -> Vec<u8> {
    text.iter_mut().filter(|b| **b == b'\n').for_each(|b| *b = b' ');
    text
}

/// The number as a word with a capital: Aaaab.
fn word(mut number: usize, letters: usize) -> String {
    let mut out = vec![b'a'; letters];
    for letter in out.iter_mut().rev() {
        *letter += (number % 26) as u8;
        number /= 26;
    }
    out[0].make_ascii_uppercase();
    String::from_utf8_lossy(&out).into_owned()
}

fn until(bytes: usize, piece: impl Fn(usize) -> String) -> Vec<u8> {
    let mut out = String::with_capacity(bytes + 100);
    (0..)
        .take_while(|&i| {
            out.push_str(&piece(i));
            out.len() < bytes
        })
        .for_each(drop);
    out.into_bytes()
}

/// Names that are all different.
fn names(bytes: usize, between: &str) -> Vec<u8> {
    const GIVEN: &[&str] = &["Anna", "Tomas", "Ines", "Carl"];
    until(bytes, |i| format!("{} {}{between}", GIVEN[i % GIVEN.len()], word(i, 5)))
}

/// 17,576 people of one surname.
fn namesakes(bytes: usize, behind: &str) -> Vec<u8> {
    until(bytes, |i| word(i % 17_576, 3) + behind)
}

/// Many people of one given name.
fn given(bytes: usize) -> Vec<u8> {
    until(bytes, |i| format!("Anna {} came. Anna said so. ", word(i, 5)))
}

fn nested(bytes: usize, open: &str, close: &str) -> Vec<u8> {
    let deep = bytes / (open.len() + close.len());
    (open.repeat(deep) + &close.repeat(deep)).into_bytes()
}

fn sentence(bytes: usize) -> Vec<u8> {
    const WORDS: &[&str] = &["the", "port", "will", "stay", "shut", "and", "crews", "of", "men", "wait", "while", "it"];
    until(bytes, |i| format!("{} ", WORDS[(i * i + i / 7) % WORDS.len()]))
}

/// Every character up to U+3000 again and again.
fn every_character(bytes: usize) -> Vec<u8> {
    let all: String = ('\u{1}'..'\u{3000}').collect();
    again(&all, bytes)
}
