package dev.rote.data.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rote.data.Dataset;
import dev.rote.data.Parts;
import dev.rote.data.Source;
import dev.rote.tensor.Seeds;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Valid files come back as they were written; spoiled ones are refused in words or still make data. */
class FilesPropertyTest {

    private static Path folder = Path.of("");

    @BeforeContainer
    static void make() throws IOException {
        folder = Files.createTempDirectory("rote-property");
    }

    @AfterContainer
    static void clear() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private static int product(int[] shape) {
        return Arrays.stream(shape).reduce(1, (a, b) -> a * b);
    }

    @Property(tries = 200)
    void idxComesBack(
            @ForAll @Size(min = 1, max = 4) List<@IntRange(min = 1, max = 5) Integer> sizes,
            @ForAll @IntRange(min = 0, max = 5) int type,
            @ForAll boolean gzipped,
            @ForAll long seed)
            throws IOException {
        int[] shape = sizes.stream().mapToInt(Integer::intValue).toArray();
        int bytesEach = new int[] {1, 1, 2, 4, 4, 8}[type];
        ByteBuffer data = ByteBuffer.allocate(product(shape) * bytesEach);
        double[] values = new double[product(shape)];
        for (int i = 0; i < values.length; i++) {
            long bits = new Seeds(seed).bits(i);
            switch (type) {
                case 0 -> data.put((byte) (values[i] = bits & 0xFF));
                case 1 -> data.put((byte) (values[i] = (byte) bits));
                case 2 -> data.putShort((short) (values[i] = (short) bits));
                case 3 -> data.putInt((int) (values[i] = (int) bits));
                case 4 -> data.putFloat((float) (values[i] = (float) (bits / 3.0)));
                default -> data.putDouble(values[i] = bits / 3.0e9);
            }
        }
        byte[] file = Made.idx(new int[] {8, 9, 11, 12, 13, 14}[type], shape, data.array());
        NumberArray array = IdxFile.read(Path.of(Made.write(folder, "a.idx", gzipped ? Made.gzip(file) : file)));
        assertThat(array.shape())
                .isEqualTo(sizes.stream().map(Integer::longValue).toList());
        ArrayRows rows = new ArrayRows(array, 1);
        float[] row = new float[rows.width()];
        for (int i = 0; i < values.length; i++) {
            rows.read(i / row.length, row, 0);
            assertThat(row[i % row.length]).isEqualTo((float) values[i]);
        }
    }

