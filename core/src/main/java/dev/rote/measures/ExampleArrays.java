package dev.rote.measures;

import dev.rote.data.Npy;
import dev.rote.data.Parts;
import dev.rote.data.Target;
import dev.rote.nets.Model;
import java.util.Arrays;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Writes what became of each training example into {@code arrays/examples-STEP.npz}: which wrong labels were learned by heart, and
 * which were disbelieved.
 *
 * <p>Arrays of one length N, ascending ids: id; label (as given); truth (before the noise); corrupted (1 where the label was replaced);
 * correct (1 where the largest output is at the given label); loss. A corrupted example that is correct is memorised. The number
 * returned is the share of memorised examples among the corrupted, in [0, 1], NaN where there are none.
 */
public record ExampleArrays() implements Measure {

    @Override
    public double of(Subject subject) {
        Outcome train = subject.on("train");
        long[] ids = train.ids();
        subject.arrays(
                "examples-" + subject.clock().step(),
                Map.of(
                        "id", Npy.of(ids, ids.length),
                        "label", longs(train.labels()),
                        "truth", longs(subject.truth(ids)),
                        "corrupted", flags(ids.length, i -> subject.isCorrupted(ids[i])),
                        "correct", flags(ids.length, i -> train.correct(i)),
                        "loss", Npy.of(train.losses(), ids.length)));
        return subject.on("corrupted").accuracy();
    }

    private static Npy longs(int[] values) {
        return Npy.of(Arrays.stream(values).asLongStream().toArray(), values.length);
    }

    private static Npy flags(int count, IntPredicate holds) {
        int[] flags = IntStream.range(0, count).map(i -> holds.test(i) ? 1 : 0).toArray();
        return Npy.of(flags, count);
    }

    @Override
    public void check(Model model, Parts parts) {
        if (!(parts.get("train").target() instanceof Target.Classes)) {
            throw new IllegalArgumentException("example-arrays needs classes as target");
        }
    }

    @Override
    public String name() {
        return "examples.memorised";
    }
}
