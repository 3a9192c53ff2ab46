package dev.rote.nets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rote.tensor.DType;
import dev.rote.tensor.InputShape;
import dev.rote.tensor.Place;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Tensor;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TurnoverMasksTest {

    private static final int UNITS = 768;
    private static final TurnoverMasks MASKS = new TurnoverMasks(new Seeds(3), Set.of("hidden.0", "hidden.1"));

    private static Tensor ones(long... shape) {
        return Place.FLOAT32.full(1, shape);
    }

    private static float[] mask(String layer, long id) {
        return MASKS.own(id).at(layer, ones(1, UNITS)).toFloats();
    }

    /** Indices beyond 2^24 are where float32 arithmetic on them would lose its randomness. */
    @Test
    void everyMaskLetsAboutHalfOfTheUnitsThrough() {
        for (long from : new long[] {0, 1L << 24, Long.MAX_VALUE - 999}) {
            long[] ids = LongStream.range(0, 1000).map(i -> from + i).toArray();
            try (Scope scope = Scope.open()) {
                for (String layer : List.of("hidden.0", "hidden.1")) {
                    Tensor masks = MASKS.own(ids).at(layer, ones(1000, UNITS));
                    assertThat(masks.eq(0)
                                    .to(DType.FLOAT32)
                                    .add(masks.eq(2).to(DType.FLOAT32))
                                    .mean()
                                    .item())
                            .isEqualTo(1);
                    for (double mean : masks.mul(0.5).mean(1, false).toDoubles()) {
                        assertThat(mean).isCloseTo(0.5, within(0.1));
                    }
                    for (double mean : masks.mul(0.5).mean(0, false).toDoubles()) {
                        assertThat(mean).isCloseTo(0.5, within(0.1));
                    }
                }
            }
        }
    }

    @Test
    void twoMasksShareAboutAQuarterOfTheUnits() {
        try (Scope scope = Scope.open()) {
            long[] ids = LongStream.range(0, 200).toArray();
            Tensor masks = MASKS.own(ids).at("hidden.1", ones(200, UNITS)).mul(0.5);
            double[] shared = masks.mm(masks.t()).mul(1.0 / UNITS).toDoubles();
            double sum = 0;
            for (int i = 0; i < 200; i++) {
                for (int j = 0; j < 200; j++) {
                    if (i != j) {
                        assertThat(shared[200 * i + j]).isCloseTo(0.25, within(0.1));
                        sum += shared[200 * i + j];
                    }
                }
            }
            assertThat(sum / (200 * 199)).isCloseTo(0.25, within(0.005));
        }
    }

    @Test
    void aMaskBelongsToExampleLayerAndSeeds() {
        try (Scope scope = Scope.open()) {
            float[] mask = mask("hidden.0", 7);
            assertThat(mask("hidden.0", 7)).containsExactly(mask);
            assertThat(MASKS.own(9, 7)
                            .at("hidden.0", ones(2, UNITS))
                            .select(0, 1)
                            .toFloats())
                    .containsExactly(mask);
            assertThat(mask("hidden.0", 8)).isNotEqualTo(mask);
            assertThat(mask("hidden.1", 7)).isNotEqualTo(mask);
            TurnoverMasks others = new TurnoverMasks(new Seeds(4), Set.of("hidden.0"));
            assertThat(others.own(7).at("hidden.0", ones(1, UNITS)).toFloats()).isNotEqualTo(mask);
        }
    }

    @Test
    void theFlippedMaskIsTheOtherUnits() {
        try (Scope scope = Scope.open()) {
            Tensor both = MASKS.own(1, 2, 3)
                    .at("hidden.0", ones(3, UNITS))
                    .add(MASKS.flipped(1, 2, 3).at("hidden.0", ones(3, UNITS)));
            assertThat(both.eq(2).to(DType.FLOAT32).mean().item()).isEqualTo(1);
        }
    }

    @Test
    void unitsAreFeaturesAndChannels() {
        try (Scope scope = Scope.open()) {
            float[] flat = MASKS.own(5).at("hidden.0", ones(1, 6)).toFloats();
            Tensor tokens = MASKS.own(5).at("hidden.0", ones(1, 4, 6));
            Tensor pictures = MASKS.own(5).at("hidden.0", ones(1, 6, 4, 3));
            assertThat(tokens.shape()).containsExactly(1, 4, 6);
            assertThat(pictures.shape()).containsExactly(1, 6, 4, 3);
            for (int unit = 0; unit < 6; unit++) {
                assertThat(tokens.select(2, unit).toFloats()).containsOnly(flat[unit]);
                assertThat(pictures.select(1, unit).toFloats()).containsOnly(flat[unit]);
            }
        }
    }

    @Test
    void otherLayersAreLeftAlone() {
        try (Scope scope = Scope.open()) {
            Tensor hidden = ones(2, 3);
            assertThat(MASKS.own(1, 2).at("output", hidden)).isSameAs(hidden);
        }
    }

    @Test
    void layersAreTheModels() {
        try (Scope scope = Scope.open()) {
            Model model = new Mlp(List.of(4, 3), Activation.RELU, false, 0, false)
                    .build(new InputShape.Features(List.of(5L)), 2, Place.FLOAT32, new Seeds(1));
            assertThat(TurnoverMasks.of(List.of("all"), model, new Seeds(3))).isEqualTo(MASKS);
            assertThat(TurnoverMasks.of(List.of("hidden.1"), model, new Seeds(3))
                            .layers())
                    .containsExactly("hidden.1");
            assertThat(TurnoverMasks.of(List.of(), model, new Seeds(3)).layers())
                    .isEmpty();
            assertThatThrownBy(() -> TurnoverMasks.of(List.of("hidden.2"), model, new Seeds(3)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("layers must be all or among [hidden.0, hidden.1], was hidden.2");
        }
    }

    @Test
    void rowsWithoutAMaskAreRefused() {
        try (Scope scope = Scope.open()) {
            assertThatThrownBy(() -> MASKS.own(1, 2).at("hidden.0", ones(3, 4)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("turnover-dropout has masks for 2 examples, layer hidden.0 has 3 rows: put it before"
                            + " methods that drop examples");
        }
    }
}
