//! Days as files write them. What could be two days (03/04/2016) is none: a wrong day would give the wrong role.

use crate::lexicon::Date;

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// The day in an ISO date or time stamp, an RFC 2822 date, `July 15, 2016`, `15 July 2016`, `20160715` or a time in seconds since 1970.
///
/// ```
/// use whosaid::input::parse_date;
/// assert_eq!(parse_date("Fri, 15 Jul 2016 08:00:00 GMT").unwrap().to_string(), "2016-07-15");
/// assert_eq!(parse_date("03/04/2016"), None);
/// ```
pub fn parse(text: &str) -> Option<Date> {
    let text = text.trim();
    if let Some(date) = Date::parse(text) {
        return Some(date);
    }
    let parts: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|p| !p.is_empty()).collect();
    let year = |p: &str| p.parse().ok().filter(|y: &u16| p.len() == 4 && *y > 0);
    if let [first, rest @ ..] = parts.as_slice() {
        // 2016/07/15, 2016.7.15
        if let (Some(year), [month, day, ..]) = (year(first), rest) {
            return valid(year, month.parse().ok()?, day.parse().ok()?);
        }
        if rest.is_empty() && first.bytes().all(|b| b.is_ascii_digit()) {
            return match first.len() {
                8 => valid(first[..4].parse().ok()?, first[4..6].parse().ok()?, first[6..].parse().ok()?),
                9 | 10 => from_seconds(first.parse().ok()?),
                13 => from_seconds(first.parse::<i64>().ok()? / 1000),
                14 => valid(first[..4].parse().ok()?, first[4..6].parse().ok()?, first[6..8].parse().ok()?),
                _ => None,
            };
        }
    }
    // The month by its name, the day and the year beside it.
    let at = parts.iter().position(|p| month(p).is_some())?;
    let month = month(parts[at])?;
    let day =
        |p: &str| p.trim_end_matches(|c: char| c.is_ascii_alphabetic()).parse().ok().filter(|d| (1..=31).contains(d));
    let before = at.checked_sub(1).and_then(|i| day(parts[i]));
    let (day, year) = match before {
        Some(day) => (day, year(parts.get(at + 1)?)?),
        None => (day(parts.get(at + 1)?)?, year(parts.get(at + 2)?)?),
    };
    valid(year, month, day)
}

fn month(word: &str) -> Option<u8> {
    let word = word.to_ascii_lowercase();
    let names = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let at = names
        .iter()
        .position(|n| *n == word)
        .or_else(|| MONTHS.iter().position(|m| *m == word || word == "sept" && *m == "sep"))?;
    Some(at as u8 + 1)
}

fn valid(year: u16, month: u8, day: u8) -> Option<Date> {
    Date::parse(&format!("{year:04}-{month:02}-{day:02}"))
}

/// The day of a time in seconds since 1970: Howard Hinnant's `civil_from_days`.
pub(super) fn from_seconds(seconds: i64) -> Option<Date> {
    let z = seconds.div_euclid(86_400) + 719_468;
    let era = z.div_euclid(146_097);
    let doe = z.rem_euclid(146_097);
    let yoe = (doe - doe / 1_460 + doe / 36_524 - doe / 146_096) / 365;
    let doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    let mp = (5 * doy + 2) / 153;
    let month = if mp < 10 { mp + 3 } else { mp - 9 };
    let year = yoe + era * 400 + i64::from(month <= 2);
    valid(u16::try_from(year).ok()?, month as u8, (doy - (153 * mp + 2) / 5 + 1) as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates() {
        for (text, want) in [
            ("2016-07-15", "2016-07-15"),
            ("2016-07-15T08:00:00Z", "2016-07-15"),
            (" 2016-07-15 ", "2016-07-15"),
            ("2016/7/5", "2016-07-05"),
            ("20160715", "2016-07-15"),
            ("20160715083000", "2016-07-15"),
            ("Fri, 15 Jul 2016 08:00:00 +0200", "2016-07-15"),
            ("July 15, 2016", "2016-07-15"),
            ("Sept. 1st, 2016 10:30", "2016-09-01"),
            ("15. July 2016", "2016-07-15"),
            ("1468540800", "2016-07-15"),
            ("1468540800000", "2016-07-15"),
            ("951782400", "2000-02-29"),
            ("03/04/2016", ""),
            ("15/07/16", ""),
            ("yesterday", ""),
            ("May", ""),
            ("maybe 3, 2016", ""),
            ("", ""),
        ] {
            assert_eq!(parse(text).map(|d| d.to_string()).unwrap_or_default(), want, "{text:?}");
        }
    }
}
