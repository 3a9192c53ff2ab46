package dev.rote.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.arbitraries.StringArbitrary;
import net.jqwik.api.constraints.Size;

/** Any tree is read back as it was written, and no bytes whatever do more than raise a {@link Problem}. */
class YamlPropertyTest {
    private static final Binder BINDER = new Binder(Sample.KINDS);

    @Property(tries = 1_000)
    void readsBackWhatWasWritten(@ForAll("trees") JsonNode tree) {
        assertThat(Yaml.parse(Yaml.write(tree)).tree()).isEqualTo(tree);
    }

    @Property(tries = 1_000)
    void readsBackAnyNumber(@ForAll("doubles") double number) {
        JsonNode tree = DoubleNode.valueOf(number);
        assertThat(Yaml.parse(Yaml.write(tree)).tree()).isEqualTo(tree);
    }

    @Property(tries = 1_000)
    void readsBackAnyText(@ForAll("texts") String text) {
        JsonNode tree = JsonNodeFactory.instance.arrayNode().add(text);
        assertThat(Yaml.parse(Yaml.write(tree)).tree()).isEqualTo(tree);
    }

    @Property(tries = 2_000)
    void onlyProblemsComeOfAnyBytes(@ForAll @Size(max = 200) byte[] bytes) {
        readAndBind(bytes);
    }

    @Property(tries = 5_000)
    void onlyProblemsComeOfNearlyYaml(@ForAll("nearlyYaml") String text) {
        readAndBind(text.getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = 3_000)
    void onlyProblemsComeOfADamagedRecipe(@ForAll("damaged") String text) {
        readAndBind(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void readAndBind(byte[] bytes) {
        try {
            Document document = Yaml.parse("a.yaml", bytes);
            assertThat(Yaml.parse(Yaml.write(document.tree())).tree()).isEqualTo(document.tree());
            Sample sample = BINDER.bind(new Sample(), document);
            assertThat(BINDER.bind(new Sample(), BINDER.toTree(sample))).isEqualTo(sample);
        } catch (Problem expected) {
            assertThat(expected.getMessage()).startsWith("a.yaml").doesNotContain("\n");
        }
    }

    @Provide
    Arbitrary<String> nearlyYaml() {
        return pieces().list().ofMaxSize(30).map(pieces -> String.join("", pieces));
    }

    /** A recipe that was right before up to three stretches of it were replaced. */
    @Provide
    Arbitrary<String> damaged() {
        Sample sample = BINDER.bind(new Sample(), Yaml.parse("""
                {net: {kind: stack, shapes: [empty, two-layer]}, slope: {kind: warm-up}, schedule: constant,
                 needs: {a: {}}, rows: {b: [1, 2]}, validation: {}, lanes: 3, parts: [{}, {}]}
                """));
        String whole = Yaml.write(BINDER.toTree(sample));
        Arbitrary<UnaryOperator<String>> damage = Combinators.combine(
                        Arbitraries.integers().between(0, whole.length()),
                        Arbitraries.integers().between(0, 6),
                        pieces())
                .as((from, length, piece) -> text -> {
                    int start = Math.min(from, text.length());
                    return text.substring(0, start) + piece + text.substring(Math.min(start + length, text.length()));
                });
        return damage.list().ofMinSize(1).ofMaxSize(3).map(damages -> {
            String text = whole;
            for (UnaryOperator<String> each : damages) {
                text = each.apply(text);
            }
            return text;
        });
    }

    private static Arbitrary<String> pieces() {
        Arbitrary<String> marks = Arbitraries.of(
                "\n",
                "\n  ",
                "\n    ",
                "- ",
                "? ",
                ": ",
                ", ",
                "[",
                "]",
                "{",
                "}",
                "#",
                "&a ",
                "*a",
                "!x ",
                "!!int ",
                "|\n",
                ">-\n",
                "\"",
                "'",
                "%",
                "@",
                "---\n",
                "...\n",
                "<<: ",
                "~",
                "\t",
                "\"\\x\"",
                "\"\\ud800\"",
                "\"\\UFFFFFFFF\"",
                "\\",
                "\ufeff",
                "\u2028",
                "\0",
                "");
        Arbitrary<String> values = Arbitraries.of(
                "1",
                "-0.5",
                "1e-3",
                ".inf",
                "0x1f",
                "yes",
                "true",
                "null",
                "two-layer",
                "stack",
                "empty",
                "warm-up",
                "constant",
                "float32",
                "+",
                "kind: ",
                "width: ",
                "modulus: ",
                "shapes: ",
                "then: ",
                "a",
                "0",
                "1e99");
        List<String> keys = BINDER.toTree(new Sample()).properties().stream()
                .map(field -> "\n" + field.getKey() + ": ")
                .toList();
        return Arbitraries.oneOf(marks, values, Arbitraries.of(keys));
    }

    @Provide
    Arbitrary<JsonNode> trees() {
        return trees(4);
    }

    private Arbitrary<JsonNode> trees(int depth) {
        Arbitrary<JsonNode> scalars = Arbitraries.oneOf(
                texts().map(TextNode::valueOf),
                Arbitraries.longs().map(YamlReader::whole),
                Arbitraries.integers().map(number -> YamlReader.whole(number)),
                doubles().map(DoubleNode::valueOf),
                Arbitraries.of(BooleanNode.TRUE, BooleanNode.FALSE),
                Arbitraries.just(NullNode.instance));
        if (depth == 0) {
            return scalars;
        }
        Arbitrary<JsonNode> inner = Arbitraries.lazy(() -> trees(depth - 1));
        Arbitrary<JsonNode> lists = inner.list()
                .ofMaxSize(4)
                .map(elements -> JsonNodeFactory.instance.arrayNode().addAll(elements));
        Arbitrary<JsonNode> mappings = Arbitraries.maps(texts().ofMaxLength(128), inner)
                .ofMaxSize(4)
                .map(fields -> JsonNodeFactory.instance.objectNode().setAll(fields));
        return Arbitraries.oneOf(scalars, lists, mappings);
    }

    @Provide
    StringArbitrary texts() {
        return Arbitraries.strings()
                .withChars(" \t\n\r:#-?[]{},&*!|>'\"%@`~<.+0123456789eExonyNY_/\\")
                .withCharRange('a', 'f')
                .withChars("éß中\u0085\u00a0\u00ad\u200b\u2028\u2029\ufeff\ufffd\ufffe\u0000\u0007\u007f")
                .ofMaxLength(40);
    }

    @Provide
    Arbitrary<Double> doubles() {
        return Arbitraries.longs()
                .map(Double::longBitsToDouble)
                .filter(Double::isFinite)
                .edgeCases(edges -> edges.add(0.0, -0.0, Double.MIN_VALUE, Double.MAX_VALUE, 0.1, 1e7, 1e-4, 1e23));
    }
}
