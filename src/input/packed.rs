//! Files packed by gzip or Zstandard, unpacked as they are read. Known by their first bytes, whatever they are called. A small file
//! that unpacks to a huge one is stopped.

use std::cell::Cell;
use std::io::{self, BufRead, Read};
use std::rc::Rc;

use ruzstd::decoding::errors::{FrameDecoderError, ReadFrameHeaderError};
use ruzstd::decoding::{BlockDecodingStrategy, FrameDecoder};

/// A way of packing.
pub(super) struct Packing {
    ending: &'static str,
    magic: &'static [u8],
    /// Unpacks a stream.
    pub open: for<'a> fn(Box<dyn BufRead + 'a>) -> Box<dyn Read + 'a>,
}

const PACKINGS: &[Packing] = &[
    Packing {
        ending: ".gz",
        magic: b"\x1f\x8b\x08",
        open: |stream| {
            let (packed, count) = counted(stream);
            Box::new(Guarded::new(flate2::bufread::MultiGzDecoder::new(packed), count))
        },
    },
    Packing {
        ending: ".zst",
        magic: b"\x28\xb5\x2f\xfd",
        open: |stream| {
            let (packed, count) = counted(stream);
            Box::new(Guarded::new(Zstd { packed, frame: FrameDecoder::new(), open: false }, count))
        },
    },
];

/// The packing of a stream that begins with `head`.
pub(super) fn packing(head: &[u8]) -> Option<&'static Packing> {
    PACKINGS.iter().find(|p| head.starts_with(p.magic))
}

/// A file's name without the ending of a packing.
pub(super) fn unpacked_name(name: &str) -> &str {
    PACKINGS.iter().find_map(|p| name.strip_suffix(p.ending)).unwrap_or(name)
}

/// How many times its size a file may unpack to, and from how many bytes on that is asked. News text packs five to one, pages thirty.
const RATIO: u64 = 400;
const FROM: u64 = 16 << 20;

struct Counted<'a> {
    inner: Box<dyn BufRead + 'a>,
    count: Rc<Cell<u64>>,
}

fn counted<'a>(inner: Box<dyn BufRead + 'a>) -> (Counted<'a>, Rc<Cell<u64>>) {
    let count = Rc::new(Cell::new(0));
    (Counted { inner, count: count.clone() }, count)
}

impl Read for Counted<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.count.set(self.count.get() + read as u64);
        Ok(read)
    }
}

impl BufRead for Counted<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.inner.fill_buf()
    }
    fn consume(&mut self, amount: usize) {
        self.count.set(self.count.get() + amount as u64);
        self.inner.consume(amount);
    }
}

/// Stops at a bomb.
struct Guarded<R> {
    unpacked: R,
    packed: Rc<Cell<u64>>,
    count: u64,
}

impl<R: Read> Guarded<R> {
    fn new(unpacked: R, packed: Rc<Cell<u64>>) -> Self {
        Guarded { unpacked, packed, count: 0 }
    }
}

impl<R: Read> Read for Guarded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.unpacked.read(buffer).map_err(|e| match e.kind() {
            io::ErrorKind::UnexpectedEof => io::Error::other("the packed file is cut short"),
            _ => io::Error::other(format!("the packed file is broken: {e}")),
        })?;
        self.count += read as u64;
        if self.count > FROM && self.count / RATIO > self.packed.get() {
            return Err(io::Error::other(format!(
                "unpacks to more than {RATIO} times its size, as no text does: unpack it by hand if you trust it"
            )));
        }
        Ok(read)
    }
}

/// All frames of a Zstandard stream, one after the other.
struct Zstd<'a> {
    packed: Counted<'a>,
    frame: FrameDecoder,
    open: bool,
}

impl Zstd<'_> {
    /// Goes to the next frame; false at the end of the stream.
    fn next_frame(&mut self) -> io::Result<bool> {
        loop {
            if self.packed.fill_buf()?.is_empty() {
                return Ok(false);
            }
            match self.frame.init(&mut self.packed) {
                Ok(()) => return Ok(true),
                Err(FrameDecoderError::ReadFrameHeaderError(ReadFrameHeaderError::SkipFrame { length, .. })) => {
                    io::copy(&mut (&mut self.packed).take(u64::from(length)), &mut io::sink())?;
                }
                Err(e) => return Err(io::Error::other(e.to_string())),
            }
        }
    }
}

impl Read for Zstd<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while !buffer.is_empty() {
            if !self.open {
                self.open = self.next_frame()?;
                if !self.open {
                    return Ok(0);
                }
            }
            while self.frame.can_collect() == 0 && !self.frame.is_finished() {
                self.frame
                    .decode_blocks(&mut self.packed, BlockDecodingStrategy::UptoBlocks(1))
                    .map_err(|e| io::Error::other(e.to_string()))?;
            }
            let read = self.frame.read(buffer)?;
            if read > 0 {
                return Ok(read);
            }
            self.open = false;
        }
        Ok(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ruzstd::encoding::{CompressionLevel, compress_to_vec};
    use std::io::Write;

    fn unpack(packed: &[u8]) -> io::Result<Vec<u8>> {
        let mut out = Vec::new();
        (packing(packed).unwrap().open)(Box::new(io::BufReader::with_capacity(7, packed))).read_to_end(&mut out)?;
        Ok(out)
    }

    fn gzip(text: &[u8]) -> Vec<u8> {
        let mut writer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
        writer.write_all(text).unwrap();
        writer.finish().unwrap()
    }

    #[test]
    fn members_and_frames_follow_each_other() {
        let zstd = |text: &[u8]| compress_to_vec(text, CompressionLevel::Fastest);
        assert_eq!(unpack(&[gzip(b"one "), gzip(b"two")].concat()).unwrap(), b"one two");
        let skipped = [&b"\x50\x2a\x4d\x18\x03\0\0\0abc"[..], &zstd(b"two")].concat();
        assert_eq!(unpack(&[zstd(b"one "), skipped].concat()).unwrap(), b"one two");
    }

    #[test]
    fn bombs_and_stumps_are_errors() {
        let zeros = vec![b'a'; 64 << 20];
        let whole = gzip(b"some words that are not cut short at all");
        for (packed, want) in [
            (gzip(&zeros), "unpacks to more than 400 times its size"),
            (whole[..whole.len() - 12].to_vec(), "the packed file is "),
        ] {
            let error = unpack(&packed).unwrap_err().to_string();
            assert!(error.starts_with(want), "{error}");
        }
    }
}
