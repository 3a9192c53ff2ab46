package dev.rote.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rote.tensor.InputShape;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

class GaussianCloudsTest {

    private static double[] points(Dataset part) {
        try (Scope scope = Scope.open()) {
            return part.batch(part.ids()).inputs().toDoubles();
        }
    }

    @Test
    void cloudsHaveTheirCentresAndUnitVariance() {
        int n = 40_000;
        for (double distance : new double[] {0, 3}) {
            Dataset train = new GaussianClouds(n, distance).open(new Seeds(1)).get("train");
            double[] x = points(train);
            for (int label = 0; label < 2; label++) {
                double centre = (label - 0.5) * distance;
                for (int axis = 0; axis < 2; axis++) {
                    double sum = 0;
                    double squares = 0;
                    for (int i = label; i < n; i += 2) {
                        double off = x[2 * i + axis] - (axis == 0 ? centre : 0);
                        sum += off;
                        squares += off * off;
                    }
                    // four standard errors of a mean and of a variance over n / 2 points
                    assertThat(sum / (n / 2)).isCloseTo(0, within(4 / Math.sqrt(n / 2)));
                    assertThat(squares / (n / 2)).isCloseTo(1, within(4 * Math.sqrt(2.0 / (n / 2))));
                }
            }
        }
    }

    @Test
    void theBestClassifierErrsAsTheDistanceSays() {
        Dataset test = new GaussianClouds(40_000, 2).open(new Seeds(2)).get("test");
        double[] x = points(test);
        long wrong = 0;
        for (int i = 0; i < test.size(); i++) {
            wrong += x[2 * i] > 0 == (test.ids()[i] % 2 == 0) ? 1 : 0;
        }
        assertThat((double) wrong / test.size()).isCloseTo(0.158655, within(0.0075));
    }

    @Test
    void partsAreOfThePlaneApartAndInTwoClasses() {
        Parts parts = new GaussianClouds(5, 1).open(new Seeds(3));
        assertThat(parts.get("train").ids()).containsExactly(0, 1, 2, 3, 4);
        assertThat(parts.get("test").ids()).containsExactly(5, 6, 7, 8, 9);
        assertThat(parts.get("train").inputs()).isEqualTo(new InputShape.Features(List.of(2L)));
        assertThat(parts.get("train").target()).isEqualTo(new Target.Classes(2));
        try (Scope scope = Scope.open()) {
            Tensor targets = parts.get("test").batch(new long[] {6, 5}).targets();
            assertThat(targets.toLongs()).containsExactly(0, 1);
        }
    }

    @Test
    void aPointDependsOnSeedAndIdAlone() {
        double[] few = points(new GaussianClouds(10, 1).open(new Seeds(4)).get("train"));
        double[] many = points(new GaussianClouds(20, 1).open(new Seeds(4)).get("train"));
        assertThat(few).containsExactly(java.util.Arrays.copyOf(many, 20));
        assertThat(points(new GaussianClouds(10, 1).open(new Seeds(5)).get("train")))
                .isNotEqualTo(few);
    }

    @Test
    void refusesInWords() {
        assertThatThrownBy(() -> new GaussianClouds(1, 1)).hasMessage("examples must be from 2 to 100000000, was 1");
        assertThatThrownBy(() -> new GaussianClouds(10, -1)).hasMessage("distance must be at least 0, was -1.0");
        assertThatThrownBy(() -> new GaussianClouds(10, Double.NaN)).hasMessageContaining("was NaN");
    }
}
