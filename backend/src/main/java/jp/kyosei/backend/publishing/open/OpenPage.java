package jp.kyosei.backend.publishing.open;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;
import jp.kyosei.backend.digest.Sha256;
import org.jspecify.annotations.Nullable;

/** An answer, ready to be sent as it is or compressed. */
public final class OpenPage {
    /** For what may change. */
    static final String SHORTLY = "public, max-age=60, stale-while-revalidate=600, stale-if-error=604800";

    /** For what has its content's hash in its address. */
    static final String FOR_EVER = "public, max-age=31536000, immutable";

    /** For what is not there: it may be tomorrow. */
    static final String BRIEFLY = "public, max-age=60";

    static final String HTML = "text/html; charset=utf-8";
    private static final int TAG_BYTES = 15;

    private final int status;
    private final String contentType;
    private final String caching;
    private final Instant modified;
    private final byte[] content;
    private final byte @Nullable [] compressed;
    private final String hash;
    private final String saveAs;

    private OpenPage(int status, String contentType, String caching, Instant modified, byte[] content, String saveAs) {
        this.status = status;
        this.contentType = contentType;
        this.caching = caching;
        this.modified = modified;
        this.content = content;
        byte[] smaller = compress(content);
        this.compressed = smaller.length < content.length ? smaller : null;
        this.hash = hash(content);
        this.saveAs = saveAs;
    }

    static OpenPage html(String html, Instant modified) {
        return new OpenPage(200, HTML, SHORTLY, modified, html.getBytes(StandardCharsets.UTF_8), "");
    }

    /** What is not there, or not any longer. */
    static OpenPage missing(int status, String html, Instant modified) {
        return new OpenPage(status, HTML, BRIEFLY, modified, html.getBytes(StandardCharsets.UTF_8), "");
    }

    /** The answer to a question, which is asked seldom twice. */
    static OpenPage passing(String html, Instant modified) {
        return new OpenPage(200, HTML, BRIEFLY, modified, html.getBytes(StandardCharsets.UTF_8), "");
    }

    static OpenPage data(String contentType, byte[] content, Instant modified) {
        return new OpenPage(200, contentType, SHORTLY, modified, content, "");
    }

    /** @param saveAs the name under which a browser saves it; ASCII */
    static OpenPage download(String contentType, byte[] content, Instant modified, String saveAs) {
        return new OpenPage(200, contentType, SHORTLY, modified, content, saveAs);
    }

    static OpenPage immutable(String contentType, byte[] content, Instant modified) {
        return new OpenPage(200, contentType, FOR_EVER, modified, content, "");
    }

    public int status() {
        return status;
    }

    public String contentType() {
        return contentType;
    }

    /** Its Cache-Control. */
    public String caching() {
        return caching;
    }

    public Instant modified() {
        return modified;
    }

    /** The name under which a browser saves it; empty where it shows it. */
    public String saveAs() {
        return saveAs;
    }

    /** Whether it is smaller compressed. */
    public boolean isCompressible() {
        return compressed != null;
    }

    /** To be sent, not to be changed: it is the same for everybody. */
    public byte[] bytes(boolean gzip) {
        return gzip && compressed != null ? compressed : content;
    }

    /** Strong: the two encodings are different bytes and have different tags. */
    public String tag(boolean gzip) {
        return gzip && compressed != null ? '"' + hash + "-gz\"" : '"' + hash + '"';
    }

    /** Whether a client that names these tags has it, in whichever encoding. */
    public boolean isKnownBy(Iterable<String> tags) {
        for (String line : tags) {
            for (String tag : line.split(",", -1)) {
                String plain = tag.strip().replaceFirst("^W/", "");
                if (plain.equals("*") || plain.equals(tag(false)) || plain.equals(tag(true))) {
                    return true;
                }
            }
        }
        return false;
    }

    String hash() {
        return hash;
    }

    long weight() {
        return (long) content.length + (compressed == null ? 0 : compressed.length);
    }

    static String hash(byte[] content) {
        return Sha256.of(content).base64Url(TAG_BYTES);
    }

    static byte[] compress(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(content.length / 4 + 64);
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return bytes.toByteArray();
    }
}
