//! Takes the weakest features out of a trained tagger, for room.

use nutgraf::training::model::{CONFIDENCES, Index, LEVELS, STATES};

/// The bytes before the index: levels, transitions, confidences.
const HEAD: usize = 4 * LEVELS + 4 * STATES * STATES + CONFIDENCES;

/// The section with so many of its rows, those with the greatest weights; none if it is no tagger's. The confidences stay as
/// they were measured before.
pub(crate) fn prune(section: &[u8], rows: usize) -> Option<Vec<u8>> {
    let (head, rest) = section.split_at_checked(HEAD)?;
    let (index, codes) = Index::split(rest)?;
    let levels: Vec<f32> = head[..4 * LEVELS].as_chunks().0.iter().map(|&bytes| f32::from_le_bytes(bytes)).collect();
    let square = |code: u8| levels[usize::from(code)] * levels[usize::from(code)];
    let planes: Vec<&[u8]> = codes.chunks(index.rows().max(1)).collect();
    let strength =
        |row: usize| planes.iter().map(|plane| square(plane[row] & 15) + square(plane[row] >> 4)).sum::<f32>();
    let strengths: Vec<f32> = (0..index.rows()).map(strength).collect();
    let mut weakest: Vec<usize> = (0..index.rows()).collect();
    weakest.sort_by(|&a, &b| strengths[a].total_cmp(&strengths[b]));
    let mut kept = vec![true; index.rows()];
    weakest.iter().take(index.rows().saturating_sub(rows)).for_each(|&row| kept[row] = false);
    let left =
        planes.iter().flat_map(|plane| plane.iter().zip(&kept).filter(|(_, kept)| **kept).map(|(&code, _)| code));
    Some(head.iter().copied().chain(index.with_rows(&kept)).chain(left).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use nutgraf::training::model::write_index;

    #[test]
    fn the_weakest_rows_go_and_the_others_are_found() {
        let hashes: Vec<u32> = (1..=40u32).map(|n| n.wrapping_mul(0x9E37_79B9)).collect();
        let (index, places) = write_index(&hashes, 0.5);
        let mut section = Vec::new();
        (0..LEVELS).for_each(|level| section.extend((level as f32).to_le_bytes()));
        section.resize(HEAD, 0);
        section.extend(&index);
        // The row of the n-th hash has the weight n / 3 once.
        section.extend(places.iter().map(|&place| place as u8 / 3));
        section.extend(vec![0; (STATES / 2 - 1) * places.len()]);
        let pruned = prune(&section, 10).unwrap();
        let (index, rows) = Index::split(&pruned[HEAD..]).unwrap();
        let ranks = index.ranks().unwrap();
        assert_eq!((index.rows(), rows.len()), (10, 10 * STATES / 2));
        assert!(hashes[..30].iter().all(|&hash| index.get(hash, &ranks).is_none()));
        for (place, &hash) in hashes.iter().enumerate().skip(30) {
            assert_eq!(usize::from(rows[index.get(hash, &ranks).unwrap()]), place / 3);
        }
    }
}
