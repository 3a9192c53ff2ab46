package dev.rote.app;

import dev.rote.audit.Findings;
import dev.rote.audit.Interval;
import dev.rote.audit.features.Exhibit;
import dev.rote.yaml.Visible;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What an audit found, for people at a terminal. */
final class AuditWords {

    private static final int LONGEST = 100;

    private AuditWords() {}

    /** The figures, then the examples that look worst. */
    static void tell(Findings findings, int shown, PrintWriter out) {
        findings.notices().forEach(notice -> out.println("Note: " + Visible.text(notice, 400)));
        findings.cannotTell().ifPresent(why -> out.println("Cannot tell: " + why));
        Interval noise = findings.noise();
        long issues = IntStream.range(0, findings.size())
                .filter(i -> findings.issue()[i])
                .count();
        out.printf("%d of %d labels look wrong; ", issues, findings.size());
        if (Double.isFinite(noise.value())) {
            out.printf(
                    Locale.ROOT,
                    "estimated noise rate %.1f %% (%.1f to %.1f %%)%n",
                    100 * noise.value(),
                    100 * noise.low(),
                    100 * noise.high());
        } else {
            out.println("noise rate not estimated");
        }
        if (!findings.extras().advice().isEmpty()) {
            out.println(findings.extras().advice());
        }
        List<Integer> worst = IntStream.range(0, findings.size())
                .filter(i -> findings.issue()[i])
                .boxed()
                .sorted(Comparator.comparingDouble(i -> findings.quality()[i]))
                .limit(shown)
                .toList();
        for (int i : worst) {
            out.printf(
                    Locale.ROOT,
                    "row %d: %s, suggested %s (quality %.3f)%s%n",
                    findings.rows()[i],
                    label(findings, findings.given()[i]),
                    label(findings, findings.suggested()[i]),
                    findings.quality()[i],
                    words(findings.exhibit().apply(i)));
        }
    }

    private static String label(Findings findings, int k) {
        return Visible.quoted(findings.classes().get(k), 40);
    }

    private static String words(Exhibit exhibit) {
        if (exhibit instanceof Exhibit.Text text) {
            return "\n    " + Visible.text(text.text().replaceAll("\\s", " "), LONGEST);
        }
        if (exhibit instanceof Exhibit.Row row) {
            String odd = row.cells().stream()
                    .filter(Exhibit.Cell::odd)
                    .limit(4)
                    .map(cell -> Visible.text(cell.column(), 30) + " " + Visible.text(String.valueOf(cell.value()), 30))
                    .collect(Collectors.joining(", "));
            return odd.isEmpty() ? "" : "\n    odd: " + odd;
        }
        return "";
    }
}
