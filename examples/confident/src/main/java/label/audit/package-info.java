/** Label issues in a service of one's own and on Spark: two examples to copy. */
@NullMarked
package label.audit;

import org.jspecify.annotations.NullMarked;
