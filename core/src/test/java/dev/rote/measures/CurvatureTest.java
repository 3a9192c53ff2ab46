package dev.rote.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rote.data.GaussianClouds;
import dev.rote.data.Parts;
import dev.rote.losses.CrossEntropy;
import dev.rote.nets.Activation;
import dev.rote.nets.Mlp;
import dev.rote.nets.Model;
import dev.rote.tensor.Place;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Tensor;
import dev.rote.tensor.Workers;
import dev.rote.train.Clock;
import dev.rote.train.Loss;
import dev.rote.train.Recorder;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Products with a Hessian whose gradient is recorded once, beside those that compute it anew. */
class CurvatureTest {

    /** Three blocks of rows. */
    private static final Parts CLOUDS = new GaussianClouds(600, 1.5).open(new Seeds(1));

    /** Two products each way, flat: recorded, then anew. */
    private static double[][] products(List<Integer> hidden, Loss loss, int workers) {
        try (Scope scope = Scope.open();
                Workers threads = new Workers(workers)) {
            Model model = new Mlp(hidden, Activation.GELU, true, 0, false)
                    .build(CLOUDS.get("train").inputs(), 2, Place.FLOAT64, new Seeds(5));
            try (Evaluator evaluator = new Evaluator(model, CLOUDS, loss, new Seeds(6), threads, Recorder.NONE);
                    Landscape landscape =
                            new Landscape(evaluator.subject(new Clock(30, 100, 1)), "train", Integer.MAX_VALUE);
                    Curvature curvature = landscape.curvature()) {
                List<Tensor> one = landscape.random(new Seeds(7));
                List<Tensor> two = landscape.random(new Seeds(8));
                return new double[][] {
                    flat(curvature.times(one)),
                    flat(curvature.times(two)),
                    flat(landscape.hessianTimes(one)),
                    flat(landscape.hessianTimes(two))
                };
            }
        }
    }

    private static double[] flat(List<Tensor> direction) {
        return direction.stream()
                .flatMapToDouble(part -> Arrays.stream(part.toDoubles()))
                .toArray();
    }

    @Test
    void recordedOnceIsTheSameAsAnew() {
        long live = Tensor.live();
        double[][] found = products(List.of(3), new CrossEntropy(), 1);
        assertThat(found[0]).hasSize(17);
        assertThat(found[0]).containsExactly(found[2], within(1e-13));
        assertThat(found[1]).containsExactly(found[3], within(1e-13));
        assertThat(Arrays.stream(found[0]).map(Math::abs).max().orElseThrow()).isGreaterThan(0.01);
        double[][] byThree = products(List.of(3), new CrossEntropy(), 3);
        assertThat(byThree[0]).isEqualTo(found[0]);
        assertThat(byThree[1]).isEqualTo(found[1]);
        assertThat(Tensor.live()).isEqualTo(live);
    }

    @Test
    void aNetWithoutHiddenLayersIsAskedAnew() {
        double[][] found = products(List.of(), new CrossEntropy(), 2);
        assertThat(found[0]).isEqualTo(found[2]);
    }

    @Test
    void whatIsLinearInSomeWeightsHasNoCurvatureAlongThem() {
        // The gradient by the last bias is constant, that by the last weights is not: it depends on the first ones.
        double[][] found = products(List.of(3), pass -> pass.outputs().sum(1, false), 2);
        assertThat(found[0]).containsExactly(found[2], within(1e-13));
        assertThat(Arrays.copyOfRange(found[0], 15, 17)).containsExactly(0, 0);
        assertThat(Arrays.copyOf(found[0], 15)).doesNotContain(0);
    }
}
