package dev.rote.runs;

import dev.rote.measures.TurnoverAsking;
import dev.rote.methods.TurnoverDropout;
import dev.rote.nets.Twins;
import dev.rote.train.Method;
import dev.rote.train.PairMethod;
import dev.rote.yaml.FieldPath;
import dev.rote.yaml.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What cannot be combined, said before anything is opened. */
public final class Combination {

    private Combination() {}

    /**
     * Looks for what cannot be combined.
     *
     * @throws Problem naming the field and saying why not
     */
    public static void check(Recipe recipe) {
        pairs(recipe);
        masks(recipe);
    }

    /** Whoever asks under the masks of turn-over dropout must ask under those that were trained with. */
    private static void masks(Recipe recipe) {
        Map<String, Object> asking = new LinkedHashMap<>();
        for (int i = 0; i < recipe.probes().size(); i++) {
            asking.put(
                    FieldPath.index("probes", i) + ".measure",
                    recipe.probes().get(i).measure());
        }
        for (int i = 0; i < recipe.scores().size(); i++) {
            asking.put(FieldPath.index("scores", i), recipe.scores().get(i));
        }
        asking.forEach((field, asks) -> {
            if (asks instanceof TurnoverAsking turnover
                    && !recipe.methods().contains(new TurnoverDropout(turnover.layers()))) {
                throw Problem.wrongUse(
                                "asks under the masks of turn-over dropout on the layers " + turnover.layers()
                                        + ", which no method trains with",
                                "write methods: [{kind: turnover-dropout, layers: " + turnover.layers() + "}]")
                        .field(field);
            }
        });
    }

    private static void pairs(Recipe recipe) {
        List<Method> methods = recipe.methods();
        int pair = -1;
        for (int i = 0; i < methods.size(); i++) {
            if (!(methods.get(i) instanceof PairMethod)) {
                continue;
            }
            if (pair >= 0) {
                throw Problem.wrongUse(
                                "trains the two nets of a pair, as method " + pair + " does already",
                                "keep one of the two: a pair can be taught in one way only")
                        .field(FieldPath.index("methods", i));
            }
            if (!(recipe.net() instanceof Twins)) {
                throw Problem.wrongUse("trains two nets side by side", "write net: {kind: twins, net: ...}")
                        .field(FieldPath.index("methods", i));
            }
            pair = i;
        }
    }
}
