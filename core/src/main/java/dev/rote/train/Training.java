package dev.rote.train;

import dev.rote.data.Dataset;
import dev.rote.nets.Model;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** A run while it lives: all that a method may ask of it. */
public interface Training {

    /** Where the training is. */
    Clock clock();

    /** The model being trained. */
    Model model();

    /**
     * A data part: train, test, validation, holdout, clean.
     *
     * @throws IllegalArgumentException when the recipe's data have no such part
     */
    Dataset data(String part);

    /**
     * Running state that survives from step to step and through a resume.
     *
     * @param name unique in the training; a method puts its own name in front
     * @param initial makes it at the first call
     */
    Tensor keep(String name, Supplier<Tensor> initial);

    /** A tensor that is trained beside the model and absent at evaluation; saved like {@link #keep}. */
    Tensor parameter(String name, Supplier<Tensor> initial);

    /** All that the optimizer moves: the model's parameters, then what is trained beside it so far. */
    List<Tensor> parameters();

    /**
     * A model of the same net with weights of its own draw, for methods that begin anew; freed with the caller's scope.
     *
     * @param who names the draw: the same name gives the same weights
     */
    Model another(String who);

    /**
     * The model of a run that the recipe needs and that was carried out first; not trained, freed by the training.
     *
     * @throws IllegalArgumentException when the recipe needs no run of that name
     */
    Model need(String name);

    /**
     * What a score said in a run that the recipe needs and that was carried out first: value by example id.
     *
     * @throws IllegalArgumentException when the recipe needs no run of that name, or it takes no such score
     */
    Map<Long, Double> scores(String run, String score);

    /** Forgets the optimizer's state, its moments and its count of moves: what follows is trained as from the first step. */
    void restart();

    /** The run's randomness under a name, the same at every step; key it by step where it should change. */
    Seeds random(String who);

    /** Writes a reading of the present step. */
    void log(String name, double value);

    /** A table of the run, made with these columns at the first call. */
    Table table(String name, String... columns);

    /** Ends the training after this step, for a reason that is written down. */
    void stop(String reason);
}
