package dev.rote.bench;

import dev.rote.audit.Auditor;
import dev.rote.audit.Findings;
import dev.rote.audit.Level;
import dev.rote.audit.Plan;
import dev.rote.audit.learners.Folds;
import dev.rote.audit.learners.NetLearner;
import dev.rote.audit.learners.Task;
import dev.rote.audit.learners.TrainedNet;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Workers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What dropping and relabelling are really worth on {@linkplain PlantedCell planted cells}, beside what an audit says, which knows no label to
 * be right: the same nets are trained once more, and judged by the labels before planting.
 */
public final class AuditRemedies {

    private AuditRemedies() {}

    /** {@code AuditRemedies FOLDER [SEED [SET...]]}: a line for each cell; accuracy as it is, and gains of it, as told and in truth. */
    public static void main(String[] arguments) throws IOException {
        String seed = arguments.length > 1 ? arguments[1] : "0";
        List<String> sets = Arrays.asList(arguments).subList(Math.min(2, arguments.length), arguments.length);
        System.out.println("set,noise,seed,told,true,drop_told,drop_true,relabel_told,relabel_true,advice");
        try (Workers workers = new Workers(1)) {
            PlantedCell.each(Path.of(arguments[0]), seed, sets, cell -> {
                System.out.println(cell.name() + "," + seed + "," + line(cell, Long.parseLong(seed), workers));
            });
        }
    }

    private static String line(PlantedCell cell, long seed, Workers workers) {
        Plan plan = new Plan(Level.FULL, seed, 5, cell.truth().length, 20, 50_000, new Plan.Full(0, 0, 2, 0, true));
        Findings found = Auditor.audit(cell.input(), plan, workers, (what, share) -> {});
        if (found.extras().remedies().isEmpty()) {
            return "nothing tried: " + found.cannotTell().orElse("");
        }
        double[] told = found.extras().remedies().stream()
                .mapToDouble(remedy -> remedy.accuracy().value())
                .toArray();
        Task task = task(cell, plan);
        boolean[] kept = new boolean[task.rows()];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = !found.issue()[i];
        }
        TrainedNet net = new TrainedNet(NetLearner.WIDTH, plan.epochs());
        double plain = accuracy(net.outOfSample(task, workers), cell.truth());
        double drop = accuracy(net.outOfSample(task.learningFrom(kept), workers), cell.truth());
        double relabel = accuracy(net.outOfSample(task.labelled(found.suggested()), workers), cell.truth());
        return String.format(
                Locale.ROOT,
                "%.4f,%.4f,%+.4f,%+.4f,%+.4f,%+.4f,%s",
                told[0],
                plain,
                told[1] - told[0],
                drop - plain,
                told[2] - told[0],
                relabel - plain,
                found.extras().advice());
    }

    /** As the audit makes it. */
    private static Task task(PlantedCell cell, Plan plan) {
        int classes = cell.input().classes().size();
        int[] labels = cell.input().labels();
        Seeds seeds = new Seeds(plan.seed()).of("audit");
        int[] folds = Folds.of(labels, classes, cell.input().groups(), plan.folds(), seeds);
        boolean[] learn = new boolean[labels.length];
        Arrays.fill(learn, true);
        return new Task(cell.input().features(), labels, classes, folds, learn, seeds);
    }

    private static double accuracy(double[][] probabilities, int[] truth) {
        int right = 0;
        for (int i = 0; i < truth.length; i++) {
            double[] p = probabilities[i];
            boolean best = true;
            for (double other : p) {
                best &= p[truth[i]] >= other;
            }
            right += best ? 1 : 0;
        }
        return (double) right / truth.length;
    }
}
