package dev.rote.confident;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Two classes and how often one is taken for the other, by the estimated joint Q.
 *
 * @param first the lower class i
 * @param second the higher class j
 * @param examples {@code n (Q_ij + Q_ji)}, rounded
 * @param probability {@code Q_ij + Q_ji}, in [0, 1]
 */
public record ClassOverlap(int first, int second, long examples, double probability) {

    static List<ClassOverlap> ranked(double[][] joint, long size) {
        List<ClassOverlap> pairs = new ArrayList<>();
        for (int i = 0; i < joint.length; i++) {
            for (int j = i + 1; j < joint.length; j++) {
                double both = joint[i][j] + joint[j][i];
                pairs.add(new ClassOverlap(i, j, (long) Math.rint(both * size), both));
            }
        }
        pairs.sort(Comparator.comparingDouble(ClassOverlap::probability).reversed());
        return List.copyOf(pairs);
    }
}
