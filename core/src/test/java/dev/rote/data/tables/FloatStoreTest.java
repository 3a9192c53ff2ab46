package dev.rote.data.tables;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rote.data.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FloatStoreTest {

    private static List<Path> left() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("rote-table"))
                    .toList();
        }
    }

    @Test
    void rowsAreTheSameInMemoryAndMappedAndNoFileIsLeft() throws IOException {
        for (long most : new long[] {0, 1 << 20}) {
            Rows rows;
            try (FloatStore.Writer writer = new FloatStore.Writer(1000, 3, most)) {
                for (int i = 0; i < 1000; i++) {
                    writer.add(new float[] {i, -i, 0.5f});
                }
                rows = writer.done();
                assertThat(writer.isMapped()).isEqualTo(most == 0);
            }
            assertThat(rows.width()).isEqualTo(3);
            IntStream.range(0, 1000).parallel().forEach(i -> {
                float[] into = {9, 9, 9, 9, 9};
                rows.read(i, into, 1);
                assertThat(into).containsExactly(9, i, -i, 0.5f, 9);
            });
        }
        if (!System.getProperty("os.name").startsWith("Windows")) {
            assertThat(left()).isEmpty();
        }
    }
}
