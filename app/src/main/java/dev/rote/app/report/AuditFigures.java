package dev.rote.app.report;

import dev.rote.audit.Findings;
import dev.rote.audit.Findings.Cut;
import dev.rote.audit.ScoreColumn;
import dev.rote.audit.files.Ranking;
import dev.rote.audit.files.Ranking.Confusion;
import dev.rote.claims.Axis;
import dev.rote.claims.HeatMap;
import dev.rote.claims.Lines;
import dev.rote.claims.Scatter;
import dev.rote.tensor.Seeds;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** The charts of an audit. */
final class AuditFigures {

    /** Points that a chart shows at most. */
    static final int MOST_POINTS = 2000;

    /** Classes that a map of confusions shows at most. */
    static final int MOST_CLASSES = 25;

    private static final int LONGEST_TICK = 18;

    private AuditFigures() {}

    /** What share of the worst n examples is wrong, over n. */
    static Lines precision(Findings findings, int flagged) {
        List<Cut> cuts = findings.precision();
        double[] examples = cuts.stream().mapToDouble(Cut::examples).toArray();
        double[] expected =
                cuts.stream().mapToDouble(cut -> 100 * cut.expected()).toArray();
        return new Lines(
                "precision",
                "Expected share of wrong labels among the least credible",
                "Read it so: of the first n examples of the list, so many per cent are expected to be labelled wrongly."
                        + (flagged > 0 ? " The shaded stretch are the flagged ones." : ""),
                Axis.linear("examples looked at, the least credible first"),
                Axis.linear("expected to be wrong, %"),
                List.of(Lines.Series.of("expected to be wrong", examples, expected)),
                flagged > 0 ? List.of(new Lines.Span(0, flagged, "flagged")) : List.of());
    }

    /** How often each class is labelled as another. */
    static HeatMap confusions(Findings findings) {
        List<Integer> shown = shownClasses(findings);
        int count = shown.size();
        double[][] cells = new double[count][count];
        for (int r = 0; r < count; r++) {
            for (int c = 0; c < count; c++) {
                int truth = shown.get(count - 1 - r); // the first class on top
                int given = shown.get(c);
                cells[r][c] = truth == given ? Double.NaN : 100 * findings.transition()[truth][given];
            }
        }
        List<String> across = shown.stream().map(k -> tick(findings, k)).toList();
        List<String> down = IntStream.range(0, count)
                .mapToObj(r -> across.get(count - 1 - r))
                .toList();
        boolean all = count == findings.classes().size();
        return HeatMap.of(
                "confusions",
                "How often a class is labelled as another",
                "Each row is what examples really are, as far as the audit can tell; each column is what they are labelled. Right labels, on"
                        + " the diagonal, are left empty, so that the wrong ones show."
                        + (all ? "" : " Only the " + count + " classes that are confused most are drawn."),
                "labelled",
                "really",
                across,
                down,
                cells,
                "share of the class, %");
    }

    private static String tick(Findings findings, int k) {
        String name = Shown.name(findings.classes().get(k)).replace('\n', ' ');
        return name.codePointCount(0, name.length()) <= LONGEST_TICK
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_TICK)) + "\u2026";
    }

    private static List<Integer> shownClasses(Findings findings) {
        int classes = findings.classes().size();
        Set<Integer> shown = new LinkedHashSet<>();
        if (classes > MOST_CLASSES) {
            for (Confusion pair : Ranking.confusions(findings)) {
                if (shown.size() + 2 <= MOST_CLASSES) {
                    shown.add(pair.suggested());
                    shown.add(pair.given());
                }
            }
        }
        for (int k = 0; k < classes && shown.size() < MOST_CLASSES; k++) {
            shown.add(k);
        }
        return shown.stream().sorted().toList();
    }

    /** How sure and how steady the net was of each label while it trained. */
    static Optional<Scatter> dataMap(Findings findings) {
        Optional<ScoreColumn> confidence = score(findings, "confidence");
        Optional<ScoreColumn> variability = score(findings, "variability");
        if (confidence.isEmpty() || variability.isEmpty()) {
            return Optional.empty();
        }
        int[] sample = sample(findings);
        String drawn = sample.length < findings.size()
                ? " " + Shown.count(sample.length) + " examples are drawn, chosen by lot out of "
                        + Shown.count(findings.size()) + "."
                : "";
        return Optional.of(new Scatter(
                "data-map",
                "How surely and how steadily each label was learned",
                "High on the left: learned early and surely. In the middle, far right: now believed, now not. Low on the left: never believed,"
                        + " which is where wrong labels gather." + drawn,
                Axis.linear("variability: how much that probability changed while training"),
                Axis.linear("confidence: mean probability of the given label"),
                List.of(
                        group("not flagged", findings, sample, false, variability.get(), confidence.get()),
                        group("flagged", findings, sample, true, variability.get(), confidence.get()))));
    }

    private static Scatter.Group group(
            String name, Findings findings, int[] sample, boolean flagged, ScoreColumn x, ScoreColumn y) {
        int[] mine =
                IntStream.of(sample).filter(i -> findings.issue()[i] == flagged).toArray();
        return Scatter.Group.of(
                name,
                IntStream.of(mine).mapToDouble(i -> x.values()[i]).toArray(),
                IntStream.of(mine).mapToDouble(i -> y.values()[i]).toArray());
    }

    private static Optional<ScoreColumn> score(Findings findings, String name) {
        return findings.scores().stream()
                .filter(score -> score.name().equals(name))
                .findFirst();
    }

    /** Keyed by row, so that the same data are drawn in the same way. */
    static int[] sample(Findings findings) {
        Seeds seeds = new Seeds(0).of("audit-report");
        return IntStream.range(0, findings.size())
                .boxed()
                .sorted(Comparator.comparingLong(i -> seeds.bits(findings.rows()[i])))
                .limit(MOST_POINTS)
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
    }

    /** How many of the examples that one score would flag another would flag too. */
    static HeatMap votes(Votes votes) {
        int count = votes.names().size();
        double[][] cells = new double[count][count];
        for (int r = 0; r < count; r++) {
            for (int c = 0; c < count; c++) {
                int one = count - 1 - r;
                cells[r][c] = one == c ? Double.NaN : 100 * votes.overlap(one, c);
            }
        }
        List<String> down = IntStream.range(0, count)
                .mapToObj(r -> votes.names().get(count - 1 - r))
                .toList();
        return HeatMap.of(
                "votes",
                "How far two scores agree",
                "Each score names the " + Shown.count(votes.most())
                        + " examples that it finds most suspicious. A cell says how many of those that the score on the left names the score"
                        + " below names too.",
                "this score names too",
                "of what this score names",
                votes.names(),
                down,
                cells,
                "in common, %");
    }
}
