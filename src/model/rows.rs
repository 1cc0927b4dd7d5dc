//! Rows of weights, a signed byte for every class, as small linear models store them, and their sums.

/// A score for every class, and room to spare: rows of this length are added up eight scores at a time, which shorter ones
/// are not.
pub(crate) type RowSum = [i16; ROOM];
const ROOM: usize = 32;

/// Adds a row to a sum. Not inlined: what is kept in memory is added at a time.
#[inline(never)]
pub(crate) fn add_row<const CLASSES: usize>(sum: &mut RowSum, row: &[u8; CLASSES]) {
    sum.iter_mut().zip(spacious(row)).for_each(|(sum, weight)| *sum += i16::from(weight as i8));
}

/// The class with the highest score, the first of several, once the last row is added.
#[inline(never)]
pub(crate) fn best_with<const CLASSES: usize>(sum: &mut RowSum, last: &[u8; CLASSES]) -> usize {
    sum[CLASSES..].fill(i16::MIN);
    // In one loop, which takes eight scores at a time, too; one that only compares does not.
    let most = sum.iter_mut().zip(spacious(last)).fold(i16::MIN, |most, (sum, weight)| {
        *sum += i16::from(weight as i8);
        most.max(*sum)
    });
    sum.iter().position(|&score| score == most).unwrap_or(0)
}

/// A row with room to spare.
fn spacious<const CLASSES: usize>(row: &[u8; CLASSES]) -> [u8; ROOM] {
    let mut spacious = [0; ROOM];
    spacious[..CLASSES].copy_from_slice(row);
    spacious
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_of_the_highest_scores_counts() {
        let mut sum = RowSum::default();
        add_row(&mut sum, &[1, 2, 0]);
        assert_eq!(sum[..3], [1, 2, 0]);
        assert_eq!(best_with(&mut sum.clone(), &[0, 0xFF, 0]), 0);
        assert_eq!(best_with(&mut sum, &[0x9C, 0x9C, 0x9C]), 1);
    }
}
