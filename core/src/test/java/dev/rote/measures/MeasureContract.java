package dev.rote.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rote.data.ModularArithmetic;
import dev.rote.data.Npy;
import dev.rote.data.Operation;
import dev.rote.data.Parts;
import dev.rote.losses.Mse;
import dev.rote.nets.Activation;
import dev.rote.nets.AnalyticTwoLayer;
import dev.rote.nets.Mlp;
import dev.rote.nets.Model;
import dev.rote.nets.Net;
import dev.rote.nets.Transformer;
import dev.rote.nets.TwoLayer;
import dev.rote.noise.SymmetricNoise;
import dev.rote.tensor.Place;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Tensor;
import dev.rote.tensor.Workers;
import dev.rote.train.Clock;
import dev.rote.train.Recorder;
import dev.rote.train.Table;
import dev.rote.train.TinyTraining;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What every measure promises. The test of a measure implements this and says which measure. */
public interface MeasureContract {

    /** Nets of all kinds, by name. */
    Map<String, Net> NETS = Map.of(
            "two-layer", new TwoLayer(24, Activation.SQUARE, 0.3, false),
            "two-layer with batch norm", new TwoLayer(24, Activation.RELU, 0, true),
            "analytic", new AnalyticTwoLayer(40),
            "mlp", new Mlp(List.of(20, 12), Activation.GELU, true, 0.2, true),
            "transformer", new Transformer(8, 2, 1, 2, 0.1));

    /** The measure. */
    Measure measure();

    /** The same measure, made anew. */
    Measure again();

    /** Names among {@link #NETS} that the measure refuses, with a message that says what it needs. */
    List<String> refuses();

    /** Addition modulo 17 with three in ten training labels replaced. */
    static Parts parts() {
        Parts clean = new ModularArithmetic(17, Operation.ADD, 0.7).open(new Seeds(3));
        return clean.with("train", new SymmetricNoise(0.3, true).corrupt(clean.get("train"), new Seeds(4)));
    }

    /** A model on these parts, in the caller's scope. */
    static Model model(Net net, Parts parts, Place place) {
        return net.build(parts.get("train").inputs(), 17, place, new Seeds(5));
    }

    /** What a measure said and wrote; equal only when every bit is. */
    record Answer(double value, Map<String, List<List<Object>>> tables, Map<String, Map<String, String>> arrays) {}

    /** The file an array becomes, as text that compares. */
    static String bytes(Npy array) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            array.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return HexFormat.of().formatHex(out.toByteArray());
    }

    /** Takes a measure in the middle of a training. */
    static Answer take(Measure measure, Model model, Parts parts, int workers) {
        Map<String, List<List<Object>>> tables = new LinkedHashMap<>();
        Map<String, Map<String, String>> written = new LinkedHashMap<>();
        Recorder recorder = new Recorder() {
            @Override
            public void log(Clock clock, String name, double value) {}

            @Override
            public Table table(String name, String... columns) {
                List<List<Object>> rows = tables.computeIfAbsent(name, key -> new ArrayList<>());
                if (rows.isEmpty()) {
                    rows.add(List.of((Object[]) columns));
                }
                return values -> rows.add(List.of(values));
            }

            @Override
            public void arrays(String name, Map<String, Npy> arrays) {
                Map<String, String> files = new TreeMap<>();
                arrays.forEach((array, values) -> files.put(array, bytes(values)));
                written.put(name, files);
            }
        };
        try (Scope scope = Scope.open();
                Workers threads = new Workers(workers);
                Evaluator evaluator = new Evaluator(model, parts, new Mse(), new Seeds(6), threads, recorder)) {
            return new Answer(measure.of(evaluator.subject(new Clock(30, 100, 1))), tables, written);
        }
    }

    @Test
    default void answersOrRefusesInWordsOnEveryNet() {
        Parts parts = parts();
        NETS.forEach((name, net) -> {
            try (Scope scope = Scope.open()) {
                Model model = model(net, parts, Place.FLOAT32);
                if (refuses().contains(name)) {
                    assertThatThrownBy(() -> take(measure(), model, parts, 1))
                            .as(name)
                            .isInstanceOf(IllegalArgumentException.class)
                            .hasMessageContaining("needs a net");
                } else {
                    assertThat(take(measure(), model, parts, 1).value())
                            .as(name)
                            .isFinite();
                }
            }
        });
    }

    @Test
    default void sameModelSameAnswerWhateverTheWorkers() {
        forEachAnswering((model, parts) -> {
            Answer once = take(measure(), model, parts, 1);
            assertThat(take(again(), model, parts, 1)).isEqualTo(once);
            assertThat(take(measure(), model, parts, 3)).isEqualTo(once);
        });
    }

    @Test
    default void leavesTheModelAsItWasAndNoMemoryBehind() {
        forEachAnswering((model, parts) -> {
            Map<String, List<Double>> before = TinyTraining.weights(model);
            long live = Tensor.live();
            take(measure(), model, parts, 2);
            assertThat(Tensor.live()).isEqualTo(live);
            assertThat(TinyTraining.weights(model)).isEqualTo(before);
        });
    }

    @Test
    default void rowsOfItsTablesHaveAsManyCellsAsColumns() {
        forEachAnswering((model, parts) -> take(measure(), model, parts, 1)
                .tables()
                .values()
                .forEach(rows -> {
                    assertThat(rows).hasSizeGreaterThan(1);
                    assertThat(rows).allMatch(row -> row.size() == rows.get(0).size());
                    assertThat(rows.get(0)).doesNotHaveDuplicates().startsWith("step");
                }));
    }

    @Test
    default void itsNameIsPlainAndDependsOnItsValueAlone() {
        assertThat(measure().name())
                .isEqualTo(again().name())
                .matches("[a-z0-9]+(-[a-z0-9]+)*(\\.[a-z0-9_]+(-[a-z0-9_]+)*)+");
        assertThat(measure()).isEqualTo(again());
    }

    /** A check of one model. */
    @FunctionalInterface
    interface Check {
        /** Looks at a model. */
        void look(Model model, Parts parts);
    }

    private void forEachAnswering(Check check) {
        Parts parts = parts();
        NETS.forEach((name, net) -> {
            if (!refuses().contains(name)) {
                try (Scope scope = Scope.open()) {
                    check.look(model(net, parts, Place.FLOAT32), parts);
                }
            }
        });
    }
}
