package dev.rote.app.catalog;

import dev.rote.scores.ArnoldiInfluence;
import dev.rote.scores.ComplexityGap;
import dev.rote.scores.ExampleLoss;
import dev.rote.scores.ExampleMargin;
import dev.rote.scores.ExampleScore;
import dev.rote.scores.TurnoverInfluence;
import dev.rote.scores.TurnoverMemorization;
import dev.rote.scores.Vog;
import dev.rote.scores.WeightMovement;
import dev.rote.scores.WrongLabel;
import java.util.List;

/** What is said of each single example. */
final class ScoreEntries {

    private ScoreEntries() {}

    static final List<Entry<?>> ALL = List.of(
            entry("example-loss", new ExampleLoss(), "loss of the given label", ""),
            entry("example-margin", new ExampleMargin(), "lead of the given label's output over the next class", ""),
            entry(
                    "turnover-memorization",
                    new TurnoverMemorization(),
                    "loss without less loss with having learned it, by turn-over dropout",
                    "Kobayashi et al. 2020"),
            entry(
                    "turnover-influence",
                    new TurnoverInfluence(),
                    "how far learning it helped on a part, by turn-over dropout",
                    "Kobayashi et al. 2020"),
            entry(
                    "complexity-gap",
                    new ComplexityGap(),
                    "what the example adds to the complexity of the labels, without training",
                    "Nohyun et al. 2023"),
            entry("vog", new Vog(), "how much its input gradient moves about over epochs", "Agarwal et al. 2022"),
            entry(
                    "weight-movement",
                    new WeightMovement(),
                    "how much farther a wide net's weights travel because of the example",
                    "Nohyun et al. 2023, section 3"),
            entry(
                    "arnoldi-influence",
                    new ArnoldiInfluence(),
                    "influence of an example on itself, in the steepest directions",
                    "Schioppa et al. 2022"),
            entry("wrong-label", new WrongLabel(), "the truth: 1 where noise made the label wrong", ""));

    private static Entry<ExampleScore> entry(String name, ExampleScore prototype, String line, String source) {
        return new Entry<>(ExampleScore.class, name, prototype, line, source);
    }
}
