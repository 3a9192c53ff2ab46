package dev.rote.noise;

import dev.rote.tensor.Seeds;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Which examples are spoiled when all of some classes are equally likely to be. */
final class Picks {

    private Picks() {}

    /**
     * Positions of the examples to spoil, in no order.
     *
     * @param fraction share of the examples of the touched classes
     * @param ids which example stands at each position, [N]
     * @param labels its label, [N]
     * @param touched which classes may be spoiled, [K]
     */
    static int[] of(double fraction, Draw draw, long[] ids, long[] labels, boolean[] touched, Seeds seeds) {
        Seeds which = seeds.of("which");
        return switch (draw) {
            case OVERALL -> some(fraction, Labels.positions(labels, touched), which);
            case PER_CLASS -> {
                int[][] members = Labels.positions(labels, touched.length);
                yield IntStream.range(0, touched.length)
                        .filter(label -> touched[label])
                        .flatMap(label -> Arrays.stream(some(fraction, members[label], which.of(label))))
                        .toArray();
            }
            case IID ->
                IntStream.of(Labels.positions(labels, touched))
                        .filter(at -> which.uniform(ids[at]) < fraction)
                        .toArray();
        };
    }

    private static int[] some(double fraction, int[] members, Seeds seeds) {
        int[] order = seeds.permutation(members.length);
        return IntStream.range(0, (int) Math.floor(fraction * members.length))
                .map(i -> members[order[i]])
                .toArray();
    }
}
