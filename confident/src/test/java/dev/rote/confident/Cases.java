package dev.rote.confident;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Sets for property tests: coarse weights, so that ties and rows on a threshold come often. */
final class Cases {

    private Cases() {}

    /** Labels and their probabilities. */
    record Case(int[] labels, double[][] probs) {

        LabelIssues find(Options options) {
            return LabelIssues.find(labels, probs, options);
        }

        /** The examples at these places, in this order. */
        Case at(List<Integer> places) {
            return new Case(
                    places.stream().mapToInt(i -> labels[i]).toArray(),
                    places.stream().map(i -> probs[i]).toArray(double[][]::new));
        }

        List<Integer> places() {
            return IntStream.range(0, labels.length).boxed().toList();
        }

        @Override
        public String toString() {
            return Arrays.toString(labels) + " " + Arrays.deepToString(probs);
        }
    }

    static Arbitrary<Case> all() {
        Arbitrary<int[]> sizes =
                Arbitraries.integers().between(0, 6).array(int[].class).ofSize(5);
        Arbitrary<Case> cases = Arbitraries.integers().between(2, 5).flatMap(k -> {
            Arbitrary<double[]> row = sizes.map(weights -> {
                double[] some = IntStream.range(0, k)
                        .mapToDouble(j -> weights[j] * weights[j])
                        .toArray();
                some[weights[0] % k] += 1;
                return Probabilities.normalised(new double[][] {some})[0];
            });
            Arbitrary<Integer> label = Arbitraries.integers().between(0, k - 1);
            return Combinators.combine(label, row)
                    .as((y, p) -> new Case(new int[] {y}, new double[][] {p}))
                    .list()
                    .ofMinSize(1)
                    .ofMaxSize(60)
                    .map(rows -> new Case(
                            rows.stream().mapToInt(each -> each.labels[0]).toArray(),
                            rows.stream().map(each -> each.probs[0]).toArray(double[][]::new)));
        });
        return cases.withoutEdgeCases(); // they are sets of one example, and so many that nothing else would be tried
    }

    static Arbitrary<Options> options() {
        return Combinators.combine(
                        Arbitraries.of(Filter.class),
                        Arbitraries.of(Quality.class),
                        Arbitraries.of(0.0, 0.3, 0.5, 1.0),
                        Arbitraries.integers().between(0, 4))
                .as(Options::new);
    }
}
