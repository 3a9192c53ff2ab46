package dev.rote.papers.grokornot;

import dev.rote.claims.Claim;
import dev.rote.claims.Evidence;
import dev.rote.claims.Observation;
import dev.rote.claims.Phase;
import dev.rote.claims.Verdict;
import dev.rote.runs.Results;
import dev.rote.runs.RunResult;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Claims P53-1 to P53-5: a phase diagram of 16 cells, without decay and with decay 10, at p = 53. */
final class TableClaims {

    private static final int CELLS = 16;
    private static final String WHERE = "figure 3 and appendix, in small";

    private TableClaims() {}

    /** A cell of the diagram. */
    record Cell(double alpha, double xi) {}

    /** The runs of one decay by cell. */
    record Panel(Map<Cell, RunResult> runs) {

        static Panel of(Results results, int decay) {
            return new Panel(results.runs().stream()
                    .filter(run -> run.recipe().name().startsWith(Grids.small(decay)))
                    .collect(Collectors.toMap(
                            run -> new Cell(
                                    Look.alpha(run.recipe()), run.recipe().corruptedShare()),
                            run -> run,
                            (first, second) -> first)));
        }

        double test(Cell cell) {
            RunResult run = runs.get(cell);
            return run == null ? Double.NaN : Look.percent(run, Look.TEST);
        }

        boolean generalises(Cell cell) {
            return test(cell) >= 90;
        }

        long count(Phase phase) {
            return runs.values().stream()
                    .filter(run -> Look.phase(run) == phase)
                    .count();
        }

        long inverted() {
            return runs.values().stream()
                    .filter(run -> Look.inverted(Look.phase(run)))
                    .count();
        }

        long generalising() {
            return runs.keySet().stream().filter(this::generalises).count();
        }

        /** Generalising cells by alpha, or by xi, ascending. */
        TreeMap<Double, Long> generalisingBy(ToDoubleFunction<Cell> side) {
            TreeMap<Double, Long> counts = new TreeMap<>();
            runs.keySet()
                    .forEach(cell -> counts.merge(side.applyAsDouble(cell), generalises(cell) ? 1L : 0L, Long::sum));
            return counts;
        }

        /** The smallest alpha that generalises at that xi; infinite when none does. */
        double smallestAlpha(double xi) {
            return runs.keySet().stream()
                    .filter(cell -> cell.xi() == xi && generalises(cell))
                    .mapToDouble(Cell::alpha)
                    .min()
                    .orElse(Double.POSITIVE_INFINITY);
        }
    }

    static List<Claim> claims() {
        return List.of(
                claim(
                        "P53-1",
                        "Weight decay does not cost generalisation anywhere in the diagram",
                        "in every cell test at decay 10 >= test at decay 0 minus 3 points",
                        TableClaims::neverCosts),
                claim(
                        "P53-2",
                        "Weight decay enlarges the region that generalises",
                        "more cells with test >= 90 % at decay 10 than at decay 0; an independent computation of ours"
                                + " found 9 and 6 of 16",
                        (none, much) -> Observation.start()
                                .see("cells at decay 0", none.generalising())
                                .see("at decay 10", much.generalising())
                                .and(much.generalising() > none.generalising())),
                claim(
                        "P53-3",
                        "Only weight decay brings inversion",
                        "no inverted cell at decay 0, at least five at decay 10; an independent computation of ours"
                                + " found 0 and 5",
                        (none, much) -> Observation.start()
                                .atMost("inverted cells at decay 0", none.inverted(), 0)
                                .atLeast("at decay 10", much.inverted(), 5)),
                claim(
                        "P53-4",
                        "More data and fewer corrupted labels favour generalisation",
                        "at either decay the number of cells with test >= 90 % never falls with alpha and never rises"
                                + " with xi",
                        TableClaims::ordered),
                claim(
                        "P53-5",
                        "Weight decay puts inversion in the place of Coexistence and reaches down to fewer data",
                        "fewer cells in Coexistence at decay 10 than at 0; at every xi the smallest alpha that"
                                + " generalises is no larger, at some xi smaller",
                        TableClaims::reachesFurther));
    }

    private static Claim claim(String id, String says, String expected, BiFunction<Panel, Panel, Observation> look) {
        return new Claim(id, says, WHERE, expected, "in a phase diagram only", results -> {
            Panel none = Panel.of(results, 0);
            Panel much = Panel.of(results, 10);
            if (none.runs().size() < CELLS
                    || !none.runs().keySet().equals(much.runs().keySet())) {
                return Evidence.notRun(String.format(
                        Locale.ROOT,
                        "the table has %d and %d finished cells, not %d each",
                        none.runs().size(),
                        much.runs().size(),
                        CELLS));
            }
            Observation seen = look.apply(none, much);
            String observed = seen.figures().entrySet().stream()
                    .map(figure -> figure.getKey() + " " + number(figure.getValue()))
                    .collect(Collectors.joining(", "));
            return new Evidence(
                    seen.holds() ? Verdict.HELD : Verdict.FAILED, observed, List.of(seen.figures()), "one seed");
        });
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : String.format(Locale.ROOT, "%.1f", value);
    }

    private static Observation neverCosts(Panel none, Panel much) {
        double worst = none.runs().keySet().stream()
                .mapToDouble(cell -> much.test(cell) - none.test(cell))
                .min()
                .orElse(Double.NaN);
        return Observation.start().atLeast("worst change of test, points", worst, -3);
    }

    private static Observation ordered(Panel none, Panel much) {
        Observation seen = Observation.start();
        for (Panel panel : List.of(none, much)) {
            String decay = panel == none ? " at decay 0" : " at decay 10";
            TreeMap<Double, Long> byAlpha = panel.generalisingBy(Cell::alpha);
            TreeMap<Double, Long> byXi = panel.generalisingBy(Cell::xi);
            seen = seen.and(neverFalls(List.copyOf(byAlpha.values())))
                    .and(neverFalls(List.copyOf(byXi.descendingMap().values())))
                    .see(
                            "cells at the smallest alpha" + decay,
                            byAlpha.firstEntry().getValue())
                    .see("at the largest alpha" + decay, byAlpha.lastEntry().getValue())
                    .see("at the smallest xi" + decay, byXi.firstEntry().getValue())
                    .see("at the largest xi" + decay, byXi.lastEntry().getValue());
        }
        return seen;
    }

    private static boolean neverFalls(List<Long> counts) {
        return IntStream.range(1, counts.size()).allMatch(i -> counts.get(i) >= counts.get(i - 1));
    }

    private static Observation reachesFurther(Panel none, Panel much) {
        boolean never = true;
        int further = 0;
        for (double xi : none.generalisingBy(Cell::xi).keySet()) {
            double before = none.smallestAlpha(xi);
            double after = much.smallestAlpha(xi);
            never &= after <= before;
            further += after < before ? 1 : 0;
        }
        long before = none.count(Phase.COEXISTENCE);
        long after = much.count(Phase.COEXISTENCE);
        return Observation.start()
                .see("cells in Coexistence at decay 0", before)
                .see("at decay 10", after)
                .see("values of xi with a smaller alpha", further)
                .and(after < before && never && further > 0);
    }
}
