package dev.rote.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlTest {
    @Test
    void readsTheCoreSchemaAndNotesLines() throws IOException {
        Document document = Yaml.parse("""
                # a comment
                text: a b # another
                quoted: "1"
                old: yes
                whole: -3
                hex: 0xff
                octal: 0o17
                large: 9223372036854775807
                real: 1e-3
                dot: .5
                yes_: true
                none: ~
                list: [1, [2]]
                blocks:
                  - a: 1
                  -
                    "b.c": |
                      two
                      lines
                """);
        assertThat(document.tree()).isEqualTo(new ObjectMapper().readTree("""
                {"text": "a b", "quoted": "1", "old": "yes", "whole": -3, "hex": 255, "octal": 15,
                 "large": 9223372036854775807, "real": 0.001, "dot": 0.5, "yes_": true, "none": null,
                 "list": [1, [2]], "blocks": [{"a": 1}, {"b.c": "two\\nlines\\n"}]}
                """));
        assertThat(document.lines())
                .containsAllEntriesOf(
                        Map.of("text", 2, "list", 13, "list[1][0]", 13, "blocks[0].a", 15, "blocks[1][\"b.c\"]", 17));
        assertThat(document.line("list[1][0]")).isEqualTo(13);
        assertThat(document.line("blocks[1].x.y[3]")).isEqualTo(17);
        assertThat(document.line("nowhere.at.all")).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        a: &x 1            | a.yaml:2: a: was &x, anchors are not allowed; remove it
        a: &x {b: 1}       | a.yaml:2: a: was &x, anchors are not allowed; remove it
        &x a: 1            | a.yaml:2: was &x, anchors are not allowed; remove it
        a: *x              | a.yaml:2: a: was *x, aliases are not allowed; write the value out
        *x : 1             | a.yaml:2: was *x, aliases are not allowed; write the value out
        a: !!java.net.URL ["http://a"] | a.yaml:2: a: was !!java.net.URL, tags are not allowed; remove it
        a: !!str 1         | a.yaml:2: a: was !!str, tags are not allowed; remove it
        a: !foo {}         | a.yaml:2: a: was !foo, tags are not allowed; remove it
        a: ! 1             | a.yaml:2: a: was !, tags are not allowed; remove it
        !foo {a: 1}        | a.yaml:2: was !foo, tags are not allowed; remove it
        <<: {a: 1}         | a.yaml:2: merge keys (<<) are not allowed; write the merged keys out
        {a: 1, "a": 2}     | a.yaml:2: a: the key stands twice, first in line 2; remove one of the two
        1: a               | a.yaml:2: was 1, a key must be text; put it in quotes: "1"
        b: {true: a}       | a.yaml:2: b: was true, a key must be text; put it in quotes: "true"
        {? : a}            | a.yaml:2: was empty, a key must be text; put it in quotes: ""
        [a, b]: c          | a.yaml:2: a key must be text, and a list or mapping stands here; write a name
        a: 9223372036854775808 | a.yaml:2: a: was 9223372036854775808, a whole number must lie between -2^63 and 2^63 - 1; write it with an exponent, as in 1.0e+20
        a: [1, .inf]       | a.yaml:2: a[1]: was .inf, a number must be finite
        a: .NaN            | a.yaml:2: a: was .NaN, a number must be finite
        a: 1e999           | a.yaml:2: a: was 1e999, a number must be finite
        a: [1              | a.yaml:3: is not YAML: expected ',' or ']', but got <stream end>; check indentation, colons and quotes here
        a: b: c            | a.yaml:2: is not YAML: mapping values are not allowed here; check indentation, colons and quotes here
        a: "\\x"            | a.yaml:2: is not YAML: expected escape sequence of 2 hexadecimal numbers, but found: "\\u000a; check indentation, colons and quotes here
        a: "\\UFFFFFFFF"    | a.yaml: is not YAML: an escape in double quotes is incomplete or names no character; check indentation, colons and quotes here
        a: "\\ud800"        | a.yaml:2: a: text must not hold half a surrogate pair; write the character itself
        a: @b              | a.yaml:2: is not YAML: found character '@' that cannot start any token. (Do not use @ for indentation); check indentation, colons and quotes here
        """)
    void refuses(String line, String message) {
        Problem problem = catchThrowableOfType(Problem.class, () -> parse("# first\n" + line + "\n"));
        assertThat(problem).hasMessage(message);
        assertThat(problem.exitCode()).isEqualTo(2);
    }

    @Test
    void refusesAnEscapeThatTheTextEndsIn() {
        refused(
                "a: \"\\x",
                "a.yaml: is not YAML: an escape in double quotes is incomplete or names no character; check indentation, colons and quotes here");
    }

    @Test
    void refusesASecondDocument() {
        refused("a: 1\n---\nb: 2\n", "a.yaml:2: a second document begins here; keep one document in a file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "# only a comment\n", "---\n", "\ufeff"})
    void refusesAnEmptyText(String text) {
        refused(text, "a.yaml: there is nothing in it; is this the file you meant?");
    }

    @Test
    void refusesDuplicateKeysInDifferentLines() {
        refused(
                "a:\n  b: 1\n  c: 2\n  b: 3\n",
                "a.yaml:4: a.b: the key stands twice, first in line 2; remove one of the two");
    }

    @Test
    void refusesDepthBeyondTheLimit() {
        assertThat(parse("[".repeat(32) + "]".repeat(32)).tree()).hasSize(1);
        refused(
                "[".repeat(33) + "]".repeat(33),
                "a.yaml:1: " + "[0]".repeat(32)
                        + ": mappings and lists may stand at most 32 deep inside each other; write it flatter");
    }

    @Test
    void refusesMoreNodesThanTheLimit() {
        assertThat(parse("- a\n".repeat(9_999)).tree()).hasSize(9_999);
        refused(
                "- a\n".repeat(10_000),
                "a.yaml:10000: keys and values may number at most 10000; is this the file you meant?");
    }

    @Test
    void refusesLongKeys() {
        assertThat(parse("a".repeat(128) + ": 1").tree()).hasSize(1);
        refused(
                "? " + "a".repeat(129) + "\n: 1",
                "a.yaml:1: was " + "a".repeat(60) + "..., a key may have at most 128 characters; shorten it");
    }

    @Test
    void refusesCharactersThatYamlDoesNotAllow() {
        refused(
                "a: 1\nb: \u0007\n",
                "a.yaml:2: is not YAML: character U+0007 is not allowed; check indentation, colons and quotes here");
    }

    @Test
    void refusesWhatIsNotUtf8() {
        assertThatThrownBy(() -> Yaml.parse("a.yaml", new byte[] {'a', ':', (byte) 0xe9}))
                .isInstanceOf(Problem.class)
                .hasMessage("a.yaml: is not UTF-8 text; save it as UTF-8");
    }

    @Test
    void refusesALargeFileAMissingFileAndAFolder(@TempDir Path folder) throws IOException {
        Path large = folder.resolve("large.yaml");
        Files.write(large, "#".repeat(Yaml.MAX_BYTES + 1).getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> Yaml.read(large))
                .isInstanceOf(Problem.class)
                .hasMessage(large + ": must be at most 1048576 bytes; is this the file you meant?");
        assertThatThrownBy(() -> Yaml.parse("#".repeat(Yaml.MAX_BYTES + 1)))
                .isInstanceOf(Problem.class)
                .hasMessage("must be at most 1048576 bytes; is this the file you meant?");
        Path missing = folder.resolve("missing.yaml");
        Problem none = catchThrowableOfType(Problem.class, () -> Yaml.read(missing));
        assertThat(none).hasMessage(missing + ": there is no such file; check the path");
        assertThat(none.exitCode()).isEqualTo(2);
        Problem unreadable = catchThrowableOfType(Problem.class, () -> Yaml.read(folder));
        assertThat(unreadable)
                .hasMessage(folder + ": the file cannot be read; check that it is a file and that you may read it");
        assertThat(unreadable.exitCode()).isEqualTo(3);
    }

    @Test
    void readsAFileWithAByteOrderMark(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("a.yaml");
        Files.writeString(file, "\ufeffa: 1\r\nb: 2\r\n");
        Document document = Yaml.read(file);
        assertThat(document.tree().get("a").intValue()).isEqualTo(1);
        assertThat(document.line("b")).isEqualTo(2);
        assertThat(document.file()).isEqualTo(file.toString());
    }

    /** Each text fills the size limit with what makes careless readers slow or deep. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[",
                "{",
                "- ",
                "? ",
                "#\n",
                "&a ",
                "a: ",
                "{a: ",
                "\"",
                "'",
                "|\n",
                "%TAG ! a\n",
                "!",
                "*",
                ",",
                ": ",
                "1",
                "0x1",
                "\t",
                "\n",
                "a\n",
                "-\n",
                "\\",
                "---\n",
                "a:\n ",
                "é",
                "\u2028"
            })
    @Timeout(60) // a hang, not a speed: each takes well under a second
    void staysWithinBoundsOnTextsThatRepeat(String unit) {
        String text = unit.repeat(Yaml.MAX_BYTES / unit.getBytes(StandardCharsets.UTF_8).length);
        try {
            parse(text);
        } catch (Problem expected) {
            assertThat(expected.getMessage()).hasSizeLessThan(2_000).doesNotContain("\n");
        }
    }

    @Test
    void writesTidily() throws IOException {
        JsonNode tree = new ObjectMapper().readTree("""
                {"a": 1, "b": 0.001, "c": [1, 2.5, "x"], "d": {"e": [{"f": null, "g": true}, {}], "h": []},
                 "i": [[1, 2], [3]], "j": "yes", "k": "1", "l": "a: b", "m": "", "n": " x", "o": "two\\nlines",
                 "<<": "plain text", "on": "null", "p": "für", "q": "it's", "r": "1e3", "s": "-", "true": "#"}
                """);
        assertThat(Yaml.write(tree)).isEqualTo("""
                        a: 1
                        b: 0.001
                        c: [1, 2.5, x]
                        d:
                          e:
                            - f: null
                              g: true
                            - {}
                          h: []
                        i:
                          - [1, 2]
                          - [3]
                        j: 'yes'
                        k: '1'
                        l: 'a: b'
                        m: ''
                        n: ' x'
                        o: "two\\nlines"
                        '<<': plain text
                        'on': 'null'
                        p: für
                        q: it's
                        r: '1e3'
                        s: '-'
                        'true': '#'
                        """);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1.0",
        "-0.0, -0.0",
        "0.1, 0.1",
        "1e-4, 0.0001",
        "1e-5, 1.0e-5",
        "-2.5e-7, -2.5e-7",
        "1234567, 1234567.0",
        "1e7, 1.0e+7",
        "2e23, 2.0e+23",
        "2e-3, 0.002",
        "0.30000000000000004, 0.30000000000000004",
        "4.9e-324, 5.0e-324",
        "1.7976931348623157e308, 1.7976931348623157e+308",
        "2.2250738585072014e-308, 2.2250738585072014e-308"
    })
    void writesNumbersWithTheFewestDigits(double number, String text) {
        assertThat(Yaml.write(DoubleNode.valueOf(number))).isEqualTo(text + "\n");
        assertThat(Yaml.parse(text).tree()).isEqualTo(DoubleNode.valueOf(number));
    }

    @Test
    void writesNothingThatItWouldNotRead() {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        assertThatThrownBy(() -> Yaml.write(nodes.numberNode(Double.NaN)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("number must be finite, was NaN");
        assertThatThrownBy(() -> Yaml.write(nodes.objectNode().put("a".repeat(129), 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("key must have at most 128 characters, was aaa");
        assertThatThrownBy(() -> Yaml.write(nodes.binaryNode(new byte[1])))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("tree must hold JSON values only");
        assertThatThrownBy(() -> Yaml.write(nodes.textNode("\ud800")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("text must not hold half a surrogate pair");
        JsonNode deep = nodes.arrayNode();
        for (int i = 0; i < 32; i++) {
            deep = nodes.arrayNode().add(deep);
        }
        JsonNode tooDeep = deep;
        assertThatThrownBy(() -> Yaml.write(tooDeep))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("tree must be at most 32 deep");
    }

    private static Document parse(String text) {
        return Yaml.parse("a.yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    private static void refused(String text, String message) {
        assertThatThrownBy(() -> parse(text)).isInstanceOf(Problem.class).hasMessage(message);
    }
}
