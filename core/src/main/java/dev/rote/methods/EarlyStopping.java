package dev.rote.methods;

import dev.rote.data.Dataset;
import dev.rote.data.Target;
import dev.rote.nets.Model;
import dev.rote.tensor.Autograd;
import dev.rote.tensor.DType;
import dev.rote.tensor.Place;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Tensor;
import dev.rote.train.Loss;
import dev.rote.train.Method;
import dev.rote.train.Moment;
import dev.rote.train.Training;
import java.util.Arrays;

/**
 * Keeps the weights of the epoch with the smallest mean cross-entropy on a part of the data, and puts them back at the end (Prechelt
 * 1998); ends the training when that loss has not fallen for some epochs.
 *
 * <p>The part's labels are those that training would see: validation and holdout are as noisy as the train part, so no clean label
 * chooses the epoch unless the part is {@code clean} or {@code test}. Readings: {@code early-stopping.loss} after each epoch, and
 * at the end {@code early-stopping.epoch}, the epoch whose weights were kept, counted from 1 (0 when none had a finite loss; then the
 * last weights stay). Of equal losses the first counts. Running statistics are kept with the weights.
 *
 * @param part the part looked at; train is allowed for a model whose own data are another part's
 * @param patience epochs without a smaller loss after which the training ends; 0 goes on to the end
 */
public record EarlyStopping(String part, int patience) implements Method {

    private static final String NAME = "early-stopping.";

    /** Looks at the validation part and goes on to the end. */
    public EarlyStopping() {
        this("validation", 0);
    }

    public EarlyStopping {
        if (patience < 0) {
            throw new IllegalArgumentException("patience must be at least 0 (0 goes on to the end), was " + patience);
        }
    }

    /** Changes nothing; refuses a part that there is not, before anything is trained. */
    @Override
    public Loss loss(Loss inner, Training training) {
        if (!(training.data(part).target() instanceof Target.Classes)) {
            throw new IllegalArgumentException("early-stopping needs classes to predict, part " + part + " has none");
        }
        return inner;
    }

    @Override
    public void at(Moment moment, Training training) {
        switch (moment) {
            case EPOCH -> look(training);
            case END -> restore(training);
            case START, STEP -> {}
        }
    }

    private void look(Training training) {
        Dataset data = training.data(part);
        Model model = training.model();
        Tensor best = best(training);
        long epoch = training.clock().epoch();
        try (Scope scope = Scope.open()) {
            double loss = Arrays.stream(Fit.of(model, data, data.ids()).losses())
                    .average()
                    .orElseThrow();
            training.log(NAME + "loss", loss);
            if (loss < best.narrow(0, 0, 1).item()) {
                best.copy_(best.place().of(new double[] {loss, epoch}, 2));
                model.state()
                        .forEach((name, tensor) -> kept(name, tensor, training).copy_(tensor.detach()));
            } else if (patience > 0 && epoch - best.narrow(0, 1, 1).item() >= patience) {
                training.stop("the loss on " + part + " did not fall for " + patience + " epochs");
            }
        }
    }

    private static void restore(Training training) {
        Model model = training.model();
        try (Scope scope = Scope.open();
                Autograd.Guard guard = Autograd.noGrad()) {
            model.state().forEach((name, tensor) -> tensor.copy_(kept(name, tensor, training)));
            training.log(NAME + "epoch", best(training).narrow(0, 1, 1).item());
        }
    }

    /** The smallest loss so far and its epoch, [2]. */
    private static Tensor best(Training training) {
        Place place = training.model().place().with(DType.FLOAT64);
        return training.keep(NAME + "best", () -> place.of(new double[] {Double.POSITIVE_INFINITY, 0}, 2));
    }

    private static Tensor kept(String name, Tensor tensor, Training training) {
        return training.keep(NAME + name, () -> tensor.detach().copy());
    }
}
