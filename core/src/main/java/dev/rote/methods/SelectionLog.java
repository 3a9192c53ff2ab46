package dev.rote.methods;

import dev.rote.data.KnowsTruth;
import dev.rote.tensor.Place;
import dev.rote.tensor.Tensor;
import dev.rote.train.Pass;
import dev.rote.train.Training;
import java.util.Optional;

/**
 * Tells what a method selects: per mini-batch the label precision {@code |right and selected| / |selected|}, the label recall
 * {@code |right and selected| / |right|} and the selected share, each averaged over the mini-batches of an epoch (Han et al. 2018,
 * section 4). Where two nets select, each selection counts as one. Precision and recall are told only for data that know the truth;
 * a mini-batch of which nothing is selected has no precision, one without right labels no recall.
 */
final class SelectionLog {

    /** Sum and count of precision, recall and share: a sum at 2 i, its count at 2 i + 1. */
    private static final String[] NAMES = {"label-precision", "label-recall", "selected"};

    private final Training training;
    private final Optional<KnowsTruth> truth;
    private final Tensor sums;

    private SelectionLog(Training training, String who) {
        this.training = training;
        this.truth = KnowsTruth.of(training.data("train"));
        this.sums = training.keep(who + ".selection", () -> Place.FLOAT64.zeros(2L * NAMES.length));
    }

    /**
     * The log of a method; the same one whenever it is asked for.
     *
     * @param who the method's name
     */
    static SelectionLog of(Training training, String who) {
        return new SelectionLog(training, who);
    }

    /** Counts the selections made from a batch, unless these rows were counted in this step before or are only being scored. */
    void count(Pass pass, int[]... selections) {
        if (pass.mayMove()) {
            for (int[] positions : selections) {
                boolean[] chosen = new boolean[pass.batch().size()];
                for (int at : positions) {
                    chosen[at] = true;
                }
                count(pass.batch().ids(), chosen);
            }
        }
    }

    /** Counts one selection from the examples of these ids. */
    void count(long[] ids, boolean[] chosen) {
        int right = 0;
        int selected = 0;
        int both = 0;
        for (int i = 0; i < ids.length; i++) {
            boolean clean = truth.isPresent() && !truth.get().isWrong(ids[i]);
            right += clean ? 1 : 0;
            selected += chosen[i] ? 1 : 0;
            both += clean && chosen[i] ? 1 : 0;
        }
        if (truth.isPresent()) {
            add(0, both, selected);
            add(1, both, right);
        }
        add(2, selected, ids.length);
    }

    private void add(int which, int part, int whole) {
        if (whole > 0) {
            sums.narrow(0, 2L * which, 1).add_((double) part / whole);
            sums.narrow(0, 2L * which + 1, 1).add_(1);
        }
    }

    /** Writes the means since the last time, and begins anew. */
    void write() {
        double[] values = sums.toDoubles();
        for (int i = 0; i < NAMES.length; i++) {
            if (values[2 * i + 1] > 0) {
                training.log(NAMES[i], values[2 * i] / values[2 * i + 1]);
            }
        }
        sums.zero_();
    }
}
