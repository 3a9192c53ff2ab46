package dev.rote.data;

import java.math.BigInteger;

/** A binary operation on residues modulo p. */
public enum Operation {
    ADD("+") {
        @Override
        public int apply(int m, int n, int p) {
            return (m + n) % p;
        }
    },
    SUBTRACT("-") {
        @Override
        public int apply(int m, int n, int p) {
            return Math.floorMod(m - n, p);
        }
    },
    MULTIPLY("*") {
        @Override
        public int apply(int m, int n, int p) {
            return (int) ((long) m * n % p);
        }
    },
    /** m times the inverse of n; needs a prime p and n other than 0. */
    DIVIDE("/") {
        @Override
        public int apply(int m, int n, int p) {
            BigInteger modulus = BigInteger.valueOf(p);
            long inverse = BigInteger.valueOf(n).modInverse(modulus).longValueExact();
            return (int) (m * inverse % p);
        }
    },
    SUM_OF_SQUARES("x^2+y^2") {
        @Override
        public int apply(int m, int n, int p) {
            return (int) (((long) m * m + (long) n * n) % p);
        }
    },
    QUADRATIC_FORM("x^2+xy+y^2") {
        @Override
        public int apply(int m, int n, int p) {
            return (int) (((long) m * m + (long) m * n + (long) n * n) % p);
        }
    };

    private final String sign;

    Operation(String sign) {
        this.sign = sign;
    }

    /** The result, in 0 to p - 1, of residues m and n. */
    public abstract int apply(int m, int n, int p);

    /** As written in a recipe: {@code +}, {@code -}, {@code *}, {@code /}, {@code x^2+y^2}, {@code x^2+xy+y^2}. */
    @Override
    public String toString() {
        return sign;
    }
}
