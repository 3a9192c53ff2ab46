package dev.rote.app.report;

import dev.rote.audit.Findings;
import dev.rote.audit.Findings.Cut;
import dev.rote.audit.Findings.Extras;
import dev.rote.audit.Findings.Influence;
import dev.rote.audit.Findings.Remedy;
import dev.rote.audit.Interval;
import dev.rote.audit.Level;
import dev.rote.audit.ScoreColumn;
import dev.rote.audit.Suspicious;
import dev.rote.audit.features.Exhibit;
import dev.rote.tensor.Seeds;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** Made-up findings that fill every part of the page. */
final class SampleFindings {

    private static final Seeds SEEDS = new Seeds(7).of("sample");

    private static final List<String> SENTENCES = List.of(
            "Arrived two days late and the lid does not close. I wrote to the seller twice and never heard back.",
            "Best kettle I have owned. Boils in a minute, and it is so quiet that I check whether it is on.",
            "It does what it should. Not more, not less.",
            "My daughter loves it, and so does the cat. Would buy again without thinking.\n\nUpdate after a year: still works.",
            "Do not waste your money on this one.");

    private SampleFindings() {}

    static Findings texts(int count) {
        List<String> classes = List.of("1 star", "2 stars", "3 stars", "4 stars", "5 stars");
        return of(
                "reviews.tsv", classes, count, i -> new Exhibit.Text(SENTENCES.get(i % SENTENCES.size())), Level.FULL);
    }

    static Findings rows(int count) {
        return of("people.csv", List.of("<=50K", ">50K"), count, SampleFindings::person, Level.DEFAULT);
    }

    static Findings pictures(int count) {
        List<String> classes =
                List.of("disc", "square", "bar", "ring", "cross", "dot", "stripe", "frame", "blob", "none");
        return of("photos", classes, count, i -> new Exhibit.Picture(picture(i)), Level.FULL);
    }

    static Findings withClasses(List<String> classes, int count) {
        return of("many.csv", classes, count, i -> new Exhibit.Nothing(), Level.DEFAULT);
    }

    /** All names and texts are the same hostile one. */
    static Findings hostile(String text) {
        Findings plain = texts(60);
        List<String> classes = List.of(text + 1, text + 2, text + 3, text + 4, text + 5);
        Exhibit.Row row =
                new Exhibit.Row(List.of(new Exhibit.Cell(text, text, true), new Exhibit.Cell(text, null, false)));
        List<ScoreColumn> scores = plain.scores().stream()
                .map(score ->
                        new ScoreColumn(score.name() + text.substring(0, 40), text, score.suspicious(), score.values()))
                .toList();
        Extras extras = new Extras(
                List.of(new Remedy(text, new Interval(0.5, 0.4, 0.6))),
                text,
                plain.extras().influences(),
                plain.extras().conflicts());
        return new Findings(
                text,
                Level.FULL,
                classes,
                plain.rows(),
                IntStream.range(0, plain.size()).mapToObj(i -> text + i).toList(),
                plain.given(),
                plain.suggested(),
                plain.quality(),
                plain.issue(),
                plain.noise(),
                plain.transition(),
                plain.precision(),
                scores,
                i -> i % 2 == 0 ? row : new Exhibit.Text(text),
                List.of(text),
                Optional.of(text),
                extras);
    }

    /** What little a quick audit of probabilities alone can say. */
    static Findings little() {
        return new Findings(
                "probs.npy",
                Level.QUICK,
                List.of("0", "1"),
                new int[] {0, 1, 2},
                List.of(),
                new int[] {0, 1, 1},
                new int[] {0, 1, 1},
                new double[] {0.5, 0.6, 0.55},
                new boolean[3],
                new Interval(Double.NaN, Double.NaN, Double.NaN),
                new double[0][],
                List.of(),
                List.of(),
                i -> new Exhibit.Nothing(),
                List.of(),
                Optional.of(
                        "The features say as little about these labels as they say about labels drawn by lot (accuracy 51 %,"
                                + " by chance 50 %)."),
                Extras.NONE);
    }

