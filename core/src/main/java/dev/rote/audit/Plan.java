package dev.rote.audit;

import dev.rote.audit.features.Input;
import dev.rote.train.Require;
import dev.rote.yaml.Binder;
import dev.rote.yaml.Kinds;
import dev.rote.yaml.Problem;
import dev.rote.yaml.Yaml;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * All that an audit will do, fixed before it begins: the same plan on the same data gives the same bytes.
 *
 * <p>How much time there is decides the plan and nothing else, so that a busy machine finds what an idle one finds.
 *
 * @param level which steps are taken
 * @param seed what every draw follows from
 * @param folds how many parts take turns in being judged, at least 2
 * @param learn how many examples are learned from at most, at least 2; the others are judged all the same
 * @param epochs of the nets, at least 1
 * @param sentences how many texts are made sentence vectors at most, at least 0; where there are more, none is
 * @param full what a full audit does besides; others do none of it
 */
public record Plan(Level level, long seed, int folds, int learn, int epochs, int sentences, Full full) {

    /**
     * What a full audit does besides.
     *
     * @param planted share of the credible labels that are made wrong to see how many are found, in [0, 0.5]; 0 leaves it out
     * @param explained how many of the worst examples are explained by others, at least 0
     * @param complexity on how many examples the complexity gap is taken at most, from 2 to 20000; time grows with the third power
     * @param draws over how many draws of other examples the complexity gap as published is averaged, at least 0; 0 leaves it out
     * @param remedies whether ways to train are compared
     */
    public record Full(double planted, int explained, int complexity, int draws, boolean remedies) {

        /** A twentieth of the labels, ten examples, 5000 examples, three draws, and remedies. */
        public Full() {
            this(0.05, 10, 5000, 3, true);
        }

        public Full {
            Require.that(planted >= 0 && planted <= 0.5, "planted", "in [0, 0.5]", planted);
            Require.atLeast(0, "explained", explained);
            if (complexity < 2 || complexity > 20_000) {
                throw new IllegalArgumentException("complexity must be from 2 to 20000, was " + complexity);
            }
            Require.atLeast(0, "draws", draws);
        }
    }

    /** Beyond so many examples to learn from, learners gain little and cost much. */
    private static final int ENOUGH = 20_000;

    /** Fewer examples to learn from than this save no time worth having. */
    private static final int LEAST = 500;

    /** Beyond so many texts their vectors take minutes. */
    private static final int TEXTS = 50_000;

    private static final int QUICK_EPOCHS = 6;
    private static final int MOST_QUICK_EPOCHS = 60;
    private static final int QUICK_ROWS = 60_000;

    /** Multiplications a second of one core, measured on 2,000 to 1,000,000 examples. */
    private static final double RATE = 8e9;

    /** The same in convolutions, whose numbers stay in the cache. */
    private static final double CONVOLUTION_RATE = 2e10;

    /** What it takes to start, and to be slow until what runs often is compiled: four seconds. */
    private static final double START = 3.2e10;

    /** What it takes to read, judge and write down an example, in multiplications. */
    private static final double EACH = 1e6;

    /** What nets take for each example and epoch, in such multiplications: they multiply faster, but are told what to do in small batches. */
    private static final double STEP = 25_000;

    /** The same for each input and output. */
    private static final double STEP_EACH = 52;

    /** How often the complexity gap multiplies for each triple of examples, at that rate. */
    private static final double GAPS = 0.25;

    /** What it takes to make a sentence vector, in such multiplications: 3 ms. */
    private static final double ENCODE = 2.4e7;

    /** Numbers in such a vector. */
    private static final double MEANING = 384;

    /** Beside what nets on pictures do to judge: one more, which learns from all and is watched. */
    private static final double WATCHED = 0.7;

    public Plan {
        Require.atLeast(2, "folds", folds);
        Require.atLeast(2, "learn", learn);
        Require.atLeast(1, "epochs", epochs);
        Require.atLeast(0, "sentences", sentences);
    }

    /** The usual plan of a level. */
    public Plan(Level level, long seed) {
        this(level, seed, 5, ENOUGH, level == Level.QUICK ? QUICK_EPOCHS : 20, TEXTS, new Full());
    }

