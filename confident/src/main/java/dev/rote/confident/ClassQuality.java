package dev.rote.confident;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How good the labels of a class are, by the estimated joint Q.
 *
 * @param label the class k
 * @param labelIssues how many examples labelled k are of another class: {@code n sum_{j != k} Q_kj}, rounded
 * @param inverseLabelIssues how many examples of k are labelled otherwise: {@code n sum_{i != k} Q_ik}, rounded
 * @param labelNoise {@code P(true != k | given k)}, in [0, 1]; 0 for a class that no example is labelled with
 * @param inverseLabelNoise {@code P(given != k | true k)}, in [0, 1]; 0 for a class that no example is of
 * @param labelQuality {@code 1 - labelNoise}: low is bad
 */
public record ClassQuality(
        int label,
        long labelIssues,
        long inverseLabelIssues,
        double labelNoise,
        double inverseLabelNoise,
        double labelQuality) {

    static List<ClassQuality> ranked(double[][] joint, long size) {
        List<ClassQuality> classes = new ArrayList<>();
        for (int k = 0; k < joint.length; k++) {
            double row = 0;
            double column = 0;
            for (int j = 0; j < joint.length; j++) {
                row += j == k ? 0 : joint[k][j];
                column += j == k ? 0 : joint[j][k];
            }
            double noise = row == 0 ? 0 : row / (row + joint[k][k]);
            double inverse = column == 0 ? 0 : column / (column + joint[k][k]);
            classes.add(new ClassQuality(
                    k, (long) Math.rint(row * size), (long) Math.rint(column * size), noise, inverse, 1 - noise));
        }
        classes.sort(Comparator.comparingDouble(ClassQuality::labelQuality));
        return List.copyOf(classes);
    }
}
