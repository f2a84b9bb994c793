package jp.kyosei.backend.attachment;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A kind of file that may be attached. */
public enum FileKind {
    PDF("PDF", "application/pdf", "pdf"),
    PNG("PNG 画像", "image/png", "png"),
    JPEG("JPEG 画像", "image/jpeg", "jpg jpeg"),
    WEBP("WebP 画像", "image/webp", "webp"),
    WORD("Word 文書", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    EXCEL("Excel ブック", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    POWERPOINT("PowerPoint スライド", "application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx");

    /** All of them in the words of a sentence. */
    public static final String WORDS = "PDF、画像（PNG・JPEG・WebP）、Word・Excel・PowerPoint（docx・xlsx・pptx）";

    private final String label;
    private final String mediaType;
    /** Separated by spaces. */
    private final String endings;

    FileKind(String label, String mediaType, String endings) {
        this.label = label;
        this.mediaType = mediaType;
        this.endings = endings;
    }

    public String label() {
        return label;
    }

    public String mediaType() {
        return mediaType;
    }

    /** The endings that a name of this kind may have, in lower case and without the dot. */
    public List<String> endings() {
        return List.of(endings.split(" "));
    }

    /** As a browser's file chooser asks for them: {@code .pdf,.png,…}. */
    public static String accepted() {
        return Arrays.stream(values())
                .flatMap(kind -> kind.endings().stream())
                .map(ending -> "." + ending)
                .collect(Collectors.joining(","));
    }
}
