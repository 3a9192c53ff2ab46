package dev.rote.app;

import dev.rote.app.catalog.Entry;
import dev.rote.data.Augmentation;
import dev.rote.data.Preparation;
import dev.rote.data.Source;
import dev.rote.measures.Measure;
import dev.rote.nets.Net;
import dev.rote.noise.Noise;
import dev.rote.scores.ExampleScore;
import dev.rote.train.Loss;
import dev.rote.train.Method;
import dev.rote.train.Optimizer;
import dev.rote.train.Schedule;
import dev.rote.yaml.Binder;
import dev.rote.yaml.Kinds;
import dev.rote.yaml.Yaml;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lists what a recipe can name. */
@Command(
        name = "list",
        description = "Lists what a recipe can name, with defaults and sources.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  rote list methods"})
final class ListCommand implements Callable<Integer> {

    /** What can be listed. */
    enum What {
        METHODS(Method.class),
        LOSSES(Loss.class),
        NETS(Net.class),
        MEASURES(Measure.class),
        SCORES(ExampleScore.class),
        NOISE(Noise.class),
        DATA(Source.class),
        PREPARATIONS(Preparation.class),
        AUGMENTATIONS(Augmentation.class),
        OPTIMIZERS(Optimizer.class),
        SCHEDULES(Schedule.class);

        private final Class<?> family;

        What(Class<?> family) {
            this.family = family;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final String SURVEY = """
            survey: properties by Song et al. 2022, table II; o yes, x no, - partly
              P1 works with any architecture            P4 needs no clean set, noise rate or transition matrix
              P2 needs no pre-training                  P5 stands heavy noise
              P3 learns from all examples               P6 stands noise that depends on the example
            """;

    @Parameters(paramLabel = "WHAT", description = "One of: ${COMPLETION-CANDIDATES}.")
    What what;

    @Mixin
    Resources resources;

    @Mixin
    Output output;

    @Override
    public Integer call() {
        Kinds kinds = resources.catalog().kinds();
        Map<String, Entry<?>> own = new LinkedHashMap<>();
        Catalog.entries(what.family).forEach(entry -> own.put(entry.name(), entry));
        List<Map<String, String>> rows = new ArrayList<>();
        for (String name : kinds.names(what.family)) {
            Entry<?> entry = own.get(name);
            Map<String, String> row = new LinkedHashMap<>();
            row.put("name", name);
            row.put("says", entry == null ? "from a jar given with --with" : entry.line());
            row.put("source", entry == null ? "" : entry.source());
            row.put("properties", entry == null ? "" : entry.properties());
            row.put("defaults", defaults(kinds, (Record) kinds.prototype(what.family, name)));
            rows.add(row);
        }
        if (output.json()) {
            output.json(Map.of("list", rows));
            return Main.OK;
        }
        if (rows.stream().anyMatch(row -> !row.getOrDefault("properties", "").isEmpty())) {
            output.text().println(SURVEY);
        }
        for (Map<String, String> row : rows) {
            output.text().printf("%-20s %s%n", row.get("name"), row.get("says"));
            String source = row.getOrDefault("source", "");
            String defaults = row.getOrDefault("defaults", "");
            if (!source.isEmpty()) {
                output.text().printf("%-20s   source: %s%n", "", source);
            }
            String properties = row.getOrDefault("properties", "");
            if (!properties.isEmpty()) {
                output.text().printf("%-20s   survey: %s%n", "", words(properties));
            }
            if (!defaults.isEmpty()) {
                output.text().printf("%-20s   defaults: %s%n", "", defaults);
            }
        }
        return Main.OK;
    }

    /** {@code P1 o, P2 x, ...}. */
    private static String words(String properties) {
        return IntStream.range(0, properties.length())
                .mapToObj(i -> "P" + (i + 1) + " " + properties.charAt(i))
                .collect(Collectors.joining(", "));
    }

    private static String defaults(Kinds kinds, Record prototype) {
        return Yaml.write(new Binder(kinds).toTree(prototype))
                .lines()
                .filter(line -> !line.startsWith("kind:") && !line.equals("{}"))
                .map(String::strip)
                .collect(Collectors.joining(", "));
    }
}
