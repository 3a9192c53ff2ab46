package dev.rote.bench;

import dev.rote.audit.Auditor;
import dev.rote.audit.Findings;
import dev.rote.audit.Level;
import dev.rote.audit.Plan;
import dev.rote.tensor.Workers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Audits {@linkplain PlantedCell planted cells}, and judges what is found by the labels before planting. */
public final class AuditCells {

    private AuditCells() {}

    /** {@code AuditCells FOLDER quick|default [SEED [SET...]]}: a line of figures for each cell. */
    public static void main(String[] arguments) throws IOException {
        Level level = Level.valueOf(arguments[1].toUpperCase(Locale.ROOT));
        String seed = arguments.length > 2 ? arguments[2] : "0";
        List<String> sets = Arrays.asList(arguments).subList(Math.min(3, arguments.length), arguments.length);
        System.out.println("set,noise,seed,wrong,ap,auroc,f1,rate,low,high,flags,precision,expected,cpu");
        try (Workers workers = new Workers(1)) {
            PlantedCell.each(Path.of(arguments[0]), seed, sets, cell -> {
                long before = CpuTime.nanos();
                Plan plan = Plan.of(level, Long.parseLong(seed), cell.input(), Optional.empty());
                Findings found = Auditor.audit(cell.input(), plan, workers, (what, share) -> {});
                double seconds = CpuTime.secondsSince(before);
                System.out.println(cell.name() + "," + seed + "," + line(found, cell.truth(), seconds));
            });
        }
    }

    private static String line(Findings found, int[] truth, double seconds) {
        Detection all = Detection.of(found.quality(), found.issue(), found.given(), truth);
        return String.format(
                Locale.ROOT,
                "%.4f,%.4f,%.4f,%.4f,%.4f,%.4f,%.4f,%d,%.4f,%.4f,%.1f",
                all.share(),
                all.ap(),
                all.auroc(),
                all.f1(),
                found.noise().value(),
                found.noise().low(),
                found.noise().high(),
                all.flags(),
                all.precision(),
                Detection.expected(found, all.flags()),
                seconds);
    }
}
