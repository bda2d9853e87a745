//! FNV-1a, 64 bits: a hash whose values are the same on every machine and in every version, for ids that are kept.

/// Hashes the parts, each told apart from the next.
pub(crate) fn hash(parts: &[&str]) -> u64 {
    let mut state: u64 = 0xcbf2_9ce4_8422_2325;
    for part in parts {
        for byte in part.bytes().chain([0]) {
            state = (state ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    state
}

/// The hash of one part.
pub(crate) fn hash_bytes(part: &[u8]) -> u64 {
    part.iter()
        .chain(&[0])
        .fold(0xcbf2_9ce4_8422_2325, |state: u64, byte| (state ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    #[test]
    fn values_never_change() {
        for (parts, want) in [(&[][..], 0xcbf2_9ce4_8422_2325), (&["a"][..], 0x089b_e207_b544_f1e4)] {
            assert_eq!(super::hash(parts), want, "{parts:?}");
        }
        assert_ne!(super::hash(&["ab", "c"]), super::hash(&["a", "bc"]));
    }
}
