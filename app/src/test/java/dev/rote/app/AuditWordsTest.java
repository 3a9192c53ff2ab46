package dev.rote.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rote.audit.Findings;
import dev.rote.audit.Interval;
import dev.rote.audit.Level;
import dev.rote.audit.features.Exhibit;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AuditWordsTest {

    private static final String HOSTILE = "a\u001b[31m\u2028\u202e\u0378b";
    private static final String SHOWN = "a\\u001b[31m\\u2028\\u202e\\u0378b";

    private static String told(Exhibit exhibit) {
        Findings findings = new Findings(
                "made.csv",
                Level.DEFAULT,
                List.of(HOSTILE, "right"),
                new int[] {7},
                List.of(),
                new int[] {0},
                new int[] {1},
                new double[] {0.1},
                new boolean[] {true},
                new Interval(0.1, 0.05, 0.2),
                new double[][] {{1, 0}, {0, 1}},
                List.of(),
                List.of(),
                position -> exhibit,
                List.of("Column '" + HOSTILE + "' is odd."),
                Optional.empty(),
                Findings.Extras.NONE);
        StringWriter out = new StringWriter();
        AuditWords.tell(findings, 10, new PrintWriter(out));
        return out.toString();
    }

    @Test
    void whatCouldSteerATerminalIsToldByItsNumber() {
        assertThat(told(new Exhibit.Nothing()))
                .contains("Note: Column '" + SHOWN + "' is odd.", "row 7: '" + SHOWN + "', suggested 'right'");
        assertThat(told(new Exhibit.Text("one\r\ntwo\tthree " + HOSTILE))).contains("    one  two three " + SHOWN);
    }
}
