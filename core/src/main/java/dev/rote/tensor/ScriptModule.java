package dev.rote.tensor;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.IValueVector;
import org.bytedeco.pytorch.JitModule;
import org.bytedeco.pytorch.NamedTensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.named_buffer_iterator;
import org.bytedeco.pytorch.named_parameter_iterator;

/**
 * A TorchScript file in memory, always in evaluation mode. It lives as long as the {@link Scope} it was loaded
 * in, or as the process where there was none.
 *
 * <p>Such a file is code that libtorch runs: load only what the user named.
 */
public final class ScriptModule {

    private final JitModule raw;
    private final Map<String, Tensor> parameters = new LinkedHashMap<>();
    private final Map<String, Tensor> buffers = new LinkedHashMap<>();

    private ScriptModule(JitModule raw) {
        this.raw = raw;
    }

    /**
     * Reads a file.
     *
     * @param place element type of its real numbers, and device
     * @throws IllegalArgumentException when it is not a TorchScript file
     */
    public static ScriptModule load(Path file, Place place) {
        Engine.start();
        JitModule raw;
        try {
            raw = torch.load(file.toString());
        } catch (RuntimeException failed) {
            throw new IllegalArgumentException(
                    file + " must be a TorchScript file as torch.jit.save writes it: " + reason(failed), failed);
        }
        Scope.adopt(raw);
        try (var device = place.nativeDevice()) {
            raw.to(device); // not the element type as well: it would make reals of indices and counters
        }
        raw.eval();
        ScriptModule module = new ScriptModule(raw);
        module.list(place);
        return module;
    }

    private void list(Place place) {
        try (var list = raw.named_parameters();
                named_parameter_iterator at = list.begin();
                named_parameter_iterator end = list.end()) {
            for (; at.notEquals(end); at.increment()) {
                enter(at.multiply(), place, parameters);
            }
        }
        try (var list = raw.named_buffers();
                named_buffer_iterator at = list.begin();
                named_buffer_iterator end = list.end()) {
            for (; at.notEquals(end); at.increment()) {
                enter(at.multiply(), place, buffers);
            }
        }
    }

    /** Counters and other whole numbers stay inside: evaluation never changes them. */
    private static void enter(NamedTensor named, Place place, Map<String, Tensor> into) {
        try (named;
                var name = named.name();
                var value = named.value()) {
            if (value.is_floating_point()) {
                try (var converted = value.to(Tensor.scalarType(place.dtype()))) {
                    value.set_data(converted);
                }
                into.put(name.getString(), new Tensor(new org.bytedeco.pytorch.Tensor(value)));
            }
        }
    }

    /** Its trainable tensors, by the names they had. */
    public Map<String, Tensor> parameters() {
        return parameters;
    }

    /** Its other real-valued tensors, by the names they had. */
    public Map<String, Tensor> buffers() {
        return buffers;
    }

    /**
     * What it makes of one tensor.
     *
     * @throws IllegalArgumentException when it does not take such a tensor, or gives something other than one tensor
     */
    public Tensor forward(Tensor inputs) {
        // Per thread; the optimising executor would compute the first calls otherwise than the later ones.
        torch.setGraphExecutorOptimize(false);
        try (IValue argument = new IValue(inputs.raw);
                IValueVector arguments = new IValueVector(argument);
                IValue result = raw.forward(arguments)) {
            if (!result.isTensor()) {
                throw new IllegalArgumentException("it must give one tensor");
            }
            return new Tensor(new org.bytedeco.pytorch.Tensor(result.toTensor())); // the result owns what it shows
        } catch (IllegalArgumentException refused) {
            throw refused;
        } catch (RuntimeException failed) {
            throw new IllegalArgumentException(reason(failed), failed);
        }
    }

    /** What libtorch says, without its stack: the interpreter puts the reason last, other parts put it first. */
    private static String reason(RuntimeException failed) {
        List<String> lines = String.valueOf(failed.getMessage()).lines().toList();
        return lines.stream()
                .filter(line -> line.startsWith("RuntimeError: "))
                .findFirst()
                .orElse(lines.isEmpty() ? "" : lines.get(0));
    }
}
