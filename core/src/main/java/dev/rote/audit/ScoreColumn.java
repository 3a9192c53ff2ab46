package dev.rote.audit;

/**
 * One score of every example.
 *
 * @param name of the column in {@code issues.csv}, such as {@code confidence}
 * @param meaning a sentence, with range and which end is suspicious
 * @param suspicious which end speaks against the label
 * @param values [N]; NaN where the score is not defined
 */
public record ScoreColumn(String name, String meaning, Suspicious suspicious, double[] values) {}
