package dev.rote.app.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The page's Content-Security-Policy: no requests at all, and no script but those whose SHA-256 it lists.
 *
 * <p>Escaping keeps foreign text from becoming a script; should it ever fail, this is the second wall.
 */
final class Policy {

    private Policy() {}

    /** The same, and pictures that stand in the page itself. */
    static String allowingPictures(List<String> scripts) {
        return allowing(scripts) + "; img-src data:";
    }

    static String allowing(List<String> scripts) {
        String hashes = scripts.stream().map(Policy::hash).collect(Collectors.joining(" "));
        return "default-src 'none'; script-src " + hashes
                + "; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
    }

    private static String hash(String script) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