    @Property(tries = 200)
    void npyComesBackInAnyOrder(
            @ForAll @Size(max = 4) List<@IntRange(min = 0, max = 5) Integer> sizes,
            @ForAll boolean fortran,
            @ForAll boolean big,
            @ForAll boolean zipped)
            throws IOException {
        int[] shape = sizes.stream().mapToInt(Integer::intValue).toArray();
        int count = product(shape);
        ByteBuffer data = ByteBuffer.allocate(8 * count).order(big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        int[] index = new int[shape.length];
        for (int i = 0; i < count; i++) { // i counts in C order; the place in a Fortran file is summed from the index
            int place = 0;
            int stride = 1;
            for (int k = 0; k < shape.length; k++) {
                place += index[k] * stride;
                stride *= shape[k];
            }
            data.putLong(8 * (fortran ? place : i), 1000L + i);
            for (int k = shape.length - 1; k >= 0 && ++index[k] == shape[k]; k--) {
                index[k] = 0;
            }
        }
        String tuple = sizes.stream().map(size -> size + ",").collect(Collectors.joining(" ", "(", ")"));
        byte[] npy = Made.npy((big ? ">" : "<") + "i8", fortran, tuple, data.array());
        NpyReader reader = zipped
                ? NpzReader.open(Path.of(Made.write(folder, "a.npz", Made.zip("x.npy", npy))))
                        .array("x")
                : NpyReader.open(Path.of(Made.write(folder, "a.npy", npy)));
        double[] expected = new double[count];
        Arrays.setAll(expected, i -> 1000 + i);
        assertThat(reader.doubles()).containsExactly(expected);
        assertThat(reader.shape())
                .containsExactly(Arrays.stream(shape).asLongStream().toArray());
    }

    /** Where a byte is changed, to what, and where the file ends. */
    private static byte[] spoil(byte[] bytes, List<Integer> places, long seed, int cut) {
        byte[] spoiled = bytes.clone();
        for (int place : places) {
            long bits = new Seeds(seed).of(place).bits(0);
            spoiled[Math.floorMod(place, bytes.length)] = switch ((int) (bits & 3)) {
                case 0 -> 0;
                case 1 -> -1;
                default -> (byte) (bits >>> 8);
            };
        }
        return Arrays.copyOf(spoiled, Math.floorMod(cut, 5) == 0 ? Math.floorMod(cut, bytes.length + 3) : bytes.length);
    }

    private static void check(Source source, String file) {
        try {
            Parts parts = source.open(new Seeds(1));
            Dataset train = parts.get("train");
            for (long id : train.ids()) {
                Made.row(train, id);
            }
        } catch (IllegalArgumentException refused) {
            // Exactly this one: a number that cannot be parsed would come as a subclass.
            assertThat(refused).isExactlyInstanceOf(IllegalArgumentException.class);
            assertThat(refused).hasMessageContaining(file);
        }
    }

    private static final byte[] BYTES = Made.idx(8, new int[] {6, 2, 2}, new byte[24]);
    private static final byte[] FLOATS = Made.idx(13, new int[] {6, 1}, new byte[24]);
    private static final byte[] LABELS = Made.idx(8, new int[] {6}, Made.bytes(0, 1, 2, 0, 1, 2));

    @Property(tries = 1000)
    void spoiledIdxIsRefusedInWords(
            @ForAll @Size(max = 3) List<@IntRange(min = 0, max = 60) Integer> places,
            @ForAll long seed,
            @ForAll @IntRange(min = 0, max = 100) int cut,
            @ForAll @IntRange(min = 0, max = 3) int which) {
        byte[] inputs =
                List.of(BYTES, FLOATS, Made.gzip(BYTES), Made.gzip(FLOATS)).get(which);
        String x = Made.write(folder, "spoiled.x", spoil(inputs, places, seed, cut));
        String y = Made.write(folder, "spoiled.y", LABELS);
        check(new Idx(x, y, "", "", 0, List.of()), "spoiled");
        String z = Made.write(folder, "spoiled.z", spoil(LABELS, places, seed, cut));
        check(new Idx(Made.write(folder, "spoiled.x", BYTES), z, "", "", 0, List.of()), "spoiled");
    }

    private static final byte[] X = Made.npy("<f4", true, "(3, 2)", new byte[24]);
    private static final byte[] Y = Made.npy("<i2", false, "(3,)", Made.bytes(0, 0, 1, 0, 2, 0));
    private static final byte[] NPZ = Made.zip("x.npy", X, "y.npy", Y);

    @Property(tries = 1000)
    void spoiledNumpyIsRefusedInWords(
            @ForAll @Size(max = 3) List<@IntRange(min = 0, max = 400) Integer> places,
            @ForAll long seed,
            @ForAll @IntRange(min = 0, max = 500) int cut) {
        String y = Made.write(folder, "spoiled.y", Y);
        String x = Made.write(folder, "spoiled.x", spoil(X, places, seed, cut));
        check(new NpyFiles(x, y, "", "", 0, List.of()), "spoiled");
        String npz = Made.write(folder, "spoiled.npz", spoil(NPZ, places, seed, cut));
        check(new NpzFile(npz, "x", "y", "", "", 0, List.of()), "spoiled");
    }

    @Property(tries = 300)
    void spoiledRecordsAreRefusedInWords(
            @ForAll @Size(max = 3) List<@IntRange(min = 0, max = 100) Integer> places,
            @ForAll long seed,
            @ForAll @IntRange(min = 0, max = 100) int cut) {
        byte[] gzip = Made.gzip(CifarBinaryTest.records(0, 1));
        String file = Made.write(folder, "spoiled.bin", spoil(gzip, places, seed, cut));
        check(new CifarBinary(List.of(file), List.of(), 0, List.of()), "spoiled");
    }
}
