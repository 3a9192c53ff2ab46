package dev.rote.app.report;

import dev.rote.claims.Axis;
import dev.rote.claims.Bars;
import dev.rote.claims.Comparison;
import dev.rote.claims.Figure;
import dev.rote.claims.HeatMap;
import dev.rote.claims.Histogram;
import dev.rote.claims.Lines;
import dev.rote.claims.OverSeeds;
import dev.rote.claims.Report;
import dev.rote.claims.Report.ClaimRow;
import dev.rote.claims.Report.Document;
import dev.rote.claims.Report.Section;
import dev.rote.claims.Report.Sentence;
import dev.rote.claims.Scatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** A report with made-up figures that has every kind of everything in it. */
final class SampleReport {

    /** A text that tries to leave every place it may be put in. */
    static final String HOSTILE = "</script><script>document.documentElement.dataset.errors='run'</script>"
            + "\"'><img src=\"http://example.invalid/x\" onerror=alert(1)>\u2028\u2029&amp;${1+1}=\\";

    private SampleReport() {}

    static Report ordinary() {
        return new Report(
                "To grok or not to grok: sample",
                "Does a two-layer network that is trained on modular addition with 35 % wrong labels learn the wrong labels by"
                        + " rote and the rule at the same time, and are different neurons to blame?",
                "Yes: without regularisation the network fits 97.9 % of its noisy training labels and still answers 98.2 % of the"
                        + " test pairs correctly. Cutting the neurons of lowest IPR removes the memorised labels and nothing else.",
                claims(),
                sentences(),
                List.of(
                        new Section(
                                "Training",
                                "Four accuracies over the steps of one training, and the spread over three seeds.\n\n"
                                        + "The shaded stretches are the phases of the paper's table 2.",
                                List.of(accuracies(), longCurve(), losses())),
                        new Section("Neurons", "", List.of(ipr(), neurons(), gamma())),
                        new Section(
                                "Pruning and phases", "Each cell is one run.", List.of(pruning(), phases(), methods())),
                        new Section("Nothing measured", "", List.of(empty())),
                        new Section("Arms", "", List.of(arms()))),
                List.of(
                        new Document("recipe.yaml", "data:\n  modulus: 97\n  fraction: 0.5\nnoise: 0.35\nsteps: 500\n"),
                        new Document("provenance.json", "{\"java\": \"17\", \"long\": \"" + "x".repeat(300) + "\"}")));
    }

    /** Every text that a user can choose is hostile. */
    static Report hostile() {
        Lines lines = new Lines(
                "lines",
                HOSTILE,
                HOSTILE,
                Axis.linear(HOSTILE),
                Axis.linear(HOSTILE),
                List.of(Lines.Series.of(HOSTILE, new double[] {0, 1}, new double[] {1, Double.NaN})),
                List.of(new Lines.Span(0, 1, HOSTILE)));
        HeatMap map = new HeatMap(
                "map",
                HOSTILE,
                HOSTILE,
                HOSTILE,
                HOSTILE,
                List.of(HOSTILE),
                List.of(HOSTILE),
                List.of(List.of(0.0)),
                HOSTILE,
                List.of(HOSTILE));
        return new Report(
                HOSTILE,
                HOSTILE,
                HOSTILE,
                List.of(new ClaimRow("D1", HOSTILE, HOSTILE, "HELD", HOSTILE, HOSTILE, HOSTILE, HOSTILE)),
                List.of(new Sentence(HOSTILE, List.of("D1"))),
                List.of(new Section(HOSTILE, HOSTILE, List.of(lines, map, hostileArms()))),
                List.of(new Document(HOSTILE, HOSTILE)));
    }

    private static Comparison hostileArms() {
        return new Comparison(
                "arms",
                HOSTILE,
                HOSTILE,
                HOSTILE,
                List.of(new Comparison.Row(HOSTILE, 1)),
                List.of(Comparison.Column.of(HOSTILE, HOSTILE, 1, Comparison.Better.HIGHER, List.of(OverSeeds.of(1)))));
    }

