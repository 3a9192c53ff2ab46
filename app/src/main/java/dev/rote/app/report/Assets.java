package dev.rote.app.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The style and the scripts that every report carries inside itself. */
final class Assets {

    private static final String ECHARTS = "/META-INF/resources/_static/echarts/6.0.0/dist/echarts.min.js";

    private Assets() {}

    /** The chart library, then our own scripts in the order given. */
    static List<String> scripts(List<String> names) {
        List<String> scripts = new ArrayList<>();
        scripts.add(read(ECHARTS));
        for (String name : names) {
            scripts.add(own(name));
        }
        return scripts;
    }

    /** A file that lies beside this class. */
    static String own(String name) {
        return read("/dev/rote/app/report/" + name);
    }

    private static String read(String resource) {
        try (InputStream in = Assets.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(
                        "The program is incomplete: " + resource + " is missing. Build it again.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
