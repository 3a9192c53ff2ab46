package dev.rote.app.catalog;

import dev.rote.data.ModularArithmetic;
import dev.rote.data.Source;
import dev.rote.data.tables.Table;
import java.util.List;

/** Where examples come from. */
final class DataEntries {

    private DataEntries() {}

    static final List<Entry<?>> ALL = List.of(
            new Entry<>(
                    Source.class,
                    "modular-arithmetic",
                    new ModularArithmetic(),
                    "all equations m o n = c (mod p) for one of six operations",
                    "Power et al. 2022"),
            new Entry<>(
                    Source.class,
                    "table",
                    new Table(),
                    "a file of yours (CSV, TSV, Parquet, JSON lines) with the class in one column",
                    ""));
}
