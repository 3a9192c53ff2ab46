package dev.rote.train;

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
    };

    /** One number of one step. */
    void log(Clock clock, String name, double value);

    /** A table, made with these columns at the first call. */
    Table table(String name, String... columns);
}
