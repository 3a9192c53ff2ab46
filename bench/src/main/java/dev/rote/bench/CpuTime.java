package dev.rote.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** What this process has computed so far, all its threads and Java's compiler included. */
final class CpuTime {

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private CpuTime() {}

    /** In nanoseconds. */
    static long nanos() {
        return SYSTEM.getProcessCpuTime();
    }

    /** The seconds since it was so many nanoseconds. */
    static double secondsSince(long nanos) {
        return (nanos() - nanos) / 1e9;
    }
}
