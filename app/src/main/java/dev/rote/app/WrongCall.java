package dev.rote.app;

import dev.rote.yaml.Problem;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import picocli.CommandLine;

/** A command line that cannot be understood, told in one line with what to do. */
final class WrongCall {

    private static final Pattern CHOICES = Pattern.compile("\\[[A-Z_, ]+] \\(case-insensitive\\)");

    private WrongCall() {}

    /** What is wrong, and where help is. */
    static Problem problem(CommandLine.ParameterException wrong) {
        CommandLine command = wrong.getCommandLine();
        String help = command.getCommandSpec().qualifiedName() + " --help shows how";
        if (wrong instanceof CommandLine.UnmatchedArgumentException extra) {
            boolean isCommand = command.getParent() == null && !extra.isUnknownOption();
            String rule = isCommand ? "is not a command" : "is one argument too many, or unknown";
            List<String> similar = extra.getSuggestions();
            String meant = similar.isEmpty() ? "" : "did you mean " + similar.get(0) + "? ";
            return Problem.wrongUse(rule, meant + help)
                    .was("'" + extra.getUnmatched().get(0) + "'");
        }
        String rule = CHOICES.matcher(plain(wrong.getMessage()))
                .replaceAll(found ->
                        found.group().replace(" (case-insensitive)", "").toLowerCase(Locale.ROOT));
        return Problem.wrongUse(rule, help);
    }

    /** Types as people call them. */
    private static String plain(String message) {
        return message.replaceAll("('[+-]?\\d+') is not an? (int|long)$", "$1 is too large a number")
                .replaceAll("' is not an? (int|long)$", "' is not a whole number")
                .replaceAll("' is not a (float|double)$", "' is not a number")
                .replaceAll(
                        "cannot convert ('.*') to interface java\\.nio\\.file\\.Path .*",
                        "$1 cannot be a path here; names beyond ASCII need a UTF-8 locale, LC_ALL=C.UTF-8 perhaps");
    }
}
