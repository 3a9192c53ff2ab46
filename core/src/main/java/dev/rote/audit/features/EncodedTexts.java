package dev.rote.audit.features;

import dev.rote.sentences.SentenceEncoder;
import dev.rote.tensor.Workers;
import java.util.function.DoubleConsumer;
import java.util.function.IntFunction;

/**
 * The vectors of a {@link SentenceEncoder}.
 *
 * @param size N
 * @param texts of each example; any number of threads may ask
 */
public record EncodedTexts(int size, IntFunction<String> texts) implements Sentences {

    /** After so many texts progress is told. */
    private static final int BLOCK = 256;

    @Override
    public Dense vectors(Workers workers, DoubleConsumer progress) {
        float[] vectors = new float[Math.multiplyExact(size, SentenceEncoder.WIDTH)];
        try (SentenceEncoder encoder = new SentenceEncoder()) {
            for (int from = 0; from < size; from += BLOCK) {
                int first = from;
                int count = Math.min(BLOCK, size - first);
                workers.forEach(count, i -> {
                    float[] vector = encoder.encode(texts.apply(first + i));
                    System.arraycopy(vector, 0, vectors, (first + i) * SentenceEncoder.WIDTH, vector.length);
                });
                progress.accept((double) count / size);
            }
        }
        return new Dense(vectors, SentenceEncoder.WIDTH);
    }
}
