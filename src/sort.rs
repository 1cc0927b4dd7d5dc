//! Putting lists in order by numbers: every list of the crate is sorted by one and the same code, which keeps the module
//! small.

use crate::Span;

/// Puts a list in the order of its keys; of equal keys the earlier one stays first.
pub(crate) fn by_key<T>(list: &mut [T], key: impl Fn(&T) -> u64) {
    if list.is_sorted_by_key(&key) {
        return;
    }
    let keys: Vec<u64> = list.iter().map(key).collect();
    // Where each item goes; swapping two items brings at least one of them to its place.
    let mut places = places(&keys);
    for at in 0..list.len() {
        while places[at] as usize != at {
            let place = places[at] as usize;
            list.swap(at, place);
            places.swap(at, place);
        }
    }
}

/// For every key its place among the sorted ones.
fn places(keys: &[u64]) -> Vec<u32> {
    let mut order: Vec<(u64, u32)> = keys.iter().zip(0..).map(|(&key, at)| (key, at)).collect();
    order.sort_unstable();
    let mut places = vec![0; keys.len()];
    order.iter().zip(0..).for_each(|((_, at), place)| places[*at as usize] = place);
    places
}

/// Numbers in ascending order, each once.
pub(crate) fn distinct(mut numbers: Vec<u32>) -> Vec<u32> {
    numbers.sort_unstable();
    numbers.dedup();
    numbers
}

/// A key by two numbers, the first of which counts more.
pub(crate) const fn pair(first: u32, second: u32) -> u64 {
    (first as u64) << 32 | second as u64
}

/// A key by the place in the text.
pub(crate) const fn span(span: Span) -> u64 {
    pair(span.start, span.end)
}

/// A key that puts the greatest number first, in the order of [`f32::total_cmp`].
pub(crate) const fn greatest_first(number: f32) -> u32 {
    let bits = number.to_bits();
    if bits >> 31 == 1 { bits } else { !(bits | 1 << 31) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_is_that_of_the_standard_library() {
        let keys = [5, 3, 9, 3, 0, u64::MAX, 5, 5, 1];
        for length in 0..=keys.len() {
            let mut own: Vec<_> = keys[..length].iter().copied().enumerate().collect();
            let mut standard = own.clone();
            by_key(&mut own, |item| item.1);
            standard.sort_by_key(|item| item.1);
            assert_eq!(own, standard);
        }
    }

    #[test]
    fn the_greatest_number_comes_first() {
        let numbers = [f32::INFINITY, 2.0, 0.5, 0.0, -0.0, -0.5, -2.0, f32::NEG_INFINITY];
        assert!(numbers.map(greatest_first).is_sorted());
    }
}
