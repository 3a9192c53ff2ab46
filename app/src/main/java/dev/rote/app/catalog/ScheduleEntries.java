package dev.rote.app.catalog;

import dev.rote.train.Constant;
import dev.rote.train.Cosine;
import dev.rote.train.Linear;
import dev.rote.train.Rounds;
import dev.rote.train.Schedule;
import dev.rote.train.Steps;
import dev.rote.train.Warmup;
import java.util.List;

/** How the learning rate changes. */
final class ScheduleEntries {

    private ScheduleEntries() {}

    static final List<Entry<?>> ALL = List.of(
            new Entry<>(Schedule.class, "constant", new Constant(), "the learning rate stays", ""),
            new Entry<>(
                    Schedule.class, "cosine", new Cosine(), "falls along half a cosine", "Loshchilov and Hutter 2017"),
            new Entry<>(Schedule.class, "warmup", new Warmup(), "rises linearly, then goes on as another schedule", ""),
            new Entry<>(Schedule.class, "linear", new Linear(), "stays, then falls in a straight line", ""),
            new Entry<>(Schedule.class, "steps", new Steps(), "falls by a factor at each milestone", ""),
            new Entry<>(
                    Schedule.class,
                    "rounds",
                    new Rounds(),
                    "the same schedule again in each of several rounds",
                    "Loshchilov and Hutter 2017"));
}
