package dev.rote.runs;

import dev.rote.data.Batch;
import dev.rote.data.Dataset;
import dev.rote.data.Parts;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Tensor;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What data a run was on, whatever their files are called: SHA-256 over ids, inputs and targets of each part as training sees them.
 *
 * <p>Of a part with more numbers than {@value #MOST} only the first and the last block is read: enough to notice another file, without
 * reading for minutes before the first step.
 */
final class Fingerprint {

    private static final int BLOCK = 1024;
    private static final long MOST = 1L << 26;

    private Fingerprint() {}

    /** Part to 64 hexadecimal digits. */
    static Map<String, String> of(Parts parts) {
        Map<String, String> prints = new LinkedHashMap<>();
        parts.byName().forEach((name, part) -> prints.put(name, of(part)));
        return prints;
    }

    private static String of(Dataset part) {
        MessageDigest sha256 = sha256();
        long[] ids = part.ids();
        boolean all = ids.length * part.inputs().size() <= MOST;
        for (int from = 0; from < ids.length; from += BLOCK) {
            long[] some = Arrays.copyOfRange(ids, from, Math.min(ids.length, from + BLOCK));
            ByteBuffer numbers = ByteBuffer.allocate(some.length * Long.BYTES);
            Arrays.stream(some).forEach(numbers::putLong);
            sha256.update(numbers.flip());
            if (all || from == 0 || from + BLOCK >= ids.length) {
                try (Scope scope = Scope.open()) {
                    add(part.batch(some), sha256);
                }
            }
        }
        return HexFormat.of().formatHex(sha256.digest());
    }

    private static void add(Batch batch, MessageDigest sha256) {
        for (Tensor tensor : List.of(batch.inputs(), batch.targets())) {
            sha256.update(tensor.contiguous().bytes());
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
