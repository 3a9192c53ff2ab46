package dev.rote.data.files;

import dev.rote.data.Batch;
import dev.rote.data.Dataset;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Seeds;
import java.util.List;

/** A process with a small heap that takes batches from all over a large file; prints what it saw. */
final class TinyHeap {

    private TinyHeap() {}

    /** Inputs, labels. */
    public static void main(String[] arguments) {
        Dataset train = new Idx(arguments[0], arguments[1], "", "", 0, List.of())
                .open(new Seeds(1))
                .get("train");
        double sum = 0;
        for (int i = 0; i < 20; i++) {
            long[] ids = new long[64];
            for (int k = 0; k < ids.length; k++) {
                ids[k] = (i * 64L + k) * 997 % train.size();
            }
            ids[63] = train.size() - 1;
            try (Scope scope = Scope.open()) {
                Batch batch = train.batch(ids);
                float[] numbers = batch.inputs().toFloats();
                sum += numbers[numbers.length - 1];
            }
        }
        long heap = Runtime.getRuntime().maxMemory() >> 20;
        System.out.println(train.size() + " rows, heap " + heap + " MiB, sum of last pixels " + sum);
    }
}
