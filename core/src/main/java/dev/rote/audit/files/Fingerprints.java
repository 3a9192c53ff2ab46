package dev.rote.audit.files;

import dev.rote.audit.Findings;
import dev.rote.files.Disk;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** SHA-256 of what was audited, as 64 hexadecimal digits. */
final class Fingerprints {

    private Fingerprints() {}

    /** Of a file; of a folder, of the names, sizes and bytes of all files in it, in the order of their names. */
    static String of(Path path) throws IOException {
        MessageDigest digest = sha256();
        try (OutputStream into = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            if (!Files.isDirectory(path)) {
                Files.copy(path, into);
            } else {
                for (Path file : files(path)) {
                    String name = path.relativize(file).toString().replace('\\', '/');
                    into.write((name + "\0" + Files.size(file) + "\0").getBytes(StandardCharsets.UTF_8));
                    Files.copy(file, into);
                }
            }
        } catch (IOException e) {
            throw Disk.explain(path, "read", e);
        }
        return hex(digest);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** Of the rows and their given labels, in the order of the rows. */
    static String labels(Findings findings) {
        MessageDigest digest = sha256();
        for (int i = 0; i < findings.size(); i++) {
            add(digest, findings.rows()[i], findings.classes().get(findings.given()[i]));
        }
        return hex(digest);
    }

    static void add(MessageDigest digest, long row, String label) {
        byte[] bytes = label.getBytes(StandardCharsets.UTF_8);
        digest.update((row + " " + bytes.length + " ").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }

    static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
