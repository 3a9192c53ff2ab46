package dev.rote.papers.turnoverdropout;

import static dev.rote.papers.turnoverdropout.Experiments.LEAKY;
import static dev.rote.papers.turnoverdropout.Experiments.MEMORY;
import static dev.rote.papers.turnoverdropout.Experiments.ONE;
import static dev.rote.papers.turnoverdropout.Experiments.SCORED;
import static dev.rote.papers.turnoverdropout.Experiments.TRAINED;
import static dev.rote.papers.turnoverdropout.Experiments.TWIN;

import dev.rote.claims.Arms;
import dev.rote.claims.Checks;
import dev.rote.claims.Claim;
import dev.rote.claims.Observation;
import dev.rote.runs.RunResult;
import java.util.List;

/** Claims about the net that never saw an example. */
final class MaskClaims {

    private MaskClaims() {}

    static List<Claim> claims() {
        return List.of(
                new Claim(
                        "C10.1",
                        "An example's mask is a function of seed, layer and index: a second run has the same",
                        "method",
                        "no reading and no score differs between two runs of one recipe, number for number",
                        "",
                        Checks.everySeed(arms -> Observation.start()
                                .atMost("different", Look.different(arms.get(SCORED), arms.get(TWIN)), 0))),
                new Claim(
                        "C10.1b",
                        "With every hidden layer masked and nothing outside of the masks, the net under the flipped mask is"
                                + " not moved by the example at all",
                        "method; the conditions are ours",
                        "over 20 steps of plain gradient descent on one example its flipped loss stays bit for bit, while"
                                + " its own loss falls; with one layer not masked it moves",
                        "",
                        Checks.everySeed(MaskClaims::unlearned)),
                new Claim(
                        "C10.2",
                        "Wrongly labelled examples have more influence on themselves than others",
                        "experiments",
                        "area under the ROC curve of self-influence at least 0.75 at 20 % wrong labels",
                        "",
                        Checks.everySeed(arms ->
                                Observation.start().atLeast("area", Look.auc(arms.get(SCORED), MEMORY, 1), 0.75))),
                new Claim(
                        "C10.2b",
                        "They do so early and late",
                        "ours, a stricter C10.2 for the small setting",
                        "area at least 0.8 after 10 and after 40 epochs",
                        "",
                        Checks.everySeed(arms -> Observation.start()
                                .atLeast("area early", Look.auc(arms.get(SCORED), MEMORY, 1), 0.8)
                                .atLeast("area late", Look.auc(arms.get(TRAINED), MEMORY, 1), 0.8)
                                .see("area of the loss, early", Look.auc(arms.get(SCORED), "example-loss", 1))
                                .see("area of the loss, late", Look.auc(arms.get(TRAINED), "example-loss", 1)))),
                new Claim(
                        "C10.3",
                        "The loss of training examples under the flipped mask is about that of held-out examples; under the"
                                + " own mask it is lower",
                        "experiments, learning curves",
                        "after 10 epochs the flipped loss of rightly labelled examples is within 25 % of that of held-out"
                                + " ones, the own loss below both",
                        "",
                        Checks.everySeed(arms -> likeHeldOut(arms, 0.25))),
                new Claim(
                        "C10.3b",
                        "So it is within 30 %",
                        "ours, C10.3 at the tolerance of the small setting",
                        "the same within 30 %",
                        "",
                        Checks.everySeed(arms -> likeHeldOut(arms, 0.3))));
    }

    private static Observation unlearned(Arms arms) {
        double own = Look.moved(arms.get(ONE), Look.OWN + "train");
        double leak = Look.moved(arms.get(LEAKY), Look.FLIPPED + "train");
        boolean falls = arms.get(ONE).last(Look.OWN + "train")
                < arms.get(ONE).readings(Look.OWN + "train").values().get(0);
        return Observation.start()
                .atMost("flipped loss moved by", Look.moved(arms.get(ONE), Look.FLIPPED + "train"), 0)
                .see("own loss moved by", own)
                .see("flipped loss moved by, one layer not masked", leak)
                .and(falls && leak > 0);
    }

    private static Observation likeHeldOut(Arms arms, double tolerance) {
        RunResult run = arms.get(SCORED);
        double own = run.last(Look.OWN + "uncorrupted");
        double heldOut = run.last(Look.OWN + "clean");
        double flipped = run.last(Look.FLIPPED + "uncorrupted");
        return Observation.start()
                .see("flipped loss", flipped)
                .see("held-out loss", heldOut)
                .within("ratio", Look.flippedOverHeldOut(run), 1 - tolerance, 1 + tolerance)
                .see("own loss", own)
                .and(own < flipped && own < heldOut);
    }
}
