package dev.rote.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Shows a page in a frame as wide as wanted, and asks it questions as a reader's hand and eye would. */
final class Probe {

    private static final Pattern ANSWERS = Pattern.compile("<pre id=\"answers\">([A-Za-z0-9+/=]+)</pre>");

    private Probe() {}

    /** What the page {@code report.html} of a folder answers; nothing may stand on the console. */
    static JsonNode ask(Browser browser, Path folder, int width, String... options) throws Exception {
        Path probe = folder.resolve("probe.html");
        try (InputStream in = Probe.class.getResourceAsStream("probe.html")) {
            String page = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Files.writeString(probe, page.replace("WIDTH", Integer.toString(width)));
        }
        String[] all = Stream.concat(Stream.of("--dump-dom", "--window-size=1280,900"), Stream.of(options))
                .toArray(String[]::new);
        Browser.Seen seen = browser.show(probe, folder, all);
        assertThat(seen.console()).isEmpty();
        Matcher answers = ANSWERS.matcher(seen.dom());
        assertThat(answers.find())
                .as("the probe came to an end: %s", seen.console())
                .isTrue();
        return new ObjectMapper().readTree(Base64.getDecoder().decode(answers.group(1)));
    }
}
