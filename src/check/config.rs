//! Reads `whosaid.toml`: severities and options of checks, for all articles or for some paths. A key that does not exist is an error
//! that says which was meant; finding the file is left to the command line.
//!
//! ```toml
//! [check]
//! unknown-speaker = "off"
//! conflicting-attribution = { severity = "warning", min-words = 8 }
//!
//! [[path]]
//! globs = ["opinion/**"]
//! check.anonymous-source = "error"
//! ```

use std::ops::Range;

use globset::{GlobBuilder, GlobSet, GlobSetBuilder};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::settings::{Default, Settings, Value};
use super::{CHECKS, Check, Severity, find};

/// The settings of one `whosaid.toml`.
#[derive(Clone, Debug, std::default::Default)]
pub struct Config {
    rules: Vec<Rule>,
}

/// What one section says.
#[derive(Clone, Debug)]
struct Rule {
    /// The paths it speaks of; all for none.
    paths: Option<GlobSet>,
    severities: Vec<(&'static str, Severity)>,
    values: Vec<(&'static str, &'static str, Value)>,
}

/// What is wrong with a `whosaid.toml`, and where.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("{file}:{line}:{column}: {message}")]
pub struct ConfigError {
    /// The file as given.
    pub file: String,
    /// 1-based.
    pub line: usize,
    /// 1-based, in characters.
    pub column: usize,
    /// What is wrong and what to do.
    pub message: String,
}

/// A mistake at some bytes of the file.
struct Mistake(Range<usize>, String);

type Keyed<'a> = (&'a Spanned<std::borrow::Cow<'a, str>>, &'a Spanned<DeValue<'a>>);

impl Config {
    /// Reads a file's text; `file` is what errors call it.
    ///
    /// # Errors
    /// [`ConfigError`] with line and column, for the first mistake found.
    pub fn parse(file: &str, text: &str) -> Result<Self, ConfigError> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        read(text).map_err(|Mistake(at, message)| {
            let before = &text[..at.start.min(text.len())];
            let line_start = before.rfind('\n').map_or(0, |n| n + 1);
            ConfigError {
                file: file.to_owned(),
                line: before.matches('\n').count() + 1,
                column: before[line_start..].chars().count() + 1,
                message,
            }
        })
    }

    /// The settings for an article whose path, from the file's folder on, is `path`. Later sections win.
    pub fn settings(&self, path: &str) -> Settings {
        self.settings_over(Settings::default(), path)
    }

    /// The same, where what the file does not say is not the default.
    pub fn settings_over(&self, mut settings: Settings, path: &str) -> Settings {
        let path = path.strip_prefix("./").unwrap_or(path);
        for rule in self.rules.iter().filter(|r| r.paths.as_ref().is_none_or(|p| p.is_match(path))) {
            rule.severities.iter().for_each(|(check, severity)| settings.set_severity(check, *severity));
            rule.values.iter().for_each(|(check, name, value)| settings.set(check, name, value.clone()));
        }
        settings
    }
}

fn read(text: &str) -> Result<Config, Mistake> {
    let table =
        DeTable::parse(text).map_err(|e| Mistake(e.span().unwrap_or(0..0), e.message().trim_end().to_owned()))?;
    let mut config = Config::default();
    for (key, value) in table.get_ref() {
        match key.get_ref().as_ref() {
            "check" => {
                let mut rule = Rule { paths: None, severities: Vec::new(), values: Vec::new() };
                checks(value, &mut rule)?;
                // The general section comes first, wherever it stands in the file.
                config.rules.insert(0, rule);
            }
            "path" => {
                for section in array(value, "path", "write [[path]]")? {
                    config.rules.push(path_section(section)?);
                }
            }
            other => return Err(unknown(key, "key", other, &["check", "path"])),
        }
    }
    Ok(config)
}

