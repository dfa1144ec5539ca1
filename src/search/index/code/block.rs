//! How are many small numbers stored in few bits? A code for blocks of 128 numbers, each as wide as
//! the largest.

/// The number of numbers in a packed block.
pub const BLOCK: usize = 128;

/// The number of bits that the largest number needs; 0 if all are 0.
pub fn width(numbers: &[u32]) -> u32 {
    32 - numbers.iter().fold(0, |all, n| all | n).leading_zeros()
}

/// Appends [`BLOCK`] numbers of `width` bits each, lowest bit first: 16 × `width` bytes.
pub fn pack(numbers: &[u32], width: u32, out: &mut Vec<u8>) {
    let (mut kept, mut bits) = (0u64, 0);
    for &number in numbers {
        kept |= u64::from(number) << bits;
        bits += width;
        while bits >= 8 {
            out.push(kept as u8);
            kept >>= 8;
            bits -= 8;
        }
    }
}

/// Reads [`BLOCK`] numbers of `width` bits, at most 32; missing bytes count as 0.
pub fn unpack(bytes: &[u8], width: u32, numbers: &mut [u32; BLOCK]) {
    if width == 0 {
        numbers.fill(0);
        return;
    }
    // Eight numbers fill `width` whole bytes, so each group starts at a byte.
    let mask = (1u64 << width) - 1;
    let mut group = [0u8; 40];
    let size = width as usize;
    for (at, eight) in numbers.as_chunks_mut::<8>().0.iter_mut().enumerate() {
        let start = at * size;
        let whole: &[u8; 40] = match bytes.get(start..start + 40).and_then(|b| b.try_into().ok()) {
            Some(whole) => whole,
            None => {
                let rest = bytes.get(start..).unwrap_or_default();
                let rest = &rest[..rest.len().min(size)];
                group.fill(0);
                group[..rest.len()].copy_from_slice(rest);
                &group
            }
        };
        let mut bit = 0;
        for number in eight {
            let byte = bit >> 3;
            let window = whole[byte..byte + 8]
                .try_into()
                .map_or(0, u64::from_le_bytes);
            *number = (window >> (bit & 7) & mask) as u32;
            bit += size;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::varint::{put, take};
    use super::*;

    #[test]
    fn packed_and_unpacked() {
        for most in 0..=32 {
            let mask = ((1u64 << most) - 1) as u32;
            let numbers: Vec<u32> = (0..BLOCK as u32)
                .map(|n| n.wrapping_mul(0x9e37_79b9).rotate_left(n) & mask)
                .chain([mask])
                .skip(1)
                .collect();
            let mut bytes = Vec::new();
            pack(&numbers, width(&numbers), &mut bytes);
            assert_eq!(bytes.len(), 16 * most as usize);
            let mut read = [7; BLOCK];
            unpack(&bytes, most, &mut read);
            assert_eq!(read[..], numbers[..], "{most} bits");
        }
    }

    #[test]
    fn bytes_of_seven_bits() {
        let numbers = [0, 1, 127, 128, 16_383, 16_384, u32::MAX];
        let mut bytes = Vec::new();
        numbers.iter().for_each(|&n| put(n, &mut bytes));
        let mut rest = &bytes[..];
        let read: Vec<u32> = numbers.iter().map(|_| take(&mut rest)).collect();
        assert_eq!(read, numbers);
        assert_eq!(take(&mut rest), 0, "nothing is left");
    }

    #[test]
    fn cut_bytes_give_numbers_all_the_same() {
        let mut read = [7; BLOCK];
        unpack(&[255; 5], 32, &mut read);
        assert_eq!(read[..3], [u32::MAX, 255, 0]);
        assert_eq!(take(&mut &[255, 255][..]), 0x3fff);
    }
}
