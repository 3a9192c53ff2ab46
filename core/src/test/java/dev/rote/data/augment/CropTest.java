package dev.rote.data.augment;

import dev.rote.data.Augmentation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

class CropTest implements AugmentationContract {

    @Override
    public Augmentation augmentation() {
        return new Crop(2);
    }

    @Override
    public Augmentation nothing() {
        return new Crop(0);
    }

    @Override
    public String name() {
        return "crop";
    }

    @Override
    public Map<String, ThrowingCallable> refusals() {
        return Map.of("padding must be at least 0, was -1", () -> new Crop(-1));
    }

    /** A piece of the old size cut out of a padded image, as the definition says it. */
    @Override
    public List<int[][]> outcomes() {
        int[][][] padded = new int[HEIGHT + 4][WIDTH + 4][];
        for (int y = 0; y < HEIGHT + 4; y++) {
            for (int x = 0; x < WIDTH + 4; x++) {
                boolean inside = y >= 2 && y < HEIGHT + 2 && x >= 2 && x < WIDTH + 2;
                padded[y][x] = inside ? new int[] {y - 2, x - 2} : new int[] {-1, -1};
            }
        }
        List<int[][]> outcomes = new ArrayList<>();
        for (int top = 0; top <= 4; top++) {
            for (int left = 0; left <= 4; left++) {
                int[][] piece = new int[HEIGHT * WIDTH][];
                for (int i = 0; i < piece.length; i++) {
                    piece[i] = padded[top + i / WIDTH][left + i % WIDTH];
                }
                outcomes.add(piece);
            }
        }
        return outcomes;
    }
}
