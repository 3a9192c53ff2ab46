package dev.rote.tensor;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.DeviceOptional;
import org.bytedeco.pytorch.LayoutOptional;
import org.bytedeco.pytorch.MemoryFormatOptional;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * An element type on a device: where new tensors are made.
 *
 * <p>Code that makes tensors is handed a place and never assumes the CPU or float32.
 *
 * @param dtype the element type of real-valued tensors
 * @param device where they live
 */
public record Place(DType dtype, Device device) {

    /** Single precision on the CPU, the default of a recipe. */
    public static final Place FLOAT32 = new Place(DType.FLOAT32, Device.CPU);

    /** Double precision on the CPU, used where exactness is tested. */
    public static final Place FLOAT64 = new Place(DType.FLOAT64, Device.CPU);

    /** The same device with another element type. */
    public Place with(DType other) {
        return new Place(other, device);
    }

    /** Uninitialised memory of this shape; write before reading. */
    public Tensor empty(long... shape) {
        return allocate(dtype, shape);
    }

    /** Zeros of this shape. */
    public Tensor zeros(long... shape) {
        return empty(shape).zero_();
    }

    /** One value everywhere. */
    public Tensor full(double value, long... shape) {
        return empty(shape).fill_(value);
    }

    /** The values in row-major order, converted to this place's element type. */
    public Tensor of(float[] values, long... shape) {
        Tensor host = new Place(DType.FLOAT32, Device.CPU).empty(checked(values.length, shape));
        try (FloatPointer pointer = host.raw.data_ptr_float()) {
            if (pointer != null) { // null without elements
                pointer.put(values);
            }
        }
        return host.move(this);
    }

    /** The values in row-major order, converted to this place's element type. */
    public Tensor of(double[] values, long... shape) {
        Tensor host = new Place(DType.FLOAT64, Device.CPU).empty(checked(values.length, shape));
        try (DoublePointer pointer = host.raw.data_ptr_double()) {
            if (pointer != null) { // null without elements
                pointer.put(values);
            }
        }
        return host.move(this);
    }

    /** Whole numbers (indices, class labels) as int64 on this device, whatever this place's element type. */
    public Tensor indices(long[] values, long... shape) {
        Tensor host = new Place(DType.INT64, Device.CPU).empty(checked(values.length, shape));
        try (LongPointer pointer = host.raw.data_ptr_long()) {
            if (pointer != null) { // null without elements
                pointer.put(values);
            }
        }
        return host.move(with(DType.INT64));
    }

    /** A tensor of the given element type whose memory is a copy of {@code bytes} (little-endian, row-major). */
    public Tensor ofBytes(DType type, ByteBuffer bytes, long... shape) {
        Tensor host = new Place(type, Device.CPU).empty(shape);
        if (bytes.remaining() != host.numel() * type.bytes()) {
            throw new IllegalArgumentException("expected " + host.numel() * type.bytes() + " bytes for shape "
                    + Arrays.toString(shape) + " of " + type + ", was " + bytes.remaining());
        }
        host.bytes().put(bytes.duplicate());
        return host.move(with(type));
    }

    private static long[] checked(long values, long[] shape) {
        long product = 1;
        for (long size : shape) {
            product = Math.multiplyExact(product, size);
        }
        if (product != values) {
            throw new IllegalArgumentException(
                    "shape " + Arrays.toString(shape) + " holds " + product + " values, was given " + values);
        }
        return shape;
    }

    private Tensor allocate(DType type, long[] shape) {
        Engine.start();
        try (var scalarType = new ScalarTypeOptional(Tensor.scalarType(type));
                var where = nativeDevice();
                var device = new DeviceOptional(where);
                var layout = new LayoutOptional();
                var pinned = new BoolOptional();
                var format = new MemoryFormatOptional()) {
            return new Tensor(torch.empty(shape, scalarType, layout, device, pinned, format));
        }
    }

    org.bytedeco.pytorch.Device nativeDevice() {
        try (var name = new BytePointer(device == Device.CPU ? "cpu" : "cuda")) {
            return new org.bytedeco.pytorch.Device(name);
        }
    }
}
