package dev.rote.measures;

import dev.rote.data.Parts;
import dev.rote.data.Target;
import dev.rote.nets.Model;
import dev.rote.nets.TurnoverMasks;
import dev.rote.tensor.Seeds;
import java.util.List;

/**
 * Writes one row per training example into the table {@code turnover}: its loss through its own mask of turn-over dropout, which it was
 * trained with, and through the flipped one, which never learned from it (Kobayashi et al. 2020).
 *
 * <p>Columns: step; id; label (as given); truth (before the noise); own; flipped. The flipped loss says how hard an example is, as a
 * held-out loss would; flipped less own is what the net knows of it by heart. The number returned is the mean of that difference.
 *
 * @param layers the masked layers, as the method {@code turnover-dropout} has them
 */
public record TurnoverTable(List<String> layers) implements Measure, TurnoverAsking {

    /** All hidden layers. */
    public TurnoverTable() {
        this(List.of("all"));
    }

    public TurnoverTable {
        layers = List.copyOf(layers);
    }

    @Override
    public double of(Subject subject) {
        Turnover turnover = Turnover.of(layers, subject);
        long[] ids = subject.ids("train");
        long[] labels = subject.parts().get("train").labels(ids);
        int[] truth = subject.truth(ids);
        double[] own = turnover.own("train");
        double[] flipped = turnover.flipped("train");
        var table = subject.table("turnover", "step", "id", "label", "truth", "own", "flipped");
        double sum = 0;
        for (int i = 0; i < ids.length; i++) {
            table.add(subject.clock().step(), ids[i], labels[i], truth[i], own[i], flipped[i]);
            sum += flipped[i] - own[i];
        }
        return sum / ids.length;
    }

    @Override
    public void check(Model model, Parts parts) {
        TurnoverMasks.of(layers, model, new Seeds(0));
        if (!(parts.get("train").target() instanceof Target.Classes)) {
            throw new IllegalArgumentException("turnover-table needs classes as target");
        }
    }

    @Override
    public String name() {
        return "turnover.memorised";
    }
}
