package dev.rote.tensor;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarOptional;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.jspecify.annotations.Nullable;

/**
 * An n-dimensional array of libtorch: a thin handle with the operations that Rote uses, named and defined as in PyTorch.
 *
 * <p>A name that ends in an underscore changes the tensor in place and returns it; the others return a new tensor, which
 * belongs to the innermost open {@link Scope} of the thread. Shapes broadcast as in PyTorch. Wrong shapes and types are
 * refused by libtorch with a {@link RuntimeException} that quotes both shapes.
 *
 * <p>The native in-place calls hand back their own receiver, which must not be closed; so their results are ignored here.
 *
 * <p>Longer than other files because it is a list: one short method per operation, no logic.
 */
public final class Tensor implements AutoCloseable {

    private static final AtomicLong LIVE = new AtomicLong();

    final org.bytedeco.pytorch.Tensor raw;

    @Nullable
    Scope owner;

    private @Nullable Tensor grad;
    private boolean closed;

    Tensor(org.bytedeco.pytorch.Tensor raw) {
        this.raw = raw;
        LIVE.incrementAndGet();
        Scope.adopt(this);
    }

    /** How many tensors of this process are not yet freed; tests compare it before and after. */
    public static long live() {
        return LIVE.get();
    }

    /** Frees the native memory of this handle and of its gradient buffer; closing twice is harmless. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            if (grad != null) {
                grad.close();
            }
            raw.deallocate();
            LIVE.decrementAndGet();
        }
    }

    // ---------------------------------------------------------------- what it is

    /** Sizes of all dimensions. */
    public long[] shape() {
        long[] shape = new long[(int) raw.dim()];
        for (int i = 0; i < shape.length; i++) {
            shape[i] = raw.size(i);
        }
        return shape;
    }

    /** Size of one dimension; negative counts from the end. */
    public long size(int dim) {
        return raw.size(dim);
    }

    /** Number of dimensions. */
    public int dim() {
        return (int) raw.dim();
    }

    /** Number of elements. */
    public long numel() {
        return raw.numel();
    }

    /** The element type. */
    public DType dtype() {
        return switch (raw.scalar_type().intern()) {
            case Float -> DType.FLOAT32;
            case Double -> DType.FLOAT64;
            case BFloat16 -> DType.BFLOAT16;
            case Long -> DType.INT64;
            case Bool -> DType.BOOL;
            default ->
                throw new IllegalStateException("element type " + raw.scalar_type() + " is not one that Rote uses");
        };
    }

    /** The device. */
    public Device device() {
        try (var device = raw.device()) {
            return device.is_cuda() ? Device.CUDA : Device.CPU;
        }
    }

    /** Element type and device: where tensors like this one are made. */
    public Place place() {
        return new Place(dtype(), device());
    }

    static ScalarType scalarType(DType type) {
        return switch (type) {
            case FLOAT32 -> ScalarType.Float;
            case FLOAT64 -> ScalarType.Double;
            case BFLOAT16 -> ScalarType.BFloat16;
            case INT64 -> ScalarType.Long;
            case BOOL -> ScalarType.Bool;
        };
    }

    // ---------------------------------------------------------------- values out

    /** The only element. */
    public double item() {
        return raw.item_double();
    }

    /** All elements in row-major order. */
    public float[] toFloats() {
        try (Scope scope = Scope.open();
                FloatPointer pointer = host(DType.FLOAT32).raw.data_ptr_float()) {
            float[] values = new float[Math.toIntExact(numel())];
            if (pointer != null) { // null without elements
                pointer.get(values);
            }
            return values;
        }
    }

    /** All elements in row-major order. */
    public double[] toDoubles() {
        try (Scope scope = Scope.open();
                DoublePointer pointer = host(DType.FLOAT64).raw.data_ptr_double()) {
            double[] values = new double[Math.toIntExact(numel())];
            if (pointer != null) { // null without elements
                pointer.get(values);
            }
            return values;
        }
    }

