package dev.rote.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rote.yaml.Sample.Constant;
import dev.rote.yaml.Sample.Nothing;
import dev.rote.yaml.Sample.Shape;
import dev.rote.yaml.Sample.Slope;
import dev.rote.yaml.Sample.TwoLayer;
import org.junit.jupiter.api.Test;

class KindsTest {
    private final Kinds kinds = Sample.KINDS;

    @Test
    void knowsNamesAndPrototypes() {
        assertThat(kinds.names(Shape.class)).containsExactly("empty", "stack", "two-layer");
        assertThat(kinds.names(Runnable.class)).isEmpty();
        assertThat(kinds.isFamily(Slope.class)).isTrue();
        assertThat(kinds.isFamily(Runnable.class)).isFalse();
        assertThat(kinds.prototype(Shape.class, "two-layer")).isEqualTo(new TwoLayer());
        assertThat(kinds.name(new TwoLayer(3, 1))).isEqualTo("two-layer");
    }

    @Test
    void isImmutable() {
        Kinds more = Kinds.none().with(Shape.class, "empty", new Nothing());
        more.with(Shape.class, "two-layer", new TwoLayer());
        assertThat(more.names(Shape.class)).containsExactly("empty");
    }

    @Test
    void refusesUnknownNames() {
        assertThatThrownBy(() -> kinds.prototype(Shape.class, "emtpy"))
                .isInstanceOf(Problem.class)
                .hasMessage(
                        "was \"emtpy\", is not a known kind; did you mean empty? choose one of empty, stack, two-layer");
        assertThatThrownBy(() -> kinds.prototype(Runnable.class, "x"))
                .isInstanceOf(Problem.class)
                .hasMessage("was \"x\", is not a known kind; there are none");
        refused(() -> kinds.name("text"), "java.lang.String must be among the known kinds to be named in a recipe");
    }

    @Test
    void refusesDuplicatesAndNamesBoth() {
        refused(
                () -> kinds.with(Shape.class, "two-layer", new Nothing()),
                "Shape two-layer must be one class, was both dev.rote.yaml.Sample$TwoLayer and dev.rote.yaml.Sample$Nothing");
        refused(
                () -> kinds.with(Shape.class, "nothing", new Nothing()),
                "dev.rote.yaml.Sample$Nothing must have one name, was both empty and nothing");
    }

    @Test
    void refusesWhatCannotBeBound() {
        refused(
                () -> kinds.with(Object.class, "x", new Nothing()),
                "family must be an interface, was java.lang.Object");
        refused(
                () -> kinds.with(Shape.class, "x", new Shape() {}),
                "prototype of x must be a record, was dev.rote.yaml.KindsTest$1");
        refused(
                () -> kinds.with(Slope.class, "Big Slope", new Constant()),
                "name of dev.rote.yaml.Sample$Constant must be words joined by hyphens, was Big Slope");
        refused(
                () -> kinds.with(Shape.class, "x", new Confused(1)),
                "dev.rote.yaml.KindsTest$Confused must not have a component called kind: it is the key that names the record itself");
    }

    record Confused(int kind) implements Shape {}

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }
}
