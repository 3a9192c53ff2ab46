package dev.rote.audit.files;

import dev.rote.audit.features.TableProblem;
import dev.rote.data.tables.SeparatedRows;
import dev.rote.data.tables.TableFault;
import dev.rote.yaml.Problem;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a person decided about the examples of an audit: {@code issues.csv} with a column {@code action} added.
 *
 * <p>The file may hold any of the rows in any order; a row that is not there, or has no action, is left as it is. Only
 * {@code action} decides: a suggested label that was edited counts where the action is {@code relabel}.
 *
 * @param file where it stands
 * @param decisions by row of the data, also for rows that are left as they are
 */
public record Review(Path file, Map<Integer, Decision> decisions) {

    /** What happens to an example. */
    public enum Action {
        /** Its label stays: looked at, and right. */
        KEEP,
        /** It gets the label in {@code suggested_label}. */
        RELABEL,
        /** It is left out. */
        DROP,
        /** Nobody decided; its label stays. */
        NONE
    }

    /**
     * A row of the file.
     *
     * @param given the label that the data must have there
     * @param action what happens
     * @param label the label that it has then
     * @param line of the file
     */
    public record Decision(String given, Action action, String label, int line) {}

    public Review {
        decisions = Map.copyOf(decisions);
    }

    /**
     * Reads a file.
     *
     * @param classes the labels there are
     * @param newLabels whether other labels may be given too
     * @param flagged what happens to rows that {@code is_issue} and have no action
     * @throws Problem naming the line, when a row is there twice, or an action or a label is none
     */
    public static Review read(Path file, String encoding, List<String> classes, boolean newLabels, Action flagged)
            throws IOException {
        try (SeparatedRows rows = SeparatedRows.open(file, encoding)) {
            return new Reader(file, rows, classes, newLabels, flagged).read();
        } catch (TableFault e) {
            throw TableProblem.of(e, false).because(e);
        } catch (IllegalArgumentException e) {
            throw Problem.wrongUse(e.getMessage(), "").because(e);
        } catch (NoSuchFileException e) {
            throw Problem.wrongUse("there is no such file", "name the reviewed issues.csv")
                    .in(file.toString());
        }
    }

    /** How many examples are relabelled with the label that they have, which changes nothing. */
    public long unchanged() {
        return decisions.values().stream()
                .filter(decision -> decision.action() == Action.RELABEL)
                .filter(decision -> decision.label().equals(decision.given()))
                .count();
    }

    /** How many examples have an action. */
    public long count(Action action) {
        return decisions.values().stream()
                .filter(decision -> decision.action() == action)
                .count();
    }

    /**
     * What to do with a row of the data; empty when the file does not have it.
     *
     * @throws Problem naming row and line, when the data have another label there than the file says
     */
    Optional<Decision> at(int row, String label) {
        Decision decision = decisions.get(row);
        if (decision != null && !decision.given().equals(label)) {
            throw Problem.wrongUse(
                            "must be '" + label + "' as in row " + row + " of the data",
                            "a spreadsheet may have changed it (read labels as text), or the data are others")
                    .in(file.toString(), decision.line())
                    .field("given_label")
                    .was("'" + decision.given() + "'");
        }
        return Optional.ofNullable(decision);
    }

    /** Throws a {@link Problem} when the file has rows that the data, which have so many, do not have. */
    void end(int count) {
        decisions.keySet().stream()
                .filter(row -> row >= count)
                .sorted()
                .findFirst()
                .ifPresent(row -> {
                    throw Problem.wrongUse(
                                    "must be below " + count + ", the number of rows of the data", "mend the row")
                            .in(file.toString(), decisions.get(row).line())
                            .field("row")
                            .was(String.valueOf(row));
                });
    }

    private static final class Reader {

        private final Path file;
        private final SeparatedRows rows;
        private final List<String> classes;
        private final boolean newLabels;
        private final Action flagged;
        private final int action;

        Reader(Path file, SeparatedRows rows, List<String> classes, boolean newLabels, Action flagged) {
            this.file = file;
            this.rows = rows;
            this.classes = classes;
            this.newLabels = newLabels;
            this.flagged = flagged;
            this.action = rows.names().indexOf("action");
        }

        Review read() throws IOException {
            if (rows.names().isEmpty()) {
                throw Problem.wrongUse("is empty", "take the file that the audit wrote")
                        .in(file.toString());
            }
            int row = column("row");
            int given = column("given_label");
            requireOnce("row", "given_label", "suggested_label", "is_issue", "action");
            if (action < 0 && flagged == Action.NONE) {
                throw Problem.wrongUse(
                                "has no column action",
                                "add one and write keep, relabel or drop into it, or decide for all with --flagged")
                        .in(file.toString());
            }
            Map<Integer, Decision> decisions = new HashMap<>();
            while (rows.next()) {
                String label = SpreadsheetText.restored(rows.value(given));
                if (label.isEmpty()) {
                    throw problem("given_label", label, "must be the label in the data", "take it from issues.csv");
                }
                Decision decision = decision(label);
                if (decisions.put(number(row), decision) != null) {
                    throw problem("row", rows.value(row), "must stand there once", "delete the other line");
                }
            }
            return new Review(file, decisions);
        }

        private void requireOnce(String... names) {
            for (String name : names) {
                if (rows.names().indexOf(name) != rows.names().lastIndexOf(name)) {
                    throw Problem.wrongUse("has two columns " + name, "delete one of them")
                            .in(file.toString());
                }
            }
        }

        private int column(String name) {
            int at = rows.names().indexOf(name);
            if (at < 0) {
                throw Problem.wrongUse(
                                "has no column " + name, "take the file that the audit wrote, and keep its columns")
                        .in(file.toString());
            }
            return at;
        }

        private int number(int column) {
            try {
                return Integer.parseUnsignedInt(rows.value(column));
            } catch (NumberFormatException e) {
                throw problem("row", rows.value(column), "must be a whole number from 0", "take it from issues.csv");
            }
        }

        private Decision decision(String given) {
            Action decided = action < 0 ? Action.NONE : action(rows.value(action));
            if (decided == Action.NONE && flagged != Action.NONE && isIssue()) {
                decided = flagged;
            }
            String label = given;
            if (decided == Action.RELABEL) {
                label = SpreadsheetText.restored(rows.value(column("suggested_label")));
                check(label);
            }
            return new Decision(given, decided, label, rows.line());
        }

        private Action action(String text) {
            String name = text.toUpperCase(Locale.ROOT);
            if (name.isEmpty()) {
                return Action.NONE;
            }
            return Arrays.stream(Action.values())
                    .filter(one -> one != Action.NONE && one.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> problem(
                            "action", text, "must be keep, relabel or drop", "leave it empty to change nothing"));
        }

        private boolean isIssue() {
            String text = rows.value(column("is_issue")).toLowerCase(Locale.ROOT);
            if (!text.equals("true") && !text.equals("false")) {
                throw problem("is_issue", text, "must be true or false", "");
            }
            return text.equals("true");
        }

        private void check(String label) {
            if (label.isEmpty() || !newLabels && !classes.contains(label)) {
                String known = classes.stream().limit(10).collect(Collectors.joining(", "));
                throw problem(
                        "suggested_label",
                        label,
                        "must be one of the labels: " + known + (classes.size() > 10 ? ", ..." : ""),
                        label.isEmpty() ? "write one" : "or allow it with --new-labels");
            }
        }

        private Problem problem(String field, String seen, String rule, String remedy) {
            return Problem.wrongUse(rule, remedy)
                    .in(file.toString(), rows.line())
                    .field(field)
                    .was("'" + seen + "'");
        }
    }
}
