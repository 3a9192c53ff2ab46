package dev.rote.bench;

import dev.rote.audit.Findings;
import dev.rote.audit.GivenProbabilities;
import dev.rote.audit.ScoreColumn;
import dev.rote.audit.Suspicious;
import dev.rote.confident.Probabilities;
import dev.rote.data.files.NpyReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Judges published probabilities of four test sets, and compares what is suspicious with what five people said of it.
 *
 * <p>The data are those of github.com/cleanlab/label-errors. People looked only at what was suspicious by normalized margin, so the scores are compared within
 * that. A label is wrong when fewer than three of five chose it; strictly, when three or more chose the guessed one, which is another.
 */
public final class LabelErrors {

    private static final Pattern ITEM = Pattern.compile(
            "\"id\": \"?([^\",]+)\"?,.*?\"given_original_label\": ([^,]+),.*?\"our_guessed_label\": ([^,]+),.*?\"given\": (\\d+),\\s*\"guessed\": (\\d+)",
            Pattern.DOTALL);

    private LabelErrors() {}

    /** An item that people looked at. */
    private record Item(int position, boolean wrong, boolean strict) {}

    /** {@code LabelErrors FOLDER}: lines of figures for each set. */
    public static void main(String[] arguments) throws IOException {
        Path root = Path.of(arguments[0]);
        System.out.println("set,score,checked,wrong,ap,auroc,strict_ap,p_at_10,p_at_25,p_at_50,p_at_100");
        for (String set : List.of("mnist", "cifar10", "20news", "imdb")) {
            int[] labels = Arrays.stream(NpyReader.open(
                                    root.resolve("original_test_labels/" + set + "_test_set_original_labels.npy"))
                            .doubles())
                    .mapToInt(value -> (int) value)
                    .toArray();
            NpyReader reader = NpyReader.open(
                    root.resolve("cross_validated_predicted_probabilities/" + set + "_test_set_pyx.npy"));
            int classes = (int) reader.shape()[1];
            double[] numbers = reader.doubles();
            double[][] probs = new double[labels.length][];
            Arrays.setAll(probs, i -> Arrays.copyOfRange(numbers, i * classes, (i + 1) * classes));
            long before = CpuTime.nanos();
            Findings found = GivenProbabilities.judge(set, labels, Probabilities.normalised(probs));
            double seconds = CpuTime.secondsSince(before);
            List<Item> items = items(root, set);
            List<ScoreColumn> scores = new ArrayList<>(found.scores());
            scores.add(0, new ScoreColumn("self_confidence", "", Suspicious.LOW, found.quality()));
            for (ScoreColumn score : scores) {
                System.out.println(set + "," + score.name() + "," + line(score.values(), found.issue(), items));
            }
            System.out.printf(
                    Locale.ROOT,
                    "# %s: noise %.4f (%.4f to %.4f), %s, %.2f s%n",
                    set,
                    found.noise().value(),
                    found.noise().low(),
                    found.noise().high(),
                    flags(found.issue(), items),
                    seconds);
        }
    }

    private static String line(double[] quality, boolean[] issue, List<Item> items) {
        Detection wrong = detection(quality, issue, items, Item::wrong);
        Detection strict = detection(quality, issue, items, Item::strict);
        StringBuilder line = new StringBuilder(String.format(
                Locale.ROOT,
                "%d,%d,%.3f,%.3f,%.3f",
                items.size(),
                Math.round(wrong.share() * items.size()),
                wrong.ap(),
                wrong.auroc(),
                strict.ap()));
        List<Item> worst = items.stream()
                .sorted((a, b) -> Double.compare(quality[a.position()], quality[b.position()]))
                .toList();
        for (int k : new int[] {10, 25, 50, 100}) {
            line.append(
                    k > worst.size()
                            ? ","
                            : String.format(
                                    Locale.ROOT,
                                    ",%.3f",
                                    worst.subList(0, k).stream()
                                                    .filter(Item::wrong)
                                                    .count()
                                            / (double) k));
        }
        return line.toString();
    }

    private static Detection detection(double[] quality, boolean[] issue, List<Item> items, Predicate<Item> is) {
        double[] some =
                items.stream().mapToDouble(item -> quality[item.position()]).toArray();
        boolean[] flagged = new boolean[some.length];
        boolean[] wrong = new boolean[some.length];
        for (int i = 0; i < some.length; i++) {
            flagged[i] = issue[items.get(i).position()];
            wrong[i] = is.test(items.get(i));
        }
        return Detection.of(some, flagged, wrong);
    }

    /** Precision is of those flags that were checked, recall of what turned out wrong among all that was checked. */
    private static String flags(boolean[] issue, List<Item> items) {
        long flagged = IntStream.range(0, issue.length).filter(i -> issue[i]).count();
        List<Item> checked =
                items.stream().filter(item -> issue[item.position()]).toList();
        return String.format(
                Locale.ROOT,
                "flags %d of them checked %d precision %.3f recall %.3f, strict precision %.3f recall %.3f",
                flagged,
                checked.size(),
                share(checked, Item::wrong, checked.size()),
                share(checked, Item::wrong, of(items, Item::wrong)),
                share(checked, Item::strict, checked.size()),
                share(checked, Item::strict, of(items, Item::strict)));
    }

    private static double share(List<Item> some, Predicate<Item> is, long all) {
        return (double) of(some, is) / all;
    }

    private static long of(List<Item> some, Predicate<Item> is) {
        return some.stream().filter(is).count();
    }

    private static List<Item> items(Path root, String set) throws IOException {
        Map<String, Integer> places = new LinkedHashMap<>();
        if (set.equals("imdb")) {
            Matcher names = Pattern.compile("\"([^\"]+)\\.txt\"")
                    .matcher(Files.readString(root.resolve("dataset_indexing/imdb_test_set_index_to_filename.json")));
            for (int place = 0; names.find(); place++) {
                places.putIfAbsent("test/" + names.group(1), place);
            }
        }
        List<Item> items = new ArrayList<>();
        Matcher found = ITEM.matcher(Files.readString(root.resolve("mturk/" + set + "_mturk.json")));
        while (found.find()) {
            int place = set.equals("imdb") ? places.getOrDefault(found.group(1), -1) : Integer.parseInt(found.group(1));
            boolean other = !found.group(2).equals(found.group(3));
            items.add(new Item(
                    place, Integer.parseInt(found.group(4)) < 3, other && Integer.parseInt(found.group(5)) >= 3));
        }
        return items;
    }
}
