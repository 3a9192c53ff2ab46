package dev.rote.data.tables;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Dates, or dates with times, as five numbers: days since 1970-01-01T00:00Z with their fraction, and sine and cosine of the
 * turn of the year, 2 pi (month - 1) / 12, and of the week, 2 pi (weekday - 1) / 7 with Monday = 1, all in UTC. A missing
 * one becomes the mean of the train days with all four waves 0, and a further number tells that it was missing, if the train
 * part misses any. 32 bits tell times of our days apart by about three minutes.
 *
 * @param name the column in the file
 * @param mean days over the train rows that have a value
 * @param missing whether a train row has none
 */
public record DateColumn(String name, double mean, boolean missing) implements Column {

    private static final List<String> PARTS = List.of("days", "month sin", "month cos", "weekday sin", "weekday cos");

    @Override
    public String kind() {
        return "date";
    }

    @Override
    public List<String> features() {
        List<String> names = new ArrayList<>();
        PARTS.forEach(part -> names.add(name + " " + part));
        if (missing) {
            names.add(name + " missing");
        }
        return List.copyOf(names);
    }

    @Override
    public Found encode(@Nullable String value, float[] into, int at) {
        if (missing) {
            into[at + PARTS.size()] = value == null ? 1 : 0;
        }
        if (value == null) {
            into[at] = (float) mean;
            Arrays.fill(into, at + 1, at + PARTS.size(), 0);
            return missing ? Found.KNOWN : Found.MISSING;
        }
        double days = Values.days(value);
        if (Double.isNaN(days)) {
            return Found.UNREADABLE;
        }
        LocalDate date = LocalDate.ofEpochDay((long) Math.floor(days));
        into[at] = (float) days;
        wave(2 * Math.PI * (date.getMonthValue() - 1) / 12, into, at + 1);
        wave(2 * Math.PI * (date.getDayOfWeek().getValue() - 1) / 7, into, at + 3);
        return Found.KNOWN;
    }

    private static void wave(double angle, float[] into, int at) {
        into[at] = (float) StrictMath.sin(angle);
        into[at + 1] = (float) StrictMath.cos(angle);
    }
}
