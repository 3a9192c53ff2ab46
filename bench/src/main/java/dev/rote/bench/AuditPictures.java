package dev.rote.bench;

import dev.rote.audit.Auditor;
import dev.rote.audit.Findings;
import dev.rote.audit.Level;
import dev.rote.audit.Plan;
import dev.rote.audit.ScoreColumn;
import dev.rote.audit.features.ImageInput;
import dev.rote.audit.features.Input;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Audits pictures under labels that people gave by mistake, CIFAR-10N, and judges what is found by the labels that are right.
 *
 * <p>A line for the whole, then one for each column of scores. {@code bench/audit/cifar10n.sh} gets what is needed.
 */
public final class AuditPictures {

    private AuditPictures() {}

    /** {@code AuditPictures pictures=FOLDER labels=CIFAR-10_human.csv kind=worse_label level=default seed=0}. */
    public static void main(String[] arguments) throws IOException {
        Options options = Options.read(
                Map.of("pictures", "", "labels", "", "kind", "worse_label", "level", "default", "seed", "0"),
                arguments);
        Plan plan = new Plan(
                Level.valueOf(options.text("level").toUpperCase(Locale.ROOT)), Long.parseLong(options.text("seed")));
        Input pictures = ImageInput.read(Path.of(options.text("pictures")), new Seeds(plan.seed()));
        List<String> lines = Files.readAllLines(Path.of(options.text("labels")));
        int column = Arrays.asList(lines.get(0).split(",")).indexOf(options.text("kind"));
        if (column < 0) {
            throw new IllegalArgumentException("kind must be one of " + lines.get(0) + ", was " + options.text("kind"));
        }
        int[] given = new int[pictures.size()];
        for (int i = 0; i < given.length; i++) {
            String[] cells = lines.get(1 + pictures.rows()[i]).split(",");
            given[i] = Integer.parseInt(cells[column]);
            if (Integer.parseInt(cells[1]) != pictures.labels()[i]) {
                throw new IllegalStateException("picture " + i + " is not the one that the labels are of");
            }
        }
        try (Workers workers = new Workers(1)) {
            long before = CpuTime.nanos();
            Findings found = Auditor.audit(
                    labelled(pictures, given),
                    plan,
                    workers,
                    (what, share) ->
                            System.err.printf(Locale.ROOT, "%s at %.0f s%n", what, CpuTime.secondsSince(before)));
            double seconds = CpuTime.secondsSince(before);
            Detection all = Detection.of(found.quality(), found.issue(), given, pictures.labels());
            System.out.printf(
                    Locale.ROOT,
                    "%s: AP %.4f AUROC %.4f F1 %.4f, wrong %.4f, estimated %.4f (%.4f to %.4f), %d flags, precision %.4f, expected %.4f, %.0f s%n",
                    options.text("kind"),
                    all.ap(),
                    all.auroc(),
                    all.f1(),
                    all.share(),
                    found.noise().value(),
                    found.noise().low(),
                    found.noise().high(),
                    all.flags(),
                    all.precision(),
                    Detection.expected(found, all.flags()),
                    seconds);
            for (ScoreColumn scores : found.scores()) {
                Detection one = Detection.of(scores.values(), found.issue(), given, pictures.labels());
                System.out.printf(Locale.ROOT, "  %-20s AP %.4f AUROC %.4f%n", scores.name(), one.ap(), one.auroc());
            }
        }
    }

    private static Input labelled(Input input, int... labels) {
        return new Input(
                input.source(),
                input.classes(),
                labels,
                input.rows(),
                input.ids(),
                input.groups(),
                input.features(),
                input.exhibits(),
                input.duplicates(),
                input.pictures(),
                input.sentences(),
                input.notices());
    }
}
