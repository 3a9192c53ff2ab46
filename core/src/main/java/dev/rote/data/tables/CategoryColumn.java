package dev.rote.data.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Categories, one-hot: a 1 for the one that a row has among those of the train part, 0 for the others. Missing is a category
 * of its own, the last, if the train part misses any. What the train part has not becomes zeros.
 *
 * @param name the column in the file
 * @param values the categories of the train part, sorted by their UTF-16 units, without missing
 * @param missing whether a train row has none
 */
public record CategoryColumn(String name, List<String> values, boolean missing) implements Column {

    /** Throws {@link IllegalArgumentException} when the categories are not sorted. */
    public CategoryColumn {
        values = List.copyOf(values);
        for (int i = 1; i < values.size(); i++) {
            if (values.get(i - 1).compareTo(values.get(i)) >= 0) {
                throw new IllegalArgumentException("values must be sorted and different, was " + values);
            }
        }
    }

    @Override
    public String kind() {
        return "category";
    }

    @Override
    public List<String> features() {
        List<String> names = new ArrayList<>();
        values.forEach(value -> names.add(name + "=" + value));
        if (missing) {
            names.add(name + " missing");
        }
        return List.copyOf(names);
    }

    @Override
    public Found encode(@Nullable String value, float[] into, int at) {
        Arrays.fill(into, at, at + values.size() + (missing ? 1 : 0), 0);
        if (value == null) {
            if (missing) {
                into[at + values.size()] = 1;
            }
            return missing ? Found.KNOWN : Found.MISSING;
        }
        int position = Collections.binarySearch(values, value);
        if (position < 0) {
            return Found.UNKNOWN;
        }
        into[at + position] = 1;
        return Found.KNOWN;
    }
}
