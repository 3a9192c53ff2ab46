package dev.rote.bench;

import dev.rote.tensor.Place;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Tensor;
import dev.rote.tensor.Workers;
import java.util.Arrays;

/** What this machine can do at best: the rate of large float32 matrix products, one on each worker at the same time. */
final class Gemm {

    private static final int SIZE = 2048;

    private Gemm() {}

    /** Billions of operations per second, the median of several rounds. */
    static double rate(int workerCount) {
        try (Scope scope = Scope.open();
                Workers workers = new Workers(workerCount)) {
            Tensor[] a = new Tensor[workerCount];
            Tensor[] c = new Tensor[workerCount];
            for (int i = 0; i < workerCount; i++) {
                a[i] = Place.FLOAT32.full(0.5, SIZE, SIZE);
                c[i] = Place.FLOAT32.zeros(SIZE, SIZE);
            }
            double[] rates = new double[7];
            for (int round = 0; round < rates.length; round++) {
                long start = System.nanoTime();
                workers.forEach(workerCount, i -> c[i].mmOut(a[i], a[i]));
                rates[round] = workerCount * 2.0 * SIZE * SIZE * SIZE / (System.nanoTime() - start);
            }
            Arrays.sort(rates);
            return rates[rates.length / 2];
        }
    }
}
