package dev.rote.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {

    private static final Report.ClaimRow ROW = row("D1", "HELD");
    private static final Figure FIGURE = Lines.of("f", "t", "", Axis.linear("x"), Axis.linear("y"), List.of());

    @Test
    void sentencesNameClaimsThatAreThere() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> report(List.of(ROW), List.of(new Report.Sentence("s", List.of("D2"))), List.of()))
                .withMessage("a sentence must name claims of the report, \"D2\" is not among them");
    }

    @Test
    void idsAreUnique() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> report(List.of(ROW, ROW), List.of(), List.of()))
                .withMessage("claims must have different names, twice was \"D1\"");
        Report.Section section = new Report.Section("s", "", List.of(FIGURE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> report(List.of(), List.of(), List.of(section, section)))
                .withMessage("figures must have different names, twice was \"f\"");
    }

    @Test
    void verdictsAreThree() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> row("D1", "held"))
                .withMessage("verdict of claim D1 must be HELD, FAILED or NOT_RUN, was \"held\"");
        assertThatIllegalArgumentException().isThrownBy(() -> row("D 1", "HELD"));
    }

    @Test
    void figuresComeInReadingOrder() {
        Report.Section section = new Report.Section("s", "", List.of(FIGURE));
        assertThat(report(List.of(ROW), List.of(), List.of(section)).figures()).containsExactly(FIGURE);
    }

    private static Report.ClaimRow row(String id, String verdict) {
        return new Report.ClaimRow(id, "says", "", verdict, "", "expected", "", "");
    }

    private static Report report(
            List<Report.ClaimRow> claims, List<Report.Sentence> sentences, List<Report.Section> sections) {
        return new Report("title", "question", "answer", claims, sentences, sections, List.of());
    }
}
