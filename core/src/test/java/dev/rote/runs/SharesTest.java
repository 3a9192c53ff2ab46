package dev.rote.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rote.data.Dataset;
import dev.rote.data.KnowsTruth;
import dev.rote.data.Parts;
import dev.rote.data.files.Digits;
import dev.rote.data.prepare.HoldOut;
import dev.rote.data.prepare.Take;
import dev.rote.noise.SymmetricNoise;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Seeds;
import dev.rote.yaml.Problem;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharesTest {

    private static final Parts PARTS = new Digits().open(new Seeds(4));
    private static final Seeds SEEDS = new Seeds(6);

    private static Dataset share(String name) {
        return Shares.of(PARTS, name, SEEDS);
    }

    private static int[] counts(Dataset part) {
        int[] counts = new int[10];
        try (Scope scope = Scope.open()) {
            Arrays.stream(part.batch(part.ids()).targets().toLongs()).forEach(label -> counts[(int) label]++);
        }
        return counts;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 999})
    void theSharesOfAPartAreDisjointAndCoverIt(int count) {
        long[] all = IntStream.rangeClosed(1, count)
                .mapToObj(which -> share("train." + which + "-of-" + count))
                .flatMapToLong(part -> LongStream.of(part.ids()))
                .sorted()
                .toArray();
        assertThat(all).isEqualTo(PARTS.get("train").ids());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 7})
    void eachClassIsAsOftenInEachShare(int count) {
        int[] whole = counts(PARTS.get("train"));
        int smallest = Integer.MAX_VALUE;
        int largest = 0;
        for (int which = 1; which <= count; which++) {
            Dataset share = share("train." + which + "-of-" + count);
            int[] counts = counts(share);
            for (int label = 0; label < 10; label++) {
                assertThat(counts[label]).isBetween(whole[label] / count, whole[label] / count + 1);
            }
            smallest = Math.min(smallest, share.size());
            largest = Math.max(largest, share.size());
        }
        assertThat(largest - smallest).isLessThanOrEqualTo(1);
    }

    @Test
    void areDrawnFromTheSeed() {
        assertThat(share("train.1-of-2").ids()).isEqualTo(share("train.1-of-2").ids());
        assertThat(share("train.1-of-2").ids())
                .isNotEqualTo(Shares.of(PARTS, "train.1-of-2", new Seeds(7)).ids());
        assertThat(share("train.1-of-2").ids()).isSorted();
    }

    @Test
    void aPartIsAPart() {
        assertThat(share("train")).isSameAs(PARTS.get("train"));
        assertThatThrownBy(() -> share("holdout")).hasMessageStartingWith("there is no data part 'holdout', only [");
        assertThatThrownBy(() -> share("holdout.1-of-2"))
                .hasMessageStartingWith("there is no data part 'holdout', only [");
    }

    @ParameterizedTest
    @ValueSource(strings = {"test.0-of-2", "test.3-of-2", "test.1-of-999", "test.0-of-0"})
    void refusesSharesThatThereAreNot(String name) {
        int size = PARTS.get("test").size();
        assertThat(size).isLessThan(999);
        assertThatThrownBy(() -> share(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a share must be one of 1-of-N to N-of-N with at most as many shares as the " + size
                        + " examples, was '" + name + "'");
    }

    private static Recipe digits() {
        return new Recipe()
                .but()
                .data(new Digits())
                .prepare(new Take("train", 200, Take.Order.RANDOM), new HoldOut("train", "holdout", 0.5))
                .noise(new SymmetricNoise(0.4, false))
                .recipe();
    }

    @Test
    void rolesAreGivenAtOnceSoThatPartsCanChangePlaces() {
        Parts before = Materials.open(digits()).parts();
        Map<String, String> swap = Map.of("train", "holdout", "validation", "train");
        Parts after = Materials.open(digits().but().roles(swap).recipe()).parts();
        assertThat(after.get("train").ids()).isEqualTo(before.get("holdout").ids());
        assertThat(after.get("validation").ids()).isEqualTo(before.get("train").ids());
        assertThat(after.get("holdout").ids()).isEqualTo(before.get("holdout").ids());
        assertThat(before.get("train").ids())
                .doesNotContain(before.get("holdout").ids());
    }

    @Test
    void aShareKnowsWhichOfItsLabelsAreWrong() {
        Parts before = Materials.open(digits()).parts();
        Parts after = Materials.open(
                        digits().but().roles(Map.of("half", "train.2-of-2")).recipe())
                .parts();
        KnowsTruth whole = KnowsTruth.of(before.get("train")).orElseThrow();
        KnowsTruth half = KnowsTruth.of(after.get("half")).orElseThrow();
        long[] ids = after.get("half").ids();
        assertThat(ids).hasSize(50);
        assertThat(half.truth(ids)).isEqualTo(whole.truth(ids));
        assertThat(LongStream.of(ids).filter(half::isWrong).toArray())
                .isEqualTo(LongStream.of(ids).filter(whole::isWrong).toArray())
                .hasSizeBetween(10, 30);
    }

    @Test
    void aRoleThatNobodyCanPlayIsRefusedAtItsField() {
        assertThatThrownBy(() -> Materials.open(
                        digits().but().roles(Map.of("train", "nobody")).recipe()))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith("roles: there is no data part 'nobody', only [");
    }
}
