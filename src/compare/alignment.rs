//! Which words two quotations share, in order: Myers, "An O(ND) Difference Algorithm and Its Variations", up to a bound.

/// With more words than these that only one has, what lies between the equal beginnings and ends counts as different.
const MOST_CHANGES: usize = 600;
/// A quotation of up to so many words is first looked for as a whole inside the other.
const LONGEST_FRAGMENT: usize = 64;

/// The places of the shared words in both, ascending: as many as there can be, unless too much differs.
pub(super) fn align(a: &[u32], b: &[u32]) -> Vec<(usize, usize)> {
    if let Some(pairs) = inside(a, b) {
        return pairs;
    }
    if let Some(pairs) = inside(b, a) {
        return pairs.into_iter().map(|(at, other)| (other, at)).collect();
    }
    let front = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let (a_rest, b_rest) = (&a[front..], &b[front..]);
    let back = a_rest.iter().rev().zip(b_rest.iter().rev()).take_while(|(a, b)| a == b).count();
    let middle = changed(&a_rest[..a_rest.len() - back], &b_rest[..b_rest.len() - back]);
    let opening = (0..front).map(|at| (at, at));
    let middle = middle.into_iter().map(|(at, other)| (front + at, front + other));
    let closing = (0..back).rev().map(|at| (a.len() - 1 - at, b.len() - 1 - at));
    opening.chain(middle).chain(closing).collect()
}

/// The places where all of a short one stands in the other without a break.
fn inside(short: &[u32], long: &[u32]) -> Option<Vec<(usize, usize)>> {
    let fits = !short.is_empty() && short.len() <= long.len().min(LONGEST_FRAGMENT);
    let first = long.windows(short.len().max(1)).position(|window| fits && window == short)?;
    Some((0..short.len()).map(|at| (at, first + at)).collect())
}

/// The same for what has neither an equal beginning nor an equal end.
///
/// A diagonal holds the pairs of places of which the first lies so many words beyond the second.
fn changed(a: &[u32], b: &[u32]) -> Vec<(usize, usize)> {
    let most = (a.len() + b.len()).min(MOST_CHANGES);
    // How far into `a` each diagonal leads with the changes so far; the middle one is that of equal places.
    let middle = most + 1;
    let mut reach = vec![0; 2 * middle + 1];
    let mut rounds: Vec<Vec<usize>> = Vec::new();
    for changes in 0..=most {
        rounds.push(reach[middle - changes..=middle + changes].to_vec());
        for step in (0..=2 * changes).step_by(2) {
            let at = middle - changes + step;
            let is_added = step == 0 || step < 2 * changes && reach[at - 1] < reach[at + 1];
            let mut x = if is_added { reach[at + 1] } else { reach[at - 1] + 1 };
            let y = |x: usize| x + middle - at;
            while x < a.len() && y(x) < b.len() && a[x] == b[y(x)] {
                x += 1;
            }
            reach[at] = x;
            if x >= a.len() && y(x) >= b.len() {
                return walked_back(&rounds, a.len(), b.len());
            }
        }
    }
    Vec::new()
}

/// The shared words on the way back from the ends.
fn walked_back(rounds: &[Vec<usize>], mut x: usize, mut y: usize) -> Vec<(usize, usize)> {
    let mut shared = Vec::new();
    for (changes, reach) in rounds.iter().enumerate().skip(1).rev() {
        let at = x + changes - y;
        let is_added = at == 0 || at < 2 * changes && reach[at - 1] < reach[at + 1];
        let before = if is_added { at + 1 } else { at - 1 };
        let x_before = reach[before];
        let x_after = x_before + usize::from(!is_added);
        while x > x_after {
            (x, y) = (x - 1, y - 1);
            shared.push((x, y));
        }
        (x, y) = (x_before, x_before + changes - before);
    }
    while x > 0 && y > 0 {
        (x, y) = (x - 1, y - 1);
        shared.push((x, y));
    }
    shared.reverse();
    shared
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words that two texts share, in order.
    fn shared(a: &str, b: &str) -> String {
        let numbers = |text: &str| -> Vec<u32> { text.split(' ').map(crate::model::hash_lower).collect() };
        let words: Vec<&str> = a.split(' ').collect();
        let pairs = align(&numbers(a), &numbers(b));
        assert!(pairs.windows(2).all(|pair| pair[0].0 < pair[1].0 && pair[0].1 < pair[1].1), "{a} | {b}: {pairs:?}");
        let other: Vec<&str> = b.split(' ').collect();
        assert!(pairs.iter().all(|&(x, y)| words[x] == other[y]), "{a} | {b}: {pairs:?}");
        pairs.iter().map(|&(at, _)| words[at]).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn as_many_words_as_can_be_are_shared() {
        for (a, b, expected) in [
            ("we will not go", "we will not go", "we will not go"),
            ("we will not go", "we will never go", "we will go"),
            ("we will go", "we will not ever go", "we will go"),
            ("a b c a b b a", "c b a b a c", "b a b a"),
            ("the idea is not bad the idea is good for us", "the idea is good", "the idea is good"),
            ("no", "yes", ""),
            ("x y", "y x", "y"),
        ] {
            assert_eq!(shared(a, b).split(' ').count(), expected.split(' ').count(), "{a} | {b}");
            assert_eq!(shared(a, b).len(), shared(b, a).len(), "{a} | {b}");
        }
    }

    #[test]
    fn what_differs_too_much_shares_nothing() {
        let numbers = |from: u32| (from..from + 2 * MOST_CHANGES as u32).collect::<Vec<_>>();
        assert!(align(&numbers(0), &numbers(1 << 20)).is_empty());
        assert!(align(&[], &[]).is_empty());
    }
}
