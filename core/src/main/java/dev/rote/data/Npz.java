package dev.rote.data;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Several named arrays in one file that {@code numpy.load} reads: a zip archive of npy files.
 *
 * <p>The same arrays give the same bytes: sorted names, one fixed date, and no compression, whose outcome would depend on
 * the version of the system's zlib.
 */
public final class Npz {

    /** Not the first moment of 1980: Java takes that for "earlier" and adds a field that depends on the time zone. */
    private static final LocalDateTime DATE = LocalDateTime.of(1980, 2, 1, 0, 0);

    private Npz() {}

    /**
     * Writes the archive and leaves the stream open.
     *
     * @param arrays by name; a name is at least one of the letters, digits and {@code _ . -}
     * @throws IllegalArgumentException before anything is written, when a name breaks that rule
     */
    public static void write(OutputStream out, Map<String, Npy> arrays) throws IOException {
        for (String name : arrays.keySet()) {
            if (!name.matches("[A-Za-z0-9_.-]+")) {
                throw new IllegalArgumentException(
                        "the name of an array must be letters, digits, '_', '.' or '-', was '" + name + "'");
            }
        }
        ZipOutputStream zip = new ZipOutputStream(out);
        for (Map.Entry<String, Npy> named : new TreeMap<>(arrays).entrySet()) {
            zip.putNextEntry(entry(named.getKey(), named.getValue()));
            named.getValue().write(zip);
            zip.closeEntry();
        }
        zip.finish();
        zip.flush();
    }

    /** A stored entry states size and checksum ahead of the bytes, so the array is run through once for those. */
    private static ZipEntry entry(String name, Npy array) throws IOException {
        CheckedOutputStream checked = new CheckedOutputStream(OutputStream.nullOutputStream(), new CRC32());
        array.write(checked);
        ZipEntry entry = new ZipEntry(name + ".npy");
        entry.setMethod(ZipEntry.STORED);
        entry.setTimeLocal(DATE);
        entry.setSize(array.length());
        entry.setCrc(checked.getChecksum().getValue());
        return entry;
    }
}
