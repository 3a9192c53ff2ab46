package dev.rote.nets;

import dev.rote.tensor.Tensor;
import java.util.Map;

/** A model on residues modulo p some of whose weights are functions of a residue, which a Fourier transform can read. */
public interface ResidueWeights {

    /** Name to [units, p]: row k is unit k's weight for each residue. Rows of the same k belong to the same unit. */
    Map<String, Tensor> residueWeights();
}
