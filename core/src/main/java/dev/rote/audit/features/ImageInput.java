package dev.rote.audit.features;

import dev.rote.data.Examples;
import dev.rote.data.Rows;
import dev.rote.data.Target;
import dev.rote.data.files.PictureFile;
import dev.rote.tensor.InputShape;
import dev.rote.tensor.Seeds;
import dev.rote.yaml.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Pictures: a folder with a folder for each class, idx files, CIFAR records or an npz archive of arrays.
 *
 * <p>Plain view: pixels from 0 to 1 of the pictures made small ({@link Pooling}), grey or in colour; linear and scaled view: these,
 * standardised. Arrays that are no pictures are taken as rows of numbers. Broken pictures of a folder are left out with a notice, unless they
 * are more than half.
 */
public final class ImageInput {

    private static final int WIDEST = 1024;
    private static final int COMPONENTS = 100;
    private static final int MOST_CELLS = 50;

    private ImageInput() {}

    /** Whether a path is for this and no table. */
    public static boolean is(Path path) {
        return ImageSource.is(path);
    }

    /**
     * Reads and encodes the pictures.
     *
     * @param redacted whether notices and errors may not name the files of a folder
     * @param seeds for the search for directions in very wide arrays
     * @throws Problem when something is wrong with the files or their labels
     */
    public static Input read(Path path, boolean redacted, Seeds seeds) {
        ImageSource source = ImageSource.open(path, redacted);
        List<String> notices = new ArrayList<>(source.notices());
        Examples all = oriented(source.examples());
        List<Long> dims = all.inputs().dims();
        boolean pictures = dims.size() == 3 && (dims.get(0) == 1 || dims.get(0) == 3);
        Pixels pixels = pictures ? Pixels.small(all, source.files()) : Pixels.whole(all);
        notices.addAll(pixels.notices(path, source.files(), redacted));
        int[] kept = pixels.kept();
        Examples examples = all.at(kept);
        if (pictures && pixels.grey() && dims.get(0) == 3) {
            examples = examples.with(new FirstChannel(examples.rows()));
        }
        Named named = Named.of(path.toString(), examples);
        notices.addAll(named.notices());
        Dense plain = pixels.values();
        Dense scaled = plain.columns() <= WIDEST
                ? Standardised.of(plain)
                : Standardised.of(
                        TruncatedSvd.of(plain, COMPONENTS, seeds.of("svd")).apply(plain));
        Clusters same = Duplicates.exact(kept.length, i -> pixels.hashes()[i]);
        if (pictures && kept.length <= Duplicates.MOST_NEAR) {
            NearPictures.join(same, plain, scaled);
        }
        Groups groups = Groups.of(IntStream.range(0, kept.length).toArray(), same, pictures ? "picture" : "row");
        notices.addAll(groups.notices());
        Examples shown = examples;
        List<Path> files = source.files();
        Exhibits exhibits = (position, given, suggested) -> files.isEmpty()
                ? exhibit(shown, position)
                : new Exhibit.Picture(Png.of(PictureFile.read(files.get(kept[position]))));
        return new Input(
                path.toString(),
                named.classes(),
                named.labels(),
                kept,
                files.isEmpty()
                        ? List.of()
                        : Arrays.stream(kept)
                                .mapToObj(i -> ImageSource.below(path, files.get(i)))
                                .toList(),
                groups.codes(),
                new Features(plain.columns() <= WIDEST ? scaled : Standardised.of(plain), scaled, plain),
                exhibits,
                groups.duplicates(),
                pictures
                        ? Optional.of(examples.with(new Target.Classes(named.classes()), named.labels()))
                        : Optional.empty(),
                Optional.empty(),
                notices);
    }

    /** The same with all names. */
    public static Input read(Path path, Seeds seeds) {
        return read(path, false, seeds);
    }

    private static Examples oriented(Examples examples) {
        List<Long> dims = examples.inputs().dims();
        boolean last = dims.size() == 3 && dims.get(0) > 3 && (dims.get(2) == 1 || dims.get(2) == 3);
        return last ? examples.with(new ChannelsFirst(examples.rows())) : examples;
    }

    private static Exhibit exhibit(Examples examples, int position) {
        Rows rows = examples.rows();
        float[] numbers = new float[rows.width()];
        rows.read(examples.ids()[position], numbers, 0);
        List<Long> dims = rows.shape().dims();
        if (dims.size() == 3 && (dims.get(0) == 1 || dims.get(0) == 3)) {
            return new Exhibit.Picture(Png.of(
                    numbers, Math.toIntExact(dims.get(0)), Math.toIntExact(dims.get(1)), Math.toIntExact(dims.get(2))));
        }
        List<Exhibit.Cell> cells = new ArrayList<>();
        for (int i = 0; i < Math.min(MOST_CELLS, numbers.length); i++) {
            cells.add(new Exhibit.Cell(Integer.toString(i), Float.toString(numbers[i]), false));
        }
        return new Exhibit.Row(List.copyOf(cells));
    }

    /** Classes that are there, by name. */
    private record Named(List<String> classes, int[] labels, List<String> notices) {

        static Named of(String source, Examples examples) {
            Target.Classes target = (Target.Classes) examples.target();
            int[] labels = examples.labels();
            int[] counts = new int[target.count()];
            for (int label : labels) {
                counts[label]++;
            }
            int[] present =
                    IntStream.range(0, counts.length).filter(c -> counts[c] > 0).toArray();
            List<String> names = Arrays.stream(present).mapToObj(target::name).toList();
            Labels check = new Labels(
                    source,
                    "labels",
                    "audit other data",
                    names,
                    Arrays.stream(present).map(c -> counts[c]).toArray());
            check.require();
            int[] place = new int[counts.length];
            for (int i = 0; i < present.length; i++) {
                place[present[i]] = i;
            }
            return new Named(
                    names, Arrays.stream(labels).map(label -> place[label]).toArray(), check.notices());
        }
    }

    /** The first of three equal channels. */
    private record FirstChannel(Rows source) implements Rows {

        @Override
        public InputShape.Features shape() {
            List<Long> dims = source.shape().dims();
            return new InputShape.Features(List.of(1L, dims.get(1), dims.get(2)));
        }

        @Override
        public void read(long id, float[] into, int at) {
            float[] whole = new float[source.width()];
            source.read(id, whole, 0);
            System.arraycopy(whole, 0, into, at, whole.length / 3);
        }
    }
}
