package dev.rote.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** What every command has: a format. With json exactly one object goes to standard output, all else to standard error. */
final class Output {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** How answers are written. */
    enum Format {
        TEXT,
        JSON
    }

    @Spec(Target.MIXEE)
    CommandSpec spec;

    @Option(names = "--format", paramLabel = "text|json", description = "How to answer (default: text).")
    Format format = Format.TEXT;

    /** Whether answers are JSON. */
    boolean json() {
        return format == Format.JSON;
    }

    /** Writes a value as one JSON object. */
    void json(Object value) {
        try {
            spec.commandLine().getOut().println(JSON.writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where answers for people go: standard output, or standard error when standard output is for JSON. */
    PrintWriter text() {
        return json() ? spec.commandLine().getErr() : spec.commandLine().getOut();
    }

    /** Where progress and warnings go. */
    PrintWriter aside() {
        return spec.commandLine().getErr();
    }
}
