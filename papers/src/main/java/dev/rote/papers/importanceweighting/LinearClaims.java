package dev.rote.papers.importanceweighting;

import dev.rote.claims.Arms;
import dev.rote.claims.Checks;
import dev.rote.claims.Claim;
import dev.rote.claims.Observation;
import dev.rote.papers.images.Readings;
import dev.rote.runs.RunResult;
import java.util.List;

/** Claim C7.5: what weights do to a line, where the outcome is known from theory. */
final class LinearClaims {

    private LinearClaims() {}

    static List<Claim> claims() {
        return List.of(
                new Claim(
                        "C7.5",
                        "On separable data a weighted line turns towards the unweighted one, as 1 / log t",
                        "sections 2 and 3, after Soudry et al. 2018",
                        "training accuracy 100 %; the angle falls from step 100 over 1000 to 100000; times log t it"
                                + " changes by a factor of at most 2 from step 1000 on",
                        "in words only",
                        Checks.everySeed(LinearClaims::separable)),
                new Claim(
                        "C7.5b",
                        "On overlapping data it does not",
                        "sections 2 and 3",
                        "training accuracy below 100 %; at step 100000 the angle is at least 0.9 times that at step 1000",
                        "in words only",
                        Checks.everySeed(LinearClaims::overlapping)));
    }

    private static Observation separable(Arms arms) {
        double early = angle(arms, LinearArms.SEPARABLE, LinearArms.EARLY);
        double middle = angle(arms, LinearArms.SEPARABLE, LinearArms.MIDDLE);
        double late = angle(arms, LinearArms.SEPARABLE, LinearArms.LATE);
        double change = late * Math.log(LinearArms.LATE) / (middle * Math.log(LinearArms.MIDDLE));
        return Observation.start()
                .see("degrees at step 100", early)
                .see("at 1000", middle)
                .see("at 100000", late)
                .and(late < middle && middle < early)
                .within("times log t, 100000 to 1000", change, 0.5, 2)
                .atLeast("training accuracy %", accuracy(arms, LinearArms.SEPARABLE), 100);
    }

    private static Observation overlapping(Arms arms) {
        double middle = angle(arms, LinearArms.OVERLAPPING, LinearArms.MIDDLE);
        double late = angle(arms, LinearArms.OVERLAPPING, LinearArms.LATE);
        double train = accuracy(arms, LinearArms.OVERLAPPING);
        return Observation.start()
                .see("degrees at step 1000", middle)
                .see("at 100000", late)
                .and(late >= 0.9 * middle)
                .see("training accuracy %", train)
                .and(train < 100);
    }

    private static double angle(Arms arms, String clouds, long step) {
        RunResult plain = arms.get(LinearArms.named(clouds, 1));
        return LinearArms.angle(plain, arms.get(LinearArms.named(clouds, 8)), step);
    }

    private static double accuracy(Arms arms, String clouds) {
        return Readings.percent(arms.get(LinearArms.named(clouds, 1)), Readings.TRAIN);
    }
}
