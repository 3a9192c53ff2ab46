package dev.rote.data.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The start of an npy file: the magic, a version (1.0, 2.0 or 3.0), the length of a text, and the text, which is a Python
 * dictionary of three keys. The text is matched, never evaluated.
 *
 * @param descr the type as written, such as {@code <f4}
 * @param element the type
 * @param order the byte order; of single bytes, any
 * @param fortran whether the first index runs fastest
 * @param shape the dimensions; empty for a single number
 * @param length bytes before the first number
 */
record NpyHeader(String descr, Element element, ByteOrder order, boolean fortran, List<Long> shape, int length) {

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int LONGEST = 1 << 16;
    private static final int MOST_DIMENSIONS = 32;

    /** One key and its value, up to the comma; Python 2 wrote an L behind long numbers. */
    private static final Pattern ITEM = Pattern.compile("\\s*(?:'(\\w{1,20})'|\"(\\w{1,20})\")\\s*:\\s*"
            + "(?:'([^']{0,99})'|\"([^\"]{0,99})\"|(True|False)|\\(([0-9L,\\s]{0,999})\\))\\s*(,|$)");

    private static final Map<String, Element> ELEMENTS = Map.ofEntries(
            Map.entry("b1", Element.BOOL),
            Map.entry("u1", Element.UINT8),
            Map.entry("i1", Element.INT8),
            Map.entry("u2", Element.UINT16),
            Map.entry("i2", Element.INT16),
            Map.entry("u4", Element.UINT32),
            Map.entry("i4", Element.INT32),
            Map.entry("u8", Element.UINT64),
            Map.entry("i8", Element.INT64),
            Map.entry("f2", Element.FLOAT16),
            Map.entry("f4", Element.FLOAT32),
            Map.entry("f8", Element.FLOAT64));

    /** Bytes of all numbers together. */
    long dataBytes() {
        return NumberArray.count(shape) * element.bytes();
    }

    NumberArray array(String name, Bytes data) {
        return new NumberArray(name, data, element, order, shape, fortran && shape.size() > 1);
    }

    /**
     * Reads up to the first number.
     *
     * @throws IOException naming the file and the broken rule
     */
    static NpyHeader read(String name, InputStream in) throws IOException {
        byte[] start = in.readNBytes(8);
        if (start.length < 8) {
            throw new IOException(name + ": is cut short: an npy file has at least 10 bytes, this has " + start.length);
        }
        for (int i = 0; i < MAGIC.length; i++) {
            if (start[i] != MAGIC[i]) {
                throw new IOException(name + ": byte " + i + ": an npy file begins with \\x93NUMPY, this does not;"
                        + " write it with numpy.save");
            }
        }
        int version = start[6];
        if (version < 1 || version > 3 || start[7] != 0) {
            throw new IOException(name + ": byte 6: the version must be 1.0, 2.0 or 3.0, was " + (start[6] & 0xFF) + "."
                    + (start[7] & 0xFF));
        }
        int field = version == 1 ? 2 : 4;
        byte[] size = in.readNBytes(field);
        if (size.length < field) {
            throw new IOException(name + ": is cut short within the length of its header");
        }
        ByteBuffer view = ByteBuffer.wrap(size).order(ByteOrder.LITTLE_ENDIAN);
        long length = version == 1 ? view.getShort() & 0xFFFFL : view.getInt() & 0xFFFFFFFFL;
        if (length > LONGEST) {
            throw new IOException(
                    name + ": byte 8: the header must have at most " + LONGEST + " bytes, says " + length);
        }
        byte[] text = in.readNBytes((int) length);
        if (text.length < length) {
            throw new IOException(name + ": is cut short: its header says that it has " + length + " bytes, there are "
                    + text.length);
        }
        return parse(name, new String(text, StandardCharsets.UTF_8).strip(), 8 + field + text.length);
    }

