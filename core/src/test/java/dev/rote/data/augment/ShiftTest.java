package dev.rote.data.augment;

import dev.rote.data.Augmentation;
import dev.rote.data.augment.Shift.Fill;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

class ShiftTest implements AugmentationContract {

    @Override
    public Augmentation augmentation() {
        return new Shift();
    }

    @Override
    public Augmentation nothing() {
        return new Shift(0, Fill.NEAREST);
    }

    @Override
    public String name() {
        return "shift";
    }

    @Override
    public Map<String, ThrowingCallable> refusals() {
        return Map.of("fraction must be in [0, 1), was 1.0", () -> new Shift(1, Fill.NEAREST));
    }

    @Override
    public List<int[][]> outcomes() {
        return outcomes(Fill.NEAREST);
    }

    /** By one of 7 rows and two of 10 columns at most, each side. */
    static List<int[][]> outcomes(Fill fill) {
        int height = AugmentationContract.HEIGHT;
        int width = AugmentationContract.WIDTH;
        List<int[][]> outcomes = new ArrayList<>();
        for (int down = -1; down <= 1; down++) {
            for (int right = -2; right <= 2; right++) {
                int[][] from = new int[height * width][];
                for (int i = 0; i < from.length; i++) {
                    int y = i / width - down;
                    int x = i % width - right;
                    boolean inside = y >= 0 && y < height && x >= 0 && x < width;
                    if (inside) {
                        from[i] = new int[] {y, x};
                    } else if (fill == Fill.ZERO) {
                        from[i] = new int[] {-1, -1};
                    } else {
                        int nearestRow = y < 0 ? 0 : y >= height ? height - 1 : y;
                        int nearestColumn = x < 0 ? 0 : x >= width ? width - 1 : x;
                        from[i] = new int[] {nearestRow, nearestColumn};
                    }
                }
                outcomes.add(from);
            }
        }
        return outcomes;
    }
}
