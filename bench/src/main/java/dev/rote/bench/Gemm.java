package dev.rote.bench;

import dev.rote.tensor.Place;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Tensor;
import dev.rote.tensor.Workers;
import java.util.Arrays;
import java.util.function.IntConsumer;

/** What this machine can do at best: the rate of float32 matrix products, the same ones on each worker at the same time. */
final class Gemm {

    private static final int ROUNDS = 9;

    private Gemm() {}

    /** Billions of operations per second of a product of two large square matrices. */
    static double large(int workerCount) {
        int size = 2048;
        try (Scope scope = Scope.open()) {
            Tensor[] a = matrices(workerCount, size, size);
            Tensor[] c = matrices(workerCount, size, size);
            return rate(workerCount, 2.0 * size * size * size, i -> c[i].mmOut(a[i], a[i]));
        }
    }

    /** Billions of operations per second of the step's three products at the size of its blocks, and of nothing else. */
    static double ofStep(int workerCount) {
        int rows = 294;
        int width = 500;
        int outputs = 97;
        int repeats = 32;
        try (Scope scope = Scope.open()) {
            Tensor[] a = matrices(workerCount, rows, width);
            Tensor[] w = matrices(workerCount, outputs, width);
            Tensor[] dw = matrices(workerCount, outputs, width);
            Tensor[] o = matrices(workerCount, rows, outputs);
            double work = repeats * 3 * 2.0 * rows * width * outputs;
            return rate(workerCount, work, i -> {
                for (int k = 0; k < repeats; k++) {
                    o[i].mmOut(a[i], w[i].t());
                    dw[i].addmm_(o[i].t(), a[i], 0, 1e-4);
                    a[i].addmm_(o[i], w[i], 0, 1e-4);
                    a[i].fill_(0.5); // else the numbers run off to zero or infinity
                }
            });
        }
    }

    private static Tensor[] matrices(int count, long rows, long columns) {
        Tensor[] made = new Tensor[count];
        for (int i = 0; i < count; i++) {
            made[i] = Place.FLOAT32.full(0.5, rows, columns);
        }
        return made;
    }

    /** The median over rounds of the rate of all workers together. */
    private static double rate(int workerCount, double operations, IntConsumer product) {
        try (Workers workers = new Workers(workerCount)) {
            double[] rates = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                long start = System.nanoTime();
                workers.forEach(workerCount, product);
                rates[round] = workerCount * operations / (System.nanoTime() - start);
            }
            Arrays.sort(rates);
            return rates[ROUNDS / 2];
        }
    }
}
