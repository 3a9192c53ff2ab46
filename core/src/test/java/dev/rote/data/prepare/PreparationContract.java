package dev.rote.data.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rote.data.Batch;
import dev.rote.data.Examples;
import dev.rote.data.ModularArithmetic;
import dev.rote.data.Parts;
import dev.rote.data.Preparation;
import dev.rote.data.Rows;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Tensor;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What every preparation promises. The test of one implements this and says which, and what it refuses. */
interface PreparationContract {

    Seeds SEEDS = new Seeds(4);

    /** A preparation that can be applied to an {@link Album}. */
    Preparation preparation();

    /** Its name in a recipe. */
    String name();

    /** The parts that it changes or makes. */
    Set<String> touched();

    /** Whether it draws at random. */
    boolean draws();

    /** Messages of calls that are refused; each must name the argument and its value. */
    Map<String, ThrowingCallable> refusals();

    /** How many rows it reads before training. */
    default int readsBefore() {
        return 0;
    }

    /** The label that it gives to examples of a class. */
    default int relabelled(int label) {
        return label;
    }

    private Parts apply(Album album, Seeds seeds) {
        return preparation().apply(album.parts(), seeds);
    }

    private static Map<String, Object> seen(Parts parts) {
        return parts.byName().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, part -> Album.seen(part.getValue())));
    }

    @Test
    default void idsAscendAndEachIsInOnePart() {
        Set<Long> before = new TreeSet<>();
        Album.usual()
                .parts()
                .byName()
                .values()
                .forEach(part -> LongStream.of(part.ids()).forEach(before::add));
        Set<Long> after = new TreeSet<>();
        apply(Album.usual(), SEEDS).byName().values().forEach(part -> {
            assertThat(part.size()).isPositive();
            assertThat(part.ids()).isSorted();
            LongStream.of(part.ids()).forEach(id -> assertThat(after.add(id)).isTrue());
        });
        assertThat(before).containsAll(after);
    }

    @Test
    default void labelsTravelWithTheirRows() {
        apply(Album.usual(), SEEDS).byName().forEach((name, part) -> {
            long[] wanted = LongStream.of(part.ids())
                    .boxed()
                    .sorted(java.util.Comparator.reverseOrder())
                    .mapToLong(Long::longValue)
                    .toArray();
            try (Scope scope = Scope.open()) {
                Batch batch = part.batch(wanted);
                float[] inputs = batch.inputs().toFloats();
                int width = inputs.length / wanted.length;
                Rows rows = Album.examples(part).rows();
                for (int i = 0; i < wanted.length; i++) {
                    assertThat(batch.targets().toLongs()[i]).isEqualTo(relabelled(Album.label(wanted[i])));
                    assertThat(Arrays.copyOfRange(inputs, i * width, (i + 1) * width))
                            .containsExactly(Album.read(rows, wanted[i]));
                }
            }
        });
    }

    @Test
    default void otherPartsStayAsTheyAre() {
        Parts before = Album.usual().parts();
        Parts after = preparation().apply(before, SEEDS);
        Set<String> names = new TreeSet<>(before.byName().keySet());
        names.addAll(touched());
        assertThat(after.byName().keySet()).containsExactlyInAnyOrderElementsOf(names);
        assertThat(after.source()).isEqualTo(before.source());
        before.byName().forEach((name, part) -> {
            if (touched().contains(name)) {
                assertThat(Album.seen(after.get(name))).as(name).isNotEqualTo(Album.seen(part));
            } else {
                assertThat(after.get(name)).as(name).isSameAs(part);
            }
        });
    }

    @Test
    default void theSeedDecides() {
        Map<String, Object> once = seen(apply(Album.usual(), SEEDS));
        assertThat(seen(apply(Album.usual(), SEEDS))).isEqualTo(once);
        boolean moved = IntStream.range(10, 13)
                .anyMatch(seed -> !seen(apply(Album.usual(), new Seeds(seed))).equals(once));
        assertThat(moved).isEqualTo(draws());
    }

    @Test
    default void whatIsInTheTestPartDoesNotMatterToTheOthers() {
        Parts usual = apply(Album.usual(), SEEDS);
        Parts other = apply(Album.withOtherTest(), SEEDS);
        assertThat(Album.seen(other.get("train"))).isEqualTo(Album.seen(usual.get("train")));
        assertThat(Album.seen(other.get("extra"))).isEqualTo(Album.seen(usual.get("extra")));
        assertThat(Album.seen(other.get("test"))).isNotEqualTo(Album.seen(usual.get("test")));
    }

    @Test
    default void rowsAreReadWhenTheyAreWanted() {
        Album album = Album.usual();
        Examples train = Album.examples(apply(album, SEEDS).get("train"));
        assertThat(album.reads()).isEqualTo(readsBefore());
        try (Scope scope = Scope.open()) {
            train.batch(Arrays.copyOf(train.ids(), 2));
        }
        assertThat(album.reads()).isEqualTo(readsBefore() + 2);
    }

    @Test
    default void severalThreadsReadTheSame() {
        for (var part : apply(Album.usual(), SEEDS).byName().values()) {
            Rows rows = Album.examples(part).rows();
            float[][] alone = LongStream.of(part.ids())
                    .mapToObj(id -> Album.read(rows, id))
                    .toArray(float[][]::new);
            long[] ids = part.ids();
            IntStream.range(0, 50 * ids.length).parallel().forEach(i -> {
                int at = i % ids.length;
                assertThat(Album.read(rows, ids[at])).containsExactly(alone[at]);
            });
        }
    }

    @Test
    default void nothingStaysInNativeMemory() {
        long before = Tensor.live();
        Parts parts = apply(Album.usual(), SEEDS);
        try (Scope scope = Scope.open()) {
            parts.get("train").batch(parts.get("train").ids());
        }
        assertThat(Tensor.live()).isEqualTo(before);
    }

    @Test
    default void dataWithoutFeaturesAreRefused() {
        Parts tokens = new ModularArithmetic().open(SEEDS);
        assertThatThrownBy(() -> preparation().apply(tokens, SEEDS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(name() + " needs data with features, these have Tokens");
    }

    @Test
    default void wrongUseIsNamed() {
        assertThat(refusals()).isNotEmpty();
        refusals()
                .forEach((message, call) -> assertThatThrownBy(call)
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage(message));
    }
}
