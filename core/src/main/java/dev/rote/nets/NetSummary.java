package dev.rote.nets;

import dev.rote.tensor.Autograd;
import dev.rote.tensor.InputShape;
import dev.rote.tensor.Place;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A model written out: its parameters and buffers, what its hidden layers put out, how large it is. */
public final class NetSummary {

    private NetSummary() {}

    /**
     * The summary as text, one row per tensor and per layer, shapes without the batch's dimension.
     *
     * @param model what {@code net} built for these inputs and outputs; one example of zeros is sent through it
     * @param net the architecture
     * @param inputs what one example looks like
     * @param outputs number of outputs
     */
    public static String of(Model model, Net net, InputShape inputs, int outputs) {
        List<String[]> rows = new ArrayList<>();
        rows.add(new String[] {"parameter", "shape", "numbers"});
        addTensors(rows, model.parameters());
        if (!model.buffers().isEmpty()) {
            rows.add(new String[] {"", "", ""});
            rows.add(new String[] {"buffer", "shape", "numbers"});
            addTensors(rows, model.buffers());
        }
        rows.add(new String[] {"", "", ""});
        rows.add(new String[] {"layer", "output", ""});
        addLayers(rows, model, inputs);
        return table(rows)
                + String.format(
                        Locale.ROOT,
                        "%n%,d parameters, %,d numbers in buffers, about %,.0f operations for one example%n",
                        count(model.parameters()),
                        count(model.buffers()),
                        net.work(inputs, outputs));
    }

    private static long count(Map<String, Tensor> tensors) {
        return tensors.values().stream().mapToLong(Tensor::numel).sum();
    }

    private static void addTensors(List<String[]> rows, Map<String, Tensor> tensors) {
        tensors.forEach((name, tensor) -> rows.add(
                new String[] {name, Arrays.toString(tensor.shape()), String.format(Locale.ROOT, "%,d", tensor.numel())
                }));
    }

    private static void addLayers(List<String[]> rows, Model model, InputShape inputs) {
        Hook look = (layer, hidden) -> {
            rows.add(new String[] {layer, perExample(hidden), ""});
            return hidden;
        };
        Forward evaluation = Forward.evaluation(new long[] {0});
        try (Scope scope = Scope.open();
                Autograd.Guard guard = Autograd.noGrad()) {
            Forward how = new Forward(Mode.EVAL, look, evaluation.random(), evaluation.ids());
            Tensor result = model.forward(example(model, inputs), how);
            rows.add(new String[] {"(outputs)", perExample(result), ""});
        }
    }

    private static Tensor example(Model model, InputShape inputs) {
        Place place = model.parameters().values().stream()
                .findFirst()
                .map(Tensor::place)
                .orElse(Place.FLOAT32);
        return inputs.zeros(1, place);
    }

    private static String perExample(Tensor tensor) {
        return Arrays.toString(Arrays.copyOfRange(tensor.shape(), 1, tensor.dim()));
    }

    private static String table(List<String[]> rows) {
        int first = rows.stream().mapToInt(row -> row[0].length()).max().orElse(0);
        int second = rows.stream().mapToInt(row -> row[1].length()).max().orElse(0);
        int third = rows.stream().mapToInt(row -> row[2].length()).max().orElse(0);
        String format = "%-" + first + "s  %-" + second + "s  %" + third + "s";
        StringBuilder text = new StringBuilder();
        rows.forEach(row -> text.append(String.format(format, (Object[]) row).stripTrailing())
                .append(System.lineSeparator()));
        return text.toString();
    }
}
