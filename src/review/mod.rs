//! A reviewer's decisions: reads a table that was exported, looked through and corrected, and applies it to later runs by the records'
//! ids. How a file becomes rows and cells is left to `table`.

mod table;

use std::collections::HashMap;

use crate::article::Article;
use crate::input::Problem;
use crate::lexicon::Lexicon;
use crate::output::{self, safe, unsafe_again};
use crate::record::{Flag, Kind, Record};
use crate::tally::NewSpeaker;

pub(crate) use table::table;

/// What a reviewer writes where the row is right, as found or as corrected.
pub const OK: &str = "ok";
/// What a reviewer writes where nobody is quoted.
pub const NO_QUOTE: &str = "no quote";

/// A decision on a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The row's cells hold.
    Keep,
    /// It is no quote.
    Drop,
}

impl Verdict {
    /// Reads a `review` cell: nothing decided, a verdict, or a word that is none.
    pub(crate) fn parse(cell: &str) -> Result<Option<Verdict>, ()> {
        match cell.trim().to_lowercase().trim_end_matches('.') {
            "" => Ok(None),
            OK | "okay" | "yes" | "y" | "x" | "✓" | "✔" | "true" | "correct" | "corrected" | "right" | "fixed"
            | "keep" => Ok(Some(Verdict::Keep)),
            NO_QUOTE | "no" | "n" | "false" | "not a quote" | "noquote" | "none" | "delete" | "drop" | "remove" => {
                Ok(Some(Verdict::Drop))
            }
            _ => Err(()),
        }
    }
}

/// A row of a reviewed table.
#[derive(Clone, Debug)]
pub struct Row {
    /// Its line or row in the file, from 1, the header counted.
    pub number: usize,
    /// The record's id.
    pub id: String,
    /// The decision, if there is one.
    pub verdict: Option<Verdict>,
    /// Cells by column, those that the table has of [`Row::COLUMNS`].
    cells: HashMap<&'static str, String>,
    kind: Option<Kind>,
}

impl Row {
    /// The columns a reviewer can correct, and those that help to find the row.
    const COLUMNS: [&'static str; 6] = ["quote", "speaker", "role", "kind", "source", "flags"];

    /// A cell as it was written; none if the table lacks the column.
    pub fn cell(&self, column: &str) -> Option<&str> {
        self.cells.get(column).map(String::as_str)
    }
}

/// A reviewed table.
#[derive(Clone, Debug)]
pub struct Review {
    /// The file as given.
    pub file: String,
    /// Its rows with an id, in order.
    pub rows: Vec<Row>,
    by_id: HashMap<String, usize>,
}

/// What came of a row that names a record which was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Applied {
    /// The decision was applied.
    Done(usize),
    /// There is no decision, but the row says something else than what is found now.
    Undecided(usize),
}

