package dev.rote.audit.files;

import dev.rote.audit.files.Review.Action;
import dev.rote.audit.files.Review.Decision;
import dev.rote.data.tables.LabelSpans;
import dev.rote.files.AtomicFile;
import dev.rote.yaml.Problem;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A text table with other labels. Its characters are decoded and encoded again; that this gives the same bytes is not believed but
 * checked: the fingerprint of what would have been written without any change must be that of what was read.
 */
final class CorrectedText {

    private final Review review;
    private final Origin origin;
    private final MessageDigest before = Fingerprints.sha256();
    private final MessageDigest again = Fingerprints.sha256();

    private CorrectedText(Review review, Origin origin) {
        this.review = review;
        this.origin = origin;
    }

    static void write(Review review, Origin origin, Path out) throws IOException {
        AtomicFile.write(out, channel -> {
            OutputStream plain = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
            try (InputStream raw = new BufferedInputStream(Files.newInputStream(origin.path()), 1 << 16)) {
                if (isGzip(raw)) {
                    GZIPOutputStream packed = new GZIPOutputStream(plain);
                    new CorrectedText(review, origin).copy(new GZIPInputStream(raw), packed);
                    packed.finish();
                } else {
                    new CorrectedText(review, origin).copy(raw, plain);
                }
            }
            plain.flush();
        });
    }

    private static boolean isGzip(InputStream in) throws IOException {
        in.mark(2);
        boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        return gzip;
    }

    private void copy(InputStream in, OutputStream out) throws IOException {
        BufferedInputStream source = new BufferedInputStream(new DigestInputStream(in, before), 1 << 16);
        Charset charset = charset(source);
        InputStreamReader characters = new InputStreamReader(source, charset.newDecoder());
        String name = String.valueOf(origin.path().getFileName());
        int row = 0;
        try (LabelSpans rows =
                LabelSpans.open(characters, name, origin.label().orElseThrow(), origin.separator(), origin.header())) {
            for (; rows.next(); row++) {
                out.write(bytes(rows.gap(), charset));
                byte[] same = bytes(rows.raw(), charset);
                Optional<Decision> decision = review.at(row, rows.label());
                Action action = decision.map(Decision::action).orElse(Action.NONE);
                if (action == Action.RELABEL && !decision.get().label().equals(rows.label())) {
                    out.write(changed(rows, decision.get(), charset));
                } else if (action != Action.DROP) {
                    out.write(same);
                }
            }
            out.write(bytes(rows.gap(), charset));
        }
        review.end(row);
        if (!MessageDigest.isEqual(before.digest(), again.digest())) {
            throw Problem.couldNotRun(
                            "is not the same when it is read and written as " + origin.encoding(),
                            "save the data as UTF-8, and run the audit again")
                    .in(origin.path().toString());
        }
    }

    /** The bytes that the file has for what stands in it. */
    private byte[] bytes(String text, Charset charset) {
        byte[] bytes = text.getBytes(charset);
        again.update(bytes);
        return bytes;
    }

    private byte[] changed(LabelSpans rows, Decision decision, Charset charset) {
        if (!charset.newEncoder().canEncode(decision.label())) {
            throw Problem.wrongUse("must have characters of " + origin.encoding() + " only", "choose another label")
                    .in(review.file().toString(), decision.line())
                    .field("suggested_label")
                    .was("'" + decision.label() + "'");
        }
        return rows.with(decision.label()).getBytes(charset);
    }

    /** Java drops the mark at the beginning of UTF-16 and writes another; with the byte order said, it is a character like any other. */
    private Charset charset(InputStream in) throws IOException {
        String name = origin.encoding().toLowerCase(Locale.ROOT);
        if (!name.equals("utf-16")) {
            return name.equals("latin-1") ? StandardCharsets.ISO_8859_1 : Charset.forName(name);
        }
        in.mark(2);
        boolean little = in.read() == 0xff && in.read() == 0xfe;
        in.reset();
        return little ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
    }
}
