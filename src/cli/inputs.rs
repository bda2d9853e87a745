//! The arguments that say what to read and how; shared by every command that reads articles.

use std::io::IsTerminal;
use std::path::PathBuf;

use anyhow::Result;
use whosaid::input;

use super::report::note;

/// What to read and how.
#[derive(clap::Args)]
pub(super) struct Inputs {
    /// Articles, or folders of them; none or - reads standard input
    pub paths: Vec<PathBuf>,

    /// Speakers and cues [default: the nearest speakers.toml upwards, else the one built in]
    #[arg(long, value_name = "FILE", help_heading = "Input")]
    pub lexicon: Option<PathBuf>,

    /// Format of the input [default: by the file's ending, else by its content]
    #[arg(long, value_name = "FORMAT", value_parser = parser(), hide_possible_values = true, help_heading = "Input", long_help = long_help())]
    pub input_format: Option<String>,

    /// Field or column with the text, in JSON lines, CSV and TSV; a.b names a field within another
    #[arg(long, value_name = "NAME", default_value = "text", help_heading = "Input")]
    pub text_field: String,

    /// Field or column with the article's id
    #[arg(long, value_name = "NAME", default_value = "id", help_heading = "Input")]
    pub id_field: String,

    /// Field or column with the day of publication
    #[arg(long, value_name = "NAME", default_value = "date", help_heading = "Input")]
    pub date_field: String,

    /// Field or column with the address on the web
    #[arg(long, value_name = "NAME", default_value = "url", help_heading = "Input")]
    pub url_field: String,

    /// Field or column with the title
    #[arg(long, value_name = "NAME", default_value = "title", help_heading = "Input")]
    pub title_field: String,

    /// Largest article, in MB; a larger one is reported and left out
    #[arg(long, value_name = "MB", default_value_t = 32, value_parser = clap::value_parser!(u16).range(1..=1024), help_heading = "Input")]
    pub max_size: u16,

    /// Number of threads [default: one a core]
    #[arg(short = 'j', long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024), help_heading = "Input")]
    pub threads: Option<u16>,
}

fn parser() -> clap::builder::PossibleValuesParser {
    input::FORMATS.iter().map(|f| clap::builder::PossibleValue::new(f.id).help(f.about)).collect::<Vec<_>>().into()
}

/// The formats with what each is.
fn long_help() -> String {
    let formats = input::FORMATS.iter().map(|f| format!("\n- {}: {}", f.id, f.about)).collect::<String>();
    let packed = if cfg!(feature = "packed") { "\n\nEach may be packed by gzip or Zstandard (.gz, .zst)." } else { "" };
    format!("Format of the input [default: by the file's ending, else by its content]\n\nFormats:{formats}{packed}")
}

impl Inputs {
    /// How to read. Sets the number of threads, once a run, and tells a person at the keyboard what is waited for.
    pub fn options(&self) -> Result<input::Options> {
        if self.paths.is_empty() && std::io::stdin().is_terminal() {
            note("reads from the keyboard: paste an article and press Ctrl-D, or name files; --help says more");
        }
        if let Some(threads) = self.threads {
            rayon::ThreadPoolBuilder::new().num_threads(threads.into()).build_global()?;
        }
        Ok(input::Options {
            format: self.input_format.as_deref().and_then(input::format),
            fields: input::Fields {
                text: self.text_field.clone(),
                id: self.id_field.clone(),
                date: self.date_field.clone(),
                url: self.url_field.clone(),
                title: self.title_field.clone(),
            },
            limit: usize::from(self.max_size) << 20,
            ..input::Options::default()
        })
    }
}
