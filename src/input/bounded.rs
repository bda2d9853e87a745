//! Reads no more than an article may have, so that neither a bomb nor a missing line end takes all memory.

use std::io::{self, BufRead, Read};

use super::{Options, plain_error};

/// All of a stream, or why not.
pub(super) fn read_all(bytes: &mut (impl BufRead + ?Sized), options: &Options) -> Result<Vec<u8>, String> {
    let mut all = Vec::new();
    match bytes.take(options.limit as u64 + 1).read_to_end(&mut all) {
        Ok(_) if all.len() > options.limit => Err(too_large(options.limit)),
        Ok(_) => Ok(all),
        Err(e) => Err(format!("cannot be read: {}", plain_error(&e))),
    }
}

/// That an article is too large, and what to do.
pub(super) fn too_large(limit: usize) -> String {
    format!("is larger than {}, the limit for one article: raise it with --max-size", megabytes(limit))
}

fn megabytes(bytes: usize) -> String {
    if bytes >= 1 << 20 && bytes.is_multiple_of(1 << 20) {
        format!("{} MB", bytes >> 20)
    } else {
        format!("{bytes} bytes")
    }
}

/// What came of reading a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// There is none any more.
    End,
    /// It is in the buffer.
    Read,
    /// It was longer than the limit and passed over.
    TooLong,
}

/// Reads a line of at most `limit` bytes into `line`, its end included; a longer one is passed over without being held.
pub(super) fn read_line(bytes: &mut dyn BufRead, line: &mut Vec<u8>, limit: usize) -> io::Result<Line> {
    line.clear();
    let mut too_long = false;
    loop {
        let (used, ended) = {
            let buffer = match bytes.fill_buf() {
                Ok(buffer) => buffer,
                Err(e) if e.kind() == io::ErrorKind::Interrupted => continue,
                Err(e) => return Err(e),
            };
            if buffer.is_empty() {
                return Ok(match (too_long, line.is_empty()) {
                    (true, _) => Line::TooLong,
                    (_, true) => Line::End,
                    _ => Line::Read,
                });
            }
            let end = memchr::memchr(b'\n', buffer);
            let part = &buffer[..end.map_or(buffer.len(), |n| n + 1)];
            too_long |= line.len() + part.len() > limit;
            if too_long {
                line.clear();
            } else {
                line.extend_from_slice(part);
            }
            (part.len(), end.is_some())
        };
        bytes.consume(used);
        if ended {
            return Ok(if too_long { Line::TooLong } else { Line::Read });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lines_are_passed_over() {
        let mut input = io::BufReader::with_capacity(3, &b"short\nmuch too long\n\nlast"[..]);
        let mut line = Vec::new();
        for (want, text) in [
            (Line::Read, "short\n"),
            (Line::TooLong, ""),
            (Line::Read, "\n"),
            (Line::Read, "last"),
            (Line::End, ""),
            (Line::End, ""),
        ] {
            assert_eq!(read_line(&mut input, &mut line, 6).unwrap(), want);
            assert_eq!(line, text.as_bytes());
        }
    }
}
