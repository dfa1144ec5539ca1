//! How are ascending numbers of a known range stored in few bits? A code of their gaps: Rice's
//! code, whose parameter follows from the range and the count, and truncated binary for the last
//! gap (Golomb 1966; Witten, Moffat & Bell, "Managing Gigabytes", 3.3). The lowest bit comes first.
//!
//! A reader needs only the range and the count of a set. So the size of a word's documents adapts
//! to the corpus, and the size of its positions to the length of the document.

use std::ops::Range;

/// Appends bits to bytes.
pub struct BitWriter<'a> {
    out: &'a mut Vec<u8>,
    kept: u64,
    bits: u32,
}

impl<'a> BitWriter<'a> {
    /// A writer that appends to `out`.
    pub fn new(out: &'a mut Vec<u8>) -> Self {
        Self {
            out,
            kept: 0,
            bits: 0,
        }
    }

    /// Writes the lowest `width` bits of a number, at most 32.
    fn put(&mut self, number: u32, width: u32) {
        self.kept |= u64::from(number) << self.bits;
        self.bits += width;
        while self.bits >= 8 {
            self.out.push(self.kept as u8);
            self.kept >>= 8;
            self.bits -= 8;
        }
    }

    /// Writes a number as that many zero bits and a one bit; for numbers that are nearly always 0.
    pub fn unary(&mut self, number: u32) {
        (0..number / 16).for_each(|_| self.put(0, 16));
        self.put(1 << (number % 16), number % 16 + 1);
    }

    /// Writes a number from 1 on in about twice the bits of its length (Elias' gamma code).
    pub fn gamma(&mut self, number: u32) {
        let width = number.max(1).ilog2();
        self.unary(width);
        self.put(number & !(1 << width), width);
    }

    /// Writes strictly ascending numbers within a range.
    pub fn set(&mut self, numbers: &[u32], range: Range<u32>) {
        let Some((&end, before)) = numbers.split_last() else {
            return;
        };
        let mut next = range.start;
        let width = parameter(&range, numbers.len() as u32);
        for number in before {
            let gap = number - next;
            self.unary(gap >> width);
            self.put(gap & ((1 << width) - 1), width);
            next = number + 1;
        }
        let gap = end - next;
        let (width, short) = last(range.end.saturating_sub(next));
        if gap < short {
            self.put(gap, width);
        } else {
            self.put((gap + short) >> 1, width);
            self.put((gap + short) & 1, 1);
        }
    }

    /// Writes the last, incomplete byte.
    pub fn finish(self) {
        if self.bits > 0 {
            self.out.push(self.kept as u8);
        }
    }
}

/// The number of bits of a gap that are not in unary: about the binary logarithm of 0.7 times the
/// mean gap.
#[inline]
fn parameter(range: &Range<u32>, count: u32) -> u32 {
    if count < 2 {
        return 0;
    }
    let mean = range.end.saturating_sub(range.start) / count;
    (mean.saturating_mul(7) / 10).checked_ilog2().unwrap_or(0)
}

/// For the last gap of a set within `room`: its minimum number of bits, and the gap from which it
/// takes one more.
#[inline]
fn last(room: u32) -> (u32, u32) {
    let width = room.max(1).ilog2();
    let short = (2u64 << width) - u64::from(room.max(1));
    (width, short as u32)
}

/// Reads what a [`BitWriter`] wrote; beyond the end, all bits are 0.
#[derive(Debug, Clone, Copy, Default)]
pub struct BitReader<'a> {
    bytes: &'a [u8],
    /// The position of the next bit.
    at: usize,
}

/// The minimum number of valid bits in a window.
const SURE: u32 = 57;

impl<'a> BitReader<'a> {
    /// A reader of some bytes.
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    /// The next bits, at least [`SURE`] of them.
    #[inline]
    fn window(&self) -> u64 {
        let start = self.at >> 3;
        let window = match self.bytes.get(start..start + 8) {
            Some(eight) => eight.try_into().map_or(0, u64::from_le_bytes),
            None => {
                let rest = self.bytes.get(start..).unwrap_or_default();
                let each = rest.iter().rev();
                each.fold(0, |window, &byte| window << 8 | u64::from(byte))
            }
        };
        window >> (self.at & 7)
    }

