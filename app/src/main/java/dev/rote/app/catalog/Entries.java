package dev.rote.app.catalog;

import dev.rote.claims.Paper;
import java.util.List;
import java.util.stream.Stream;

/** All entries of the catalogue, family by family, in the order to be shown. */
public final class Entries {

    private Entries() {}

    /** Everything that a recipe can name. */
    public static final List<Entry<?>> ALL = Stream.of(
                    DataEntries.ALL,
                    PreparationEntries.ALL,
                    AugmentationEntries.ALL,
                    NoiseEntries.ALL,
                    NetEntries.ALL,
                    LossEntries.ALL,
                    MethodEntries.ALL,
                    OptimizerEntries.ALL,
                    ScheduleEntries.ALL,
                    MeasureEntries.ALL,
                    ScoreEntries.ALL)
            .<Entry<?>>flatMap(List::stream)
            .toList();

    /** All papers. */
    public static final List<Paper> PAPERS = PaperEntries.ALL;
}
