//! What every training here is made of: softmax, AdaGrad, Adam, the best of several scores, isotonic regression, and buckets
//! that part documents for good.

/// Turns scores into shares of one, in place.
pub(crate) fn softmax(scores: &mut [f32]) {
    let most = scores.iter().copied().fold(f32::MIN, f32::max);
    scores.iter_mut().for_each(|score| *score = (*score - most).exp());
    let sum: f32 = scores.iter().sum();
    scores.iter_mut().for_each(|score| *score /= sum);
}

/// The place of the greatest of these values, the first of equal ones; none if there are none.
pub(crate) fn argmax(values: impl IntoIterator<Item = f32>) -> Option<usize> {
    let best = values.into_iter().enumerate().reduce(|best, other| if other.1 > best.1 { other } else { best });
    best.map(|(at, _)| at)
}

/// AdaGrad: every weight has a step of its own, which shrinks with the sum of the squares of its slopes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct AdaGrad {
    /// The first step.
    pub(crate) rate: f32,
    /// Added to the root of the sum, so that the first steps are not boundless.
    pub(crate) least: f32,
}

impl AdaGrad {
    /// Adds a slope to the sum of squares of a weight; gives how far the weight moves.
    pub(crate) fn step(self, squares: &mut f32, slope: f32) -> f32 {
        *squares += slope * slope;
        self.rate * slope / (squares.sqrt() + self.least)
    }

    /// Adds a slope to the sum of squares of a weight; gives how far it moves for a unit of slope.
    pub(crate) fn rate(self, squares: &mut f32, slope: f32) -> f32 {
        *squares += slope * slope;
        self.rate / (squares.sqrt() + self.least)
    }
}

/// Adam over whole rounds: the step of a weight follows the mean of its slopes, in units of the root of the mean of
/// their squares.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Adam {
    /// The step of the first round, and the share of it that is left in the last.
    pub(crate) rate: f32,
    pub(crate) last: f32,
    pub(crate) rounds: usize,
}

/// The running means of the slopes of a weight and of their squares.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Moments {
    slope: f32,
    square: f32,
}

impl Adam {
    /// How far a weight moves in a round, the first of which is 0.
    pub(crate) fn step(self, moments: &mut Moments, slope: f32, round: usize) -> f32 {
        const KEPT: f32 = 0.9;
        const SQUARES_KEPT: f32 = 0.99;
        moments.slope = KEPT * moments.slope + (1.0 - KEPT) * slope;
        moments.square = SQUARES_KEPT * moments.square + (1.0 - SQUARES_KEPT) * slope * slope;
        let seen = round as i32 + 1;
        let (mean, square) =
            (moments.slope / (1.0 - KEPT.powi(seen)), moments.square / (1.0 - SQUARES_KEPT.powi(seen)));
        let rate = self.rate * (1.0 - (1.0 - self.last) * round as f32 / self.rounds as f32);
        rate * mean / (square.sqrt() + 1e-6)
    }
}

/// Isotonic regression by pooling neighbours: joins pools until every one `fits` before the next; gives for every item
/// the pool that it fell into.
pub(crate) fn pooled<P: Copy>(
    items: impl IntoIterator<Item = P>,
    fits: impl Fn(&P, &P) -> bool,
    join: impl Fn(P, P) -> P,
) -> Vec<P> {
    let mut pools: Vec<(P, usize)> = Vec::new();
    for item in items {
        pools.push((item, 1));
        while let [.., (a, n), (b, m)] = pools[..] {
            if fits(&a, &b) {
                break;
            }
            pools.truncate(pools.len() - 2);
            pools.push((join(a, b), n + m));
        }
    }
    pools.into_iter().flat_map(|(pool, count)| std::iter::repeat_n(pool, count)).collect()
}

/// The bucket of a document, by the FNV-1a hash of its id: the same in every training and in tools/eval/split.py.
pub(crate) fn bucket(id: &str, buckets: u32) -> u32 {
    let hash = id.bytes().fold(0x811C_9DC5u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    (hash ^ hash >> 15) % buckets
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_add_up_to_one_and_keep_their_order() {
        let mut shares = [1.0, 3.0, 1000.0, 2.0];
        softmax(&mut shares);
        assert!((shares.iter().sum::<f32>() - 1.0).abs() < 1e-6 && shares[2] > 0.99);
        assert_eq!(argmax(shares), Some(2));
    }

    #[test]
    fn of_equal_values_the_first_is_best() {
        assert_eq!(argmax([1.0, 2.0, 2.0]), Some(1));
        assert_eq!(argmax([]), None);
    }

    #[test]
    fn steps_shrink() {
        let (learner, mut squares) = (AdaGrad { rate: 0.1, least: 1e-6 }, 0.0);
        let steps: Vec<f32> = (0..3).map(|_| learner.step(&mut squares, 2.0)).collect();
        assert!((steps[0] - 0.1).abs() < 1e-4 && steps[0] > steps[1] && steps[1] > steps[2]);
        let (mut a, mut b) = (1.0, 1.0);
        assert!((learner.rate(&mut a, 0.5) * 0.5 - learner.step(&mut b, 0.5)).abs() < 1e-6);
    }

    #[test]
    fn neighbours_in_the_wrong_order_are_pooled() {
        let mean = |values: &[f32]| {
            let pools = pooled(
                values.iter().map(|&v| (v, 1.0)),
                |a, b| a.0 <= b.0,
                |a, b| ((a.0 * a.1 + b.0 * b.1) / (a.1 + b.1), a.1 + b.1),
            );
            pools.into_iter().map(|pool| pool.0).collect::<Vec<f32>>()
        };
        assert_eq!(mean(&[1.0, 3.0, 2.0, 5.0]), [1.0, 2.5, 2.5, 5.0]);
        assert_eq!(mean(&[3.0, 1.0, 2.0]), [2.0, 2.0, 2.0]);
    }

    #[test]
    fn buckets_are_those_of_the_measuring_scripts() {
        assert_eq!((bucket("", 10), bucket("a01", 1)), (4, 0));
        let counts = (0..1000).fold([0; 5], |mut counts, n| {
            counts[bucket(&format!("article-{n}"), 5) as usize] += 1;
            counts
        });
        assert!(counts.iter().all(|&count| count > 150), "{counts:?}");
    }
}