    /** All elements in row-major order, truncated to whole numbers. */
    public long[] toLongs() {
        try (Scope scope = Scope.open();
                LongPointer pointer = host(DType.INT64).raw.data_ptr_long()) {
            long[] values = new long[Math.toIntExact(numel())];
            if (pointer != null) { // null without elements
                pointer.get(values);
            }
            return values;
        }
    }

    private Tensor host(DType type) {
        return detach().move(new Place(type, Device.CPU)).contiguous();
    }

    /**
     * The memory of a contiguous tensor on the CPU, little-endian on the platforms Rote runs on; valid while the tensor
     * is open. Writing to it writes to the tensor.
     *
     * @throws IllegalStateException when the tensor is not contiguous
     */
    public ByteBuffer bytes() {
        if (!raw.is_contiguous()) {
            throw new IllegalStateException("bytes() needs a contiguous tensor; call contiguous() first");
        }
        Pointer start = raw.data_ptr();
        return new BytePointer(start)
                .capacity(numel() * dtype().bytes())
                .asByteBuffer()
                .order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The same values on another place; returns this tensor when it is already there. */
    public Tensor move(Place target) {
        if (dtype() == target.dtype() && device() == target.device()) {
            return this;
        }
        try (var device = target.nativeDevice()) {
            return new Tensor(raw.to(device, scalarType(target.dtype())));
        }
    }

    /** The same values as another element type; returns this tensor when it already has it. */
    public Tensor to(DType type) {
        return dtype() == type ? this : new Tensor(raw.to(scalarType(type)));
    }

    // ---------------------------------------------------------------- differentiation

    /** Marks this tensor as one to differentiate by, or not; returns it. */
    public Tensor requiresGrad(boolean required) {
        raw.set_requires_grad(required);
        return this;
    }

    /** True when libtorch records operations on this tensor. */
    public boolean requiresGrad() {
        return raw.requires_grad();
    }

    /** The gradient buffer of a parameter: same shape, made of zeros at the first call (which only one thread may make), freed with the tensor. */
    public Tensor grad() {
        Tensor buffer = grad;
        if (buffer == null) {
            buffer = Scope.release(zerosLike());
            grad = buffer;
        }
        return buffer;
    }

    /** The same memory, cut off from differentiation. */
    public Tensor detach() {
        return new Tensor(raw.detach());
    }

    // ---------------------------------------------------------------- elementwise

    /** Sum. */
    public Tensor add(Tensor other) {
        return new Tensor(raw.add(other.raw));
    }

    /** Sum. */
    public Tensor add(double other) {
        try (Scalar scalar = new Scalar(other)) {
            return new Tensor(raw.add(scalar));
        }
    }

    /** Difference. */
    public Tensor sub(Tensor other) {
        return new Tensor(raw.sub(other.raw));
    }

    /** Difference. */
    public Tensor sub(double other) {
        try (Scalar scalar = new Scalar(other)) {
            return new Tensor(raw.sub(scalar));
        }
    }

    /** Product, element by element. */
    public Tensor mul(Tensor other) {
        return new Tensor(raw.mul(other.raw));
    }

    /** Product, element by element. */
    public Tensor mul(double other) {
        try (Scalar scalar = new Scalar(other)) {
            return new Tensor(raw.mul(scalar));
        }
    }

    /** Quotient, element by element. */
    public Tensor div(Tensor other) {
        return new Tensor(raw.div(other.raw));
    }

    /** Quotient, element by element. */
    public Tensor div(double other) {
        try (Scalar scalar = new Scalar(other)) {
            return new Tensor(raw.div(scalar));
        }
    }

    /** Minus each element. */
    public Tensor neg() {
        return new Tensor(raw.neg());
    }

    /** Absolute value. */
    public Tensor abs() {
        return new Tensor(raw.abs());
    }

    /** -1, 0 or 1. */
    public Tensor sign() {
        return new Tensor(raw.sign());
    }

    /** Each element times itself. */
    public Tensor square() {
        return new Tensor(raw.square());
    }

    /** Square root. */
    public Tensor sqrt() {
        return new Tensor(raw.sqrt());
    }

    /** Elementwise arc cosine, in [0, pi]; NaN outside of [-1, 1]. */
    public Tensor acos() {
        return new Tensor(raw.acos());
    }

    /** e to the power of each element. */
    public Tensor exp() {
        return new Tensor(raw.exp());
    }

    /** Natural logarithm. */
    public Tensor log() {
        return new Tensor(raw.log());
    }

    /** max(x, low). */
    public Tensor clampMin(double low) {
        try (Scalar scalar = new Scalar(low)) {
            return new Tensor(raw.clamp_min(scalar));
        }
    }

    /** max(x, 0). */
    public Tensor relu() {
        return new Tensor(raw.relu());
    }

    /** Hyperbolic tangent. */
    public Tensor tanh() {
        return new Tensor(raw.tanh());
    }

    /** x times the standard normal distribution function of x (exact form). */
    public Tensor gelu() {
        return new Tensor(torch.gelu(raw));
    }

    /** True where neither infinite nor NaN. */
    public Tensor isfinite() {
        return new Tensor(raw.isfinite());
    }

    /** Each element, or the nearer end where it is outside [low, high]. */
    public Tensor clamp(double low, double high) {
        try (Scalar least = new Scalar(low);
                Scalar most = new Scalar(high);
                var from = new ScalarOptional(least);
                var to = new ScalarOptional(most)) {
            return new Tensor(raw.clamp(from, to));
        }
    }

    /** Each element to a power. */
    public Tensor pow(Tensor other) {
        return new Tensor(raw.pow(other.raw));
    }

    /** Each element to a power. */
    public Tensor pow(double other) {
        try (Scalar scalar = new Scalar(other)) {
            return new Tensor(raw.pow(scalar));
        }
    }

    /** True where equal. */
    public Tensor eq(Tensor other) {
        return new Tensor(raw.eq(other.raw));
    }

    /** True where equal. */
    public Tensor eq(double other) {
        try (Scalar scalar = new Scalar(other)) {
            return new Tensor(raw.eq(scalar));
        }
    }

    /** True where less. */
    public Tensor lt(Tensor other) {
        return new Tensor(raw.lt(other.raw));
    }

    /** True where less. */
    public Tensor lt(double other) {
        try (Scalar scalar = new Scalar(other)) {
            return new Tensor(raw.lt(scalar));
        }
    }

    /** True where greater. */
    public Tensor gt(Tensor other) {
        return new Tensor(raw.gt(other.raw));
    }

    /** True where greater. */
    public Tensor gt(double other) {
        try (Scalar scalar = new Scalar(other)) {
            return new Tensor(raw.gt(scalar));
        }
    }

    /** This tensor where the condition is true, the other elsewhere. */
    public Tensor where(Tensor condition, Tensor other) {
        return new Tensor(raw.where(condition.raw, other.raw));
    }

    // ---------------------------------------------------------------- sums and the like

    /** Sum of all elements. */
    public Tensor sum() {
        return new Tensor(raw.sum());
    }

    /** Sum over one dimension, which stays with size 1 when {@code keep} is true. */
    public Tensor sum(int dim, boolean keep) {
        try (var same = new org.bytedeco.pytorch.ScalarTypeOptional()) {
            return new Tensor(raw.sum(new long[] {dim}, keep, same));
        }
    }

    /** Writes the sum of {@code source} over one dimension, which is dropped, into this tensor. */
    public Tensor sumOut(Tensor source, int dim) {
        torch.sum_out(raw, source.raw, dim);
        return this;
    }

    /** Mean of all elements. */
    public Tensor mean() {
        return new Tensor(raw.mean());
    }

    /** Mean over one dimension, which stays with size 1 when {@code keep} is true. */
    public Tensor mean(int dim, boolean keep) {
        try (var same = new org.bytedeco.pytorch.ScalarTypeOptional()) {
            return new Tensor(raw.mean(new long[] {dim}, keep, same));
        }
    }

    /** Largest value over one dimension, which is dropped. */
    public Tensor amax(int dim) {
        return new Tensor(raw.amax(new long[] {dim}, false));
    }

    /** Index of the largest value over one dimension, which is dropped; the first one among equals. */
    public Tensor argmax(int dim) {
        try (var over = new LongOptional(dim)) {
            return new Tensor(raw.argmax(over, false));
        }
    }

    /** Euclidean (Frobenius) norm of all elements. */
    public Tensor norm() {
        return new Tensor(raw.norm());
    }

    /** Exponentials that sum to one over a dimension. */
    public Tensor softmax(int dim) {
        return new Tensor(raw.softmax(dim));
    }

    /** Logarithm of {@link #softmax}, computed stably. */
    public Tensor logSoftmax(int dim) {
        return new Tensor(raw.log_softmax(dim));
    }

    /** Logarithm of the sum of exponentials over one dimension, which is dropped; computed stably. */
    public Tensor logsumexp(int dim) {
        return new Tensor(raw.logsumexp(new long[] {dim}, false));
    }

    /** The k-th smallest element of a vector, counted from 1: a tensor of one element. */
    public Tensor kthvalue(long k) {
        try (var pair = raw.kthvalue(k, 0, false)) {
            // The pair owns its elements; a new handle outlives it.
            return new Tensor(new org.bytedeco.pytorch.Tensor(pair.get0()));
        }
    }

    // ---------------------------------------------------------------- products

    /** Matrix product: [N, K] x [K, M] to [N, M]. */
    public Tensor mm(Tensor other) {
        return new Tensor(raw.mm(other.raw));
    }

    /** Matrix product over the last two dimensions, the others broadcast. */
    public Tensor matmul(Tensor other) {
        return new Tensor(raw.matmul(other.raw));
    }

    /** Writes {@code left x right} into this tensor. */
    public Tensor mmOut(Tensor left, Tensor right) {
        torch.mm_out(raw, left.raw, right.raw);
        return this;
    }

    /** Adds {@code left x right} to this tensor. */
    public Tensor addmm_(Tensor left, Tensor right) {
        raw.addmm_(left.raw, right.raw);
        return this;
    }

    /** Becomes {@code beta} times itself plus {@code alpha left x right}; what was there does not matter when beta is 0. */
    public Tensor addmm_(Tensor left, Tensor right, double beta, double alpha) {
        try (Scalar keep = new Scalar(beta);
                Scalar factor = new Scalar(alpha)) {
            raw.addmm_(left.raw, right.raw, keep, factor);
        }
        return this;
    }

    /** Singular values of a matrix [N, M], descending, [min(N, M)]; {@code torch.linalg.svdvals}. */
    public Tensor svdvals() {
        return new Tensor(torch.linalg_svdvals(raw));
    }

    /** Eigenvalues of a symmetric matrix [K, K], ascending, [K], and its eigenvectors as columns, [K, K]; {@code torch.linalg.eigh}. */
    public List<Tensor> eigh() {
        try (var pair = torch.linalg_eigh(raw)) {
            // The pair owns its elements; new handles outlive it.
            return List.of(
                    new Tensor(new org.bytedeco.pytorch.Tensor(pair.get0())),
                    new Tensor(new org.bytedeco.pytorch.Tensor(pair.get1())));
        }
    }

    /** The inverse of a matrix [K, K]; {@code torch.linalg.inv}, which refuses a singular one. */
    public Tensor inverse() {
        return new Tensor(torch.linalg_inv(raw));
    }

    /** The lower triangular L [K, K] with L L^T = this, zeros above; {@code torch.linalg.cholesky}, which refuses what is not positive definite. */
    public Tensor cholesky() {
        return new Tensor(torch.linalg_cholesky(raw));
    }

    /** The X [K, M] with L X = B, L this lower triangular matrix [K, K], B [K, M]; {@code torch.linalg.solve_triangular}. */
    public Tensor solveTriangular(Tensor other) {
        return new Tensor(torch.linalg_solve_triangular(raw, other.raw, false));
    }

    /** Sum of the products of two vectors of the same length. */
    public Tensor dot(Tensor other) {
        return new Tensor(raw.dot(other.raw));
    }

    // ---------------------------------------------------------------- images

    /**
     * Two-dimensional convolution: this is [N, C, H, W], weight [M, C, k, k], bias [M] or null; the result is
     * [N, M, (H + 2 padding - k) / stride + 1, (W + 2 padding - k) / stride + 1].
     */
    public Tensor conv2d(Tensor weight, @Nullable Tensor bias, long stride, long padding) {
        long[] dilation = {1, 1};
        try (TensorOptional added = optional(bias)) {
            return new Tensor(torch.conv2d(
                    raw, weight.raw, added, new long[] {stride, stride}, new long[] {padding, padding}, dilation, 1));
        }
    }

    /** The largest of each square of {@code size} x {@code size}, side by side: [N, C, H, W] to [N, C, H / size, W / size]. */
    public Tensor maxPool2d(long size) {
        return new Tensor(torch.max_pool2d(raw, size, size));
    }

    /**
     * Batch normalisation of [N, C, ...] over everything but channels: {@code weight (x - mean) / sqrt(variance + epsilon) +
     * bias}, all [C].
     *
     * @param mean running mean, and {@code variance} the running variance; null for both uses the batch's own without
     *     keeping them
     * @param training true uses the batch's own and moves the running ones by {@code momentum} of the way
     */
    public Tensor batchNorm(
            Tensor weight,
            Tensor bias,
            @Nullable Tensor mean,
            @Nullable Tensor variance,
            boolean training,
            double momentum,
            double epsilon) {
        try (TensorOptional scale = optional(weight);
                TensorOptional shift = optional(bias);
                TensorOptional runningMean = optional(mean);
                TensorOptional runningVariance = optional(variance)) {
            return new Tensor(torch.batch_norm(
                    raw, scale, shift, runningMean, runningVariance, training, momentum, epsilon, false));
        }
    }

    private static TensorOptional optional(@Nullable Tensor tensor) {
        return tensor == null ? new TensorOptional() : new TensorOptional(tensor.raw);
    }

    // ---------------------------------------------------------------- shapes

    /** A view with the two dimensions of a matrix exchanged. */
    public Tensor t() {
        return new Tensor(raw.t());
    }

    /** A view with two dimensions exchanged. */
    public Tensor transpose(int a, int b) {
        return new Tensor(raw.transpose(a, b));
    }

    /** A view with the dimensions in another order. */
    public Tensor permute(long... order) {
        return new Tensor(raw.permute(order));
    }

    /** The same elements in another shape; one size may be -1. */
    public Tensor reshape(long... shape) {
        return new Tensor(raw.reshape(shape));
    }

    /** A view in which dimensions of size 1 are repeated to the given sizes. */
    public Tensor expand(long... shape) {
        return new Tensor(raw.expand(shape));
    }

    /** A view with a new dimension of size 1 at {@code dim}. */
    public Tensor unsqueeze(int dim) {
        return new Tensor(raw.unsqueeze(dim));
    }

    /** A view of {@code length} entries of one dimension, from {@code start} on. */
    public Tensor narrow(int dim, long start, long length) {
        return new Tensor(raw.narrow(dim, start, length));
    }

    /** A view of entry {@code index} of one dimension, which is dropped. */
    public Tensor select(int dim, long index) {
        return new Tensor(raw.select(dim, index));
    }

    /** The same values in row-major order; a new handle on the same memory where they already are. */
    public Tensor contiguous() {
        return new Tensor(raw.contiguous());
    }

    /** The same [N, C, H, W] with channels next to each other in memory; a new handle where they already are. */
    public Tensor channelsLast() {
        if (raw.size(1) != 1) {
            return new Tensor(raw.contiguous(torch.MemoryFormat.ChannelsLast));
        }
        // One channel lies both ways at once, which libtorch takes for row by row; these strides say which is meant.
        try (var rows = raw.reshape(raw.size(0), raw.size(2), raw.size(3), 1)) {
            return new Tensor(rows.permute(0, 3, 1, 2));
        }
    }

    /** A copy with memory of its own. */
    public Tensor copy() {
        return new Tensor(raw.clone());
    }

    /** Zeros of this shape and place. */
    public Tensor zerosLike() {
        return place().zeros(shape());
    }

    // ---------------------------------------------------------------- by index

    /** The entries of one dimension named by {@code index} (int64, [M]), in that order. */
    public Tensor indexSelect(int dim, Tensor index) {
        return new Tensor(raw.index_select(dim, index.raw));
    }

    /** The rows of this table at int64 indices; as {@code indexSelect(0, index)}, but differentiates much faster. */
    public Tensor embedding(Tensor index) {
        return new Tensor(torch.embedding(raw, index.raw));
    }

    /** Writes {@code source.indexSelect(dim, index)} into this tensor. */
    public Tensor indexSelectOut(Tensor source, int dim, Tensor index) {
        torch.index_select_out(raw, source.raw, dim, index.raw);
        return this;
    }

    /** For a matrix and int64 [N, M]: element (i, j) is this(i, index(i, j)) when dim is 1. */
    public Tensor gather(int dim, Tensor index) {
        return new Tensor(raw.gather(dim, index.raw));
    }

    /** Adds row i of {@code source} to row index(i) of this tensor, for every i (dim 0). */
    public Tensor indexAdd_(int dim, Tensor index, Tensor source) {
        raw.index_add_(dim, index.raw, source.raw);
        return this;
    }

    /** Writes row i of {@code source} over row index(i) of this tensor, for every i (dim 0). */
    public Tensor indexCopy_(int dim, Tensor index, Tensor source) {
        raw.index_copy_(dim, index.raw, source.raw);
        return this;
    }

    /** For a matrix and dim 1: adds source(i, j) to this(i, index(i, j)). */
    public Tensor scatterAdd_(int dim, Tensor index, Tensor source) {
        raw.scatter_add_(dim, index.raw, source.raw);
        return this;
    }

    /** For int64 labels below K, [N] or [N, L]: [N, K] or [N, L, K] with a one at each label, as the given float type. */
    public Tensor oneHot(long classes, DType type) {
        long[] shape = Arrays.copyOf(shape(), dim() + 1);
        shape[dim()] = classes;
        try (Tensor column = unsqueeze(-1)) {
            return new Place(type, device()).zeros(shape).scatterAdd_(-1, column, 1);
        }
    }

    /** For a matrix, dim 1 (or -1, the last) and int64 [N, 1]: adds a number to this(i, index(i)) in each row i. */
    public Tensor scatterAdd_(int dim, Tensor index, double value) {
        try (Scalar scalar = new Scalar(value)) {
            raw.scatter_(dim, index.raw, scalar, "add");
        }
        return this;
    }

    /** The tensors one after another along a dimension. */
    public static Tensor cat(List<Tensor> parts, int dim) {
        try (var vector = vector(parts)) {
            return new Tensor(torch.cat(vector, dim));
        }
    }

    /** The tensors side by side along a new dimension. */
    public static Tensor stack(List<Tensor> parts, int dim) {
        try (var vector = vector(parts)) {
            return new Tensor(torch.stack(vector, dim));
        }
    }

    private static TensorVector vector(List<Tensor> parts) {
        return new TensorVector(parts.stream().map(t -> t.raw).toArray(org.bytedeco.pytorch.Tensor[]::new));
    }

    // ---------------------------------------------------------------- in place

    /** Fills with zeros. */
    public Tensor zero_() {
        raw.zero_();
        return this;
    }

    /** Fills with one value. */
    public Tensor fill_(double value) {
        try (Scalar scalar = new Scalar(value)) {
            raw.fill_(scalar);
        }
        return this;
    }

    /** Takes the values of another tensor, converting the element type. */
    public Tensor copy_(Tensor other) {
        raw.copy_(other.raw);
        return this;
    }

    /** Adds another tensor. */
    public Tensor add_(Tensor other) {
        raw.add_(other.raw);
        return this;
    }

    /** Adds {@code alpha} times another tensor. */
    public Tensor add_(Tensor other, double alpha) {
        try (Scalar scalar = new Scalar(alpha)) {
            raw.add_(other.raw, scalar);
        }
        return this;
    }

    /** Adds a number. */
    public Tensor add_(double value) {
        try (Scalar scalar = new Scalar(value)) {
            raw.add_(scalar);
        }
        return this;
    }

    /** Multiplies by another tensor, element by element. */
    public Tensor mul_(Tensor other) {
        raw.mul_(other.raw);
        return this;
    }

    /** Multiplies by a number. */
    public Tensor mul_(double factor) {
        try (Scalar scalar = new Scalar(factor)) {
            raw.mul_(scalar);
        }
        return this;
    }

    /** Writes {@code max(source, low)}, element by element, into this tensor. */
    public Tensor clampMinOut(Tensor source, double low) {
        try (Scalar scalar = new Scalar(low)) {
            torch.clamp_min_out(raw, source.raw, scalar);
        }
        return this;
    }

    /** Sets to zero where {@code source} is at or below zero: the derivative of relu at {@code source}, applied. */
    public Tensor reluBackward_(Tensor source) {
        try (Scalar zero = new Scalar(0.0)) {
            torch.threshold_backward_out(raw, raw, source.raw, zero);
        }
        return this;
    }

    /** Writes {@code left * right}, element by element, into this tensor. */
    public Tensor mulOut(Tensor left, Tensor right) {
        torch.mul_out(raw, left.raw, right.raw);
        return this;
    }

    /** Adds {@code value * a * b}, element by element. */
    public Tensor addcmul_(Tensor a, Tensor b, double value) {
        try (Scalar scalar = new Scalar(value)) {
            raw.addcmul_(a.raw, b.raw, scalar);
        }
        return this;
    }

    /** Adds {@code value * a / b}, element by element. */
    public Tensor addcdiv_(Tensor a, Tensor b, double value) {
        try (Scalar scalar = new Scalar(value)) {
            raw.addcdiv_(a.raw, b.raw, scalar);
        }
        return this;
    }

    /** max(x, 0) in place. */
    public Tensor relu_() {
        raw.relu_();
        return this;
    }

    /** x above zero and {@code slope} times x below, in place. */
    public Tensor leakyRelu_(double slope) {
        try (Scalar below = new Scalar(slope)) {
            torch.leaky_relu_(raw, below);
        }
        return this;
    }

    /** Square root in place. */
    public Tensor sqrt_() {
        raw.sqrt_();
        return this;
    }

    /** Moves towards another tensor: this + weight (other - this). */
    public Tensor lerp_(Tensor other, double weight) {
        try (Scalar scalar = new Scalar(weight)) {
            raw.lerp_(other.raw, scalar);
        }
        return this;
    }

    /** Shape and type, for messages. */
    @Override
    public String toString() {
        return closed ? "Tensor[closed]" : "Tensor[" + dtype() + " " + Arrays.toString(shape()) + "]";
    }
}
