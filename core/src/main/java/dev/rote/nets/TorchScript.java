package dev.rote.nets;

import dev.rote.tensor.InputShape;
import dev.rote.tensor.Place;
import dev.rote.tensor.ScriptModule;
import dev.rote.tensor.Seeds;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A net that was made and trained elsewhere, as {@code torch.jit.script(model).save(file)} or {@code torch.jit.trace} write it.
 *
 * <p>It takes a batch as the data give it, float [N, dims...] or int64 [N, length], and gives [N, K]. Its parameters and
 * buffers have the names they had, so it can be evaluated, measured and trained further. Differences from the other nets:
 *
 * <ul>
 *   <li>It always computes as in evaluation: dropout passes everything and batch norm uses its stored statistics, also in
 *       training, because what is random in such a file draws from libtorch's own generator and could not be repeated.
 *   <li>It has no hidden layers for hooks, and nothing in it can be drawn anew: the seed changes nothing.
 *   <li>Nothing is known of its inside: a batch is not cut into lanes, and its {@link #work} is a guess.
 * </ul>
 *
 * <p>Such a file is code. It is read where a recipe names it and nowhere else; name only files whose origin you know.
 *
 * @param file path of the file, from the current folder; never searched for, never downloaded
 */
public record TorchScript(String file) implements Net {

    /** No file yet. */
    public TorchScript() {
        this("");
    }

    @Override
    public Model build(InputShape inputs, int outputs, Place place, Seeds seeds) {
        if (file.isEmpty()) {
            throw new IllegalArgumentException("file must name a TorchScript file, was empty");
        }
        Path path = Path.of(file);
        if (!Files.isRegularFile(path)) {
            throw new IllegalArgumentException(
                    "file must be there, was " + file + "; write one with torch.jit.script(model).save(...)");
        }
        TorchScriptModel model = new TorchScriptModel(file, ScriptModule.load(path, place), outputs);
        model.tryOut(inputs, place);
        return model;
    }
}
