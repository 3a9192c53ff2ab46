package dev.rote.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rote.audit.features.Dense;
import dev.rote.audit.features.Exhibit;
import dev.rote.audit.features.Features;
import dev.rote.audit.features.Input;
import dev.rote.data.Examples;
import dev.rote.data.Rows;
import dev.rote.data.Target;
import dev.rote.tensor.InputShape;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When a net looks at the pictures themselves. */
class JudgingPicturesTest {

    private static Input input(Long... dims) {
        InputShape.Features shape = new InputShape.Features(List.of(dims));
        Rows black = new Rows() {
            @Override
            public InputShape.Features shape() {
                return shape;
            }

            @Override
            public void read(long id, float[] into, int at) {
                java.util.Arrays.fill(into, at, at + width(), 0);
            }
        };
        Examples pictures = Examples.of(new long[] {0, 1}, black, new Target.Classes(2), new int[] {0, 1});
        Dense numbers = new Dense(new float[2], 1);
        return new Input(
                "made",
                List.of("a", "b"),
                new int[] {0, 1},
                new int[] {0, 1},
                List.of(),
                new int[] {0, 1},
                new Features(numbers, numbers, numbers),
                (position, given, suggested) -> new Exhibit.Nothing(),
                List.of(),
                Optional.of(pictures),
                Optional.empty(),
                List.of());
    }

    private static boolean looks(Level level, Input input) {
        return Judging.pictures(input, new Plan(level, 0)).isPresent();
    }

    @Test
    void colourIsLookedAtUnlessThereIsNoTime() {
        Input colour = input(3L, 32L, 32L);
        assertThat(looks(Level.QUICK, colour)).isFalse();
        assertThat(looks(Level.DEFAULT, colour)).isTrue();
        assertThat(looks(Level.FULL, colour)).isTrue();
    }

    @Test
    void greyIsLookedAtWhenAllIsAskedFor() {
        Input grey = input(1L, 28L, 28L);
        assertThat(looks(Level.DEFAULT, grey)).isFalse();
        assertThat(looks(Level.FULL, grey)).isTrue();
    }

    @Test
    void aLineOfPixelsIsNoPicture() {
        assertThat(looks(Level.FULL, input(3L, 1L, 32L))).isFalse();
    }

    @Test
    void itIsReckonedWith() {
        Plan plan = new Plan();
        assertThat(plan.seconds(input(3L, 32L, 32L))).isGreaterThan(plan.seconds(input(1L, 32L, 32L)));
    }
}
