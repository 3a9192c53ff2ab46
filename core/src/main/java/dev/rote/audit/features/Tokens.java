package dev.rote.audit.features;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts texts into words and pairs of neighbouring words.
 *
 * <p>A word is a run of at least two letters, marks or digits of any script, in lower case. Scripts that put no blanks between words
 * (Chinese, Japanese, Thai, Lao, Khmer) give a word for each letter instead, so that pairs of letters stand in for words.
 */
final class Tokens {

    private static final String DENSE = "\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}\\p{IsLao}\\p{IsKhmer}";
    private static final Pattern WORD =
            Pattern.compile("[" + DENSE + "&&[\\p{L}\\p{N}]]|[\\p{L}\\p{M}\\p{N}&&[^" + DENSE + "]]{2,}");

    private Tokens() {}

    /** The words of a text in order, then the pairs of neighbours with a blank between them. */
    static List<String> of(String text) {
        List<String> tokens = new ArrayList<>();
        Matcher words = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (words.find()) {
            tokens.add(words.group());
        }
        int count = tokens.size();
        for (int i = 1; i < count; i++) {
            tokens.add(tokens.get(i - 1) + " " + tokens.get(i));
        }
        return tokens;
    }
}
