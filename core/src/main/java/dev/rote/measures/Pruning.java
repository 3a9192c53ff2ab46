package dev.rote.measures;

import dev.rote.data.Parts;
import dev.rote.nets.Model;
import dev.rote.nets.Neurons;
import dev.rote.tensor.Autograd;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Tensor;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Cuts out neurons in an order, without retraining, and writes how the net does into a table {@code pruning-ORDER} (Doshi et
 * al. 2024, section 3.1 and figure 4).
 *
 * <p>Because outputs are a sum over neurons, cutting one is a subtraction: the whole curve costs little more than one
 * evaluation. Columns: step; pruned (neurons cut); fraction; accuracy_train, accuracy_test, accuracy_corrupted,
 * accuracy_uncorrupted in [0, 1]; loss_train, loss_test. The number returned is the largest fraction that can be cut before
 * test accuracy falls below 0.9; 0 when it is below to begin with.
 *
 * <p>Deviation: the paper has no random order; it is a control.
 *
 * @param order which neurons go first
 * @param points how many cuts to look at, evenly spread from none to all neurons, at least 1
 */
public record Pruning(Order order, int points) implements Measure {

    /** Which neurons go first. */
    public enum Order {
        LOWEST_IPR,
        HIGHEST_IPR,
        RANDOM
    }

    /** Memorising neurons first, a hundred cuts. */
    public Pruning() {
        this(Order.LOWEST_IPR, 100);
    }

    public Pruning {
        if (points < 1 || points > 10_000) {
            throw new IllegalArgumentException("points must be from 1 to 10000, was " + points);
        }
    }

    @Override
    public double of(Subject subject) {
        check(subject.model(), subject.parts());
        Neurons model = (Neurons) subject.model();
        double[] ipr = Ipr.ofNeurons(ResidueSpectrum.of(subject), 2);
        long[] ranked = ranked(ipr, subject);
        int[] cuts = IntStream.rangeClosed(0, points)
                .map(i -> (int) ((long) i * ipr.length / points))
                .distinct()
                .toArray();
        Outcome[] train = curve(subject, model, "train", ranked, cuts);
        Outcome[] test = curve(subject, model, "test", ranked, cuts);
        var table = subject.table(
                "pruning-" + Names.kebab(order),
                "step",
                "pruned",
                "fraction",
                "accuracy_train",
                "accuracy_test",
                "accuracy_corrupted",
                "accuracy_uncorrupted",
                "loss_train",
                "loss_test");
        double bearable = 0;
        boolean good = true;
        for (int i = 0; i < cuts.length; i++) {
            double fraction = (double) cuts[i] / ipr.length;
            good &= test[i].accuracy() >= 0.9;
            bearable = good ? fraction : bearable;
            table.add(
                    subject.clock().step(),
                    cuts[i],
                    fraction,
                    train[i].accuracy(),
                    test[i].accuracy(),
                    train[i].only(subject::isCorrupted).accuracy(),
                    train[i].only(id -> !subject.isCorrupted(id)).accuracy(),
                    train[i].loss(),
                    test[i].loss());
        }
        return bearable;
    }

    private long[] ranked(double[] ipr, Subject subject) {
        int[] shuffled = subject.random("pruning").permutation(ipr.length);
        Comparator<Integer> byIpr = Comparator.comparingDouble(k -> ipr[k]);
        var neurons = Arrays.stream(shuffled).boxed();
        return (switch (order) {
                    case LOWEST_IPR -> neurons.sorted(byIpr);
                    case HIGHEST_IPR -> neurons.sorted(byIpr.reversed());
                    case RANDOM -> neurons;
                })
                .mapToLong(Integer::longValue)
                .toArray();
    }

    private static Outcome[] curve(Subject subject, Neurons model, String part, long[] ranked, int[] cuts) {
        long[] ids = subject.parts().get(part).ids();
        Outcome[] outcomes =
                Arrays.stream(cuts).mapToObj(cut -> Outcome.blank(ids)).toArray(Outcome[]::new);
        subject.forEachBlock(part, (from, batch) -> {
            Tensor activations = model.activations(batch.inputs());
            Tensor readout = model.readout();
            Tensor outputs = activations.mm(readout.t());
            for (int i = 0; i < cuts.length; i++) {
                try (Scope scope = Scope.open();
                        Autograd.Guard guard = Autograd.noGrad()) {
                    if (i > 0) {
                        long[] gone = Arrays.copyOfRange(ranked, cuts[i - 1], cuts[i]);
                        Tensor index = batch.inputs().place().indices(gone, gone.length);
                        outputs.add_(
                                activations
                                        .indexSelect(1, index)
                                        .mm(readout.indexSelect(1, index).t()),
                                -1);
                    }
                    if (cuts[i] == ranked.length) {
                        outputs.zero_(); // what subtraction leaves is rounding, and its argmax is often right
                    }
                    subject.judge(subject.pass(batch).outputs(outputs), from, outcomes[i]);
                }
            }
        });
        return outcomes;
    }

    @Override
    public void check(Model model, Parts parts) {
        if (!(model instanceof Neurons)) {
            throw new IllegalArgumentException(
                    "pruning needs a net whose outputs are a sum over neurons, such as two-layer");
        }
        ResidueSpectrum.check(model);
        parts.get("test");
    }

    @Override
    public String name() {
        return "pruning." + Names.kebab(order);
    }
}
