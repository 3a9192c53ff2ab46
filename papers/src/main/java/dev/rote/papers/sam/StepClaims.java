package dev.rote.papers.sam;

import static dev.rote.papers.sam.Experiments.ADAM;
import static dev.rote.papers.sam.Experiments.SGD;
import static dev.rote.papers.sam.Experiments.sam;

import dev.rote.claims.Arms;
import dev.rote.claims.Checks;
import dev.rote.claims.Claim;
import dev.rote.claims.Observation;
import dev.rote.papers.images.Readings;
import dev.rote.runs.RunResult;
import dev.rote.runs.Series;
import java.util.List;

/** Claims C5.1, C5.2, C5.6: what a step of SAM does and costs. */
final class StepClaims {

    private StepClaims() {}

    static List<Claim> claims() {
        return List.of(
                new Claim(
                        "C5.1",
                        "With radius 0 SAM is its base optimizer",
                        "section 2, equation 2",
                        "every reading of every epoch equal, number for number, with SGD and with Adam",
                        "",
                        Checks.everySeed(StepClaims::zeroRadius)),
                new Claim(
                        "C5.2",
                        "A climb goes as far as the radius says",
                        "section 2, equation 2",
                        "largest relative deviation of the last climb of each epoch from the radius <= 0.000001",
                        "",
                        Checks.everySeed(StepClaims::climbs)),
                new Claim(
                        "C5.6",
                        "A step of SAM costs two gradients",
                        "section 2, algorithm 1",
                        "gradients of a batch per step in [1.8, 2.2] with each radius, in groups too; counted, not timed:"
                                + " a clock on a shared machine would measure the machine",
                        "about twice the time of SGD",
                        Checks.everySeed(StepClaims::costs)));
    }

    private static Observation zeroRadius(Arms arms) {
        long compared = 0;
        long different = 0;
        for (String base : List.of(SGD, ADAM)) {
            RunResult plain = arms.get(base);
            compared += plain.readings().size();
            different += Readings.different(plain, arms.get(sam(base, 0)));
        }
        return Observation.start().atLeast("curves compared", compared, 1).atMost("curves that differ", different, 0);
    }

    private static Observation climbs(Arms arms) {
        double worst = 0;
        for (String base : List.of(SGD, ADAM)) {
            for (double radius : Experiments.RADII) {
                Series climbs = arms.get(sam(base, radius)).readings("sam.radius");
                for (double climb : climbs.values()) {
                    double off = Math.abs(climb / radius - 1);
                    worst = off <= worst ? worst : off; // also when it is not a number
                }
            }
        }
        return Observation.start().atMost("largest relative deviation", worst, 1e-6);
    }

    private static Observation costs(Arms arms) {
        double fewest = Double.POSITIVE_INFINITY;
        double most = 0;
        for (String arm :
                List.of(sam(SGD, 0.05), sam(SGD, 0.1), sam(SGD, 0.2), sam(ADAM, 0.2), Experiments.grouped(4))) {
            Series gradients = arms.get(arm).readings("sam.gradients");
            fewest = Math.min(fewest, gradients.min());
            most = Math.max(most, gradients.max());
        }
        return Observation.start()
                .within("fewest gradients per step", fewest, 1.8, 2.2)
                .within("most", most, 1.8, 2.2);
    }
}