impl Review {
    /// Reads a table: CSV with any separator and encoding, or XLSX. The problems are rows that cannot be used; the others can.
    ///
    /// # Errors
    /// Where the file is no table with the columns `id` and `review`.
    pub fn read(file: &str, bytes: Vec<u8>) -> Result<(Review, Vec<Problem>), Problem> {
        let problem = |line: Option<usize>, message: String| Problem { source: file.to_owned(), line, message };
        let (header, rows) = table(bytes).map_err(|message| problem(None, message))?;
        let at = |name: &str| header.iter().position(|h| h.trim().eq_ignore_ascii_case(name));
        let lacks = |name: &str| {
            problem(
                None,
                format!(
                    "has no column {name:?}: export with -f xlsx, or as CSV with --review, and keep the columns id and review"
                ),
            )
        };
        let id_at = at("id").ok_or_else(|| lacks("id"))?;
        let review_at = at("review").ok_or_else(|| lacks("review"))?;
        let columns: Vec<(&'static str, usize)> = Row::COLUMNS.iter().filter_map(|c| Some((*c, at(c)?))).collect();

        let mut out = Review { file: file.to_owned(), rows: Vec::new(), by_id: HashMap::new() };
        let mut problems = Vec::new();
        for (number, cells) in rows {
            let get = |i: usize| cells.get(i).map_or("", |c| c.trim());
            let (id, review) = (get(id_at), get(review_at));
            let verdict = match Verdict::parse(review) {
                Ok(verdict) => verdict,
                Err(()) => {
                    let message = format!(
                        "review says {review:?}: write {OK:?} or {NO_QUOTE:?}, or leave it empty; the row was not used"
                    );
                    problems.push(problem(Some(number), message));
                    continue;
                }
            };
            if id.is_empty() {
                if verdict.is_some() {
                    problems.push(problem(Some(number), "has no id: copy rows whole; the row was not used".to_owned()));
                }
                continue;
            }
            let cells: HashMap<_, _> = columns.iter().map(|(c, i)| (*c, unsafe_again(get(*i)).to_owned())).collect();
            let is_error = |c: &&String| {
                matches!(c.as_str(), "#NAME?" | "#REF!" | "#VALUE!" | "#N/A" | "#DIV/0!" | "#NUM!" | "#NULL!")
            };
            if let (Some(_), Some(cell)) = (verdict, cells.values().find(is_error)) {
                let message = format!(
                    "holds {cell}, a formula's error: write an apostrophe before the text; the row was not used"
                );
                problems.push(problem(Some(number), message));
                continue;
            }
            let word = cells.get("kind").map_or("", String::as_str).to_lowercase();
            let kind = match output::kinds(&word) {
                Ok(kinds) => kinds.first().copied(),
                Err(_) if verdict != Some(Verdict::Keep) || word.is_empty() => None,
                Err(_) => {
                    let message = format!("kind says {word:?}: write direct, mixed or indirect; the row was not used");
                    problems.push(problem(Some(number), message));
                    continue;
                }
            };
            let row = Row { number, id: id.to_owned(), verdict, cells, kind };
            match out.by_id.get(id).map(|&i| &out.rows[i]) {
                None => {
                    out.by_id.insert(id.to_owned(), out.rows.len());
                    out.rows.push(row);
                }
                Some(first) if first.verdict == row.verdict && first.cells == row.cells => {}
                Some(first) => {
                    let message =
                        format!("has the id of row {} and says something else; the first was used", first.number);
                    problems.push(problem(Some(number), message));
                }
            }
        }
        Ok((out, problems))
    }

    /// Applies the decisions to an article's records and says which rows spoke of them, by their index.
    pub fn apply(&self, article: &Article, records: &mut Vec<Record>, lexicon: &Lexicon) -> Vec<Applied> {
        let mut applied = Vec::new();
        records.retain_mut(|record| {
            let Some(&index) = self.by_id.get(&record.id) else { return true };
            let row = &self.rows[index];
            match row.verdict {
                None => {
                    if differs(record, row) {
                        applied.push(Applied::Undecided(index));
                    }
                    true
                }
                Some(verdict) => {
                    applied.push(Applied::Done(index));
                    if verdict == Verdict::Keep {
                        correct(record, row, article, lexicon);
                    }
                    verdict == Verdict::Keep
                }
            }
        });
        applied
    }

    /// The people that the reviewer let stand and the lexicon does not know, each once, with the roles given to them.
    pub fn new_speakers(&self, lexicon: &Lexicon) -> Vec<NewSpeaker> {
        let unnamed = [Flag::Anonymous, Flag::Group, Flag::Document, Flag::Dangling].map(Flag::as_str);
        let mut out: Vec<(NewSpeaker, usize)> = Vec::new();
        for row in self.rows.iter().filter(|r| r.verdict == Some(Verdict::Keep)) {
            let name = row.cell("speaker").unwrap_or_default();
            let is_unnamed = row.cell("flags").unwrap_or_default().split(';').any(|f| unnamed.contains(&f.trim()));
            let is_lower = name.chars().next().is_none_or(|c| !c.is_uppercase());
            if is_unnamed || is_lower || known(lexicon, name).is_some() {
                continue;
            }
            let at = out.iter().position(|(s, _)| s.name == name).unwrap_or_else(|| {
                out.push((NewSpeaker { name: name.to_owned(), ..NewSpeaker::default() }, 0));
                out.len() - 1
            });
            let (speaker, count) = &mut out[at];
            *count += 1;
            let role = row.cell("role").unwrap_or_default();
            if !role.is_empty() && !speaker.roles.iter().any(|r| r == role) {
                speaker.roles.push(role.to_owned());
            }
        }
        out.into_iter()
            .map(|(mut speaker, count)| {
                speaker.note =
                    format!("{count} reviewed {} in {}", if count == 1 { "quote" } else { "quotes" }, self.file);
                speaker
            })
            .collect()
    }
}

/// The lexicon's speaker of that name.
fn known<'a>(lexicon: &'a Lexicon, name: &str) -> Option<&'a crate::lexicon::Speaker> {
    let same = |other: &String| other.to_lowercase() == name.to_lowercase();
    lexicon
        .speakers
        .iter()
        .find(|s| same(&s.name))
        .or_else(|| lexicon.speakers.iter().find(|s| s.aliases.iter().any(same)))
}

/// Whether a cell says something else than the record: the apostrophe before a formula and white space do not count.
fn changed<'a>(row: &'a Row, column: &str, now: &str) -> Option<&'a str> {
    let cell = row.cell(column)?;
    let fold = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    (fold(cell) != fold(now)
        && fold(cell) != fold(&safe(now, false))
        && fold(cell) != fold(unsafe_again(&safe(now, false))))
    .then_some(cell)
}

fn differs(record: &Record, row: &Row) -> bool {
    changed(row, "quote", &record.quote).is_some()
        || changed(row, "speaker", record.speaker.as_deref().unwrap_or_default()).is_some()
        || changed(row, "role", record.role.as_deref().unwrap_or_default()).is_some()
        || row.kind.is_some_and(|k| k != record.kind)
}

