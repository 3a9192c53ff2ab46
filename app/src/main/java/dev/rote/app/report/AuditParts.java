package dev.rote.app.report;

import dev.rote.app.report.AuditPage.Body;
import dev.rote.app.report.AuditPage.Card;
import dev.rote.app.report.AuditPage.Cards;
import dev.rote.app.report.AuditPage.Cell;
import dev.rote.app.report.AuditPage.Part;
import dev.rote.app.report.AuditPage.Strip;
import dev.rote.app.report.AuditPage.Table;
import dev.rote.audit.Findings;
import dev.rote.audit.Findings.Remedy;
import dev.rote.audit.Interval;
import dev.rote.audit.files.IssuesFile;
import dev.rote.audit.files.Ranking;
import dev.rote.claims.Figure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The sections of an audit's report, those only that have something to say. */
final class AuditParts {

    /** Examples on the first screen. */
    static final int WORST = 10;

    /** Examples in the list. */
    static final int LISTED = 200;

    private static final int MOST_ROWS = 40;

    private final Findings findings;
    private final Looks looks;
    private final ExampleParts examples;
    private final Ranking ranking;
    private final Votes votes;
    private final int flagged;

    AuditParts(Findings findings, boolean redact) {
        this.findings = findings;
        this.looks = new Looks(findings, redact);
        this.examples = new ExampleParts(findings, looks);
        this.ranking = new Ranking(findings);
        this.votes = new Votes(findings);
        this.flagged = (int) IntStream.range(0, findings.size())
                .filter(i -> findings.issue()[i])
                .count();
    }

    int flagged() {
        return flagged;
    }

    double expectedPrecision() {
        return ranking.expectedPrecision(findings);
    }

    List<Part> all() {
        return Stream.of(
                        Optional.of(worst()),
                        depth(),
                        confusions(),
                        remedies(),
                        AuditFigures.dataMap(findings).map(this::dynamics),
                        agreement(),
                        examples.memorised(),
                        examples.influences(),
                        examples.conflicts(),
                        Optional.of(columns()))
                .flatMap(Optional::stream)
                .toList();
    }

    private Part worst() {
        int count = Math.min(WORST, findings.size());
        String lead = findings.cannotTell().isPresent() || flagged == 0
                ? "Nothing here says that these labels are wrong; they are only the least credible ones."
                : "What each example is labelled, and what it looks like to models that did not learn from it.";
        List<Card> cards = IntStream.range(0, count)
                .mapToObj(ranking::at)
                .map(i -> looks.card(i, notes(i)))
                .toList();
        boolean pictures = cards.stream().anyMatch(card -> card.look() instanceof AuditPage.Picture);
        boolean marked = cards.stream()
                .anyMatch(card -> card.look() instanceof AuditPage.Values values
                        && values.values().stream().anyMatch(AuditPage.Value::odd));
        List<String> prose = new ArrayList<>(List.of(lead
                + " Quality is how credible a label is, from 0 to 1. Rows are counted from 0, as in issues.csv"
                + (pictures ? "." : ", without a line of names.")));
        if (marked) {
            prose.add(
                    "Marked values are odd: rare among examples with the given label, and less so among those with the suggested one.");
        }
        return new Part(
                "worst",
                "The " + (count == WORST ? "ten" : count) + " least credible labels",
                prose,
                List.of(),
                List.of(new Cards(cards), list()));
    }

    private String[] notes(int example) {
        List<String> notes = new ArrayList<>();
        if (!findings.issue()[example]) {
            notes.add("not flagged");
        }
        double wrong = ranking.wrong(example);
        if (!Double.isNaN(wrong)) {
            notes.add("likely wrong: " + Shown.percent(wrong));
        }
        notes.add("quality " + Shown.number(findings.quality()[example]));
        if (votes.scores() > 1) {
            notes.add(votes.count(example) + " of " + votes.scores() + " scores agree");
        }
        return notes.toArray(String[]::new);
    }

    private Table list() {
        int count = Math.min(LISTED, findings.size());
        boolean ids =
                IntStream.range(0, count).anyMatch(r -> !looks.id(ranking.at(r)).isEmpty());
        List<List<Cell>> rows = new ArrayList<>();
        for (int r = 0; r < count; r++) {
            int i = ranking.at(r);
            List<Cell> row = new ArrayList<>();
            row.add(Cell.of(looks.place(i)));
            if (ids) {
                row.add(Cell.of(looks.id(i)));
            }
            row.add(new Cell("", List.of(looks.glance(i)), List.of()));
            row.add(Cell.of(looks.label(findings.given()[i])));
            row.add(Cell.of(looks.label(findings.suggested()[i])));
            row.add(Cell.of(Shown.number(findings.quality()[i])));
            row.add(Cell.of(findings.issue()[i] ? "yes" : "no"));
            rows.add(row);
        }
        List<String> head = ids
                ? List.of("Row", "Id", "Example", "Labelled", "Looks like", "Quality", "Flagged")
                : List.of("Row", "Example", "Labelled", "Looks like", "Quality", "Flagged");
        String all = count < findings.size() ? "The " + count + " least credible; issues.csv has all " : "All ";
        return new Table(all + Shown.count(findings.size()), head, rows);
    }

