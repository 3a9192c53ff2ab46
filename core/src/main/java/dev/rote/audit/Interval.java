package dev.rote.audit;

/**
 * A figure and between which bounds it lies with 95 % confidence.
 *
 * @param value the estimate
 * @param low lower bound
 * @param high upper bound
 */
public record Interval(double value, double low, double high) {}
