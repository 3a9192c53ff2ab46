package dev.rote.audit.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rote.tensor.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EncodedTextsTest {

    private static final List<String> TEXTS = IntStream.range(0, 300)
            .mapToObj(i -> i % 50 == 0 ? "" : "Text " + i + " of them " + "more ".repeat(i % 7))
            .toList();

    @Test
    void vectorsDoNotDependOnWorkers() {
        List<Dense> made = new ArrayList<>();
        for (int count : new int[] {1, 3}) {
            List<Double> shares = new ArrayList<>();
            try (Workers workers = new Workers(count)) {
                made.add(new EncodedTexts(TEXTS.size(), TEXTS::get).vectors(workers, shares::add));
            }
            assertThat(shares).hasSize(2);
            assertThat(shares.stream().mapToDouble(share -> share).sum()).isCloseTo(1, within(1e-12));
        }
        assertThat(made.get(1).values()).isEqualTo(made.get(0).values());
        assertThat(made.get(0).rows()).isEqualTo(TEXTS.size());
        assertThat(made.get(0).columns()).isEqualTo(384);
    }
}