    #[inline]
    fn take(&mut self, width: u32) -> u32 {
        let taken = self.window() & ((1 << width) - 1);
        self.at += width as usize;
        taken as u32
    }

    /// Reads a number of [`BitWriter::unary`].
    #[inline]
    pub fn unary(&mut self) -> u32 {
        let mut number = 0;
        while self.at >> 3 < self.bytes.len() {
            let zeros = self.window().trailing_zeros();
            if zeros < SURE {
                self.at += zeros as usize + 1;
                return number + zeros;
            }
            number += SURE;
            self.at += SURE as usize;
        }
        number
    }

    /// Reads a number of [`BitWriter::gamma`].
    pub fn gamma(&mut self) -> u32 {
        let width = self.unary().min(31);
        1 << width | self.take(width)
    }

    /// Calls `each` with the `count` numbers of a set of [`BitWriter::set`], in order.
    pub fn set(&mut self, count: u32, range: Range<u32>, mut each: impl FnMut(u32)) {
        let Some(before) = count.checked_sub(1) else {
            return;
        };
        let mut next = range.start;
        let width = parameter(&range, count);
        for _ in 0..before {
            let window = self.window();
            let zeros = window.trailing_zeros();
            let gap = if zeros + width < SURE {
                self.at += (zeros + 1 + width) as usize;
                zeros << width | (window >> zeros >> 1) as u32 & ((1 << width) - 1)
            } else if self.at >> 3 < self.bytes.len() {
                self.unary().wrapping_shl(width) | self.take(width)
            } else {
                return;
            };
            let number = next.wrapping_add(gap);
            each(number);
            next = number.wrapping_add(1);
        }
        let (width, short) = last(range.end.saturating_sub(next));
        let mut gap = self.take(width);
        if gap >= short {
            gap = (gap << 1 | self.take(1)).wrapping_sub(short);
        }
        each(next.wrapping_add(gap));
    }

    /// The bytes after the last one that was read, even partly.
    pub fn rest(&self) -> &'a [u8] {
        let start = self.at.div_ceil(8);
        self.bytes.get(start..).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_are_read_as_written() {
        let all = |numbers: Vec<u32>, range: Range<u32>| {
            let mut bytes = Vec::new();
            let mut writer = BitWriter::new(&mut bytes);
            writer.gamma(numbers.len() as u32 + 1);
            writer.set(&numbers, range.clone());
            writer.unary(77);
            writer.finish();
            let mut reader = BitReader::new(&bytes);
            let mut read = Vec::new();
            let count = reader.gamma() - 1;
            reader.set(count, range, |number| read.push(number));
            assert_eq!(read, numbers);
            assert_eq!(reader.unary(), 77);
            assert!(reader.rest().is_empty());
        };
        all(vec![], 0..0);
        all(vec![7], 7..8);
        all((0..500).collect(), 0..500);
        all(vec![4_000_000_000], 3..u32::MAX);
        all(vec![0, 1, 2, 99_999], 0..100_000);
        for range in 1..70 {
            (0..range).for_each(|number| all(vec![number + 5], 5..range + 5));
            all((0..range).step_by(3).collect(), 0..range);
            all(vec![0, range + 3], 0..range + 4);
        }
    }

    #[test]
    fn cut_bytes_end_somewhere() {
        for length in 0..12 {
            for byte in [0, 1, 0x80, 0xff] {
                let bytes = vec![byte; length];
                let mut reader = BitReader::new(&bytes);
                reader.unary();
                reader.gamma();
                reader.set(200, 0..20_000, |_| {});
                reader.set(200, 0..0, |_| {});
                assert!(reader.rest().len() <= length);
            }
        }
    }
}
