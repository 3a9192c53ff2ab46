package dev.rote.data.tables;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.BufferedReader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Rows of a file with one JSON object on each line, as they stand in it. */
final class JsonSpans implements LabelSpans {

    private static final JsonFactory JSON = new JsonFactory();

    private final BufferedReader in;
    private final String file;
    private final String key;
    private final StringBuilder gap = new StringBuilder();
    private String line = "";
    private String label = "";
    private int from;
    private int to;
    private boolean text; // whether the label is a string, in quotes

    JsonSpans(BufferedReader in, String file, String key) {
        this.in = in;
        this.file = file;
        this.key = key;
    }

    @Override
    public boolean next() throws IOException {
        gap.setLength(0);
        while (true) {
            String read = readLine();
            if (read.isEmpty()) {
                return false;
            }
            boolean marked = read.charAt(0) == '\uFEFF';
            if (marked) {
                gap.append('\uFEFF');
            }
            line = read.substring(marked ? 1 : 0);
            if (!line.isBlank()) {
                find();
                return true;
            }
            gap.append(line);
        }
    }

    private String readLine() throws IOException {
        StringBuilder read = new StringBuilder();
        int c = 0;
        while (c != '\n' && (c = in.read()) >= 0) {
            if (read.length() == CsvReader.LONGEST_ROW) {
                throw Fault.in(file, "has a line of more than " + CsvReader.LONGEST_ROW + " characters");
            }
            read.append((char) c);
        }
        return read.toString();
    }

    private void find() throws IOException {
        label = "";
        from = -1;
        try (JsonParser json = JSON.createParser(line)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                boolean here = json.currentName().equals(key);
                JsonToken token = json.nextToken();
                if (here) {
                    text = token == JsonToken.VALUE_STRING;
                    label = token == JsonToken.VALUE_NULL || token.isStructStart()
                            ? ""
                            : json.getText().strip();
                    json.finishToken();
                    from = (int) json.currentTokenLocation().getCharOffset();
                    to = (int) json.currentLocation().getCharOffset();
                }
                json.skipChildren();
            }
        } catch (JsonProcessingException e) {
            throw Fault.in(file, "must hold one JSON object on each line");
        }
    }

    @Override
    public String gap() {
        return gap.toString();
    }

    @Override
    public String raw() {
        return line;
    }

    @Override
    public String label() {
        return label;
    }

    /** A number or a truth value takes the place of one; anything else becomes a string. */
    @Override
    public String with(String label) {
        String value = !text && scalar(label) != null
                ? label
                : '"' + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(label)) + '"';
        return line.substring(0, from) + value + line.substring(to);
    }

    private static @Nullable JsonToken scalar(String label) {
        try (JsonParser json = JSON.createParser(label)) {
            JsonToken token = json.nextToken();
            boolean plain = token != null
                    && (token.isNumeric() || token.isBoolean())
                    && json.getText().equals(label);
            return plain && json.nextToken() == null ? token : null;
        } catch (IOException e) {
            return null; // no JSON at all
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
