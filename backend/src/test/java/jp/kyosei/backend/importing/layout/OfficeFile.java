package jp.kyosei.backend.importing.layout;

/** A file in one of the layouts that are described, for tests that hand it in as an office does. */
public final class OfficeFile {
    private final Layout layout;

    private OfficeFile(Layout layout) {
        this.layout = layout;
    }

    /** @param layout the name of its description */
    public static OfficeFile of(String layout) {
        return new OfficeFile(LayoutFile.all().stream()
                .filter(one -> one.name().equals(layout))
                .findFirst()
                .orElseThrow());
    }

    public String name() {
        return LayoutBytes.fileName(layout);
    }

    public byte[] content() {
        return LayoutBytes.of(layout);
    }
}
