package dev.rote.train;

/**
 * A loss that gives each example a number which depends on that example alone, so that the loop may cut a batch into blocks of rows and
 * hand them to several workers.
 */
public interface RowWise extends Loss {}
