package dev.rote.tensor;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The JSON part of a safetensors file: which array lies where, and free text about the whole. */
record SafetensorsHeader(Map<String, Slot> slots, Map<String, String> metadata, long dataStart) {

    static final int MAX_BYTES = 100_000_000;
    static final int MAX_RANK = 64;
    private static final String METADATA = "__metadata__";

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(4)
                    .maxNumberLength(20)
                    .maxNameLength(10_000)
                    .build())
            .build();

    /** Where an array lies: bytes {@code begin} to {@code end}, counted from the first byte after the header. */
    record Slot(DType dtype, List<Long> shape, long begin, long end) {}

    /** Bytes that an array takes; refuses negative sizes and products beyond a {@code long}. */
    static long bytes(DType dtype, List<Long> shape) {
        if (shape.size() > MAX_RANK) {
            throw new IllegalArgumentException("at most " + MAX_RANK + " dimensions are allowed, was " + shape.size());
        }
        long product = dtype.bytes();
        for (long size : shape) {
            if (size < 0) {
                throw new IllegalArgumentException("a dimension must be at least 0, was " + size);
            }
            try {
                product = Math.multiplyExact(product, size);
            } catch (ArithmeticException e) {
                throw new IllegalArgumentException("shape " + shape + " has more bytes than a file can hold", e);
            }
        }
        return product;
    }

    /** Larger element types first, so that every array starts at a multiple of its element size; then by name. */
    static List<Map.Entry<String, Safetensors.Entry>> inFileOrder(Map<String, Safetensors.Entry> tensors) {
        return tensors.entrySet().stream()
                .sorted(Comparator.<Map.Entry<String, Safetensors.Entry>>comparingInt(
                                named -> -named.getValue().dtype().bytes())
                        .thenComparing(Map.Entry::getKey))
                .toList();
    }

    /** The length field and the padded JSON, ready to be written. */
    static ByteBuffer format(Map<String, Safetensors.Entry> tensors, Map<String, String> metadata) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            if (!metadata.isEmpty()) {
                json.writeObjectFieldStart(METADATA);
                for (Map.Entry<String, String> text : new TreeMap<>(metadata).entrySet()) {
                    json.writeStringField(checked(text.getKey()), checked(text.getValue()));
                }
                json.writeEndObject();
            }
            long begin = 0;
            for (Map.Entry<String, Safetensors.Entry> named : inFileOrder(tensors)) {
                begin = format(json, named.getKey(), named.getValue(), begin);
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory failed", e);
        }
        while (bytes.size() % Long.BYTES != 0) {
            bytes.write(' ');
        }
        if (bytes.size() > MAX_BYTES) {
            throw new IllegalArgumentException(
                    "names and metadata take " + bytes.size() + " bytes, at most " + MAX_BYTES + " are allowed");
        }
        ByteBuffer header = ByteBuffer.allocate(Long.BYTES + bytes.size()).order(ByteOrder.LITTLE_ENDIAN);
        return header.putLong(bytes.size()).put(bytes.toByteArray()).flip();
    }

    private static long format(JsonGenerator json, String name, Safetensors.Entry entry, long begin)
            throws IOException {
        if (name.equals(METADATA)) {
            throw new IllegalArgumentException(
                    "a tensor must not be named " + METADATA + ", the format keeps that name");
        }
        long end = begin + bytes(entry.dtype(), entry.shape());
        json.writeObjectFieldStart(checked(name));
        json.writeStringField("dtype", code(entry.dtype()));
        json.writeFieldName("shape");
        json.writeArray(entry.sizes(), 0, entry.shape().size());
        json.writeFieldName("data_offsets");
        json.writeArray(new long[] {begin, end}, 0, 2);
        json.writeEndObject();
        return end;
    }

    private static String checked(String text) {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new IllegalArgumentException("'" + text + "' is not valid text: half of a surrogate pair is missing");
        }
        return text;
    }

    private static String code(DType dtype) {
        return switch (dtype) {
            case FLOAT32 -> "F32";
            case FLOAT64 -> "F64";
            case BFLOAT16 -> "BF16";
            case INT64 -> "I64";
            case BOOL -> "BOOL";
        };
    }

    /** Reads and checks a header against the size of its file. */
    static SafetensorsHeader parse(Path file, String text, long dataStart, long fileSize) throws IOException {
        if (!text.startsWith("{")) {
            throw new IOException(file + ": the header must begin with '{'");
        }
        int end = text.lastIndexOf('}') + 1;
        for (int i = end; i < text.length(); i++) {
            if (text.charAt(i) != ' ') {
                throw new IOException(file + ": only spaces may follow the header's last '}'");
            }
        }
        Map<String, Slot> slots = new TreeMap<>();
        Map<String, String> metadata = new TreeMap<>();
        try (JsonParser json = JSON.createParser(text)) {
            expect(file, null, json.nextToken(), JsonToken.START_OBJECT, "the header");
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = valid(file, json.currentName());
                if (name.equals(METADATA)) {
                    parseMetadata(file, json, metadata);
                } else {
                    slots.put(name, parseSlot(file, name, json));
                }
            }
            if (json.nextToken() != null) {
                throw new IOException(file + ": the header must be one JSON object, more follows it");
            }
        } catch (JsonProcessingException e) {
            throw new IOException(file + ": the header is not valid JSON: " + e.getOriginalMessage(), e);
        }
        checkCoverage(file, slots, fileSize - dataStart);
        return new SafetensorsHeader(slots, metadata, dataStart);
    }

    private static void parseMetadata(Path file, JsonParser json, Map<String, String> metadata) throws IOException {
        expect(file, null, json.nextToken(), JsonToken.START_OBJECT, METADATA);
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = valid(file, json.currentName());
            expect(file, null, json.nextToken(), JsonToken.VALUE_STRING, METADATA + " '" + key + "'");
            metadata.put(key, valid(file, json.getText()));
        }
    }

    private static Slot parseSlot(Path file, String name, JsonParser json) throws IOException {
        expect(file, name, json.nextToken(), JsonToken.START_OBJECT, "its description");
        DType dtype = null;
        List<Long> shape = null;
        List<Long> range = null;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            switch (field) {
                case "dtype" -> dtype = parseType(file, name, json);
                case "shape" -> shape = parseNumbers(file, name, json, "shape", MAX_RANK);
                case "data_offsets" -> range = parseNumbers(file, name, json, "data_offsets", 2);
                default -> throw broken(file, name, "unknown field '" + field + "'");
            }
        }
        if (dtype == null || shape == null || range == null) {
            throw broken(file, name, "dtype, shape and data_offsets must all be given");
        }
        if (range.size() != 2 || range.get(0) > range.get(1)) {
            throw broken(file, name, "data_offsets must be [begin, end] with begin at most end, was " + range);
        }
        return checkedSlot(file, name, new Slot(dtype, shape, range.get(0), range.get(1)));
    }

    private static Slot checkedSlot(Path file, String name, Slot slot) throws IOException {
        long expected;
        try {
            expected = bytes(slot.dtype(), slot.shape());
        } catch (IllegalArgumentException e) {
            throw broken(file, name, e.getMessage());
        }
        long given = slot.end() - slot.begin();
        if (expected != given) {
            throw broken(
                    file,
                    name,
                    slot.dtype() + " " + slot.shape() + " needs " + expected + " bytes, data_offsets give " + given);
        }
        if (given > Integer.MAX_VALUE) {
            throw broken(file, name, "an array must be below 2 GiB, was " + given + " bytes");
        }
        return slot;
    }

    private static DType parseType(Path file, String name, JsonParser json) throws IOException {
        expect(file, name, json.nextToken(), JsonToken.VALUE_STRING, "dtype");
        for (DType dtype : DType.values()) {
            if (code(dtype).equals(json.getText())) {
                return dtype;
            }
        }
        throw broken(file, name, "dtype must be one of F32, F64, BF16, I64, BOOL, was '" + json.getText() + "'");
    }

    private static List<Long> parseNumbers(Path file, String name, JsonParser json, String field, int most)
            throws IOException {
        expect(file, name, json.nextToken(), JsonToken.START_ARRAY, field);
        List<Long> numbers = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            expect(file, name, json.currentToken(), JsonToken.VALUE_NUMBER_INT, "each number of " + field);
            long number = json.getLongValue();
            if (number < 0 || numbers.size() == most) {
                throw broken(file, name, field + " must be at most " + most + " numbers of at least 0");
            }
            numbers.add(number);
        }
        return numbers;
    }

    /** The ranges, in order, must touch each other and fill the rest of the file: no hole, no overlap, no tail. */
    private static void checkCoverage(Path file, Map<String, Slot> slots, long available) throws IOException {
        List<Map.Entry<String, Slot>> ordered = new ArrayList<>(slots.entrySet());
        ordered.sort(Comparator.<Map.Entry<String, Slot>>comparingLong(
                        named -> named.getValue().begin())
                .thenComparingLong(named -> named.getValue().end()));
        long reached = 0;
        for (Map.Entry<String, Slot> named : ordered) {
            Slot slot = named.getValue();
            if (slot.begin() > reached) {
                throw broken(file, named.getKey(), "a hole of " + (slot.begin() - reached) + " bytes lies before it");
            }
            if (slot.begin() < reached) {
                throw broken(
                        file,
                        named.getKey(),
                        "it overlaps another tensor: begins at " + slot.begin() + ", but " + reached
                                + " bytes are taken");
            }
            if (slot.end() > available) {
                throw broken(
                        file,
                        named.getKey(),
                        "the file is cut short: it ends at byte " + slot.end() + " of the data, but only " + available
                                + " are there");
            }
            reached = slot.end();
        }
        if (reached != available) {
            throw new IOException(file + ": " + (available - reached) + " bytes follow the last tensor");
        }
    }

    private static String valid(Path file, String text) throws IOException {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new IOException(file + ": the header holds half of a surrogate pair, which is not valid text");
        }
        return text;
    }

    private static void expect(
            Path file, @Nullable String tensor, @Nullable JsonToken found, JsonToken wanted, String what)
            throws IOException {
        if (found != wanted) {
            String problem =
                    what + " must be " + inWords(wanted) + ", found " + (found == null ? "the end" : inWords(found));
            throw tensor == null ? new IOException(file + ": " + problem) : broken(file, tensor, problem);
        }
    }

    private static String inWords(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "a list";
            case VALUE_STRING -> "a text";
            case VALUE_NUMBER_INT -> "a whole number";
            default -> token.name();
        };
    }

    private static IOException broken(Path file, String tensor, String rule) {
        return new IOException(file + ": tensor '" + tensor + "': " + rule);
    }
}
