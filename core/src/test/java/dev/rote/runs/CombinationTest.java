package dev.rote.runs;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rote.measures.TurnoverTable;
import dev.rote.methods.CoTeaching;
import dev.rote.methods.Jocor;
import dev.rote.methods.Mixup;
import dev.rote.methods.Sam;
import dev.rote.methods.TurnoverDropout;
import dev.rote.nets.Mlp;
import dev.rote.nets.Twins;
import dev.rote.scores.ExampleLoss;
import dev.rote.scores.TurnoverMemorization;
import dev.rote.yaml.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

class CombinationTest {

    private static final Recipe TWINS = new Recipe().withNet(new Twins(new Mlp()));

    private static void refused(Recipe recipe, String message) {
        assertThatThrownBy(() -> Combination.check(recipe))
                .isInstanceOf(Problem.class)
                .hasMessage(message);
    }

    @Test
    void twoWaysOfTeachingAPair() {
        refused(
                TWINS.withMethods(new Jocor(), new Sam(), new CoTeaching()),
                "methods[2]: trains the two nets of a pair, as method 0 does already; keep one of the two: a pair can be"
                        + " taught in one way only");
    }

    @Test
    void aPairMethodWithoutAPair() {
        refused(
                new Recipe().withMethods(new Mixup(), new Jocor()),
                "methods[1]: trains two nets side by side; write net: {kind: twins, net: ...}");
    }

    @Test
    void questionsUnderMasksThatWereNotTrainedWith() {
        Recipe asking = new Recipe().withScores(new ExampleLoss(), new TurnoverMemorization());
        refused(
                asking,
                "scores[1]: asks under the masks of turn-over dropout on the layers [all], which no method trains with;"
                        + " write methods: [{kind: turnover-dropout, layers: [all]}]");
        refused(
                new Recipe()
                        .withMethods(new TurnoverDropout(List.of("hidden.0")))
                        .withProbes(1, List.of(new Probe(new TurnoverTable()))),
                "probes[0].measure: asks under the masks of turn-over dropout on the layers [all], which no method trains"
                        + " with; write methods: [{kind: turnover-dropout, layers: [all]}]");
        assertThatCode(() -> Combination.check(asking.withMethods(new TurnoverDropout())))
                .doesNotThrowAnyException();
    }

    @Test
    void whatGoesTogetherIsLetThrough() {
        assertThatCode(() -> Combination.check(TWINS.withMethods(new Sam(), new Mixup(), new Jocor())))
                .doesNotThrowAnyException();
        assertThatCode(() -> Combination.check(TWINS)).doesNotThrowAnyException();
    }
}
