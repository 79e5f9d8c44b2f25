//! From a chosen shape to the places of its cards and how they hang.

use super::shapes::{Shape, Shapes, centre, hangs, lattice};
use super::{Cell, Hang, Node};

/// A shape to be placed: its left and top, and the card over it.
type Open = (Shape, i32, i32, Option<(usize, Cell)>);

impl Shapes<'_> {
    /// Gives every card of a shape its place, without recursion.
    pub(super) fn place(
        &self,
        shape: &Shape,
        at: (i32, i32),
        cells: &mut [Cell],
        hang_list: &mut [Option<Hang>],
    ) {
        // (shape, left, top, parent with its cell)
        let mut stack: Vec<Open> = vec![(shape.clone(), at.0, at.1, None)];
        while let Some((shape, left, top, parent)) = stack.pop() {
            let (columns, width) = (&shape.columns, shape.w);
            let (total, _) = self.extent(columns);
            let single = hangs(columns);
            let mut x = left + if single { 0 } else { centre(width - total) };
            let trunk = shape.paired.map(|trunk| left + trunk);
            for (side, column) in columns.iter().enumerate() {
                let (mut w, _) = self.column_size(column);
                let mut indent = self.indent(column);
                if let Some(trunk) = trunk {
                    (w, indent) = (self.bare(column).0, 0);
                    let aside = self.gaps.indent / 2;
                    x = if side == 0 {
                        trunk - aside - w
                    } else {
                        trunk + aside
                    };
                }
                let mut y = top;
                for &(child, number) in column {
                    let Some(sub) = self.shapes_of(child).get(number) else {
                        continue;
                    };
                    let size = self.node(child);
                    let hanging = hangs(&sub.columns);
                    let own_x = x + indent + self.card_in(sub, size);
                    // Cards on the left of a trunk stand beside it whatever their width.
                    let own_x = if trunk.is_some() && side == 0 {
                        x + w - size.w
                    } else {
                        own_x
                    };
                    let cell = Cell {
                        x: own_x,
                        y,
                        w: size.w,
                        h: size.h,
                    };
                    if let Some(slot) = cells.get_mut(child) {
                        *slot = cell;
                    }
                    if let Some((node, above)) = parent {
                        let hang = if let Some(trunk) = trunk {
                            Hang {
                                parent: node,
                                bus: above.bottom(),
                                stem: trunk,
                                trunk: Some(trunk),
                            }
                        } else {
                            self.hang(node, above, x, indent, single)
                        };
                        if let Some(slot) = hang_list.get_mut(child) {
                            *slot = Some(hang);
                        }
                    }
                    if !sub.columns.is_empty() {
                        let gap = if hanging || sub.paired.is_some() {
                            self.gaps.hang
                        } else {
                            self.gaps.tier
                        };
                        let under = y + size.h + gap;
                        let parent = Some((child, cell));
                        stack.push((sub.clone(), x + indent, under, parent));
                    }
                    y += sub.h + self.gaps.stack;
                }
                x += w + self.gaps.sibling;
            }
        }
    }

    /// Where a card stands over what hangs from it.
    fn card_in(&self, sub: &Shape, size: Node) -> i32 {
        if let Some(trunk) = sub.paired {
            trunk - lattice(size.w / 2)
        } else if hangs(&sub.columns) {
            0
        } else {
            centre(sub.w - size.w)
        }
    }

    fn hang(&self, parent: usize, above: Cell, x: i32, indent: i32, single: bool) -> Hang {
        let trunk = (indent > 0).then(|| x + lattice(indent / 2));
        let middle = above.x + lattice(above.w / 2);
        let (stem, bus) = match trunk {
            Some(trunk) if single && trunk <= above.right() => (trunk, above.bottom()),
            // A card too narrow to stand over the trunk of its own stack.
            Some(_) if single => (middle, above.bottom() + lattice(self.gaps.hang / 2)),
            _ => (middle, above.bottom() + lattice(self.gaps.tier * 3 / 5)),
        };
        Hang {
            parent,
            bus,
            stem,
            trunk,
        }
    }
}
