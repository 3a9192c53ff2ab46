package dev.rote.audit.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rote.tensor.Seeds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TextFeaturesTest {

    private static List<String[]> golden(String kind) throws IOException {
        try (var in = TextFeaturesTest.class.getResourceAsStream("tfidf.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\t"))
                    .filter(parts -> parts[0].equals(kind))
                    .toList();
        }
    }

    private static List<String> texts() throws IOException {
        return golden("text").stream().map(parts -> parts[1]).toList();
    }

    private static Sparse encoded(List<String> texts, int most) {
        return TfIdf.of(texts.size(), texts::get, most).encode(texts.size(), texts::get);
    }

    @Test
    void weightsAreThoseOfScikitLearn() throws IOException {
        List<String> texts = texts();
        TfIdf terms = TfIdf.of(texts.size(), texts::get, 20_000);
        Sparse rows = terms.encode(texts.size(), texts::get);
        List<String[]> expected = golden("term");
        assertThat(rows.values()).hasSize(expected.size()).hasSizeGreaterThan(40);
        Map<Integer, String> names =
                terms.columns().entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
        Map<String, Float> found = new TreeMap<>();
        for (int row = 0; row < rows.rows(); row++) {
            for (int i = rows.starts()[row]; i < rows.starts()[row + 1]; i++) {
                found.put(row + " " + names.get(rows.indices()[i]), rows.values()[i]);
            }
        }
        for (String[] term : expected) {
            assertThat((double) found.get(term[1] + " " + term[2]))
                    .as(term[2])
                    .isCloseTo(Double.parseDouble(term[3]), within(1e-7));
        }
    }

    @Test
    void directionsAreThoseOfTheSingularValueDecomposition() throws IOException {
        Sparse rows = encoded(texts(), 20_000);
        Dense all = TruncatedSvd.of(rows, 4, new Seeds(1)).apply(rows);
        List<String[]> singular = golden("singular");
        for (int r = 0; r < 4; r++) {
            double squares = 0;
            for (int row = 0; row < rows.rows(); row++) {
                squares += all.at(row, r) * all.at(row, r);
            }
            assertThat(Math.sqrt(squares)).isCloseTo(Double.parseDouble(singular.get(r)[1]), within(1e-6));
        }
        for (String[] at : golden("projection")) {
            double value = all.at(Integer.parseInt(at[1]), Integer.parseInt(at[2]));
            assertThat(Math.abs(value)).isCloseTo(Double.parseDouble(at[3]), within(1e-5));
        }
    }

    @Test
    void directionsOfARankTwoMatrixAreTwo() {
        Seeds seeds = new Seeds(3);
        float[] values = new float[40 * 7];
        for (int i = 0; i < 40; i++) {
            for (int j = 0; j < 7; j++) {
                values[i * 7 + j] = (float)
                        (seeds.of("a").gaussian(i) * (j + 1) + seeds.of("b").gaussian(i) * (j % 2));
            }
        }
        Dense rows = new Dense(values, 7);
        Dense turned = TruncatedSvd.of(rows, 5, new Seeds(0)).apply(rows);
        assertThat(turned.columns()).isEqualTo(5);
        for (int i = 0; i < 40; i++) {
            double before = 0;
            double after = 0;
            for (int j = 0; j < 7; j++) {
                before += rows.at(i, j) * rows.at(i, j);
            }
            for (int r = 0; r < 2; r++) {
                after += turned.at(i, r) * turned.at(i, r);
            }
            assertThat(after).isCloseTo(before, within(1e-4 * Math.max(1, before)));
            assertThat((double) turned.at(i, 4)).isCloseTo(0, within(1e-4));
        }
    }

    @Test
    void theMostFrequentTermsAreKeptAndTiesGoByTheAlphabet() {
        List<String> texts = List.of("bb aa", "cc bb", "dd");
        assertThat(TfIdf.of(3, texts::get, 2).columns()).containsOnlyKeys("aa", "bb");
        assertThat(TfIdf.of(3, texts::get, 1).columns()).containsOnlyKeys("bb");
    }

    @Test
    void scriptsWithoutBlanksGiveALetterAWord() {
        assertThat(Tokens.of("我喜欢 Java17")).containsExactly("我", "喜", "欢", "java17", "我 喜", "喜 欢", "欢 java17");
        assertThat(Tokens.of("हिन्दी भाषा")).containsExactly("हिन्दी", "भाषा", "हिन्दी भाषा");
    }

    @Property(tries = 200)
    void rowsOfAnyTextsHaveNormOneOrNothing(@ForAll @Size(min = 1, max = 8) List<String> texts) {
        Sparse rows = encoded(texts, 50);
        for (int row = 0; row < rows.rows(); row++) {
            double squares = 0;
            for (int i = rows.starts()[row]; i < rows.starts()[row + 1]; i++) {
                squares += rows.values()[i] * rows.values()[i];
                assertThat(i == rows.starts()[row] || rows.indices()[i] > rows.indices()[i - 1])
                        .isTrue();
            }
            assertThat(squares == 0 || Math.abs(squares - 1) < 1e-5).isTrue();
        }
        assertThat(TruncatedSvd.of(rows, 3, new Seeds(0)).apply(rows).values()).doesNotContain(Float.NaN);
    }

    @Property(tries = 300)
    void textsComeBackAsTheyWere(@ForAll @Size(min = 1, max = 20) List<String> texts) {
        TextStore store = new TextStore(2, 1 << 20);
        texts.forEach(text -> store.add(text, text + "x".repeat(200)));
        for (int i = 0; i < texts.size(); i++) {
            String written = new String(texts.get(i).getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
            assertThat(store.text(i, 0)).isEqualTo(written);
            assertThat(store.text(i, 1)).endsWith("x".repeat(200));
        }
    }

    @Test
    void nearlyEqualTextsAreFoundAndOthersAreNot() {
        String base =
                "the committee met on monday and talked about budget roads schools parks water trees lamps and buses";
        List<String> texts = IntStream.range(0, 60)
                .mapToObj(i -> i == 7
                        ? base
                        : i == 31
                                ? base + "!"
                                : i == 40
                                        ? base.toUpperCase()
                                        : "report number n" + i + " about topic t" + i % 7 + " and place p" + i % 11)
                .toList();
        Sparse rows = encoded(texts, 20_000);
        Clusters same = Duplicates.exact(60, i -> Duplicates.hash(texts.get(i)));
        assertThat(same.groups()).hasSize(1);
        NearTexts.join(same, rows);
        assertThat(same.groups()).hasSize(1);
        assertThat(same.groups().get(0)).containsExactly(7, 31, 40);
    }
}
