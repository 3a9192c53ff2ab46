package dev.rote.measures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rote.data.Npy;
import dev.rote.data.Parts;
import dev.rote.nets.AnalyticTwoLayer;
import dev.rote.nets.Model;
import dev.rote.noise.Corrupted;
import dev.rote.tensor.Place;
import dev.rote.tensor.Scope;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * Every measure under the contract of all measures.
 *
 * <p>Long because each small measure is one nested class of a dozen lines under the same contract.
 */
class MeasuresTest {

    private static final List<String> NO_SUM_OVER_NEURONS = List.of("mlp", "transformer");

    @Nested
    class TestAccuracy implements MeasureContract {
        @Override
        public Measure measure() {
            return new Accuracy();
        }

        @Override
        public Measure again() {
            return new Accuracy("test");
        }

        @Override
        public List<String> refuses() {
            return List.of();
        }
    }

    @Nested
    class CorruptedAccuracy implements MeasureContract {
        @Override
        public Measure measure() {
            return new Accuracy("corrupted");
        }

        @Override
        public Measure again() {
            return new Accuracy("corrupted");
        }

        @Override
        public List<String> refuses() {
            return List.of();
        }
    }

    @Nested
    class Examples implements MeasureContract {
        @Override
        public Measure measure() {
            return new ExampleArrays();
        }

        @Override
        public Measure again() {
            return new ExampleArrays();
        }

        @Override
        public List<String> refuses() {
            return List.of();
        }

        @Test
        void tellsWhichWrongLabelsWereLearned() {
            Parts parts = MeasureContract.parts();
            long[] ids = parts.get("train").ids();
            try (Scope scope = Scope.open()) {
                Model model = MeasureContract.model(new AnalyticTwoLayer(1200), parts, Place.FLOAT32);
                MeasureContract.Answer answer = MeasureContract.take(new ExampleArrays(), model, parts, 2);
                Map<String, String> arrays = answer.arrays().get("examples-30");
                assertThat(arrays.keySet())
                        .containsExactlyInAnyOrder("id", "label", "truth", "corrupted", "correct", "loss");
                assertThat(arrays.get("id")).isEqualTo(MeasureContract.bytes(Npy.of(ids, ids.length)));
                // The closed form is right everywhere: it says a corrupted label only where that is the true one by
                // luck.
                Corrupted train = (Corrupted) parts.get("train");
                long[] wrong = train.ids(true);
                long[] given = train.batch(wrong).targets().toLongs();
                long[] truth = train.clean().batch(wrong).targets().toLongs();
                long lucky = IntStream.range(0, wrong.length)
                        .filter(i -> given[i] == truth[i])
                        .count();
                assertThat(answer.value()).isEqualTo((double) lucky / wrong.length);
            }
        }
    }

    @Nested
    class TrainLoss implements MeasureContract {
        @Override
        public Measure measure() {
            return new MeanLoss();
        }

        @Override
        public Measure again() {
            return new MeanLoss("train");
        }

        @Override
        public List<String> refuses() {
            return List.of();
        }
    }

    @Nested
    class Norm implements MeasureContract {
        @Override
        public Measure measure() {
            return new WeightNorm();
        }

        @Override
        public Measure again() {
            return new WeightNorm("all");
        }

        @Override
        public List<String> refuses() {
            return List.of();
        }
    }

    @Nested
    class MeanIpr implements MeasureContract {
        @Override
        public Measure measure() {
            return new Ipr();
        }

        @Override
        public Measure again() {
            return new Ipr(Ipr.Statistic.MEAN, 2);
        }

        @Override
        public List<String> refuses() {
            return List.of();
        }
    }

    @Nested
    class Living implements MeasureContract {
        @Override
        public Measure measure() {
            return new Ipr(Ipr.Statistic.LIVING, 3);
        }

        @Override
        public Measure again() {
            return new Ipr(Ipr.Statistic.LIVING, 3);
        }

        @Override
        public List<String> refuses() {
            return List.of();
        }
    }

