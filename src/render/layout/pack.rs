//! Puts parts of a picture that no line joins beside each other.

/// Between parts.
const GAP: f64 = 34.0;
/// How much wider than tall a picture should be.
const ASPECT: f64 = 1.5;

/// How much wider than it needs to be a picture is tried, to see whether its parts then fit better.
const TRIED: [f64; 6] = [1.0, 1.1, 1.2, 1.3, 1.45, 1.6];

/// Returns the upper left corner of each rectangle, given by width and height.
///
/// Of several widths that one is taken with which the whole gets smallest on a screen.
pub(super) fn pack(sizes: &[(f64, f64)]) -> Vec<(f64, f64)> {
    let area: f64 = sizes.iter().map(|size| (size.0 + GAP) * (size.1 + GAP)).sum();
    let widest = sizes.iter().map(|size| size.0).fold(0.0, f64::max);
    let needed = widest.max((area * ASPECT).sqrt());
    let extent = |corners: &[(f64, f64)]| {
        let ends = sizes.iter().zip(corners).map(|(size, corner)| (size.0 + corner.0, size.1 + corner.1));
        ends.fold(0.0, |extent: f64, end| extent.max(end.0).max(end.1 * ASPECT))
    };
    let tried = TRIED.iter().map(|times| packed(sizes, needed * times));
    tried.min_by(|one, other| extent(one).total_cmp(&extent(other))).unwrap_or_default()
}

/// Puts each rectangle into the highest place that has room for it, the leftmost among equals, the largest first.
fn packed(sizes: &[(f64, f64)], room: f64) -> Vec<(f64, f64)> {
    let mut order: Vec<(usize, (f64, f64))> = sizes.iter().copied().enumerate().collect();
    order.sort_by(|(one_place, one), (other_place, other)| {
        (other.0 * other.1).total_cmp(&(one.0 * one.1)).then(one_place.cmp(other_place))
    });
    // How far down each stretch is filled: from where, how far.
    let mut filled: Vec<(f64, f64)> = vec![(0.0, 0.0)];
    let mut corners = vec![(0.0, 0.0); sizes.len()];
    for (place, (width, height)) in order {
        let below = |left: f64| {
            let right = left + width;
            let ends = filled.iter().skip(1).map(|stretch| stretch.0).chain([f64::INFINITY]);
            let under = filled.iter().zip(ends).filter(|(stretch, end)| stretch.0 < right && *end > left);
            under.map(|(stretch, _)| stretch.1).fold(0.0, f64::max)
        };
        let places = filled.iter().map(|stretch| stretch.0).filter(|left| *left == 0.0 || left + width <= room);
        let best = places
            .map(|left| (below(left), left))
            .min_by(|one, other| one.0.total_cmp(&other.0).then(one.1.total_cmp(&other.1)));
        let (top, left) = best.unwrap_or((0.0, 0.0));
        corners.get_mut(place).into_iter().for_each(|corner| *corner = (left, top));
        let right = left + width + GAP;
        let after = filled.iter().rev().find(|stretch| stretch.0 <= right).map_or(0.0, |stretch| stretch.1);
        filled.retain(|stretch| stretch.0 < left || stretch.0 > right);
        filled.extend([(left, top + height + GAP), (right, after)]);
        filled.sort_by(|one, other| one.0.total_cmp(&other.0));
    }
    corners
}

#[cfg(test)]
mod tests {
    use super::pack;

    #[test]
    fn parts_lie_beside_each_other_and_not_on_each_other() {
        let sizes: Vec<(f64, f64)> =
            (0..40).map(|n| (f64::from(60 + n * 37 % 400), f64::from(30 + n * 53 % 210))).collect();
        let corners = pack(&sizes);
        let all: Vec<_> = sizes.iter().zip(&corners).collect();
        for (number, (size, corner)) in all.iter().enumerate() {
            for (other_size, other) in &all[number + 1..] {
                let apart = corner.0 + size.0 <= other.0
                    || other.0 + other_size.0 <= corner.0
                    || corner.1 + size.1 <= other.1
                    || other.1 + other_size.1 <= corner.1;
                assert!(apart, "{corner:?} {size:?} lies on {other:?} {other_size:?}");
            }
        }
        let width = all.iter().map(|(size, corner)| size.0 + corner.0).fold(0.0, f64::max);
        let height = all.iter().map(|(size, corner)| size.1 + corner.1).fold(0.0, f64::max);
        assert!(width < 2.5 * height && height < 1.5 * width, "{width} by {height}");
    }

    #[test]
    fn one_part_stays_where_it_is() {
        assert_eq!(pack(&[(100.0, 50.0)]), [(0.0, 0.0)]);
    }
}
