//! How colours look to people who do not see all of them.

use super::Colour;

/// Which cones of the eye are missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sight {
    /// Those for red.
    Protan,
    /// Those for green: the commonest.
    Deutan,
    /// Those for blue.
    Tritan,
}

/// A matrix on linear red, green and blue.
type Matrix = [[f64; 3]; 3];

impl Sight {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Protan, Self::Deutan, Self::Tritan];

    /// The colour as it is seen.
    ///
    /// Source: Machado, Oliveira, Fernandes: A Physiologically-based Model for Simulation of Color
    /// Vision Deficiency (IEEE TVCG 15, 2009), matrices of severity 1.
    #[must_use]
    pub fn of(self, colour: Colour) -> Colour {
        Colour::of_linear(through(self.matrix(), colour.linear()))
    }

    const fn matrix(self) -> Matrix {
        match self {
            Self::Protan => [
                [0.152_286, 1.052_583, -0.204_868],
                [0.114_503, 0.786_281, 0.099_216],
                [-0.003_882, -0.048_116, 1.051_998],
            ],
            Self::Deutan => [
                [0.367_322, 0.860_646, -0.227_968],
                [0.280_085, 0.672_501, 0.047_413],
                [-0.011_820, 0.042_940, 0.968_881],
            ],
            Self::Tritan => [
                [1.255_528, -0.076_749, -0.178_779],
                [-0.078_411, 0.930_809, 0.147_602],
                [0.004_733, 0.691_367, 0.303_900],
            ],
        }
    }
}

/// How far two colours are from each other: the distance in CIE L*a*b* (1976), white D65.
#[must_use]
pub fn difference(a: Colour, b: Colour) -> f64 {
    let ([l1, a1, b1], [l2, a2, b2]) = (lab(a), lab(b));
    ((l1 - l2).powi(2) + (a1 - a2).powi(2) + (b1 - b2).powi(2)).sqrt()
}

fn lab(colour: Colour) -> [f64; 3] {
    // sRGB to XYZ, divided by the white.
    let [x, y, z] = through(
        [
            [
                0.412_456 / 0.950_47,
                0.357_576 / 0.950_47,
                0.180_438 / 0.950_47,
            ],
            [0.212_673, 0.715_152, 0.072_175],
            [
                0.019_334 / 1.088_83,
                0.119_192 / 1.088_83,
                0.950_304 / 1.088_83,
            ],
        ],
        colour.linear(),
    )
    .map(|t| {
        if t > 216.0 / 24389.0 {
            t.cbrt()
        } else {
            (24389.0 / 27.0 * t + 16.0) / 116.0
        }
    });
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

fn through(matrix: Matrix, v: [f64; 3]) -> [f64; 3] {
    matrix.map(|row| row.iter().zip(v).map(|(m, v)| m * v).sum())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn greys_stay_and_red_and_green_come_near_each_other() {
        for sight in Sight::ALL {
            for v in [0, 80, 255] {
                let grey = Colour(v, v, v);
                assert!(difference(sight.of(grey), grey) < 1.0, "{sight:?} {v}");
            }
        }
        let (red, green) = (Colour(0xC0, 0x50, 0x20), Colour(0x70, 0x80, 0x20));
        let seen = |sight: Sight| difference(sight.of(red), sight.of(green));
        assert!(difference(red, green) > 60.0);
        assert!(seen(Sight::Deutan) < 35.0, "{}", seen(Sight::Deutan));
        assert!(seen(Sight::Tritan) > 50.0, "{}", seen(Sight::Tritan));
    }

    #[test]
    fn black_and_white_are_a_hundred_apart() {
        let apart = difference(Colour(0, 0, 0), Colour(255, 255, 255));
        assert!((apart - 100.0).abs() < 0.1, "{apart}");
    }
}