fn path_section(section: &Spanned<DeValue>) -> Result<Rule, Mistake> {
    let mut rule = Rule { paths: None, severities: Vec::new(), values: Vec::new() };
    for (key, value) in table(section, "path", "write [[path]]")? {
        match key.get_ref().as_ref() {
            "globs" => {
                let mut set = GlobSetBuilder::new();
                for glob in array(value, "globs", "write globs = [\"opinion/**\"]")? {
                    let words = string(glob, "globs", "write globs = [\"opinion/**\"]")?;
                    let glob = GlobBuilder::new(words.trim_start_matches("./")).literal_separator(true).build();
                    set.add(glob.map_err(|e| Mistake(value.span(), format!("{words:?} is no glob: {}", e.kind())))?);
                }
                rule.paths = Some(set.build().map_err(|e| Mistake(value.span(), e.to_string()))?);
            }
            "check" => checks(value, &mut rule)?,
            other => return Err(unknown(key, "key", other, &["globs", "check"])),
        }
    }
    if rule.paths.is_none() {
        let message = "a [[path]] section names no paths: add globs = [\"opinion/**\"]".to_owned();
        return Err(Mistake(section.span(), message));
    }
    Ok(rule)
}

fn checks(value: &Spanned<DeValue>, rule: &mut Rule) -> Result<(), Mistake> {
    for (key, value) in table(value, "check", "write [check]")? {
        let id = key.get_ref().as_ref();
        let Some(check) = find(id) else {
            let ids: Vec<_> = CHECKS.iter().map(|c| c.id).collect();
            return Err(unknown(key, "check", id, &ids));
        };
        match value.get_ref() {
            DeValue::String(_) => rule.severities.push((check.id, severity(value)?)),
            DeValue::Table(options) => {
                for option in options {
                    set_option(check, option, rule)?;
                }
            }
            _ => {
                let message = format!("{id} is neither a severity nor a table: write {id} = \"warning\"");
                return Err(Mistake(value.span(), message));
            }
        }
    }
    Ok(())
}

fn set_option(check: &'static Check, (key, value): Keyed, rule: &mut Rule) -> Result<(), Mistake> {
    let name = key.get_ref().as_ref();
    if name == "severity" {
        rule.severities.push((check.id, severity(value)?));
        return Ok(());
    }
    let Some(setting) = check.settings.iter().find(|s| s.name == name) else {
        let names: Vec<_> = std::iter::once("severity").chain(check.settings.iter().map(|s| s.name)).collect();
        return Err(unknown(key, &format!("option of {}", check.id), name, &names));
    };
    let value = match setting.default {
        Default::Count(example) => {
            let number = value.get_ref().as_integer().and_then(|n| usize::from_str_radix(n.as_str(), n.radix()).ok());
            let message = || format!("{name} is no whole number: write {name} = {example}");
            Value::Count(number.ok_or_else(|| Mistake(value.span(), message()))?)
        }
        Default::Words => {
            let remedy = format!("write {name} = [\"…\"]");
            let mut words = Vec::new();
            for word in array(value, name, &remedy)? {
                words.push(string(word, name, &remedy)?.to_owned());
            }
            Value::Words(words)
        }
        Default::Choice(choices) => {
            let word = string(value, name, &format!("write {name} = {:?}", choices[0]))?;
            let choice = choices.iter().find(|c| **c == word);
            Value::Choice(choice.ok_or_else(|| unknown_value(value, name, word, choices))?)
        }
    };
    rule.values.push((check.id, setting.name, value));
    Ok(())
}

fn severity(value: &Spanned<DeValue>) -> Result<Severity, Mistake> {
    let word = string(value, "severity", "write \"warning\"")?;
    let names: Vec<_> = Severity::ALL.iter().map(|s| s.as_str()).collect();
    Severity::parse(word).ok_or_else(|| unknown_value(value, "severity", word, &names))
}

fn table<'a>(value: &'a Spanned<DeValue>, name: &str, remedy: &str) -> Result<&'a DeTable<'a>, Mistake> {
    value.get_ref().as_table().ok_or_else(|| Mistake(value.span(), format!("{name} is no table: {remedy}")))
}

fn array<'a>(value: &'a Spanned<DeValue>, name: &str, remedy: &str) -> Result<&'a [Spanned<DeValue<'a>>], Mistake> {
    let array = value.get_ref().as_array();
    array.map(|a| &**a).ok_or_else(|| Mistake(value.span(), format!("{name} is no list: {remedy}")))
}

