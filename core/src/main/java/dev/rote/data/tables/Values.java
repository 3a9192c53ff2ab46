package dev.rote.data.tables;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a text is: a number, a date, or neither. */
public final class Values {

    private static final Pattern NOT_FINITE = Pattern.compile("[+-]?(inf|infinity|nan)", Pattern.CASE_INSENSITIVE);

    private static final DateTimeFormatter DATE = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd[[' ']['T']HH:mm[:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .appendPattern("][XXX][X]]")
            .parseDefaulting(ChronoField.HOUR_OF_DAY, 0)
            .parseDefaulting(ChronoField.MINUTE_OF_HOUR, 0)
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private Values() {}

    /**
     * Whether this is a decimal number such as {@code -1.5e3}. {@code 007} is none: a code that must keep its zeros, and
     * neither are {@code 1,000} and {@code 0x1F}.
     */
    public static boolean isNumber(String text) {
        int at = sign(text, 0);
        int digits = digits(text, at);
        if (digits - at > 1 && text.charAt(at) == '0') {
            return false;
        }
        int mantissa = digits - at;
        if (digits < text.length() && text.charAt(digits) == '.') {
            int fraction = digits(text, digits + 1);
            mantissa += fraction - digits - 1;
            digits = fraction;
        }
        if (mantissa == 0) {
            return false;
        }
        if (digits < text.length() && (text.charAt(digits) | 0x20) == 'e') {
            int from = sign(text, digits + 1);
            digits = digits(text, from);
            return digits > from && digits == text.length();
        }
        return digits == text.length();
    }

    private static int sign(String text, int at) {
        return at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+') ? at + 1 : at;
    }

    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }

    /** Whether this is a number to some programs, but not a finite one. */
    public static boolean isNotFinite(String text) {
        return text.length() <= 9 && NOT_FINITE.matcher(text).matches();
    }

    /** Whether a number fits into 32 bits. */
    public static boolean isFinite(double number) {
        return Float.isFinite((float) number);
    }

    /** Days since 1970-01-01T00:00Z of an ISO 8601 date, or date and time; NaN when it is none. */
    public static double days(String text) {
        if (text.length() < 10 || text.length() > 40 || text.charAt(4) != '-') {
            return Double.NaN;
        }
        try {
            TemporalAccessor parsed = DATE.parse(text);
            int offset = parsed.isSupported(ChronoField.OFFSET_SECONDS) ? parsed.get(ChronoField.OFFSET_SECONDS) : 0;
            LocalDateTime time = LocalDateTime.from(parsed).minusSeconds(offset);
            return (time.toEpochSecond(ZoneOffset.UTC) + time.getNano() * 1e-9) / 86_400;
        } catch (DateTimeException e) {
            return Double.NaN;
        }
    }
}
