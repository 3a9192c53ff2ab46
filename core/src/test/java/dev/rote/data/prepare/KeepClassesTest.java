package dev.rote.data.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rote.data.Examples;
import dev.rote.data.Parts;
import dev.rote.data.Preparation;
import dev.rote.data.Target;
import dev.rote.tensor.Seeds;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class KeepClassesTest implements PreparationContract {

    @Override
    public Preparation preparation() {
        return new KeepClasses(List.of(2, 0), "others");
    }

    @Override
    public String name() {
        return "classes";
    }

    @Override
    public Set<String> touched() {
        return Set.of("train", "test", "extra", "others");
    }

    @Override
    public boolean draws() {
        return false;
    }

    @Override
    public int relabelled(int label) {
        return label == 2 ? 0 : label == 0 ? 1 : 0;
    }

    @Override
    public Map<String, ThrowingCallable> refusals() {
        Parts album = Album.usual().parts();
        Examples extra = Album.examples(album.get("extra"));
        Parts bees = album.with("extra", extra.with(new Target.Classes(Album.NAMES), filled(20, 1)));
        Examples reals = new Examples(extra.ids(), extra.rows(), new Target.Reals(1), new float[20]);
        return Map.of(
                "keep must name at least two classes, each once, was [3]",
                () -> new KeepClasses(List.of(3), ""),
                "keep must name at least two classes, each once, was [3, 1, 3]",
                () -> new KeepClasses(List.of(3, 1, 3), ""),
                "keep must hold classes from 0 to 4, was [0, 5]",
                () -> new KeepClasses(List.of(0, 5), "").apply(album, SEEDS),
                "rest must be the name of a new part, not one of [train, test, extra], was extra",
                () -> new KeepClasses(List.of(0, 1), "extra").apply(album, SEEDS),
                "part others has no examples left, its classes are [0, 1, 2, 3, 4], kept are [4, 3, 2, 1, 0]",
                () -> new KeepClasses(List.of(4, 3, 2, 1, 0), "others").apply(album, SEEDS),
                "part extra has no examples left, its classes are [1], kept are [0, 2]",
                () -> new KeepClasses(List.of(0, 2), "").apply(bees, SEEDS),
                "classes needs classes as target, was Reals[size=1]",
                () -> new KeepClasses().apply(album.with("extra", reals), SEEDS));
    }

    private static int[] filled(int count, int value) {
        int[] all = new int[count];
        java.util.Arrays.fill(all, value);
        return all;
    }

    @Test
    void classesAreNumberedInTheOrderGiven() {
        Parts before = Album.usual().parts();
        Parts after = preparation().apply(before, new Seeds(1));
        for (String name : List.of("train", "test", "extra")) {
            assertThat(after.get(name).target()).isEqualTo(new Target.Classes(List.of("cat", "ant")));
            assertThat(after.get(name).ids())
                    .containsExactly(LongStream.of(before.get(name).ids())
                            .filter(id -> Album.label(id) == 2 || Album.label(id) == 0)
                            .toArray());
        }
        assertThat(after.get("others").ids())
                .containsExactly(LongStream.of(before.get("test").ids())
                        .filter(id -> Album.label(id) != 2 && Album.label(id) != 0)
                        .toArray());
        assertThat(Album.examples(after.get("others")).labels()).containsOnly(0);
        assertThat(after.get("others").target()).isEqualTo(after.get("train").target());
    }

    @Test
    void withoutANameTheRestIsGone() {
        Parts after = new KeepClasses(List.of(1, 3), "").apply(Album.usual().parts(), SEEDS);
        assertThat(after.byName().keySet()).containsExactly("train", "test", "extra");
    }
}
