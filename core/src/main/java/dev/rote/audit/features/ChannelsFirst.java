package dev.rote.audit.features;

import dev.rote.data.Rows;
import dev.rote.tensor.InputShape;
import java.util.List;

/** Pictures stored as [H, W, C], read as [C, H, W]. */
record ChannelsFirst(Rows source) implements Rows {

    @Override
    public InputShape.Features shape() {
        List<Long> dims = source.shape().dims();
        return new InputShape.Features(List.of(dims.get(2), dims.get(0), dims.get(1)));
    }

    @Override
    public void read(long id, float[] into, int at) {
        float[] stored = new float[width()];
        source.read(id, stored, 0);
        int channels = Math.toIntExact(shape().dims().get(0));
        int pixels = stored.length / channels;
        for (int i = 0; i < stored.length; i++) {
            into[at + i % channels * pixels + i / channels] = stored[i];
        }
    }
}
