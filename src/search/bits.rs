//! Which numbers are in a set? One bit each, for documents or blocks.

/// A set of numbers below a size.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Bits {
    words: Vec<u64>,
    size: u32,
}

impl Bits {
    /// The empty set.
    pub fn none(size: u32) -> Self {
        Self {
            words: vec![0; size.div_ceil(64) as usize],
            size,
        }
    }

    /// The set of all numbers.
    pub fn all(size: u32) -> Self {
        let mut bits = Self {
            words: vec![u64::MAX; size.div_ceil(64) as usize],
            size,
        };
        if let Some(last) = bits.words.last_mut().filter(|_| !size.is_multiple_of(64)) {
            *last = (1 << (size % 64)) - 1;
        }
        bits
    }

    /// Adds a number; one beyond the size is left out.
    pub fn insert(&mut self, number: u32) {
        if number < self.size {
            self.words[number as usize / 64] |= 1 << (number % 64);
        }
    }

    /// Whether a number is in it.
    pub fn has(&self, number: u32) -> bool {
        self.words
            .get(number as usize / 64)
            .is_some_and(|word| word >> (number % 64) & 1 == 1)
    }

    /// Keeps what is in `other` too.
    pub fn and(&mut self, other: &Self) {
        self.words
            .iter_mut()
            .zip(&other.words)
            .for_each(|(a, b)| *a &= b);
    }

    /// Adds what is in `other`.
    pub fn or(&mut self, other: &Self) {
        self.words
            .iter_mut()
            .zip(&other.words)
            .for_each(|(a, b)| *a |= b);
    }

    /// Takes out what is in `other`.
    pub fn and_not(&mut self, other: &Self) {
        self.words
            .iter_mut()
            .zip(&other.words)
            .for_each(|(a, b)| *a &= !b);
    }

    /// The numbers, ascending.
    pub fn iter(&self) -> impl Iterator<Item = u32> + '_ {
        self.words.iter().enumerate().flat_map(|(at, &word)| {
            let mut rest = word;
            std::iter::from_fn(move || {
                let bit = (rest != 0).then(|| rest.trailing_zeros())?;
                rest &= rest - 1;
                Some(at as u32 * 64 + bit)
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets() {
        for size in [0, 1, 63, 64, 65, 200] {
            let all = Bits::all(size);
            assert_eq!(
                all.iter().collect::<Vec<_>>(),
                (0..size).collect::<Vec<_>>()
            );
            let mut thirds = Bits::none(size);
            (0..size + 9).step_by(3).for_each(|n| thirds.insert(n));
            let mut others = all.clone();
            others.and_not(&thirds);
            assert_eq!(others.iter().count() + thirds.iter().count(), size as usize);
            assert!((0..size).all(|n| thirds.has(n) != others.has(n)) && !thirds.has(size));
            let mut both = thirds.clone();
            both.or(&others);
            assert_eq!(both, all);
            both.and(&thirds);
            assert_eq!(both, thirds);
        }
    }
}