    /**
     * A plan for some data, and for about so much time.
     *
     * <p>Costs are counted in multiplications, of which a core makes some 8e9 a second here; examples to learn from are
     * halved until the time is enough. Texts are not encoded where that
     * would take more than half of it.
     *
     * @param minutes of one core; empty for the usual plan
     */
    public static Plan of(Level level, long seed, Input input, Optional<Double> minutes) {
        Plan plan = new Plan(level, seed).fitting(input.size());
        double seconds = minutes.map(some -> 60 * some).orElse(Double.POSITIVE_INFINITY);
        plan = plan.encodingSeconds(input) > seconds / 2 ? plan.encoding(0) : plan;
        while (plan.seconds(input) > seconds && plan.learn() > LEAST) {
            plan = plan.learning(Math.max(LEAST, Math.min(plan.learn(), input.size()) / 2));
        }
        return plan;
    }

    /** A quick look takes so many epochs that nets have had some steps. */
    private Plan fitting(int examples) {
        int quick = Math.max(QUICK_EPOCHS, Math.min(MOST_QUICK_EPOCHS, QUICK_ROWS / Math.max(1, examples)));
        return level == Level.QUICK ? new Plan(level, seed, folds, learn, quick, sentences, full) : this;
    }

    /** About how long this takes one core. */
    double seconds(Input input) {
        double n = Math.min(learn, input.size());
        double d = input.features().scaled().columns();
        double k = input.classes().size();
        double net = epochs * n * (STEP + STEP_EACH * (d + k));
        double others = folds * 250.0 * n * d * k + n * input.size() * d + 100 * n * 16 * Math.sqrt(d);
        double meant = encodes(input) ? (folds * 250.0 * n * k + n * input.size()) * MEANING : 0;
        double pass = EACH * input.size() + (level == Level.QUICK ? net : folds * net + others + meant);
        double pictures = Judging.pictures(input, this)
                .map(learner -> learner.work(n, input.classes().size()))
                .orElse(0.0);
        double looking = pictures * RATE / CONVOLUTION_RATE;
        double judging = pass + looking;
        double all = level == Level.FULL ? judging + WATCHED * looking + more(judging, net, input) : judging;
        return (START + all) / RATE + encodingSeconds(input);
    }

    /** About how long it takes one core to make sentence vectors. */
    double encodingSeconds(Input input) {
        return encodes(input) ? ENCODE * input.size() / RATE : 0;
    }

    /** Whether sentence vectors are made. */
    boolean encodes(Input input) {
        return level != Level.QUICK && input.sentences().isPresent() && input.size() <= sentences;
    }

    /** What a full audit multiplies besides: one more judgement, three nets that are watched or asked, six a fold for remedies. */
    private double more(double judging, double net, Input input) {
        double again = full.planted() > 0 ? judging : 0;
        double remedies = full.remedies() ? 6 * folds * net : 0;
        double examples = Math.min(Math.min(learn, full.complexity()), input.size());
        return again + 3 * net + remedies + GAPS * triples(input, examples);
    }

    /** Triples of examples that share a matrix: of all, and of each class and as many others. */
    private double triples(Input input, double examples) {
        double[] own = new double[input.classes().size()];
        for (int label : input.labels()) {
            own[label] += examples / input.size();
        }
        double sum = Math.pow(examples, 3);
        for (double some : own) {
            double others = examples - some;
            int draws = Math.min(full.draws(), some < others ? full.draws() : 1);
            sum += draws * Math.pow(some + Math.min(some, others), 3);
        }
        return sum;
    }

    /** The default audit with seed 0. */
    public Plan() {
        this(Level.DEFAULT, 0);
    }

    /** The same with at most so many examples to learn from. */
    public Plan learning(int examples) {
        return new Plan(level, seed, folds, examples, epochs, sentences, full);
    }

    /** The same with sentence vectors of at most so many texts. */
    public Plan encoding(int texts) {
        return new Plan(level, seed, folds, learn, epochs, texts, full);
    }

    /**
     * A plan that was written, every field of it: what is left of a file that was cut is no plan.
     *
     * @throws Problem naming file, line, field and rule
     */
    public static Plan read(Path file) {
        if (Files.isDirectory(file)) {
            throw Problem.wrongUse("is a folder, must be the file of a plan", "name the plan.yaml that an audit wrote")
                    .in(file.toString());
        }
        return new Binder(Kinds.none())
                .bindWhole(
                        new Plan(),
                        Yaml.read(file),
                        "the plan is not whole: write it anew, by an audit of the same data without --plan");
    }

    /** The plan with every field written out, as YAML. */
    public String text() {
        return Yaml.write(new Binder(Kinds.none()).toTree(this));
    }
}
