package dev.rote.tensor;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;

/**
 * Frees native memory at a known moment: every tensor made on this thread while the scope is the innermost one is freed
 * when the scope closes, except those that were {@linkplain #keep kept}.
 *
 * <pre>{@code
 * try (Scope scope = Scope.open()) {
 *     Tensor hidden = inputs.mm(weights).relu();   // freed at the end
 *     return scope.keep(hidden.sum());             // belongs to the enclosing scope now
 * }
 * }</pre>
 *
 * <p>Scopes nest, belong to the thread that opened them, and close in the reverse order of opening. A tensor made while
 * no scope is open belongs to whoever made it, who closes it.
 */
public final class Scope implements AutoCloseable {

    private static final ThreadLocal<@Nullable Scope> INNERMOST = new ThreadLocal<>();

    private final @Nullable Scope outer;
    private final List<Tensor> owned = new ArrayList<>();
    private final List<Pointer> natives = new ArrayList<>();

    private Scope(@Nullable Scope outer) {
        this.outer = outer;
    }

    /** Opens a scope inside the calling thread's innermost one. */
    public static Scope open() {
        Scope scope = new Scope(INNERMOST.get());
        INNERMOST.set(scope);
        return scope;
    }

    /** Hands a new tensor to the innermost scope of this thread, if there is one. */
    static void adopt(Tensor tensor) {
        Scope scope = INNERMOST.get();
        if (scope != null) {
            scope.take(tensor);
        }
    }

    /** Hands native memory other than a tensor to the innermost scope of this thread, if there is one: it cannot be kept. */
    static void adopt(Pointer memory) {
        Scope scope = INNERMOST.get();
        if (scope != null) {
            scope.natives.add(memory);
        }
    }

    private void take(Tensor tensor) {
        tensor.owner = this;
        owned.add(tensor);
    }

    /** Moves a tensor to the enclosing scope, or to the caller when there is none; returns it. */
    public Tensor keep(Tensor tensor) {
        if (tensor.owner == this) {
            tensor.owner = null;
            if (outer != null) {
                outer.take(tensor);
            }
        }
        return tensor;
    }

    /** Takes a tensor out of every scope of this thread: its new owner closes it; returns it. */
    public static Tensor release(Tensor tensor) {
        tensor.owner = null;
        return tensor;
    }

    /**
     * Frees what was made and not kept.
     *
     * @throws IllegalStateException when a scope opened inside this one is still open
     */
    @Override
    public void close() {
        if (INNERMOST.get() != this) {
            throw new IllegalStateException(
                    "scopes close in the reverse order of opening, on the thread that opened them");
        }
        INNERMOST.set(outer);
        for (Tensor tensor : owned) {
            if (tensor.owner == this) {
                tensor.close();
            }
        }
        owned.clear();
        natives.forEach(Pointer::deallocate);
        natives.clear();
    }
}
