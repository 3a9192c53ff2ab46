package dev.rote.methods;

import dev.rote.data.Dataset;
import dev.rote.data.Target;
import dev.rote.nets.Model;
import dev.rote.tensor.Place;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Tensor;
import dev.rote.train.Training;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;

/**
 * Where each training example stands in a cross-validation that selects.
 *
 * @param training whose examples they are
 * @param who the method's name
 * @param state int64 [2, n]: where it stands in this round, and what it was found to be, which counts from the next round on
 */
record Candidates(Training training, String who, Tensor state) {

    /** Places: 0 and 1 are the halves of the candidates. */
    private static final long SELECTED = 2;

    private static final long REMOVED = 3;

    static Candidates of(Training training, String who) {
        int examples = training.data("train").size();
        return new Candidates(
                training,
                who,
                training.keep(who + ".state", () -> Place.FLOAT32.indices(new long[2 * examples], 2, examples)));
    }

    private long[] row(int which) {
        return state.select(0, which).toLongs();
    }

    private void write(int which, long[] values) {
        try (Scope scope = Scope.open()) {
            state.select(0, which).copy_(state.place().indices(values, values.length));
        }
    }

    private static int[] where(long[] places, LongPredicate wanted) {
        return IntStream.range(0, places.length)
                .filter(i -> wanted.test(places[i]))
                .toArray();
    }

    /** Puts a random half of the candidates into each half. */
    void halve(Seeds random) {
        long[] places = row(0);
        int[] open = where(places, place -> place < SELECTED);
        int[] order = random.permutation(open.length);
        for (int i = 0; i < open.length; i++) {
            places[open[order[i]]] = i < open.length / 2 ? 0 : 1;
        }
        write(0, places);
    }

    /** The positions in a batch of the examples of a half, or of none (-1), and of those selected in earlier rounds. */
    int[] taught(long[] batch, int half) {
        long[] ids = training.data("train").ids();
        long[] places = row(0);
        long[] here = Arrays.stream(batch)
                .map(id -> places[Arrays.binarySearch(ids, id)])
                .toArray();
        return where(here, place -> place == half || place == SELECTED);
    }

    /** Selects and removes from a half by the predictions of a model that was trained without it. */
    void judge(Model model, int half) {
        Dataset train = training.data("train");
        long[] ids = train.ids();
        int[] judged = where(row(0), place -> place == half);
        long[] wanted = Arrays.stream(judged).mapToLong(i -> ids[i]).toArray();
        Fit fit = Fit.of(model, train, wanted);
        int agreeing = (int)
                IntStream.range(0, judged.length).filter(i -> fit.agrees()[i]).count();
        double rate = rate(judged.length == 0 ? 1 : (double) agreeing / judged.length);
        int removed = (int) (Math.min(2, rate / (1 - rate)) * agreeing);
        long[] verdicts = row(1);
        IntStream.range(0, judged.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -fit.losses()[i]))
                .limit(removed)
                .forEach(i -> verdicts[judged[i]] = REMOVED);
        // Selected last: where more are to be removed than disagree, those that agree stay.
        IntStream.range(0, judged.length).filter(i -> fit.agrees()[i]).forEach(i -> verdicts[judged[i]] = SELECTED);
        write(1, verdicts);
    }

    /** The noise rate, told from the first agreement that was seen. */
    private double rate(double agreement) {
        Tensor kept = training.keep(who + ".noise_rate", () -> Place.FLOAT64.full(-1, 1));
        if (kept.item() < 0) {
            int classes = ((Target.Classes) training.data("train").target()).count();
            kept.fill_(Agreement.noiseRate(agreement, classes));
            training.log(who + ".noise_rate", kept.item());
        }
        return kept.item();
    }

    /** Lets what was found count, and tells how good the selection is; false when nothing is selected yet. */
    boolean close() {
        long[] places = row(0);
        long[] verdicts = row(1);
        boolean[] selected = new boolean[places.length];
        for (int i = 0; i < places.length; i++) {
            places[i] = verdicts[i] > 0 ? verdicts[i] : places[i];
            selected[i] = places[i] == SELECTED;
        }
        write(0, places);
        SelectionLog log = SelectionLog.of(training, who);
        log.count(training.data("train").ids(), selected);
        log.write();
        return where(places, place -> place == SELECTED).length > 0;
    }
}
