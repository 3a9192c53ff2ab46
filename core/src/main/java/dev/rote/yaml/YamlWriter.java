package dev.rote.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Present;
import org.snakeyaml.engine.v2.api.lowlevel.Serialize;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Turns a tree into YAML nodes and lets the engine lay them out and quote what needs quotes. */
final class YamlWriter {
    /** Texts that readers of YAML 1.1 (PyYAML among them) take for booleans. */
    private static final Set<String> OLD_BOOLEANS = Set.of("yes", "no", "on", "off");

    /** Line breaks, control characters and what else cannot be seen: written as escapes. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    private static final DumpSettings SETTINGS = DumpSettings.builder()
            .setSchema(new CoreSchema())
            .setDefaultFlowStyle(FlowStyle.BLOCK)
            .setWidth(Integer.MAX_VALUE)
            .setSplitLines(false)
            .setIndent(2)
            .setIndicatorIndent(2)
            .setIndentWithIndicator(true)
            .build();

    private YamlWriter() {}

    static String write(JsonNode tree) {
        return new Present(SETTINGS)
                .emitToString(
                        new Serialize(SETTINGS).serializeOne(node(tree, 1)).iterator());
    }

    private static Node node(JsonNode tree, int depth) {
        if (tree.isContainerNode() && depth > Yaml.MAX_DEPTH) {
            throw new IllegalArgumentException("tree must be at most " + Yaml.MAX_DEPTH + " deep");
        }
        if (tree.isObject()) {
            List<NodeTuple> fields = new ArrayList<>();
            for (var field : tree.properties()) {
                fields.add(new NodeTuple(key(field.getKey()), node(field.getValue(), depth + 1)));
            }
            return new MappingNode(Tag.MAP, fields, fields.isEmpty() ? FlowStyle.FLOW : FlowStyle.BLOCK);
        }
        if (tree.isArray()) {
            List<Node> elements = new ArrayList<>();
            tree.forEach(element -> elements.add(node(element, depth + 1)));
            boolean plain = StreamSupport.stream(tree.spliterator(), false).noneMatch(JsonNode::isContainerNode);
            return new SequenceNode(Tag.SEQ, elements, plain ? FlowStyle.FLOW : FlowStyle.BLOCK);
        }
        return scalar(tree);
    }

    private static ScalarNode scalar(JsonNode tree) {
        return switch (tree.getNodeType()) {
            case NULL -> new ScalarNode(Tag.NULL, "null", ScalarStyle.PLAIN);
            case BOOLEAN -> new ScalarNode(Tag.BOOL, tree.asText(), ScalarStyle.PLAIN);
            case NUMBER ->
                tree.isIntegralNumber()
                        ? new ScalarNode(Tag.INT, tree.asText(), ScalarStyle.PLAIN)
                        : new ScalarNode(Tag.FLOAT, decimal(tree.doubleValue()), ScalarStyle.PLAIN);
            case STRING -> text(tree.textValue());
            default -> throw new IllegalArgumentException("tree must hold JSON values only, was " + tree);
        };
    }

    private static ScalarNode key(String key) {
        if (key.length() > Yaml.MAX_KEY) {
            throw new IllegalArgumentException("key must have at most " + Yaml.MAX_KEY + " characters, was " + key);
        }
        return key.equals("<<") ? new ScalarNode(Tag.STR, key, ScalarStyle.SINGLE_QUOTED) : text(key);
    }

    private static ScalarNode text(String text) {
        if (!YamlReader.isUnicode(text)) {
            throw new IllegalArgumentException("text must not hold half a surrogate pair");
        }
        if (UNSEEN.matcher(text).find()) {
            return new ScalarNode(Tag.STR, text, ScalarStyle.DOUBLE_QUOTED);
        }
        boolean old = OLD_BOOLEANS.contains(text.toLowerCase(Locale.ROOT));
        return new ScalarNode(Tag.STR, text, old ? ScalarStyle.SINGLE_QUOTED : ScalarStyle.PLAIN);
    }

    /**
     * The fewest decimal digits that read back to the same number, always with a point, and with a sign in the
     * exponent, so that readers of YAML 1.1 take it for a number too. (Double.toString is not used: the digits that it
     * chooses differ between JDK 17 and 19.)
     */
    static String decimal(double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("number must be finite, was " + number);
        }
        if (number == 0) {
            return 1 / number < 0 ? "-0.0" : "0.0";
        }
        BigDecimal exact = new BigDecimal(number);
        BigDecimal shortest = exact;
        for (int digits = 1; digits <= 17; digits++) {
            shortest = exact.round(new MathContext(digits));
            if (shortest.doubleValue() == number) {
                break;
            }
        }
        String digits = shortest.unscaledValue().abs().toString().replaceFirst("0+$", "");
        int exponent = shortest.precision() - shortest.scale() - 1;
        String sign = number < 0 ? "-" : "";
        if (exponent >= -4 && exponent < 7) {
            String plain = shortest.abs().stripTrailingZeros().toPlainString();
            return sign + plain + (plain.contains(".") ? "" : ".0");
        }
        String rest = digits.length() > 1 ? digits.substring(1) : "0";
        return sign + digits.charAt(0) + "." + rest + "e" + (exponent < 0 ? "-" : "+") + Math.abs(exponent);
    }
}