    @Nested
    class Neurons implements MeasureContract {
        @Override
        public Measure measure() {
            return new NeuronTable();
        }

        @Override
        public Measure again() {
            return new NeuronTable();
        }

        @Override
        public List<String> refuses() {
            return List.of();
        }
    }

    @Nested
    class Spectrum implements MeasureContract {
        @Override
        public Measure measure() {
            return new SpectrumTable();
        }

        @Override
        public Measure again() {
            return new SpectrumTable();
        }

        @Override
        public List<String> refuses() {
            return List.of();
        }
    }

    @Nested
    class PruningFromTheLowest implements MeasureContract {
        @Override
        public Measure measure() {
            return new Pruning();
        }

        @Override
        public Measure again() {
            return new Pruning(Pruning.Order.LOWEST_IPR, 100);
        }

        @Override
        public List<String> refuses() {
            return NO_SUM_OVER_NEURONS;
        }
    }

    @Nested
    class PruningAtRandom implements MeasureContract {
        @Override
        public Measure measure() {
            return new Pruning(Pruning.Order.RANDOM, 7);
        }

        @Override
        public Measure again() {
            return new Pruning(Pruning.Order.RANDOM, 7);
        }

        @Override
        public List<String> refuses() {
            return NO_SUM_OVER_NEURONS;
        }
    }

    @Nested
    class Memorised implements MeasureContract {
        @Override
        public Measure measure() {
            return new NoisyPart();
        }

        @Override
        public Measure again() {
            return new NoisyPart(NoisyPart.As.MEMORISED);
        }

        @Override
        public List<String> refuses() {
            return List.of();
        }
    }

    @Nested
    class SeenThrough implements MeasureContract {
        @Override
        public Measure measure() {
            return new NoisyPart(NoisyPart.As.TRUTH);
        }

        @Override
        public Measure again() {
            return new NoisyPart(NoisyPart.As.TRUTH);
        }

        @Override
        public List<String> refuses() {
            return List.of();
        }
    }

    @Nested
    class Share implements MeasureContract {
        @Override
        public Measure measure() {
            return new ClassShare();
        }

        @Override
        public Measure again() {
            return new ClassShare("test", 0);
        }

        @Override
        public List<String> refuses() {
            return List.of();
        }
    }

    @Nested
    class Spread implements MeasureContract {
        @Override
        public Measure measure() {
            return new ClassSpread();
        }

        @Override
        public Measure again() {
            return new ClassSpread("test");
        }

        @Override
        public List<String> refuses() {
            return List.of();
        }
    }

    @Nested
    class Likelihood implements MeasureContract {
        @Override
        public Measure measure() {
            return new NegativeLogLikelihood();
        }

        @Override
        public Measure again() {
            return new NegativeLogLikelihood("test");
        }

        @Override
        public List<String> refuses() {
            return List.of();
        }
    }

    @Nested
    class CorruptedLikelihood implements MeasureContract {
        @Override
        public Measure measure() {
            return new NegativeLogLikelihood("corrupted");
        }

        @Override
        public Measure again() {
            return new NegativeLogLikelihood("corrupted");
        }

        @Override
        public List<String> refuses() {
            return List.of();
        }
    }

    @Nested
    class CalibrationError implements MeasureContract {
        @Override
        public Measure measure() {
            return new Calibration();
        }

        @Override
        public Measure again() {
            return new Calibration("test", 15);
        }

        @Override
        public List<String> refuses() {
            return List.of();
        }
    }

    @Nested
    class Margins implements MeasureContract {
        @Override
        public Measure measure() {
            return new Margin();
        }

        @Override
        public Measure again() {
            return new Margin("train", Margin.Statistic.MEAN, Margin.Normalised.NONE);
        }

        @Override
        public List<String> refuses() {
            return List.of();
        }
    }

    @Nested
    class NormalisedMargins implements MeasureContract {
        @Override
        public Measure measure() {
            return new Margin("test", Margin.Statistic.P10, Margin.Normalised.LAYER_NORMS);
        }