    private static Findings of(
            String source, List<String> classes, int count, IntFunction<Exhibit> exhibit, Level level) {
        int kinds = classes.size();
        int[] given = new int[count];
        int[] suggested = new int[count];
        boolean[] issue = new boolean[count];
        double[] quality = new double[count];
        double[][] transition = new double[kinds][kinds];
        double[] confidence = new double[count];
        double[] variability = new double[count];
        double[] influence = new double[count];
        double[] margin = new double[count];
        double[] memory = new double[count];
        for (int i = 0; i < count; i++) {
            double luck = SEEDS.uniform(i);
            boolean wrong = luck < 0.08;
            given[i] = SEEDS.of("class").below(kinds, i);
            int neighbour = given[i] == kinds - 1 ? given[i] - 1 : given[i] + 1;
            suggested[i] = wrong ? SEEDS.of("far").uniform(i) < 0.7 ? neighbour : (given[i] + 2) % kinds : given[i];
            issue[i] = wrong && suggested[i] != given[i];
            quality[i] =
                    wrong ? luck * 2 + 0.002 : 0.3 + 0.7 * SEEDS.of("quality").uniform(i);
            transition[suggested[i]][given[i]]++;
            double noise = SEEDS.of("noise").gaussian(i);
            confidence[i] = clip((wrong ? 0.22 : 0.86) + 0.12 * noise);
            variability[i] = clip(0.42 * Math.sqrt(confidence[i] * (1 - confidence[i]))
                    + 0.03 * SEEDS.of("v").uniform(i));
            influence[i] =
                    (wrong ? 3 : 1) * Math.exp(0.6 * SEEDS.of("influence").gaussian(i));
            margin[i] = (wrong ? -1 : 2) + SEEDS.of("margin").gaussian(i);
            memory[i] = clip((wrong ? 0.6 : 0.1) + 0.15 * SEEDS.of("memory").gaussian(i));
        }
        for (double[] row : transition) {
            double sum = Math.max(
                    1, IntStream.range(0, kinds).mapToDouble(k -> row[k]).sum());
            for (int k = 0; k < kinds; k++) {
                row[k] /= sum;
            }
        }
        List<ScoreColumn> scores = new ArrayList<>(List.of(
                new ScoreColumn(
                        "self_confidence",
                        "Probability of the given label, from 0 to 1; low is suspicious.",
                        Suspicious.LOW,
                        confidence),
                new ScoreColumn(
                        "margin",
                        "Lead of the given class over the best other one while training; low is suspicious.",
                        Suspicious.LOW,
                        margin)));
        if (level == Level.FULL) {
            scores.add(new ScoreColumn(
                    "confidence",
                    "Mean probability of the given label over the epochs, from 0 to 1; low is suspicious.",
                    Suspicious.LOW,
                    confidence));
            scores.add(new ScoreColumn(
                    "variability",
                    "Standard deviation of that probability, from 0 to 0.5; high is ambiguous.",
                    Suspicious.NEITHER,
                    variability));
            scores.add(new ScoreColumn(
                    "self_influence",
                    "How much more its loss would be without it, at least 0; high is suspicious.",
                    Suspicious.HIGH,
                    influence));
            scores.add(new ScoreColumn(
                    "memorization",
                    "How much less probable its label would be without it, from -1 to 1; high is learned by heart.",
                    Suspicious.HIGH,
                    memory));
        }
        List<Cut> cuts = IntStream.of(10, 20, 50, 100, 200, 400, 800)
                .filter(n -> n <= count)
                .mapToObj(n -> new Cut(n, 0.3 * n / 800, 0.97 / (1 + Math.pow(n / (0.1 * count), 2))))
                .toList();
        return new Findings(
                source,
                level,
                classes,
                IntStream.range(0, count).toArray(),
                IntStream.range(0, count).mapToObj(i -> "R-" + (1000 + i)).toList(),
                given,
                suggested,
                quality,
                issue,
                new Interval(0.078, 0.061, 0.102),
                transition,
                cuts,
                scores,
                exhibit,
                List.of(
                        "The column zip_code was left out: it has another value in nearly every row.",
                        "Mistakes of people are harder to find than the planted ones on which expected precision rests; it may be too high."),
                Optional.empty(),
                level == Level.FULL ? extras() : Extras.NONE);
    }

    private static double clip(double value) {
        return Math.max(0.01, Math.min(0.99, value));
    }

    private static Extras extras() {
        return new Extras(
                List.of(
                        new Remedy("data as they are", new Interval(0.812, 0.801, 0.823)),
                        new Remedy("drop the flagged", new Interval(0.846, 0.836, 0.855)),
                        new Remedy("relabel the flagged", new Interval(0.851, 0.841, 0.860)),
                        new Remedy("symmetric cross-entropy", new Interval(0.829, 0.817, 0.841)),
                        new Remedy("co-teaching", new Interval(0.838, 0.825, 0.850))),
                "Relabel the flagged examples after looking at them: it does as well as dropping them and keeps 312 examples.",
                List.of(
                        new Influence(3, 11, 0.41),
                        new Influence(3, 29, -0.22),
                        new Influence(3, 40, 0.1),
                        new Influence(7, 19, -0.3)),
                List.of(new int[] {5, 17}, new int[] {8, 21, 33}));
    }

    private static Exhibit person(int i) {
        String[] jobs = {"clerk", "farmer", "teacher", "driver", "nurse"};
        return new Exhibit.Row(List.of(
                new Exhibit.Cell("age", String.valueOf(18 + SEEDS.of("age").below(60, i)), i % 3 == 0),
                new Exhibit.Cell("job", jobs[SEEDS.of("job").below(5, i)], false),
                new Exhibit.Cell("education", "Some-college", false),
                new Exhibit.Cell(
                        "hours_per_week", String.valueOf(SEEDS.of("hours").below(80, i)), i % 4 == 1),
                new Exhibit.Cell("capital_gain", i % 5 == 0 ? "14084" : "0", i % 5 == 0),
                new Exhibit.Cell("native_country", i % 7 == 0 ? null : "United-States", false),
                new Exhibit.Cell("marital_status", "Married-civ-spouse", false)));
    }

    private static byte[] picture(int i) {
        BufferedImage image = new BufferedImage(28, 28, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(new Color(
                SEEDS.of("r").below(256, i),
                SEEDS.of("g").below(256, i),
                SEEDS.of("b").below(256, i)));
        pen.fillRect(0, 0, 28, 28);
        pen.setColor(Color.WHITE);
        pen.fillOval(4 + i % 8, 4 + i % 5, 14, 14);
        pen.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
    }
}
