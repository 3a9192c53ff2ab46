package dev.rote.data.tables;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;

/** Guesses what separates the values of a text file. */
final class Separator {

    private static final String SEPARATORS = ",;\t|";

    private Separator() {}

    /** The one of four separators that the first line has most often outside quotes. */
    static char guess(Characters in) throws IOException {
        int[] counts = new int[SEPARATORS.length()];
        try {
            boolean quoted = false;
            boolean begun = false;
            int c = in.read();
            for (int i = 0;
                    c >= 0 && i < CsvReader.LONGEST_ROW && !(begun && !quoted && (c == '\n' || c == '\r'));
                    i++) {
                begun |= c != '\n' && c != '\r';
                quoted ^= c == '"';
                int candidate = quoted ? -1 : SEPARATORS.indexOf(c);
                if (candidate >= 0) {
                    counts[candidate]++;
                }
                c = in.read();
            }
        } catch (CharacterCodingException e) {
            // whoever reads the rows comes upon the same damage and tells its line
        }
        int most = 0;
        for (int i = 1; i < counts.length; i++) {
            most = counts[i] > counts[most] ? i : most;
        }
        return SEPARATORS.charAt(most);
    }
}