        @Override
        public Measure again() {
            return new Margin("test", Margin.Statistic.P10, Margin.Normalised.LAYER_NORMS);
        }

        @Override
        public List<String> refuses() {
            return List.of();
        }
    }

    @Nested
    class Flattened implements MeasureContract {
        @Override
        public Measure measure() {
            return new Flattening();
        }

        @Override
        public Measure again() {
            return new Flattening("first", "test", Flattening.Statistic.REST);
        }

        @Override
        public List<String> refuses() {
            return List.of();
        }
    }

    @Nested
    class Sharp implements MeasureContract {
        @Override
        public Measure measure() {
            return new Sharpness();
        }

        @Override
        public Measure again() {
            return new Sharpness("train", 0.05, 5);
        }

        @Override
        public List<String> refuses() {
            return List.of();
        }
    }

    @Nested
    class Flat implements MeasureContract {
        @Override
        public Measure measure() {
            return new Flatness();
        }

        @Override
        public Measure again() {
            return new Flatness("train", 0.01, 10);
        }

        @Override
        public List<String> refuses() {
            return List.of();
        }
    }

    @Nested
    class Curved implements MeasureContract {
        @Override
        public Measure measure() {
            return new Hessian("corrupted", 3, 40);
        }

        @Override
        public Measure again() {
            return new Hessian("corrupted", 3, 40);
        }

        @Override
        public List<String> refuses() {
            return List.of();
        }
    }

    @Nested
    class TwinsAccuracy implements MeasureContract {
        @Override
        public Measure measure() {
            return new TwinPredictions();
        }

        @Override
        public Measure again() {
            return new TwinPredictions("test", TwinPredictions.Statistic.ACCURACY);
        }

        @Override
        public List<String> refuses() {
            return List.copyOf(NETS.keySet()); // none is of two
        }
    }

    @Nested
    class Fgsm implements MeasureContract {
        @Override
        public Measure measure() {
            return new FgsmAccuracy();
        }

        @Override
        public Measure again() {
            return new FgsmAccuracy("test", 0.1, false);
        }

        @Override
        public List<String> refuses() {
            return List.copyOf(NETS.keySet()); // tokens cannot be moved a little
        }
    }

    @Test
    void noTwoMeasuresShareAName() {
        assertThat(List.of(
                                new Accuracy(),
                                new Accuracy("train"),
                                new MeanLoss("test"),
                                new MeanLoss(),
                                new WeightNorm(),
                                new WeightNorm("u.weight"),
                                new Ipr(),
                                new Ipr(Ipr.Statistic.LIVING, 2),
                                new Ipr(Ipr.Statistic.MEMORISING, 2),
                                new NeuronTable(),
                                new SpectrumTable(),
                                new Pruning(),
                                new Pruning(Pruning.Order.RANDOM, 100),
                                new NoisyPart(),
                                new NoisyPart(NoisyPart.As.OTHER),
                                new ClassShare("test", 1),
                                new ClassShare("test", 2),
                                new ClassSpread(),
                                new NegativeLogLikelihood(),
                                new Calibration(),
                                new Margin(),
                                new Margin("train", Margin.Statistic.P10, Margin.Normalised.NONE),
                                new Margin("train", Margin.Statistic.MEAN, Margin.Normalised.WEIGHT_NORM),
                                new Flattening(),
                                new Flattening("first", "test", Flattening.Statistic.LARGEST),
                                new FgsmAccuracy(),
                                new FgsmAccuracy("test", 1e-5, false),
                                new Sharpness(),
                                new Sharpness("train", 0.1, 5),
                                new Flatness(),
                                new Flatness("train", 0.1, 10),
                                new Hessian(),
                                new TwinPredictions(),
                                new TwinPredictions("test", TwinPredictions.Statistic.DIVERGENCE))
                        .stream()
                        .map(Measure::name))
                .doesNotHaveDuplicates();
    }
}
