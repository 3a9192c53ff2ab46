package dev.rote.audit.features;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which of N examples belong together, as it is found out pair by pair. */
final class Clusters {

    private final int[] parent;

    /** Each alone. */
    Clusters(int size) {
        parent = new int[size];
        Arrays.setAll(parent, i -> i);
    }

    /** As given codes say. */
    static Clusters of(int[] codes) {
        Clusters clusters = new Clusters(codes.length);
        Map<Integer, Integer> first = new LinkedHashMap<>();
        for (int i = 0; i < codes.length; i++) {
            Integer before = first.putIfAbsent(codes[i], i);
            if (before != null) {
                clusters.join(before, i);
            }
        }
        return clusters;
    }

    /** Puts two together, and all that belongs to either. */
    void join(int a, int b) {
        int x = root(a);
        int y = root(b);
        parent[Math.max(x, y)] = Math.min(x, y);
    }

    boolean together(int a, int b) {
        return root(a) == root(b);
    }

    private int root(int at) {
        int root = at;
        while (parent[root] != root) {
            parent[root] = parent[parent[root]];
            root = parent[root];
        }
        return root;
    }

    /** A number for each example, equal for those that belong together: from 0, in order of first appearance. */
    int[] codes() {
        int[] codes = new int[parent.length];
        int count = 0;
        for (int i = 0; i < codes.length; i++) {
            codes[i] = root(i) == i ? count++ : codes[root(i)];
        }
        return codes;
    }

    /** Those of at least two, positions ascending, by their first. */
    List<int[]> groups() {
        int[] codes = codes();
        int[] sizes = new int[codes.length];
        for (int code : codes) {
            sizes[code]++;
        }
        Map<Integer, int[]> groups = new LinkedHashMap<>();
        int[] filled = new int[codes.length];
        for (int i = 0; i < codes.length; i++) {
            if (sizes[codes[i]] > 1) {
                int size = sizes[codes[i]];
                groups.computeIfAbsent(codes[i], any -> new int[size])[filled[codes[i]]++] = i;
            }
        }
        return new ArrayList<>(groups.values());
    }
}
