package dev.rote.measures;

import dev.rote.data.ModularArithmetic;
import dev.rote.data.Operation;

/** Puts the residues of a multiplication in the order in which it is an addition. */
final class DiscreteLogarithm {

    private DiscreteLogarithm() {}

    /** g^0, g^1, ..., g^(p-2) for multiplication and division modulo a prime; empty where the natural order is right. */
    static int[] order(ModularArithmetic arithmetic) {
        boolean multiplicative =
                arithmetic.operation() == Operation.MULTIPLY || arithmetic.operation() == Operation.DIVIDE;
        int root = multiplicative ? primitiveRoot(arithmetic.p()) : 0;
        if (root == 0) {
            return new int[0];
        }
        int p = arithmetic.p();
        int[] order = new int[p - 1];
        int power = 1;
        for (int i = 0; i < p - 1; i++) {
            order[i] = power;
            power = (int) ((long) power * root % p);
        }
        return order;
    }

    /** The smallest g whose powers are all residues but 0 modulo a prime p; 0 when p is not prime. */
    static int primitiveRoot(int p) {
        for (int g = 1; g < p; g++) {
            int order = 1;
            for (long power = g % p; power > 1 && order < p; power = power * g % p) {
                order++;
            }
            if (order == p - 1) {
                return g;
            }
        }
        return 0;
    }
}
