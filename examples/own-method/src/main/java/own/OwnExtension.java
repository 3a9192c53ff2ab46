package own;

import dev.rote.data.Source;
import dev.rote.nets.Net;
import dev.rote.runs.Extension;
import dev.rote.train.Method;
import dev.rote.yaml.Kinds;

/** Names what this jar adds; the values given here are the defaults. */
public final class OwnExtension implements Extension {

    @Override
    public Kinds add(Kinds kinds) {
        return kinds.with(Method.class, "label-smoothing", new LabelSmoothing(0.1))
                .with(Net.class, "product", new Product(64))
                .with(Source.class, "larger-of-two", new LargerOfTwo(23, 0.7));
    }
}
