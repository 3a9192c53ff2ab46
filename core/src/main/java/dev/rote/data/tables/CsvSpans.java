package dev.rote.data.tables;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Rows of separated values as they stand in a file; the grammar is that of {@link CsvReader}. */
final class CsvSpans implements LabelSpans {

    private final BufferedReader in;
    private final String file;
    private final char separator;
    private final int column;
    private final StringBuilder text = new StringBuilder(); // a gap and the record behind it
    private final List<int[]> spans = new ArrayList<>(); // of the values in text, with their quotes
    private final List<String> values = new ArrayList<>();
    private int start; // of the record in text
    private int width; // characters of the file that the last one taken stands for: 2 for CR LF
    private boolean atBeginning = true;
    private boolean pending; // the first record is no header, and is read already
    private boolean done; // with what is in text

    CsvSpans(BufferedReader in, String file, String label, char separator, boolean header) throws IOException {
        this.in = in;
        this.file = file;
        this.separator = separator;
        if (!record()) {
            throw Fault.in(file, "has no rows");
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            names.add(header && !values.get(i).isEmpty() ? values.get(i) : "column" + i);
        }
        column = names.indexOf(label);
        if (column < 0) {
            throw Fault.in(file, "has no column " + Fault.show(label));
        }
        pending = !header;
    }

    @Override
    public boolean next() throws IOException {
        if (done) {
            text.setLength(0);
        }
        boolean found = pending || record();
        pending = false;
        done = true;
        return found;
    }

    /** Reads up to the end of the next record that is not blank. */
    private boolean record() throws IOException {
        do {
            values.clear();
            spans.clear();
            int c;
            do {
                start = text.length();
                c = take();
            } while (c == '\n');
            if (c == '\uFEFF' && atBeginning) {
                start = text.length();
                c = take();
            }
            atBeginning = false;
            if (c < 0) {
                return false;
            }
            fields(c);
        } while (values.size() == 1 && values.get(0).isEmpty());
        return true;
    }

    private void fields(int first) throws IOException {
        int c = first;
        while (true) {
            while ((c == ' ' || c == '\t') && c != separator) {
                c = take();
            }
            StringBuilder value = new StringBuilder();
            int from = text.length() - width;
            if (c == '"') {
                c = quoted(value);
            }
            boolean wasQuoted = text.length() - width > from;
            int to = text.length() - width;
            while (!ends(c)) {
                value.append((char) c);
                c = take();
            }
            spans.add(new int[] {
                from, wasQuoted ? to : from + value.toString().stripTrailing().length()
            });
            values.add(value.toString().strip());
            if (c != separator) {
                return;
            }
            c = take();
        }
    }

    private boolean ends(int c) {
        return c == separator || c == '\n' || c < 0;
    }

    /** Reads on behind an opening quote; returns the first character behind the closing one. */
    private int quoted(StringBuilder value) throws IOException {
        while (true) {
            int c = take();
            if (c < 0) {
                throw Fault.in(file, "has a quote that is never closed");
            }
            if (c == '"') {
                c = take();
                if (c != '"') {
                    return c;
                }
            }
            value.append((char) c);
        }
    }

    private int take() throws IOException {
        int c = in.read();
        width = c < 0 ? 0 : 1;
        if (c < 0) {
            return c;
        }
        text.append((char) c);
        if (c == '\r') {
            in.mark(1);
            if (in.read() == '\n') {
                text.append('\n');
                width = 2;
            } else {
                in.reset();
            }
            c = '\n';
        }
        if (text.length() - start > CsvReader.LONGEST_ROW) {
            throw Fault.in(file, "has a row of more than " + CsvReader.LONGEST_ROW + " characters");
        }
        return c;
    }

    @Override
    public String gap() {
        return spans.isEmpty() ? text.toString() : text.substring(0, start);
    }

    @Override
    public String raw() {
        return text.substring(start);
    }

    @Override
    public String label() {
        return values.get(column);
    }

    @Override
    public String with(String label) {
        int[] span = spans.get(column);
        boolean quote = span[1] > span[0] && text.charAt(span[0]) == '"'
                || label.chars().anyMatch(c -> c == separator || c == '"' || c == '\n' || c == '\r');
        String cell = quote ? '"' + label.replace("\"", "\"\"") + '"' : label;
        return text.substring(start, span[0]) + cell + text.substring(span[1]);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
