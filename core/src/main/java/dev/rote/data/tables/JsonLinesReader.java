package dev.rote.data.tables;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.rote.yaml.Visible;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows of a file with one JSON object per line, read strictly: a torn line or a key twice is an error. */
final class JsonLinesReader implements RowReader {

    private static final int MOST_COLUMNS = 1 << 16;
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Characters in;
    private final String file;
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private final boolean fixed;
    private final StringBuilder text = new StringBuilder();
    private @Nullable String[] values; // null: an object or an array
    private long row = -1;
    private long line;

    /** Gives these columns; without any, those that the rows turn out to have. */
    JsonLinesReader(Characters in, String file, List<String> names) {
        this.in = in;
        this.file = file;
        names.forEach(name -> columns.put(name, columns.size()));
        this.fixed = !names.isEmpty();
        this.values = new String[names.size()];
    }

    /** The keys of all rows up to this one, in the order of their first appearance. */
    List<String> names() {
        return List.copyOf(columns.keySet());
    }

    @Override
    public boolean next() throws IOException {
        row++;
        try {
            do {
                line++;
                if (!readLine()) {
                    return false;
                }
            } while (text.toString().isBlank());
        } catch (CharacterCodingException e) {
            throw Fault.encoding(file, line);
        }
        Arrays.fill(values, "");
        try (JsonParser json = JSON.createParser(text.toString())) {
            object(json);
        } catch (JsonProcessingException e) {
            String said = String.valueOf(e.getOriginalMessage())
                    .replaceAll("\\[Source: [^;]*; line: 1, (column: \\d+)]", "$1")
                    .replaceAll(": enable .*", "");
            throw Fault.in(this, "must be one JSON object on one line").quoting(Visible.text(said, 200));
        }
        return true;
    }

    private boolean readLine() throws IOException {
        text.setLength(0);
        int c = in.read();
        if (c < 0) {
            return false;
        }
        for (; c >= 0 && c != '\n'; c = in.read()) {
            if (text.length() == CsvReader.LONGEST_ROW) {
                throw Fault.in(this, "has more than " + CsvReader.LONGEST_ROW + " characters");
            }
            text.append((char) c);
        }
        return true;
    }

    private void object(JsonParser json) throws IOException {
        JsonToken first = json.nextToken();
        if (first != JsonToken.START_OBJECT) {
            TableFault fault = Fault.in(this, "must be one JSON object on one line, such as {\"age\": 41}");
            throw first == JsonToken.START_ARRAY
                    ? fault.remedy("of a list, write each object on a line of its own")
                    : fault;
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            Integer column = columns.get(name);
            if (column == null) {
                column = added(name);
            }
            JsonToken token = json.nextToken();
            if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
                values[column] = null;
                json.skipChildren();
            } else {
                values[column] =
                        token == JsonToken.VALUE_NULL ? "" : json.getText().strip();
            }
        }
        if (json.nextToken() != null) {
            throw Fault.in(this, "must be one JSON object on one line, has more behind it");
        }
    }

    private int added(String name) {
        if (fixed) {
            throw Fault.in(file, "changed while it was read");
        }
        if (columns.size() == MOST_COLUMNS) {
            throw Fault.in(this, "has more than " + MOST_COLUMNS + " different keys up to here");
        }
        columns.put(name, columns.size());
        values = Arrays.copyOf(values, Math.max(values.length, 2 * columns.size()));
        return columns.size() - 1;
    }

    @Override
    public String value(int column) {
        String value = values[column];
        if (value == null) {
            throw Fault.in(
                            this,
                            "column " + Fault.show(names().get(column))
                                    + ": must be a single value, was an object or a list")
                    .remedy("exclude the column");
        }
        return value;
    }

    @Override
    public long row() {
        return row;
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public String file() {
        return file;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
