package dev.rote.data.files;

import dev.rote.data.NamedFiles;
import dev.rote.data.Parts;
import dev.rote.tensor.Seeds;
import java.util.List;

/** The four idx files of MNIST and of what was made to replace it. */
final class MnistFiles {

    private MnistFiles() {}

    /** Finds them in these places and opens them; the first so many examples of the train part, 0 for all. */
    static Parts open(NamedFiles places, String set, List<String> names, int first, Seeds seeds) {
        Idx files = new Idx(
                places.get(set, "train-images-idx3-ubyte").toString(),
                places.get(set, "train-labels-idx1-ubyte").toString(),
                places.get(set, "t10k-images-idx3-ubyte").toString(),
                places.get(set, "t10k-labels-idx1-ubyte").toString(),
                0,
                names);
        return First.of(files.open(seeds), first);
    }
}
