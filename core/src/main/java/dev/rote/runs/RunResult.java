package dev.rote.runs;

import dev.rote.files.Table;
import java.util.Map;
import java.util.TreeSet;

/**
 * What a finished run left behind.
 *
 * @param recipe what was carried out
 * @param readings by name
 * @param tables by name
 */
public record RunResult(Recipe recipe, Map<String, Series> readings, Map<String, Table> tables) {

    public RunResult {
        readings = Map.copyOf(readings);
        tables = Map.copyOf(tables);
    }

    /**
     * The readings of a name.
     *
     * @throws IllegalArgumentException when there are none, naming those that exist
     */
    public Series readings(String name) {
        Series series = readings.get(name);
        if (series == null) {
            throw new IllegalArgumentException("run " + recipe.name() + " has no readings '" + name + "', only "
                    + new TreeSet<>(readings.keySet()));
        }
        return series;
    }

    /** The last reading of a name. */
    public double last(String name) {
        return readings(name).last();
    }

    /**
     * A table.
     *
     * @throws IllegalArgumentException when there is none, naming those that exist
     */
    public Table table(String name) {
        Table table = tables.get(name);
        if (table == null) {
            throw new IllegalArgumentException(
                    "run " + recipe.name() + " has no table '" + name + "', only " + new TreeSet<>(tables.keySet()));
        }
        return table;
    }
}
