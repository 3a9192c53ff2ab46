package dev.rote.app;

import dev.rote.yaml.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command line. */
@Command(
        name = "rote",
        description = "Tells what a neural network learned by rote, and what it understood.",
        mixinStandardHelpOptions = true,
        versionProvider = DoctorCommand.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            AuditCommand.class,
            PapersCommand.class,
            PaperCommand.class,
            RunCommand.class,
            ResumeCommand.class,
            ExplainCommand.class,
            SweepCommand.class,
            ReportCommand.class,
            ListCommand.class,
            DoctorCommand.class
        },
        footer = {
            "",
            "Example:",
            "  rote audit people.csv --label income     finds wrong labels in your data",
            "  rote paper grok-or-not                   re-measures a paper and writes a report",
            "",
            "Exit status: 0 success, 1 a claim failed, 2 wrong use, 3 could not run."
        })
public final class Main {

    /** Success. */
    static final int OK = 0;

    /** A claim failed. */
    static final int CLAIM_FAILED = 1;

    /** The call or a file it names is wrong. */
    static final int WRONG_USE = 2;

    /** The call is right but could not be carried out. */
    static final int COULD_NOT_RUN = 3;

    @Option(
            names = "--debug",
            description = "Show where in the program an error arose.",
            scope = CommandLine.ScopeType.INHERIT)
    boolean debug;

    private Main() {}

    /** Runs a command and exits with its status. */
    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /** Runs a command and returns its status. */
    static int run(String... arguments) {
        Main main = new Main();
        CommandLine line = new CommandLine(main)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((wrong, unused) -> {
                    wrong.getCommandLine()
                            .getErr()
                            .println("rote: " + WrongCall.problem(wrong).getMessage());
                    return WRONG_USE;
                })
                .setExecutionExceptionHandler((error, command, parsed) -> {
                    command.getErr().println(message(error));
                    if (main.debug) {
                        error.printStackTrace(command.getErr());
                    }
                    return status(error);
                });
        line.getSubcommands()
                .values()
                .forEach(command -> command.getCommandSpec().versionProvider(new DoctorCommand.Version()));
        try {
            return line.execute(arguments.length == 0 ? new String[] {"--help"} : arguments);
        } catch (LinkageError | OutOfMemoryError | StackOverflowError e) {
            // Without this the virtual machine would exit with 1, which says that a claim failed.
            line.getErr().println("rote: could not run: " + e);
            return COULD_NOT_RUN;
        }
    }

    private static String message(Exception error) {
        boolean expected = error instanceof Problem || error instanceof IOException;
        String text = error.getMessage() == null ? error.toString() : error.getMessage();
        return "rote: " + (expected ? text : text.lines().findFirst().orElse("") + " (--debug shows more)");
    }

    private static int status(Exception error) {
        if (error instanceof Problem problem) {
            return problem.exitCode();
        }
        boolean disk = error instanceof IOException || error instanceof UncheckedIOException;
        return !disk && error instanceof IllegalArgumentException ? WRONG_USE : COULD_NOT_RUN;
    }
}
