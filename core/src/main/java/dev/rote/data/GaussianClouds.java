package dev.rote.data;

import dev.rote.tensor.InputShape;
import dev.rote.tensor.Seeds;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Two round clouds of points in the plane, one for each class: {@code x = (s d / 2, 0) + g}, g normal with variance 1 in each direction,
 * s = -1 for class 0 and 1 for class 1.
 *
 * <p>Inputs have shape [2]. The error of the best possible classifier is Phi(-d / 2), with Phi the normal distribution function:
 * 16 % at d = 2, 0.003 % at d = 8. Classes alternate: even ids are class 0, odd ones class 1; ids 0 to n - 1 are the train part, n to 2 n - 1
 * the test part. A point depends on seed and id alone.
 *
 * <p>Used by Byrd and Lipton 2019 to see on which line weighted linear models settle.
 *
 * @param examples n, in each of the parts, at least 2
 * @param distance d between the centres, at least 0
 */
public record GaussianClouds(int examples, double distance) implements Source {

    private static final InputShape.Features PLANE = new InputShape.Features(List.of(2L));

    /** A thousand points, clouds that overlap by 2 %. */
    public GaussianClouds() {
        this(1000, 4);
    }

    public GaussianClouds {
        if (examples < 2 || examples > 100_000_000) {
            throw new IllegalArgumentException("examples must be from 2 to 100000000, was " + examples);
        }
        if (!(distance >= 0 && Double.isFinite(distance))) {
            throw new IllegalArgumentException("distance must be at least 0, was " + distance);
        }
    }

    @Override
    public Parts open(Seeds seeds) {
        return new Parts(this, Map.of())
                .with("train", part(0, seeds.of("points")))
                .with("test", part(examples, seeds.of("points")));
    }

    private Examples part(long from, Seeds seeds) {
        long[] ids = LongStream.range(from, from + examples).toArray();
        int[] labels = IntStream.range(0, examples).map(i -> (int) (ids[i] % 2)).toArray();
        return Examples.of(ids, new Points(distance / 2, seeds), new Target.Classes(2), labels);
    }

    /** Points made when they are asked for. */
    private record Points(double away, Seeds seeds) implements Rows {

        @Override
        public InputShape.Features shape() {
            return PLANE;
        }

        @Override
        public void read(long id, float[] into, int at) {
            Seeds own = seeds.of(id);
            into[at] = (float) ((id % 2 == 0 ? -away : away) + own.gaussian(0));
            into[at + 1] = (float) own.gaussian(1);
        }
    }
}
