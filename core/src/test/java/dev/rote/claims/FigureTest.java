package dev.rote.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FigureTest {

    private static final Axis X = Axis.linear("step");
    private static final Axis Y = Axis.log("loss");

    @Test
    void idsAreAnchors() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Lines.of("A b", "t", "", X, Y, List.of()))
                .withMessage("figure id must be lower-case letters, digits and hyphens, a letter first, was \"A b\"");
    }

    @Test
    void curvesHaveAsManyValuesAsTimes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Lines.Series.of("train", new double[] {0, 1}, new double[] {5}))
                .withMessage("y of series train must be 2 values, were 1");
        Lines.Series train = Lines.Series.of("train", new double[] {0, 1}, new double[] {5, Double.NaN});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> train.spread(new double[] {4, 4}, new double[] {}))
                .withMessage("high of series train must be 2 values, were 0");
    }

    @Test
    void timeDoesNotFall() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Lines.Series.of("train", new double[] {1, 0}, new double[] {1, 1}))
                .withMessage("x of series train must not fall, 0.0 came after 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Lines.Series.of("train", new double[] {Double.NaN}, new double[] {1}))
                .withMessage("x of series train must be finite, one was NaN");
        assertThatIllegalArgumentException().isThrownBy(() -> new Lines.Span(2, 1, "late"));
    }

    @Test
    void curvesOfOneFigureDiffer() {
        Lines.Series one = Lines.Series.of("train", new double[] {}, new double[] {});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Lines.of("f", "t", "", X, Y, List.of(one, one)))
                .withMessage("series of figure f must have different names, twice was \"train\"");
    }

    @Test
    void binsHaveRisingEdgesAndOneCountEach() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Histogram("f", "t", "", X, "n", List.of(0.0, 0.0), List.of()))
                .withMessage("edges of figure f must rise, 0.0 came after 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Histogram(
                        "f", "t", "", X, "n", List.of(0.0, 1.0), List.of(Histogram.Counts.of("start", 1, 2))))
                .withMessage("counts of series start must be 1 values, were 2");
        assertThatIllegalArgumentException().isThrownBy(() -> Histogram.Counts.of("start", -1));
    }

    @Test
    void cellsFitTheirTicksAndCategories() {
        List<String> one = List.of("0.1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HeatMap.of("f", "t", "", "x", "y", one, one, new double[][] {{1, 2}}, "v"))
                .withMessage("cells in a row of figure f must be 1 values, were 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HeatMap(
                        "f", "t", "", "x", "y", one, one, List.of(List.of(1.0)), "phase", List.of("Coexistence")))
                .withMessage("a cell of figure f must be a category number from 0 to 0 or not-a-number, was 1.0");
    }

    @Test
    void figuresKeepWhatTheyWereGiven() {
        List<Lines.Series> series = new ArrayList<>();
        Lines lines = Lines.of("f", "t", "", X, Y, series);
        series.add(Lines.Series.of("late", new double[] {}, new double[] {}));
        assertThat(lines.series()).isEmpty();
    }
}
