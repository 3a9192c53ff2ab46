package dev.rote.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NumericChars;

/** Nothing that cannot be seen gets through, and nothing that can be seen is lost. */
class VisiblePropertyTest {
    private static final String UNSEEN = "[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\\p{Cn}]";

    @Property(tries = 2_000)
    void nothingUnseenIsLeft(@ForAll("hostile") String text, @ForAll @IntRange(max = 80) int longest) {
        String shown = Visible.quoted(text, longest);
        assertThat(shown).doesNotContainPattern(UNSEEN).startsWith("'").endsWith("'");
    }

    @Property
    void whatIsSeenStays(@ForAll @AlphaChars @NumericChars String text, @ForAll @IntRange(max = 80) int longest) {
        assertThat(Visible.text(text, longest))
                .isEqualTo(text.length() > longest ? text.substring(0, longest) + "..." : text);
    }

    @Property(tries = 2_000)
    void everyCharacterIsToldOnItsOwn(@ForAll("hostile") String text) {
        String one = text.codePoints()
                .mapToObj(point -> Visible.text(Character.toString(point), 1))
                .collect(Collectors.joining());
        assertThat(Visible.text(text, text.length())).isEqualTo(one);
    }

    @Example
    void everyCodePointIsSeenOrNumbered() {
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT).forEach(point -> {
            String alone = Character.toString(point);
            String expected = alone.matches(UNSEEN) ? String.format("\\u%04x", point) : alone;
            if (!Visible.text(alone, 1).equals(expected)) {
                throw new AssertionError(expected + " was shown as " + Visible.text(alone, 1));
            }
        });
    }

    @Provide
    Arbitrary<String> hostile() {
        Arbitrary<Character> chosen = Arbitraries.of(
                '\u0000', '\u0007', '\n', '\r', '\u001b', '\u007f', '\u009b', '\u00ad', '\u061c', '\u200b', '\u200f',
                '\u202e', '\u2028', '\u2029', '\u2066', '\ufeff', '\uffff', '\ud83d', '\ude00', '\u0378', 'a', '\'',
                '\\', '\u00e9');
        return Arbitraries.oneOf(
                Arbitraries.strings().all().ofMaxLength(100),
                chosen.list()
                        .ofMaxSize(100)
                        .map(list -> list.stream().map(String::valueOf).collect(Collectors.joining())));
    }
}