    private Optional<Part> depth() {
        int[] given = new int[findings.classes().size()];
        int[] wrong = new int[given.length];
        double[] sum = new double[given.length];
        for (int i = 0; i < findings.size(); i++) {
            given[findings.given()[i]]++;
            if (findings.issue()[i]) {
                wrong[findings.given()[i]]++;
                sum[findings.given()[i]] += ranking.wrong(i);
            }
        }
        List<List<Cell>> rows = IntStream.range(0, given.length)
                .boxed()
                .sorted(Comparator.comparingInt(k -> -wrong[k]))
                .limit(MOST_ROWS)
                .map(k -> List.of(
                        Cell.of(looks.label(k)),
                        Cell.of(Shown.count(given[k])),
                        Cell.of(Shown.count(wrong[k])),
                        Cell.of(given[k] == 0 ? "\u2013" : Shown.percent((double) wrong[k] / given[k])),
                        Cell.of(Shown.percent(sum[k] / wrong[k]))))
                .toList();
        Table classes = new Table(
                "",
                List.of("Class", "Examples", "Flagged", "Share flagged", "Flagged and really wrong, expected"),
                rows);
        List<String> prose = new ArrayList<>();
        prose.add(
                "The further down the list, the more of the labels are right after all. This is what to expect of the time spent looking."
                        + (findings.precision().isEmpty() ? " It was not estimated in this audit." : ""));
        if (rows.size() < given.length) {
            prose.add("The table has the " + rows.size() + " classes with the most flags; summary.json has all "
                    + Shown.count(given.length) + ".");
        }
        List<Figure> figures =
                findings.precision().isEmpty() ? List.of() : List.of(AuditFigures.precision(findings, flagged));
        return Optional.of(new Part("depth", "How far down to look", prose, figures, List.of(classes)));
    }

    private Optional<Part> confusions() {
        List<List<Cell>> rows = Ranking.confusions(findings).stream()
                .limit(WORST)
                .map(pair -> List.of(
                        Cell.of(looks.label(pair.suggested())),
                        Cell.of(looks.label(pair.given())),
                        Cell.of(Shown.count(pair.flagged())),
                        Cell.of(Shown.percent(pair.rate()))))
                .toList();
        boolean map = findings.transition().length > 1;
        if (rows.isEmpty() && !map) {
            return Optional.empty();
        }
        List<Body> bodies = rows.isEmpty()
                ? List.of()
                : List.of(new Table("", List.of("Really", "Labelled", "Flagged", "How often"), rows));
        return Optional.of(new Part(
                "confusions",
                "Which classes are confused",
                List.of(
                        "Wrong labels are seldom spread evenly. A pair that stands out may be two classes that the instructions for labelling do"
                                + " not tell apart. Under \u201cHow often\u201d stands the estimated share of the first class that is labelled as the second."),
                map ? List.of(AuditFigures.confusions(findings)) : List.of(),
                bodies));
    }

    private Optional<Part> remedies() {
        List<Remedy> remedies = findings.extras().remedies();
        if (remedies.isEmpty()) {
            return Optional.empty();
        }
        double low = remedies.stream().flatMapToDouble(AuditParts::ends).min().orElse(0);
        double high = remedies.stream().flatMapToDouble(AuditParts::ends).max().orElse(1);
        double base = remedies.get(0).accuracy().value();
        List<List<Cell>> rows = remedies.stream()
                .map(remedy -> List.of(
                        Cell.of(Shown.text(remedy.name(), Shown.SHORT)),
                        Cell.of(Shown.percent(remedy.accuracy().value())),
                        Cell.of(Shown.percent(remedy.accuracy().low()) + " to "
                                + Shown.percent(remedy.accuracy().high())),
                        new Cell("", List.of(), strip(remedy.accuracy(), low, high, base))))
                .toList();
        List<String> prose = new ArrayList<>();
        if (!findings.extras().advice().isBlank()) {
            prose.add(Shown.text(findings.extras().advice(), Shown.LONG));
        }
        prose.add(
                "Each way to train was judged on examples that it did not learn from and whose labels are believed right. Bars are 95 %"
                        + " intervals; where two overlap widely, the difference may be luck. The thin line is the data as they are.");
        Table table = new Table("", List.of("Way to train", "Accuracy", "95 % interval", ""), rows);
        return Optional.of(new Part("remedies", "What to do about it", prose, List.of(), List.of(table)));
    }

