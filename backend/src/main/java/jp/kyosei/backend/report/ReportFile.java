package jp.kyosei.backend.report;

/** A report as a file. */
public final class ReportFile {
    private final String name;
    private final String plainName;
    private final String contentType;
    private final byte[] bytes;

    ReportFile(String name, String plainName, String contentType, byte[] bytes) {
        this.name = name;
        this.plainName = plainName;
        this.contentType = contentType;
        this.bytes = bytes.clone();
    }

    /** With its ending, in Japanese. */
    public String name() {
        return name;
    }

    /** The same of letters, digits and hyphens only, for programs that know no others. */
    public String plainName() {
        return plainName;
    }

    public String contentType() {
        return contentType;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public String toString() {
        return "%s (%d bytes)".formatted(name, bytes.length);
    }
}
