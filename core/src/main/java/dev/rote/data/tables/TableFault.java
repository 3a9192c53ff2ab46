package dev.rote.data.tables;

import java.util.function.UnaryOperator;

/**
 * What is wrong with a table, in parts: {@code people.csv:4: row 3: must be ...; set encoding}. Whoever reads a table for somebody who
 * does not write recipes tells the parts in that user's words, or leaves out what the file itself says.
 */
public final class TableFault extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    /** Stands in a remedy for a setting, which a recipe and a command line spell differently. */
    private record Remedy(String text, String setting) {
        String said(UnaryOperator<String> spelling) {
            return setting.isEmpty() ? text : text.formatted(spelling.apply(setting));
        }
    }

    private static final Remedy NONE = new Remedy("", "");

    private final String file;
    private final int line;
    private final long row;
    private final String rule;
    private final String quoted;
    private final transient Remedy remedy; // exceptions can be serialized by law; this one never is

    TableFault(String file, long row, long line, String rule) {
        this(file, row, (int) line, rule, "", NONE);
    }

    private TableFault(String file, long row, int line, String rule, String quoted, Remedy remedy) {
        super(file + (line > 0 ? ":" + line : "") + ": " + (row < 0 ? "" : "row " + (row + 1) + ": ") + rule
                + (quoted.isEmpty() ? "" : ": " + quoted)
                + (remedy.text.isEmpty() ? "" : "; " + remedy.said(name -> name)));
        this.file = file;
        this.line = line;
        this.row = row;
        this.rule = rule;
        this.quoted = quoted;
        this.remedy = remedy;
    }

    /** The same, with what stands there. */
    TableFault quoting(String text) {
        return new TableFault(file, row, line, rule, text, remedy);
    }

    /** The same, with what to do. */
    TableFault remedy(String text) {
        return new TableFault(file, row, line, rule, quoted, new Remedy(text, ""));
    }

    /** The same, with what to do: {@code %s} stands for a setting of this name. */
    TableFault remedy(String text, String setting) {
        return new TableFault(file, row, line, rule, quoted, new Remedy(text, setting));
    }

    /** The file, as the user named it. */
    public String file() {
        return file;
    }

    /** The line, counted from 1; 0 when unknown. */
    public int line() {
        return line;
    }

    /** The row, counted from 0 without the header (the message counts from 1); -1 when it is not about one. */
    public long row() {
        return row;
    }

    /** What must hold; names of columns may stand in it, values never. */
    public String rule() {
        return rule;
    }

    /** What the file has there, made visible; empty when there is nothing to show. */
    public String quoted() {
        return quoted;
    }

    /** What to do, or nothing; settings are spelled as told. */
    public String remedy(UnaryOperator<String> spelling) {
        return remedy.said(spelling);
    }
}