    private static List<ClaimRow> claims() {
        return List.of(
                new ClaimRow(
                        "D3",
                        "Without weight decay the network memorises and generalises at once.",
                        "Figure 1, left; table 2",
                        "HELD",
                        "train 97.9 ± 0.3 %, test 98.2 ± 0.5 %",
                        "both in [95, 100] %",
                        "97.8 / 98.3 %",
                        ""),
                new ClaimRow(
                        "D6",
                        "Strong weight decay inverts the network: it answers the test right and its wrong labels too.",
                        "Figure 1, right",
                        "HELD",
                        "test 100.0 ± 0.0 %, train 65.3 ± 0.1 %",
                        "test ≥ 99.5 %, |train − 65.4| ≤ 1.0",
                        "65.37 / 100.0 %",
                        ""),
                new ClaimRow(
                        "D20",
                        "The network reaches 100 % on test and on the corrupted labels at the same time.",
                        "Abstract",
                        "FAILED",
                        "best: test 99.6 %, corrupted-train 88.9 %",
                        "test ≥ 99.5 % and corrupted-train ≥ 99 %",
                        "100 / 100 %",
                        "Best of 24 settings of fraction, corruption and width."),
                new ClaimRow(
                        "D16",
                        "At width 5000 the region of Coexistence is smaller.",
                        "Appendix H",
                        "NOT_RUN",
                        "",
                        "fewer cells of Coexistence than at width 500",
                        "",
                        "Left out at the DESK scale: 33 minutes a run."));
    }

    private static List<Sentence> sentences() {
        return List.of(
                new Sentence("Robust generalization is a major challenge in deep learning.", List.of()),
                new Sentence(
                        "The network can memorise the corrupted labels and reach 100 % generalisation at the same time.",
                        List.of("D3", "D20")),
                new Sentence("Regularisation forces the network to ignore the corrupted data.", List.of("D6")));
    }

    private static Lines accuracies() {
        double[] steps = DoubleStream.iterate(0, s -> s <= 500, s -> s + 5).toArray();
        return new Lines(
                "accuracies",
                "Accuracies while training, weight decay 15",
                "Train accuracy climbs to 100 % by rote, then falls to 65.4 % when the rule takes over: the corrupted labels are"
                        + " forgotten. Bands are the least and greatest of three seeds.",
                Axis.linear("step"),
                Axis.linear("accuracy, %"),
                List.of(
                        banded("train", steps, s -> 100 * rise(s, 25, 8) - 34.6 * rise(s, 140, 14)),
                        banded("test", steps, s -> 1 + 99 * rise(s, 105, 9)),
                        banded("corrupted train", steps, s -> 100 * rise(s, 30, 9) - 99 * rise(s, 140, 14)),
                        banded("uncorrupted train", steps, s -> 100 * rise(s, 22, 7))),
                List.of(
                        new Lines.Span(0, 60, "memorising"),
                        new Lines.Span(60, 180, "turning over"),
                        new Lines.Span(180, 500, "Full Inversion")));
    }

    private static double rise(double s, double at, double width) {
        return 1 / (1 + Math.exp((at - s) / width));
    }

    private static Lines.Series banded(String name, double[] steps, DoubleUnaryOperator curve) {
        double[] y = DoubleStream.of(steps).map(curve).toArray();
        double[] spread = DoubleStream.of(y)
                .map(v -> 0.4 + 5 * (v / 100) * (1 - Math.min(v, 100) / 100))
                .toArray();
        return Lines.Series.of(name, steps, y).spread(plus(y, spread, -1), plus(y, spread, 1));
    }

    private static double[] plus(double[] y, double[] spread, double sign) {
        return IntStream.range(0, y.length)
                .mapToDouble(k -> Math.max(0, Math.min(100, y[k] + sign * spread[k])))
                .toArray();
    }

