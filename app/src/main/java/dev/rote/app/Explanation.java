package dev.rote.app;

import dev.rote.nets.Activation;
import dev.rote.nets.OutputGradient;
import dev.rote.nets.TwoLayer;
import dev.rote.runs.Combination;
import dev.rote.runs.Probe;
import dev.rote.runs.Recipe;
import dev.rote.train.Loss;
import dev.rote.train.Method;
import dev.rote.train.Training;
import dev.rote.train.Update;
import dev.rote.yaml.Binder;
import dev.rote.yaml.Kinds;
import dev.rote.yaml.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A recipe in words: what is trained on what, and what wraps what. */
final class Explanation {

    private final Recipe recipe;
    private final Kinds kinds;

    Explanation(Recipe recipe, Kinds kinds) {
        this.recipe = recipe;
        this.kinds = kinds;
    }

    /** One line for each thing there is to say. */
    List<String> sentences() {
        List<String> lines = new ArrayList<>();
        lines.add(recipe.name() + ", seed " + recipe.seed()
                + recipe.dataSeed().map(seed -> ", data from seed " + seed).orElse(""));
        Combination.check(recipe);
        lines.add("Data:      " + words(recipe.data()) + each(", then ", recipe.prepare())
                + each(", spoiled by ", recipe.noise())
                + recipe.roles().entrySet().stream()
                        .map(role -> ", " + role.getValue() + " as " + role.getKey())
                        .collect(Collectors.joining())
                + each(", varied by ", recipe.augment()));
        lines.add("Net:       " + words(recipe.net()));
        lines.add("Loss:      " + nested(words(recipe.loss()), "loss", Loss.class));
        lines.add("Update:    "
                + nested(words(recipe.optimizer()) + ", schedule " + words(recipe.schedule()), "update", Update.class));
        lines.add("Gradient:  " + gradient());
        recipe.needs()
                .forEach((name, needed) -> lines.add("Needs:     " + name + ", carried out first: "
                        + words(needed.net()) + " on " + words(needed.data()) + ", " + length(needed)));
        lines.add("Length:    " + length(recipe) + ", each step on "
                + (recipe.batchSize() == 0 ? "the whole train part" : recipe.batchSize() + " examples"));
        String rhythm = recipe.logEvery() == 0 ? "once per epoch" : "every " + recipe.logEvery() + " steps";
        lines.add("Measured:  " + rhythm + " unless said otherwise: "
                + recipe.probes().stream().map(this::probe).collect(Collectors.joining(", ")));
        if (!recipe.scores().isEmpty()) {
            lines.add("Scored:    at the end, each example by "
                    + recipe.scores().stream().map(this::words).collect(Collectors.joining(", ")));
        }
        lines.add("Computed:  " + recipe.dtype().name().toLowerCase(Locale.ROOT) + " on "
                + recipe.device().name().toLowerCase(Locale.ROOT));
        return lines;
    }

    private static String length(Recipe recipe) {
        return recipe.epochs() > 0 ? recipe.epochs() + " epochs" : recipe.steps() + " steps";
    }

    private String each(String lead, List<?> values) {
        return values.stream().map(value -> lead + words(value)).collect(Collectors.joining());
    }

    private String probe(Probe probe) {
        String when =
                probe.at().isEmpty() ? (probe.every() == 0 ? "" : " every " + probe.every()) : " at " + probe.at();
        return probe.measure().name() + when;
    }

    private String gradient() {
        if (recipe.gradient() == Recipe.GradientPath.AUTOGRAD) {
            return "by automatic differentiation, as the recipe says";
        }
        List<String> wrapping = wrapping("loss", Loss.class);
        if (!wrapping.isEmpty()) {
            return "by automatic differentiation, because " + String.join(" and ", wrapping) + " changes the loss";
        }
        boolean hand = recipe.net() instanceof TwoLayer net
                && (net.activation() == Activation.SQUARE || net.activation() == Activation.RELU)
                && !net.batchNorm()
                && recipe.loss() instanceof OutputGradient;
        return hand ? "written by hand, over " + recipe.lanes() + " lanes" : "by automatic differentiation";
    }

    private String nested(String inner, String function, Class<?> type) {
        String text = inner;
        for (String method : wrapping(function, type)) {
            text = method + " around (" + text + ")";
        }
        return text;
    }

    private List<String> wrapping(String function, Class<?> type) {
        return recipe.methods().stream()
                .filter(method -> overrides(method, function, type))
                .map(this::words)
                .toList();
    }

    private static boolean overrides(Method method, String function, Class<?> type) {
        try {
            return method.getClass().getMethod(function, type, Training.class).getDeclaringClass() != Method.class;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A value as its kind and fields on one line: {@code sam (rho 0.05, m 0)}. */
    private String words(Object value) {
        String name = kinds.name(value);
        String fields = Yaml.write(new Binder(kinds).toTree((Record) value))
                .lines()
                .filter(line -> !line.startsWith("kind:"))
                .map(line -> line.strip().replaceFirst(":", ""))
                .collect(Collectors.joining(", "));
        return fields.isEmpty() || fields.equals("{}") ? name : name + " (" + fields + ")";
    }
}
