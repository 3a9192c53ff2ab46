package dev.rote.sentences;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of BERT in lower case: words, cut into the longest pieces that a vocabulary knows.
 *
 * <p>Control characters are dropped. Words end at blanks; each punctuation mark and each Chinese character is a word. Words are in lower case,
 * without accents (Unicode NFD without nonspacing marks). Pieces are taken greedily from the left, all but the first with {@code ##} in front; a word that
 * cannot be made of pieces, or has more than {@value #LONGEST} characters, is {@code [UNK]}. Source: Devlin et al. 2019, "BERT", section 3.
 *
 * <p>Ids are those of the tokenizers library of Hugging Face, but for texts that hold the name of a token such as {@code [SEP]}: here that is text, too.
 */
final class WordPiece {

    private static final int LONGEST = 100;

    private final Map<String, Integer> vocabulary;
    private final int begin;
    private final int end;
    private final int unknown;

    private WordPiece(Map<String, Integer> vocabulary) {
        this.vocabulary = vocabulary;
        this.begin = known(vocabulary, "[CLS]");
        this.end = known(vocabulary, "[SEP]");
        this.unknown = known(vocabulary, "[UNK]");
    }

    private static int known(Map<String, Integer> vocabulary, String token) {
        Integer id = vocabulary.get(token);
        if (id == null) {
            throw new IllegalArgumentException("the vocabulary must have the token " + token);
        }
        return id;
    }

    /** Reads the vocabulary of a {@code tokenizer.json}: {@code model.vocab}, ids by token. */
    static WordPiece read(InputStream json) {
        Map<String, Integer> vocabulary = new HashMap<>();
        try {
            JsonNode tokens = new ObjectMapper().readTree(json).path("model").path("vocab");
            tokens.properties()
                    .forEach(token ->
                            vocabulary.put(token.getKey(), token.getValue().intValue()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new WordPiece(vocabulary);
    }

    /** How many tokens there are; ids are below. */
    int size() {
        return vocabulary.size();
    }

    /**
     * The ids of a text, {@code [CLS]} first and {@code [SEP]} last.
     *
     * @param most how many at most, these two included, at least 2; what is beyond is cut off
     */
    long[] ids(String text, int most) {
        Ids ids = new Ids(most - 1);
        ids.add(begin);
        StringBuilder word = new StringBuilder();
        for (int at = 0; at < text.length() && !ids.full(); ) {
            int character = text.codePointAt(at);
            at += Character.charCount(character);
            if (Character.isSpaceChar(character) || "\t\n\r".indexOf(character) >= 0) {
                flush(word, ids);
            } else if (chinese(character)) {
                flush(word, ids);
                flush(word.appendCodePoint(character), ids);
            } else if (!dropped(character)) {
                word.appendCodePoint(character);
            }
        }
        flush(word, ids);
        return ids.and(end);
    }

    /** Ends what stands between blanks: words, and punctuation marks between them. */
    private void flush(StringBuilder written, Ids ids) {
        String plain = Normalizer.normalize(written, Normalizer.Form.NFD);
        written.setLength(0);
        StringBuilder word = new StringBuilder();
        for (int at = 0; at < plain.length() && !ids.full(); ) {
            int character = plain.codePointAt(at);
            at += Character.charCount(character);
            if (punctuation(character)) {
                pieces(word, ids);
                pieces(word.appendCodePoint(character), ids);
            } else if (Character.getType(character) != Character.NON_SPACING_MARK) {
                word.appendCodePoint(Character.toLowerCase(character));
            }
        }
        pieces(word, ids);
    }

    private void pieces(StringBuilder letters, Ids ids) {
        String word = letters.toString();
        letters.setLength(0);
        if (word.codePointCount(0, word.length()) > LONGEST) {
            ids.add(unknown);
            return;
        }
        int[] found = new int[word.length()];
        int count = 0;
        for (int from = 0; from < word.length(); ) {
            int to = word.length();
            Integer id = piece(word, from, to);
            while (id == null && to > from + 1) {
                to--;
                id = piece(word, from, to);
            }
            if (id == null) {
                ids.add(unknown);
                return;
            }
            found[count++] = id;
            from = to;
        }
        for (int i = 0; i < count; i++) {
            ids.add(found[i]);
        }
    }

    private @Nullable Integer piece(String word, int from, int to) {
        String letters = word.substring(from, to);
        return vocabulary.get(from == 0 ? letters : "##" + letters);
    }

    /** Controls and format marks, private use, halves of surrogate pairs, and the sign for what could not be read. */
    private static boolean dropped(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.FORMAT, Character.PRIVATE_USE, Character.SURROGATE -> true;
            default -> character == 0xfffd;
        };
    }

    /** Ideographs, which are written without blanks; not kana or hangul, which BERT takes for letters, nor the first of extension E, which it forgot. */
    private static boolean chinese(int character) {
        return character >= 0x4e00 && character <= 0x9fff
                || character >= 0x3400 && character <= 0x4dbf
                || character >= 0x20000 && character <= 0x2a6df
                || character >= 0x2a700 && character <= 0x2b81f
                || character >= 0x2b920 && character <= 0x2ceaf
                || character >= 0xf900 && character <= 0xfaff
                || character >= 0x2f800 && character <= 0x2fa1f;
    }

    /** Of ASCII all that is neither letter, digit nor blank, so also {@code $}, {@code +} and the like; elsewhere what Unicode calls punctuation. */
    private static boolean punctuation(int character) {
        if (character < 128) {
            return character > ' ' && character < 127 && !Character.isLetterOrDigit(character);
        }
        return switch (Character.getType(character)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }

    /** Ids, as many as fit, and one more. */
    private static final class Ids {
        private final int room;
        private long[] ids = new long[16];
        private int count;

        Ids(int room) {
            this.room = room;
        }

        boolean full() {
            return count >= room;
        }

        void add(int id) {
            if (!full()) {
                append(id);
            }
        }

        long[] and(int last) {
            append(last);
            return Arrays.copyOf(ids, count);
        }

        private void append(int id) {
            ids = count == ids.length ? Arrays.copyOf(ids, 2 * count) : ids;
            ids[count++] = id;
        }
    }
}
