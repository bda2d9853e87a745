//! Tab-separated values: a record a line, so that cells hold no tabs and no line ends.

use super::csv::Table;
use super::{Format, Open};

pub(super) const FORMAT: Format = Format {
    id: "tsv",
    endings: &["tsv", "tab"],
    about: "Tab-separated values, a record a line",
    binary: false,
    open: Open::Stream(|out, options| Ok(Box::new(Table::open(out, options, b'\t', true)?))),
};
