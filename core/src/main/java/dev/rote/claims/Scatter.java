package dev.rote.claims;

import java.util.List;

/**
 * Points in named groups: each neuron's batch-norm scale against its IPR.
 *
 * @param groups the groups, in the order of the legend
 */
public record Scatter(String id, String title, String caption, Axis x, Axis y, List<Group> groups) implements Figure {

    /** Throws {@link IllegalArgumentException} for a bad id, a blank title, or two groups of one name. */
    public Scatter {
        Rules.figure(id, title);
        groups = List.copyOf(groups);
        Rules.distinct(
                "groups of figure " + id, groups.stream().map(Group::name).toList());
    }

    /**
     * Points of one colour.
     *
     * @param x one value for each point; points with a not-a-number in x or y are left out
     * @param y as many values as x
     */
    public record Group(String name, List<Double> x, List<Double> y) {

        /** Throws {@link IllegalArgumentException} when lengths differ or the name is blank. */
        public Group {
            Rules.named("group name", name);
            x = List.copyOf(x);
            y = List.copyOf(y);
            Rules.sameLength("y of group " + name, y, x);
        }

        /** The same from arrays. */
        public static Group of(String name, double[] x, double[] y) {
            return new Group(name, Rules.list(x), Rules.list(y));
        }
    }
}
