//! The Python module `whosaid._whosaid`: what Python calls, turned into calls of the library and back. Holds no rule of its own; names,
//! types and words for a reader of Python are in `whosaid/*.py` and `whosaid/_whosaid.pyi`.

mod article;
mod capsule;
mod check;
mod extractor;
mod lexicon;
mod many;
mod record;
mod table;
mod work;

use pyo3::prelude::*;

#[pymodule]
mod _whosaid {
    #[pymodule_export]
    use super::check::check_json;
    #[pymodule_export]
    use super::extractor::Extractor;
    #[pymodule_export]
    use super::lexicon::Lexicon;
    #[pymodule_export]
    use super::many::Extraction;
    #[pymodule_export]
    use super::record::{Place, Record};

    #[pymodule_export]
    use super::table::{Stream, Table, to_arrow};

    #[pymodule_export]
    #[allow(non_upper_case_globals)]
    const __version__: &str = env!("CARGO_PKG_VERSION");
}
