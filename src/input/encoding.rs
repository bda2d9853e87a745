//! Bytes to text: UTF-8 as it is, UTF-16 by its mark, else Windows-1252, which the wires still send.

/// Why bytes are no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Binary;

/// Decodes a file. The second part names the encoding where it was not UTF-8.
pub(super) fn decode(bytes: Vec<u8>) -> Result<(String, Option<&'static str>), Binary> {
    if let Some((encoding, _)) = encoding_rs::Encoding::for_bom(&bytes).filter(|(e, _)| *e != encoding_rs::UTF_8) {
        let (text, encoding, _) = encoding.decode(&bytes);
        return Ok((text.into_owned(), Some(encoding.name())));
    }
    if is_binary(&bytes) {
        return Err(Binary);
    }
    match String::from_utf8(bytes) {
        Ok(text) => Ok((text, None)),
        Err(e) => {
            let (text, encoding, _) = encoding_rs::WINDOWS_1252.decode(e.as_bytes());
            Ok((text.into_owned(), Some(encoding.name())))
        }
    }
}

/// Whether one in thirty of the first bytes is a control character that no text holds.
fn is_binary(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(8192)];
    let controls = head
        .iter()
        .filter(|&&b| b < 0x20 && !matches!(b, b'\t' | b'\n' | b'\r' | 0x0c | 0x1a | 0x1b) || b == 0x7f)
        .count();
    controls * 30 > head.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodings() {
        for (bytes, want) in [
            (b"caf\xc3\xa9".to_vec(), Ok(("café".to_owned(), None))),
            (b"\x93Yes\x94".to_vec(), Ok(("“Yes”".to_owned(), Some("windows-1252")))),
            (b"\xff\xfeY\0e\0s\0".to_vec(), Ok(("Yes".to_owned(), Some("UTF-16LE")))),
            (b"\xef\xbb\xbfYes".to_vec(), Ok(("\u{feff}Yes".to_owned(), None))),
            (b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0".to_vec(), Err(Binary)),
            (
                b"one \0 in a long line of plain text is no reason to refuse it".to_vec(),
                Ok(("one \0 in a long line of plain text is no reason to refuse it".to_owned(), None)),
            ),
        ] {
            assert_eq!(decode(bytes), want);
        }
    }
}
