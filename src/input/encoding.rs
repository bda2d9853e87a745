//! Bytes to text: by byte-order mark, UTF-8 as it is, UTF-16 by its zeros, else the legacy encoding that `chardetng` finds, which for
//! wire copy is mostly Windows-1252.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// Bytes that were decoded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The text. A UTF-8 byte-order mark stays, so that offsets count it.
    pub text: String,
    /// The encoding's name where it was not UTF-8.
    pub encoding: Option<&'static str>,
    /// Whether some bytes had no meaning in it and were replaced by U+FFFD.
    pub lossy: bool,
}

/// Why bytes are no text: they are of a binary format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Binary;

/// Decodes a file or a record of one. `label` is what the file says of itself (`charset=iso-8859-2`); what the bytes say comes first.
///
/// # Errors
/// [`Binary`] where they are no text in any encoding.
///
/// ```
/// let decoded = whosaid::input::decode(b"\x93Yes\x94".to_vec(), None).unwrap();
/// assert_eq!((decoded.text.as_str(), decoded.encoding), ("“Yes”", Some("windows-1252")));
/// ```
pub fn decode(bytes: Vec<u8>, label: Option<&str>) -> Result<Decoded, Binary> {
    let marked = Encoding::for_bom(&bytes).map(|(e, _)| e).filter(|e| *e != UTF_8);
    if let Some(encoding) = marked.or_else(|| utf16_by_zeros(&bytes)) {
        return Ok(by(encoding, &bytes));
    }
    if is_binary(&bytes) {
        return Err(Binary);
    }
    let bytes = match String::from_utf8(bytes) {
        Ok(text) => return Ok(Decoded { text, encoding: None, lossy: false }),
        Err(e) => e.into_bytes(),
    };
    let said = label.and_then(|l| Encoding::for_label(l.trim().as_bytes())).filter(|e| *e != UTF_8);
    Ok(by(said.unwrap_or_else(|| guess(&bytes)), &bytes))
}

fn by(encoding: &'static Encoding, bytes: &[u8]) -> Decoded {
    let (text, encoding, lossy) = encoding.decode(bytes);
    Decoded { text: text.into_owned(), encoding: Some(encoding.name()).filter(|e| *e != "UTF-8"), lossy }
}

/// The legacy encoding of bytes that are no UTF-8. A few bad bytes in a long UTF-8 text do not make it another encoding.
fn guess(bytes: &[u8]) -> &'static Encoding {
    if mostly_utf8(bytes) {
        return UTF_8;
    }
    // Bytes that are marks in Windows-1252 and rare letters elsewhere: in a short text the detector has too little to go by.
    let common = |b: &u8| {
        b.is_ascii() || matches!(b, 0x80 | 0x85 | 0x91..=0x97 | 0x99 | 0xa0 | 0xa3 | 0xa9 | 0xab | 0xb0 | 0xbb)
    };
    if bytes.iter().all(common) {
        return WINDOWS_1252;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Deny)
}

fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good > 20 * bad
}

/// UTF-16 without a mark: in Western text every other byte is zero.
fn utf16_by_zeros(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(4096) & !1];
    memchr::memchr(0, head)?;
    let (mut even, mut odd) = (0, 0);
    for pair in head.chunks_exact(2) {
        even += usize::from(pair[0] == 0);
        odd += usize::from(pair[1] == 0);
    }
    let pairs = head.len() / 2;
    if pairs < 2 || bytes.len() % 2 == 1 {
        return None;
    }
    match (even * 10 > pairs * 7, odd * 10 > pairs * 7) {
        (true, false) if odd * 20 < pairs => Some(UTF_16BE),
        (false, true) if even * 20 < pairs => Some(UTF_16LE),
        _ => None,
    }
}

/// Whether one in thirty of the first bytes is a control character that no text holds.
fn is_binary(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(8192)];
    let is_control = |b: u8| b < 0x20 && !matches!(b, b'\t' | b'\n' | b'\r' | 0x0c | 0x1a | 0x1b) || b == 0x7f;
    // Few at a time, so that they are counted in bytes, many at once.
    let controls: usize =
        head.chunks(128).map(|few| usize::from(few.iter().map(|&b| u8::from(is_control(b))).sum::<u8>())).sum();
    controls * 30 > head.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodings() {
        let utf16 = |text: &str, big: bool| -> Vec<u8> {
            text.encode_utf16().flat_map(|u| if big { u.to_be_bytes() } else { u.to_le_bytes() }).collect()
        };
        for (bytes, label, want) in [
            (b"caf\xc3\xa9".to_vec(), None, Ok(("café", None))),
            (b"\x93Yes\x94".to_vec(), None, Ok(("“Yes”", Some("windows-1252")))),
            (b"\x93Yes,\x94 said Zo\xeb.".to_vec(), None, Ok(("“Yes,” said Zoë.", Some("windows-1252")))),
            (b"Pawe\xb3".to_vec(), Some("iso-8859-2"), Ok(("Paweł", Some("ISO-8859-2")))),
            (b"caf\xc3\xa9".to_vec(), Some("iso-8859-1"), Ok(("café", None))),
            (b"\xff\xfeY\0e\0s\0".to_vec(), None, Ok(("Yes", Some("UTF-16LE")))),
            (utf16("“Yes,” she said.", false), None, Ok(("“Yes,” she said.", Some("UTF-16LE")))),
            (utf16("“Yes,” she said.", true), None, Ok(("“Yes,” she said.", Some("UTF-16BE")))),
            (b"\xef\xbb\xbfYes".to_vec(), None, Ok(("\u{feff}Yes", None))),
            (b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0".to_vec(), None, Err(Binary)),
            (
                b"one \0 in a long line of plain text is no reason to refuse it".to_vec(),
                None,
                Ok(("one \0 in a long line of plain text is no reason to refuse it", None)),
            ),
            (Vec::new(), None, Ok(("", None))),
        ] {
            let got = decode(bytes, label);
            assert_eq!(got.as_ref().map(|d| (d.text.as_str(), d.encoding)).map_err(|e| *e), want);
        }
    }

    #[test]
    fn a_bad_byte_does_not_spoil_a_text() {
        let mut bytes = "“Straße,” sagte Jürgen Größe. ".repeat(10).into_bytes();
        bytes.extend(b"\xff end");
        let decoded = decode(bytes, None).unwrap();
        assert!(decoded.text.starts_with("“Straße,”") && decoded.text.ends_with("\u{fffd} end"));
        assert!(decoded.lossy && decoded.encoding.is_none());
    }
}
