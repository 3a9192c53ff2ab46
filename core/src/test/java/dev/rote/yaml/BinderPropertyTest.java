package dev.rote.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rote.yaml.Sample.Constant;
import dev.rote.yaml.Sample.Data;
import dev.rote.yaml.Sample.Element;
import dev.rote.yaml.Sample.Nothing;
import dev.rote.yaml.Sample.Operation;
import dev.rote.yaml.Sample.Shape;
import dev.rote.yaml.Sample.Slope;
import dev.rote.yaml.Sample.Stack;
import dev.rote.yaml.Sample.TwoLayer;
import dev.rote.yaml.Sample.WarmUp;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What a record is written as gives the same record again, by way of a tree and by way of a text. */
class BinderPropertyTest {
    private final Binder binder = new Binder(Sample.KINDS);

    @Property
    void bindsBackWhatWasWritten(@ForAll("samples") Sample sample) {
        JsonNode tree = binder.toTree(sample);
        assertThat(binder.bind(new Sample(), tree)).isEqualTo(sample);
        Document document = Yaml.parse(Yaml.write(tree));
        assertThat(binder.bind(new Sample(), document)).isEqualTo(sample);
        assertThat(document.tree()).isEqualTo(tree);
    }

    @Property
    void reachesAndKeepsEveryFieldThatWasWritten(@ForAll("samples") Sample sample) {
        JsonNode tree = binder.toTree(sample);
        Document document = Yaml.parse(Yaml.write(tree));
        for (String path : document.lines().keySet()) {
            JsonNode value = FieldPath.get(tree, path);
            assertThat(FieldPath.get(document.tree(), path)).isEqualTo(value);
            assertThat(FieldPath.set(tree, path, value)).isEqualTo(tree);
        }
    }

    @Provide
    Arbitrary<Sample> samples() {
        return Arbitraries.randomValue(random -> new Draw(random).sample());
    }

    /** Draws records of every shape; small on purpose, as jqwik's builders stop at eight components. */
    private record Draw(Random random) {
        Sample sample() {
            return new Sample(
                    text(),
                    random.nextLong(),
                    1 + random.nextInt(99),
                    random.nextBoolean(),
                    Element.values()[random.nextInt(2)],
                    data(),
                    shape(3),
                    slope(),
                    list(random::nextGaussian),
                    list(() -> shape(2)),
                    list(this::data),
                    map(this::data),
                    map(() -> list(random::nextLong)),
                    random.nextBoolean() ? java.util.Optional.of(slope()) : java.util.Optional.empty(),
                    random.nextBoolean() ? java.util.Optional.of(data()) : java.util.Optional.empty(),
                    random.nextBoolean() ? OptionalInt.of(random.nextInt()) : OptionalInt.empty(),
                    random.nextBoolean() ? OptionalLong.of(random.nextLong()) : OptionalLong.empty(),
                    random.nextBoolean() ? OptionalDouble.of(random.nextGaussian()) : OptionalDouble.empty());
        }

        private Data data() {
            return new Data(20 + random.nextInt(99), Operation.values()[random.nextInt(2)], 1 - random.nextDouble());
        }

        private Shape shape(int depth) {
            return switch (random.nextInt(depth == 0 ? 2 : 3)) {
                case 0 -> new Nothing();
                case 1 -> new TwoLayer(1 + random.nextInt(9), random.nextGaussian());
                default -> new Stack(list(() -> shape(depth - 1)), slope());
            };
        }

        private Slope slope() {
            return random.nextInt(3) == 0 ? new WarmUp(random.nextInt(), slope()) : new Constant(random.nextDouble());
        }

        private String text() {
            String characters = "ab.[]\"\\' :#\n\té-1";
            return Stream.generate(() -> String.valueOf(characters.charAt(random.nextInt(characters.length()))))
                    .limit(random.nextInt(9))
                    .reduce("", String::concat);
        }

        private <T> List<T> list(Supplier<T> element) {
            return Stream.generate(element).limit(random.nextInt(4)).toList();
        }

        private <T> TreeMap<String, T> map(Supplier<T> element) {
            TreeMap<String, T> map = new TreeMap<>();
            new ArrayList<>(list(this::text)).forEach(key -> map.put(key, element.get()));
            return map;
        }
    }
}
