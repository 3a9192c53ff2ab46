package dev.rote.app.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import dev.rote.claims.Figure;
import java.io.IOException;

/**
 * A figure as JSON that may stand inside a script element: its components by name, and {@code kind}.
 *
 * <p>JSON has no not-a-number; null stands for every value that is not finite. Whole numbers are written without a point, because most values
 * of a long curve's x axis are whole.
 */
final class FigureJson {

    private static final ObjectMapper MAPPER =
            new ObjectMapper().registerModule(new SimpleModule().addSerializer(Double.class, new Numbers()));

    private FigureJson() {}

    static String of(Figure figure) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("kind", figure.getClass().getSimpleName());
        node.setAll((ObjectNode) MAPPER.valueToTree(figure));
        try {
            return inert(MAPPER.writeValueAsString(node));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("figure " + figure.id() + " has no JSON form", e);
        }
    }

    /** Replaces what could end the script element or break a line of script; all of it can only stand inside strings. */
    static String inert(String json) {
        return json.replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }

    private static final class Numbers extends StdSerializer<Double> {

        private static final long serialVersionUID = 1L;

        Numbers() {
            super(Double.class);
        }

        @Override
        public void serialize(Double value, JsonGenerator json, SerializerProvider provider) throws IOException {
            if (!Double.isFinite(value)) {
                json.writeNull();
            } else if (value == Math.rint(value) && Math.abs(value) < 1e15) {
                json.writeNumber(value.longValue());
            } else {
                json.writeNumber(value);
            }
        }
    }
}
