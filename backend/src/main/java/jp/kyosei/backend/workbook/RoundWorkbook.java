package jp.kyosei.backend.workbook;

/** The workbook of a town as a file. */
public final class RoundWorkbook {
    /** What an {@code .xlsx} is called. */
    public static final String CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final String name;
    private final String plainName;
    private final byte[] bytes;

    RoundWorkbook(String name, String plainName, byte[] bytes) {
        this.name = name;
        this.plainName = plainName;
        this.bytes = bytes.clone();
    }

    /** With its ending, in Japanese. */
    public String name() {
        return name;
    }

    /** The same of letters, digits and hyphens only. */
    public String plainName() {
        return plainName;
    }

    public byte[] bytes() {
        return bytes.clone();
    }
}
