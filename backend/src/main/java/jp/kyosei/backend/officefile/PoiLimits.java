package jp.kyosei.backend.officefile;

import io.micronaut.context.annotation.Context;
import org.apache.poi.openxml4j.util.ZipSecureFile;

/**
 * The limits of POI, which hold for the whole process and are therefore set once, at the start. Books with many styles shrink
 * more than POI believes; what is given to it here was unpacked and counted by {@link ZipParts} before.
 */
@Context
public final class PoiLimits {
    /** So many parts does a file have at the most that is read as a workbook. */
    public static final int PARTS = 5_000;

    /** Sets them. */
    public PoiLimits() {
        ZipSecureFile.setMinInflateRatio(0);
        ZipSecureFile.setMaxFileCount(PARTS);
    }
}
