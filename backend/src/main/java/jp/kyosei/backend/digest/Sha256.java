package jp.kyosei.backend.digest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** The SHA-256 of a content. */
public final class Sha256 {
    /** Of the whole digest. */
    public static final int BYTES = 32;

    private final byte[] digest;

    private Sha256(byte[] digest) {
        this.digest = digest;
    }

    /** Of the bytes as they are. */
    public static Sha256 of(byte[] content) {
        try {
            return new Sha256(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Of a text in UTF-8. */
    public static Sha256 of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** All {@value #BYTES} bytes. */
    public byte[] bytes() {
        return digest.clone();
    }

    /** All of it, in 64 lower-case hexadecimal digits. */
    public String hex() {
        return hex(BYTES);
    }

    /**
     * Its beginning.
     *
     * @param bytes how many, at most {@value #BYTES}; each gives two digits
     */
    public String hex(int bytes) {
        return HexFormat.of().formatHex(digest, 0, bytes);
    }

    /**
     * Its beginning in letters that an address or a header may hold, without padding.
     *
     * @param bytes how many, at most {@value #BYTES}
     */
    public String base64Url(int bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, bytes));
    }
}
