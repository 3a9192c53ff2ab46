package dev.rote.data.tables;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Numbers as they are, or {@code true} and {@code false} (in any case) as 1 and 0. A missing one becomes the train mean, so
 * nothing once inputs are standardised, and a further number tells that it was missing, if the train part misses any.
 *
 * @param name the column in the file
 * @param truth whether it holds true and false
 * @param mean over the train rows that have a value
 * @param missing whether a train row has none
 */
public record NumberColumn(String name, boolean truth, double mean, boolean missing) implements Column {

    /** 1 for true, 0 for false in any case, NaN for anything else. */
    public static double truth(String text) {
        if (text.equalsIgnoreCase("true")) {
            return 1;
        }
        return text.equalsIgnoreCase("false") ? 0 : Double.NaN;
    }

    @Override
    public String kind() {
        return truth ? "boolean" : "number";
    }

    @Override
    public List<String> features() {
        return missing ? List.of(name, name + " missing") : List.of(name);
    }

    @Override
    public Found encode(@Nullable String value, float[] into, int at) {
        if (missing) {
            into[at + 1] = value == null ? 1 : 0;
        }
        if (value == null) {
            into[at] = (float) mean;
            return missing ? Found.KNOWN : Found.MISSING;
        }
        double number = Double.NaN;
        if (truth) {
            number = truth(value);
        } else if (Values.isNumber(value)) {
            number = Double.parseDouble(value);
        }
        into[at] = (float) number;
        return Values.isFinite(number) ? Found.KNOWN : Found.UNREADABLE;
    }
}
