package dev.rote.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rote.yaml.Sample.Constant;
import dev.rote.yaml.Sample.Data;
import dev.rote.yaml.Sample.Element;
import dev.rote.yaml.Sample.Nothing;
import dev.rote.yaml.Sample.Operation;
import dev.rote.yaml.Sample.Shape;
import dev.rote.yaml.Sample.Stack;
import dev.rote.yaml.Sample.TwoLayer;
import dev.rote.yaml.Sample.WarmUp;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinderTest {
    private final Binder binder = new Binder(Sample.KINDS);

    @Test
    void keepsTheDefaultsOfKeysThatAreLeftOut() {
        assertThat(bind("{}")).isEqualTo(new Sample());
        Sample sample = bind("""
                batch_size: 8
                data:
                  train_fraction: 1
                net:
                  kind: two-layer
                  width: 7
                """);
        assertThat(sample.batchSize()).isEqualTo(8);
        assertThat(sample.data()).isEqualTo(new Data(97, Operation.ADD, 1));
        assertThat(sample.net()).isEqualTo(new TwoLayer(7, 5.0));
        assertThat(sample.betas()).containsExactly(0.9, 0.98);
    }

    @Test
    void startsFromThePrototypeItIsGiven() {
        Sample prototype = bind("{data: {modulus: 5}, validation: {modulus: 7}, seed: 3}");
        Sample sample = binder.bind(prototype, parse("{data: {operation: x^2+y^2}, validation: {train_fraction: 1}}"));
        assertThat(sample.seed()).isEqualTo(3);
        assertThat(sample.data()).isEqualTo(new Data(5, Operation.SQUARES, 0.5));
        assertThat(sample.validation()).contains(new Data(7, Operation.ADD, 1));
    }

    @Test
    void whatMustBeWholeMayLeaveOutNothing() {
        JsonNode whole = binder.toTree(new Sample());
        assertThat(binder.bindWhole(new Sample(), Document.of(whole), "")).isEqualTo(new Sample());
        for (String path : List.of("seed", "data.modulus", "net.width")) {
            JsonNode cut = whole.deepCopy();
            int dot = path.indexOf('.');
            ((ObjectNode) (dot < 0 ? cut : cut.get(path.substring(0, dot)))).remove(path.substring(dot + 1));
            assertThatThrownBy(() -> binder.bindWhole(new Sample(), Document.of(cut), "write it anew"))
                    .hasMessage(path + ": must be given; write it anew");
        }
    }

    @Test
    void readsEveryType() {
        Sample sample = bind("""
                name: "007"
                seed: 12345678901
                resume: true
                element: big-float
                net: empty
                slope: {kind: warm-up, then: {kind: constant, lr: 2}}
                betas: [1, 0.5]
                methods:
                  - two-layer
                  - {kind: stack, shapes: [empty, {kind: two-layer, width: 3}]}
                parts: [{modulus: 3}, {}]
                needs: {a.b: {modulus: 11}}
                rows: {x: [1, 2]}
                schedule: constant
                validation: null
                lanes: 4
                data_seed: 12345678901
                limit: 1
                """);
        assertThat(sample.name()).isEqualTo("007");
        assertThat(sample.seed()).isEqualTo(12345678901L);
        assertThat(sample.resume()).isTrue();
        assertThat(sample.element()).isEqualTo(Element.BIG_FLOAT);
        assertThat(sample.net()).isEqualTo(new Nothing());
        assertThat(sample.slope()).isEqualTo(new WarmUp(10, new Constant(2)));
        assertThat(sample.betas()).containsExactly(1.0, 0.5);
        assertThat(sample.methods())
                .containsExactly(
                        new TwoLayer(), new Stack(List.of(new Nothing(), new TwoLayer(3, 5.0)), new Constant()));
        assertThat(sample.parts()).containsExactly(new Data(3, Operation.ADD, 0.5), new Data());
        assertThat(sample.needs()).isEqualTo(Map.of("a.b", new Data(11, Operation.ADD, 0.5)));
        assertThat(sample.rows()).isEqualTo(Map.of("x", List.of(1L, 2L)));
        assertThat(sample.schedule()).contains(new Constant());
        assertThat(sample.validation()).isEmpty();
        assertThat(sample.lanes()).hasValue(4);
        assertThat(sample.dataSeed()).hasValue(12345678901L);
        assertThat(sample.limit()).hasValue(1.0);
    }

    @Test
    void writesEveryComponentInOrderWithTheKindFirst() {
        Sample sample = bind("{net: {kind: stack, shapes: [empty]}, needs: {b: {}, a: {}}, validation: {}}");
        assertThat(Yaml.write(binder.toTree(sample))).isEqualTo("""
                        name: plain
                        seed: 0
                        batch_size: 64
                        resume: false
                        element: float32
                        data:
                          modulus: 97
                          operation: +
                          train_fraction: 0.5
                        net:
                          kind: stack
                          shapes:
                            - kind: empty
                          slope:
                            kind: constant
                            lr: 0.01
                        slope:
                          kind: constant
                          lr: 0.01
                        betas: [0.9, 0.98]
                        methods: []
                        parts: []
                        needs:
                          a:
                            modulus: 97
                            operation: +
                            train_fraction: 0.5
                          b:
                            modulus: 97
                            operation: +
                            train_fraction: 0.5
                        rows: {}
                        schedule: null
                        validation:
                          modulus: 97
                          operation: +
                          train_fraction: 0.5
                        lanes: null
                        data_seed: null
                        limit: null
                        """);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        batch_sise: 3                    | a.yaml:2: batch_sise: is not a known key; did you mean batch_size? the keys here are name, seed, batch_size, resume, element, data, net, slope, betas, methods, parts, needs, rows, schedule, validation, lanes, data_seed, limit
        data: {zzz: 3}                   | a.yaml:2: data.zzz: is not a known key; the keys here are modulus, operation, train_fraction
        data: {trainFraction: 3}         | a.yaml:2: data.trainFraction: is not a known key; did you mean train_fraction? the keys here are modulus, operation, train_fraction
        net: {kind: two-layer, wdith: 3} | a.yaml:2: net.wdith: is not a known key; did you mean width? the keys here are kind, width, weight_decay
        net: {kind: empty, width: 3}     | a.yaml:2: net.width: is not a known key; the keys here are kind
        net: {width: 3}                  | a.yaml:2: net.kind: must be given; choose one of empty, stack, two-layer
        net: {kind: twolayr}             | a.yaml:2: net.kind: was "twolayr", is not a known kind; did you mean two-layer? choose one of empty, stack, two-layer
        net: twolayr                     | a.yaml:2: net: was "twolayr", is not a known kind; did you mean two-layer? choose one of empty, stack, two-layer
        net: {kind: 3}                   | a.yaml:2: net.kind: was 3, must be text; put it in quotes: "3"
        net: 3                           | a.yaml:2: net: was 3, must be a kind; choose one of empty, stack, two-layer
        net: [empty]                     | a.yaml:2: net: was a list, must be a kind; choose one of empty, stack, two-layer
        batch_size: "3"                  | a.yaml:2: batch_size: was "3", must be a whole number; remove the quotes
        batch_size: 1.5                  | a.yaml:2: batch_size: was 1.5, must be a whole number
        batch_size: 2.0                  | a.yaml:2: batch_size: was 2.0, must be a whole number
        batch_size: 3000000000           | a.yaml:2: batch_size: was 3000000000, must be a whole number from -2147483648 to 2147483647
        batch_size: ~                    | a.yaml:2: batch_size: was null, must have a value; leave the key out to keep the default
        batch_size: 0                    | a.yaml:2: batch_size: was 0, must be at least 1; choose e.g. 64
        seed: true                       | a.yaml:2: seed: was true, must be a whole number
        data: {train_fraction: "0.5"}    | a.yaml:2: data.train_fraction: was "0.5", must be a number; remove the quotes
        data: {train_fraction: half}     | a.yaml:2: data.train_fraction: was "half", must be a number
        data: {train_fraction: -1}       | a.yaml:2: data.train_fraction: was -1.0, must lie in (0, 1]
        data: {modulus: 13}              | a.yaml:2: data: thirteen is not trusted here
        data: {modulus: 12}              | a.yaml:2: data: modulus and operation do not go together, was 12
        data: 3                          | a.yaml:2: data: was 3, must be a mapping; its keys are modulus, operation, train_fraction
        data: {operation: x^2+y^3}       | a.yaml:2: data.operation: was "x^2+y^3", must be one of +, x^2+y^2; did you mean x^2+y^2?
        element: FLOAT32                 | a.yaml:2: element: was "FLOAT32", must be one of float32, big-float; did you mean float32?
        element: 3                       | a.yaml:2: element: was 3, must be one of float32, big-float
        resume: yes                      | a.yaml:2: resume: was "yes", must be true or false
        resume: 1                        | a.yaml:2: resume: was 1, must be true or false
        name: 5                          | a.yaml:2: name: was 5, must be text; put it in quotes: "5"
        name: [a]                        | a.yaml:2: name: was a list, must be text
        betas: 3                         | a.yaml:2: betas: was 3, must be a list; write [a, b, c], or one "- a" per line
        betas: [0.5, x]                  | a.yaml:2: betas[1]: was "x", must be a number
        needs: [3]                       | a.yaml:2: needs: was a list, must be a mapping; write one "name: value" per line
        needs: {a.b: {modulos: 3}}       | a.yaml:2: needs["a.b"].modulos: is not a known key; did you mean modulus? the keys here are modulus, operation, train_fraction
        methods: [{kind: two-layer, width: 0}] | a.yaml:2: methods[0].width: was 0, must be at least 1
        validation: {modulus: no}        | a.yaml:2: validation.modulus: was "no", must be a whole number
        lanes: 1.5                       | a.yaml:2: lanes: was 1.5, must be a whole number
        """)
    void refuses(String line, String message) {
        Problem problem = catchThrowableOfType(Problem.class, () -> bind("# first\n" + line + "\n"));
        assertThat(problem).hasMessage(message);
        assertThat(problem.exitCode()).isEqualTo(2);
        assertThat(problem.line()).isEqualTo(2);
    }

    @Test
    void namesTheLineOfTheFieldItself() {
        assertThatThrownBy(() ->
                        bind("net:\n  kind: stack\n  shapes:\n    - empty\n    - kind: two-layer\n      width: 0\n"))
                .isInstanceOf(Problem.class)
                .hasMessage("a.yaml:6: net.shapes[1].width: was 0, must be at least 1");
    }

    @Test
    void refusesARootThatIsNoMapping() {
        assertThatThrownBy(() -> bind("- 3"))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith("a.yaml:1: was a list, must be a mapping; its keys are name, seed, ");
    }

    @Test
    void refusesNumbersThatAreNotFinite() {
        JsonNode tree = JsonNodeFactory.instance.objectNode().set("limit", DoubleNode.valueOf(Double.NaN));
        assertThatThrownBy(() -> binder.bind(new Sample(), tree))
                .isInstanceOf(Problem.class)
                .hasMessage("limit: was NaN, must be a finite number");
        Sample sample = new Sample();
        assertThatThrownBy(() -> binder.toTree(new Constant(Double.POSITIVE_INFINITY)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("number must be finite, was Infinity");
        assertThat(sample.limit()).isEmpty();
    }

    @Test
    void wantsEveryKeyOfARecordWithoutDefaults() {
        assertThatThrownBy(() -> binder.bind(new Holder(List.of()), parse("pairs: [{left: 1, right: 2}, {left: 1}]")))
                .isInstanceOf(Problem.class)
                .hasMessage("a.yaml:1: pairs[1].right: must be given; it has no default");
    }

    @Test
    void wantsFamiliesInTheCatalogue() {
        Binder bare = new Binder(Kinds.none());
        assertThatThrownBy(() -> bare.toTree(new Sample()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("dev.rote.yaml.Sample$TwoLayer must be among the known kinds to be named in a recipe");
        assertThatThrownBy(() -> bare.bind(new Sample(), parse("net: empty")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(Shape.class.getName());
    }

    @Test
    void keepsAnEmptyOptionalEmpty() {
        assertThat(bind("validation: ~").validation()).isEqualTo(Optional.empty());
    }

    record Pair(int left, int right) {}

    record Holder(List<Pair> pairs) {}

    private Sample bind(String yaml) {
        return binder.bind(new Sample(), parse(yaml));
    }

    private static Document parse(String yaml) {
        return Yaml.parse("a.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    }
}
