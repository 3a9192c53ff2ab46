package dev.rote.papers.grokornot;

import dev.rote.claims.Scale;
import dev.rote.papers.Protocol;
import dev.rote.runs.Recipe;
import dev.rote.runs.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Which runs a scale is made of.
 *
 * <p>The desk scale is to fit into a quarter of an hour on two cores, 1800 core seconds, with one worker for each run. A step of
 * the two-layer net at full size (p = 97, N = 500, alpha = 0.5) takes about 25 ms of one core, its measurements included, with
 * dropout somewhat more; at p = 53 about 3 ms. Measured as processor time, with three seeds:
 *
 * <table>
 * <caption>Budget of the desk scale</caption>
 * <tr><th>arms</th><th>steps x seeds</th><th>core seconds</th></tr>
 * <tr><td>grokking, decay 0, 5, 15</td><td>(100 + 1000 + 500 + 500) x 3</td><td>140</td></tr>
 * <tr><td>decay 20; decay 15 for long</td><td>5000 x 3; 2000 x 2</td><td>420</td></tr>
 * <tr><td>dropout 0.3, 0.6, 0.7; 0.9</td><td>3000 x 3; 500 x 1</td><td>330</td></tr>
 * <tr><td>search: 500 and 1000 neurons, alpha 0.5 and 0.7</td><td>3000 x 2</td><td>160</td></tr>
 * <tr><td>batch norm, minibatch</td><td>4000 x 2, 64 rows</td><td>15</td></tr>
 * <tr><td>multiplication</td><td>2200 x 1</td><td>40</td></tr>
 * <tr><td>p = 53: decay; table; relu; cross-entropy</td><td>3000 x 2; 25600; 4000; 6400</td><td>120</td></tr>
 * <tr><td>p = 53: Transformer; three-layer MLP</td><td>3600; 8000</td><td>420</td></tr>
 * <tr><td>closed form</td><td>0</td><td>5</td></tr>
 * </table>
 *
 * <p>The paper scale has the same runs of the two-layer net, the other nets as published, and every phase diagram: thousands of
 * runs, days on a desk.
 */
final class Experiments {

    private Experiments() {}

    static List<Recipe> recipes(Scale scale, int seeds) {
        List<Recipe> recipes = switch (scale) {
            case SMOKE -> desk(1).stream().map(Shrunk::recipe).toList();
            case DESK -> desk(seeds);
            case PAPER -> paper(seeds);
        };
        Workload workload = new Workload();
        return recipes.stream()
                .map(recipe -> Map.entry(workload.of(recipe), recipe))
                .sorted(Map.Entry.<Double, Recipe>comparingByKey().reversed())
                .map(Map.Entry::getValue)
                .toList();
    }

    private static List<Recipe> desk(int seeds) {
        List<Recipe> recipes = new ArrayList<>(shared(seeds));
        int fewer = Math.min(2, seeds);
        recipes.addAll(Protocol.seeded(MainArms.batches(2000), fewer).toList());
        recipes.addAll(Protocol.seeded(OtherNets.small(), 1).toList());
        return recipes;
    }

    private static List<Recipe> paper(int seeds) {
        List<Recipe> recipes = new ArrayList<>(shared(seeds));
        recipes.addAll(Protocol.seeded(MainArms.batches(8000), seeds).toList());
        recipes.addAll(Protocol.seeded(OtherNets.published(), seeds).toList());
        recipes.addAll(Protocol.seeded(Grids.published(), 1).toList());
        return recipes;
    }

    /** What desk and paper scale have in common: the two-layer net is run at full size on either. */
    private static List<Recipe> shared(int seeds) {
        int fewer = Math.min(2, seeds);
        List<Recipe> recipes = new ArrayList<>();
        recipes.addAll(Protocol.seeded(MainArms.decayAndDropout(), seeds).toList());
        recipes.addAll(
                Protocol.seeded(List.of(MainArms.fourTimesAsLong()), fewer).toList());
        recipes.addAll(Protocol.seeded(AnalyticClaims.recipes(), seeds).toList());
        recipes.addAll(Protocol.seeded(SideArms.small(), fewer).toList());
        recipes.addAll(Protocol.seeded(SideArms.search(), fewer).toList());
        recipes.addAll(Protocol.seeded(SideArms.multiplication(), 1).toList());
        recipes.addAll(Protocol.seeded(SideArms.relu(), 1).toList());
        recipes.addAll(Protocol.seeded(SideArms.entropy(), 1).toList());
        recipes.addAll(Protocol.seeded(List.of(MainArms.confusion()), 1).toList());
        recipes.addAll(Protocol.seeded(Grids.smallTable(), 1).toList());
        return recipes;
    }
}
