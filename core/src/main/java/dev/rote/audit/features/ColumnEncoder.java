package dev.rote.audit.features;

import dev.rote.data.tables.Column;
import dev.rote.data.tables.DateColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** Takes the values of one column from the first row to the last. */
final class ColumnEncoder {

    private final ColumnProfile profile;
    private final ColumnProfile.Kind kind;
    private final List<String> categories;
    private final DateColumn date;
    private final List<float[]> numbers = new ArrayList<>();
    private final short[] codes;
    private final float[] parts;

    /** For so many rows. */
    ColumnEncoder(ColumnProfile profile, int size) {
        this.profile = profile;
        this.kind = profile.kind();
        this.categories = kind == ColumnProfile.Kind.CATEGORY ? profile.categories() : List.of();
        this.date = new DateColumn(profile.name(), 0, false);
        this.parts = new float[date.features().size()];
        this.codes = new short[kind == ColumnProfile.Kind.CATEGORY ? size : 0];
        int wide = kind == ColumnProfile.Kind.DATE ? parts.length : kind == ColumnProfile.Kind.NUMBER ? 1 : 0;
        for (int i = 0; i < wide; i++) {
            numbers.add(new float[size]);
        }
    }

    void see(int row, String value, Set<String> marks) {
        boolean missing = value.isEmpty() || marks.contains(value);
        switch (kind) {
            case NUMBER -> {
                double number = missing ? Double.NaN : ColumnProfile.number(value);
                numbers.get(0)[row] = Double.isFinite(number) ? (float) number : Float.NaN;
            }
            case DATE -> {
                Arrays.fill(parts, Float.NaN);
                if (!missing && date.encode(value, parts, 0) != Column.Found.KNOWN) {
                    throw new IllegalArgumentException("a date was expected, was " + value);
                }
                for (int i = 0; i < parts.length; i++) {
                    numbers.get(i)[row] = parts[i];
                }
            }
            case CATEGORY -> {
                int code = missing ? -1 : Collections.binarySearch(categories, value);
                codes[row] = (short) (!missing && code < 0 ? categories.size() : code);
            }
            default -> {}
        }
    }

    /** What was taken: of a date several columns of numbers, the days first. */
    List<Encoded> done() {
        if (kind == ColumnProfile.Kind.CATEGORY) {
            return List.of(new Encoded.Categories(profile.name(), categories, codes));
        }
        List<Encoded> columns = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i++) {
            String name = kind == ColumnProfile.Kind.DATE ? date.features().get(i) : profile.name();
            columns.add(new Encoded.Numbers(name, numbers.get(i)));
        }
        return columns;
    }
}