    private static Lines losses() {
        double[] steps =
                DoubleStream.iterate(1, s -> s <= 2000, s -> Math.ceil(s * 1.2)).toArray();
        double[] y = DoubleStream.of(steps)
                .map(s -> s > 400 && s < 700 ? Double.NaN : 0.0103 / (1 + s / 60))
                .toArray();
        return Lines.of(
                "losses",
                "Loss on log axes, with a gap",
                "Mean squared error over examples and outputs.",
                Axis.log("step"),
                Axis.log("loss"),
                List.of(Lines.Series.of("train", steps, y)));
    }

    private static Lines longCurve() {
        double[] steps = IntStream.range(0, 10_000).asDoubleStream().toArray();
        double[] norm = DoubleStream.of(steps)
                .map(s -> 30 * Math.exp(-s / 3000) + Math.sin(s * s) * 0.6 + 4)
                .toArray();
        return Lines.of(
                "norms",
                "Weight norm over 10,000 steps",
                "Every step is a point; what is drawn is thinned, what is saved is not.",
                Axis.linear("step"),
                Axis.linear("Frobenius norm"),
                List.of(Lines.Series.of("W", steps, norm)));
    }

    private static Histogram ipr() {
        List<Double> edges =
                IntStream.rangeClosed(0, 20).mapToObj(k -> k / 20.0).toList();
        return new Histogram(
                "ipr",
                "IPR of the neurons",
                "At the start all neurons are alike; at the end they have taken sides.",
                Axis.linear("IPR"),
                "neurons",
                edges,
                List.of(
                        counts("step 0", edges, 500, 0.04, 0.02),
                        counts("step 250", edges, 300, 0.25, 0.15),
                        counts("step 500", edges, 350, 0.85, 0.08)));
    }

    private static Histogram.Counts counts(String name, List<Double> edges, double total, double at, double width) {
        return new Histogram.Counts(
                name,
                edges.subList(1, edges.size()).stream()
                        .map(e ->
                                (double) Math.round(total * 0.5 * Math.exp(-Math.pow((e - 0.025 - at) / width, 2) / 2)))
                        .toList());
    }

    private static HeatMap neurons() {
        double[][] cells = new double[200][49];
        for (int k = 0; k < 200; k++) {
            for (int j = 0; j < 49; j++) {
                double peak = (k * 31) % 49 == j ? 1 : 0;
                double noise = 0.5 + 0.5 * Math.sin(k * 12.9898 + j * 78.233);
                cells[k][j] = k < 120 ? 0.2 * noise : peak + 0.03 * noise;
            }
        }
        return HeatMap.of(
                "neurons",
                "Neurons against Fourier frequency",
                "One row for each neuron, sorted by IPR, the greatest on top.",
                "frequency",
                "neuron",
                ticks(49),
                ticks(200),
                cells,
                "share of the row's norm");
    }

    private static List<String> ticks(int count) {
        return IntStream.range(0, count).mapToObj(Integer::toString).toList();
    }

    private static HeatMap phases() {
        List<String> names = List.of(
                "Coexistence", "Partial Inversion", "Full Inversion", "Memorization", "Forgetting or Confusion");
        double[][] cells = new double[9][9];
        for (int r = 0; r < 9; r++) {
            for (int c = 0; c < 9; c++) {
                int score = c - r;
                cells[r][c] =
                        r == 8 && c == 0 ? Double.NaN : score > 4 ? 0 : score > 1 ? 1 : score > -2 ? 2 : r > 7 ? 4 : 3;
            }
        }
        List<String> tenths =
                IntStream.rangeClosed(1, 9).mapToObj(k -> "0." + k).toList();
        return new HeatMap(
                "phases",
                "Phases at weight decay 5",
                "More data and less corruption favour the rule. The empty cell was not run.",
                "data fraction",
                "corrupted share",
                tenths,
                tenths,
                HeatMap.rows(cells),
                "phase",
                names);
    }

