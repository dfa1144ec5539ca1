//! How is a single number stored in few bytes? A code with seven bits per byte (LEB128).

/// Appends a number, seven bits per byte, the lowest first.
pub fn put(mut number: u32, out: &mut Vec<u8>) {
    while number >= 128 {
        out.push(number as u8 | 128);
        number >>= 7;
    }
    out.push(number as u8);
}

/// Takes a number of [`put`] off the front of `bytes`; 0 if they are empty.
pub fn take(bytes: &mut &[u8]) -> u32 {
    if let Some((&byte, rest)) = bytes.split_first()
        && byte < 128
    {
        *bytes = rest;
        return byte.into();
    }
    let mut number = 0u32;
    for (at, &byte) in bytes.iter().enumerate().take(5) {
        number |= u32::from(byte & 127).wrapping_shl(7 * at as u32);
        if byte < 128 {
            *bytes = &bytes[at + 1..];
            return number;
        }
    }
    *bytes = &[];
    number
}
