package jp.kyosei.backend.actual.narrative;

import jp.kyosei.backend.tenancy.TypedText;
import jp.kyosei.backend.tenancy.WrongTextException;
import jp.kyosei.backend.text.TextKind;

/**
 * What a municipality writes of an indicator in a year. Line breaks are kept. What is stored is read as it is; what is typed
 * passes {@link #checked}.
 *
 * @param progress 進捗状況・成果
 * @param outlook 今後の取組等
 * @param initiatives 事業名, one a line
 */
public record NarrativeText(String progress, String outlook, String initiatives) {
    /** Of each of the three, in characters; the counter on screen warns long before. */
    public static final int MAX_LENGTH = TextKind.NARRATIVE.most();

    public static final NarrativeText EMPTY = new NarrativeText("", "", "");

    /**
     * The same, cleaned.
     *
     * @throws WrongTextException in Japanese if one of them is too long, or holds what is no text
     */
    public NarrativeText checked() {
        return new NarrativeText(
                TypedText.checked(TextKind.NARRATIVE, "progress", "進捗状況・成果", progress),
                TypedText.checked(TextKind.NARRATIVE, "outlook", "今後の取組等", outlook),
                TypedText.checked(TextKind.NARRATIVE, "initiatives", "事業名", initiatives));
    }

    public boolean isEmpty() {
        return progress.isBlank() && outlook.isBlank() && initiatives.isBlank();
    }
}
