package dev.rote.papers.noisylabels;

import dev.rote.runs.Recipe;

/**
 * A method or loss against wrong labels, as an arm.
 *
 * @param id the second half of its arms' names
 * @param title what a reader is shown
 * @param group the survey's group
 * @param change the plain recipe under cross-entropy to that of the arm
 */
record Remedy(String id, String title, Group group, Change change) {

    /** The survey's groups (Table II). */
    enum Group {
        PLAIN("nothing against wrong labels"),
        ARCHITECTURE("robust architecture"),
        REGULARISATION("robust regularisation"),
        LOSS("robust loss function"),
        ADJUSTMENT("loss adjustment"),
        SELECTION("sample selection");

        private final String title;

        Group(String title) {
            this.title = title;
        }

        /** What a reader is shown. */
        String title() {
            return title;
        }
    }

    /** Makes the arm of a plain recipe. */
    @FunctionalInterface
    interface Change {
        /** The recipe with the remedy, which may be told the noise. */
        Recipe of(Recipe plain, Spoiling spoiling);
    }

    /** The name of the arm under that noise: {@code sym-50-gce}. */
    static String arm(Spoiling spoiling, String id) {
        return spoiling.id() + "-" + id;
    }

    /** The arm, made of a recipe under cross-entropy with this noise. */
    Recipe on(Recipe plain, Spoiling spoiling) {
        return change.of(plain, spoiling).withName(arm(spoiling, id));
    }
}
