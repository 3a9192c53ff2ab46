package dev.rote.bench;

import dev.rote.data.Parts;
import dev.rote.losses.CrossEntropy;
import dev.rote.nets.Activation;
import dev.rote.nets.Mlp;
import dev.rote.nets.Model;
import dev.rote.nets.Net;
import dev.rote.nets.images.SmallCnn;
import dev.rote.tensor.Engine;
import dev.rote.tensor.Place;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Tensor;
import dev.rote.tensor.Workers;
import dev.rote.train.Adam;
import dev.rote.train.Loop;
import dev.rote.train.Method;
import dev.rote.train.Optimizer;
import dev.rote.train.Recorder;
import dev.rote.train.Settings;
import dev.rote.train.Sgd;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;
import org.bytedeco.pytorch.global.torch;

/**
 * Times steps on pictures of 28 x 28 and prints one line of JSON: the same step as {@code bench/peers/image_step.py}.
 *
 * <p>Arguments, each optional, with their defaults: {@code net=mlp steps=100 warmup=30 workers=2 threads=1 batch=128 norm=true}.
 * Other values: {@code net=cnn}; {@code norm=false} is a convolutional net without batch norm; {@code threads=2}, with {@code
 * workers=1}, gives the library two threads of its own, which Rote does not do, for comparison. {@code weights} is a checksum of the
 * weights at the end: it must not depend on workers, and does depend on library threads.
 */
public final class ImageStep {

    private ImageStep() {}

    public static void main(String[] arguments) {
        Map<String, String> defaults = new LinkedHashMap<>();
        defaults.put("net", "mlp");
        defaults.put("steps", "100");
        defaults.put("warmup", "30");
        defaults.put("workers", "2");
        defaults.put("threads", "1");
        defaults.put("batch", "128");
        defaults.put("norm", "true");
        Options options = Options.read(defaults, arguments);
        boolean cnn = options.is("net", "cnn");
        int warmup = options.whole("warmup");
        double[] times = new double[warmup + options.whole("steps")];
        Seeds seeds = new Seeds(0);
        try (Scope scope = Scope.open();
                Workers workers = new Workers(options.whole("workers"))) {
            Engine.start(); // which sets one library thread
            torch.set_num_threads(options.whole("threads"));
            Parts parts = new Pictures(6000).open(seeds);
            Model model = net(cnn, options.is("norm", "true"))
                    .build(parts.get("train").inputs(), 10, Place.FLOAT32, seeds);
            Settings settings = settings(cnn, List.of(), times.length, options.whole("batch"));
            double loss;
            long cpu = 0;
            try (Loop loop = new Loop(model, parts, settings, seeds, workers, Recorder.NONE)) {
                loop.start();
                for (int i = 0; i < times.length; i++) {
                    if (i == warmup) {
                        cpu = -CpuTime.nanos();
                    }
                    long start = System.nanoTime();
                    loop.step();
                    times[i] = (System.nanoTime() - start) / 1e6;
                }
                cpu += CpuTime.nanos();
                loss = loop.lastLoss();
            }
            double[] counted = Arrays.copyOfRange(times, warmup, times.length);
            Arrays.sort(counted);
            System.out.printf(
                    Locale.ROOT,
                    "{\"peer\": \"rote\", \"net\": \"%s\", \"workers\": %d, \"threads\": %d, \"batch\": %d, "
                            + "\"ms_per_step_median\": %.3f, \"ms_per_step_min\": %.3f, \"cpu_ms_per_step\": %.3f, \"last_loss\": %.6f, "
                            + "\"weights\": \"%08x\"}%n",
                    cnn ? "cnn" : "mlp",
                    options.whole("workers"),
                    options.whole("threads"),
                    options.whole("batch"),
                    counted[counted.length / 2],
                    counted[0],
                    cpu / 1e6 / counted.length,
                    loss,
                    checksum(model));
        }
    }

    /** The two nets of the peer. */
    static Net net(boolean cnn, boolean norm) {
        return cnn
                ? new SmallCnn(List.of(32, 64), 3, norm, 0, List.of(), false)
                : new Mlp(List.of(256), Activation.RELU, true, 0, false);
    }

    /** The peer's optimizers: Adam, or momentum for the convolutional net. */
    static Settings settings(boolean cnn, List<Method> methods, long steps, int batch) {
        Optimizer optimizer = cnn ? new Sgd(0.01, 0.9, false, 0) : new Adam();
        return new Settings(new CrossEntropy(), methods, List.of(), optimizer, clock -> 1, steps, batch, 8, true);
    }

    private static long checksum(Model model) {
        CRC32 sum = new CRC32();
        for (Tensor weight : model.parameters().values()) {
            sum.update(weight.detach().contiguous().bytes());
        }
        return sum.getValue();
    }
}
