//! How a print looks to other eyes and to a photocopier. For previews only: no file is changed.
//!
//! The matrices are those of G. M. Machado, M. M. Oliveira and L. A. F. Fernandes, “A
//! Physiologically-based Model for Simulation of Color Vision Deficiency”, IEEE Transactions on
//! Visualization and Computer Graphics 15 (6), 2009, at severity 1.0, for light (not for the
//! numbers of sRGB, which stand for its roots).

use super::{Colour, Page};

/// Through which eyes a page is seen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Sight {
    /// As it prints.
    #[default]
    Printed,
    /// As a photocopier shows it.
    Photocopy,
    /// By somebody who sees no green light (deuteranopia), the most common form.
    RedGreen,
    /// By somebody who sees no blue light (tritanopia).
    BlueYellow,
}

type Matrix = [[f64; 3]; 3];

const DEUTERANOPIA: Matrix = [
    [0.367_322, 0.860_646, -0.227_968],
    [0.280_085, 0.672_501, 0.047_413],
    [-0.011_820, 0.042_940, 0.968_881],
];

const TRITANOPIA: Matrix = [
    [1.255_528, -0.076_749, -0.178_779],
    [-0.078_411, 0.930_809, 0.147_602],
    [0.004_733, 0.691_367, 0.303_900],
];

impl Sight {
    /// All of them.
    pub const ALL: [Self; 4] = [
        Self::Printed,
        Self::Photocopy,
        Self::RedGreen,
        Self::BlueYellow,
    ];

    /// What people call it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Printed => "As printed",
            Self::Photocopy => "Photocopy",
            Self::RedGreen => "Red-green colour-blind",
            Self::BlueYellow => "Blue-yellow colour-blind",
        }
    }

    /// A colour as it is seen.
    #[must_use]
    pub fn sees(self, colour: Colour) -> Colour {
        match self {
            Self::Printed => colour,
            Self::Photocopy => colour.grey(),
            Self::RedGreen => through(colour, &DEUTERANOPIA),
            Self::BlueYellow => through(colour, &TRITANOPIA),
        }
    }

    /// A page as it is seen.
    #[must_use]
    pub fn page(self, page: &Page) -> Page {
        let mut page = page.clone();
        page.recolour(|colour| self.sees(colour));
        page
    }
}

fn through(Colour(r, g, b): Colour, matrix: &Matrix) -> Colour {
    let light = [r, g, b].map(light);
    let [r, g, b] = matrix.map(|row| {
        let seen = row.iter().zip(light).map(|(part, light)| part * light);
        number(seen.sum())
    });
    Colour(r, g, b)
}

/// The light that a number of sRGB stands for, 0 to 1.
fn light(number: u8) -> f64 {
    let u = f64::from(number) / 255.0;
    if u <= 0.04045 {
        u / 12.92
    } else {
        ((u + 0.055) / 1.055).powf(2.4)
    }
}

/// The number of sRGB for light.
fn number(light: f64) -> u8 {
    let light = light.clamp(0.0, 1.0);
    let u = if light <= 0.003_130_8 {
        light * 12.92
    } else {
        1.055 * light.powf(1.0 / 2.4) - 0.055
    };
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "clamped to 0..=255"
    )]
    let number = (u * 255.0).round().clamp(0.0, 255.0) as u8;
    number
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHITE: Colour = Colour(255, 255, 255);

    fn apart(a: Colour, b: Colour) -> i32 {
        let d = |a: u8, b: u8| (i32::from(a) - i32::from(b)).abs();
        d(a.0, b.0) + d(a.1, b.1) + d(a.2, b.2)
    }

    #[test]
    fn greys_look_the_same_to_everybody() {
        for n in [0, 60, 128, 200, 255] {
            let grey = Colour(n, n, n);
            for sight in Sight::ALL {
                assert!(apart(sight.sees(grey), grey) <= 3, "{sight:?} {n}");
            }
        }
    }

    #[test]
    fn red_and_green_come_near_each_other_and_so_do_blue_and_green() {
        let (red, green) = (Colour(200, 60, 50), Colour(110, 130, 50));
        let seen = |sight: Sight, a, b| apart(sight.sees(a), sight.sees(b));
        let printed = apart(red, green);
        assert!(seen(Sight::RedGreen, red, green) * 2 < printed);
        assert!(seen(Sight::BlueYellow, red, green) > printed / 2);
        let (blue, teal) = (Colour(60, 110, 180), Colour(40, 140, 120));
        assert!(seen(Sight::BlueYellow, blue, teal) * 2 < apart(blue, teal));
    }

    #[test]
    fn known_values_of_the_paper_come_out() {
        // Full red as a deuteranope sees it: the first column of the matrix as numbers of sRGB.
        assert_eq!(Sight::RedGreen.sees(Colour(255, 0, 0)), Colour(163, 144, 0));
        assert_eq!(Sight::BlueYellow.sees(WHITE), WHITE);
        assert_eq!(Sight::Photocopy.sees(Colour(255, 0, 0)).0, 127);
    }
}
