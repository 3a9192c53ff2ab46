package dev.rote.files;

import dev.rote.tensor.Safetensors;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** SHA-256 over the meaning of a safetensors file: every name, type, shape, byte and text, in sorted order. */
public final class Digest {

    private final MessageDigest sha256;

    private Digest(MessageDigest sha256) {
        this.sha256 = sha256;
    }

    /** 64 hexadecimal digits. */
    public static String of(Map<String, Safetensors.Entry> tensors, Map<String, String> texts) {
        Digest digest = new Digest(sha256());
        digest.number(tensors.size());
        new TreeMap<>(tensors).forEach((name, entry) -> {
            digest.text(name);
            digest.text(entry.dtype().name());
            digest.number(entry.shape().size());
            entry.shape().forEach(digest::number);
            digest.sha256.update(entry.data());
        });
        digest.number(texts.size());
        new TreeMap<>(texts).forEach((name, text) -> {
            digest.text(name);
            digest.text(text);
        });
        return HexFormat.of().formatHex(digest.sha256.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private void number(long value) {
        sha256.update(ByteBuffer.allocate(Long.BYTES).putLong(value).flip());
    }

    /** Length first, so that two texts never run into each other. */
    private void text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        number(bytes.length);
        sha256.update(bytes);
    }
}
