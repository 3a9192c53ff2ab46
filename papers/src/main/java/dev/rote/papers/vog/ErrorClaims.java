package dev.rote.papers.vog;

import dev.rote.claims.Arms;
import dev.rote.claims.Checks;
import dev.rote.claims.Claim;
import dev.rote.claims.Observation;
import dev.rote.papers.Protocol;
import dev.rote.runs.RunResult;
import java.util.List;

/** Claims VoG-t to VoG-s: what a high score says of test examples. */
final class ErrorClaims {

    private static final String WHERE = "section 4, error by percentile of VoG";

    private ErrorClaims() {}

    static List<Claim> claims() {
        return List.of(
                new Claim(
                        "VoG-t",
                        "In the early stage of a toy, VoG falls with the distance to the decision boundary",
                        "section 3, toy",
                        "rank correlation of VoG over the first five epochs and the size of the margin below 0",
                        "a figure without numbers",
                        Checks.everySeed(arms -> {
                            double correlation = Seen.toy(arms.get(Experiments.TOY));
                            return Observation.start()
                                    .see("rank correlation", correlation)
                                    .and(correlation < 0);
                        })),
                highest("VoG-d", "Test errors gather in the tenth of highest VoG", Experiments.CNN, WHERE),
                new Claim(
                        "VoG-h",
                        "A net is more often right on test examples of low VoG",
                        "abstract",
                        "train accuracy >= 95 %; accuracy on the half of lowest late VoG at least that on all",
                        "figures without numbers",
                        Checks.everySeed(ErrorClaims::lowest)),
                new Claim(
                        "VoG-r",
                        "Test error rises with VoG",
                        WHERE,
                        "train accuracy >= 95 %; area under the ROC curve of late VoG for errors above 0.5",
                        "figures without numbers",
                        Checks.everySeed(arms -> {
                            RunResult run = arms.get(Experiments.CNN);
                            double auc = Seen.aucOfErrors(run, Seen.LATE);
                            return fitted(run).see("AUC", auc).and(auc > 0.5);
                        })),
                new Claim(
                        "VoG-s",
                        "The late stage orders examples by difficulty better than the early one",
                        "section 4.2, early and late stage",
                        "area under the ROC curve for errors, late at least early",
                        "figures without numbers",
                        Checks.onMeans(means -> {
                            double late = means.of(Experiments.CNN, run -> Seen.aucOfErrors(run, Seen.LATE));
                            double early = means.of(Experiments.CNN, run -> Seen.aucOfErrors(run, Seen.EARLY));
                            return Observation.start()
                                    .see("early", early)
                                    .see("late", late)
                                    .and(late >= early);
                        })),
                highest(
                        "VoG-d-mlp",
                        "The same with an MLP",
                        Experiments.MLP,
                        "ours: the paper has convolutional nets only; a trial with MLPs did not show it"),
                Protocol.unless(
                        highest("VoG-pub", "The same on CIFAR-10 with ResNet-18", Experiments.CIFAR, WHERE),
                        "CIFAR-10 with ResNet-18 for 200 epochs is part of the paper scale: hours on a GPU"));
    }

    private static Claim highest(String id, String says, String arm, String where) {
        return new Claim(
                id,
                says,
                where,
                "train accuracy >= 95 %; error of the tenth of highest late VoG >= 1.4 times the overall error",
                "figures without numbers",
                Checks.everySeed(arms -> {
                    RunResult run = arms.get(arm);
                    double[] deciles = Seen.deciles(run, Seen.LATE);
                    double overall = Seen.error(run);
                    return fitted(run)
                            .see("overall error", overall)
                            .see("lowest tenth", deciles[0])
                            .see("highest tenth", deciles[9])
                            .atLeast("ratio", deciles[9] / overall, 1.4);
                }));
    }

    private static Observation fitted(RunResult run) {
        return Observation.start().atLeast("train accuracy", Seen.train(run), 0.95);
    }

    private static Observation lowest(Arms arms) {
        RunResult run = arms.get(Experiments.CNN);
        double all = 1 - Seen.error(run);
        double half = Seen.lowestHalf(run);
        return fitted(run).see("all", all).see("lowest half", half).and(half >= all);
    }
}
