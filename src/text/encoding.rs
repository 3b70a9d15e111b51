//! UTF-8 or a refusal that says what the bytes are instead; nothing is ever guessed or replaced.

use super::TextError;

/// How many of the first bytes are looked at to tell binary from text.
const SAMPLE: usize = 8192;

/// Returns the bytes as text, or the line and the reason.
///
/// # Errors
/// When the bytes are UTF-16, binary or of an encoding that is not UTF-8.
pub fn decode(bytes: Vec<u8>) -> Result<String, (u64, TextError)> {
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        return Err((1, TextError::Utf16));
    }
    let sample = bytes.get(..SAMPLE).unwrap_or(&bytes);
    if let Some(at) = sample.iter().position(|&byte| byte == 0) {
        let why = if looks_like_utf16(sample) { TextError::Utf16 } else { TextError::Binary };
        return Err((line_of(&bytes, at), why));
    }
    let control = |byte: &&u8| **byte < 0x20 && !matches!(**byte, b'\n' | b'\r' | b'\t' | 0x0C);
    let controls = sample.iter().filter(control).count();
    if controls * 10 > sample.len() {
        return Err((1, TextError::Binary));
    }
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let bytes = error.as_bytes();
        let before = bytes.get(..at).unwrap_or_default();
        let column = at - before.iter().rposition(|&byte| byte == b'\n').map_or(0, |newline| newline + 1) + 1;
        let why = if controls > 0 {
            TextError::Binary
        } else {
            TextError::NotUtf8 { byte: bytes.get(at).copied().unwrap_or_default(), column }
        };
        (line_of(bytes, at), why)
    })
}

/// ASCII letters in UTF-16 have a zero beside each: at every other byte, and hardly elsewhere.
fn looks_like_utf16(sample: &[u8]) -> bool {
    let zeros = sample.iter().filter(|&&byte| byte == 0).count();
    let even = sample.iter().step_by(2).filter(|&&byte| byte == 0).count();
    let one_sided = even.max(zeros - even);
    sample.len() >= 4 && one_sided * 5 >= sample.len() * 2 && one_sided * 5 >= zeros * 4
}

fn line_of(bytes: &[u8], at: usize) -> u64 {
    bytes.get(..at).unwrap_or_default().iter().filter(|&&byte| byte == b'\n').count() as u64 + 1
}

#[cfg(test)]
mod tests {
    use super::decode;

    fn check(bytes: &[u8], want: &str) {
        let found = match decode(bytes.to_vec()) {
            Ok(text) => format!("text of {} bytes", text.len()),
            Err((line, why)) => format!("line {line}: {why}"),
        };
        assert_eq!(found, want);
    }

    #[test]
    fn what_is_not_utf8_is_named() {
        check("Ankara and T\u{fc}rkiye\n".as_bytes(), "text of 20 bytes");
        check("\u{feff}Title\n".as_bytes(), "text of 9 bytes");
        check(
            b"First line\nT\xfcrkiye\n",
            "line 2: is not UTF-8: byte 0xFC in column 2 begins no character (often Latin-1 or Windows-1252)",
        );
        check(b"\xff\xfeT\0i\0", "line 1: is UTF-16: UTF-8 was expected");
        check(b"T\0i\0t\0l\0e\0", "line 1: is UTF-16: UTF-8 was expected");
        check(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "line 3: is binary: UTF-8 text was expected");
        check(b"", "text of 0 bytes");
    }
}
