//! The bar of a load, drawn with given marks.

use crate::domain::outlook::Load;

/// The bar of a load: the clerk's own part, that of the others, and a mark for overflow. `most` fills all cells; each part has
/// its own mark, one cell wide. A part that is not zero takes at least one cell.
pub fn bar(load: Load, most: u64, cells: u16, marks: [&str; 3]) -> [String; 3] {
    let beyond = load.all > most && cells > 0;
    let width = u64::from(cells) - u64::from(beyond);
    let share = |count: u64, of: u64| {
        let part = (count.min(of) * width).checked_div(of).unwrap_or(0);
        part.max(u64::from(count > 0)).min(width)
    };
    // An overflowing bar shows at least the proportion of the parts.
    let most = if beyond { load.all } else { most };
    let (all, mine) = (share(load.all, most), share(load.mine, most));
    // The part of the others takes at least one cell as well.
    let mine = mine.min(all.saturating_sub(u64::from(load.all > load.mine && all > 1)));
    let glyphs = |mark: &str, count: u64| mark.repeat(usize::try_from(count).unwrap_or(0));
    let [own, others, more] = marks;
    [
        glyphs(own, mine),
        glyphs(others, all - mine),
        glyphs(more, u64::from(beyond)),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_load_shows_whose_it_is_and_hides_nothing() {
        for (all, mine, most, drawn) in [
            (0, 0, 10, ""),
            (0, 0, 0, ""),
            (10, 0, 10, "----------"),
            (10, 5, 10, "#####-----"),
            (10, 10, 10, "##########"),
            (5, 1, 10, "#----"),
            (1, 0, 900, "-"),
            (1, 1, 900, "#"),
            (2, 1, 900, "#"),
            (900, 1, 900, "#---------"),
            (900, 899, 900, "#########-"),
            (40, 0, 10, "--------->"),
            (40, 20, 10, "####----->"),
            (3, 3, 0, "#########>"),
        ] {
            let made = bar(Load { all, mine }, most, 10, ["#", "-", ">"]).concat();
            assert_eq!(made, drawn, "{all} {mine} {most}");
        }
    }
}
