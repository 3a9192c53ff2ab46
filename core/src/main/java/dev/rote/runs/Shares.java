package dev.rote.runs;

import dev.rote.data.Dataset;
import dev.rote.data.Parts;
import dev.rote.data.Target;
import dev.rote.tensor.Seeds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parts by name, and shares of them: {@code train.1-of-2} is the first of two halves of the train part, balanced by label. */
final class Shares {

    private static final Pattern SHARE = Pattern.compile("(?<part>.+)\\.(?<which>[0-9]{1,3})-of-(?<count>[0-9]{1,3})");

    private Shares() {}

    /**
     * A part or a share of one.
     *
     * @param seeds decide which examples are in which share; the shares of a part are disjoint and cover it
     * @throws IllegalArgumentException when there is no such part or share
     */
    static Dataset of(Parts parts, String name, Seeds seeds) {
        Matcher share = SHARE.matcher(name);
        if (!share.matches()) {
            return parts.get(name);
        }
        Dataset part = parts.get(share.group("part"));
        int which = Integer.parseInt(share.group("which"));
        int count = Integer.parseInt(share.group("count"));
        if (which < 1 || which > count || count > part.size()) {
            throw new IllegalArgumentException(
                    "a share must be one of 1-of-N to N-of-N with at most as many shares as the " + part.size()
                            + " examples, was '" + name + "'");
        }
        return part.only(ids(part, which - 1, count, seeds.of(share.group("part"))));
    }

    /** Deals the examples out in a random order, class by class, so that the shares have each class as often as each other. */
    private static long[] ids(Dataset part, int which, int count, Seeds seeds) {
        long[] ids = part.ids();
        int[] order = seeds.permutation(ids.length);
        long[] labels = part.target() instanceof Target.Classes ? part.labels(ids) : new long[ids.length];
        List<Long> chosen = new ArrayList<>();
        // A class begins where the one before it ended, or the first share would get every odd example.
        int[] next = new int[(part.target() instanceof Target.Classes classes ? classes.count() : 1) + 1];
        for (long label : labels) {
            next[(int) label + 1]++;
        }
        Arrays.parallelPrefix(next, Integer::sum);
        for (int at : order) {
            if (next[(int) labels[at]]++ % count == which) {
                chosen.add(ids[at]);
            }
        }
        return chosen.stream().mapToLong(Long::longValue).sorted().toArray();
    }
}
