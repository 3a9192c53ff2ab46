package dev.rote.papers.symmetricce;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the ways of training are called in claims and charts. */
final class Words {

    /** In the order of the legends. */
    static final Map<String, String> WAYS = new LinkedHashMap<>();

    static {
        WAYS.put(Ways.CE, "CE");
        WAYS.put(Ways.SL, "SL");
        WAYS.put(Ways.SL_CODE, "SL with A = -9.21");
        WAYS.put(Ways.GCE, "GCE");
        WAYS.put(Ways.MAE, "MAE");
        WAYS.put(Ways.RCE, "RCE");
        for (String method : Ways.METHODS) {
            String words = method.replace('-', ' ');
            WAYS.put(method, words);
            WAYS.put(Ways.with(method), words + " with SL");
        }
    }

    private Words() {}

    static String of(String way) {
        return WAYS.getOrDefault(way, way);
    }

    /** What the way of an arm is called: {@code mnist-sym-50-gce}, {@code cifar10-clean-gce}. */
    static String ofArm(String arm) {
        String[] parts = arm.split("-");
        int skip = parts[1].equals(Ways.CLEAN) ? 2 : 3;
        return of(String.join("-", Arrays.copyOfRange(parts, skip, parts.length)));
    }
}
