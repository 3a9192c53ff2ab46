package dev.rote.tensor;

/** Where tensors live. */
public enum Device {
    CPU,
    CUDA
}