fn string<'a>(value: &'a Spanned<DeValue>, name: &str, remedy: &str) -> Result<&'a str, Mistake> {
    value.get_ref().as_str().ok_or_else(|| Mistake(value.span(), format!("{name} is no text: {remedy}")))
}

fn unknown(key: &Spanned<std::borrow::Cow<str>>, what: &str, word: &str, known: &[&str]) -> Mistake {
    Mistake(key.span(), format!("no {what} is called {word:?}{}", suggestion(word, known)))
}

fn unknown_value(value: &Spanned<DeValue>, name: &str, word: &str, known: &[&str]) -> Mistake {
    Mistake(value.span(), format!("{word:?} is no {name}{}", suggestion(word, known)))
}

/// What was probably meant, else all there is: `: did you mean "unattributed"?`
pub fn suggestion(word: &str, known: &[&str]) -> String {
    let near = known
        .iter()
        .map(|k| (strsim::damerau_levenshtein(word, k), k))
        .min()
        .filter(|(distance, k)| *distance <= 2 || *distance * 3 <= k.len() || k.contains(word) && word.len() > 3);
    match near {
        Some((_, near)) => format!(": did you mean {near:?}?"),
        None => format!(": there are {}", known.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mistakes_name_their_place_and_what_was_meant() {
        for (text, want) in [
            ("[check", "whosaid.toml:1:7: "),
            ("[chekc]", "whosaid.toml:1:2: no key is called \"chekc\": did you mean \"check\"?"),
            (
                "[check]\nunatributed = \"off\"",
                "whosaid.toml:2:1: no check is called \"unatributed\": did you mean \"unattributed\"?",
            ),
            ("[check]\nunattributed = \"of\"", "whosaid.toml:2:16: \"of\" is no severity: did you mean \"off\"?"),
            ("[check]\nunattributed = 3", "whosaid.toml:2:16: unattributed is neither a severity nor a table"),
            (
                "[check.altered-quote]\nmin-word = 3",
                "whosaid.toml:2:1: no option of altered-quote is called \"min-word\": did you mean \"min-words\"?",
            ),
            ("[check.altered-quote]\nmin-words = \"3\"", "whosaid.toml:2:13: min-words is no whole number"),
            ("[check.altered-quote]\nmin-words = -3", "whosaid.toml:2:13: min-words is no whole number"),
            ("[[path]]\nglob = []", "whosaid.toml:2:1: no key is called \"glob\": did you mean \"globs\"?"),
            ("[[path]]\nglobs = [\"a[\"]", "whosaid.toml:2:9: \"a[\" is no glob"),
            ("[[path]]\ncheck.unattributed = \"off\"", "whosaid.toml:1:1: a [[path]] section names no paths"),
            ("[path]\nglobs = [\"a\"]", "whosaid.toml:1:1: path is no list: write [[path]]"),
        ] {
            let message = Config::parse("whosaid.toml", text).unwrap_err().to_string();
            assert!(message.starts_with(want), "{message:?} does not start with {want:?}");
        }
    }

    #[test]
    fn later_sections_win_where_their_paths_match() {
        let text = "[[path]]\nglobs = [\"opinion/**\", \"*.md\"]\ncheck.unattributed = \"note\"\n\n[[path]]\nglobs = [\"opinion/old/*\"]\n\
                    check.unattributed = { severity = \"off\" }\n\n[check]\nunattributed = \"warning\"\naltered-quote.min-words = 9\n";
        let config = Config::parse("whosaid.toml", text).unwrap();
        for (path, want) in [
            ("news/a.txt", Severity::Warning),
            ("opinion/a.txt", Severity::Note),
            ("./opinion/2016/a.txt", Severity::Note),
            ("opinion/old/a.txt", Severity::Off),
            ("a.md", Severity::Note),
            ("news/a.md", Severity::Warning),
        ] {
            let settings = config.settings(path);
            assert_eq!(settings.severity("unattributed"), want, "{path}");
            assert_eq!(settings.count(find("altered-quote").unwrap(), "min-words"), 9);
        }
    }
}
