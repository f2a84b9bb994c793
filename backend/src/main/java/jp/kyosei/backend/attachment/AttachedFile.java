package jp.kyosei.backend.attachment;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** An attachment with its content. */
public final class AttachedFile {
    private final Attachment attachment;
    private final byte[] content;

    AttachedFile(Attachment attachment, byte[] content) {
        this.attachment = attachment;
        this.content = content;
    }

    public Attachment attachment() {
        return attachment;
    }

    /** Of {@link Attachment#size} bytes; each call reads from the start. */
    public InputStream open() {
        return new ByteArrayInputStream(content);
    }

    public byte[] bytes() {
        return content.clone();
    }
}
