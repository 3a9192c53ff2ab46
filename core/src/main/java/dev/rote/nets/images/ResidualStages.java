package dev.rote.nets.images;

import java.util.ArrayList;
import java.util.List;

/** Where the blocks of a residual net for small images stand: four stages of k, 2k, 4k and 8k channels. */
final class ResidualStages {

    private ResidualStages() {}

    /**
     * One block's place.
     *
     * @param name {@code layer1.0}, ...
     * @param channels what it makes
     * @param stride 2 where it halves the image, 1 elsewhere
     */
    record At(String name, int channels, int stride) {

        /** Whether its output is shaped unlike its input: the first stage takes k channels and makes k. */
        boolean changesShape() {
            return stride != 1;
        }
    }

    static List<Integer> checked(int width, List<Integer> blocks) {
        if (width < 1) {
            throw new IllegalArgumentException("width must be at least 1, was " + width);
        }
        if (blocks.size() != 4 || blocks.stream().anyMatch(count -> count < 1)) {
            throw new IllegalArgumentException("blocks must be four numbers of at least 1, was " + blocks);
        }
        return List.copyOf(blocks);
    }

    static List<At> places(int width, List<Integer> blocks) {
        List<At> places = new ArrayList<>();
        for (int stage = 0; stage < blocks.size(); stage++) {
            for (int i = 0; i < blocks.get(stage); i++) {
                int stride = stage > 0 && i == 0 ? 2 : 1;
                places.add(new At("layer" + (stage + 1) + "." + i, width << stage, stride));
            }
        }
        return places;
    }
}
