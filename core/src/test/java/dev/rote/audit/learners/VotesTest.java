package dev.rote.audit.learners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class VotesTest {

    @Test
    void nearerOnesHaveMoreVotes() {
        // Half the mean distance is 1, so votes are 1/2 and 1/4: two thirds and one third of two votes, and one for
        // what is usual.
        double[] p = Votes.of(new double[] {1, 3}, new int[] {0, 2}, new double[] {0.5, 0.25, 0.25});
        assertThat(p)
                .containsExactly(new double[] {(4 / 3.0 + 0.5) / 3, 0.25 / 3, (2 / 3.0 + 0.25) / 3}, within(1e-12));
    }

    @Test
    void copiesVoteAlike() {
        double[] p = Votes.of(new double[3], new int[] {1, 1, 0}, new double[] {0.5, 0.5});
        assertThat(p).containsExactly(new double[] {1.5 / 4, 2.5 / 4}, within(1e-12));
    }

    @Test
    void withoutNeighboursItIsWhatIsUsual() {
        assertThat(Votes.of(new double[0], new int[0], new double[] {0.7, 0.3})).containsExactly(0.7, 0.3);
    }
}