    private static NpyHeader parse(String name, String text, int length) throws IOException {
        if (text.length() < 2 || !text.startsWith("{") || !text.endsWith("}")) {
            throw unreadable(name);
        }
        String items = text.substring(1, text.length() - 1).strip();
        if (items.matches("(?s).*['\"]descr['\"]\\s*:\\s*\\[.*")) {
            throw new IOException(
                    name + ": holds structured rows, which are refused; save each field as an array of" + " its own");
        }
        String[] descr = new String[1];
        Boolean[] fortran = new Boolean[1];
        List<List<Long>> shape = new ArrayList<>();
        Matcher item = ITEM.matcher(items);
        int at = 0;
        for (; at < items.length(); at = item.end()) {
            if (!item.region(at, items.length()).lookingAt()) {
                throw unreadable(name);
            }
            String key = item.group(1) != null ? item.group(1) : item.group(2);
            String quoted = item.group(3) != null ? item.group(3) : item.group(4);
            if (key.equals("descr") && quoted != null && descr[0] == null) {
                descr[0] = quoted;
            } else if (key.equals("fortran_order") && item.group(5) != null && fortran[0] == null) {
                fortran[0] = item.group(5).equals("True");
            } else if (key.equals("shape") && item.group(6) != null && shape.isEmpty()) {
                shape.add(sizes(name, item.group(6)));
            } else {
                throw unreadable(name);
            }
        }
        if (descr[0] == null || fortran[0] == null || shape.isEmpty()) {
            throw unreadable(name);
        }
        Element element = element(name, descr[0]);
        ByteOrder order = descr[0].charAt(0) == '>' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        return new NpyHeader(descr[0], element, order, fortran[0], shape.get(0), length);
    }

    private static IOException unreadable(String name) {
        return new IOException(name + ": its header must be a dictionary of 'descr', 'fortran_order' and 'shape', once"
                + " each, and is not; write the file with numpy.save");
    }

    private static List<Long> sizes(String name, String tuple) throws IOException {
        List<Long> shape = new ArrayList<>();
        String inside = tuple.strip();
        if (!inside.isEmpty()) {
            // A tuple of one is written with a comma behind it.
            for (String size :
                    (inside.endsWith(",") ? inside.substring(0, inside.length() - 1) : inside).split(",", -1)) {
                String digits = size.strip().replaceFirst("L$", "");
                if (!digits.matches("[0-9]{1,18}")) {
                    throw new IOException(
                            name + ": every dimension must be a whole number below 10^18, was '" + size.strip() + "'");
                }
                shape.add(Long.parseLong(digits));
            }
        }
        long count = NumberArray.count(shape);
        if (shape.size() > MOST_DIMENSIONS || count < 0 || count > Long.MAX_VALUE / 16) {
            throw new IOException(name + ": dimensions " + shape + " make more numbers than a file can hold");
        }
        return shape;
    }

    private static Element element(String name, String descr) throws IOException {
        String type = descr.isEmpty() ? "" : descr.substring(1);
        Element element = ELEMENTS.get(type);
        boolean single = element != null && element.bytes() == 1;
        if (element != null && (single ? descr.matches("[|<>].*") : descr.matches("[<>].*"))) {
            return element;
        }
        String why = switch (type.isEmpty() ? ' ' : type.charAt(0)) {
            case 'O' ->
                "holds Python objects, and to read those would be to run code out of the file; save plain numbers";
            case 'S', 'a', 'U' -> "holds text; save a number for each text, such as the index in a list of names";
            case 'V' -> "holds structured rows; save each field as an array of its own";
            case 'c' -> "holds complex numbers; save real and imaginary parts as arrays of their own";
            case 'M', 'm' -> "holds dates; save them as numbers";
            default -> "is none that is read; save bool, int8 to int64, uint8 to uint64, or float16 to float64";
        };
        throw new IOException(name + ": type '" + descr + "' is refused: it " + why);
    }
}
