package dev.rote.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rote.audit.Findings.Cut;
import java.util.List;
import org.junit.jupiter.api.Test;

class CutsTest {

    private static final List<Cut> CUTS =
            List.of(new Cut(10, 0.05, 0.9), new Cut(20, 0.25, 0.8), new Cut(40, 0.5, 0.4));

    /** 0, 12 and 16 wrong: above them lies a line from 0 over 12 at 20 to 16 at 40. */
    @Test
    void theWorstComeFirst() {
        double[] wrong = {0, 12, 16};
        List<Cut> cuts = Cuts.holding(CUTS, place -> wrong[place]);
        assertThat(cuts).extracting(Cut::examples).containsExactly(10, 20, 40);
        assertThat(cuts).extracting(Cut::quality).containsExactly(0.05, 0.25, 0.5);
        double[] expected = {6.0 / 10, 12.0 / 20, 16.0 / 40};
        for (int i = 0; i < 3; i++) {
            assertThat(cuts.get(i).expected()).isCloseTo(expected[i], within(1e-12));
        }
    }

    @Test
    void atMostAllAreWrong() {
        assertThat(Cuts.holding(CUTS, place -> 100)).extracting(Cut::expected).containsOnly(1.0);
    }

    @Test
    void nothingIsExpectedOfNothing() {
        assertThat(Cuts.holding(List.of(), place -> 1)).isEmpty();
    }
}
