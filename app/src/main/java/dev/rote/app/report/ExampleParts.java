package dev.rote.app.report;

import dev.rote.app.report.AuditPage.Body;
import dev.rote.app.report.AuditPage.Card;
import dev.rote.app.report.AuditPage.Cards;
import dev.rote.app.report.AuditPage.Group;
import dev.rote.app.report.AuditPage.Part;
import dev.rote.audit.Findings;
import dev.rote.audit.Findings.Influence;
import dev.rote.audit.ScoreColumn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The sections that are examples to look at, side by side. */
final class ExampleParts {

    private static final int MOST_GROUPS = 12;
    private static final int MOST_IN_GROUP = 6;
    private static final int MOST_REASONS = 3;

    private final Findings findings;
    private final Looks looks;

    ExampleParts(Findings findings, Looks looks) {
        this.findings = findings;
        this.looks = looks;
    }

    /** What is known only because it was seen. */
    Optional<Part> memorised() {
        return Stream.of("memorization", "memorisation", "self_influence")
                .flatMap(name ->
                        findings.scores().stream().filter(score -> score.name().equals(name)))
                .findFirst()
                .map(this::memorised);
    }

    private Part memorised(ScoreColumn score) {
        double[] values = score.values();
        List<Card> cards = IntStream.range(0, values.length)
                .filter(i -> !Double.isNaN(values[i]))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -values[i]))
                .limit(6)
                .map(i -> looks.card(i, Shown.name(score.name()) + " " + Shown.number(values[i])))
                .toList();
        return new Part(
                "memorised",
                "Learned by heart",
                List.of(
                        "These examples a net gets right only because it has seen them: without each, it would answer otherwise. Wrong labels"
                                + " are among them, and so are rare examples that are right and worth keeping.",
                        Shown.name(score.name()) + ": " + Shown.text(score.meaning(), Shown.LONG)),
                List.of(),
                List.of(new Cards(cards)));
    }

    /** Which training examples are why. */
    Optional<Part> influences() {
        Map<Integer, List<Influence>> byExample = new LinkedHashMap<>();
        findings.extras()
                .influences()
                .forEach(one -> byExample
                        .computeIfAbsent(one.example(), any -> new ArrayList<>())
                        .add(one));
        if (byExample.isEmpty()) {
            return Optional.empty();
        }
        List<Body> groups = new ArrayList<>();
        byExample.entrySet().stream().limit(MOST_GROUPS).forEach(entry -> {
            List<Card> cards = new ArrayList<>(List.of(looks.card(entry.getKey(), "judged")));
            entry.getValue().stream()
                    .sorted(Comparator.comparingDouble(one -> -Math.abs(one.value())))
                    .limit(MOST_REASONS)
                    .forEach(one -> cards.add(looks.card(
                            one.because(),
                            (one.value() > 0
                                            ? "speaks for the label of the first, "
                                            : "speaks against the label of the first, ")
                                    + Shown.number(one.value()))));
            groups.add(new Group("Why " + looks.place(entry.getKey()) + " is judged as it is", cards));
        });
        return Optional.of(new Part(
                "influences",
                "Because of which examples",
                List.of(
                        "The first of each group was judged; the others are the training examples that mattered most for it. One that speaks for a"
                                + " wrong label is often labelled wrongly itself. The further a number is from 0, the more the example mattered;"
                                + " it has no unit."),
                List.of(),
                groups));
    }

    /** Near-duplicates with different labels. */
    Optional<Part> conflicts() {
        List<int[]> conflicts = findings.extras().conflicts();
        if (conflicts.isEmpty()) {
            return Optional.empty();
        }
        List<Body> groups = new ArrayList<>();
        conflicts.stream().limit(MOST_GROUPS).forEach(group -> {
            List<Card> cards = IntStream.of(group)
                    .limit(MOST_IN_GROUP)
                    .mapToObj(looks::card)
                    .toList();
            groups.add(new Group(
                    group.length > cards.size() ? cards.size() + " of " + group.length + " examples" : "", cards));
        });
        String more = conflicts.size() > groups.size()
                ? " The first " + groups.size() + " of " + Shown.count(conflicts.size()) + " groups are shown."
                : "";
        return Optional.of(new Part(
                "conflicts",
                "Nearly the same, labelled differently",
                List.of("At least one label of each group is wrong, or the data do not say what the label depends on."
                        + more),
                List.of(),
                groups));
    }
}
