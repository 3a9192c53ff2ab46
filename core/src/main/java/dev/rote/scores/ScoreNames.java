package dev.rote.scores;

/** How scores are called in tables. */
final class ScoreNames {

    private ScoreNames() {}

    /** {@code vog} on the train part, {@code vog.test} on another. */
    static String of(String kind, String part) {
        return part.equals("train") ? kind : kind + "." + part;
    }
}
