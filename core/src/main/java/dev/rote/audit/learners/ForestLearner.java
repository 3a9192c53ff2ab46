package dev.rote.audit.learners;

import dev.rote.tensor.Seeds;
import dev.rote.tensor.Workers;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * A random forest on the plain features, out of bag: each row is judged by the trees that did not draw it.
 *
 * <p>Each tree draws, with replacement, as many groups as there are (without groups each row is its own) among rows that may be learned
 * from, and grows to the end over {@code sqrt(D)} columns a split. A row's answer is the mean share of each class in its leaves, over the trees that
 * drew nobody of its group; a row that may not be learned from and has no group is judged by all. Where every tree drew the group, the
 * answer is the share of each class outside of the group. Source: Breiman 2001, "Random forests".
 *
 * <p>Deviation from {@link Task}: folds do not matter here, because a row that was not drawn has not been learned; who must not judge one
 * another is told by {@code groups}. Numbers are cut into at most 256 bins; missing ones have a bin of their own, below the others.
 *
 * @param trees how many, at least 1
 * @param leastInLeaf rows in a leaf, at least 1
 * @param randomCuts whether each column that is looked at is cut at random between its lowest and highest bin, where forests look for the
 *     best cut; cheaper, and wrong in other places. Source: Geurts, Ernst and Wehenkel 2006, "Extremely randomized trees"
 * @param groups any numbers, [N]: rows of a group never judge one another; empty when there are no groups
 */
public record ForestLearner(int trees, int leastInLeaf, boolean randomCuts, int[] groups) implements Learner {

    private static final int BLOCK = 2048;

    /** 100 trees with two rows in a leaf, without groups. */
    public ForestLearner() {
        this(new int[0]);
    }

    /** 100 trees with two rows in a leaf. */
    public ForestLearner(int[] groups) {
        this(100, 2, false, groups);
    }

    /** The same with cuts at random: extremely randomised trees. */
    public static ForestLearner extraTrees(int[] groups) {
        return new ForestLearner(100, 2, true, groups);
    }

    public ForestLearner {
        if (trees < 1) {
            throw new IllegalArgumentException("trees must be at least 1, was " + trees);
        }
        if (leastInLeaf < 1) {
            throw new IllegalArgumentException("leastInLeaf must be at least 1, was " + leastInLeaf);
        }
    }

    @Override
    public String name() {
        return randomCuts ? "extra-trees" : "forest";
    }

    /** A tree and how often it drew each group. */
    private record Grown(Tree tree, byte[] drawn) {}

    @Override
    public double[][] outOfSample(Task task, Workers workers) {
        if (groups.length != 0 && groups.length != task.rows()) {
            throw new IllegalArgumentException(
                    "groups must have one entry for each of " + task.rows() + " rows, had " + groups.length);
        }
        int[] group = numbered(task);
        int groupCount = Arrays.stream(group).max().orElse(-1) + 1;
        if (groupCount == 0) {
            double[][] answer = new double[task.rows()][];
            Arrays.setAll(answer, i -> Probabilities.uniform(task.classes()));
            return answer;
        }
        Bins bins = Bins.of(task.features().plain(), Bins.MOST, workers);
        Grown[] forest = new Grown[trees];
        workers.forEach(trees, t -> forest[t] = grow(task, bins, group, groupCount, t));
        return judge(task, bins, forest, group, workers);
    }

    /** The number of each row's group among those with a row to learn from, -1 for others. */
    private int[] numbered(Task task) {
        Map<Integer, Integer> numbers = new HashMap<>();
        for (int i = 0; i < task.rows(); i++) {
            if (task.learn()[i]) {
                numbers.putIfAbsent(groups.length == 0 ? i : groups[i], numbers.size());
            }
        }
        int[] numbered = new int[task.rows()];
        Arrays.setAll(numbered, i -> numbers.getOrDefault(groups.length == 0 ? i : groups[i], -1));
        return numbered;
    }

    private Grown grow(Task task, Bins bins, int[] group, int groupCount, int number) {
        Seeds seeds = task.seeds().of("forest").of(number);
        Seeds bag = seeds.of("bag");
        byte[] drawn = new byte[groupCount];
        for (int i = 0; i < groupCount; i++) {
            drawn[bag.below(groupCount, i)]++; // more than 127 times never happens
        }
        int[] weights = new int[task.rows()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = task.learn()[i] ? drawn[group[i]] : 0;
        }
        int perSplit = Math.max(1, (int) Math.sqrt(bins.columns().length));
        Tree tree = new TreeGrower(
                        bins,
                        task.labels(),
                        task.classes(),
                        weights,
                        leastInLeaf,
                        perSplit,
                        randomCuts,
                        seeds.of("splits"))
                .grow();
        return new Grown(tree, drawn);
    }

    private double[][] judge(Task task, Bins bins, Grown[] forest, int[] group, Workers workers) {
        int classes = task.classes();
        int[] counts = new int[classes];
        for (int i = 0; i < task.rows(); i++) {
            if (task.learn()[i]) {
                counts[task.labels()[i]]++;
            }
        }
        double[][] answer = new double[task.rows()][];
        workers.forEach((task.rows() + BLOCK - 1) / BLOCK, block -> {
            int from = block * BLOCK;
            int to = Math.min(task.rows(), from + BLOCK);
            double[] sums = new double[(to - from) * classes];
            int[] judges = new int[to - from];
            for (Grown grown : forest) {
                for (int row = from; row < to; row++) {
                    if (group[row] < 0 || grown.drawn[group[row]] == 0) {
                        grown.tree.addTo(bins, row, sums, (row - from) * classes);
                        judges[row - from]++;
                    }
                }
            }
            for (int row = from; row < to; row++) {
                int offset = (row - from) * classes;
                answer[row] = judges[row - from] == 0
                        ? Probabilities.shares(outside(task, counts, group, group[row]))
                        : mean(sums, offset, classes);
            }
        });
        return answer;
    }

    private static double[] mean(double[] sums, int offset, int classes) {
        double[] row = Arrays.copyOfRange(sums, offset, offset + classes);
        double total = Arrays.stream(row).sum(); // the number of judges but for rounding
        for (int k = 0; k < classes; k++) {
            row[k] /= total;
        }
        return row;
    }

    private static int[] outside(Task task, int[] counts, int[] group, int own) {
        int[] others = counts.clone();
        for (int i = 0; i < group.length; i++) {
            if (group[i] == own && task.learn()[i]) {
                others[task.labels()[i]]--;
            }
        }
        return others;
    }
}
