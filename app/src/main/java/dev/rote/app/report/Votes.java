package dev.rote.app.report;

import dev.rote.audit.Findings;
import dev.rote.audit.ScoreColumn;
import dev.rote.audit.Suspicious;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** What each score that speaks about labels, asked alone, would flag: its M most suspicious examples, M being how many the audit flags. */
final class Votes {

    private final List<String> names = new ArrayList<>();
    private final List<BitSet> named = new ArrayList<>();
    private final int most;

    Votes(Findings findings) {
        int flagged = 0;
        for (boolean issue : findings.issue()) {
            flagged += issue ? 1 : 0;
        }
        this.most = flagged > 0 ? flagged : Math.max(1, findings.size() / 100);
        add(new ScoreColumn("label_quality", "", Suspicious.LOW, findings.quality()));
        findings.scores().stream()
                .filter(score -> score.suspicious() != Suspicious.NEITHER)
                .forEach(this::add);
    }

    private void add(ScoreColumn score) {
        double[] values = score.values();
        BitSet mine = new BitSet(values.length);
        Comparator<Integer> order =
                Comparator.comparingDouble(i -> score.suspicious() == Suspicious.LOW ? values[i] : -values[i]);
        IntStream.range(0, values.length)
                .filter(i -> !Double.isNaN(values[i]))
                .boxed()
                .sorted(order)
                .limit(most)
                .forEach(mine::set);
        names.add(Shown.name(score.name()));
        named.add(mine);
    }

    /** M. */
    int most() {
        return most;
    }

    /** The scores, {@code label_quality} first, [S + 1]. */
    List<String> names() {
        return names;
    }

    /** How many scores besides the quality there are, S. */
    int scores() {
        return names.size() - 1;
    }

    /** How many of them name the example. */
    int count(int example) {
        return (int) named.stream().skip(1).filter(mine -> mine.get(example)).count();
    }

    /** Which of them do. */
    List<String> naming(int example) {
        return IntStream.range(1, names.size())
                .filter(s -> named.get(s).get(example))
                .mapToObj(names::get)
                .toList();
    }

    /** Share of the examples named by one score that the other names too. */
    double overlap(int one, int other) {
        BitSet both = (BitSet) named.get(one).clone();
        both.and(named.get(other));
        return (double) both.cardinality() / Math.max(1, named.get(one).cardinality());
    }
}
