/**
 * A user's own method, net and data: one record each, put on the menu by {@link own.OwnExtension}.
 *
 * <p>This is all there is to it. Rote finds the extension by the file {@code META-INF/services/dev.rote.runs.Extension} in the
 * jar that {@code --with} names; from then on recipes may write {@code label-smoothing}, {@code product} and {@code larger-of-two},
 * and the records' components are the keys.
 */
@NullMarked
package own;

import org.jspecify.annotations.NullMarked;
