package dev.rote.methods;

import dev.rote.data.Dataset;
import dev.rote.data.Target;
import dev.rote.nets.Model;
import dev.rote.tensor.Autograd;
import dev.rote.tensor.Scope;
import dev.rote.train.Clock;
import dev.rote.train.Loss;
import dev.rote.train.Method;
import dev.rote.train.Require;
import dev.rote.train.Training;
import dev.rote.train.Update;

/**
 * INCV, iterative noisy cross-validation (Chen et al. 2019, algorithms 1 and 2): examples whose label is predicted by a net that
 * was trained on others are selected, and a fresh net is trained on them alone.
 *
 * <p>The steps before the final share are cut into two phases a round, as equal as can be. At the start of a round the candidates
 * are halved at random. In each phase a fresh net, with the optimizer begun anew, learns from one half and from what earlier rounds
 * selected; at the end it predicts the other half. Where its largest output is the label's the example is selected, and of the rest
 * those with the largest losses are removed for good: {@code min(2, e / (1 - e))} times as many as were selected, less those
 * among them that were. The noise rate e is told from the first phase: under symmetric noise a share
 * {@code (1 - e)^2 + e^2 / (K - 1)} of the predictions agrees with the labels ({@link Agreement}),
 * once the net has learnt wrong labels by heart; before, e comes out too low.
 *
 * <p>Rows that a phase does not learn from are left out of their batch; a batch without others is skipped. Readings, at the end
 * of each round: label-precision, label-recall and selected, over all training examples; incv.noise_rate once.
 *
 * <p>Deviations: the last net of a phase predicts, not the best on the half that is predicted; learning-rate schedules run over
 * the whole training; the final training is plain, not co-teaching.
 *
 * @param rounds at least 1
 * @param finalShare share of the steps for the training on what was selected, in (0, 1)
 */
public record Incv(int rounds, double finalShare) implements Method {

    private static final String NAME = "incv";

    /** The paper's four rounds; half of the steps for what follows them. */
    public Incv() {
        this(4, 0.5);
    }

    public Incv {
        Require.atLeast(1, "rounds", rounds);
        Require.that(finalShare > 0 && finalShare < 1, "final_share", "in (0, 1)", finalShare);
    }

    @Override
    public Loss loss(Loss inner, Training training) {
        Dataset train = training.data("train");
        if (!(train.target() instanceof Target.Classes)) {
            throw new IllegalArgumentException("incv needs classes as target, was " + train.target());
        }
        long before = start(2 * rounds, training.clock());
        if (before < 2 * rounds) {
            throw new IllegalArgumentException("incv needs a step for each of its " + 2 * rounds
                    + " phases, but before the final share there are " + before);
        }
        Candidates candidates = Candidates.of(training, NAME);
        return pass -> {
            int phase = phase(pass.clock());
            int[] rows = candidates.taught(pass.batch().ids(), phase == 2 * rounds ? -1 : phase % 2);
            return rows.length == 0 ? pass.model().place().zeros(0) : inner.perExample(pass.rows(rows));
        };
    }

    @Override
    public Update update(Update inner, Training training) {
        return (model, gradient) -> {
            Clock clock = training.clock();
            int phase = phase(clock);
            if (clock.step() == start(phase, clock)) {
                begin(phase, model, training);
            }
            return inner.step(model, gradient);
        };
    }

    /** Ends the phase before, if there is one, and prepares the next. */
    private void begin(int phase, Model model, Training training) {
        Candidates candidates = Candidates.of(training, NAME);
        if (phase > 0) {
            candidates.judge(model, phase % 2);
            renew(model, training, phase);
        }
        if (phase % 2 == 0) {
            boolean any = phase == 0 || candidates.close();
            if (phase < 2 * rounds) {
                candidates.halve(training.random(NAME).of(phase));
            } else if (!any) {
                training.stop("incv selected no example");
            }
        }
    }

    private static void renew(Model model, Training training, int phase) {
        try (Scope scope = Scope.open();
                Autograd.Guard guard = Autograd.noGrad()) {
            Model fresh = training.another(NAME + "." + phase);
            model.parameters()
                    .forEach((name, tensor) -> tensor.copy_(fresh.parameters().get(name)));
            model.buffers()
                    .forEach((name, tensor) -> tensor.copy_(fresh.buffers().get(name)));
        }
        training.restart();
    }

    /** The first step of a phase, counted from 0; the final phase is number 2 * rounds. */
    private long start(int phase, Clock clock) {
        return (long) Math.floor(clock.steps() * (1 - finalShare) * phase / (2 * rounds));
    }

    private int phase(Clock clock) {
        int phase = 2 * rounds;
        while (clock.step() < start(phase, clock)) {
            phase--;
        }
        return phase;
    }
}
