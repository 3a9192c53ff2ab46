package dev.rote.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rote.runs.RunResult;
import dev.rote.yaml.Binder;
import dev.rote.yaml.FieldPath;
import dev.rote.yaml.Kinds;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The axes along which runs differ, name and seed apart, and where on them each run stands, in words. */
final class RunFields {

    private static final Set<String> APART = Set.of("name", "seed");

    /** By identity, because the hash of a run would go through all its readings. */
    private final Map<RunResult, ObjectNode> trees = new IdentityHashMap<>();

    private final Map<String, AxisWords> words = new LinkedHashMap<>();

    /**
     * Looks at runs.
     *
     * @param axes as a sweep names them; where there are none, the fields of the recipe in which runs of one name differ
     */
    RunFields(List<RunResult> runs, Collection<String> axes, Kinds kinds) {
        Binder binder = new Binder(kinds);
        runs.forEach(run -> trees.put(run, binder.toTree(run.recipe())));
        for (String axis : axes.isEmpty() ? differing(runs) : axes) {
            if (!APART.contains(axis)) {
                words.put(
                        axis,
                        new AxisWords(
                                axis, runs.stream().map(run -> field(run, axis)).toList()));
            }
        }
    }

    private Set<String> differing(List<RunResult> runs) {
        Map<String, JsonNode> seen = new HashMap<>();
        Set<String> differing = new LinkedHashSet<>();
        for (RunResult run : runs) {
            for (Map.Entry<String, JsonNode> field : tree(run).properties()) {
                JsonNode before = seen.putIfAbsent(run.recipe().name() + "\n" + field.getKey(), field.getValue());
                if (before != null && !before.equals(field.getValue())) {
                    differing.add(field.getKey());
                }
            }
        }
        return differing;
    }

    private ObjectNode tree(RunResult run) {
        return Objects.requireNonNull(trees.get(run));
    }

    JsonNode field(RunResult run, String path) {
        return FieldPath.get(tree(run), path);
    }

    /** Where a run stands on each axis but those left out. */
    Map<String, String> values(RunResult run, Collection<String> leftOut) {
        Map<String, String> values = new LinkedHashMap<>();
        words.forEach((axis, text) -> {
            if (!leftOut.contains(axis)) {
                values.put(axis, text.of(field(run, axis)));
            }
        });
        return values;
    }

    /** The same on one line; empty where there are no axes. */
    String place(RunResult run, String... leftOut) {
        return String.join(", ", values(run, List.of(leftOut)).values());
    }

    /** Runs that differ in their seed alone, together; of runs of one recipe the first. */
    List<List<RunResult>> bySeeds(List<RunResult> runs) {
        Set<Object> seen = new HashSet<>();
        Map<Object, List<RunResult>> groups = new LinkedHashMap<>();
        for (RunResult run : runs) {
            if (seen.add(run.recipe())) {
                groups.computeIfAbsent(run.recipe().withSeed(0), recipe -> new ArrayList<>())
                        .add(run);
            }
        }
        return List.copyOf(groups.values());
    }

    /** The groups of runs by where they stand on the axes, in words. */
    Map<Map<String, String>, List<RunResult>> byPlace(List<RunResult> runs) {
        return bySeeds(runs).stream()
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(run -> values(run, Set.of()), LinkedHashMap::new, Collectors.toList()));
    }
}
