package dev.rote.runs;

import dev.rote.nets.Twins;
import dev.rote.train.Method;
import dev.rote.train.PairMethod;
import dev.rote.yaml.FieldPath;
import dev.rote.yaml.Problem;
import java.util.List;

/** What cannot be combined, said before anything is opened. */
public final class Combination {

    private Combination() {}

    /**
     * Looks for what cannot be combined.
     *
     * @throws Problem naming the field and saying why not
     */
    public static void check(Recipe recipe) {
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
