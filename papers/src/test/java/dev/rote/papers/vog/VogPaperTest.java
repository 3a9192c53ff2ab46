package dev.rote.papers.vog;

import static dev.rote.papers.images.Readings.TRAIN;

import dev.rote.claims.Paper;
import dev.rote.papers.Made;
import dev.rote.papers.PaperContract;
import dev.rote.runs.Results;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

class VogPaperTest implements PaperContract {

    private static final Paper PAPER = new VogPaper();
    private static final double[] ASCENDING =
            IntStream.range(0, 100).asDoubleStream().toArray();
    private static final double[] DESCENDING =
            IntStream.range(0, 100).mapToDouble(i -> 99 - i).toArray();

    @Override
    public Paper paper() {
        return PAPER;
    }

    @Override
    public Set<String> besideTheAbstract() {
        return Set.of();
    }

    @Override
    public Map<String, Case> cases() {
        Map<String, Case> cases = new LinkedHashMap<>();
        cases.put("VoG-t", new Case(toy(4, 3, 2, 1), toy(1, 2, 3, 4)));
        cases.put("VoG-d", new Case(errors("cnn", 95, 3, 11), errors("cnn", 95, 2, 13)));
        cases.put("VoG-d-mlp", new Case(errors("mlp", 95, 3, 11), errors("mlp", 94.9, 3, 11)));
        cases.put("VoG-pub", new Case(errors("cifar", 100, 3, 11), errors("cifar", 100, 2, 13)));
        cases.put("VoG-h", new Case(errors("cnn", 95, 2, 4), errors("cnn", 94, 2, 4)));
        cases.put("VoG-r", new Case(scored(ASCENDING, DESCENDING), scored(DESCENDING, ASCENDING)));
        cases.put("VoG-s", new Case(scored(ASCENDING, ASCENDING), scored(DESCENDING, ASCENDING)));
        cases.put("VoG-n", new Case(noisy(95, 1), noisy(95, -0.6)));
        cases.put("VoG-o", new Case(strangers(0.7, 0.7), strangers(0.9, 0.6)));
        return cases;
    }

    private static Made arm(String name) {
        return Made.arm(PAPER, name);
    }

    private static Results toy(double... vog) {
        return Made.results(arm("toy").score("vog.early.test", vog).score("example-margin.test", -1, 2, -3, 4));
    }

    /** A hundred test examples by rising VoG: so many errors in the highest tenth, and so many in the tenth below the middle. */
    private static Results errors(String arm, double train, int highest, int middle) {
        double[] margins = IntStream.range(0, 100)
                .mapToDouble(i -> i >= 90 && i < 90 + highest || i >= 50 && i < 50 + middle ? -1 : 1)
                .toArray();
        return Made.results(arm(arm).percents(TRAIN, 10, train)
                .score("vog.test", ASCENDING)
                .score("vog.early.test", DESCENDING)
                .score("example-margin.test", margins));
    }

    /** Errors are the ten last examples. */
    private static Results scored(double[] late, double[] early) {
        double[] margins =
                IntStream.range(0, 100).mapToDouble(i -> i >= 90 ? -1 : 1).toArray();
        return Made.results(arm("cnn")
                .percents(TRAIN, 99)
                .score("vog.test", late)
                .score("vog.early.test", early)
                .score("example-margin.test", margins));
    }

    /** Wrong labels lie higher by so much; both spread from -1 to 1. */
    private static Results noisy(double train, double higher) {
        double[] wrong = IntStream.range(0, 40).mapToDouble(i -> i % 2).toArray();
        double[] vog = IntStream.range(0, 40)
                .mapToDouble(i -> (i / 2 - 9.5) / 9.5 + (i % 2) * higher)
                .toArray();
        return Made.results(arm("cnn-noisy")
                .percents(TRAIN, train)
                .score("wrong-label", wrong)
                .score("vog", vog)
                .score("vog.early", vog)
                .score("example-loss", vog));
    }

    /** Strangers, of which this share lies above all that is known and the rest below. */
    private static Results strangers(double fashion, double mnist) {
        return Made.results(shown("mnist-shown-fashion", fashion), shown("fashion-shown-mnist", mnist));
    }

    private static Made shown(String arm, double share) {
        double[] other = IntStream.range(0, 100)
                .mapToDouble(i -> i < Math.round(100 * share) ? 200 + i : -1 - i)
                .toArray();
        return arm(arm).score("vog.prediction.raw.test", ASCENDING).score("vog.prediction.raw.other", other);
    }
}
