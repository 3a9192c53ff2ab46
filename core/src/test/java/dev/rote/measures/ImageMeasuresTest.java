package dev.rote.measures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rote.data.Batch;
import dev.rote.data.Dataset;
import dev.rote.data.Parts;
import dev.rote.data.Target;
import dev.rote.losses.CrossEntropy;
import dev.rote.nets.Model;
import dev.rote.nets.Net;
import dev.rote.nets.Twins;
import dev.rote.nets.images.SmallCnn;
import dev.rote.noise.Corrupted;
import dev.rote.tensor.InputShape;
import dev.rote.tensor.Place;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Tensor;
import dev.rote.train.TinyTraining;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What differentiates, or looks into a net, on images, convolutions and batch norm, for which the other tests have no room. */
class ImageMeasuresTest {

    private static final Net CNN = new SmallCnn(List.of(4, 6), 3, true, 0.2, List.of(), false);

    private static final List<Measure> ON_IMAGES = List.of(
            new NoisyPart(),
            new NegativeLogLikelihood("train"),
            new Margin("train", Margin.Statistic.P10, Margin.Normalised.LAYER_NORMS),
            new Flattening("first", "train", Flattening.Statistic.REST),
            new FgsmAccuracy("train", 0.05, true),
            new Sharpness("train", 0.05, 1),
            new Flatness("train", 0.01, 2),
            new Hessian("train", 3, 270));

    /** 300 images of 8 x 8 in two channels, three classes, noise all over. */
    private record Images() implements Dataset {
        @Override
        public long[] ids() {
            return LongStream.range(0, 300).toArray();
        }

        @Override
        public InputShape inputs() {
            return new InputShape.Features(List.of(2L, 8L, 8L));
        }

        @Override
        public Target target() {
            return new Target.Classes(3);
        }

        @Override
        public Batch batch(long[] ids) {
            Seeds pixels = new Seeds(8);
            double[] values = LongStream.of(ids)
                    .boxed()
                    .flatMapToDouble(id -> LongStream.range(0, 128).mapToDouble(pixels.of(id)::uniform))
                    .toArray();
            long[] labels = LongStream.of(ids).map(id -> id % 3).toArray();
            return new Batch(
                    ids, Place.FLOAT32.of(values, ids.length, 2, 8, 8), Place.FLOAT32.indices(labels, labels.length));
        }
    }

    private static void look(Net net, Measure measure) {
        long[] wrong = LongStream.range(0, 300)
                .map(id -> id % 5 == 0 ? (id + 1) % 3 : -1)
                .toArray();
        Parts parts = Points.parts(new Corrupted(new Images(), wrong));
        try (Scope scope = Scope.open()) {
            Model model = net.build(new Images().inputs(), 3, Place.FLOAT32, new Seeds(5));
            Map<String, List<Double>> before = TinyTraining.weights(model);
            long live = Tensor.live();
            double value = Points.take(measure, model, parts, new CrossEntropy(), 1);
            assertThat(value).as(measure.name()).isFinite();
            assertThat(Points.take(measure, model, parts, new CrossEntropy(), 3))
                    .as(measure.name())
                    .isEqualTo(value);
            assertThat(Tensor.live()).as(measure.name()).isEqualTo(live);
            assertThat(TinyTraining.weights(model)).as(measure.name()).isEqualTo(before);
        }
    }

    @Test
    void convolutionsAndBatchNormAreMeasured() {
        ON_IMAGES.forEach(measure -> look(CNN, measure));
    }

    @Test
    void soAreTwins() {
        ON_IMAGES.forEach(measure -> look(new Twins(CNN), measure));
        look(new Twins(CNN), new TwinPredictions("train", TwinPredictions.Statistic.ACCURACY));
        look(new Twins(CNN), new TwinPredictions("train", TwinPredictions.Statistic.DIVERGENCE));
    }
}
