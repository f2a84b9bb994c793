package jp.kyosei.backend.publishing.open.edition;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.publishing.Licence;

/**
 * What lists say of a publication.
 *
 * @param issued when its year was first published
 * @param modified when this revision was
 */
@Serdeable
public record Head(
        UUID id,
        UUID ownerId,
        String owner,
        String ownerName,
        String plan,
        String title,
        int fiscalYear,
        int revision,
        Licence licence,
        Instant issued,
        Instant modified,
        List<FileHead> files) {
    public Head {
        files = List.copyOf(files);
    }

    /** A further file of it. */
    @Serdeable
    public record FileHead(String name, String contentType, long size) {}

    public FiscalYear year() {
        return new FiscalYear(fiscalYear);
    }

    /** Such as 共生ビジョン 令和4年度の実績. */
    public String fullTitle() {
        return "%s %sの実績".formatted(title, year().longLabel());
    }

    /** Below {@code /open/}, in plain characters. */
    public String path() {
        return Paths.year(plan, fiscalYear);
    }
}
