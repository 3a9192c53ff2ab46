package dev.rote.influence;

import dev.rote.data.KnowsTruth;
import dev.rote.data.Parts;
import dev.rote.measures.Landscape;
import dev.rote.measures.Measure;
import dev.rote.measures.Subject;
import dev.rote.nets.Model;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes self-influences and what they are compared with, side by side, into {@code tables/influence.csv}, and the eigenvalues that
 * Arnoldi iteration found into {@code tables/eigenvalues.csv}.
 *
 * <p>Columns, for each number p of {@code directions}: {@code arnoldi-p}, {@code sum_i g_i^2 / lambda_i} over the top p eigenpairs;
 * {@code unweighted-p}, {@code sum_i g_i^2} over the same; {@code random-p}, the same along p random directions; beside them {@code
 * gradient}, {@code ||grad L(x)||^2}, which is TracIn at one checkpoint, {@code loss}, and {@code wrong}, 1 where the label is not the
 * true one (NaN where the data do not know). High is suspicious, in all of them.
 *
 * <p>The number returned is the residual of the top eigenpair, {@code ||H e - lambda e|| / |lambda|}, at least 0: above a hundredth the
 * iteration was too short. NaN, and no tables, without training examples or where a training loss is infinite or not a number; NaN where
 * there is no curvature.
 *
 * @param part whose examples, with labels as given
 * @param iterations products with the Hessian, at least 1
 * @param examples how many training examples the Hessian is taken of at most, at least 1
 * @param directions the numbers p, ascending, each at least 1
 * @param order which eigenvalues count as the largest
 */
public record InfluenceTable(String part, int iterations, int examples, List<Integer> directions, Krylov.Order order)
        implements Measure {

    /** Of the training examples, along 5, 10 and 20 directions. */
    public InfluenceTable() {
        this("train", 60, 1000, List.of(5, 10, 20), Krylov.Order.SIGNED);
    }

    public InfluenceTable {
        new Arnoldi(iterations, 0);
        if (examples < 1) {
            throw new IllegalArgumentException("examples must be at least 1, was " + examples);
        }
        directions = List.copyOf(directions);
        for (int i = 0; i < directions.size(); i++) {
            if (directions.get(i) < (i == 0 ? 1 : directions.get(i - 1) + 1)) {
                throw new IllegalArgumentException("directions must ascend from at least 1, was " + directions);
            }
        }
        if (directions.isEmpty()) {
            throw new IllegalArgumentException("directions must name at least one number, was []");
        }
    }

    @Override
    public double of(Subject subject) {
        double[] trained = subject.on("train").losses();
        if (trained.length == 0 || !Arrays.stream(trained).allMatch(Double::isFinite)) {
            return Double.NaN;
        }
        int most = directions.get(directions.size() - 1);
        try (Scope scope = Scope.open()) {
            Eigenpairs pairs =
                    Influence.steepest(subject, new Arnoldi(iterations, Arnoldi.NOISE), examples, most, order);
            write(
                    subject,
                    pairs,
                    Eigenpairs.random(
                            most, pairs.length(), subject.model().place(), subject.random("random-directions")));
            double residual = pairs.count() == 0 ? Double.NaN : residual(subject, pairs);
            var eigenvalues = subject.table("eigenvalues", "step", "index", "value");
            for (int i = 0; i < pairs.count(); i++) {
                eigenvalues.add(subject.clock().step(), i, pairs.values()[i]);
            }
            return residual;
        }
    }

    private void write(Subject subject, Eigenpairs pairs, Eigenpairs random) {
        Slopes slopes = new Slopes(subject);
        double[][] along = slopes.along(Tensor.cat(List.of(pairs.vectors(), random.vectors()), 0), part);
        double[] gradients = slopes.squaredNorms(part);
        double[] losses = subject.on(part).losses();
        long[] ids = subject.ids(part);
        Optional<KnowsTruth> truth = KnowsTruth.of(subject.parts().get(part));
        var table = subject.table("influence", columns());
        for (int n = 0; n < ids.length; n++) {
            List<Object> row = new ArrayList<>(List.of(subject.clock().step(), ids[n]));
            long id = ids[n];
            row.add(truth.map(known -> known.isWrong(id) ? 1.0 : 0.0).orElse(Double.NaN));
            row.add(losses[n]);
            row.add(gradients[n]);
            double[] ofEigenvectors = Arrays.copyOf(along[n], pairs.count());
            double[] ofRandom = Arrays.copyOfRange(along[n], pairs.count(), along[n].length);
            for (int p : directions) {
                row.add(sum(ofEigenvectors, pairs.values(), p));
                row.add(sum(ofEigenvectors, null, p));
                row.add(sum(ofRandom, null, p));
            }
            table.add(row.toArray());
        }
    }

    private String[] columns() {
        return Stream.concat(
                        Stream.of("step", "id", "wrong", "loss", "gradient"),
                        directions.stream().flatMap(p -> Stream.of("arnoldi-" + p, "unweighted-" + p, "random-" + p)))
                .toArray(String[]::new);
    }

    private static double sum(double[] slopes, double @Nullable [] values, int count) {
        double sum = 0;
        for (int i = 0; i < Math.min(count, slopes.length); i++) {
            sum += slopes[i] * slopes[i] / (values == null ? 1 : values[i]);
        }
        return sum;
    }

    private double residual(Subject subject, Eigenpairs pairs) {
        Tensor top = pairs.vectors().select(0, 0);
        double value = pairs.values()[0];
        try (Landscape landscape = new Landscape(subject, "train", examples)) {
            Tensor product = Slopes.flat(landscape.hessianTimes(new Slopes(subject).split(top)));
            return product.sub(top.mul(value)).norm().item() / Math.abs(value);
        }
    }

    @Override
    public void check(Model model, Parts parts) {
        Subject.checkPart(part, parts);
    }

    @Override
    public String name() {
        return "influence.residual." + part;
    }
}
