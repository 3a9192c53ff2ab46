package dev.rote.runs;

import dev.rote.measures.Accuracy;
import dev.rote.measures.Measure;
import java.util.List;

/**
 * A measure and when to take it.
 *
 * @param measure what is measured
 * @param every take it every so many steps, and at the start and the end; 0 leaves the rhythm to the recipe's
 *     {@code log_every}
 * @param at take it at these moments instead: step numbers, {@code start}, {@code middle}, {@code end}
 */
public record Probe(Measure measure, long every, List<String> at) {

    /** Test accuracy in the recipe's rhythm. */
    public Probe() {
        this(new Accuracy());
    }

    /** A measure in the recipe's rhythm. */
    public Probe(Measure measure) {
        this(measure, 0, List.of());
    }

    /** A measure at certain moments. */
    public static Probe at(Measure measure, String... moments) {
        return new Probe(measure, 0, List.of(moments));
    }

    public Probe {
        at = List.copyOf(at);
        if (every < 0) {
            throw new IllegalArgumentException("every must be at least 0 (0 is the recipe's log_every), was " + every);
        }
        for (String moment : at) {
            if (!moment.matches("start|middle|end|[0-9]{1,15}")) {
                throw new IllegalArgumentException(
                        "at must be step numbers, start, middle or end, was '" + moment + "'");
            }
        }
    }

    /** Whether this takes readings of a name, and in the recipe's rhythm. */
    public boolean inRhythm(String reading) {
        return every == 0 && at.isEmpty() && measure.name().equals(reading);
    }

    /**
     * Whether it is time.
     *
     * @param step steps completed
     * @param steps steps in all
     * @param last true after the last step, which may come early
     * @param logEvery the recipe's rhythm
     */
    boolean due(long step, long steps, boolean last, long logEvery) {
        if (at.isEmpty()) {
            return last || step % (every == 0 ? logEvery : every) == 0;
        }
        return at.stream().anyMatch(moment -> switch (moment) {
            case "start" -> step == 0;
            case "middle" -> step == steps / 2;
            case "end" -> last;
            default -> step == Long.parseLong(moment);
        });
    }
}
