package dev.rote.audit.features;

import dev.rote.data.tables.TableFault;
import dev.rote.data.tables.Values;
import dev.rote.yaml.Names;
import dev.rote.yaml.Problem;
import dev.rote.yaml.Visible;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipException;

/** Words for what is wrong, and for what should be known. */
final class Said {

    private static final int MOST = 10;
    private static final int LONGEST = 60;

    private Said() {}

    /** Something that reads a user's file. */
    interface Reading<T> {
        T result() throws IOException;
    }

    /**
     * The result of reading; what the readers refuse becomes a problem of the user's, what fails on the way another.
     *
     * @param redacted whether to leave out what the file itself says
     */
    static <T> T by(String source, boolean redacted, Reading<T> reading) {
        try {
            return reading.result();
        } catch (TableFault e) {
            throw TableProblem.of(e, redacted).because(e);
        } catch (IllegalArgumentException e) {
            throw Problem.wrongUse(String.valueOf(e.getMessage()), "").because(e);
        } catch (ZipException | EOFException e) {
            throw Problem.wrongUse("is damaged: " + e.getMessage(), "fetch it again")
                    .in(source)
                    .because(e);
        } catch (IOException e) {
            String said = String.valueOf(e.getMessage());
            boolean told = !(e instanceof FileSystemException) && said.startsWith(source + ": "); // by a reader of ours
            throw (told
                            ? Problem.wrongUse(said.substring(source.length() + 2), "")
                            : Problem.couldNotRun("cannot be read: " + said, ""))
                    .in(source)
                    .because(e);
        }
    }

    /** A value or a name from a stranger's file, in quotes, all of it seen, and cut when it is long. */
    static String quoted(String value) {
        return Visible.quoted(value, LONGEST);
    }

    /** Some names in quotes, ten at most, and how many more there are. */
    static String list(Collection<String> names) {
        String some = names.stream().limit(MOST).map(Said::quoted).collect(Collectors.joining(", "));
        return names.size() > MOST ? some + " and " + (names.size() - MOST) + " more" : some;
    }

    /** {@code 1 row} or {@code 7 rows}. */
    static String count(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    /** The position of a column that the user named with an option. */
    static int column(String file, List<String> names, String option, String wanted) {
        int at = names.indexOf(wanted);
        if (at < 0) {
            String known = (names.size() == 1 ? "the only column is " : "the columns are ") + list(names);
            if (names.size() == 1) {
                known += "; the first line must hold the names, separated by one of , ; tab |";
            } else if (names.stream().anyMatch(Values::isNumber)) {
                known += "; is the line of names missing? write one";
            }
            throw Problem.wrongUse(
                            "there is no such column",
                            Names.closest(wanted, names)
                                            .map(name -> "did you mean " + quoted(name) + "? ")
                                            .orElse("")
                                    + known)
                    .in(file)
                    .field(option)
                    .was(wanted);
        }
        return at;
    }
}
