package dev.rote.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rote.files.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SeriesTest {

    private final Series series = new Series(List.of(0L, 10L, 20L, 30L), List.of(0.25, Double.NaN, 0.75, 0.5));

    @Test
    void answersAtAStepWithTheReadingBefore() {
        assertThat(series.at(-5)).isEqualTo(0.25);
        assertThat(series.at(0)).isEqualTo(0.25);
        assertThat(series.at(10)).isNaN();
        assertThat(series.at(29)).isEqualTo(0.75);
        assertThat(series.at(1000)).isEqualTo(0.5);
        assertThat(series.last()).isEqualTo(0.5);
    }

    @Test
    void extremesPassOverWhatIsNotANumber() {
        assertThat(series.max()).isEqualTo(0.75);
        assertThat(series.min()).isEqualTo(0.25);
        Series none = new Series(List.of(1L), List.of(Double.NaN));
        assertThat(none.max()).isNaN();
        assertThat(none.min()).isNaN();
    }

    @Test
    void findsTheFirstStepThatReachesAThreshold() {
        assertThat(series.firstStepAtLeast(0.25)).isZero();
        assertThat(series.firstStepAtLeast(0.5)).isEqualTo(20);
        assertThat(series.firstStepAtLeast(0.76)).isEqualTo(-1);
    }

    @Test
    void keepsAtLeastTheLastReadingWhenCut() {
        assertThat(series.from(15).steps()).containsExactly(20L, 30L);
        assertThat(series.from(20).values()).containsExactly(0.75, 0.5);
        assertThat(series.from(0)).isEqualTo(series);
        assertThat(series.from(99).steps()).containsExactly(30L);
    }

    @Test
    void isNeverEmptyOrUneven() {
        assertThatThrownBy(() -> new Series(List.of(), List.of()))
                .hasMessage("a series needs as many values as steps, at least 1, was 0, 0");
        assertThatThrownBy(() -> new Series(List.of(1L), List.of(1.0, 2.0))).hasMessageContaining("was 1, 2");
    }

    @Test
    void timesKeepsTheSteps() {
        Series shares = new Series(List.of(0L, 5L), List.of(0.25, 0.5));
        assertThat(shares.times(100)).isEqualTo(new Series(List.of(0L, 5L), List.of(25.0, 50.0)));
    }

    @Test
    void doesNotChangeWithTheListsItCameFrom() {
        List<Double> values = new ArrayList<>(List.of(1.0));
        Series kept = new Series(List.of(0L), values);
        values.set(0, 2.0);
        assertThat(kept.last()).isEqualTo(1);
    }

    @Test
    void aResultNamesWhatItHasWhenAskedForMore() {
        RunResult result = new RunResult(
                new Recipe().withName("r"),
                Map.of("loss.train", series, "accuracy.test", series),
                Map.of("neurons", new Table(List.of("ipr"), List.of())));
        assertThat(result.last("loss.train")).isEqualTo(0.5);
        assertThatThrownBy(() -> result.readings("loss"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("run r has no readings 'loss', only [accuracy.test, loss.train]");
        assertThatThrownBy(() -> result.table("neuron")).hasMessage("run r has no table 'neuron', only [neurons]");
    }
}
