package dev.rote.audit.learners;

import dev.rote.audit.features.Dense;
import dev.rote.data.Batch;
import dev.rote.data.Dataset;
import dev.rote.data.Target;
import dev.rote.tensor.InputShape;
import dev.rote.tensor.Place;
import dev.rote.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/** Some rows of a matrix to train on; ids are their places among the chosen. The tensors live in the caller's scope. */
final class DenseExamples implements Dataset {

    private final Tensor inputs;
    private final Tensor targets;
    private final int columns;
    private final int classes;

    DenseExamples(Dense matrix, int[] chosen, int[] labels, int classes) {
        this.inputs = rows(matrix, chosen);
        this.columns = matrix.columns();
        this.classes = classes;
        this.targets = Place.FLOAT32.indices(
                Arrays.stream(chosen).mapToLong(row -> labels[row]).toArray(), chosen.length);
    }

    private static Tensor rows(Dense matrix, int[] chosen) {
        int width = matrix.columns();
        float[] numbers = new float[Math.multiplyExact(chosen.length, width)];
        for (int i = 0; i < chosen.length; i++) {
            System.arraycopy(matrix.values(), chosen[i] * width, numbers, i * width, width);
        }
        return Place.FLOAT32.of(numbers, chosen.length, width);
    }

    @Override
    public long[] ids() {
        return LongStream.range(0, size()).toArray();
    }

    @Override
    public int size() {
        return (int) inputs.size(0);
    }

    @Override
    public InputShape inputs() {
        return new InputShape.Features(List.of((long) columns));
    }

    @Override
    public Target target() {
        return new Target.Classes(classes);
    }

    @Override
    public Batch batch(long[] ids) {
        Tensor at = Place.FLOAT32.indices(ids, ids.length);
        return new Batch(ids, inputs.indexSelect(0, at), targets.indexSelect(0, at));
    }
}