    private static DoubleStream ends(Remedy remedy) {
        Interval accuracy = remedy.accuracy();
        return DoubleStream.of(accuracy.low(), accuracy.value(), accuracy.high())
                .filter(Double::isFinite);
    }

    /** Nothing when a figure is not known. */
    static List<Strip> strip(Interval interval, double from, double to, double compare) {
        double width = to > from ? to - from : 1;
        if (!Double.isFinite(interval.low() + interval.value() + interval.high())) {
            return List.of();
        }
        return List.of(new Strip(
                100 * (interval.low() - from) / width,
                100 * (interval.value() - from) / width,
                100 * (interval.high() - from) / width,
                Double.isFinite(compare) ? 100 * (compare - from) / width : -1,
                Shown.percent(from),
                Shown.percent(to)));
    }

    private Part dynamics(Figure map) {
        return new Part(
                "dynamics",
                "How the labels were learned",
                List.of(
                        "A net was watched while it learned these data. What it believed of each given label, pass after pass, tells easy"
                                + " examples from doubtful ones and from those that it never came to believe."),
                List.of(map),
                List.of());
    }

    private Optional<Part> agreement() {
        if (votes.scores() < 2) {
            return Optional.empty();
        }
        List<List<Cell>> rows = new ArrayList<>();
        disagreeing(true).forEach(i -> rows.add(disagreement(i)));
        disagreeing(false).forEach(i -> rows.add(disagreement(i)));
        Table table = new Table("", List.of("Row", "Labelled", "Looks like", "Flagged", "Scores that name it"), rows);
        return Optional.of(new Part(
                "votes",
                "How the scores vote, and where they disagree",
                List.of(
                        "Each score looks at the labels in its own way. Where all agree, a label is most surely wrong; scores that agree with"
                                + " no other see something else, or nothing. What each score is stands at the end of this page.",
                        "The table has flagged labels that few scores name, and labels that many scores name but that are not flagged."),
                List.of(AuditFigures.votes(votes)),
                rows.isEmpty() ? List.of() : List.of(table)));
    }

    private List<Integer> disagreeing(boolean issue) {
        double half = votes.scores() / 2.0;
        return IntStream.range(0, findings.size())
                .map(ranking::at)
                .filter(i -> findings.issue()[i] == issue && (issue ? votes.count(i) < half : votes.count(i) > half))
                .boxed()
                .sorted(Comparator.comparingInt(i -> issue ? votes.count(i) : -votes.count(i)))
                .limit(5)
                .toList();
    }

    private List<Cell> disagreement(int example) {
        List<String> naming = votes.naming(example);
        return List.of(
                Cell.of(looks.place(example)),
                Cell.of(looks.label(findings.given()[example])),
                Cell.of(looks.label(findings.suggested()[example])),
                Cell.of(findings.issue()[example] ? "yes" : "no"),
                Cell.of(naming.size() + " of " + votes.scores()
                        + (naming.isEmpty() ? "" : ": " + String.join(", ", naming))));
    }

    private Part columns() {
        List<List<Cell>> rows = new ArrayList<>();
        IssuesFile.COLUMNS.forEach((name, meaning) -> {
            if (!name.equals("id") || !findings.ids().isEmpty()) {
                rows.add(List.of(Cell.of(name), Cell.of(meaning), Cell.of(name.equals("label_quality") ? "low" : "")));
            }
        });
        findings.scores()
                .forEach(score -> rows.add(List.of(
                        Cell.of(Shown.name(score.name())),
                        Cell.of(Shown.text(score.meaning(), Shown.LONG)),
                        Cell.of(
                                switch (score.suspicious()) {
                                    case LOW -> "low";
                                    case HIGH -> "high";
                                    case NEITHER -> "";
                                }))));
        return new Part(
                "columns",
                "The columns of issues.csv",
                List.of(
                        "The file has one row for each example, in the order of the input. To correct the data, add a column action to a copy"
                                + " of it, write keep, relabel or drop into it, and run: rote audit apply COPY.csv"),
                List.of(),
                List.of(new Table("", List.of("Column", "Meaning", "Suspicious"), rows)));
    }
}
