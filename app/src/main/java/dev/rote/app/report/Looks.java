package dev.rote.app.report;

import dev.rote.app.report.AuditPage.Card;
import dev.rote.app.report.AuditPage.Look;
import dev.rote.audit.Findings;
import dev.rote.audit.features.Exhibit;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Examples as a person would look at them; nothing but row numbers and classes when values must not be shown. */
final class Looks {

    private static final int MOST_VALUES = 14;
    private static final int SMALL_PICTURE = 128; // pixels
    private static final int MOST_BYTES_IN_TABLES = 12_000;
    private static final int WIDTH_IN_PNG = 16; // the bytes before are the signature and the head of the first chunk

    private final Findings findings;
    private final boolean redact;
    private final Map<Integer, Exhibit> seen = new HashMap<>();

    Looks(Findings findings, boolean redact) {
        this.findings = findings;
        this.redact = redact;
    }

    Card card(int example, String... notes) {
        int given = findings.given()[example];
        int suggested = findings.suggested()[example];
        return new Card(
                place(example),
                id(example),
                label(given),
                suggested == given ? "" : label(suggested),
                look(example),
                List.of(notes));
    }

    String place(int example) {
        return "Row " + findings.rows()[example];
    }

    String id(int example) {
        return redact || findings.ids().isEmpty()
                ? ""
                : Shown.text(findings.ids().get(example), Shown.SHORT);
    }

    String label(int given) {
        return Shown.name(findings.classes().get(given));
    }

    private Exhibit exhibit(int example) {
        return redact ? new Exhibit.Nothing() : seen.computeIfAbsent(example, findings.exhibit()::apply);
    }

    Look look(int example) {
        return look(example, Shown.LONG, MOST_VALUES, Integer.MAX_VALUE);
    }

    /** Small enough for a place in a table. */
    Look glance(int example) {
        return look(example, 2 * Shown.SHORT, 3, MOST_BYTES_IN_TABLES);
    }

    private Look look(int example, int mostCharacters, int mostValues, int mostBytes) {
        Exhibit exhibit = exhibit(example);
        if (exhibit instanceof Exhibit.Text text) {
            return new AuditPage.Text(Shown.text(text.text(), mostCharacters));
        }
        if (exhibit instanceof Exhibit.Row row) {
            return values(row, mostValues);
        }
        if (exhibit instanceof Exhibit.Picture picture && picture.png().length <= mostBytes) {
            return picture(picture.png(), place(example));
        }
        return new AuditPage.None();
    }

    private static Look picture(byte[] png, String alt) {
        int width = png.length < WIDTH_IN_PNG + 4 ? 0 : ByteBuffer.wrap(png).getInt(WIDTH_IN_PNG);
        String uri = "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
        return new AuditPage.Picture(uri, alt, width < SMALL_PICTURE);
    }

    /** Odd values first come, first shown; the others fill up, all in the order of the columns. */
    private static Look values(Exhibit.Row row, int most) {
        int room = most;
        for (Exhibit.Cell cell : row.cells()) {
            room -= cell.odd() ? 1 : 0;
        }
        List<AuditPage.Value> values = new ArrayList<>();
        for (Exhibit.Cell cell : row.cells()) {
            boolean fits = cell.odd() ? values.size() < most : room-- > 0;
            if (fits) {
                String text = cell.value() == null ? "missing" : Shown.text(cell.value(), 2 * Shown.SHORT);
                values.add(new AuditPage.Value(Shown.name(cell.column()), text, cell.odd()));
            }
        }
        return new AuditPage.Values(List.copyOf(values), row.cells().size() - values.size());
    }
}
