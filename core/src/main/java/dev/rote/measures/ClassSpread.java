package dev.rote.measures;

import dev.rote.data.Parts;
import dev.rote.nets.Model;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.stream.IntStream;

/**
 * Largest minus smallest accuracy of a class, over the classes that occur in a part: {@code max_c a_c - min_c a_c}, where a_c is
 * the share of correct predictions among the examples with label c. In [0, 1]; NaN on an empty part.
 *
 * <p>Wang et al. 2019 show with per-class accuracy that wrong labels hurt some classes more than others.
 *
 * @param part train, test, corrupted, uncorrupted, or another part of the data
 */
public record ClassSpread(String part) implements Measure {

    /** On the test part. */
    public ClassSpread() {
        this("test");
    }

    @Override
    public double of(Subject subject) {
        Outcome outcome = subject.on(part);
        int classes = Arrays.stream(outcome.labels()).max().orElse(-1) + 1;
        int[] seen = new int[classes];
        int[] right = new int[classes];
        for (int i = 0; i < outcome.ids().length; i++) {
            seen[outcome.labels()[i]]++;
            right[outcome.labels()[i]] += outcome.correct(i) ? 1 : 0;
        }
        DoubleSummaryStatistics accuracies = IntStream.range(0, classes)
                .filter(c -> seen[c] > 0)
                .mapToDouble(c -> (double) right[c] / seen[c])
                .summaryStatistics();
        return accuracies.getCount() == 0 ? Double.NaN : accuracies.getMax() - accuracies.getMin();
    }

    @Override
    public void check(Model model, Parts parts) {
        Subject.checkClasses(part, parts);
    }

    @Override
    public String name() {
        return "class-spread." + part;
    }
}
