package dev.rote.audit.features;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;

/**
 * Texts as weights of their words and pairs of words: term frequency times inverse document frequency.
 *
 * <p>{@code x[i, t] = tf[i, t] (ln((1 + N) / (1 + df[t])) + 1)}, each row then divided by its Euclidean norm. {@code tf} counts a term in
 * a text, {@code df} the texts that have it. Of all terms the most frequent are kept, ties by the alphabet. As scikit-learn's
 * {@code TfidfVectorizer(ngram_range=(1, 2), max_features=20000)}, but for the words, see {@link Tokens}. Above {@value #MOST_COUNTED}
 * different terms those counted once so far are forgotten (then those counted twice, and so on), so that memory stays bounded; that may
 * undercount rare terms.
 *
 * @param columns of each term kept, in the order of the alphabet
 * @param idf of each column
 */
record TfIdf(Map<String, Integer> columns, double[] idf) {

    private static final int MOST_COUNTED = 2_000_000;

    private static final class Count {
        private long total;
        private int texts;
        private int last = -1;
    }

    /**
     * Learns the terms of N texts.
     *
     * @param most how many to keep
     */
    static TfIdf of(int size, IntFunction<String> texts, int most) {
        Map<String, Count> counts = new HashMap<>();
        for (int i = 0; i < size; i++) {
            for (String token : Tokens.of(texts.apply(i))) {
                Count count = counts.computeIfAbsent(token, any -> new Count());
                count.total++;
                count.texts += count.last == i ? 0 : 1;
                count.last = i;
            }
            for (long rare = 1; counts.size() > MOST_COUNTED; rare++) {
                long least = rare;
                counts.values().removeIf(count -> count.total <= least);
            }
        }
        Comparator<Map.Entry<String, Count>> order = Comparator.comparingLong(entry -> -entry.getValue().total);
        List<Map.Entry<String, Count>> kept = counts.entrySet().stream()
                .sorted(order.thenComparing(Map.Entry.comparingByKey()))
                .limit(most)
                .sorted(Map.Entry.comparingByKey())
                .toList();
        Map<String, Integer> columns = new HashMap<>();
        double[] idf = new double[kept.size()];
        for (Map.Entry<String, Count> entry : kept) {
            int column = columns.size();
            columns.put(entry.getKey(), column);
            idf[column] = StrictMath.log((1.0 + size) / (1.0 + entry.getValue().texts)) + 1;
        }
        return new TfIdf(columns, idf);
    }

    /** N texts as rows; a text without any known term is a row of zeros. */
    Sparse encode(int size, IntFunction<String> texts) {
        int[] starts = new int[size + 1];
        int[] indices = new int[1024];
        float[] values = new float[1024];
        for (int i = 0; i < size; i++) {
            TreeMap<Integer, Integer> found = new TreeMap<>();
            for (String token : Tokens.of(texts.apply(i))) {
                Integer column = columns.get(token);
                if (column != null) {
                    found.merge(column, 1, Integer::sum);
                }
            }
            double squares = 0;
            for (Map.Entry<Integer, Integer> entry : found.entrySet()) {
                double value = entry.getValue() * idf[entry.getKey()];
                squares += value * value;
            }
            double norm = Math.sqrt(squares);
            int end = Math.addExact(starts[i], found.size());
            if (end > indices.length) {
                indices = Arrays.copyOf(indices, Math.max(end, (int)
                        Math.min(Integer.MAX_VALUE - 8, 2L * indices.length)));
                values = Arrays.copyOf(values, indices.length);
            }
            int at = starts[i];
            for (Map.Entry<Integer, Integer> entry : found.entrySet()) {
                indices[at] = entry.getKey();
                values[at++] = (float) (entry.getValue() * idf[entry.getKey()] / norm);
            }
            starts[i + 1] = end;
        }
        int all = starts[size];
        return new Sparse(starts, Arrays.copyOf(indices, all), Arrays.copyOf(values, all), Math.max(1, idf.length));
    }
}