fn correct(record: &mut Record, row: &Row, article: &Article, lexicon: &Lexicon) {
    let filled = |text: &str| Some(text.to_owned()).filter(|t| !t.is_empty());
    if let Some(quote) = changed(row, "quote", &record.quote).and_then(filled) {
        record.quote = quote;
    }
    let role = changed(row, "role", record.role.as_deref().unwrap_or_default()).map(filled);
    if let Some(name) = changed(row, "speaker", record.speaker.as_deref().unwrap_or_default()) {
        let speaker = known(lexicon, name);
        record.speaker = speaker.map(|s| s.name.clone()).or_else(|| filled(name));
        record.speaker_id = speaker.map(|s| s.id.clone());
        // The role was another's.
        record.role = speaker.and_then(|s| s.role_on(article.date)).map(str::to_owned);
        record.stated_role = None;
        let of_the_old =
            [Flag::AmbiguousSpeaker, Flag::Anonymous, Flag::Group, Flag::Document, Flag::Resolved, Flag::Dangling];
        record.flags.retain(|f| !of_the_old.contains(f));
    }
    if let Some(role) = role {
        record.role = role;
    }
    if let Some(kind) = row.kind {
        record.kind = kind;
    }
    record.flags.push(Flag::Reviewed);
    record.flags.sort();
    record.flags.dedup();
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Extractor;

    fn lexicon() -> Lexicon {
        Lexicon::parse("l", "[[speaker]]\nname = \"Otto Lind\"\nroles = [{ title = \"mayor\" }]\n").unwrap()
    }

    #[test]
    fn decisions_are_applied_by_id() {
        let article = Article::new("a.txt", "“We are late!” Anna Berg said.");
        let extractor = Extractor::new(Lexicon::empty());
        let id = extractor.extract(&article)[0].id.clone();
        for (row, want) in [
            ("We are late!,Anna Berg,,direct,", "We are late!|Anna Berg||direct|"),
            ("We are late!,Anna Berg,,direct,ok", "We are late!|Anna Berg||direct|reviewed"),
            ("We are late!,Anna Berg,,direct,no quote", ""),
            ("We are later,Otto Lind,,direct,OK", "We are later|Otto Lind|mayor|direct|reviewed"),
            ("We are later,otto lind,cook,mixed,yes", "We are later|Otto Lind|cook|mixed|reviewed"),
            ("We are late!,,,direct,x", "We are late!|||direct|reviewed"),
            (",Ina Holm,'=cook,indirect,ok", "We are late!|Ina Holm|=cook|indirect|reviewed"),
        ] {
            let table = format!("quote,speaker,role,kind,review,id\n{row},{id}\n");
            let (review, problems) = Review::read("r.csv", table.into_bytes()).unwrap();
            assert!(problems.is_empty());
            let mut records = extractor.extract(&article);
            review.apply(&article, &mut records, &lexicon());
            let got = records.first().map(|r| {
                let text = |o: &Option<String>| o.clone().unwrap_or_default();
                let flags: Vec<_> = r.flags.iter().map(|f| f.as_str()).collect();
                format!("{}|{}|{}|{}|{}", r.quote, text(&r.speaker), text(&r.role), r.kind, flags.join(";"))
            });
            assert_eq!(got.unwrap_or_default(), want, "{row}");
        }
    }

    #[test]
    fn mistakes_in_the_table_are_named() {
        for (table, want) in [
            ("quote,review\na,ok\n", "r.csv: has no column \"id\""),
            ("id\n1\n", "r.csv: has no column \"review\""),
            ("id,review\n1,maybe\n", "r.csv:2: review says \"maybe\""),
            ("id,review\n,ok\n", "r.csv:2: has no id"),
            ("id;review;kind\n1;ok;said\n", "r.csv:2: kind says \"said\""),
            ("id,review,role\n1,ok,#NAME?\n", "r.csv:2: holds #NAME?, a formula's error"),
            ("id,review\n1,ok\n1,no\n", "r.csv:3: has the id of row 2"),
            ("sep=;\nid;review\n\n1;perhaps\n", "r.csv:4: review says \"perhaps\""),
        ] {
            let message = match Review::read("r.csv", table.as_bytes().to_vec()) {
                Ok((_, problems)) => problems.first().map(ToString::to_string).unwrap_or_default(),
                Err(problem) => problem.to_string(),
            };
            assert!(message.starts_with(want), "{message:?} does not start with {want:?}");
        }
    }

    #[test]
    fn new_people_become_entries() {
        let table = "id,review,speaker,role,flags\n1,ok,Anna Berg,harbour master,\n2,ok,Anna Berg,,\n3,ok,Otto Lind,mayor,\n\
                     4,ok,a spokeswoman,,anonymous\n5,ok,The Harbour Board,,group\n6,,Ina Holm,,\n7,no,Bo Ek,,\n";
        let (review, _) = Review::read("r.csv", table.as_bytes().to_vec()).unwrap();
        let new = review.new_speakers(&lexicon());
        assert_eq!(new.len(), 1);
        assert_eq!((new[0].name.as_str(), new[0].roles.as_slice()), ("Anna Berg", &["harbour master".to_owned()][..]));
        assert_eq!(new[0].note, "2 reviewed quotes in r.csv");
    }
}
