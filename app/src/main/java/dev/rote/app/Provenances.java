package dev.rote.app;

import dev.rote.files.Cpu;
import dev.rote.tensor.Engine;

/** Where the numbers of a report come from, in a few lines. */
final class Provenances {

    private Provenances() {}

    static String text(String scale) {
        Cpu cpu = Cpu.here();
        return "scale: " + scale + "\nrote: " + DoctorCommand.Version.rote() + "\nlibtorch: " + Engine.version()
                + "\njava: " + System.getProperty("java.runtime.version") + "\nprocessor: " + cpu.model() + ", "
                + cpu.cores() + " cores, " + cpu.features() + "\nEach run folder holds its own provenance.json.\n";
    }
}
