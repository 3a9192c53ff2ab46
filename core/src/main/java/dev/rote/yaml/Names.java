package dev.rote.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** How names are spelled in files, and which name was probably meant. */
public final class Names {
    private static final int LONGEST_GUESSED = 64;

    private Names() {}

    /** {@code weightDecay} as {@code weight_decay}. */
    static String snake(String camel) {
        return camel.replaceAll("([a-z0-9])([A-Z])|([A-Z])(?=[A-Z][a-z])", "$1$3_$2")
                .toLowerCase(Locale.ROOT);
    }

    /** The text of an enum constant: its own toString where it has one, else its name as {@code lower-kebab}. */
    static String of(Enum<?> constant) {
        String own = constant.toString();
        return own.equals(constant.name()) ? own.toLowerCase(Locale.ROOT).replace('_', '-') : own;
    }

    /** The name at the smallest edit distance from what was written, when that is small enough to be a slip. */
    public static Optional<String> closest(String written, Collection<String> names) {
        String plain = plain(written);
        if (plain.length() > LONGEST_GUESSED) {
            return Optional.empty();
        }
        int slip = Math.max(1, plain.length() / 3);
        return names.stream()
                .filter(name -> distance(plain, plain(name)) <= slip)
                .min(Comparator.comparingInt((String name) -> distance(plain, plain(name)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** {@code did you mean x?} and the names to choose from, as the remedy of a problem. */
    static String remedy(String written, Collection<String> names, String choose) {
        String all = names.isEmpty() ? "there are none" : choose + " " + String.join(", ", names);
        return closest(written, names)
                .map(name -> "did you mean " + name + "? " + all)
                .orElse(all);
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
    }

    /** Edit distance in which swapping two neighbours counts once (optimal string alignment). */
    private static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int least = Math.min(cost[i - 1][j] + 1, cost[i][j - 1] + 1);
                cost[i][j] = Math.min(least, cost[i - 1][j - 1] + change);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[a.length()][b.length()];
    }
}
