package dev.rote.train;

import dev.rote.data.Npy;
import java.util.Map;

/** Where readings and tables go while a training runs. */
public interface Recorder {

    /** Forgets everything. */
    Recorder NONE = new Recorder() {
        @Override
        public void log(Clock clock, String name, double value) {}

        @Override
        public Table table(String name, String... columns) {
            return values -> {};
        }

        @Override
        public void arrays(String name, Map<String, Npy> arrays) {}
    };

    /** One number of one step. */
    void log(Clock clock, String name, double value);

    /** A table, made with these columns at the first call. */
    Table table(String name, String... columns);

    /** Arrays under names, for other tools; the same name again replaces them. */
    void arrays(String name, Map<String, Npy> arrays);
}
