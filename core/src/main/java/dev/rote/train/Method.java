package dev.rote.train;

/**
 * A research idea that changes training: a constant value that wraps the loss, the update, or acts at moments.
 *
 * <p>Override what the method changes; the rest is identity. A method keeps no state of its own: what must survive from step
 * to step is asked of the {@link Training}, which saves and restores it.
 */
public interface Method {

    /** The loss seen from outside, given the one inside. */
    default Loss loss(Loss inner, Training training) {
        return inner;
    }

    /** The update seen from outside, given the one inside. */
    default Update update(Update inner, Training training) {
        return inner;
    }

    /** Acts at a moment. */
    default void at(Moment moment, Training training) {}
}
