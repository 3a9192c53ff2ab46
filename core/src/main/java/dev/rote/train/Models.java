package dev.rote.train;

import dev.rote.nets.Model;
import dev.rote.tensor.Seeds;
import java.util.Map;

/**
 * Models besides the one that is trained, and what was said of examples by them: what a {@link Loop} needs to answer {@link
 * Training#another}, {@link Training#need} and {@link Training#scores}.
 */
public interface Models {

    /** None: for trainings whose methods ask for no other model. */
    Models NONE = new Models() {
        @Override
        public Model another(Seeds seeds) {
            throw new IllegalArgumentException("this training cannot make another model of its net");
        }

        @Override
        public Model finished(String name) {
            throw new IllegalArgumentException("there is no finished run '" + name + "'; name it under needs");
        }
    };

    /** A model of the same net, its weights drawn from these seeds; freed with the caller's scope. */
    Model another(Seeds seeds);

    /**
     * The model of a needed run; freed by whoever made these models.
     *
     * @throws IllegalArgumentException when there is none of that name
     */
    Model finished(String name);

    /**
     * What a score of a needed run said: value by example id.
     *
     * @throws IllegalArgumentException when there is no such run, or it takes no such score
     */
    default Map<Long, Double> scores(String run, String score) {
        throw new IllegalArgumentException("there is no finished run '" + run + "'; name it under needs");
    }
}
