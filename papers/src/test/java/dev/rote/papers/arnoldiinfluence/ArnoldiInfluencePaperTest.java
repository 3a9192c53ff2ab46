package dev.rote.papers.arnoldiinfluence;

import dev.rote.claims.Paper;
import dev.rote.files.Table;
import dev.rote.papers.Made;
import dev.rote.papers.PaperContract;
import dev.rote.runs.Results;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

class ArnoldiInfluencePaperTest implements PaperContract {

    private static final Paper PAPER = new ArnoldiInfluencePaper();

    @Override
    public Paper paper() {
        return PAPER;
    }

    @Override
    public Set<String> undecided() {
        return Set.of("S1");
    }

    @Override
    public Map<String, Case> cases() {
        Map<String, Case> cases = new LinkedHashMap<>();
        cases.put("A1", new Case(rising(0.9, 0.91, 0.92), rising(0.9, 0.92, 0.92)));
        cases.put("A2", new Case(weighted(0.90), weighted(0.92)));
        cases.put("A3", new Case(beside("random-20", 0.939), beside("random-20", 0.941)));
        cases.put("A3b", new Case(beside("gradient", 0.901), beside("gradient", 0.899)));
        cases.put("A4", new Case(residuals(0.009), residuals(0.01)));
        cases.put("A5", new Case(tops(10.09), tops(10.11)));
        cases.put("A6", new Case(found("clothes", 0.95), found("clothes", 0.949)));
        cases.put("A6b", new Case(found("digits", 0.98), found("digits", 0.979)));
        cases.put("A7", new Case(found("clothes-noisy", 0.85), found("clothes-noisy", 0.849)));
        cases.put("P6", new Case(found("tutorial", 0.993), found("tutorial", 0.992)));
        cases.put("H1", new Case(losses(0.99, 0.99), losses(0.99, 0.97)));
        cases.put("H2", new Case(few(0.9), few(0.899)));
        return cases;
    }

    /** A table whose columns have these areas under the curve, in thousandths, and average precisions not below them. */
    private static Made arm(String name, Map<String, Double> areas) {
        List<String> columns = new ArrayList<>(List.of("wrong"));
        columns.addAll(areas.keySet());
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            List<String> row = new ArrayList<>(List.of(i < 1000 ? "1" : "0"));
            for (double area : areas.values()) {
                // So many of the wrong ones before all right ones, the rest of them behind.
                row.add(i >= 1000 ? "0.5" : i < Math.round(1000 * area) ? "1" : "0.1");
            }
            rows.add(row);
        }
        for (String column : List.of("loss", "arnoldi-20")) { // what the charts show
            if (!columns.contains(column)) {
                columns.add(column);
                rows.replaceAll(row -> {
                    List<String> more = new ArrayList<>(row);
                    more.add("1");
                    return more;
                });
            }
        }
        return Made.arm(PAPER, name).table("influence", new Table(columns, rows));
    }

    private static Results rising(double five, double ten, double twenty) {
        return Made.results(arm("clothes", Map.of("arnoldi-5", five, "arnoldi-10", ten, "arnoldi-20", twenty)));
    }

    private static Results weighted(double unweighted) {
        return Made.results(arm(
                "clothes",
                Map.of(
                        "arnoldi-5", 0.95,
                        "arnoldi-10", 0.92,
                        "arnoldi-20", 0.95,
                        "unweighted-5", 0.9,
                        "unweighted-10", unweighted,
                        "unweighted-20", 0.9)));
    }

    private static Results beside(String column, double area) {
        return Made.results(arm("clothes", Map.of("arnoldi-20", 0.92, column, area)));
    }

    private static Results found(String arm, double area) {
        return Made.results(arm(arm, Map.of("arnoldi-20", area)));
    }

    private static Results losses(double clothes, double digits) {
        return Made.results(
                arm("clothes", Map.of("loss", clothes, "arnoldi-20", 0.97)),
                arm("digits", Map.of("loss", digits, "arnoldi-20", 0.97)));
    }

    private static Results few(double random) {
        return Made.results(arm("clothes", Map.of("random-5", random, "arnoldi-5", 0.9)));
    }

    private static Results residuals(double digits) {
        return Made.results(
                Made.arm(PAPER, "clothes").reading("influence.residual.holdout", 0.001),
                Made.arm(PAPER, "digits").reading("influence.residual.holdout", digits));
    }

    private static Results tops(double digits) {
        return Made.results(
                curved("clothes", 5).reading("hessian.train", 5),
                curved("digits", digits).reading("hessian.train", 10));
    }

    private static Made curved(String arm, double top) {
        return Made.arm(PAPER, arm)
                .table("eigenvalues", new Table(List.of("value"), List.of(List.of("" + top), List.of("1"))));
    }
}
