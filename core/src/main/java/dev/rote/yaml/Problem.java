package dev.rote.yaml;

import org.jspecify.annotations.Nullable;

/**
 * An error that a user can mend, told in one line:
 * {@code examples/a.yaml:12: optimizer.lr: was -1, must be greater than 0; choose e.g. 0.01}.
 *
 * <p>The line has at most five parts: file and line, field path, value seen, rule, remedy. Parts that are not known
 * are left out. Control characters are shown as escapes and long texts are cut, so that text from a hostile file can
 * neither break the line nor steer a terminal.
 *
 * <p>A problem is built from its rule and remedy and then told where it stands; each step returns a new problem:
 * {@code Problem.wrongUse("must be greater than 0", "choose e.g. 0.01").field("optimizer.lr").was("-1")}.
 */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final int LONGEST_VALUE = 60;
    private static final int LONGEST_TEXT = 600;

    private final transient Parts parts; // exceptions can be serialized by law; this one never is

    private Problem(Parts parts, @Nullable Throwable cause) {
        super(parts.text(), cause);
        this.parts = parts;
    }

    /** What was asked for is wrong (exit code 2); an empty remedy is left out. */
    public static Problem wrongUse(String rule, String remedy) {
        return new Problem(new Parts(2, null, 0, null, null, rule, remedy), null);
    }

    /** What was asked for is right and could not be done (exit code 3); an empty remedy is left out. */
    public static Problem couldNotRun(String rule, String remedy) {
        return new Problem(new Parts(3, null, 0, null, null, rule, remedy), null);
    }

    /** The same problem, in this file. */
    public Problem in(@Nullable String file) {
        return in(file, parts.line);
    }

    /** The same problem, in this line (counted from 1; 0 when unknown) of this file. */
    public Problem in(@Nullable String file, int line) {
        return with(new Parts(parts.exitCode, file, line, parts.field, parts.seen, parts.rule, parts.remedy));
    }

    /** The same problem, about the field with this path; an empty path stands for the whole and is left out. */
    public Problem field(String path) {
        return with(new Parts(parts.exitCode, parts.file, parts.line, path, parts.seen, parts.rule, parts.remedy));
    }

    /** The same problem, with the value that was seen. */
    public Problem was(String seen) {
        return with(new Parts(parts.exitCode, parts.file, parts.line, parts.field, seen, parts.rule, parts.remedy));
    }

    /** The same problem, with the error that led to it (shown by {@code --debug} only). */
    public Problem because(Throwable cause) {
        return new Problem(parts, cause);
    }

    /** The same without the value seen and without a cause, which may name it. */
    public Problem withoutValue() {
        return new Problem(
                new Parts(parts.exitCode, parts.file, parts.line, parts.field, null, parts.rule, parts.remedy), null);
    }

    /** 2 for wrong use, 3 for what could not run. */
    public int exitCode() {
        return parts.exitCode;
    }

    /** The file, or null when the problem stands in none. */
    public @Nullable String file() {
        return parts.file;
    }

    /** The line, counted from 1; 0 when unknown. */
    public int line() {
        return parts.line;
    }

    /** The field path, such as {@code noise[0].fraction}, or null. */
    public @Nullable String field() {
        return parts.field;
    }

    /** The value seen, or null. */
    public @Nullable String seen() {
        return parts.seen;
    }

    /** What must hold. */
    public String rule() {
        return parts.rule;
    }

    /** What to do; empty when there is nothing to add to the rule. */
    public String remedy() {
        return parts.remedy;
    }

    private Problem with(Parts changed) {
        return new Problem(changed, getCause());
    }

    private record Parts(
            int exitCode,
            @Nullable String file,
            int line,
            @Nullable String field,
            @Nullable String seen,
            String rule,
            String remedy) {

        String text() {
            StringBuilder text = new StringBuilder();
            if (file != null) {
                text.append(Visible.text(file, LONGEST_TEXT))
                        .append(line > 0 ? ":" + line : "")
                        .append(": ");
            } else if (line > 0) {
                text.append("line ").append(line).append(": ");
            }
            if (field != null && !field.isEmpty()) {
                text.append(Visible.text(field, LONGEST_TEXT)).append(": ");
            }
            if (seen != null) {
                text.append("was ").append(Visible.text(seen, LONGEST_VALUE)).append(", ");
            }
            text.append(Visible.text(rule, LONGEST_TEXT));
            if (!remedy.isEmpty()) {
                text.append("; ").append(Visible.text(remedy, LONGEST_TEXT));
            }
            return text.toString();
        }
    }
}
