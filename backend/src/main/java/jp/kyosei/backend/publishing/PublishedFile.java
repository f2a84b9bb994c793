package jp.kyosei.backend.publishing;

import java.util.regex.Pattern;

/** A further file that is frozen with a publication and offered beside it. */
public final class PublishedFile {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,40}\\.[a-z0-9]{1,8}");

    private final String name;
    private final String contentType;
    private final byte[] content;

    /**
     * Holds a copy of the content.
     *
     * @param name its last part in the address: lower-case letters, digits and hyphens with an ending, such as {@code results.xlsx}
     * @throws IllegalArgumentException if it cannot be called so
     */
    public PublishedFile(String name, String contentType, byte[] content) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a name of a published file: " + name);
        }
        this.name = name;
        this.contentType = contentType;
        this.content = content.clone();
    }

    public String name() {
        return name;
    }

    public String contentType() {
        return contentType;
    }

    public byte[] bytes() {
        return content.clone();
    }
}
