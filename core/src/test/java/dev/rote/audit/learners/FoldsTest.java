package dev.rote.audit.learners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rote.tensor.Seeds;
import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FoldsTest {

    private static int[] labels(int rows, int classes, Seeds seeds) {
        int[] labels = new int[rows];
        for (int i = 0; i < rows; i++) {
            labels[i] = (int) (classes * Math.pow(seeds.uniform(i), 3)); // the last classes are rare
        }
        return labels;
    }

    private static int[][] table(int[] folds, int[] labels, int count, int classes) {
        int[][] table = new int[count][classes];
        for (int i = 0; i < folds.length; i++) {
            table[folds[i]][labels[i]]++;
        }
        return table;
    }

    @Property(tries = 100)
    void everyClassIsSharedOutToWithinOne(
            @ForAll @IntRange(min = 0, max = 200) int rows,
            @ForAll @IntRange(min = 2, max = 12) int classes,
            @ForAll @IntRange(min = 2, max = 9) int count,
            @ForAll long seed) {
        Seeds seeds = new Seeds(seed);
        int[] labels = labels(rows, classes, seeds);
        int[] folds = Folds.of(labels, classes, new int[0], count, seeds);
        int[][] table = table(folds, labels, count, classes);
        for (int k = 0; k < classes; k++) {
            int least = Integer.MAX_VALUE;
            int most = 0;
            for (int[] fold : table) {
                least = Math.min(least, fold[k]);
                most = Math.max(most, fold[k]);
            }
            assertThat(most - least).isBetween(0, 1);
        }
        int[] sizes = new int[count];
        for (int fold : folds) {
            sizes[fold]++;
        }
        int smallest = java.util.Arrays.stream(sizes).min().orElseThrow();
        assertThat(java.util.Arrays.stream(sizes).max().orElseThrow() - smallest)
                .isBetween(0, 1);
    }

    @Property(tries = 100)
    void groupsStayTogether(
            @ForAll @IntRange(min = 1, max = 200) int rows,
            @ForAll @IntRange(min = 1, max = 60) int groupCount,
            @ForAll long seed) {
        Seeds seeds = new Seeds(seed);
        int[] labels = labels(rows, 4, seeds);
        int[] groups = new int[rows];
        for (int i = 0; i < rows; i++) {
            groups[i] = -7 * seeds.of("groups").below(groupCount, i);
        }
        int[] folds = Folds.of(labels, 4, groups, 5, seeds);
        Map<Integer, Integer> where = new HashMap<>();
        for (int i = 0; i < rows; i++) {
            assertThat(folds[i]).isBetween(0, 4);
            assertThat(where.computeIfAbsent(groups[i], key -> -1)).isIn(-1, folds[i]);
            where.put(groups[i], folds[i]);
        }
    }

    @Test
    void groupsOfPairsAreSharedOutByClass() {
        int[] labels = new int[400];
        int[] groups = new int[400];
        for (int i = 0; i < 400; i++) {
            labels[i] = i % 8 < 2 ? 1 : 0;
            groups[i] = i / 2;
        }
        int[] folds = Folds.of(labels, 2, groups, 5, new Seeds(3));
        assertThat(table(folds, labels, 5, 2))
                .isDeepEqualTo(new int[][] {{60, 20}, {60, 20}, {60, 20}, {60, 20}, {60, 20}});
    }

    @Test
    void seedsChooseTheFolds() {
        int[] labels = labels(100, 3, new Seeds(1));
        int[] folds = Folds.of(labels, 3, new Seeds(2));
        assertThat(Folds.of(labels, 3, new Seeds(2))).isEqualTo(folds);
        assertThat(Folds.of(labels, 3, new Seeds(3))).isNotEqualTo(folds);
    }

    @Test
    void anOrderOfRowsSaysNothingAboutFolds() {
        int[] folds = Folds.of(new int[1000], 2, new Seeds(5));
        int same = 0;
        for (int i = 1; i < folds.length; i++) {
            same += folds[i] == folds[i - 1] ? 1 : 0;
        }
        assertThat(same).isBetween(140, 260); // 200 expected, deviation 13
    }

    @Test
    void wrongUseIsRefused() {
        assertThatThrownBy(() -> Folds.of(new int[3], 2, new int[0], 1, new Seeds(0)))
                .hasMessage("folds must be at least 2, was 1");
        assertThatThrownBy(() -> Folds.of(new int[3], 2, new int[2], 5, new Seeds(0)))
                .hasMessage("groups must have one entry for each of 3 rows, had 2");
    }
}