    private static Figure gamma() {
        double[] x = IntStream.range(0, 120)
                .mapToDouble(k -> k < 80 ? 0.03 + k * 0.001 : 0.7 + k * 0.002)
                .toArray();
        double[] y = DoubleStream.of(x)
                .map(v -> 0.01 + 0.04 * v + 0.004 * Math.sin(v * 900))
                .toArray();
        return new Scatter(
                "gamma",
                "Batch-norm scale against IPR",
                "Batch norm turns the memorising neurons down.",
                Axis.linear("IPR"),
                Axis.linear("|γ|"),
                List.of(
                        Scatter.Group.of("memorising", java.util.Arrays.copyOf(x, 80), java.util.Arrays.copyOf(y, 80)),
                        Scatter.Group.of(
                                "generalising",
                                java.util.Arrays.copyOfRange(x, 80, 120),
                                java.util.Arrays.copyOfRange(y, 80, 120))));
    }

    private static Lines pruning() {
        double[] share = IntStream.rangeClosed(0, 70).asDoubleStream().toArray();
        return Lines.of(
                "pruning",
                "Pruning the lowest IPR first",
                "The corrupted labels go; the rule stays.",
                Axis.linear("neurons cut, %"),
                Axis.linear("accuracy, %"),
                List.of(
                        Lines.Series.of(
                                "test",
                                share,
                                DoubleStream.of(share).map(s -> 98 + s * 0.028).toArray()),
                        Lines.Series.of(
                                "corrupted train",
                                share,
                                DoubleStream.of(share)
                                        .map(s -> 95 * rise(-s, -26, 8))
                                        .toArray())));
    }

    private static Bars methods() {
        return new Bars(
                "methods",
                "Where the neurons stand",
                "Share of neurons on either side of the gap.",
                "weight decay",
                Axis.linear("neurons, %"),
                List.of("0", "5", "15", "20"),
                List.of(
                        Bars.Values.of("IPR below 0.2", 69, 50, 10, Double.NaN),
                        Bars.Values.of("IPR above 0.5", 28, 47, 90, 4)
                                .spread(new double[] {25, 40, 88, 3}, new double[] {30, 55, 93, Double.NaN})));
    }

    private static Lines empty() {
        return Lines.of(
                "empty",
                "A measure that never ran",
                "",
                Axis.linear("step"),
                Axis.linear("value"),
                List.of(new Lines.Series("nothing", List.of(), List.of(), List.of(), List.of())));
    }

    /** As many columns as there ever are; not every arm selects, and one seed of the last failed. */
    private static Comparison arms() {
        List<Comparison.Row> rows = List.of(
                new Comparison.Row("cross-entropy", 3), new Comparison.Row("gce", 3), new Comparison.Row("jocor", 3));
        OverSeeds none = OverSeeds.of();
        List<Comparison.Column> columns = new ArrayList<>();
        for (String name : List.of("best epoch, %", "last 10 epochs, %", "true, %")) {
            columns.add(column(name, Comparison.Better.HIGHER, seeds(78.7), seeds(90.4), OverSeeds.of(94, 95)));
        }
        for (String name : List.of("memorised, %", "other, %")) {
            columns.add(column(name, Comparison.Better.LOWER, seeds(31.5), seeds(12.9), OverSeeds.of(6, 8)));
        }
        for (String name : List.of("label precision, %", "label recall, %")) {
            columns.add(column(name, Comparison.Better.HIGHER, none, none, OverSeeds.of(92, 91)));
        }
        columns.add(column("correction error, %", Comparison.Better.LOWER, none, seeds(20), OverSeeds.of(9)));
        columns.add(column("wrong labels, %", Comparison.Better.NONE, seeds(50), seeds(50), seeds(50)));
        return new Comparison("arms", "Arms, symmetric 0.5", "Mean ± standard deviation.", "arm", rows, columns);
    }

    private static OverSeeds seeds(double mean) {
        return OverSeeds.of(mean - 1, mean, mean + 1);
    }

    private static Comparison.Column column(String name, Comparison.Better better, OverSeeds... values) {
        return Comparison.Column.of(name, "what " + name + " is", 1, better, List.of(values));
    }
}
