package dev.rote.app;

import dev.rote.files.Cpu;
import dev.rote.tensor.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;

/** Says whether this machine is fit. */
@Command(
        name = "doctor",
        description = "Says what this machine offers and whether the engine works on it.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  rote doctor --format json"})
final class DoctorCommand implements Callable<Integer> {

    @Mixin
    Output output;

    @Override
    public Integer call() throws IOException {
        Cpu cpu = Cpu.here();
        Map<String, Object> findings = new LinkedHashMap<>();
        findings.put("rote", Version.rote());
        findings.put("java", System.getProperty("java.runtime.version") + " " + System.getProperty("java.vendor"));
        findings.put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        findings.put("processor", cpu.model());
        findings.put("features", cpu.features());
        findings.put("workers", cpu.cores());
        findings.put("heap", Runtime.getRuntime().maxMemory() / (1 << 20) + " MiB at most");
        findings.put("disk", Files.getFileStore(Path.of(".")).getUsableSpace() / (1 << 20) + " MiB free here");
        findings.put("engine", "libtorch " + Engine.version());
        findings.put("engine_cpu", Engine.cpuCapability());
        findings.put("engine_cuda", Engine.cuda());
        findings.put("engine_works", KnownAnswer.holds());
        if (output.json()) {
            output.json(findings);
        } else {
            findings.forEach((name, value) -> output.text().printf("%-13s %s%n", name, value));
        }
        return KnownAnswer.holds() ? Main.OK : Main.COULD_NOT_RUN;
    }

    /** Versions, for {@code --version}. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"rote " + rote(), "libtorch " + Engine.version()};
        }

        static String rote() {
            String version = DoctorCommand.class.getPackage().getImplementationVersion();
            return version == null ? "development" : version;
        }
    }
}
