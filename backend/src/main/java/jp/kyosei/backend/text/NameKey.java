package jp.kyosei.backend.text;

import java.text.Normalizer;
import java.util.Locale;

/**
 * By what names are held to be the same, whatever program wrote them: widths, blanks of all kinds, brackets, dots and marks do not
 * count, nor do waves and dashes, of which a file in UTF-8 and one in cp932 have different ones (〜 and ～, − and －).
 */
public final class NameKey {
    private NameKey() {}

    /** The same for all names that are held to be the same. */
    public static String of(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Z}\\p{Cf}()\\[\\]{}<>〈〉《》「」『』【】〔〕・･、,.。※*○●◯◆■□◎~〜∼ー‐‑‒–—―−\\-_]", "");
    }
}
