package dev.rote.noise;

import dev.rote.data.Batch;
import dev.rote.data.Dataset;
import dev.rote.data.Target;
import dev.rote.tensor.InputShape;
import dev.rote.tensor.Place;
import dev.rote.tensor.Seeds;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/** Made-up examples: the first feature follows the label, the second is anything, the third never varies. */
record Blobs(int size, Target target) implements Dataset {

    static final int CLASSES = 10;

    static Blobs of(int size) {
        return new Blobs(size, new Target.Classes(CLASSES));
    }

    /** Class c has about 2 (c + 1) / (K (K + 1)) of the examples, so that classes are not alike. */
    static long label(long id) {
        int ticket = new Seeds(7).below(CLASSES * (CLASSES + 1) / 2, id);
        int label = 0;
        while (ticket > label) {
            ticket -= label + 1;
            label++;
        }
        return label;
    }

    @Override
    public long[] ids() {
        return LongStream.range(0, size).map(i -> 3 * i + 1).toArray();
    }

    @Override
    public InputShape inputs() {
        return new InputShape.Features(List.of(1L, 3L));
    }

    @Override
    public Batch batch(long[] ids) {
        float[] inputs = new float[3 * ids.length];
        for (int i = 0; i < ids.length; i++) {
            inputs[3 * i] = 100 + label(ids[i]) + (float) new Seeds(8).gaussian(ids[i]);
            inputs[3 * i + 1] = (float) new Seeds(9).gaussian(ids[i]) / 1000;
            inputs[3 * i + 2] = 5;
        }
        long[] labels = Arrays.stream(ids).map(Blobs::label).toArray();
        return new Batch(ids, Place.FLOAT32.of(inputs, ids.length, 1, 3), Place.FLOAT32.indices(labels, labels.length));
    }
}
