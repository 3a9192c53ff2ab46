package dev.rote.data.prepare;

import dev.rote.data.Examples;
import dev.rote.data.Parts;
import dev.rote.data.Preparation;
import dev.rote.data.Target;
import dev.rote.tensor.Seeds;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Keeps some of the classes, in every part, and numbers them anew: the first of {@code keep} becomes class 0, the next 1.
 *
 * <p>The test examples of all other classes may stay as a part of their own: to see what a net says of inputs that are none of
 * its classes. All of them get label 0, which means nothing; readings that compare with targets mean nothing there. Source of
 * this use: Byrd and Lipton 2019, whose cat-or-dog nets look at the eight other classes of CIFAR-10.
 *
 * @param keep classes as the source numbers them, each once, at least two
 * @param rest the name of the part with the test examples of all other classes; empty for none
 */
public record KeepClasses(List<Integer> keep, String rest) implements Preparation {

    /** The first two classes; the others' test examples become {@code others}. */
    public KeepClasses() {
        this(List.of(0, 1), "others");
    }

    public KeepClasses {
        keep = List.copyOf(keep);
        if (keep.size() < 2 || Set.copyOf(keep).size() < keep.size()) {
            throw new IllegalArgumentException("keep must name at least two classes, each once, was " + keep);
        }
    }

    /**
     * @throws IllegalArgumentException when a class is not there, a part has no example left, or the part for the rest is there
     *     already
     */
    @Override
    public Parts apply(Parts parts, Seeds seeds) {
        Parts kept = Every.part(parts, "classes", (name, part) -> relabelled(part, name, true));
        if (rest.isEmpty()) {
            return kept;
        }
        if (parts.byName().containsKey(rest)) {
            throw new IllegalArgumentException("rest must be the name of a new part, not one of "
                    + parts.byName().keySet() + ", was " + rest);
        }
        Examples test = Examples.of(parts.get("test"), "classes");
        return kept.with(rest, relabelled(test, rest, false));
    }

    /** The examples of the classes to keep, or all others. */
    private Examples relabelled(Examples part, String name, boolean kept) {
        if (!(part.target() instanceof Target.Classes classes)) {
            throw new IllegalArgumentException("classes needs classes as target, was " + part.target());
        }
        if (keep.stream().anyMatch(label -> label < 0 || label >= classes.count())) {
            throw new IllegalArgumentException(
                    "keep must hold classes from 0 to " + (classes.count() - 1) + ", was " + keep);
        }
        int[] labels = part.labels();
        int[] chosen = IntStream.range(0, labels.length)
                .filter(at -> keep.contains(labels[at]) == kept)
                .toArray();
        if (chosen.length == 0) {
            throw new IllegalArgumentException("part " + name + " has no examples left, its classes are "
                    + new TreeSet<>(IntStream.of(labels).boxed().toList()) + ", kept are " + keep);
        }
        int[] fresh = new int[chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            fresh[i] = Math.max(0, keep.indexOf(labels[chosen[i]]));
        }
        return part.at(chosen).with(fewer(classes), fresh);
    }

    private Target.Classes fewer(Target.Classes classes) {
        return classes.names().isEmpty()
                ? new Target.Classes(keep.size())
                : new Target.Classes(keep.stream().map(classes::name).toList());
    }
}
