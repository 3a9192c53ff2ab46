package dev.rote.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rote.train.Clock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunRecorderTest {

    @TempDir
    Path folder;

    @Test
    void cutsBackToWhatWasNoted() throws IOException {
        RunFolder run = new RunFolder(folder);
        Map<String, String> noted = new LinkedHashMap<>();
        try (RunRecorder recorder = RunRecorder.open(run, Map.of())) {
            recorder.log(new Clock(0, 9, 3), "loss", 0.5);
            recorder.table("neurons", "step", "ipr").add(0, 0.25);
            recorder.note(noted);
            recorder.log(new Clock(4, 9, 3), "loss", 0.25);
            recorder.table("neurons", "step", "ipr").add(4, 0.5);
            recorder.table("late", "step").add(4);
        }
        try (RunRecorder recorder = RunRecorder.open(run, noted)) {
            recorder.table("neurons", "step", "ipr").add(7, 1.0);
        }
        assertThat(run.readings()).hasContent("{\"step\":0,\"epoch\":0,\"name\":\"loss\",\"value\":0.5}\n");
        assertThat(run.tables().resolve("neurons.csv")).hasContent("step,ipr\n0,0.25\n7,1.0\n");
        assertThat(run.tables().resolve("late.csv")).doesNotExist();
    }

    @Test
    void refusesNamesThatCouldNotBeTakenUpAgain() throws IOException {
        try (RunRecorder recorder = RunRecorder.open(new RunFolder(folder), Map.of())) {
            for (String name : new String[] {"", "../up", "a/b", "Big", ".hidden", "x".repeat(65)}) {
                refused(recorder, name, "step");
            }
            for (String column : new String[] {"", "a,b", "a b", "a\nb\nc", "\"a\""}) {
                refused(recorder, "plain", column);
            }
            assertThatThrownBy(() -> recorder.table("plain")).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(folder.resolve("tables")).isEmptyDirectory();
    }

    private static void refused(RunRecorder recorder, String name, String column) {
        assertThatThrownBy(() -> recorder.table(name, column))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("a table needs a plain name and plain columns");
    }
}
