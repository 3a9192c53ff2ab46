package dev.rote.nets;

import java.util.List;

/** A model that is a chain of blocks, for methods that treat one block after another. */
public interface Blocks {

    /** The blocks from input to output; the last is the head, with the output layer. Together they hold every parameter. */
    List<Block> blocks();

    /**
     * One block.
     *
     * @param layer the hidden layer that is its output, one of {@link Model#layers()}; empty for the head
     * @param parameters names of its parameters
     * @param buffers names of its buffers; where the net has frozen norms, {@code LAYER.frozen.mean} and {@code
     *     LAYER.frozen.std} [C] among them, the last two: after the hook the block's output becomes {@code (x - mean) / std},
     *     channel by channel, which changes nothing until someone writes other values than 0 and 1
     */
    record Block(String layer, List<String> parameters, List<String> buffers) {
        public Block {
            parameters = List.copyOf(parameters);
            buffers = List.copyOf(buffers);
        }
    }
}
