package dev.rote.data.tables;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * The characters of a text file, unpacked when it is gzipped, without a byte order mark.
 *
 * <p>Java's own readers replace what they cannot decode, or fail some thousand characters early; this one fails exactly
 * where the damage is, so that its line can be told.
 */
final class Characters implements Closeable {

    private static final int BLOCK = 1 << 16;

    private final InputStream in;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(BLOCK).limit(0);
    private final CharBuffer chars = CharBuffer.allocate(BLOCK).limit(0);
    private boolean atStart = true;
    private boolean read;
    private boolean decoded;

    Characters(Path file, Charset encoding) throws IOException {
        this.in = unpacked(file);
        this.decoder = encoding.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    private static InputStream unpacked(Path file) throws IOException {
        InputStream raw = new BufferedInputStream(Files.newInputStream(file), BLOCK);
        try {
            raw.mark(2);
            boolean packed = raw.read() == 0x1f && raw.read() == 0x8b;
            raw.reset();
            return packed ? new GZIPInputStream(raw, BLOCK) : raw;
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    /**
     * The next character, or -1 at the end.
     *
     * @throws java.nio.charset.CharacterCodingException when the bytes here are no text in this encoding
     */
    int read() throws IOException {
        while (!chars.hasRemaining()) {
            if (decoded) {
                return -1;
            }
            fill();
        }
        return chars.get();
    }

    private void fill() throws IOException {
        chars.clear();
        while (chars.position() == 0 && !decoded) {
            CoderResult result = decoder.decode(bytes, chars, read);
            if (result.isError() && chars.position() == 0) {
                result.throwException();
            }
            if (result.isUnderflow() && read) {
                decoder.flush(chars);
                decoded = true;
            } else if (result.isUnderflow()) {
                bytes.compact();
                int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
                read = count < 0;
                bytes.position(bytes.position() + Math.max(0, count)).flip();
            }
        }
        chars.flip();
        if (atStart && chars.hasRemaining()) {
            atStart = false;
            if (chars.get(0) == '\uFEFF') {
                chars.get();
            }
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
