package dev.rote.data.tables;

import dev.rote.tensor.Seeds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which rows are for the test part. */
final class Split {

    private Split() {}

    /**
     * That share of each class, to the nearest row, drawn at random; at least one row of each stays for training.
     *
     * @param labels by row
     * @param names of the labels; the draw depends on them, not on their numbers
     */
    static BitSet byClass(int[] labels, List<String> names, double share, Seeds seeds) {
        int[] counts = new int[names.size()];
        for (int label : labels) {
            counts[label]++;
        }
        Map<Integer, int[]> rows = new TreeMap<>();
        int[] filled = new int[counts.length];
        for (int row = 0; row < labels.length; row++) {
            int label = labels[row];
            rows.computeIfAbsent(label, any -> new int[counts[label]])[filled[label]++] = row;
        }
        BitSet test = new BitSet(labels.length);
        rows.forEach((label, of) -> {
            int[] order = seeds.of("split").of(names.get(label)).permutation(of.length);
            int count = (int) Math.min(of.length - 1L, Math.round(share * of.length));
            for (int i = 0; i < count; i++) {
                test.set(of[order[i]]);
            }
        });
        return test;
    }

    /**
     * Whole groups in random order, each one that brings the test part nearer to its share; at least one group for each side
     * when there are two.
     *
     * @param groups the key of each row's group
     */
    static BitSet byGroup(long[] groups, double share, Seeds seeds) {
        Map<Long, Integer> sizes = new LinkedHashMap<>();
        for (long group : groups) {
            sizes.merge(group, 1, Integer::sum);
        }
        List<Long> order = new ArrayList<>(sizes.keySet());
        order.sort(Comparator.comparingLong(
                        (Long group) -> seeds.of("split").of(group).key())
                .thenComparing(Comparator.naturalOrder()));
        double target = share * groups.length;
        long taken = 0;
        List<Long> chosen = new ArrayList<>();
        for (long group : order) {
            int size = sizes.get(group);
            if (chosen.size() < sizes.size() - 1 && Math.abs(taken + size - target) < Math.abs(taken - target)) {
                chosen.add(group);
                taken += size;
            }
        }
        if (chosen.isEmpty() && sizes.size() > 1) {
            chosen.add(order.stream().min(Comparator.comparing(sizes::get)).orElseThrow());
        }
        long[] keys = chosen.stream().mapToLong(Long::longValue).sorted().toArray();
        BitSet test = new BitSet(groups.length);
        for (int row = 0; row < groups.length; row++) {
            test.set(row, Arrays.binarySearch(keys, groups[row]) >= 0);
        }
        return test;
    }
}
