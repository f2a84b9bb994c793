package jp.kyosei.ui.browser.start;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What an authenticator app shows (RFC 6238: HMAC-SHA-1, six digits, 30 seconds). */
final class OneTimeCode {
    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS_OF_A_LETTER = 5;
    private static final int SECONDS = 30;
    private static final int ALGORITHM_NIBBLE = 0xf;
    private static final int SIX_DIGITS = 1_000_000;

    private OneTimeCode() {}

    /** @param secret as the page shows it to be typed, in groups of letters and digits */
    static String of(String secret, Instant now) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(bytes(secret.replaceAll("\\s", "")), "HmacSHA1"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES)
                    .putLong(now.getEpochSecond() / SECONDS)
                    .array());
            int number = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & ALGORITHM_NIBBLE) & Integer.MAX_VALUE;
            return "%06d".formatted(number % SIX_DIGITS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String base32) {
        ByteBuffer bytes = ByteBuffer.allocate(base32.length() * BITS_OF_A_LETTER / Byte.SIZE);
        int held = 0;
        int bits = 0;
        for (int place = 0; place < base32.length(); place++) {
            held = held << BITS_OF_A_LETTER | BASE_32.indexOf(base32.charAt(place));
            bits += BITS_OF_A_LETTER;
            if (bits >= Byte.SIZE) {
                bits -= Byte.SIZE;
                bytes.put((byte) (held >> bits));
                held &= (1 << bits) - 1;
            }
        }
        return bytes.array();
    }
}
